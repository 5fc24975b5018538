// The embedded PostgreSQL: one command starts it, a killed one is found again, nothing is lost.
import {
  chownSync,
  existsSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError, BugError, type Timers } from '../../kernel/index.ts'
import { diskFull, folderFault, folderUnreadable, startError } from '../errors.ts'
import type { ServerAddress } from '../server-address.ts'
import {
  type Choice,
  chooseRuntime,
  type LastOpening,
  mayOrderDiffer,
  type Origin,
} from './choose-runtime.ts'
import { type Candidate, findRuntimes, machinePrograms } from './find-runtimes.ts'
import { type Folders, isAlive, prepareFolders, processStat } from './folders.ts'
import { initialise, superuser } from './initialise.ts'
import { hasIcuIndex, readLastOpening, writeLastOpening } from './last-opening.ts'
import {
  type Attempt,
  addressOf,
  askServing,
  launch,
  livePostmaster,
  removeForeignPidFile,
  type Serving,
  socketPort,
  stopPostmaster,
} from './postmaster.ts'
import type { Runtime } from './runtime.ts'
import { ownUser } from './server-user.ts'
import { pgHbaConf, pgIdentConf, postgresqlConf } from './settings.ts'

export { superuser } from './initialise.ts'

/** The logins of an embedded server, besides the superuser. */
export const embeddedRoles = ['accord_owner', 'accord_app', 'accord_engine', 'accord_jobs'] as const

/** Reads the whole server for a backup, and no table by a statement. */
export const backupRole = 'accord_backup'

export type EmbeddedServer = {
  address(database: string): ServerAddress
  /** `started` anew, `adopted` from a server that was killed, `shared` with one that is running. */
  how: 'started' | 'adopted' | 'shared'
  pid: number
  build: Build
  /** Why it does not run, since the last try to start it again; null while it does. */
  downBecause(): AppError | null
  /** Stops it, unless another running server owns it. */
  stop(): Promise<void>
}

/** Which PostgreSQL runs, and what whoever runs the machine should know of it. */
export type Build = {
  origin: Origin
  version: string
  /** Where its programs lie. */
  folder: string
  warning: BuildWarning | null
}

/**
 * `older`: a newer minor version opened the data before. `bound`: an index that somebody added is
 * ordered by the ICU of these programs, so they stay though there are newer ones. `reordered`: such
 * an index was ordered by programs that are no longer here, and has to be built again.
 */
export type BuildWarning = 'older' | 'bound' | 'reordered'

const retryForMs = 10_000
const pollMs = 15

/** Starts the server on `<dataFolder>/postgres`, or joins the one that runs there. */
export async function startEmbedded(
  dataFolder: string,
  timers: Timers,
  machineFolder: string | null = machinePrograms,
): Promise<EmbeddedServer> {
  const folders = prepareFolders(dataFolder)
  const found = findRuntimes(folders, machineFolder)
  const newest = chosen(found, readLastOpening(folders), false)
  await initialise(folders, newest.runtime.prepare)
  const isChanged = writeSettings(folders)
  const facts = { folders, timers, machineFolder }
  const pid = livePostmaster(folders)
  const serving = pid === null ? null : await askServing(folders)
  if (pid !== null && serving !== null) {
    const running = { pid, build: buildOf(serving, null, machineFolder) }
    if (liveOwner(folders) !== null) return server({ ...facts, running, how: 'shared' })
    if (!isChanged && isServedBy(serving, newest.runtime)) {
      claim(folders)
      return server({ ...facts, running, how: 'adopted' })
    }
    await stopPostmaster(pid, timers)
  }
  const running = await startNewest(facts)
  claim(folders)
  return server({ ...facts, running, how: 'started' })
}

/** Ends the server of a folder that nobody uses any more: whoever started it was killed. */
export async function endEmbedded(dataFolder: string, timers: Timers): Promise<void> {
  const pid = livePostmaster({ data: join(dataFolder, 'postgres') })
  if (pid !== null) await stopPostmaster(pid, timers)
}

