// The embedded PostgreSQL: one command starts it, a killed one is found again, nothing is lost.
import { chownSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, type Timers } from '../../kernel/index.ts'
import { diskFull, folderFault, folderUnreadable, startError } from '../errors.ts'
import type { ServerAddress } from '../server-address.ts'
import { type Folders, isAlive, prepareFolders, processStat } from './folders.ts'
import { initialise, superuser } from './initialise.ts'
import {
  type Attempt,
  addressOf,
  isServing,
  launch,
  livePostmaster,
  removeForeignPidFile,
  socketPort,
  stopPostmaster,
} from './postmaster.ts'
import { prepareRuntime, type Runtime } from './runtime.ts'
import { ownUser } from './server-user.ts'
import { pgHbaConf, pgIdentConf, postgresqlConf } from './settings.ts'

export { superuser } from './initialise.ts'

/** The logins of an embedded server, besides the superuser. */
export const embeddedRoles = ['accord_owner', 'accord_app', 'accord_engine', 'accord_jobs'] as const

export type EmbeddedServer = {
  address(database: string): ServerAddress
  /** `started` anew, `adopted` from a server that was killed, `shared` with one that is running. */
  how: 'started' | 'adopted' | 'shared'
  pid: number
  version: string
  /** Why it does not run, since the last try to start it again; null while it does. */
  downBecause(): AppError | null
  /** Stops it, unless another running server owns it. */
  stop(): Promise<void>
}

const retryForMs = 10_000
const pollMs = 15

/** Starts the server on `<dataFolder>/postgres`, or joins the one that runs there. */
export async function startEmbedded(dataFolder: string, timers: Timers): Promise<EmbeddedServer> {
  const folders = prepareFolders(dataFolder)
  const runtime = prepareRuntime(folders.copies, folders.user)
  await initialise(folders, runtime)
  const isChanged = writeSettings(folders, runtime)
  const running = livePostmaster(folders)
  if (running !== null && (await isServing(folders))) {
    const owner = liveOwner(folders)
    if (owner !== null) return server({ folders, runtime, pid: running, how: 'shared', timers })
    if (!isChanged) {
      claim(folders)
      return server({ folders, runtime, pid: running, how: 'adopted', timers })
    }
    await stopPostmaster(running, timers)
  }
  const pid = await start(folders, runtime, timers)
  claim(folders)
  return server({ folders, runtime, pid, how: 'started', timers })
}

/** Returns true when they differ from those that a running server was started with. */
function writeSettings(folders: Folders, runtime: Runtime): boolean {
  const roles = [superuser, ...embeddedRoles]
  const files: Record<string, string> = {
    'postgresql.conf':
      postgresqlConf({ socketFolder: folders.socket, port: socketPort, logFolder: folders.log }) +
      `# Programs: ${runtime.postgres}\n`,
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

/**
 * After a crash the old server's pid may live on for a second or two, as a zombie or as processes
 * that are still leaving; PostgreSQL then refuses, and the next try succeeds.
 */
async function start(folders: Folders, runtime: Runtime, timers: Timers): Promise<number> {
  const startedAt = timers.now()
  for (;;) {
    removeForeignPidFile(folders)
    const attempt = launch(folders, runtime)
    const pid = await ready(folders, attempt, timers)
    if (pid !== null) return pid
    const said = attempt.said()
    if (!isPassing(said) || timers.now() - startedAt > retryForMs) {
      throw startFailed(said, folders)
    }
    await timers.sleep(100)
  }
}

/** Recovery after a crash may take minutes; as long as the process lives, it is at work. */
async function ready(folders: Folders, attempt: Attempt, timers: Timers): Promise<number | null> {
  while (!attempt.ended()) {
    if (await isServing(folders)) return attempt.child.pid ?? null
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

/** Its own words about a full disk may have found no room on it: one file of its log is as large. */
const leastOctets = 16 * 1024 * 1024
function isNearlyFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastOctets
}

function server(facts: {
  folders: Folders
  runtime: Runtime
  pid: number
  how: EmbeddedServer['how']
  timers: Timers
}): EmbeddedServer {
  const { folders, runtime, how, timers } = facts
  const watched = how === 'shared' ? null : watchOver(facts)
  return {
    address: (database) => addressOf(folders, database),
    how,
    pid: facts.pid,
    version: runtime.version,
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
function watchOver(facts: { folders: Folders; runtime: Runtime; pid: number; timers: Timers }): {
  end(): Promise<number>
  downBecause(): AppError | null
} {
  const { folders, runtime, timers } = facts
  let { pid } = facts
  let because: AppError | null = null
  let isEnding = false
  let cancel: () => void = () => undefined
  let turn: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    if (!isEnding && !isAlive(pid)) {
      // The reason, a full disk perhaps, is gone in the end; its log tells of each try.
      try {
        pid = await start(folders, runtime, timers)
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
