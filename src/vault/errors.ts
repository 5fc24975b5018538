// The error codes of the vault: each says in one sentence what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const vaultErrorCodes = [
  'vault.root_key_missing',
  'vault.root_key_wrong',
  'vault.root_key_present',
  'vault.keys_folder_unusable',
  'vault.keys_folder_open',
  'vault.account_keys_missing',
  'vault.account_keys_unreadable',
  'vault.account_keys_destroyed',
  'vault.recovery_copy_wrong',
  'vault.recovery_copy_of_another',
  'vault.suppression_key_lost',
  'vault.key_destroyed',
  'vault.sealed_value_damaged',
  'vault.epoch_key_missing',
  'vault.keys_older_than_data',
  'vault.mark_damaged',
  'vault.copy_not_made_yet',
] as const
export type VaultErrorCode = (typeof vaultErrorCodes)[number]

const sentences: Record<VaultErrorCode, { kind: ErrorKind; message: string }> = {
  'vault.root_key_missing': {
    kind: 'unavailable',
    message:
      'The database has sealed data, but the root key is not in the keys folder: put the folder ' +
      'back from its newest copy; where that has all but root.key, run `accord keys restore` ' +
      'with the recovery copy. Nothing new was made.',
  },
  'vault.root_key_wrong': {
    kind: 'unavailable',
    message:
      'The root key in the keys folder is not the one of this database: point ACCORD_KEYS at the ' +
      'right folder, or put it back from its backup.',
  },
  'vault.root_key_present': {
    kind: 'conflict',
    message:
      'The keys folder holds another root key already: move it away first, then restore again.',
  },
  'vault.keys_folder_unusable': {
    kind: 'unavailable',
    message: 'The keys folder cannot be read and written: check its owner, or set ACCORD_KEYS.',
  },
  'vault.keys_folder_open': {
    kind: 'unavailable',
    message:
      'Other users of this machine may read the keys: run `chmod 700` on the folder and ' +
      '`chmod 600` on the files in it.',
  },
  'vault.account_keys_missing': {
    kind: 'unavailable',
    message:
      'The key file of an account is not in the keys folder: the folder is older than the data, ' +
      'or a part of it is missing. Put back the newest copy of the folder. Nothing new was made.',
  },
  'vault.account_keys_destroyed': {
    kind: 'unavailable',
    message:
      'This account was deleted and its keys were destroyed: nothing of it can be opened any more.',
  },
  'vault.account_keys_unreadable': {
    kind: 'unavailable',
    message:
      'The key file of an account is damaged or of another root key: put it back from the backup.',
  },
  'vault.recovery_copy_wrong': {
    kind: 'invalid',
    message:
      'This is not a recovery copy, or a character of it is wrong: compare it with the paper.',
  },
  'vault.recovery_copy_of_another': {
    kind: 'invalid',
    message:
      'The copy is legible, but it is of another root key than the one in the keys folder: find ' +
      'the paper of this installation, or print a new copy.',
  },
  'vault.suppression_key_lost': {
    kind: 'unavailable',
    message:
      'The key that recognises objections is lost: marketing stays closed until the key file is back.',
  },
  'vault.key_destroyed': {
    kind: 'not_found',
    message: 'The key of this person was destroyed; what it sealed cannot be read any more.',
  },
  'vault.sealed_value_damaged': {
    kind: 'unavailable',
    message:
      'A sealed value does not open: it was changed, or stands in a place it was not sealed for.',
  },
  'vault.epoch_key_missing': {
    kind: 'unavailable',
    message:
      'The data is older than the keys: its keys of people are sealed under one that was ' +
      'destroyed since, after an erasure. Put back a copy of the data that was made after that, ' +
      'or the copy of the keys folder that was made with this copy of the data.',
  },
  'vault.keys_older_than_data': {
    kind: 'unavailable',
    message:
      'The keys are older than the data: the keys folder is a copy from before the last turn of ' +
      'an account’s key. Nothing is lost: put back the newest copy of the keys folder, made with ' +
      'or after this data.',
  },
  'vault.copy_not_made_yet': {
    kind: 'invalid',
    message:
      'Say when the copy of the data was begun, as an instant that is over: 2026-11-30T02:00:00Z.',
  },
  'vault.mark_damaged': {
    kind: 'unavailable',
    message:
      'A mark in the keys folder cannot be read: put the file back from the copy of the folder. ' +
      'Without it nobody can tell whether the database is older than what has left.',
  },
}

/** What kind each is: it decides the status of the answer. */
export const vaultErrorKinds: Readonly<Record<string, ErrorKind>> = Object.fromEntries(
  Object.entries(sentences).map(([code, { kind }]) => [code, kind]),
)

export function vaultError(
  code: VaultErrorCode,
  details: Record<string, string | number> = {},
  cause?: unknown,
): AppError {
  const { kind, message } = sentences[code]
  return new AppError(code, kind, message, { details, cause })
}
