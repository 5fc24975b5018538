// The results of all campaigns of a period: each, by list or segment, and by operator.
import type { z } from 'zod'
import { accountOf } from '../../accounts/index.ts'
import { type AudienceName, audienceNames } from '../../contacts/index.ts'
import { instantOf } from '../../countries/index.ts'
import { type Caller, type CampaignId, isoTime, type ListId } from '../../kernel/index.ts'
import { countersOf } from '../../sending/index.ts'
import { sentence } from '../../words/index.ts'
import { periodCampaignsMax, type periodResults } from '../contract-results.ts'
import { dayOfIso } from '../recurring/recurring.ts'
import { countsOf } from '../view-campaign.ts'
import { type Launched, launchedBetween } from './period-store.ts'
import { groupsOf } from './rates.ts'
import { countJob, type ResultsDeps } from './results-deps.ts'
import { add, byAudience, byRoute, noFigures, type PeriodFigures } from './sum-period.ts'

export type PeriodResults = z.input<typeof periodResults>

/** Campaigns whose messages one reader has counted anew; who looks again asks for the next ones. */
const countedAtOnceMax = 20

export async function viewPeriod(
  deps: ResultsDeps,
  { accountId, language }: Caller,
  asked: { from: string; until: string },
): Promise<PeriodResults> {
  const { zone, shown, names, isCut } = await launchedIn(deps, accountId, asked)
  const launched = await countEach(deps, accountId, shown)
  const { sums, uncounted } = await deps.figures.sums(
    accountId,
    launched.flatMap(({ id, figures }) => (figures.accepted > 0 ? [id] : [])),
    {
      atMost: countedAtOnceMax,
      later: (tx, id) =>
        deps.jobs.enqueue(tx, { name: countJob, key: id, accountId, input: { campaignId: id } }),
    },
  )
  const counted = launched.map((one) => {
    const { parts, costMicroEur } = sums.get(one.id) ?? noFigures()
    return { ...one, figures: { ...one.figures, parts, costMicroEur } }
  })
  const total = noFigures()
  for (const { figures } of counted) add(total, figures)
  const routeNames = new Map<string, string>(
    deps.routes.all(deps.clock.now()).map(({ id, name }) => [id, name]),
  )
  const gone = sentence(language, 'campaigns.route_gone') ?? '—'
  return {
    ...{ from: asked.from, until: asked.until, zone, isCut, uncounted, total },
    lists: byAudience(counted, names),
    operators: byRoute([...sums.values()].map(({ routes }) => routes)).map(
      ({ routeId, ...rest }) => ({
        ...{ routeId, name: routeNames.get(routeId) ?? gone },
        ...rest,
      }),
    ),
    campaigns: counted.map((one) => ({
      ...campaignView(one, names),
      routeIds: (sums.get(one.id)?.routes ?? []).map(({ routeId }) => routeId),
    })),
  }
}

/** The campaigns that a period counts, and the list or segment that each went to. */
export function launchedIn(
  { database }: Pick<ResultsDeps, 'database'>,
  accountId: Caller['accountId'],
  asked: { from: string; until: string },
) {
  return database.inAccount(accountId, async (tx) => {
    const { zone } = await accountOf(tx, accountId)
    const launched = await launchedBetween(tx, accountId, {
      from: instantOf(zone, dayOfIso(asked.from), 0),
      until: instantOf(zone, dayOfIso(asked.until) + 1, 0),
      limit: periodCampaignsMax + 1,
    })
    const shown = launched.slice(0, periodCampaignsMax)
    const names = await audienceNames(tx, accountId, [...new Set(shown.map((one) => one.listId))])
    return { zone, shown, names, isCut: launched.length > shown.length }
  })
}

type CountedCampaign = Launched & { figures: PeriodFigures }
type Uncosted = Launched & { figures: Omit<PeriodFigures, 'parts' | 'costMicroEur'> }

async function countEach(
  { figures }: ResultsDeps,
  accountId: Caller['accountId'],
  shown: readonly Launched[],
): Promise<Uncosted[]> {
  const ids = shown.map(({ id }) => id)
  const tallies = await figures.tally(accountId, ids)
  const replies = await figures.replies(accountId, ids)
  const figuresOf = (id: CampaignId) => {
    const counts = countsOf(countersOf(tallies.get(id) ?? new Map<string, number>(), 0))
    const { peopleWhoStopped = 0, total = 0 } = replies.get(id) ?? {}
    return {
      ...groupsOf(counts),
      ...{ accepted: counts.accepted, stopped: peopleWhoStopped, replies: total },
    }
  }
  return shown.map((one) => ({ ...one, figures: figuresOf(one.id) }))
}

function campaignView(
  { id, name, class: messageClass, listId, startedAt, figures }: CountedCampaign,
  names: ReadonlyMap<ListId, AudienceName>,
): Omit<PeriodResults['campaigns'][number], 'routeIds'> {
  const audience = names.get(listId)
  return {
    ...{ id, name, class: messageClass, startedAt: isoTime(startedAt) },
    audienceId: audience?.segmentId ?? listId,
    audience: audience?.name ?? null,
    ...figures,
  }
}
