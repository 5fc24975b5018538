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
import { AppError, BugError, type Instant, type Randomness, type Timers } from '../kernel/index.ts'
import {
  chooseServerUser,
  endEmbedded,
  makeOwnFolder,
  openStorage,
  type ServerUser,
  type Storage,
  TarUnpacker,
} from '../storage/index.ts'
import { copyAllPages, putBackPages } from '../vault/index.ts'
import { type ArchiveFile, readArchive } from './archive.ts'
import { dataFile, demandRoom, listBackups, pagesFile } from './backup-folder.ts'
import { backupsToKeepFor } from './change-line.ts'
import type { RestoredData, UploadLost } from './deps.ts'
import { backupError, folderFault } from './errors.ts'
import { putWal } from './keep-wal.ts'
import { databaseMember } from './make-backup.ts'
import { type OpenedBackup, openBackup } from './manifest.ts'
import {
  demandMoment,
  type HeldChanges,
  heldChanges,
  holdsPagesOf,
  replayChanges,
  roomForChanges,
  wholeChanges,
} from './replay-changes.ts'
import { readSealed, sealedWriter } from './sealed-file.ts'
import { syncAll, syncOne } from './sync-folder.ts'

export type RestoreDeps = {
  keysFolder: string
  timers: Timers
  randomness: Randomness
  /** How many people of restored data do not open; null: keys are missing. */
  countClosed(restored: Omit<RestoredData, 'dataFolder'>): Promise<number | null>
  /** Ends the imports whose contact files are not in the restored data, and tells them. */
  loseUploads(restored: RestoredData): Promise<UploadLost[]>
}

export type Restored = {
  begunAt: string
  /** Up to when changes after the backup are in it; null: it is the backup alone. */
  changesUntil: string | null
  /** When the keys of people were copied that were put in, or up to when those in it are. */
  pagesOf: string
  /** The pages that were named are older than these, and were left out. */
  pagesLeftOut: boolean
  /** People in it who cannot be read: erased, or of a history that its keys do not know. */
  peopleClosed: number | null
  accounts: number
  files: number
  /** Users whose recovery codes are void: what was used since would open again. */
  recoveryCodesVoidOf: number
  /** All: some of them were ended since. */
  sessionsEnded: number
  /** Users who have passkeys alone, which answer the old name in the address and no other. */
  passkeyOnlyUsers: number
  /** Contact files that wait for their import and are not in it: each is to be put up again. */
  uploadsLost: UploadLost[]
  seconds: number
}

export type RestoreAsked = {
  /** One, or the folder of them all. */
  backup: string
  to: string
  /** A backup whose pages of keys go in where no younger ones are held; null: the youngest held. */
  pages: string | null
  /** The moment to which the changes after it are replayed; `end`: all, `none`: none of them. */
  at: Instant | 'end' | 'none'
}

/** Under another name beside `to` until all is done: what has the name is whole. */
export async function restoreBackup(deps: RestoreDeps, asked: RestoreAsked): Promise<Restored> {
  const startedAt = deps.timers.now()
  const { to } = asked
  const plan = await planOf(deps, asked)
  demandEmpty(to)
  const stage = await newStage(to, deps.timers)
  try {
    demandRoom(dirname(to), roomFor(plan))
    const pages = await pagesFor(deps, plan, stage)
    await extractBackup(plan.backup, stage)
    const { reachedAt, ...restored } = await onReplayed(deps, plan, stage, async (storage, at) => ({
      reachedAt: at,
      accounts: pages === null ? plan.backup.manifest.accounts.length : await pages.put(storage),
      peopleClosed: await deps.countClosed({
        ...{ database: storage.database, keysFolder: deps.keysFolder },
      }),
      ...(await endWhatCameBack(storage.database, {
        ...{ at: deps.timers.now(), by: 'command_line' },
      })),
      passkeyOnlyUsers: await passkeyOnlyUsers(storage.database),
      uploadsLost: await deps.loseUploads({
        ...{ database: storage.database, keysFolder: deps.keysFolder, dataFolder: stage },
      }),
    }))
    for (const name of ['run', 'log', 'postgres-owner', 'programs']) {
      rmSync(join(stage, name), { recursive: true, force: true })
    }
    syncAll(stage)
    moveTo(stage, to)
    const { begunAt } = plan.backup.found
    const seconds = (deps.timers.now() - startedAt) / 1000
    const { files } = plan.backup.manifest
    const changesUntil = reachedAt === null ? null : new Date(reachedAt).toISOString()
    return {
      begunAt,
      changesUntil,
      pagesOf: pages?.of ?? changesUntil ?? begunAt,
      pagesLeftOut: plan.pagesLeftOut,
      ...restored,
      files,
      seconds,
    }
  } catch (error) {
    await endEmbedded(stage, deps.timers)
    rmSync(stage, { recursive: true, force: true })
    throw folderFault(error, dirname(to))
  }
}

