// Puts a backup into an empty folder: whole or not at all, and with the keys of people of today.
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { endWhatCameBack, passkeyOnlyUsers } from '../accounts/index.ts'
import { BugError, type Randomness, type Timers } from '../kernel/index.ts'
import {
  chooseServerUser,
  endEmbedded,
  makeOwnFolder,
  openStorage,
  type ServerUser,
  type Storage,
  TarUnpacker,
} from '../storage/index.ts'
import { putBackPages } from '../vault/index.ts'
import { type ArchiveFile, readArchive } from './archive.ts'
import { dataFile, demandRoom, listBackups, pagesFile } from './backup-folder.ts'
import { backupError, folderFault } from './errors.ts'
import { databaseMember } from './make-backup.ts'
import { type OpenedBackup, openBackup } from './manifest.ts'
import { readSealed } from './sealed-file.ts'
import { syncAll, syncOne } from './sync-folder.ts'

export type RestoreDeps = { keysFolder: string; timers: Timers; randomness: Randomness }

export type Restored = {
  begunAt: string
  /** When the keys of people were copied that were put in. */
  pagesOf: string
  accounts: number
  files: number
  /** Users whose recovery codes are void: what was used since would open again. */
  recoveryCodesVoidOf: number
  /** All: some of them were ended since. */
  sessionsEnded: number
  /** Users who have passkeys alone, which answer the old name in the address and no other. */
  passkeyOnlyUsers: number
  seconds: number
}

/**
 * Under another name beside `to` until all is done: what has the name is whole. `pages`: a younger
 * backup whose pages of keys go in; the youngest one beside it unless it is said.
 */
export async function restoreBackup(
  deps: RestoreDeps,
  asked: { backup: string; to: string; pages: string | null },
): Promise<Restored> {
  const startedAt = deps.timers.now()
  const backup = openBackup(asked.backup, deps.keysFolder, deps.randomness)
  const pages = openBackup(asked.pages ?? youngestBeside(backup), deps.keysFolder, deps.randomness)
  const { to } = asked
  demandEmpty(to)
  const stage = await newStage(to, deps.timers)
  try {
    demandRoom(dirname(to), roomFor(backup))
    await extractBackup(backup, stage)
    const restored = await onRestored(deps, stage, async (storage) => ({
      accounts: await putPages(deps, storage, pages),
      ...(await endWhatCameBack(storage.database, {
        ...{ at: deps.timers.now(), by: 'command_line' },
      })),
      passkeyOnlyUsers: await passkeyOnlyUsers(storage.database),
    }))
    for (const name of ['run', 'log', 'postgres-owner', 'programs']) {
      rmSync(join(stage, name), { recursive: true, force: true })
    }
    syncAll(stage)
    moveTo(stage, to)
    const { begunAt } = backup.found
    const seconds = (deps.timers.now() - startedAt) / 1000
    const files = backup.manifest.files
    const pagesOf = pages.found.begunAt
    return { begunAt, pagesOf, ...restored, files, seconds }
  } catch (error) {
    await endEmbedded(stage, deps.timers)
    rmSync(stage, { recursive: true, force: true })
    throw folderFault(error, dirname(to))
  }
}

/** The archive, and as much again for the pages that are written anew. */
const roomFor = ({ manifest }: OpenedBackup): number =>
  manifest.plainOctets + 2 * (manifest.parts.find(({ name }) => name === pagesFile)?.octets ?? 0)

function youngestBeside({ found }: OpenedBackup): string {
  const [youngest] = listBackups(dirname(found.path))
  return youngest !== undefined && youngest.begun > found.begun ? youngest.path : found.path
}

function demandEmpty(to: string): void {
  const stats = statSync(to, { throwIfNoEntry: false })
  if (stats === undefined) return
  if (!stats.isDirectory() || readdirSync(to).length > 0) {
    throw backupError('backup.target_not_empty', { folder: to })
  }
}

const stagePattern = (to: string) => new RegExp(`^\\.${escaped(basename(to))}\\.restoring-(\\d+)$`)
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const stageOf = (to: string): string =>
  join(dirname(to), `.${basename(to)}.restoring-${process.pid}`)

/** Of this process, where somebody asks it to end: its server would go on without it. */
export async function abandonRestore(to: string, timers: Timers): Promise<void> {
  await endEmbedded(stageOf(to), timers)
  rmSync(stageOf(to), { recursive: true, force: true })
}

/** What a restore that was killed left is ended and removed; it never had the folder's name. */
async function newStage(to: string, timers: Timers): Promise<string> {
  const parent = dirname(to)
  try {
    for (const name of existsSync(parent) ? readdirSync(parent) : []) {
      const pid = stagePattern(to).exec(name)?.[1]
      if (pid === undefined || isAlive(Number(pid))) continue
      await endEmbedded(join(parent, name), timers)
      rmSync(join(parent, name), { recursive: true, force: true })
    }
    const stage = stageOf(to)
    makeOwnFolder(stage)
    return stage
  } catch (error) {
    throw backupError('backup.target_unusable', { folder: to }, error)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function moveTo(stage: string, to: string): void {
  try {
    renameSync(stage, to)
    syncOne(dirname(to))
  } catch (error) {
    throw backupError('backup.target_unusable', { folder: to }, error)
  }
}

/** Into a folder that is there and empty. */
export async function extractBackup(backup: OpenedBackup, into: string): Promise<void> {
  const user = chooseServerUser(null)
  const path = join(backup.found.path, dataFile)
  const octets = readSealed(path, backup.keys.ofFile(dataFile), true)
  const isWhole = await readArchive(octets, (name) =>
    name === databaseMember ? databaseInto(into, user, path) : fileInto(into, name),
  )
  if (!isWhole) throw backupError('backup.damaged', { file: path })
}

function databaseInto(into: string, user: ServerUser, path: string): ArchiveFile {
  const folder = join(into, 'postgres')
  const tar = new TarUnpacker(folder, user)
  return {
    write: (octets) => tar.write(octets),
    end: () => {
      if (!tar.end()) throw backupError('backup.damaged', { file: path })
      chmodSync(folder, 0o700)
    },
  }
}

function fileInto(into: string, name: string): ArchiveFile {
  const path = normalize(join(into, name))
  if (!path.startsWith(`${into}/`)) throw new BugError('a backup names a path outside its folder')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'wx', 0o600)
  return {
    write: (octets) => {
      for (let at = 0; at < octets.length; ) at += writeSync(file, octets, at)
    },
    end: () => closeSync(file),
  }
}

/** Its own server on the folder, which goes on to the moment at which the backup ended. */
export async function onRestored<T>(
  { keysFolder, timers, randomness }: RestoreDeps,
  dataFolder: string,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const shared = { databaseUrl: null, dataFolder, keysFolder, timers, randomness }
  const connectionsMax = { app: 2, engine: 1 }
  const storage = await openStorage({ ...shared, connectionsMax, mustExist: true, migrations: [] })
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

export async function putPages(
  { timers }: RestoreDeps,
  { database }: Pick<Storage, 'database'>,
  pages: OpenedBackup,
): Promise<number> {
  const path = join(pages.found.path, pagesFile)
  const octets = readSealed(path, pages.keys.ofFile(pagesFile), false)
  return (await putBackPages(database, octets, timers.now())).accounts
}
