// A PostgreSQL of a run's own, of the kind a machine has installed: two servers,
// one behind the other.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import type pg from 'pg'
import { type Login, withClient } from '../../src/storage/connection.ts'
import type { ServerAddress } from '../../src/storage/server-address.ts'
import { realTimers } from '../support/clock.ts'
import { freePort } from './processes.ts'

const programs = ['initdb', 'postgres', 'pg_basebackup'] as const
const versionMin = 17

/** The folder of its programs; null where no PostgreSQL of 17 or newer is installed. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
    '/usr/pgsql-17/bin',
    '/usr/local/pgsql/bin',
    '/opt/homebrew/opt/postgresql@17/bin',
  ]
  return folders.find((folder) => isNewEnough(folder)) ?? null
}

function isNewEnough(folder: string): boolean {
  if (!programs.every((program) => existsSync(join(folder, program)))) return false
  const told = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(told.stdout)?.[1] ?? 0) >= versionMin
}

type Owner = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root: then its own user runs it, whom its package has made. */
function ownerOfServers(): Owner {
  if (process.getuid?.() !== 0) return {}
  const of = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout
  const [uid, gid] = [Number.parseInt(of('-u'), 10), Number.parseInt(of('-g'), 10)]
  if (Number.isNaN(uid) || Number.isNaN(gid)) {
    throw new Error('PostgreSQL does not run as root, and there is no user `postgres`: make one.')
  }
  return { uid, gid }
}

/**
 * `killed`: kill -9 of all its processes, as a machine that loses its power. `frozen`: all of them
 * stop, and their connections stay open. `left`: nothing happens to it but that another is
 * promoted, as where the program that manages both dies and leaves it running.
 */
export const strikes = ['killed', 'left', 'frozen'] as const
export type Strike = (typeof strikes)[number]

type Site = { bin: string; folder: string; owner: Owner; password: string }
type OneServer = { child: ChildProcess; port: number }

export type OwnPostgres = {
  /** As an installation is told of it: a user who may create roles, and every server. */
  url: string
  address: ServerAddress
  superuser: Login
  /** The primary is struck; then the standby takes its place. */
  failOver(strike: Strike, pauseMs: number): Promise<void>
  /** A new standby where the former primary was, and from then on every commit waits for it. */
  replaceStandby(): Promise<void>
  stop(): Promise<void>
}

const superuserName = 'postgres'

/** Everything that is made lies in the folder, whose owner may be root. */
export async function startPostgres(
  bin: string,
  folder: string,
  options: { hasStandby: boolean },
): Promise<OwnPostgres> {
  const site: Site = {
    bin,
    folder: join(folder, 'servers'),
    owner: ownerOfServers(),
    password: randomBytes(12).toString('hex'),
  }
  mkdirSync(site.folder, { mode: 0o711 })
  own(site, site.folder)
  const ports = [await freePort(), await freePort()] as const
  const superuser = { user: superuserName, password: site.password }
  const place = (port: number): ServerAddress => ({
    host: '127.0.0.1',
    port,
    database: 'accord',
    ssl: false,
  })
  let primary = await firstServer(site, ports[0])
  let standby: OneServer | null = null
  let former: OneServer | null = null
  const url = await makeDatabase(place(primary.port), superuser, site.password)
  const hosts = options.hasStandby ? ports : [ports[0]]
  const others = hosts.slice(1).map((port) => ({ host: '127.0.0.1', port }))
  const replaceStandby = async () => {
    if (former !== null) await killWhole(former.child)
    former = null
    const port = ports[0] === primary.port ? ports[1] : ports[0]
    standby = await standbyOf(site, primary, port)
    await waitForStandby(place(primary.port), superuser)
  }
  if (options.hasStandby) await replaceStandby()
  return {
    url: url(hosts),
    address: { ...place(ports[0]), ...(others.length === 0 ? {} : { others }) },
    superuser,
    failOver: async (strike, pauseMs) => {
      if (standby === null) throw new Error('there is no standby')
      if (strike === 'killed') await killWhole(primary.child)
      if (strike === 'frozen') signalWhole(primary.child, 'SIGSTOP')
      former = primary
      await realTimers.sleep(pauseMs)
      await inPlace(place(standby.port), superuser, 'select pg_promote(true, 30)')
      primary = standby
      standby = null
    },
    replaceStandby,
    stop: async () => {
      for (const other of [standby, former]) if (other !== null) await killWhole(other.child)
      await killWhole(primary.child)
    },
  }
}

