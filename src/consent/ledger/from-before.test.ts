// An installation from before MACs: rows get theirs once the ledger agrees,
// and nothing stands still.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { consentActs } from '../../../test/support/consent-acts.ts'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
} from '../../../test/support/consent-fixture.ts'
import type { WordingId } from '../../kernel/index.ts'

let fixture: ConsentFixture
let wordingId: WordingId
let people: Person[]
const { alter: sql, agree, stop, gate: gateOf } = consentActs(() => fixture)
const gate = (person: Person, consent = fixture.restarted()) => gateOf(person, consent)
const bare = `select count(*)::int as count from consent.state where mac is null`

/** People with consents and objections, as a version without MACs has left them. */
beforeEach(async () => {
  fixture = await consentFixture()
  wordingId = (await fixture.publish()).wordingId
  people = await fixture.people(450)
  await agree(people, wordingId)
  const [objects] = people as [Person]
  await stop(objects)
  await stop((await fixture.people(1))[0] as Person, { knowsPerson: false })
  await fixture.consent.sequenceOnce(fixture.accountId)
  await sql('update consent.state set mac = null')
  await sql('delete from consent.suppression_log')
  await sql('delete from consent.suppression_head')
})
afterEach(() => fixture.close())

it('rows count as they did until all are through; from then on one without a MAC is false', async () => {
  const [objects, agreed, forged, last] = people as [Person, Person, Person, Person]
  // What was forged before agrees with no entry: it gets no MAC, and an alarm.
  await sql('update consent.state set grade_rank = 40 where subject_id = $1', [forged.subjectId])
  expect(await gate(agreed)).toBe('allowed')
  const consent = fixture.restarted()
  await consent.watch(fixture.accountId)
  expect(await sql(bare)).toEqual([{ count: 1 }])
  expect(fixture.alarms).toEqual([
    { accountId: fixture.accountId, kind: 'ledger_differs', count: 1 },
  ])
  expect([await gate(agreed), await gate(objects), await gate(forged)]).toEqual([
    'allowed',
    'marketing',
    'altered',
  ])
  await sql('update consent.state set mac = null where subject_id = $1', [last.subjectId])
  expect(await gate(last)).toBe('altered')
  // Objections from before stand in the chains too.
  await sql('delete from consent.suppression')
  expect(await gate(objects)).toBe('marketing')
})

it('batches from before that wait are placed first, and a stop in the middle goes on at the next look', async () => {
  const consent = fixture.restarted()
  await stop(people[5] as Person, { consent })
  await sql('update consent.unsequenced set mac = null')
  await consent.watch(fixture.accountId)
  expect(await sql(bare)).not.toEqual([{ count: 0 }])
  expect((await consent.sequenceOnce(fixture.accountId)).sequenced).toBe(1)
  let looks = 0
  await consent.watch(fixture.accountId, () => {
    looks += 1
    return looks > 1
  })
  expect(await gate(people[7] as Person)).toBe('allowed')
  await consent.watch(fixture.accountId)
  expect(await sql(bare)).toEqual([{ count: 0 }])
  expect((await consent.reconcile(fixture.caller)).differences).toEqual({})
  expect(fixture.alarms).toEqual([])
})
