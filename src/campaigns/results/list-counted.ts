// What the figures of a period count, one by one: its messages, and the replies to them.
import type { Caller, CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { type MessagePage, readMessages, readReplies } from '../../sending/index.ts'
import type { PeriodMessagesQuery, PeriodRepliesQuery } from '../contract-results.ts'
import type { ResultsDeps } from './results-deps.ts'
import { launchedIn } from './view-period.ts'

type Page<Query> = Omit<Query, 'cursor'> & { before: string | null }

/** The same campaigns as the results of the period, of one list or segment where one is asked. */
async function campaignsOf(
  deps: ResultsDeps,
  { accountId }: Caller,
  asked: { from: string; until: string; audienceId?: string | undefined },
): Promise<CampaignId[]> {
  const { shown, names } = await launchedIn(deps, accountId, asked)
  const { audienceId } = asked
  return shown
    .filter(
      ({ listId }) =>
        audienceId === undefined || (names.get(listId)?.segmentId ?? listId) === audienceId,
    )
    .map(({ id }) => id)
}

export async function periodMessages(
  deps: ResultsDeps,
  caller: Caller,
  page: Page<PeriodMessagesQuery>,
): Promise<MessagePage> {
  const campaignIds = await campaignsOf(deps, caller, page)
  if (campaignIds.length === 0) return { items: [], last: null, lookedBackTo: null }
  const { limit, state, group, routeId } = page
  return readMessages(deps, caller, {
    ...{ before: page.before as MessageId | null, limit, campaignIds },
    ...{ state: state ?? null, group: group ?? null, routeId: (routeId ?? null) as RouteId | null },
    ...{ campaignId: null, class: null, contactId: null, reference: null, reason: null },
    ...{ sender: null, from: null, until: null },
  })
}

export async function periodReplies(
  deps: ResultsDeps,
  caller: Caller,
  page: Page<PeriodRepliesQuery>,
): ReturnType<typeof readReplies> {
  const campaignIds = await campaignsOf(deps, caller, page)
  if (campaignIds.length === 0) return { items: [], last: null }
  const { before, limit, show } = page
  const wish = { before, limit, needsReview: null, campaignIds, show: show ?? null }
  return readReplies(deps, caller, wish)
}
