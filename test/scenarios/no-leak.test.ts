// No number, name or text of a run is found in its logs and files; the same, planted, is found.
import { appendFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import {
  filesBelow,
  foundIn as foundAmong,
  inPairs,
  nationalOf,
  writingsOf,
} from '../support/every-writing.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { runEverything, type SamplePerson } from '../support/whole-run.ts'

const people: readonly SamplePerson[] = [
  { firstName: 'Zéphirine', lastName: 'Quatrevaux', number: '+33639984127' },
  { firstName: 'Théodule', lastName: 'Brindezingue', number: '+33639985238' },
  { firstName: 'Xantippe', lastName: 'O’Mirliton', number: '+33639986349' },
]
const texts = {
  campaign:
    'Boutique des Tilleuls : bonjour {first_name}, la farandole des bigoudis, -20 % samedi.',
  alert: 'Votre parapluie hexagonal est prêt au comptoir.',
  reply: 'STOP et rendez-moi mon accordéon vermoulu',
}
/** What stands in no column and no log, as it was typed, imported, sent or received. */
const words = [
  ...people.flatMap(({ firstName, lastName }) => [firstName, lastName]),
  'camille@example.org',
  'Camille Exemple',
  'bonjour Zéphirine',
  'farandole des bigoudis',
  'parapluie hexagonal',
  'accordéon vermoulu',
  'curiosité saugrenue',
]

const writings = writingsOf(
  people.map(({ number }) => number),
  words,
)
const foundIn = (what: string, octets: Buffer) => foundAmong(writings, what, octets)
let accord: Accord
let database: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  database = join(accord.config.dataFolder, 'run')
})
afterAll(() => accord.stop())

const asSuperuser = <T>(work: Parameters<typeof withClient<T>>[2]): Promise<T> =>
  withClient(
    { host: database, port: 5432, database: 'accord', ssl: false },
    { user: superuser },
    work,
  )

/** Requests that go wrong in every way with personal data in them. */
async function goWrong(token: string, contactId: string): Promise<void> {
  const person = people[0] as SamplePerson
  const { number } = person
  const spaced = encodeURIComponent(inPairs(nationalOf(number), ' '))
  await accord.call(token, 'GET', `/v1/contacts/${encodeURIComponent(number)}`)
  await accord.call(token, 'GET', `/v1/contacts?number=${spaced}&name=${person.lastName}`)
  await accord.call(token, 'GET', `/v1/messages/${nationalOf(number)}`)
  await accord.call('', 'POST', '/v1/contacts/search', { number })
  await accord.call(token, 'POST', '/v1/messages', { to: number, text: texts.alert, class: 'x' })
  await accord.call(token, 'POST', '/v1/contacts', { number, fields: { lastName: 7 } })
  await accord.call(token, 'POST', `/v1/contacts/${contactId}/reveal`, {
    reason: 'curiosité saugrenue',
  })
  await fetch(`${accord.url}/v1/messages?to=${spaced}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': number,
      referer: `http://127.0.0.1/${person.lastName}`,
    },
    body: `{"to":"${number}","text":"${texts.alert}"`,
  })
  // Two at once with the same number: one of them meets the other's key.
  const twice = { number: people[1]?.number, fields: { lastName: 'Brindezingue' } }
  const both = [1, 2].map(() =>
    accord.call(accord.accounts[1].token, 'POST', '/v1/contacts', twice),
  )
  await Promise.all(both)
}

test('nothing of a person is in a log, a table, a database file, a tile or an upload', async () => {
  const { token } = accord.accounts[0]
  const run = await runEverything(accord, token, people, texts)
  await goWrong(token, run.contactId)
  // Rows as they are: compressed values are compared too.
  expect(await foundInTables()).toEqual([])
  await asSuperuser((client) => client.query('checkpoint'))
  // What is gathered for the log is written when it stops.
  await accord.app().stop()
  const { files, found } = searchFiles()
  expect(found).toEqual([])
  const parts = [
    'log/accord.log',
    'log/postgres/',
    'postgres/pg_wal/',
    'postgres/base/',
    'imports/',
  ]
  for (const part of parts) expect(files.some((path) => path.includes(`/${part}`))).toBe(true)
}, 180_000)

test('the same, planted in a table and in a log, is found in every writing', async () => {
  await accord.restart()
  await asSuperuser(async (client) => {
    await client.query('create table storage.planted (word bytea)')
    for (const { octets } of writings) {
      await client.query('insert into storage.planted values ($1)', [octets])
    }
    await client.query('checkpoint')
  })
  const inTables = await foundInTables()
  expect(inTables.length).toBeGreaterThanOrEqual(writings.length)
  const log = accord.app().logPath ?? ''
  await accord.app().stop()
  for (const { octets } of writings) appendFileSync(log, Buffer.concat([octets, Buffer.of(10)]))
  const { found } = searchFiles()
  for (const { what } of writings) {
    const places = found.filter((line) => line.startsWith(`${what}: `))
    expect([what, places.some((line) => line.includes('/postgres/base/'))]).toEqual([what, true])
    expect([what, places.some((line) => line.endsWith('/accord.log'))]).toEqual([what, true])
  }
}, 180_000)

function searchFiles(): { files: string[]; found: string[] } {
  const { dataFolder, keysFolder } = accord.config
  const files = [...filesBelow(dataFolder), ...filesBelow(keysFolder)]
  expect(files.length).toBeGreaterThan(100)
  return {
    files,
    found: files.flatMap((path) =>
      statSync(path).size === 0 ? [] : foundIn(path, readFileSync(path)),
    ),
  }
}

/** Every row of every table as text, the queue of jobs included; octets as they are, too. */
async function foundInTables(): Promise<string[]> {
  return asSuperuser(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(30)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      for (const { row } of rows) {
        const octets = [...row.matchAll(/\\\\?x([0-9a-f]+)/g)].map(([, hex]) => `${hex}`)
        found.push(...foundIn(name, Buffer.from(row, 'utf8')))
        for (const hex of octets) found.push(...foundIn(name, Buffer.from(hex, 'hex')))
      }
    }
    return found
  })
}
