// Makes a backup while the server runs: the database, the files beside it, the pages of keys apart.
import {
  createReadStream,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
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
  rowsWritten,
  takeBaseBackup,
  timelineHistory,
} from '../storage/index.ts'
import { type BackupKeys, backupKeys, confirmCopy } from '../vault/index.ts'
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
  walFile,
} from './backup-folder.ts'
import { lineForBackup, lineIsWhole, removeUnneeded } from './change-line.ts'
import { copyKeys, keyFilesOf } from './copy-keys.ts'
import type { WorkDeps } from './deps.ts'
import { backupError, folderFault } from './errors.ts'
import { type KeptWal, WalKeeper } from './keep-wal.ts'
import { type ChangesAfter, type Manifest, sealManifest, type WalBeside } from './manifest.ts'
import { Pace, type Step } from './pace.ts'
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

/** Whoever waits is no backup that stands still. */
function stepsOf({ timers }: WorkDeps, owner: Owner, unfinished: string): Step {
  const pace = new Pace({ timers, rowsWritten: () => rowsWritten(owner) })
  return async (isBehind) => {
    const hasWaited = await pace.step(isBehind)
    const now = new Date(timers.now())
    if (hasWaited) utimesSync(unfinished, now, now)
    return hasWaited
  }
}

async function fill(deps: WorkDeps, owner: Owner, filling: Filling): Promise<Summary> {
  const { unfinished, id, begunAt } = filling
  const keys = backupKeys(deps.places.keysFolder, id, deps.randomness)
  // Before the stream, so that nothing is missing behind it.
  const line = await lineForBackup(deps, owner, dirname(unfinished))
  const step = stepsOf(deps, owner, unfinished)
  const before = await countTables(owner, step)
  const archived = await writeData(deps, filling, keys, step)
  const after = await countTables(owner, step)
  const ready = await changePosition(owner)
  const pages = await writePages(deps, filling, keys.ofFile(pagesFile), step)
  const changes = line === null ? null : await changesAfter(owner, line, archived.base, ready)
  const parts = [
    { name: dataFile, ...archived.facts },
    { name: walFile, ...archived.wal.facts },
    { name: pagesFile, ...pages.facts },
  ]
  for (const part of parts) await readBack(join(unfinished, part.name), part, step)
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
    // What is replayed may be written once more into the tables.
    plainOctets: archived.plainOctets + 2 * Number(archived.wal.to - archived.wal.from),
    keyFiles: keyFilesOf(deps.places.keysFolder),
    parts,
    wal: await walBeside(deps, archived.wal),
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

async function walBeside({ storage }: WorkDeps, wal: KeptWal): Promise<WalBeside> {
  const { from, to, timeline } = wal
  const history = await timelineHistory(storage.wayIn.address, timeline)
  return { from: lsnText(from), to: lsnText(to), timeline, history }
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
async function readBack(path: string, expected: SealedFacts, step: Step): Promise<void> {
  const found = await hashFile(path, step)
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
  filling: Filling,
  keys: BackupKeys,
  step: Step,
): Promise<{ facts: SealedFacts; files: number; plainOctets: number } & Base> {
  const writer = sealedWriter(join(filling.unfinished, dataFile), keys.ofFile(dataFile), true)
  return whole(writer, async () => {
    let plainOctets = 0
    const archive = new ArchiveWriter((octets) => {
      plainOctets += octets.length
      return writer.take(octets)
    })
    const { dataFolder, filesFolder } = deps.places
    let files = await addFiles(archive, filesFolder, { part: 'ledger', step })
    await archive.begin(databaseMember)
    const based = await takeBase(deps, filling, keys, { archive, step })
    await archive.endFile()
    files += await addFiles(archive, filesFolder, { part: 'imports', step })
    files += await addFile(archive, dataFolder, 'postgres-opened-by.json')
    await archive.end()
    return { files, plainOctets, ...based }
  })
}

type Base = { base: BaseFacts; wal: KeptWal }

/** The files wait for what the server writes meanwhile, which waits for nothing. */
async function takeBase(
  { storage, timers }: WorkDeps,
  { unfinished, id, checkpoint }: Filling,
  keys: BackupKeys,
  { archive, step }: { archive: ArchiveWriter; step: Step },
): Promise<Base> {
  const { address } = storage.wayIn
  const place = { id, path: join(unfinished, walFile), key: keys.ofFile(walFile) }
  const keeper = await WalKeeper.begin({ timers, address }, place)
  try {
    const base = await takeBaseBackup(address, checkpoint, async (octets) => {
      keeper.demandWhole()
      await archive.write(octets)
      await step(() => keeper.isBehind())
    })
    const wal = await keeper.end(base.to)
    const isWhole = wal.from <= base.from && wal.timeline === base.timeline
    assert(isWhole, 'what was received begins before the base backup')
    return { base, wal }
  } catch (error) {
    await keeper.abandon()
    throw error
  }
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

async function writePages(deps: WorkDeps, { unfinished }: Filling, key: Uint8Array, step: Step) {
  const writer = sealedWriter(join(unfinished, pagesFile), key, false)
  const take = async (octets: Buffer): Promise<void> => {
    await writer.take(octets)
    await step()
  }
  return whole(writer, async () => ({ accounts: await deps.vault.copyPages(take) }))
}

/** Of a ledger its checkpoint first: whatever it names is there already when the rest is read. */
async function addFiles(
  archive: ArchiveWriter,
  root: string,
  { part, step }: { part: string; step: Step },
): Promise<number> {
  const folder = join(root, part)
  if (!existsSync(folder)) return 0
  let added = 0
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort((one, other) => Number(isCheckpoint(other)) - Number(isCheckpoint(one)))
  for (const path of paths) {
    added += await addFile(archive, root, path)
    await step()
  }
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
