// A PostgreSQL that somebody else runs: its roles are made, taken, or asked for in one sentence.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestId, realTimers, seededRandomness } from '../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import type { AccountId } from '../kernel/index.ts'
import { withClient } from './connection.ts'
import { type EmbeddedServer, startEmbedded, superuser } from './embedded/index.ts'
import { openStorage, type Storage } from './open-storage.ts'

// The server of another: passwords for all but its superuser, who is us.
const hba = `local all ${superuser} peer map=accord
local all all scram-sha-256
`
let folder: string
let server: EmbeddedServer
let count = 0
beforeAll(async () => {
  folder = newTestFolder()
  await (await startEmbedded(folder, realTimers)).stop()
  const data = join(folder, 'postgres')
  writeFileSync(join(data, 'theirs.conf'), hba, { mode: 0o644 })
  writeFileSync(join(data, 'local.conf'), `hba_file = '${join(data, 'theirs.conf')}'\n`, {
    mode: 0o644,
  })
  server = await startEmbedded(folder, realTimers)
})
afterAll(async () => {
  await server.stop()
  removeTestFolder(folder)
})
beforeEach(async () => {
  count += 1
  await as(
    `drop role if exists accord_app; drop role if exists accord_engine; drop role if exists accord_jobs;`,
  ).catch(() => undefined)
})

const as = (sql: string, database = 'postgres') =>
  withClient(server.address(database), { user: superuser }, (client) => client.query(sql))

/** A user and an empty database of theirs; returns the address to give. */
async function newUser(attributes: string): Promise<{ name: string; url: string; keys: string }> {
  const name = `user_${count}`
  await as(`create role ${name} login password 'pass word/%' ${attributes}`)
  await as(`create database ${name} owner ${name}`)
  const host = encodeURIComponent(server.address(name).host)
  const url = `postgres://${name}:${encodeURIComponent('pass word/%')}@${host}/${name}`
  return { name, url, keys: join(folder, `keys-${count}`) }
}

function open(url: string, keysFolder: string): Promise<Storage> {
  return openStorage({
    databaseUrl: url,
    dataFolder: join(folder, 'unused'),
    keysFolder,
    timers: realTimers,
    randomness: seededRandomness(keysFolder),
  })
}

async function whoAmI(storage: Storage): Promise<unknown> {
  const text = 'select session_user::text as login, current_user::text as role'
  return (await storage.database.inInstallation((tx) => tx.query(text))).rows[0]
}

async function drop(name: string): Promise<void> {
  await as(`drop database ${name} with (force)`)
  const { rows } = await as(
    `select rolname from pg_roles where rolname ~ '^accord_(app|engine|jobs)_'`,
  )
  for (const { rolname } of rows) await as(`drop role ${rolname}`)
  await as('drop role accord_app, accord_engine, accord_jobs').catch(() => undefined)
}

test('a user who may create roles gets a login of its own for each part, once', async () => {
  const { name, url, keys } = await newUser('createrole')
  const first = await open(url, keys)
  const file = join(keys, 'database-logins.json')
  const logins = JSON.parse(readFileSync(file, 'utf8'))
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(await whoAmI(first)).toEqual({ login: logins.accord_app.user, role: 'accord_app' })
  expect(await first.askDurability()).toMatchObject({ fsync: 'on' })
  const back = first.database.inInstallation((tx) => tx.query(`set role ${name}`))
  await expect(back).rejects.toMatchObject({ sqlState: '42501' })
  const { rows } = await as(`select rolsuper or rolbypassrls or rolcreaterole as strong
    from pg_roles where rolname ~ '^accord_'`)
  expect(rows.every(({ strong }) => strong === false)).toBe(true)
  await first.close()
  const second = await open(url, keys)
  expect(second.migrated).toEqual([])
  expect(await whoAmI(second)).toEqual({ login: logins.accord_app.user, role: 'accord_app' })
  await second.close()
  await drop(name)
})

test('two installations share one server without disturbing each other', async () => {
  const one = await newUser('createrole')
  const first = await open(one.url, one.keys)
  count += 1
  const other = await newUser('createrole')
  // The roles are the first user's: an administrator has to let the second take them.
  await expect(open(other.url, other.keys)).rejects.toMatchObject({ code: 'storage.roles_missing' })
  await as(`grant accord_app, accord_engine, accord_jobs to ${other.name}
    with inherit false, set true, admin true`)
  const second = await open(other.url, other.keys)
  const account = makeTestId()() as AccountId
  for (const storage of [first, second]) {
    await storage.database.inAccount(account, (tx) => tx.query('select from accounts.account'))
  }
  await first.close()
  await second.close()
  await as(`drop database ${other.name} with (force)`)
  await drop(one.name)
})

test('a user who may not create roles is told what to run, and goes on after it', async () => {
  const { name, url, keys } = await newUser('')
  const error = await open(url, keys).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ code: 'storage.roles_missing' })
  const { sql } = (error as { details: { sql: string } }).details
  await as(sql)
  const storage = await open(url, keys)
  expect(await whoAmI(storage)).toEqual({ login: name, role: 'accord_app' })
  const { rows } = await storage.database.inInstallation(async (tx) => {
    await tx.query('reset role')
    return tx.query('select current_user::text as role')
  })
  expect(rows).toEqual([{ role: 'accord_app' }])
  await storage.close()
  await drop(name)
})

test('a role that could look past accounts is refused', async () => {
  const { name, url, keys } = await newUser('')
  await as(`create role accord_app nologin bypassrls; create role accord_engine nologin;
    create role accord_jobs nologin;
    grant accord_app, accord_engine, accord_jobs to ${name} with inherit false, set true`)
  await expect(open(url, keys)).rejects.toMatchObject({ code: 'storage.role_too_strong' })
  await drop(name)
})

test('a wrong password, a missing database and a malformed address each have their sentence', async () => {
  const { name, url, keys } = await newUser('createrole')
  const wrong = url.replace('pass', 'guess')
  await expect(open(wrong, keys)).rejects.toMatchObject({ code: 'storage.login_failed' })
  await expect(open(`${url}_not`, keys)).rejects.toMatchObject({ code: 'storage.database_missing' })
  const away = 'postgres://user:secret@127.0.0.1:1/accord'
  await expect(open(away, keys)).rejects.toMatchObject({ code: 'storage.database_unreachable' })
  const error = await open('postgres://user:secret@host:port/x', keys).catch((caught) => caught)
  expect(error).toMatchObject({ code: 'storage.database_url_malformed' })
  await expect(open('nonsense', keys)).rejects.toMatchObject({
    code: 'storage.database_url_malformed',
  })
  expect(JSON.stringify([String(error), error])).not.toContain('secret')
  await drop(name)
})
