// The keys of one account, in a file of the keys folder, each wrapped by the root key.
import { type AccountId, type AppError, type Instant, isoTime } from '../kernel/index.ts'
import { vaultError } from './errors.ts'
import { accountFileName, readKeyFile, removeKeyFile, writeKeyFile } from './key-folder.ts'
import { keyOctets, open, type RandomPool, seal } from './sealing.ts'

export type AccountKeys = {
  /** Epoch number → key. Those before the last stay until copies no longer need them. */
  epochs: ReadonlyMap<number, Buffer>
  /** When each was made that follows another: from then on the one before it opens copies alone. */
  made: ReadonlyMap<number, Instant>
  indexKey: Buffer
  /** Null when it is lost: marketing stays closed. */
  suppressionKey: Buffer | null
  signingSeed: Buffer
  dataKey: Buffer
}

type KeyName = 'index' | 'suppression' | 'signing' | 'data'
type File = {
  format: 1
  account: string
  epochs: Record<string, string>
  made?: Record<string, string>
  keys: Partial<Record<KeyName, string>>
}

/** What stands in the place of the keys of an account that was deleted. */
export type DestroyedKeys = { at: Instant; deletionId: string }
type Tombstone = { format: 1; account: string; destroyed: string; deletion: string }

export type KeyRing = {
  /** Throws when the account's file is missing or damaged. */
  of(accountId: AccountId): AccountKeys
  /** False while the account's file is missing or damaged. */
  has(accountId: AccountId): boolean
  /** Reads the file again first: another process may have turned the epoch. */
  epochKey(accountId: AccountId, epoch: number): Buffer
  create(accountId: AccountId): void
  addEpoch(accountId: AccountId, epoch: number, at: Instant): void
  /** Destroys these; the last one stays whatever is asked. */
  dropEpochs(accountId: AccountId, gone: readonly number[]): void
  /** As the file is now: another process may have dropped some. */
  afresh(accountId: AccountId): AccountKeys
  /** Overwritten where they lie and removed; a note of it stays. Harmless to repeat. */
  destroy(accountId: AccountId, destroyed: DestroyedKeys): void
  /** Null: they were not destroyed. */
  destroyed(accountId: AccountId): DestroyedKeys | null
}

export function newKeyRing(folder: string, root: Buffer, random: RandomPool): KeyRing {
  const held = new Map<AccountId, AccountKeys>()
  const refuseDestroyed = (accountId: AccountId): void => {
    if (destroyedIn(folder, accountId) === null) return
    throw vaultError('vault.account_keys_destroyed', { account: accountId })
  }
  const load = (accountId: AccountId): AccountKeys => {
    refuseDestroyed(accountId)
    const keys = readAccountFile(folder, root, accountId)
    if (keys === null) throw vaultError('vault.account_keys_missing', { account: accountId })
    held.set(accountId, keys)
    return keys
  }
  const save = (accountId: AccountId, keys: AccountKeys): void => {
    writeKeyFile(folder, accountFileName(accountId), fileText(accountId, keys, root, random))
    held.set(accountId, keys)
  }
  return {
    of: (accountId) => held.get(accountId) ?? load(accountId),
    has: (accountId) => {
      if (held.has(accountId)) return true
      try {
        load(accountId)
        return true
      } catch {
        // Why it does not open is told where somebody needs the keys.
        return false
      }
    },
    epochKey: (accountId, epoch) => {
      const known = held.get(accountId)?.epochs.get(epoch)
      if (known !== undefined) return known
      const keys = load(accountId)
      const key = keys.epochs.get(epoch)
      if (key === undefined) throw epochMissing(accountId, epoch, keys)
      return key
    },
    create: (accountId) => {
      refuseDestroyed(accountId)
      if (readAccountFile(folder, root, accountId) === null) save(accountId, newKeys(random))
    },
    // One that a crash left unused is taken as it is, and counts from now.
    addEpoch: (accountId, epoch, at) => {
      const keys = load(accountId)
      const key = keys.epochs.get(epoch) ?? newKey(random)
      const made = new Map([...keys.made].slice(-turnsTold)).set(epoch, at)
      save(accountId, { ...keys, epochs: new Map(keys.epochs).set(epoch, key), made })
    },
    dropEpochs: (accountId, gone) => {
      const keys = load(accountId)
      const epochs = new Map(keys.epochs)
      for (const epoch of gone) {
        if (epoch === newestOf(keys)) continue
        epochs.get(epoch)?.fill(0)
        epochs.delete(epoch)
      }
      save(accountId, { ...keys, epochs })
    },
    afresh: load,
    destroy: (accountId, destroyed) => {
      const known = held.get(accountId)
      if (known !== undefined) wipe(known)
      held.delete(accountId)
      destroyFile(folder, accountId, destroyed, random)
    },
    destroyed: (accountId) => destroyedIn(folder, accountId),
  }
}

/** The note first: whatever a crash leaves of the keys, they are known to be gone for good. */
function destroyFile(
  folder: string,
  accountId: AccountId,
  destroyed: DestroyedKeys,
  random: RandomPool,
): void {
  if (destroyedIn(folder, accountId) === null) {
    writeKeyFile(folder, noteFileName(accountId), noteText(accountId, destroyed))
  }
  removeKeyFile(folder, accountFileName(accountId), random)
}

