// Makes a backup while the server runs: the database, the files beside it, the pages of keys apart.
import {
  createReadStream,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { assert, type Instant } from '../kernel/index.ts'
import {
  type BaseFacts,
  boundsOf,
  changePosition,
  countTables,
  lastMigration,
  lsnText,
  takeBaseBackup,
} from '../storage/index.ts'
import { backupKeys, confirmCopy } from '../vault/index.ts'
import { ArchiveWriter } from './archive.ts'
import {
  backupFormat,
  dataFile,
  listBackups,
  makeUnfinished,
  manifestFile,
  nameOf,
  outdated,
  pagesFile,
  removeBackup,
  type Summary,
  summaryFile,
  unfinishedName,
} from './backup-folder.ts'
import { lineForBackup, lineIsWhole, removeUnneeded } from './change-line.ts'
import { copyKeys, keyFilesOf } from './copy-keys.ts'
import type { WorkDeps } from './deps.ts'
import { backupError, folderFault } from './errors.ts'
import { type ChangesAfter, type Manifest, sealManifest } from './manifest.ts'
import { hashFile, type SealedFacts, type SealedWriter, sealedWriter } from './sealed-file.ts'
import { syncAll, syncOne } from './sync-folder.ts'

export type Made = Summary & { path: string; removed: number; seconds: number }
type Owner = Parameters<Parameters<WorkDeps['storage']['asOwner']>[0]>[0]

/** The member of the archive that is the database; the others are files by their path. */
export const databaseMember = 'database.tar'

/**
 * It has its name once it is whole, on disk and read back: killed at any moment it leaves the
 * backups that were there. Only after that may older keys go, and older backups.
 */
export async function makeBackup(
  deps: WorkDeps,
  owner: Owner,
  asked: { folder: string; checkpoint: 'fast' | 'spread' },
): Promise<Made> {
  const { folder } = asked
  const begunAt = deps.timers.now()
  const id = Buffer.from(deps.randomness.bytes(16)).toString('hex')
  const unfinished = makeUnfinished(folder, unfinishedName(id))
  try {
    const summary = await fill(deps, owner, { ...asked, unfinished, id, begunAt })
    const path = join(folder, nameOf(begunAt, id))
    syncAll(unfinished)
    renameSync(unfinished, path)
    syncOne(folder)
    const now = deps.timers.now()
    if (deps.settings.keysCopy !== null) copyKeys(deps.places.keysFolder, deps.settings.keysCopy)
    const seconds = (now - begunAt) / 1000
    // One that somebody made elsewhere may be gone tomorrow: nothing rests on it.
    if (folder !== deps.settings.folder) return { ...summary, path, removed: 0, seconds }
    confirmCopy(deps.places.keysFolder, begunAt, now)
    const old = outdated(listBackups(folder), deps.settings.keepDays, now)
    for (const one of old) removeBackup(one)
    await removeUnneeded(deps, { taken: null })
    return { ...summary, path, removed: old.length, seconds }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw folderFault(error, folder)
  }
}

type Filling = {
  unfinished: string
  id: string
  begunAt: Instant
  checkpoint: 'fast' | 'spread'
}

async function fill(deps: WorkDeps, owner: Owner, filling: Filling): Promise<Summary> {
  const { unfinished, id, begunAt } = filling
  const keys = backupKeys(deps.places.keysFolder, id, deps.randomness)
  // Before the stream, so that nothing is missing behind it.
  const line = await lineForBackup(deps, owner, dirname(unfinished))
  const before = await countTables(owner)
  const archived = await writeData(deps, filling, keys.ofFile(dataFile))
  const after = await countTables(owner)
  const ready = await changePosition(owner)
  const pages = await writePages(deps, filling, keys.ofFile(pagesFile))
  const changes = line === null ? null : await changesAfter(owner, line, archived.base, ready)
  const parts = [
    { name: dataFile, ...archived.facts },
    { name: pagesFile, ...pages.facts },
  ]
  for (const part of parts) await readBack(join(unfinished, part.name), part)
  const { embedded } = deps.storage
  assert(embedded !== null, 'only the embedded server is backed up here')
  const endedAt = new Date(deps.timers.now()).toISOString()
  const shared = {
    ...{ id, begunAt: new Date(begunAt).toISOString(), endedAt, accord: deps.version },
    postgres: embedded.build.version,
  }
  const manifest: Manifest = {
    ...shared,
    migration: await lastMigration(owner),
    tables: boundsOf(before, after),
    accounts: pages.accounts.map(({ accountId, epoch }) => ({ accountId, epoch })),
    pages: pages.accounts.reduce((sum, account) => sum + account.pages, 0),
    files: archived.files,
    plainOctets: archived.plainOctets,
    keyFiles: keyFilesOf(deps.places.keysFolder),
    parts,
    ...(changes === null ? {} : { changes }),
  }
  writeFileSync(join(unfinished, manifestFile), sealManifest(keys, manifest), { mode: 0o600 })
  const octets = parts.reduce((sum, part) => sum + part.octets, 0)
  const summary: Summary = { format: backupFormat, keyMark: keys.mark, ...shared, octets }
  writeFileSync(join(unfinished, summaryFile), `${JSON.stringify(summary, null, 2)}\n`, {
    mode: 0o600,
  })
  return summary
}

/** Null: the server has not kept them for us all the while. */
async function changesAfter(
  owner: Owner,
  line: string,
  { from, to, timeline }: BaseFacts,
  ready: { clockMs: number },
): Promise<ChangesAfter | null> {
  if (!(await lineIsWhole(owner, line))) return null
  const { at: pagesAt } = await changePosition(owner)
  const readyAt = new Date(ready.clockMs).toISOString()
  return { line, timeline, from: lsnText(from), to: lsnText(to), pagesAt, readyAt }
}

/** A disk that took the octets may still give back others. */
async function readBack(path: string, expected: SealedFacts): Promise<void> {
  const found = await hashFile(path)
  if (found.sha256 !== expected.sha256 || found.octets !== expected.octets) {
    throw backupError('backup.damaged', { file: path })
  }
}

/**
 * The ledgers' tiles go before the database and so are never ahead of it; uploads go after it,
 * since rows name them.
 */
async function writeData(
  deps: WorkDeps,
  { unfinished, checkpoint }: Filling,
  key: Uint8Array,
): Promise<{ facts: SealedFacts; files: number; plainOctets: number; base: BaseFacts }> {
  const writer = sealedWriter(join(unfinished, dataFile), key, true)
  return whole(writer, async () => {
    let plainOctets = 0
    const archive = new ArchiveWriter((octets) => {
      plainOctets += octets.length
      return writer.take(octets)
    })
    const { dataFolder, filesFolder } = deps.places
    let files = await addFiles(archive, filesFolder, 'ledger')
    await archive.begin(databaseMember)
    const { address } = deps.storage.wayIn
    const base = await takeBaseBackup(address, checkpoint, (octets) => archive.write(octets))
    await archive.endFile()
    files += await addFiles(archive, filesFolder, 'imports')
    files += await addFile(archive, dataFolder, 'postgres-opened-by.json')
    await archive.end()
    return { files, plainOctets, base }
  })
}

async function whole<T extends object>(
  writer: SealedWriter,
  write: () => Promise<T>,
): Promise<T & { facts: SealedFacts }> {
  try {
    const told = await write()
    return { ...told, facts: await writer.end() }
  } catch (error) {
    writer.abandon()
    throw error
  }
}

async function writePages(deps: WorkDeps, { unfinished }: Filling, key: Uint8Array) {
  const writer = sealedWriter(join(unfinished, pagesFile), key, false)
  return whole(writer, async () => ({ accounts: await deps.vault.copyPages(writer.take) }))
}

/** Of a ledger its checkpoint first: whatever it names is there already when the rest is read. */
async function addFiles(archive: ArchiveWriter, root: string, part: string): Promise<number> {
  const folder = join(root, part)
  if (!existsSync(folder)) return 0
  let added = 0
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort((one, other) => Number(isCheckpoint(other)) - Number(isCheckpoint(one)))
  for (const path of paths) added += await addFile(archive, root, path)
  return added
}

const isCheckpoint = (path: string): boolean => path.endsWith('/checkpoint')

/** What is gone by the time it is read was deleted, which is no fault. */
async function addFile(archive: ArchiveWriter, root: string, path: string): Promise<number> {
  let isBegun = false
  try {
    for await (const octets of createReadStream(join(root, path))) {
      if (!isBegun) await archive.begin(path)
      isBegun = true
      await archive.write(octets as Buffer)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || isBegun) throw error
    return 0
  }
  if (!isBegun) await archive.begin(path)
  await archive.endFile()
  return 1
}
