// A former primary that goes on as if it were one: whoever was promoted after it is found instead.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { layInstalled } from '../../test/support/installed-data.ts'
import { eventually } from '../../test/support/wait.ts'
import { newPool, watchOf, withClient } from './connection.ts'
import { type EmbeddedServer, startEmbedded, superuser } from './embedded/index.ts'
import type { ServerAddress } from './server-address.ts'
import { writeProbe } from './write-probe.ts'

const login = { user: superuser }
const folders = { former: newTestFolder(), promoted: newTestFolder() }
let former: EmbeddedServer
let promoted: EmbeddedServer

const at = (server: EmbeddedServer) => server.address('postgres')
const place = ({ host, port }: ServerAddress) => ({ host, port })
/** As an installation names both, the former primary first. */
const both = (): ServerAddress => ({ ...at(former), others: [place(at(promoted))] })

beforeAll(async () => {
  for (const folder of Object.values(folders)) await layInstalled(folder)
  const first = await startEmbedded(folders.promoted, realTimers)
  await first.stop()
  writeFileSync(join(folders.promoted, 'postgres', 'standby.signal'), '')
  former = await startEmbedded(folders.former, realTimers)
  promoted = await startEmbedded(folders.promoted, realTimers)
}, 120_000)
afterAll(async () => {
  await former?.stop()
  await promoted?.stop()
  for (const folder of Object.values(folders)) removeTestFolder(folder)
})

const folderOf = `select current_setting('data_directory') as folder`
type Folder = { folder: string }

test('the connections to a former primary end when another is promoted, busy ones too', async () => {
  const address = both()
  const watch = watchOf(address, login)
  const pool = newPool(address, login, 4, watch)
  watch?.keepAsking(realTimers)
  const before = (await pool.query<Folder>(folderOf)).rows[0]?.folder
  expect(before).toContain(folders.former)
  const busy = await pool.connect()
  const waits = busy.query('select pg_sleep(600)')
  await withClient(at(promoted), login, (client) => client.query('select pg_promote(true, 30)'))
  await expect(waits).rejects.toMatchObject({ code: 'ECONNRESET' })
  busy.release(true)
  const after = await eventually(async () => {
    const { rows } = await pool.query<Folder>(folderOf)
    return rows[0]?.folder === before ? null : (rows[0]?.folder ?? null)
  })
  expect(after).toContain(folders.promoted)
  // It takes writes all the same, and comes back alone: its word is worth nothing any more.
  await promoted.stop()
  await expect(pool.query('select 1')).rejects.toThrow()
  await pool.end()
  promoted = await startEmbedded(folders.promoted, realTimers)
}, 60_000)

test('who asks for the first time finds the one that was promoted last', async () => {
  const found = await withClient(both(), login, (client) => client.query<Folder>(folderOf))
  expect(found.rows[0]?.folder).toContain(folders.promoted)
})

test('a server whose commits wait for a standby that has gone does not take writes', async () => {
  const pool = newPool(at(former), login, 2)
  expect(await writeProbe(pool, realTimers)()).toBeNull()
  await pool.query(`alter system set synchronous_standby_names = 'FIRST 1 (gone)'`)
  await pool.query('select pg_reload_conf()')
  const ask = writeProbe(pool, realTimers)
  const told = await eventually(async () => ask())
  expect(told).toMatchObject({ code: 'storage.database_unavailable', kind: 'unavailable' })
  // It answers who only reads: asking that way, nobody would have noticed.
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.query('alter system reset synchronous_standby_names')
  await pool.query('select pg_reload_conf()')
  expect(await eventually(async () => ((await ask()) === null ? 'writes' : null))).toBe('writes')
  await pool.end()
}, 60_000)
