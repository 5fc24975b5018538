// Error codes of backups; each sentence says what is wrong and what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const sentences = {
  'backup.elsewhere': {
    kind: 'conflict',
    message:
      'The database is the one that DATABASE_URL names: back it up with its own tools, as the ' +
      'guide on backups says. Accord backs up its own server only.',
  },
  'backup.off': {
    kind: 'conflict',
    message: 'Backups are switched off: set ACCORD_BACKUP to a folder, then start Accord again.',
  },
  'backup.under_way': {
    kind: 'conflict',
    message: 'A backup or a drill is under way already: wait until it has ended.',
  },
  'backup.folder_unusable': {
    kind: 'unavailable',
    message:
      'The folder of the backups cannot be written to: mend its owner and mode, or name another ' +
      'one in ACCORD_BACKUP.',
  },
  'backup.disk_full': {
    kind: 'unavailable',
    message:
      'The disk is too full: free some space there, or name a folder elsewhere. The backups that ' +
      'are there are whole.',
  },
  'backup.none': {
    kind: 'not_found',
    message: 'There is no whole backup in the folder: run `accord backup` first.',
  },
  'backup.not_one': {
    kind: 'invalid',
    message: 'This folder is not a whole backup: name the folder that `accord backup` told.',
  },
  'backup.of_newer_accord': {
    kind: 'invalid',
    message:
      'This backup has a form that this version of Accord does not know: restore it with the ' +
      'version that made it, or a newer one.',
  },
  'backup.key_wrong': {
    kind: 'invalid',
    message:
      'The root key in the keys folder is not the one of this backup: point ACCORD_KEYS at the ' +
      'keys of that installation, or put its root key back from the paper (`accord keys restore`).',
  },
  'backup.damaged': {
    kind: 'invalid',
    message:
      'This backup is damaged: copy it again from where it was kept, or take another backup. ' +
      'Nothing was restored.',
  },
  'backup.changes_damaged': {
    kind: 'invalid',
    message:
      'A piece of the changes is damaged or missing: copy it again from where it was kept, or ' +
      'restore to the moment before it, with --at and the end that is named. Nothing was restored.',
  },
  'backup.moment_not_held': {
    kind: 'invalid',
    message:
      'Nothing is held for that moment: name one between the two that are told. Nothing was restored.',
  },
  'backup.changes_not_held': {
    kind: 'invalid',
    message:
      'No changes are held that follow on this backup: leave out --at, and it is restored as it was.',
  },
  'backup.changes_lost': {
    kind: 'unavailable',
    message:
      'The changes since the last backup are kept no longer, since their receiver was left ' +
      'behind: a new backup begins by itself, and they are kept from then on.',
  },
  'backup.left_behind': {
    kind: 'unavailable',
    message:
      'What the database wrote meanwhile could not be taken as fast: run it again when less is ' +
      'sent. The backups that are there are whole.',
  },
  'backup.target_not_empty': {
    kind: 'invalid',
    message: 'The folder is not empty: name a new one. Nothing in it was changed.',
  },
  'backup.target_unusable': {
    kind: 'invalid',
    message:
      'The folder cannot be made there: name one that this user may write to, within a folder ' +
      'that exists and is no mount point itself.',
  },
  'backup.cut_off': {
    kind: 'unavailable',
    message: 'It was cut off before its end. Earlier backups are whole; run it again.',
  },
  'backup.drill_failed': {
    kind: 'unavailable',
    message: 'The drill found a fault: read what it found on the screen Backups.',
  },
} as const satisfies Record<string, { kind: ErrorKind; message: string }>

export type BackupErrorCode = keyof typeof sentences
export const backupErrorCodes = Object.keys(sentences) as BackupErrorCode[]

export const backupErrorKinds: Readonly<Record<string, ErrorKind>> = Object.fromEntries(
  Object.entries(sentences).map(([code, { kind }]) => [code, kind]),
)

export function backupError(
  code: BackupErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
  cause?: unknown,
): AppError {
  const { kind, message } = sentences[code]
  return new AppError(code, kind, message, { details, cause })
}

const full = new Set(['ENOSPC', 'EDQUOT'])
const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT'])

/** What the system refused while files of a backup were written, with the folder. */
export function folderFault(error: unknown, folder: string): unknown {
  const code = String((error as { code?: unknown }).code)
  if (full.has(code)) return backupError('backup.disk_full', { folder }, error)
  if (unusable.has(code)) return backupError('backup.folder_unusable', { folder }, error)
  return error
}
