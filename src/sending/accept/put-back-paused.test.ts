// What an engine puts back of a paused campaign, while somebody ends the pause.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobodyThere } from '../../../test/support/campaign-fixture.ts'
import { realTimers } from '../../../test/support/clock.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { E164, MessageId } from '../../kernel/index.ts'
import { unbundleMessages } from '../store/bundle-store.ts'
import { type PutBack, putBackInAnyAccount } from '../store/queue-store.ts'
import { type CampaignMessages, createCampaignMessages } from './campaign-messages.ts'

let fixture: SendingFixture
let messages: CampaignMessages
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  messages = createCampaignMessages({ database: fixture.database, wake: () => undefined })
})
afterAll(() => fixture.close())

/** Takes a message out of the queue as a claim does, and says how it would be put back. */
async function inFlight(messageId: string): Promise<PutBack> {
  const { account } = fixture
  await fixture.database.inAccount(account.id, (tx) =>
    unbundleMessages(tx, account.id, [messageId as MessageId]),
  )
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query(
      `delete from sending.queue where message_id = $1
       returning account_id as "accountId", message_id as "messageId", route_id as "routeId",
         priority, campaign_id as "campaignId", parts, parts_done as "partsDone", attempt,
         may_repeat as "mayRepeat"`,
      [messageId],
    ),
  )
  return { ...rows[0], expiresAt: null, dueAt: fixture.timers.now(), hold: null }
}

async function waiting(messageId: string): Promise<{ hold: string | null; isDue: boolean }> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ hold: string | null; isDue: boolean }>(
      `select hold, isfinite(due_at) as "isDue" from sending.queue where message_id = $1`,
      [messageId],
    ),
  )
  return rows[0] ?? { hold: 'gone', isDue: false }
}

/** A campaign's only message in flight in an engine, as somebody pauses the campaign. */
async function pausedInFlight(number: E164) {
  const { account, database } = fixture
  await fixture.people([number], { agreed: true })
  const { campaignId, ids } = await fixture.accept([number])
  const [messageId] = ids
  if (messageId === undefined) throw new Error('not accepted')
  const back = await inFlight(messageId)
  const at = fixture.timers.now()
  await database.inAccount(account.id, (tx) => messages.hold(tx, account.id, campaignId, at))
  const endPause = () =>
    database.inAccount(account.id, (tx) => messages.release(tx, account.id, campaignId, at))
  return { messageId, back, endPause }
}

test('what is put back as held while the pause ends is let go with the rest', async () => {
  const { messageId, back, endPause } = await pausedInFlight(fictionNumber(1))
  let ended: Promise<unknown> = Promise.resolve()
  await fixture.database.inAnyAccount(async (tx) => {
    await tx.together((to) => putBackInAnyAccount(to, [back]))
    ended = endPause()
    // Time enough for the end of the pause, if it does not wait for what is being put back.
    await Promise.race([ended, realTimers.sleep(500)])
  })
  await ended
  expect(await waiting(messageId)).toEqual({ hold: null, isDue: true })
})

test('what is put back while a campaign is paused waits for the end of the pause', async () => {
  const { messageId, back, endPause } = await pausedInFlight(fictionNumber(2))
  await fixture.database.inAnyAccount((tx) => tx.together((to) => putBackInAnyAccount(to, [back])))
  expect(await waiting(messageId)).toEqual({ hold: 'campaign_paused', isDue: false })
  await endPause()
  expect(await waiting(messageId)).toEqual({ hold: null, isDue: true })
})
