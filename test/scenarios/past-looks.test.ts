// Looks at people's data go from the journal once their period is over, and no other deed does.
// The preview names what the deletion takes.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pastLooksKind } from '../../src/app/journal/past-looks.ts'
import { type Audit, createAudit, lookCodes } from '../../src/audit/index.ts'
import {
  type AccountId,
  type Caller,
  type SubjectId,
  sameDayLater,
} from '../../src/kernel/index.ts'
import { looksRule } from '../../src/retention/contract-looks.ts'
import { choosePeriod, periodOf, setBounds } from '../../src/retention/period.ts'
import { sweepNight } from '../../src/retention/sweep.ts'
import { viewRetentionPage } from '../../src/retention/view.ts'
import type { Tx } from '../../src/storage/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { type AuditAction, codesOfKind } from '../../src/words/index.ts'
import { makeTestId, seededRandomness, testClock } from '../support/clock.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'

const dayMs = 86_400_000
const clock = testClock('2026-11-25T09:00:00Z')
const makeId = makeTestId(clock)
const accountId = makeId() as AccountId
const caller: Caller = {
  ...{ accountId, rights: new Set(), language: 'en', traceId: 'trace-1' },
  by: { kind: 'system', what: 'retention' },
}
const [asking, other] = [makeId(), makeId()] as SubjectId[] as [SubjectId, SubjectId]
let db: TestDatabase
let folder: string
let audit: Audit
let waiting: SubjectId[] = []
let restricted: SubjectId[] = []

beforeAll(async () => {
  db = await testDatabase()
  folder = newTestFolder()
  const vault = await openVault({
    ...{ keysFolder: join(folder, 'keys'), database: db.database, randomness: seededRandomness(5) },
  })
  await vault.createAccount(accountId)
  audit = createAudit({ vault, clock, makeId })
})
afterAll(async () => {
  await db?.close()
  removeTestFolder(folder)
})

const within = <T>(work: (tx: Tx) => Promise<T>) => db.database.inAccount(accountId, work)
const kind = pastLooksKind({ asking: async () => waiting, restricted: async () => restricted })
const deps = () => ({
  ...{ database: db.database, audit, clock, kinds: [kind] },
  restricted: { countPeople: async () => restricted.length, kinds: [] },
  logger: { error: (...said: unknown[]) => expect(said).toEqual([]) },
})
const record = (action: AuditAction, subjectId: SubjectId | null = null) =>
  within((tx) => audit.record(tx, caller, { action, subjectId, reason: 'because' }))
const journal = async () => {
  const all = await within((tx) => audit.list(tx, accountId, { before: null, limit: 500 }))
  return all.map(({ action, subjectId }) => [action, subjectId] as const)
}
const page = () =>
  within((tx) => viewRetentionPage(deps(), tx, { accountId, language: 'en' }, true))
/** The database judges by its own clock, which is the test's here: its owner alone can say so. */
const judgedAt = (at: string) => `create or replace function audit.looks_judged_at()
  returns timestamptz language sql stable set search_path = pg_catalog, pg_temp
  as $$ select '${at}'::timestamptz $$`
const setDatabaseClock = () =>
  db.asOwner((client) => client.query(judgedAt(new Date(clock.now()).toISOString())))
const shown = async () => (await page()).periods.find((one) => one.kind === 'looks')

test('the database and the program hold the same deeds for looks', async () => {
  expect([...lookCodes].sort()).toEqual([...codesOfKind('looks')].sort())
  const all = (
    ['looks', 'people', 'consents', 'requests', 'imports', 'sending', 'access', 'settings'] as const
  ).flatMap(codesOfKind)
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ code: string }>(
      'select code from unnest($1::text[]) as code where audit.is_look(code)',
      [all],
    ),
  )
  expect(rows.map(({ code }) => code).sort()).toEqual([...lookCodes].sort())
})

test('the period is what is recommended, and no account keeps looks past three years', () => {
  const period = periodOf('looks', undefined, undefined)
  expect(period).toMatchObject({ months: 12, shortest: 6, longest: 36, deletesFrom: null })
  expect(looksRule.recommendedUntil).toBe(12)
  expect(looksRule.source.checkedOn).toMatch(/^2026-/)
})

