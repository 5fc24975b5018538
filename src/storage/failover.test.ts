// Several servers that stand in for each other: the program finds the one that takes writes.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../../test/support/clock.ts'
import { testServerAddress } from '../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { layInstalled } from '../../test/support/installed-data.ts'
import { newPool, parseDatabaseUrl, withClient } from './connection.ts'
import { openDatabase } from './database.ts'
import { type EmbeddedServer, startEmbedded, superuser } from './embedded/index.ts'
import type { ServerAddress } from './server-address.ts'

test('an address names several hosts, each with its port or the usual one', () => {
  const { address, login } = parseDatabaseUrl('postgres://me:a%40b@one:5433,two,[::1]:6000/sms')
  expect(login).toEqual({ user: 'me', password: 'a@b' })
  expect(address).toMatchObject({ host: 'one', port: 5433, database: 'sms' })
  expect(address.others).toEqual([
    { host: 'two', port: 5432 },
    { host: '::1', port: 6000 },
  ])
  expect(parseDatabaseUrl('postgres://me@one/sms').address.others).toBeUndefined()
  expect(() => parseDatabaseUrl('postgres://me@one,,two/sms')).toThrow()
})

const login = { user: superuser }
let folder: string
let standby: EmbeddedServer
let primary: ServerAddress
beforeAll(async () => {
  folder = newTestFolder()
  await layInstalled(folder)
  standby = await startEmbedded(folder, realTimers)
  const readOnly = 'alter system set default_transaction_read_only = on'
  await withClient(standby.address('postgres'), login, async (client) => {
    await client.query(readOnly)
    await client.query('select pg_reload_conf()')
  })
  primary = await testServerAddress()
})
afterAll(async () => {
  await standby.stop()
  removeTestFolder(folder)
})

const asked = `select current_setting('default_transaction_read_only') as is_read_only,
  current_setting('data_directory') as folder`
type Asked = { is_read_only: string; folder: string }
const place = ({ host, port }: ServerAddress) => ({ host, port })
const nowhere = { host: '/nonexistent-folder-of-a-socket', port: 5432 }

test('what does not answer, and what takes no writes, is passed over', async () => {
  const address = {
    ...primary,
    ...nowhere,
    others: [place(standby.address('postgres')), place(primary)],
  }
  const alone = await withClient(address, login, (client) => client.query<Asked>(asked))
  expect(alone.rows[0]?.is_read_only).toBe('off')
  const pool = newPool(address, login, 4)
  const many = await Promise.all(Array.from({ length: 12 }, () => pool.query<Asked>(asked)))
  expect(new Set(many.map(({ rows }) => rows[0]?.folder))).toEqual(new Set([alone.rows[0]?.folder]))
  await pool.end()
})

test('where none takes writes, the error says so', async () => {
  const address = { ...standby.address('postgres'), others: [place(standby.address('postgres'))] }
  const pool = newPool(address, login, 2)
  const database = openDatabase({ app: pool, engine: newPool(address, login, 2) })
  await expect(database.inInstallation((tx) => tx.query('select 1'))).rejects.toMatchObject({
    code: 'storage.database_read_only',
    kind: 'unavailable',
  })
  await database.close()
})

/** A host that takes the connection and never says a word. */
async function silentHost() {
  let asked = 0
  const server = createServer((socket) => {
    asked += 1
    socket.on('error', () => undefined).resume()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { place: { host: '127.0.0.1', port }, server, asked: () => asked }
}

test('a host that never answers is waited for once, and why the primary is away is told', async () => {
  const { place: silent, server, asked: silentAsked } = await silentHost()
  const address = { ...primary, ...silent, others: [place(primary)] }
  const pool = newPool(address, login, 2)
  expect((await pool.query<Asked>(asked)).rows[0]?.is_read_only).toBe('off')
  const before = silentAsked()
  expect(before).toBeGreaterThan(0)
  await Promise.all([pool.query('select 1'), pool.query('select 1')])
  expect(silentAsked()).toBe(before)
  await pool.end()
  const away = { ...primary, ...nowhere, others: [place(standby.address('postgres'))] }
  await expect(withClient(away, login, async () => null)).rejects.toMatchObject({ code: 'ENOENT' })
  await new Promise((resolve) => server.close(resolve))
}, 30_000)

/** A door before a server that can be shut, as a host that goes down. */
async function door(to: ServerAddress): Promise<{ port: number; shut(): void; server: Server }> {
  const open = new Set<Socket>()
  let isShut = false
  const server = createServer((from) => {
    if (isShut) return void from.destroy()
    const on = connect(`${to.host}/.s.PGSQL.${to.port}`)
    for (const socket of [from, on]) {
      open.add(socket)
      socket.on('error', () => undefined).on('close', () => open.delete(socket))
    }
    from.pipe(on).pipe(from)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const shut = () => {
    isShut = true
    for (const socket of open) socket.destroy()
  }
  return { port, shut, server }
}

test('a pool whose host goes down is on the next one with its next statement', async () => {
  const first = await door(primary)
  const address: ServerAddress = {
    ...primary,
    host: '127.0.0.1',
    port: first.port,
    others: [place(primary)],
  }
  const pool = newPool(address, login, 4)
  const database = openDatabase({ app: pool, engine: newPool(address, login, 2) })
  const answers = async () => (await database.inInstallation((tx) => tx.query('select 1'))).rows
  expect(await answers()).toHaveLength(1)
  first.shut()
  await realTimers.sleep(50)
  expect(await answers()).toHaveLength(1)
  await database.close()
  first.server.close()
})
