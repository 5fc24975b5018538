// The first campaign of an installation: from its first page on the database knows its messages.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingGround,
  sendingGround,
} from '../../test/support/sending-ground.ts'
import type { ListId } from '../kernel/index.ts'
import { createCampaignMessages } from '../sending/index.ts'
import { acceptCampaign } from './accept-campaign.ts'
import type { CampaignsDeps } from './deps.ts'
import { createCampaign } from './prepare-campaign.ts'
import { moveState } from './store.ts'

/** More than a page. */
const people = 1_200
let ground: SendingGround
beforeAll(async () => {
  // No operator listens there: all of it stays in the queue.
  ground = await sendingGround({ url: 'smpp://accord:secret@127.0.0.1:1?window=10' })
}, 120_000)
afterAll(() => ground.close())

/** How the server looks for people is chosen by what it knows of them. */
const knownColumns = () =>
  ground.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ attname: string }>(
      `select attname from pg_stats where schemaname = 'sending' and tablename = 'message'
       and attname in ('campaign_id', 'subject_id') order by 1`,
    )
    return rows.map(({ attname }) => attname)
  })

test('after its first page the server has statistics of people and campaigns', async () => {
  const { database, timers: clock, account } = ground
  const numbers = Array.from({ length: people }, (_, index) => fictionNumber(index))
  const { listId } = await ground.people(numbers, { agreed: true })
  const deps: CampaignsDeps = {
    ...ground,
    ...ground.sending.ports,
    clock,
    messages: createCampaignMessages({ database, wake: () => undefined }),
    jobs: { enqueue: async () => undefined },
    record: async () => undefined,
    wake: () => undefined,
  }
  const campaign = await createCampaign(deps, ground.caller, {
    name: 'Première',
    listId: listId as ListId,
    class: 'marketing',
    basis: null,
    purpose: 'offers',
    sender: 'LUMEN',
    text: 'Nouvelle collection en boutique.',
    sendAt: null,
    usefulUntil: null,
    perHour: null,
    overrideReason: null,
  })
  const at = clock.now()
  await database.inAccount(account.id, (tx) =>
    moveState(tx, account.id, { id: campaign.id, to: 'accepting', at }),
  )
  expect(await knownColumns()).toEqual([])
  await acceptCampaign(deps, account.id, campaign.id)
  expect(await knownColumns()).toEqual(['campaign_id', 'subject_id'])
})
