// A campaign is paused for longer than messages stay: its first messages go with their period, and
// it does not go on beside figures that were counted for good.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaign } from '../../src/campaigns/accept-campaign.ts'
import type { CampaignsDeps } from '../../src/campaigns/deps.ts'
import { resumeCampaign } from '../../src/campaigns/run-campaign.ts'
import { moveState } from '../../src/campaigns/store.ts'
import { viewCampaign } from '../../src/campaigns/view-campaign.ts'
import type { CampaignId, E164 } from '../../src/kernel/index.ts'
import { campaignsDeps, campaignTo } from '../support/campaign-fixture.ts'
import { type Nights, nightsOver } from '../support/retention-fixture.ts'
import { jumpingTimers, type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
let here: SendingFixture
let deps: CampaignsDeps
let nights: Nights
beforeAll(async () => {
  here = await sendingFixture({ timers })
  deps = campaignsDeps(here)
  nights = nightsOver(here, { timers, jump })
  await nights.sweep()
  jump(31 * dayMs)
}, 120_000)
afterAll(() => here?.close())

const within: Nights['within'] = (work) => nights.within(work)
const stateOf = (id: CampaignId) =>
  here.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ state: string }>(
      'select state from campaigns.campaign where id = $1',
      [id],
    )
    return rows[0]?.state
  })
const messagesOf = (id: CampaignId) =>
  here.test.asSuperuser(async (client) => {
    const { rows } = await client.query('select from sending.message where campaign_id = $1', [id])
    return rows.length
  })
const deleted = async () => {
  jump(dayMs)
  const [messages] = await nights.sweep()
  return messages?.deleted
}
let made = 0

/** Sent to the first of its list, and paused thirteen months ago. */
async function pausedLongAgo({ isAccepted }: { isAccepted: boolean }): Promise<CampaignId> {
  made += 2
  const numbers = [`+3363998320${made}`, `+3363998320${made + 1}`] as E164[]
  const { listId } = await here.people(numbers, { agreed: true, list: `Liste ${made}` })
  const { id } = await campaignTo(here, deps, listId)
  await nights.sendTo(numbers[0] as E164, id)
  await within((tx) => moveState(tx, here.account.id, { id, to: 'paused', at: timers.now() }))
  await here.test.asSuperuser((client) =>
    client.query(
      `update campaigns.campaign set is_accepted = $2, accepted_through =
         (select contact_id from sending.message where campaign_id = $1) where id = $1`,
      [id, isAccepted],
    ),
  )
  nights.laterBy13Months()
  return id
}

test('its messages go with their period, and it is not resumed beside figures that stand', async () => {
  const id = await pausedLongAgo({ isAccepted: false })
  expect(await deleted()).toBe(1)
  // The screen says what to do instead of resuming.
  const english = { ...here.caller, language: 'en' } as const
  expect((await viewCampaign(deps, english, id)).next).toMatchObject({
    ...{ what: 'cannot_resume', sentence: expect.stringContaining('duplicate it') },
  })
  const refused = { code: 'campaigns.first_messages_deleted' }
  await expect(resumeCampaign(deps, here.caller, id)).rejects.toMatchObject(refused)
  expect(await stateOf(id)).toBe('paused')
  // A server that stood still as long, in the middle of the list, says the same.
  await within((tx) => moveState(tx, here.account.id, { id, to: 'accepting', at: timers.now() }))
  await expect(acceptCampaign(deps, here.account.id, id)).rejects.toMatchObject(refused)
})

test('where its whole list was accepted nothing is added, and it comes to its end', async () => {
  const id = await pausedLongAgo({ isAccepted: true })
  expect(await deleted()).toBe(1)
  expect((await viewCampaign(deps, here.caller, id)).next.what).toBe('paused')
  await resumeCampaign(deps, here.caller, id)
  expect(await stateOf(id)).toBe('running')
})

test('once it is resumed its messages stay for their period again', async () => {
  const id = await pausedLongAgo({ isAccepted: false })
  await resumeCampaign(deps, here.caller, id)
  expect(await deleted()).toBe(0)
  expect(await stateOf(id)).toBe('accepting')
})

test('a night that meets whoever resumes it waits, and leaves its messages', async () => {
  const id = await pausedLongAgo({ isAccepted: false })
  let sweeping: Promise<number | undefined> = Promise.resolve(undefined)
  await within(async (tx) => {
    expect(await deps.messages.goOn(tx, here.account.id, { id, at: timers.now() })).toBeNull()
    sweeping = deleted()
    // It reads the campaign as it stands, and comes to the row that is held here.
    await eventually(async () => {
      const { rows } = await here.test.asSuperuser((client) =>
        client.query(`select from pg_stat_activity where wait_event_type = 'Lock'
          and query like '%sending.campaign_reach%' and datname = current_database()`),
      )
      return rows.length > 0 ? true : null
    })
  })
  await sweeping
  expect(await messagesOf(id)).toBe(1)
})