type Plan = {
  backup: OpenedBackup
  /** What is replayed after it; null: nothing. */
  held: HeldChanges | null
  at: Instant | null
  /** Whose pages go in; null: those that are in it are the youngest. */
  pages: { backup: OpenedBackup; held: HeldChanges | null } | null
  pagesLeftOut: boolean
}

/** Everything that can be refused is refused here. */
async function planOf(deps: RestoreDeps, asked: RestoreAsked): Promise<Plan> {
  const open = (path: string) => openBackup(path, deps.keysFolder, deps.randomness)
  const backup = open(chosenBackup(deps, asked))
  const at = typeof asked.at === 'number' ? asked.at : null
  const held = asked.at === 'none' ? null : await changesAfter(deps, backup)
  if (held === null && at !== null) throw backupError('backup.changes_not_held')
  if (held !== null) demandMoment(held, at)
  const named = asked.pages === null ? null : open(asked.pages)
  const shared = { backup, held, at }
  const pages = await youngestPages(deps, shared).catch((error: unknown) => {
    // Where those beside it are damaged, those that are named are the only ones.
    if (named === null || !(error instanceof AppError)) throw error
    return { backup: named, held: null }
  })
  if (named === null) return { ...shared, pages, pagesLeftOut: false }
  if (isYounger(named, shared, pages)) {
    return { ...shared, pages: { backup: named, held: null }, pagesLeftOut: false }
  }
  const isNamed = pages?.held === null && pages.backup.found.id === named.found.id
  return { ...shared, pages, pagesLeftOut: !isNamed }
}

type Data = Pick<Plan, 'backup' | 'held' | 'at'>

async function youngestPages(
  deps: RestoreDeps,
  { backup, held, at }: Data,
): Promise<Plan['pages']> {
  const path = youngestBeside(backup)
  const youngest = openBackup(path, deps.keysFolder, deps.randomness)
  if (at === null && held !== null && holdsPagesOf(held, youngest)) return null
  const since = await changesAfter(deps, youngest)
  // Changes that end before its pages were copied bring older ones.
  return { backup: youngest, held: holdsPagesOf(since, youngest) ? since : null }
}

/** Older ones would bring back whoever was erased after them. */
function isYounger(named: OpenedBackup, { held }: Data, pages: Plan['pages']): boolean {
  const source = pages === null ? held : pages.held
  if (source === null) return named.found.begun > (pages?.backup.found.begun ?? 0)
  if (named.manifest.changes?.line === source.after.line) return !holdsPagesOf(source, named)
  return Date.parse(named.manifest.endedAt) > source.until
}

/**
 * A backup, or the folder of them all: then the youngest, or for a moment the youngest that was
 * made before it.
 */
function chosenBackup(deps: RestoreDeps, { backup: path, at }: RestoreAsked): string {
  const [youngest, ...more] = listBackups(path)
  if (youngest === undefined || typeof at !== 'number') return youngest?.path ?? path
  const kept = keptIn(deps, path)
  const before = kept.find(({ manifest: { changes } }) => Date.parse(changes?.readyAt ?? '') <= at)
  // Where there is none, its refusal tells the earliest moment.
  return before?.found.path ?? kept.at(-1)?.found.path ?? more.at(-1)?.path ?? youngest.path
}

const keptIn = (deps: RestoreDeps, folder: string) =>
  backupsToKeepFor({
    ...{ randomness: deps.randomness, settings: { folder } },
    places: { dataFolder: '', filesFolder: '', keysFolder: deps.keysFolder },
  })

/** Of those whose changes stay, a missing piece is a fault. */
async function changesAfter(deps: RestoreDeps, backup: OpenedBackup): Promise<HeldChanges | null> {
  const folder = dirname(backup.found.path)
  const isKept = keptIn(deps, folder).some(({ found }) => found.path === backup.found.path)
  const held = heldChanges(deps, { folder, isKept, manifest: backup.manifest })
  return held === null ? null : wholeChanges(held)
}

