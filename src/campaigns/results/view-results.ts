// The results of one campaign as the API shows them: one truth,
// from the counters that its messages move.
import type { z } from 'zod'
import {
  type Caller,
  type CampaignId,
  isoTime,
  isoTimeOrNull,
  type Language,
} from '../../kernel/index.ts'
import { type Breakdown, type CountedBreakdown, countersOf } from '../../sending/index.ts'
import { sentence } from '../../words/index.ts'
import type { Campaign } from '../campaign.ts'
import type { campaignResults } from '../contract-results.ts'
import { earlierLaunched } from '../store.ts'
import { countsOf, viewCampaign } from '../view-campaign.ts'
import { compare, groupsOf, pastMax, ratesOf, shareOf } from './rates.ts'
import { countJob, type ResultsDeps } from './results-deps.ts'

type Results = z.input<typeof campaignResults>

export async function viewResults(
  deps: ResultsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<Results> {
  const { accountId, language } = caller
  const campaign = await viewCampaign(deps, caller, id)
  const { counts } = campaign
  const replies = (await deps.figures.replies(accountId, [id])).get(id) ?? noReplies
  const counted = await deps.figures.breakdown(accountId, id, (tx) =>
    deps.jobs.enqueue(tx, { name: countJob, key: id, accountId, input: { campaignId: id } }),
  )
  const groups = Object.entries(groupsOf(counts)) as [Results['groups'][number]['group'], number][]
  const { kinds, ...answered } = replies
  return {
    id,
    name: campaign.name,
    state: campaign.state,
    startedAt: campaign.startedAt,
    endedAt: campaign.endedAt,
    counts,
    groups: groups.map(([group, messages]) => ({
      ...{ group, messages },
      share: shareOf(messages, counts.accepted),
    })),
    refused: campaign.leftOut,
    replies: { ...answered, ...kinds },
    breakdown: counted === null ? null : viewBreakdown(deps, counted, language),
    past: compare(ratesOf(counts, replies), await pastRates(deps, caller, campaign)),
  }
}

const noReplies = {
  ...{ total: 0, peopleWhoStopped: 0, toRead: 0 },
  kinds: { stop: 0, help: 0, contact: 0, start: 0, doubtful: 0, other: 0 },
}

/** Of one's own campaigns of the same class that were launched before, those that have ended. */
async function pastRates(
  deps: ResultsDeps,
  { accountId }: Caller,
  campaign: Pick<Campaign, 'number' | 'class'>,
) {
  // That one has ended is written down when somebody looks at it: the counters say it before.
  const wish = { before: campaign.number, class: campaign.class, limit: 2 * pastMax }
  const ids = await deps.database.inAccount(accountId, (tx) => earlierLaunched(tx, accountId, wish))
  const tallies = await deps.figures.tally(accountId, ids)
  const replies = await deps.figures.replies(accountId, ids)
  const ended = ids.flatMap((id) => {
    const counts = countsOf(countersOf(tallies.get(id) ?? new Map<string, number>(), 0))
    const isOver = counts.accepted > 0 && groupsOf(counts).underway === 0
    return isOver ? [ratesOf(counts, replies.get(id) ?? noReplies)] : []
  })
  return ended.slice(0, pastMax)
}

function viewBreakdown(
  deps: Pick<ResultsDeps, 'routes' | 'clock'>,
  { countedAt, isCurrent, figures, detailsDeletedAt }: CountedBreakdown,
  language: Language,
): NonNullable<Results['breakdown']> {
  const names = new Map<string, string>(
    deps.routes.all(deps.clock.now()).map(({ id, name }) => [id, name]),
  )
  return {
    countedAt: isoTime(countedAt),
    isCurrent,
    detailsDeletedAt: isoTimeOrNull(detailsDeletedAt),
    parts: figures.parts,
    costMicroEur: figures.costMicroEur,
    stepSeconds: figures.stepMs / 1_000,
    times: figures.times.map(({ at, ...rest }) => ({ at: isoTime(at), ...rest })),
    routes: figures.routes.map(({ routeId, ...rest }) => ({
      routeId,
      name: names.get(routeId) ?? sentence(language, 'campaigns.route_gone') ?? '—',
      ...rest,
    })),
    countries: figures.countries,
    notArrived: figures.reasons
      .filter(({ state }) => state !== 'refused')
      .map(({ state, failure, messages }) => ({
        ...{ state, reason: failure, messages },
        sentence: whyOf(failure, language),
      })),
  }
}

/** Many share a reason, and none its operator's code: the sentence is told without one. */
export function whyOf(failure: Breakdown['reasons'][number]['failure'], language: Language) {
  return (
    sentence(language, `campaigns.why_${failure}`) ??
    sentence(language, `failure.${failure}`) ??
    sentence(language, `sending.${failure}`) ??
    failure
  )
}
