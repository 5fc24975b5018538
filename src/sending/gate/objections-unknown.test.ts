// While nobody can say who has objected, nobody is written to, and nothing is refused for good.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { breakChainsOf } from '../../../test/support/broken-chains.ts'
import {
  alertOrder,
  fictionNumber,
  fictionNumbers,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { E164, MessageId } from '../../kernel/index.ts'
import type { SendOrder } from './send-order.ts'

const { timers, jump } = jumpingTimers()
let fixture: SendingFixture
beforeEach(async () => {
  fixture = await sendingFixture({ timers, sandbox: { isMagic: false, receiptDelayMs: 10 } })
})
afterEach(() => fixture.close())

const numbers = fictionNumbers(20, 2_000)
const marketing: Partial<SendOrder> = { usefulUntil: null }
const contract: Partial<SendOrder> = { ...alertOrder, usefulUntil: null }
const interest: Partial<SendOrder> = { ...contract, basis: 'legitimate_interest' }

const stops = (those: readonly E164[]) =>
  fixture.database.inAccount(fixture.account.id, (tx) =>
    fixture.consent.recordStops(tx, fixture.caller, {
      scope: 'marketing',
      reason: 'imported_list',
      origin: 'test',
      rows: those.map((number) => ({
        tag: fixture.vault.suppressionTag(fixture.account.id, number),
        keys: null,
        at: timers.now(),
      })),
    }),
  )

/** As after a restore: the chains are behind what is marked beside the keys. */
async function loseChains(): Promise<void> {
  await breakChainsOf(fixture)
  expect(await fixture.consent.suppressionsWhole(fixture.account.id)).toBe(false)
}
const mend = () => fixture.consent.reconcile(fixture.caller, { mends: true })

async function waiting(ids: readonly MessageId[]): Promise<(string | null)[]> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ hold: string | null }>(
      'select hold from sending.queue where message_id = any($1)',
      [ids],
    ),
  )
  return rows.map(({ hold }) => hold)
}
const all = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
const held = all(numbers.length, 'objections_unknown')

async function refusalsOf(ids: readonly MessageId[]): Promise<string[]> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ reason: string }>(
      'select reason from sending.outcome where message_id = any($1) order by message_id',
      [ids],
    ),
  )
  return rows.map(({ reason }) => reason)
}

test('what is to leave waits, and leaves once the ledger is mended; a known no refuses as ever', async () => {
  const known = fictionNumber(2_900)
  await fixture.people([...numbers, known], { agreed: true })
  await fixture.stopNodes()
  const { ids } = await fixture.accept(numbers, marketing)
  const { ids: alerts } = await fixture.accept(numbers, interest)
  const { ids: owed } = await fixture.accept(numbers, contract)
  const { ids: refused } = await fixture.accept([known], marketing)
  await stops([known])
  await loseChains()
  await fixture.startNode()
  // What a contract asks for is sent, whoever has objected.
  await until(async () => (await fixture.states(owed))['delivered'] === owed.length)
  await until(async () => (await waiting(ids)).join() === held.join())
  await until(async () => (await waiting(alerts)).join() === held.join())
  expect(await fixture.states(refused)).toEqual({ refused: 1 })
  expect(await refusalsOf(refused)).toEqual(['number_suppressed'])
  expect(fixture.sandbox?.stats().taken).toBe(owed.length)
  // Looked at again by itself, it waits on.
  jump(86_400_000 - 60_000)
  expect(await waiting(ids)).toEqual(held)
  await mend()
  jump(61_000)
  await until(async () => (await fixture.states(ids))['delivered'] === ids.length)
  await until(async () => (await fixture.states(alerts))['delivered'] === alerts.length)
  expect(await fixture.states(refused)).toEqual({ refused: 1 })
}, 60_000)

test('what is accepted meanwhile waits too, under the consent that it will leave under', async () => {
  const known = fictionNumber(2_900)
  const [nobody] = fictionNumbers(1, 2_950) as [E164]
  await fixture.people([...numbers, known], { agreed: true })
  await fixture.people([nobody], { agreed: false })
  await stops([known])
  await loseChains()
  const { ids } = await fixture.accept(numbers, marketing)
  const { ids: alerts } = await fixture.accept(numbers, interest)
  expect(await waiting(ids)).toEqual(held)
  expect(await waiting(alerts)).toEqual(held)
  const { ids: refused } = await fixture.accept([known, nobody], marketing)
  expect((await refusalsOf(refused)).sort()).toEqual(['no_consent', 'number_suppressed'])
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query('select from sending.message where id = any($1) and consent_entry_id is null', [
      ids,
    ]),
  )
  expect(rows).toEqual([])
  await mend()
  // Nobody has to do anything for it.
  await until(async () => (await fixture.states(ids))['delivered'] === ids.length, 45_000)
  await until(async () => (await fixture.states(alerts))['delivered'] === alerts.length)
}, 90_000)

test('who has objected by then is refused after the mend, and not before', async () => {
  await fixture.people(numbers, { agreed: true })
  await loseChains()
  const { ids } = await fixture.accept(numbers, marketing)
  await stops(numbers)
  await mend()
  await until(async () => (await fixture.states(ids))['refused'] === ids.length, 45_000)
  expect(new Set(await refusalsOf(ids))).toEqual(new Set(['number_suppressed']))
  expect(fixture.sandbox?.stats().taken).toBe(0)
}, 90_000)

test('it waits as long as it is of use, and then ends as what came too late', async () => {
  await fixture.people(numbers, { agreed: true })
  await loseChains()
  const { ids } = await fixture.accept(numbers, { usefulUntil: timers.now() + 3_600_000 })
  expect(await waiting(ids)).toEqual(held)
  jump(3_700_000)
  await until(async () => (await fixture.states(ids))['expired'] === ids.length, 30_000)
  expect(new Set(await refusalsOf(ids))).toEqual(new Set(['outlived']))
}, 60_000)
