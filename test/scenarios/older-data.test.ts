// An installation of an earlier version is brought along by its migrations, facts and all.
import { afterEach, expect, test } from 'vitest'
import { migrate, readMigrations } from '../../src/storage/migrate.ts'
import { emptyDatabase } from '../support/database.ts'

type Empty = Awaited<ReturnType<typeof emptyDatabase>>
const made: Empty[] = []
afterEach(async () => {
  for (const each of made.splice(0)) await each.drop()
})

/** As it was before this migration; `bring` applies the rest, as the owner does at a start. */
async function before(migration: string) {
  const database = await emptyDatabase()
  made.push(database)
  const { address, logins, asSuperuser } = database
  const all = readMigrations()
  const from = all.findIndex(({ name }) => name.endsWith(`_${migration}.sql`))
  expect(from).toBeGreaterThan(0)
  await migrate(address, logins.owner, all.slice(0, from))
  const query = async <Row extends object>(text: string, values: unknown[]): Promise<Row[]> =>
    (await asSuperuser((client) => client.query<Row>(text, values))).rows
  return { query, bring: () => migrate(address, logins.owner, all) }
}
type Older = Awaited<ReturnType<typeof before>>

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const account = id(1)
const shop = id(2)
const club = id(3)
let entries = 100

async function entry(older: Older, kind: string, subject: string, recordedAt: string) {
  entries += 1
  await older.query(
    `with told as (
       insert into consent.entry (account_id, entry_id, kind, purpose, channel, commitment,
         recorded_at) values ($1, $2, $3, 'offers', 'sms', '', $4))
     insert into consent.entry_body (account_id, entry_id, subject_id, body_sealed)
     values ($1, $2, $5, '')`,
    [account, id(entries), kind, recordedAt, subject],
  )
  return id(entries)
}

type State = { of: string; entryId: string; since: string; until: string; state?: string }
const state = (older: Older, subject: string, held: State) =>
  older.query(
    `insert into consent.state (account_id, subject_id, controller_id, channel, purpose, state,
       since, valid_until, grade_rank, entry_id)
     values ($1, $2, $3, 'sms', 'offers', $4, $5, $6, 1, $7)`,
    [account, subject, held.of, held.state ?? 'given', held.since, held.until, held.entryId],
  )

test('an asking from before counts for each entity of the account: nobody is asked twice', async () => {
  const older = await before('consent_asked_by_entity')
  const [asked, other] = [id(11), id(12)]
  const times = { since: '2025-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }
  for (const of of [shop, club]) {
    const given = await entry(older, 'consent.given', asked, times.since)
    await state(older, asked, { ...times, of, entryId: given })
  }
  const given = await entry(older, 'consent.given', other, times.since)
  await state(older, other, { ...times, of: shop, entryId: given })
  await entry(older, 'consent.requested', asked, '2026-11-01T00:00:00Z')
  await older.bring()
  const rows = await older.query(
    `select subject_id as subject, asked_at::date::text as "askedAt" from consent.state
     order by subject_id, controller_id`,
    [],
  )
  expect(rows).toEqual([
    { subject: asked, askedAt: '2026-11-01' },
    { subject: asked, askedAt: '2026-11-01' },
    { subject: other, askedAt: null },
  ])
})
