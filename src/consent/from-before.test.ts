// An installation from before MACs: rows get theirs once the ledger agrees, and nothing stands still.
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  type ConsentGround,
  consentGround,
  type Person,
  rowOf,
} from '../../test/support/consent-ground.ts'
import type { WordingId } from '../kernel/index.ts'

let ground: ConsentGround
let wordingId: WordingId
let people: Person[]
const inTx = <T>(work: Parameters<typeof ground.test.database.inAccount<T>>[1]) =>
  ground.test.database.inAccount(ground.accountId, work)
const sql = (text: string, values: unknown[] = []) =>
  ground.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    return (await client.query<{ count: number }>(text, values)).rows
  })
const bare = `select count(*)::int as count from consent.state where mac is null`

/** People with consents and objections, as a version without MACs has left them. */
beforeEach(async () => {
  ground = await consentGround()
  wordingId = (await ground.publish()).wordingId
  people = await ground.people(450)
  await inTx((tx) =>
    ground.consent.recordConsents(tx, ground.caller, {
      controllerId: ground.controllerId,
      channel: 'sms',
      purpose: 'offers',
      grade: 'import_declared',
      rows: people.map((person) => rowOf(person, wordingId)),
    }),
  )
  const [objects] = people as [Person]
  await stop(objects)
  await stop((await ground.people(1))[0] as Person, false)
  await ground.consent.sequenceOnce(ground.accountId)
  await sql('update consent.state set mac = null')
  await sql('delete from consent.suppression_log')
  await sql('delete from consent.suppression_head')
})
afterEach(() => ground.close())

const stop = (person: Person, knowsPerson = true, consent = ground.consent) =>
  inTx((tx) =>
    consent.recordStop(tx, ground.caller, {
      tag: person.tag,
      keys: knowsPerson ? person.keys : null,
      scope: 'marketing',
      reason: 'stop_reply',
      origin: 'test',
      at: ground.clock.now(),
    }),
  )

async function gate(person: Person, consent = ground.restarted()): Promise<string> {
  const { accountId, controllerId, clock } = ground
  const asked = { subjects: [person.subjectId], tags: [person.tag] }
  const question = { controllerId, channel: 'sms', purpose: 'offers', at: clock.now() } as const
  const [fact] = await inTx((tx) => consent.gateFacts(tx, accountId, asked, question))
  if (fact?.suppression != null) return fact.suppression
  return fact?.consent.effective === true ? 'allowed' : (fact?.consent.why ?? 'none')
}

it('rows count as they did until all are through; from then on one without a MAC is false', async () => {
  const [objects, agreed, forged, last] = people as [Person, Person, Person, Person]
  // What was forged before agrees with no entry: it gets no MAC, and an alarm.
  await sql('update consent.state set grade_rank = 40 where subject_id = $1', [forged.subjectId])
  expect(await gate(agreed)).toBe('allowed')
  const consent = ground.restarted()
  await consent.watch(ground.accountId)
  expect(await sql(bare)).toEqual([{ count: 1 }])
  expect(ground.alarms).toEqual([{ accountId: ground.accountId, kind: 'ledger_differs', count: 1 }])
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
  const consent = ground.restarted()
  await stop(people[5] as Person, true, consent)
  await sql('update consent.unsequenced set mac = null')
  await consent.watch(ground.accountId)
  expect(await sql(bare)).not.toEqual([{ count: 0 }])
  expect((await consent.sequenceOnce(ground.accountId)).sequenced).toBe(1)
  let looks = 0
  await consent.watch(ground.accountId, () => {
    looks += 1
    return looks > 1
  })
  expect(await gate(people[7] as Person)).toBe('allowed')
  await consent.watch(ground.accountId)
  expect(await sql(bare)).toEqual([{ count: 0 }])
  expect((await consent.reconcile(ground.caller)).differences).toEqual({})
  expect(ground.alarms).toEqual([])
})
