// What nobody knew of is settled by its receipt, when exactly one message fits; else it stays told.
import { afterEach, expect, test } from 'vitest'
import type { MessageId } from '../../src/kernel/index.ts'
import { createCampaignMessages } from '../../src/sending/accept/campaign-messages.ts'
import { seeLeaseInAnyAccount, takeLeaseInAnyAccount } from '../../src/sending/store/lease-store.ts'
import { claimInAnyAccount } from '../../src/sending/store/queue-store.ts'
import { readStory } from '../../src/sending/view/read-messages.ts'
import {
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

const numbers = [6001, 6002, 6003].map(fictionNumber)

/** The operator takes everything, and its answers are lost with the connection. */
async function losesAnswers(echoesReference: boolean) {
  const { timers, jump } = jumpingTimers()
  const here = await sendingFixture({
    timers,
    sandbox: { isMagic: false, receiptDelayMs: 2_500, answerDelayMs: 60_000, echoesReference },
  })
  fixture = here
  await here.people(numbers, { agreed: true })
  const lose = async (send: () => Promise<{ ids: readonly MessageId[] }>) => {
    const before = here.sandbox?.stats().submits ?? 0
    const { ids } = await send()
    await until(() => (here.sandbox?.stats().submits ?? 0) - before >= ids.length)
    here.sandbox?.cutAll()
    await until(async () => (await here.states(ids))['maybe_sent'] === ids.length)
    return ids
  }
  /** Receipts come, find nobody, and are looked at again once no answer can come any more. */
  const settle = async (receipts: number) => {
    await until(() => (here.sandbox?.stats().deliveriesAnswered ?? 0) >= receipts, 40_000)
    jump(60_000)
    await here.sending.workers.get(here.routeId)?.recorder.sweep()
  }
  return { here, lose, settle }
}

const story = async (here: SendingFixture, id: MessageId) => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ facts: { how: string } }>(
      `select facts from sending.event where message_id = $1 and what = 'traced'`,
      [id],
    ),
  )
  return rows.map(({ facts }) => facts.how)
}

test('an echoed reference settles what was maybe sent', async () => {
  const { here, lose, settle } = await losesAnswers(true)
  const ids = await lose(() => here.accept(numbers))
  await settle(3)
  expect(await here.states(ids)).toEqual({ delivered: 3 })
  expect(await story(here, ids[0] as MessageId)).toEqual(['reference'])
}, 60_000)

test('number, sender and time settle it where exactly one message fits', async () => {
  const { here, lose, settle } = await losesAnswers(false)
  const ids = await lose(() => here.accept(numbers))
  await settle(3)
  expect(await here.states(ids)).toEqual({ delivered: 3 })
  expect(await story(here, ids[0] as MessageId)).toEqual(['number'])
}, 60_000)

test('two messages to one number are in doubt, and stay told as maybe sent', async () => {
  const { here, lose, settle } = await losesAnswers(false)
  const ids = await lose(async () => {
    const one = await here.accept(numbers)
    const two = await here.accept(numbers.slice(0, 1))
    return { ids: [...one.ids, ...two.ids] }
  })
  await settle(4)
  expect(await here.states(ids)).toEqual({ delivered: 2, maybe_sent: 2 })
}, 60_000)

/** A node claims a campaign, and dies with it in flight. */
async function diesWithAll(here: SendingFixture) {
  await here.people(numbers, { agreed: true })
  await here.stopNodes()
  const accepted = await here.accept(numbers)
  await here.database.inAnyAccount(async (tx) => {
    const place = { routeId: here.routeId, bind: 0 }
    const seen = await seeLeaseInAnyAccount(tx, place)
    const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: here.makeId(), seen })
    if (lease === null) throw new Error('the lease was free')
    const at = here.timers.now()
    await claimInAnyAccount(tx, { lease, intentId: here.makeId(), at, segmentsMax: 10 })
  })
  return accepted
}

async function stopFindsItsAccount(here: SendingFixture): Promise<void> {
  const [number] = numbers
  if (number === undefined) throw new Error('there are numbers')
  expect(here.sandbox?.reply({ from: number, to: '36111', text: 'STOP' })).toBe(true)
  const tags = [here.vault.suppressionTag(here.account.id, number)]
  await until(async () => {
    const scopes = await here.database.inAccount(here.account.id, (tx) =>
      here.consent.suppressionsOf(tx, here.account.id, tags),
    )
    return scopes[0] === 'marketing'
  })
}

test('a STOP to what a dead engine maybe sent finds its account', async () => {
  const here = await sendingFixture({ sandbox: { isMagic: false, receiptDelayMs: 10 } })
  fixture = here
  const { ids } = await diesWithAll(here)
  await here.startNode()
  await until(async () => (await here.states(ids))['maybe_sent'] === 3, 20_000)
  await stopFindsItsAccount(here)
}, 60_000)

test('what a dead engine held for longer than a receipt is waited for ends, and is told', async () => {
  const { timers, jump } = jumpingTimers()
  const here = await sendingFixture({ timers, sandbox: { isMagic: false, receiptDelayMs: 10 } })
  fixture = here
  const { ids, campaignId } = await diesWithAll(here)
  jump(5 * 86_400_000)
  await here.startNode()
  await until(async () => (await here.states(ids))['unconfirmed'] === 3, 20_000)
  const { caller, account, database, audit } = here
  const { routes } = here.sending.ports
  const reading = { ...here, routes, clock: timers, accessLog: audit }
  const told = await readStory(reading, caller, ids[0] as MessageId)
  expect(told.steps.slice(-2).map(({ step }) => step)).toEqual(['acknowledged', 'ended'])
  expect(told.steps.at(-1)?.facts).toMatchObject({ reason: 'maybe_sent' })
  const campaigns = createCampaignMessages({ database, wake: () => undefined })
  const counters = await campaigns.counters(account.id, [campaignId])
  expect(counters.get(campaignId)).toMatchObject({
    ...{ accepted: 3, submitted: 0, maybeSent: 0, submitting: 0, waiting: 0 },
    finals: { unconfirmed: 3 },
  })
  await stopFindsItsAccount(here)
}, 60_000)