type Facts = { folders: Folders; timers: Timers; machineFolder: string | null }
type Running = { pid: number; build: Build }

/** The newest programs, unless an index is bound to those that opened the data before. */
async function startNewest({ folders, timers, machineFolder }: Facts): Promise<Running> {
  const found = findRuntimes(folders, machineFolder)
  const last = readLastOpening(folders)
  const newest = chosen(found, last, false)
  let { pid, serving } = await start(folders, newest.runtime.prepare(), timers)
  let warning: BuildWarning | null = newest.isOlder ? 'older' : null
  const { origin, version } = newest.runtime
  const mayDiffer = mayOrderDiffer({ origin, version, icu: serving.icu }, last)
  if (mayDiffer && (await hasIcuIndex((database) => addressOf(folders, database)))) {
    const former = chosen(found, last, true).runtime
    if (former === newest.runtime) warning = 'reordered'
    else {
      await stopPostmaster(pid, timers)
      const again = await start(folders, former.prepare(), timers)
      pid = again.pid
      serving = again.serving
      warning = 'bound'
    }
  }
  const build = buildOf(serving, warning, machineFolder)
  writeLastOpening(folders, { ...build, icu: serving.icu })
  return { pid, build }
}

function chosen(
  found: readonly Candidate[],
  last: LastOpening | null,
  isBound: boolean,
): Choice<Candidate> {
  const choice = chooseRuntime(found, last, isBound)
  if (choice === null) throw new BugError('no PostgreSQL to choose from')
  return choice
}

function buildOf(
  { version, folder }: Serving,
  warning: BuildWarning | null,
  machineFolder: string | null,
): Build {
  const isOfMachine = machineFolder !== null && folder === realFolder(machineFolder)
  return { origin: isOfMachine ? 'machine' : 'package', version, folder, warning }
}

function isServedBy(serving: Serving, candidate: Candidate): boolean {
  const folder = realFolder(dirname(candidate.prepare().postgres))
  return serving.version === candidate.version && serving.folder === folder
}

/** PostgreSQL tells where its programs lie with all links followed. */
function realFolder(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder
}

/** Returns true when they differ from those that a running server was started with. */
function writeSettings(folders: Folders): boolean {
  const roles = [superuser, ...embeddedRoles, backupRole]
  const files: Record<string, string> = {
    'postgresql.conf': postgresqlConf({
      socketFolder: folders.socket,
      port: socketPort,
      logFolder: folders.log,
    }),
    'pg_hba.conf': pgHbaConf,
    'pg_ident.conf': pgIdentConf(ownUser().name, roles),
  }
  let isChanged = false
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folders.data, name)
      if (readFileSync(path, 'utf8') === text) continue
      isChanged = true
      writeFileSync(path, text, { mode: 0o600 })
      if (folders.user.isOther) chownSync(path, folders.user.uid, folders.user.gid)
    }
  } catch (error) {
    throw folderFault(error, folders.root)
  }
  return isChanged
}

type Started = { pid: number; serving: Serving }

/**
 * After a crash the old server's pid may live on for a second or two, as a zombie or as processes
 * that are still leaving; PostgreSQL then refuses, and the next try succeeds.
 */
async function start(folders: Folders, runtime: Runtime, timers: Timers): Promise<Started> {
  const startedAt = timers.now()
  for (;;) {
    removeForeignPidFile(folders)
    const attempt = launch(folders, runtime)
    const serving = await ready(folders, attempt, timers)
    const { pid } = attempt.child
    if (serving !== null && pid !== undefined) return { pid, serving }
    const said = attempt.said()
    if (!isPassing(said) || timers.now() - startedAt > retryForMs) {
      throw startFailed(said, folders)
    }
    await timers.sleep(100)
  }
}

/** Recovery after a crash may take minutes; as long as the process lives, it is at work. */
async function ready(folders: Folders, attempt: Attempt, timers: Timers): Promise<Serving | null> {
  while (!attempt.ended()) {
    const serving = await askServing(folders)
    if (serving !== null) return serving
    await timers.sleep(pollMs)
  }
  return null
}

