// What a backup holds and how to check that it is whole: sealed, so that it cannot be exchanged.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountId, Randomness } from '../kernel/index.ts'
import type { TableBounds } from '../storage/index.ts'
import { type BackupKeys, backupKeys } from '../vault/index.ts'
import { type FoundBackup, manifestFile, readSummary } from './backup-folder.ts'
import { backupError } from './errors.ts'
import type { SealedFacts } from './sealed-file.ts'

export type Manifest = {
  id: string
  begunAt: string
  endedAt: string
  accord: string
  postgres: string
  /** The last migration of its tables. */
  migration: string
  tables: TableBounds[]
  /** Under which key of each account its keys of people are sealed. */
  accounts: { accountId: AccountId; epoch: number }[]
  pages: number
  /** Beside the database: the ledgers' tiles, uploads at work. */
  files: number
  /** What the restored data needs on a disk, before the pages are put back. */
  plainOctets: number
  /** The files of the keys folder that belong to it, by name. */
  keyFiles: string[]
  parts: ({ name: string } & SealedFacts)[]
  /** What the server wrote meanwhile; absent: it is within the database, as in the first form. */
  wal?: WalBeside
  /** How changes follow on it; absent: none are kept for it. */
  changes?: ChangesAfter
}

export type WalBeside = {
  /** Positions: where its file begins, and up to where it is to be replayed. */
  from: string
  to: string
  timeline: number
  /** How its timeline began; null: it is the first one. */
  history: string | null
}

export type ChangesAfter = {
  /** The line of changes in which it stands. */
  line: string
  timeline: number
  /** Positions in the WAL: where it begins, and from where on it is consistent. */
  from: string
  to: string
  /** Where the WAL was once its pages of keys were copied. */
  pagesAt: string
  /** The first moment to which changes may bring it, by the database's clock. */
  readyAt: string
}

const contextOf = (id: string): string => `backup manifest|${id}`

export function sealManifest(keys: BackupKeys, manifest: Manifest): Buffer {
  return keys.seal(contextOf(manifest.id), Buffer.from(JSON.stringify(manifest)))
}

export type OpenedBackup = { found: FoundBackup; keys: BackupKeys; manifest: Manifest }

/** Refuses the keys of another installation, and a backup of which a part is missing or cut off. */
export function openBackup(path: string, keysFolder: string, randomness: Randomness): OpenedBackup {
  const found = readSummary(path)
  const keys = backupKeys(keysFolder, found.id, randomness)
  if (keys.mark !== found.keyMark) throw backupError('backup.key_wrong', { folder: keysFolder })
  const manifest = manifestOf(path, found.id, keys)
  for (const { name, octets } of manifest.parts) {
    const file = join(path, name)
    if (statSync(file, { throwIfNoEntry: false })?.size !== octets) {
      throw backupError('backup.damaged', { file })
    }
  }
  return { found, keys, manifest }
}

function manifestOf(path: string, id: string, keys: BackupKeys): Manifest {
  const file = join(path, manifestFile)
  try {
    const text = keys.open(contextOf(id), readFileSync(file)).toString('utf8')
    const manifest = JSON.parse(text) as Manifest
    if (manifest.id === id) return manifest
  } catch (error) {
    throw backupError('backup.damaged', { file }, error)
  }
  throw backupError('backup.damaged', { file })
}