test('looks go once they are past their period; the preview names the same; all else stays', async () => {
  await record('contacts.revealed', asking)
  await record('contacts.revealed', other)
  await record('contacts.exported')
  await record('contacts.corrected', other)
  // The first night tells the account of its period, and deletes nothing for thirty days.
  expect(await sweepNight(deps(), caller)).toEqual([{ kind: 'looks', state: 'done', deleted: 0 }])
  clock.set(new Date(sameDayLater(clock.now(), 12) + 2 * dayMs).toISOString())
  await setDatabaseClock()
  await record('sending.message_revealed', other)
  waiting = [asking]
  expect(await shown()).toMatchObject({ months: 12, due: 2, goesTonight: true })
  const tonight = await sweepNight(deps(), caller)
  expect(tonight).toEqual([{ kind: 'looks', state: 'done', deleted: 2 }])
  const left = await journal()
  expect(left).toContainEqual(['contacts.corrected', other])
  expect(left).toContainEqual(['sending.message_revealed', other])
  // Whoever asked who looked is told of it, though it is past the period.
  expect(left.filter(([action]) => action === 'contacts.revealed')).toEqual([
    ['contacts.revealed', asking],
  ])
  expect(left.map(([action]) => action)).not.toContain('contacts.exported')
  // The deletion itself is in the journal, and its night has its record.
  expect(left).toContainEqual(['retention.deleted', null])
  const [night] = (await page()).lastNights
  expect(night).toMatchObject({ kind: 'looks', deleted: 2, rows: { looks: 2 } })
  expect(night?.oldestLeft).not.toBeNull()
  // They asked that their data only be kept as well, which goes on after the answer.
  waiting = []
  restricted = [asking]
  await clock.advance(dayMs)
  await setDatabaseClock()
  expect(await shown()).toMatchObject({ due: 0 })
  expect((await page()).restricted).toEqual({ people: 1, spared: [{ kind: 'looks', count: 1 }] })
  expect(await sweepNight(deps(), caller)).toMatchObject([{ deleted: 0 }])
  // Once that is lifted, the next night takes it too.
  restricted = []
  await clock.advance(dayMs)
  await setDatabaseClock()
  expect((await page()).restricted).toEqual({ people: 0, spared: [] })
  expect(await shown()).toMatchObject({ due: 1 })
  expect(await sweepNight(deps(), caller)).toMatchObject([{ deleted: 1 }])
})

test('what an account chooses lies within what the installation allows', async () => {
  const choose = (months: number) =>
    within((tx) =>
      choosePeriod(deps(), tx, caller, { kind: 'looks', months, reason: 'misuse was found' }),
    )
  await expect(choose(37)).rejects.toMatchObject({ code: 'retention.months_out_of_bounds' })
  await expect(choose(5)).rejects.toMatchObject({ code: 'retention.months_out_of_bounds' })
  const bound = (shortest: number, longest: number) =>
    db.database.inInstallation((tx) => setBounds(deps(), tx, { kind: 'looks', shortest, longest }))
  await expect(bound(3, 12)).rejects.toMatchObject({ code: 'retention.bounds_past_program' })
  await bound(6, 12)
  await expect(choose(24)).rejects.toMatchObject({ code: 'retention.months_out_of_bounds' })
  await choose(6)
  expect(await shown()).toMatchObject({ months: 6, chosenMonths: 6, longest: 12 })
})

const idsInJournal = async () =>
  (await within((tx) => audit.list(tx, accountId, { before: null, limit: 500 }))).map(
    ({ id }) => id,
  )
/** As a server that asks for whatever it wants. */
const deleteAs = (inside: AccountId, ids: readonly string[], before: string) =>
  db.database.inAccount(inside, (tx) =>
    tx.query('select audit.delete_looks($1, $2::uuid[], $3)', [
      ...[accountId, `{${ids.join(',')}}`, before],
    ]),
  )
const setPeriod = (set: string) =>
  within((tx) =>
    tx.query(`update retention.period set ${set} where account_id = $1 and kind = 'looks'`, [
      accountId,
    ]),
  )

test('no look goes that is younger than the period, whatever the server asks for', async () => {
  await record('contacts.revealed', other)
  const ids = await idsInJournal()
  const before = await journal()
  await deleteAs(accountId, ids, '2100-01-01')
  expect(await journal()).toEqual(before)
  // Not even with a period that no program would choose: six months are the least.
  await setPeriod('months = 1')
  const recordedAt = clock.now()
  clock.set(new Date(sameDayLater(recordedAt, 6) - dayMs).toISOString())
  await setDatabaseClock()
  await deleteAs(accountId, ids, '2100-01-01')
  expect(await journal()).toContainEqual(['contacts.revealed', other])
  clock.set(new Date(sameDayLater(recordedAt, 6) + dayMs).toISOString())
  await setDatabaseClock()
  // Nor while the account is being told of it, nor where it never was.
  await setPeriod(`erases_from = '2099-01-01'`)
  await deleteAs(accountId, ids, '2100-01-01')
  expect(await journal()).toContainEqual(['contacts.revealed', other])
  await setPeriod(`erases_from = '2026-12-01'`)
  await deleteAs(accountId, ids, '2100-01-01')
  expect(await journal()).not.toContainEqual(['contacts.revealed', other])
  // The clock that it judges by is not the server's to set.
  const cheating = within((tx) => tx.query(judgedAt('2099-01-01')))
  await expect(cheating).rejects.toThrow(/permission denied|must be owner/)
})

test('nobody deletes anything else of the journal, or of another account', async () => {
  await record('contacts.corrected', other)
  await record('contacts.revealed', other)
  clock.set(new Date(sameDayLater(clock.now(), 12) + dayMs).toISOString())
  await setDatabaseClock()
  const ids = await idsInJournal()
  await expect(deleteAs(makeId() as AccountId, ids, '2100-01-01')).rejects.toThrow(
    /transaction alone/,
  )
  const before = await journal()
  await deleteAs(accountId, ids, '2000-01-01')
  expect(await journal()).toEqual(before)
  await deleteAs(accountId, ids, '2100-01-01')
  const after = await journal()
  expect(after).not.toEqual(before)
  expect(after).toEqual(before.filter(([action]) => !lookCodes.includes(action)))
  // And it grows again as before: a way in that was used stands open to nobody.
  const removing = within((tx) => tx.query('delete from audit.entry'))
  await expect(removing).rejects.toThrow()
})
