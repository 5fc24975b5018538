// A no and another ground at the same moment: whichever commits first, no ground stands after the no.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ConsentGround,
  consentGround,
  type Person,
  recordSale,
} from '../../../test/support/consent-ground.ts'
import { overlapping } from '../../../test/support/overlapping.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording } from '../consent.ts'

let ground: ConsentGround
let wording: Wording
beforeAll(async () => {
  ground = await consentGround()
  wording = await ground.publish()
  await within((tx) => ground.consent.switchGrounds(tx, ground.accountId, ['soft_opt_in']))
})
afterAll(() => ground.close())

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  ground.test.database.inAccount(ground.accountId, work)

const sell = (tx: Tx, person: Person) => recordSale(ground, tx, person, wording.wordingId)
const stop = (tx: Tx, { keys, tag }: Person) =>
  ground.consent.recordStop(tx, ground.caller, {
    tag,
    keys,
    scope: 'marketing',
    reason: 'stop_reply',
    origin: '',
    at: ground.clock.now(),
  })
const withdraw = (tx: Tx, { keys, tag }: Person) =>
  ground.consent.withdrawConsent(tx, ground.caller, {
    keys,
    tag,
    controllerId: ground.controllerId,
    channel: 'sms',
    purpose: 'offers',
    reason: '',
    at: ground.clock.now(),
  })
const one = async () => {
  const [person] = await ground.people(1)
  if (person === undefined) throw new Error('one was made')
  return person
}
const standing = (person: Person) =>
  within((tx) => ground.consent.groundsOf(tx, ground.accountId, person.subjectId))

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
