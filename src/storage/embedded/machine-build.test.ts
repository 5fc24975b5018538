// The same data under the npm package's PostgreSQL and under the machine's own, where there is one.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { realTimers } from '../../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { withClient } from '../connection.ts'
import { compareVersions, versionIn } from './choose-runtime.ts'
import { machinePrograms, runtimeOfMachine } from './find-runtimes.ts'
import { isAlive } from './folders.ts'
import { type EmbeddedServer, startEmbedded, superuser } from './index.ts'
import { findPackage } from './runtime.ts'
import { chooseServerUser } from './server-user.ts'

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

async function start(folder: string, machine: string | null): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder, realTimers, machine)
  servers.push(server)
  pids.push(server.pid)
  return server
}

const ask = (server: EmbeddedServer, sql: string) =>
  withClient(server.address('postgres'), { user: superuser }, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  })

const user = chooseServerUser(null)
const machine = existsSync(machinePrograms) ? runtimeOfMachine(machinePrograms, user) : null
const npm = versionIn(findPackage()?.version ?? '') ?? ''
/** Elsewhere the package's is as new, or the only one: then nothing changes hands. */
const machineIsNewer = machine !== null && compareVersions(machine.version, npm) > 0

const words = ['Zoé', 'zèbre', 'Émile', 'eau', 'Œuvre', 'ßtraße', 'coté', 'côte', 'ñu', 'Ωmega']
const layWords = (collation: string) => `
  create table word (text text ${collation} primary key);
  insert into word select w || i from unnest(array[${words.map((word) => `'${word}'`).join(',')}]) w,
    generate_series(1, 300) i`

test.runIf(machineIsNewer)('the machine’s newer build serves the package’s data', async () => {
  const folder = newFolder()
  const first = await start(folder, null)
  expect(first.build).toMatchObject({ origin: 'package', version: npm, warning: null })
  await ask(first, layWords(''))
  await first.stop()

  const second = await start(folder, machinePrograms)
  expect(second.build).toEqual({
    origin: 'machine',
    version: machine?.version,
    folder: machinePrograms,
    warning: null,
  })
  // The order that the index was made in is the order that this build looks in.
  await ask(second, 'create extension amcheck')
  const checked = await ask(
    second,
    `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam
     where c.relkind = 'i' and a.amname = 'btree'`,
  )
  expect(checked.length).toBeGreaterThan(100)
  await ask(second, 'drop extension amcheck')
  await ask(second, "insert into word values ('après')")
  await second.stop()

  const third = await start(folder, null)
  expect(third.build).toMatchObject({ origin: 'package', version: npm, warning: 'older' })
  expect(await ask(third, "select count(*)::int as n from word where text = 'après'")).toEqual([
    { n: 1 },
  ])
})

test.runIf(machineIsNewer)('an index ordered by ICU keeps the build that ordered it', async () => {
  const folder = newFolder()
  const first = await start(folder, null)
  await ask(first, layWords('collate "fr-x-icu"'))
  await first.stop()

  const bound = await start(folder, machinePrograms)
  expect(bound.build).toMatchObject({ origin: 'package', version: npm, warning: 'bound' })
  await ask(bound, 'drop table word')
  await bound.stop()

  const free = await start(folder, machinePrograms)
  expect(free.build).toMatchObject({ origin: 'machine', warning: null })
  await ask(free, layWords('collate "fr-x-icu"'))
  await free.stop()

  // Where the build that ordered it has gone, it is said and nothing is hidden.
  const left = await start(folder, null)
  expect(left.build).toMatchObject({ origin: 'package', warning: 'reordered' })
})

test.runIf(machineIsNewer)(
  'a server left by a killed program is not adopted when a newer build is there',
  async () => {
    const folder = newFolder()
    const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    import { realTimers } from ${JSON.stringify(
      new URL('../../../test/support/clock.ts', import.meta.url).href,
    )}
    const server = await startEmbedded(${JSON.stringify(folder)}, realTimers, null)
    console.log(server.pid)
    setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) => {
      child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(Number(text)))
    })
    pids.push(pid)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    const next = await start(folder, machinePrograms)
    expect(next.how).toBe('started')
    expect(next.build.origin).toBe('machine')
    expect(isAlive(pid)).toBe(false)
  },
)

test('a folder without a PostgreSQL of this major version is not used', () => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  expect(runtimeOfMachine(join(folder, 'missing'), user)).toBe(null)
  expect(runtimeOfMachine(folder, user)).toBe(null)
  const says = (text: string, status = 0): void => {
    for (const name of ['postgres', 'initdb']) {
      const file = join(folder, name)
      writeFileSync(file, `#!/bin/sh\necho '${text}'\nexit ${status}\n`, { mode: 0o755 })
      chmodSync(file, 0o755)
    }
  }
  says('postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)')
  expect(runtimeOfMachine(folder, user)).toBe(null)
  says('postgres (PostgreSQL) 170.1')
  expect(runtimeOfMachine(folder, user)).toBe(null)
  says('error while loading shared libraries', 127)
  expect(runtimeOfMachine(folder, user)).toBe(null)
  says('postgres (PostgreSQL) 17.3')
  expect(runtimeOfMachine(folder, user)?.version).toBe('17.3')
  chmodSync(join(folder, 'postgres'), 0o644)
  expect(runtimeOfMachine(folder, user)).toBe(null)
})

test('what opened the data is written down beside it', async () => {
  const folder = newFolder()
  const server = await start(folder, null)
  const file = join(folder, 'postgres-opened-by.json')
  const written = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  expect(written).toMatchObject({ origin: 'package', version: server.build.version })
  await server.stop()
  // Damaged, it is as if nothing had been written.
  writeFileSync(file, '{"origin":')
  expect((await start(folder, null)).build.warning).toBe(null)
})