function own({ owner }: Site, path: string): void {
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid)
}

const inPlace = (address: ServerAddress, login: Login, sql: string) =>
  withClient({ ...address, database: 'postgres' }, login, (client) => client.query(sql))

async function firstServer(site: Site, port: number): Promise<OneServer> {
  const passwordFile = join(site.folder, 'password')
  writeFileSync(passwordFile, site.password, { mode: 0o600 })
  own(site, passwordFile)
  const data = join(site.folder, '0')
  const flags = ['-D', data, '-U', superuserName, '--pwfile', passwordFile]
  const locale = ['--encoding', 'UTF8', '--locale', 'C', '--auth', 'scram-sha-256']
  run(site, 'initdb', [...flags, ...locale])
  const settings = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: '200',
    shared_buffers: "'128MB'",
    max_wal_size: "'1GB'",
    wal_level: 'replica',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  appendFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`)
  return launch(site, data, port)
}

let standbys = 0

async function standbyOf(site: Site, primary: OneServer, port: number): Promise<OneServer> {
  standbys += 1
  const data = join(site.folder, String(standbys))
  const to = `host=127.0.0.1 port=${primary.port} user=${superuserName} password=${site.password}`
  run(site, 'pg_basebackup', ['-D', data, '-X', 'stream', '-c', 'fast', '-d', to])
  writeFileSync(join(data, 'standby.signal'), '')
  own(site, join(data, 'standby.signal'))
  const lines = [`primary_conninfo = '${to} application_name=behind'`, 'hot_standby = on']
  appendFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`)
  return launch(site, data, port)
}

/** From here on nothing is answered that the standby does not have on its disk. */
async function waitForStandby(primary: ServerAddress, login: Login): Promise<void> {
  await inPlace(primary, login, "alter system set synchronous_standby_names = 'FIRST 1 (behind)'")
  await inPlace(primary, login, 'select pg_reload_conf()')
  const end = realTimers.now() + 60_000
  for (;;) {
    const { rows } = await inPlace(primary, login, 'select sync_state from pg_stat_replication')
    if (rows.some(({ sync_state }) => sync_state === 'sync')) return
    if (realTimers.now() > end) throw new Error('the standby did not catch up')
    await realTimers.sleep(100)
  }
}

async function makeDatabase(
  address: ServerAddress,
  login: Login,
  password: string,
): Promise<(ports: readonly number[]) => string> {
  const user = 'installation'
  const made = async (client: pg.Client) => {
    await client.query(`create role ${user} login createrole password '${password}'`)
    await client.query(`create database accord owner ${user}`)
  }
  await withClient({ ...address, database: 'postgres' }, login, made)
  return (ports) => {
    const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',')
    return `postgres://${user}:${password}@${hosts}/accord`
  }
}

function run({ bin, owner, folder }: Site, program: string, flags: readonly string[]): void {
  const path = join(bin, program)
  const done = spawnSync(path, flags, { ...owner, cwd: folder, encoding: 'utf8', env: plain })
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}`)
}

const plain = { PATH: process.env['PATH'], LANG: 'C' }

async function launch(site: Site, data: string, port: number): Promise<OneServer> {
  const flags = ['-D', data, '-p', String(port)]
  const child = spawn(join(site.bin, 'postgres'), flags, {
    ...site.owner,
    cwd: site.folder,
    env: plain,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString('utf8')).slice(-2_000)
  })
  const address = { host: '127.0.0.1', port, database: 'postgres', ssl: false }
  const login = { user: superuserName, password: site.password }
  const end = realTimers.now() + 60_000
  for (;;) {
    try {
      await inPlace(address, login, 'select 1')
      return { child, port }
    } catch (error) {
      const isDead = child.exitCode !== null || child.signalCode !== null
      if (isDead || realTimers.now() > end) throw new Error(said, { cause: error })
      await realTimers.sleep(100)
    }
  }
}

/** As a machine that loses its power. */
async function killWhole(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  signalWhole(child, 'SIGKILL')
  await gone
}

/** The postmaster first, so that it starts none of the others again. */
function signalWhole(child: ChildProcess, signal: 'SIGKILL' | 'SIGSTOP'): void {
  const listed = spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' }).stdout
  child.kill(signal)
  for (const pid of listed.split('\n').filter((line) => line !== '')) {
    try {
      process.kill(Number(pid), signal)
    } catch {
      // It has ended already.
    }
  }
}