/**
 * The youngest pages of all are in the changes: they are replayed to their end apart, and the pages
 * are taken from there. So whoever was erased after the moment that is restored is erased in it.
 */
async function pagesFor(
  deps: RestoreDeps,
  { pages }: Plan,
  stage: string,
): Promise<{ of: string; put(storage: Storage): Promise<number> } | null> {
  if (pages === null) return null
  const { backup, held } = pages
  if (held === null) {
    return { of: backup.found.begunAt, put: (storage) => putPages(deps, storage, backup) }
  }
  const aside = asideOf(stage)
  const path = join(stage, 'pages.sealed')
  const key = deps.randomness.bytes(32)
  makeOwnFolder(aside)
  try {
    await extractBackup(backup, aside)
    await onReplayed(deps, { backup, held, at: null }, aside, async ({ database }) => {
      const writer = sealedWriter(path, key, false)
      await copyAllPages(database, writer.take)
      await writer.end()
    })
  } finally {
    await endEmbedded(aside, deps.timers)
    rmSync(aside, { recursive: true, force: true })
  }
  return {
    of: new Date(held.until).toISOString(),
    put: async ({ database }) => {
      const octets = readSealed(path, key, false)
      const { accounts } = await putBackPages(database, octets, deps.timers.now())
      rmSync(path)
      return accounts
    },
  }
}

function onReplayed<T>(
  deps: RestoreDeps,
  { held, at }: Pick<Plan, 'backup' | 'held' | 'at'>,
  dataFolder: string,
  work: (storage: Storage, until: Instant | null) => Promise<T>,
): Promise<T> {
  if (held === null) return onRestored(deps, dataFolder, (storage) => work(storage, null))
  return replayChanges(held, { dataFolder, at }, (on, run) => onRestored(deps, on, run), work)
}

/** The archive, and as much again for the pages that are written anew. */
function roomFor({ backup: { manifest }, held, pages }: Plan): number {
  const ofPages = manifest.parts.find(({ name }) => name === pagesFile)?.octets ?? 0
  const own = manifest.plainOctets + 2 * ofPages + roomForChanges(held)
  if (pages === null || pages.held === null) return own
  return Math.max(own, pages.backup.manifest.plainOctets + roomForChanges(pages.held))
}

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

const stagePattern = (to: string) =>
  new RegExp(`^\\.${escaped(basename(to))}\\.restoring-(\\d+)(?:-aside)?$`)
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const stageOf = (to: string): string =>
  join(dirname(to), `.${basename(to)}.restoring-${process.pid}`)

/** Of this process, where somebody asks it to end: its server would go on without it. */
export async function abandonRestore(to: string, timers: Timers): Promise<void> {
  for (const folder of [stageOf(to), asideOf(stageOf(to))]) {
    await endEmbedded(folder, timers)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Beside it, since the database's own user has to pass. */
const asideOf = (stage: string): string => `${stage}-aside`

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

/** Into a folder that is there and empty; `step` is waited for now and then. */
export async function extractBackup(
  backup: OpenedBackup,
  into: string,
  step: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const user = chooseServerUser(null)
  const path = join(backup.found.path, dataFile)
  const octets = stepping(readSealed(path, backup.keys.ofFile(dataFile), true), step)
  const isWhole = await readArchive(octets, (name) =>
    name === databaseMember ? databaseInto(into, user, path) : fileInto(into, name),
  )
  if (!isWhole) throw backupError('backup.damaged', { file: path })
  await putWal(backup, into)
}

async function* stepping(
  octets: AsyncIterable<Buffer>,
  step: () => Promise<unknown>,
): AsyncGenerator<Buffer> {
  for await (const some of octets) {
    yield some
    await step()
  }
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
  { keysFolder, timers, randomness }: Omit<RestoreDeps, 'countClosed' | 'loseUploads'>,
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
  { timers }: Pick<RestoreDeps, 'timers'>,
  { database }: Pick<Storage, 'database'>,
  pages: OpenedBackup,
): Promise<number> {
  const path = join(pages.found.path, pagesFile)
  const octets = readSealed(path, pages.keys.ofFile(pagesFile), false)
  return (await putBackPages(database, octets, timers.now())).accounts
}
