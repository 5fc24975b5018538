// A no and another legal basis at the same moment: whichever commits first,
// no legal basis stands after the no.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
  recordSale,
} from '../../../test/support/consent-fixture.ts'
import { overlapping } from '../../../test/support/overlapping.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording } from '../consent.ts'

let fixture: ConsentFixture
let wording: Wording
beforeAll(async () => {
  fixture = await consentFixture()
  wording = await fixture.publish()
  await within((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, ['soft_opt_in']))
})
afterAll(() => fixture.close())

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  fixture.test.database.inAccount(fixture.accountId, work)

const sell = (tx: Tx, person: Person) => recordSale(fixture, tx, person, wording.wordingId)
const stop = (tx: Tx, { keys, tag }: Person) =>
  fixture.consent.recordStop(tx, fixture.caller, {
    tag,
    keys,
    scope: 'marketing',
    reason: 'stop_reply',
    origin: '',
    at: fixture.clock.now(),
  })
const withdraw = (tx: Tx, { keys, tag }: Person) =>
  fixture.consent.withdrawConsent(tx, fixture.caller, {
    keys,
    tag,
    controllerId: fixture.controllerId,
    channel: 'sms',
    purpose: 'offers',
    reason: '',
    at: fixture.clock.now(),
  })
const one = async () => {
  const [person] = await fixture.people(1)
  if (person === undefined) throw new Error('one was made')
  return person
}
const standing = (person: Person) =>
  within((tx) => fixture.consent.legalBasesOf(tx, fixture.accountId, person.subjectId))

const together = async <A, B>(first: (tx: Tx) => Promise<A>, second: (tx: Tx) => Promise<B>) =>
  Promise.all(await overlapping(within, first, second))

test('a STOP that comes while a sale is being recorded ends it', async () => {
  const person = await one()
  await together(
    (tx) => sell(tx, person),
    (tx) => stop(tx, person),
  )
  expect(await standing(person)).toEqual([])
})

test('a withdrawal that comes while a sale is being recorded ends it', async () => {
  const person = await one()
  await together(
    (tx) => sell(tx, person),
    (tx) => withdraw(tx, person),
  )
  expect(await standing(person)).toEqual([])
})

test('a sale that comes while a STOP is being recorded is refused', async () => {
  const person = await one()
  const [, sold] = await together(
    (tx) => stop(tx, person),
    (tx) => sell(tx, person),
  )
  expect(sold).toEqual({ outcome: 'refused', refusal: 'objection_stands' })
  expect(await standing(person)).toEqual([])
})
