// The running server process: started, found again after a crash, stopped.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Timers } from '../../kernel/index.ts'
import { withClient } from '../connection.ts'
import type { ServerAddress } from '../server-address.ts'
import { versionIn } from './choose-runtime.ts'
import { type Folders, isAlive } from './folders.ts'
import { asUser, serverEnvironment, superuser } from './initialise.ts'
import type { Runtime } from './runtime.ts'

/** It names the socket's file only, since nothing listens on the network. */
export const socketPort = 5432

export function addressOf(folders: Folders, database: string): ServerAddress {
  return { host: folders.socket, port: socketPort, database, ssl: false }
}

/** What `postmaster.pid` says, when the process it names is alive and is PostgreSQL. */
export function livePostmaster(folders: Pick<Folders, 'data'>): number | null {
  const pid = pidInFile(folders)
  return pid !== null && isAlive(pid) && commandOf(pid) !== 'other' ? pid : null
}

function pidInFile(folders: Pick<Folders, 'data'>): number | null {
  try {
    const first = readFileSync(pidFile(folders), 'utf8').split('\n')[0] ?? ''
    const pid = Number.parseInt(first, 10)
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

function pidFile(folders: Pick<Folders, 'data'>): string {
  return join(folders.data, 'postmaster.pid')
}

/**
 * PostgreSQL refuses to start while the process of a stale pid file lives and has the same user,
 * whatever that process is: after a power cut the number may have gone to anyone.
 */
export function removeForeignPidFile(folders: Folders): void {
  const pid = pidInFile(folders)
  if (pid !== null && isAlive(pid) && commandOf(pid) === 'other') {
    rmSync(pidFile(folders), { force: true })
  }
}

function commandOf(pid: number): 'postgres' | 'other' | 'unknown' {
  let name: string
  try {
    name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    const listed = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
    if (listed.status !== 0 || listed.stdout.trim() === '') return 'unknown'
    name = listed.stdout.trim()
  }
  return name.includes('postgres') ? 'postgres' : 'other'
}

/** What a running server says of itself. */
export type Serving = { version: string; folder: string; icu: string | null }

/** Null when no server answers on the socket, or one that serves another data folder. */
export async function askServing(folders: Folders): Promise<Serving | null> {
  try {
    return await withClient(addressOf(folders, 'postgres'), { user: superuser }, async (client) => {
      const { rows } = await client.query<Serving & { data: string }>(whoAreYou)
      const [row] = rows
      if (row === undefined || row.data !== folders.data) return null
      return { version: versionIn(row.version) ?? row.version, folder: row.folder, icu: row.icu }
    })
  } catch {
    return null
  }
}

const whoAreYou = `
  select current_setting('data_directory') as data, current_setting('server_version') as version,
    (select setting from pg_config() where name = 'BINDIR') as folder,
    (select pg_collation_actual_version(oid) from pg_collation
     where collname = 'und-x-icu' and collprovider = 'i' limit 1) as icu`

export type Attempt = { child: ChildProcess; ended: () => boolean; said: () => string }

/** One try. Detached, so that Ctrl-C in the terminal reaches Accord first, which then stops it. */
export function launch(folders: Folders, runtime: Runtime): Attempt {
  const startLog = join(folders.log, 'start.log')
  const file = openSync(startLog, 'w', 0o600)
  let isEnded = false
  const child = spawn(runtime.postgres, ['-D', folders.data], {
    ...asUser(folders.user),
    cwd: folders.data,
    env: serverEnvironment,
    stdio: ['ignore', file, file],
    detached: true,
  })
  closeSync(file)
  child.on('error', () => {
    isEnded = true
  })
  child.on('exit', () => {
    isEnded = true
  })
  child.unref()
  return {
    child,
    ended: () => isEnded,
    said: () => readFileSync(startLog, 'utf8').slice(-4000),
  }
}

const stopPollMs = 20
const fastStopMs = 30_000

/** Fast shutdown: open transactions are rolled back, what was acknowledged is on disk. */
export async function stopPostmaster(pid: number, timers: Timers): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGoneWithin(pid, fastStopMs, timers)) return
  signal(pid, 'SIGQUIT')
  await isGoneWithin(pid, fastStopMs, timers)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has gone already.
  }
}

async function isGoneWithin(pid: number, limitMs: number, timers: Timers): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += stopPollMs) {
    if (!isAlive(pid)) return true
    await timers.sleep(stopPollMs)
  }
  return !isAlive(pid)
}
