// What the terminal says of the PostgreSQL that runs, in both languages.
import { expect, test } from 'vitest'
import type { RunningPostgres } from '../../app/index.ts'
import { tellPostgres } from './tell-postgres.ts'

const now = Date.parse('2026-11-30T04:00:00Z')
const machine: RunningPostgres = {
  version: '17.12',
  origin: 'machine',
  folder: '/usr/lib/postgresql/17/bin',
  releasedOn: '2026-11-12',
  newer: null,
  warning: null,
}

test('it says which one runs, from where and how old it is', () => {
  expect(tellPostgres('en', machine, now)).toEqual([
    'Database: PostgreSQL 17.12, this machine’s own (/usr/lib/postgresql/17/bin), released on ' +
      '2026-11-12 (age in days: 18).',
  ])
  expect(tellPostgres('fr', machine, now)).toEqual([
    'Base de données : PostgreSQL 17.12, celui de cette machine (/usr/lib/postgresql/17/bin), ' +
      'publié le 2026-11-12 (âge en jours : 18).',
  ])
})

test('of a version that it does not know it says the version only', () => {
  const unknown = { ...machine, version: '17.99', releasedOn: null, folder: null }
  expect(tellPostgres('en', { ...unknown, origin: 'url' }, now)).toEqual([
    'Database: PostgreSQL 17.99, the server in DATABASE_URL.',
  ])
})

test('what is behind or bound is told with what to do', () => {
  const old: RunningPostgres = {
    ...machine,
    version: '17.10',
    origin: 'package',
    releasedOn: '2026-05-14',
    newer: '17.12',
  }
  expect(tellPostgres('en', old, now)).toEqual([
    'Database: PostgreSQL 17.10, from the npm package, released on 2026-05-14 (age in days: 200).',
    expect.stringMatching(/^PostgreSQL 17\.12 is out.*apt-get install postgresql-17/),
  ])
  expect(tellPostgres('en', { ...old, origin: 'url' }, now)[1]).toContain('update that server')
  for (const warning of ['older', 'bound', 'reordered'] as const) {
    for (const language of ['en', 'fr'] as const) {
      const [, , said] = tellPostgres(language, { ...old, warning }, now)
      expect(said).toContain('17.10')
    }
  }
})