function isPassing(said: string): boolean {
  return /lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(said)
}

function startFailed(said: string, folders: Folders): AppError {
  if (/no space left|disk quota/i.test(said)) return diskFull(folders.root)
  if (/lock file ".*\.s\.PGSQL|could not bind Unix address|could not create any Unix/.test(said)) {
    return startError(
      'storage.socket_in_use',
      `Another program holds the database's socket in ${folders.socket}: stop it, then start again.`,
      { folder: folders.socket },
    )
  }
  if (isPassing(said)) {
    return startError(
      'storage.data_in_use',
      `Another PostgreSQL is using ${folders.data} and does not answer: stop it, then start again.`,
      { folder: folders.data },
    )
  }
  if (/permission denied/i.test(said)) return folderUnreadable(folders.data)
  if (isNearlyFull(folders.data)) return diskFull(folders.root)
  const reason =
    /(?:FATAL|PANIC|ERROR): {2}(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? ''
  return startError(
    'storage.embedded_failed',
    `PostgreSQL did not start (${reason}): see ${join(folders.log, 'start.log')}, or set ` +
      'DATABASE_URL to a PostgreSQL 17 or newer.',
    { folder: folders.log, reason },
  )
}

/**
 * Its own words about a full disk may have found no room on it: one file of its log is as large.
 */
const leastOctets = 16 * 1024 * 1024
function isNearlyFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastOctets
}

function server(facts: Facts & { running: Running; how: EmbeddedServer['how'] }): EmbeddedServer {
  const { folders, running, how, timers } = facts
  const watched = how === 'shared' ? null : watchOver(facts)
  return {
    address: (database) => addressOf(folders, database),
    how,
    pid: running.pid,
    build: running.build,
    downBecause: () => watched?.downBecause() ?? null,
    stop: async () => {
      if (watched === null) return
      const pid = await watched.end()
      await stopPostmaster(pid, timers)
      rmSync(ownerFile(folders), { force: true })
    },
  }
}

const watchMs = 500

/**
 * A server that ended by itself (killed, or to save itself from a full disk) is started again, as
 * often as it takes; those who use it are told "unavailable" meanwhile. `end` tells the last pid.
 */
function watchOver(facts: Facts & { running: Running }): {
  end(): Promise<number>
  downBecause(): AppError | null
} {
  const { timers } = facts
  let { pid } = facts.running
  let because: AppError | null = null
  let isEnding = false
  let cancel: () => void = () => undefined
  let turn: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    if (!isEnding && !isAlive(pid)) {
      // The reason, a full disk perhaps, is gone in the end; its log tells of each try. The
      // programs are looked for again: the machine's may have been replaced meanwhile.
      try {
        const running = await startNewest(facts)
        pid = running.pid
        because = null
      } catch (error) {
        because = error instanceof AppError ? error : null
      }
    }
    if (!isEnding) wait()
  }
  const wait = (): void => {
    cancel = timers.after(watchMs, () => {
      turn = look()
    })
  }
  wait()
  return {
    end: async () => {
      isEnding = true
      cancel()
      await turn
      return pid
    },
    downBecause: () => because,
  }
}

function ownerFile(folders: Folders): string {
  return join(folders.root, 'postgres-owner')
}

/** Which process will stop the server: a command beside a running one must not. */
function claim(folders: Folders): void {
  writeFileSync(ownerFile(folders), `${process.pid} ${startOf(process.pid)}\n`, { mode: 0o600 })
}

function liveOwner(folders: Folders): number | null {
  let written: string
  try {
    written = readFileSync(ownerFile(folders), 'utf8')
  } catch {
    return null
  }
  const [pid, startedAt] = written.trim().split(' ')
  const number = Number(pid)
  if (!Number.isInteger(number) || !isAlive(number)) return null
  return startOf(number) === startedAt ? number : null
}

/** A pid is given out again; with the moment its process began (Linux) it is one process. */
function startOf(pid: number): string {
  return processStat(pid)?.[19] ?? '-'
}
