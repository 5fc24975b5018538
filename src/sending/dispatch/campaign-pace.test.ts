// A campaign with a pace by the hour, through the engine: what leaves, what waits,
// after a pause too.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../../../test/support/clock.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { CampaignId, Timers } from '../../kernel/index.ts'
import { type CampaignMessages, createCampaignMessages } from '../accept/campaign-messages.ts'
import { keepPace, lockPace, returnShares } from '../store/campaign-store.ts'

const minuteMs = 60_000
/** Hours that pass in an instant break the link, and it binds again only after a while. */
const patienceMs = 30_000
let fixture: SendingFixture
let messages: CampaignMessages
let shiftMs = Date.parse('2026-11-25T09:31:00Z') - realTimers.now()
const timers: Timers = { ...realTimers, now: () => realTimers.now() + shiftMs }

beforeAll(async () => {
  fixture = await sendingFixture({ timers })
  const wake = (routeId: string) => fixture.sending.engine.wake(routeId)
  messages = createCampaignMessages({ database: fixture.database, wake })
})
afterAll(() => fixture.close())

const queueOf = async (campaignId: CampaignId) => {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ hold: string | null; due: number }>(
      `select hold, extract(epoch from due_at)::float8 * 1000 as due from sending.queue
       where campaign_id = $1 order by due_at`,
      [campaignId],
    ),
  )
  return rows
}

const goOn = (ms: number) => {
  shiftMs += ms
  fixture.sending.engine.wake(fixture.routeId)
}

test('twenty an hour: two leave at once, the others in slots of three minutes; a pause begins the line anew', async () => {
  const numbers = Array.from({ length: 8 }, (_, index) => fictionNumber(index + 1))
  await fixture.people(numbers, { agreed: true })
  const campaignId = fixture.makeId() as CampaignId
  const { account, database } = fixture
  const setPace = (perHour: number | null) =>
    database.inAccount(account.id, (tx) =>
      messages.pace(tx, account.id, { id: campaignId, perHour, at: timers.now() }),
    )
  await setPace(20)
  await fixture.accept(numbers, {}, campaignId)
  const waiting = async () => (await queueOf(campaignId)).length
  await until(async () => (await waiting()) === 6)
  const line = await queueOf(campaignId)
  expect(new Set(line.map(({ hold }) => hold))).toEqual(new Set(['campaign_paced']))
  const gaps = line.slice(1).map(({ due }, index) => due - (line[index]?.due ?? 0))
  expect(gaps).toEqual(Array(5).fill(3 * minuteMs))

  // The next two come in their own slots, and leave.
  goOn((line[0]?.due ?? 0) - timers.now() + 1)
  await until(async () => (await waiting()) === 5)
  goOn(3 * minuteMs)
  await until(async () => (await waiting()) === 4)

  await database.inAccount(account.id, (tx) =>
    messages.hold(tx, account.id, campaignId, timers.now()),
  )
  goOn(180 * minuteMs)
  await database.inAccount(account.id, (tx) =>
    messages.release(tx, account.id, campaignId, timers.now()),
  )
  // Four are due at once after three hours; two may leave in this span, the others have new slots.
  // Those that a broken link gave back have used their share all the same.
  await until(async () => {
    const again = await queueOf(campaignId)
    const hasSlots = again.every(({ hold, due }) => hold !== null && due > timers.now())
    return hasSlots && again.length >= 2
  }, patienceMs)

  // Each that was given back had a slot of its own, so the last one may be far off.
  await setPace(null)
  goOn(60 * minuteMs)
  await until(async () => (await waiting()) === 0, patienceMs)
}, 120_000)

test('a share that was not used is there again for its span, and for no other', async () => {
  const id = fixture.makeId() as CampaignId
  const { account, database } = fixture
  await database.inAccount(account.id, async (tx) => {
    await messages.pace(tx, account.id, { id, perHour: 20, at: timers.now() })
    const pace = await lockPace(tx, account.id, id)
    if (pace === null) throw new Error('no pace')
    await keepPace(tx, account.id, id, { ...pace, span: 77, taken: 2 })
    const takenAfter = async (span: number, count: number) => {
      await returnShares(tx, account.id, { campaignId: id, span, count })
      return (await lockPace(tx, account.id, id))?.taken
    }
    expect(await takenAfter(76, 1)).toBe(2)
    expect(await takenAfter(77, 1)).toBe(1)
    expect(await takenAfter(77, 5)).toBe(0)
  })
})
