// What happens to a consent in its life: given, confirmed, refreshed, run out;
// and who vouches for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
} from '../../../test/support/consent-fixture.ts'
import type { Wording } from '../consent.ts'
import { evidenceGrades, sectors } from '../contract.ts'
import type { RecordInput } from '../record/consent-input.ts'
import type { Expired } from './expire-consents.ts'
import { sectorPolicies } from './policy.ts'

let fixture: ConsentFixture
let wording: Wording
beforeAll(async () => {
  fixture = await consentFixture()
  wording = await fixture.publish()
})
afterAll(async () => {
  await fixture?.close()
})

const inTx = <T>(work: Parameters<typeof fixture.test.database.inAccount<T>>[1]) =>
  fixture.test.database.inAccount(fixture.accountId, work)
const key = () => ({
  controllerId: fixture.controllerId,
  channel: 'sms' as const,
  purpose: 'offers',
})

async function onePerson(): Promise<Person> {
  const [person] = await fixture.people(1)
  if (person === undefined) throw new Error('a person was made')
  return person
}
const record = (person: Person, changed: Partial<RecordInput> = {}) =>
  inTx((tx) =>
    fixture.consent.recordConsent(tx, fixture.caller, {
      ...key(),
      keys: person.keys,
      tag: person.tag,
      wordingId: wording.wordingId,
      witness: 'server',
      evidence: { grade: 'own_form', givenAt: fixture.clock.now(), source: 'site' },
      ...changed,
    }),
  )
const eventsOf = (person: Person) =>
  inTx((tx) => fixture.consent.historyOf(tx, fixture.accountId, person.subjectId))
const kindsOf = async (person: Person) => (await eventsOf(person)).map(({ kind }) => kind)

it('a second yes on the same words renews the first, a better proven one confirms it', async () => {
  const person = await onePerson()
  await record(person)
  await fixture.clock.advance(60_000)
  await record(person)
  await fixture.clock.advance(60_000)
  const givenAt = fixture.clock.now()
  await record(person, { evidence: { grade: 'double_opt_in', givenAt, source: 'site' } })
  expect(await kindsOf(person)).toEqual(['consent.given', 'consent.refreshed', 'consent.confirmed'])
})

it('the ledger keeps what the server saw apart from what somebody said', async () => {
  const person = await onePerson()
  await record(person, { witness: 'declared' })
  await fixture.clock.advance(60_000)
  await record(person)
  expect((await eventsOf(person)).map(({ body }) => [body?.['witness'], body?.['grade']])).toEqual([
    ['declared', 'api_declared'],
    ['server', 'own_form'],
  ])
})

it('one that has run out is told to the ledger once, and a new yes counts again', async () => {
  const person = await onePerson()
  await record(person)
  await fixture.clock.advance(25 * 31 * 86_400_000)
  const expire = () => inTx((tx) => fixture.consent.expireConsents(tx, fixture.caller))
  expect((await expire()).expired).toBeGreaterThan(0)
  expect(await expire()).toEqual({ expired: 0, last: null })
  expect(await kindsOf(person)).toEqual(['consent.given', 'consent.expired'])
  const whyNow = async () =>
    (
      await inTx((tx) =>
        fixture.consent.statesOf(tx, fixture.accountId, person.subjectId, fixture.clock.now()),
      )
    )[0]?.consent
  expect(await whyNow()).toMatchObject({ effective: false, why: 'expired' })
  await record(person)
  expect(await whyNow()).toMatchObject({ effective: true })
})

it('a thousand people whose keys are gone do not stand before somebody whose consent ran out', async () => {
  const person = await onePerson()
  await record(person)
  await fixture.clock.advance(25 * 31 * 86_400_000)
  // Their ids come before anybody's.
  await fixture.test.asSuperuser((client) =>
    client.query(
      `insert into consent.state select (jsonb_populate_record(null::consent.state, to_jsonb(s) || jsonb_build_object(
         'subject_id', lpad(turn::text, 8, '0') || '-0000-7000-8000-000000000000'))).*
       from (select * from consent.state where subject_id = $1) s, generate_series(1, 1200) turn`,
      [person.subjectId],
    ),
  )
  let after: Expired['last'] = null
  do {
    const from: Expired['last'] = after
    const done: Expired = await inTx((tx) =>
      fixture.consent.expireConsents(tx, fixture.caller, from),
    )
    after = done.last
  } while (after !== null)
  expect(await kindsOf(person)).toEqual(['consent.given', 'consent.expired'])
})

it('what comes from elsewhere lifts nothing, however well it is proven', async () => {
  const person = await onePerson()
  await inTx((tx) =>
    fixture.consent.recordStop(tx, fixture.caller, {
      tag: person.tag,
      keys: person.keys,
      scope: 'marketing',
      reason: 'stop_reply',
      origin: 'route',
      at: fixture.clock.now(),
    }),
  )
  await fixture.clock.advance(60_000)
  const givenAt = fixture.clock.now()
  const evidence = { grade: 'keyword_from_handset' as const, givenAt, source: 'site' }
  expect(await record(person, { evidence, neverLifts: true })).toMatchObject({
    refusal: 'objection_stands',
  })
  expect(await record(person, { evidence })).toMatchObject({ liftedObjection: true })
})

it('each sector has a proposal that some evidence can meet', () => {
  for (const sector of sectors) {
    const { minimumGrade, validMonths } = sectorPolicies[sector]
    expect(evidenceGrades.indexOf(minimumGrade)).toBeGreaterThan(0)
    expect(validMonths).toBeLessThanOrEqual(24)
  }
})
