// What campaigns need over a fixture that sends, and a campaign whose messages stay in the queue.
import { acceptCampaign } from '../../src/campaigns/accept-campaign.ts'
import type { Campaign } from '../../src/campaigns/campaign.ts'
import type { CampaignRequest } from '../../src/campaigns/contract.ts'
import type { CampaignsDeps } from '../../src/campaigns/deps.ts'
import { countCampaignsOf } from '../../src/campaigns/moving/list-use-store.ts'
import { createCampaign } from '../../src/campaigns/prepare-campaign.ts'
import { moveState } from '../../src/campaigns/store.ts'
import type { SegmentRules } from '../../src/contacts/contract.ts'
import { createSegmentChoice } from '../../src/contacts/index.ts'
import { dropSegment, makeSegment } from '../../src/contacts/segments/keep-segment.ts'
import type { CampaignId, ListId, SegmentId } from '../../src/kernel/index.ts'
import { createCampaignMessages } from '../../src/sending/index.ts'
import { seededRandomness } from './clock.ts'
import type { SendingFixture } from './sending-fixture.ts'
import { statusesOver } from './statuses.ts'

/** No operator listens there: all of it stays in the queue. */
export const nobodyThere = 'smpp://accord:secret@127.0.0.1:1?window=10'

export function campaignsDeps(fixture: SendingFixture): CampaignsDeps {
  const { database, timers: clock } = fixture
  return {
    ...fixture,
    ...fixture.sending.ports,
    clock,
    messages: createCampaignMessages({ database, wake: () => undefined }),
    randomness: seededRandomness('campaigns'),
    sendMessage: fixture.sending.calls.sendMessage,
    refusalOf: fixture.sending.calls.refusalOf,
    segments: createSegmentChoice({
      ...fixture,
      clock,
      statuses: statusesOver(fixture.consent),
      campaignsOf: countCampaignsOf,
    }),
    jobs: { enqueue: async () => undefined },
    record: async () => undefined,
    wake: () => undefined,
  }
}

/** Segments of a fixture's account: made, and deleted. */
export function segmentsOf(fixture: SendingFixture) {
  const { database, account, caller, timers: clock } = fixture
  const statuses = statusesOver(fixture.consent)
  const deps = { ...fixture, clock, statuses, campaignsOf: countCampaignsOf }
  return {
    make: (name: string, rules: SegmentRules) =>
      database.inAccount(account.id, (tx) => makeSegment(deps, tx, caller, { name, ...rules })),
    drop: (id: SegmentId) =>
      database.inAccount(account.id, (tx) => dropSegment(deps, tx, caller, id)),
  }
}

export const campaignTo = (
  fixture: SendingFixture,
  deps: CampaignsDeps,
  listId: string,
  more: Partial<CampaignRequest> = {},
): Promise<Campaign> =>
  createCampaign(deps, fixture.caller, {
    name: 'Collection',
    listId: listId as ListId,
    class: 'marketing',
    basis: null,
    purpose: 'offers',
    sender: 'LUMEN',
    text: 'Nouvelle collection en boutique.',
    sendAt: null,
    sendAtLocal: false,
    usefulUntil: null,
    ifUnsure: 'never_twice',
    perHour: null,
    overrideReason: null,
    template: null,
    ...more,
  })

/** From the launch to the end of its list. */
export async function acceptAll(
  { database, account, timers }: SendingFixture,
  deps: CampaignsDeps,
  id: CampaignId,
): Promise<void> {
  await database.inAccount(account.id, (tx) =>
    moveState(tx, account.id, { id, to: 'accepting', at: timers.now() }),
  )
  await acceptCampaign(deps, account.id, id)
}