/** It stays beside the keys, where a database that is put back does not reach it. */
const noteFileName = (accountId: AccountId) =>
  accountFileName(accountId).replace(/\.json$/, '.destroyed.json')

function noteText(accountId: AccountId, { at, deletionId }: DestroyedKeys): string {
  const destroyed = isoTime(at)
  const note: Tombstone = { format: 1, account: accountId, destroyed, deletion: deletionId }
  return `${JSON.stringify(note, null, 2)}\n`
}

function wipe({ epochs, indexKey, suppressionKey, signingSeed, dataKey }: AccountKeys): void {
  for (const key of [...epochs.values(), indexKey, suppressionKey, signingSeed, dataKey]) {
    key?.fill(0)
  }
}

/** A note that somebody damaged says as much: that it is there is what counts. */
function destroyedIn(folder: string, accountId: AccountId): DestroyedKeys | null {
  const content = readKeyFile(folder, noteFileName(accountId))
  if (content === null) return null
  try {
    const { destroyed, deletion } = JSON.parse(content.toString('utf8')) as Tombstone
    return { at: Date.parse(destroyed), deletionId: deletion }
  } catch (error) {
    throw vaultError('vault.account_keys_unreadable', { account: accountId }, error)
  }
}

/** So many turns can be named to whoever comes with an old copy. */
const turnsTold = 50

const newestOf = ({ epochs }: AccountKeys): number => Math.max(...epochs.keys())

/** Which of the two is the older one: the other has to be the one that is wanted. */
function epochMissing(accountId: AccountId, epoch: number, keys: AccountKeys): AppError {
  const details = { account: accountId, epoch }
  if (epoch > newestOf(keys)) return vaultError('vault.keys_older_than_data', details)
  const since = keys.made.get(epoch + 1)
  return vaultError('vault.epoch_key_missing', {
    ...details,
    since: since === undefined ? '?' : isoTime(since),
  })
}

function newKey(random: RandomPool): Buffer {
  return Buffer.from(random(keyOctets))
}

function newKeys(random: RandomPool): AccountKeys {
  return {
    epochs: new Map([[1, newKey(random)]]),
    made: new Map(),
    indexKey: newKey(random),
    suppressionKey: newKey(random),
    signingSeed: newKey(random),
    dataKey: newKey(random),
  }
}

function contextOf(accountId: AccountId, name: string): string {
  return `accord key|${accountId}|${name}`
}

function fileText(
  accountId: AccountId,
  keys: AccountKeys,
  root: Buffer,
  random: RandomPool,
): string {
  const wrap = (name: string, key: Buffer): string =>
    seal(root, contextOf(accountId, name), key, random).toString('base64')
  const file: File = {
    format: 1,
    account: accountId,
    epochs: Object.fromEntries(
      [...keys.epochs].map(([epoch, key]) => [epoch, wrap(`epoch ${epoch}`, key)]),
    ),
    made: Object.fromEntries([...keys.made].map(([epoch, at]) => [epoch, isoTime(at)])),
    keys: {
      index: wrap('index', keys.indexKey),
      ...(keys.suppressionKey === null
        ? {}
        : { suppression: wrap('suppression', keys.suppressionKey) }),
      signing: wrap('signing', keys.signingSeed),
      data: wrap('data', keys.dataKey),
    },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function readAccountFile(folder: string, root: Buffer, accountId: AccountId): AccountKeys | null {
  const content = readKeyFile(folder, accountFileName(accountId))
  if (content === null) return null
  const file = parsed(content, accountId)
  const unwrap = (name: string, wrapped: string | undefined): Buffer => {
    try {
      if (wrapped === undefined) throw vaultError('vault.account_keys_unreadable')
      return open(root, contextOf(accountId, name), Buffer.from(wrapped, 'base64'))
    } catch (error) {
      throw vaultError('vault.account_keys_unreadable', { account: accountId }, error)
    }
  }
  return {
    epochs: new Map(
      Object.entries(file.epochs).map(([epoch, wrapped]) => [
        Number(epoch),
        unwrap(`epoch ${epoch}`, wrapped),
      ]),
    ),
    made: new Map(Object.entries(file.made ?? {}).map(([e, at]) => [Number(e), Date.parse(at)])),
    indexKey: unwrap('index', file.keys.index),
    suppressionKey: orNull(() => unwrap('suppression', file.keys.suppression)),
    signingSeed: unwrap('signing', file.keys.signing),
    dataKey: unwrap('data', file.keys.data),
  }
}

/** Only this one may be missing: the account can still be read, but writes to nobody unasked. */
function orNull(read: () => Buffer): Buffer | null {
  try {
    return read()
  } catch {
    return null
  }
}

function parsed(content: Buffer, accountId: AccountId): File {
  try {
    const file = JSON.parse(content.toString('utf8')) as File
    if (file.format === 1 && file.account === accountId) return file
  } catch {
    // Said below: a damaged file and a file of another account have the same way back.
  }
  throw vaultError('vault.account_keys_unreadable', { account: accountId })
}
