// The results of a campaign on paper: counts and reasons, and no person.
import type { z } from 'zod'
import { accountOf } from '../../accounts/index.ts'
import type { Caller, CampaignId } from '../../kernel/index.ts'
import { type Block, type Paper, pdfMediaType, pdfOf } from '../../paper/index.ts'
import { sentence } from '../../words/index.ts'
import type { campaignView } from '../contract.ts'
import type { campaignResults } from '../contract-results.ts'
import { viewCampaign } from '../view-campaign.ts'
import {
  endedCells,
  endedHeads,
  type Figures,
  figuresIn,
  heading,
  paragraph,
  type Say,
  sayIn,
  table,
  terms,
  titled,
  zoneName,
} from './paper-parts.ts'
import type { ResultsDeps } from './results-deps.ts'
import { viewResults } from './view-results.ts'

type Results = z.input<typeof campaignResults>
type Told = { say: Say; figures: Figures; language: Caller['language'] }

export async function resultsPdf(deps: ResultsDeps, caller: Caller, id: CampaignId) {
  const { accountId, language } = caller
  const results = await viewResults(deps, caller, id)
  const campaign = await viewCampaign(deps, caller, id)
  const { name, zone } = await deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  const at = deps.clock.now()
  const say = sayIn(language)
  const told = { say, figures: figuresIn(language, zone), language }
  const paper: Paper = {
    ...{ title: campaign.name, language },
    blocks: [
      heading(1, campaign.name),
      paragraph(say('paper_campaign', { account: name })),
      paragraph(say('paper_made', { at: told.figures.when(at), zone: zoneName(zone) })),
      ...aboutCampaign(campaign, results, told),
      ...whatBecame(results, told),
      ...whyNot(results, told),
      ...answers(results, told),
      ...places(results, told),
      ...besidePast(results, told),
    ],
  }
  return {
    fileName: `${say('file_name')}-${campaign.number}.pdf`,
    mediaType: pdfMediaType,
    stream: pdfOf(paper, at),
  }
}

function aboutCampaign(
  campaign: z.input<typeof campaignView>,
  { breakdown }: Results,
  { say, figures }: Told,
): Block[] {
  const { startedAt, endedAt, sendAt } = campaign
  const counted = (value: number | undefined, tell: (value: number) => string) =>
    value === undefined ? say('paper_counting') : tell(value)
  const deletedAt = breakdown?.detailsDeletedAt ?? null
  return [
    terms([
      [say('paper_state'), say(`paper_state_${campaign.state}`)],
      [say('paper_class'), say(`paper_class_${campaign.class}`)],
      [say('file_sender'), campaign.sender],
      [say('paper_text'), campaign.text],
      ...(startedAt === null ? [] : [[say('paper_launched'), figures.when(startedAt)] as const]),
      ...(sendAt === null ? [] : [[say('paper_send_at'), figures.when(sendAt)] as const]),
      ...(endedAt === null ? [] : [[say('paper_ended'), figures.when(endedAt)] as const]),
      [say('file_parts'), counted(breakdown?.parts, figures.count)],
      [say('paper_cost'), counted(breakdown?.costMicroEur, figures.euros)],
    ]),
    ...(deletedAt === null
      ? []
      : [paragraph(say('paper_deleted', { date: figures.day(deletedAt) }))]),
  ]
}

function whatBecame({ groups, counts }: Results, { say, figures }: Told): Block[] {
  const heads = [say('paper_group'), say('period_accepted'), say('paper_share')]
  return [
    heading(2, say('paper_groups')),
    table(1, heads, [
      ...groups.map(({ group, messages, share }) => [
        ...[say(`period_${group}`), figures.count(messages), figures.share(share)],
      ]),
      [say('period_total'), figures.count(counts.accepted), ''],
    ]),
  ]
}

function whyNot(results: Results, { say, figures, language }: Told): Block[] {
  const { refused, breakdown } = results
  const stateOf = (state: string) => {
    const said = sentence(language, `state.${state}`) ?? state
    return said.charAt(0).toUpperCase() + said.slice(1)
  }
  const failed = (breakdown?.notArrived ?? []).map(({ state, sentence: why, messages }) => [
    ...[stateOf(state), why, figures.count(messages)],
  ])
  const leftOut = refused.map(({ sentence: why, people }) => [why, figures.count(people)])
  const heads = [say('file_reason'), say('period_accepted')]
  return [
    ...titled(say('paper_not_arrived'), 2, [say('file_state'), ...heads], failed),
    ...titled(say('paper_left_out'), 1, heads, leftOut),
  ]
}

function answers({ replies }: Results, { say, figures }: Told): Block[] {
  return [
    heading(2, say('paper_answers')),
    terms([
      [say('paper_answers_stopped'), figures.count(replies.peopleWhoStopped)],
      [say('paper_answers_total'), figures.count(replies.total)],
      [say('paper_answers_to_read'), figures.count(replies.toRead)],
    ]),
  ]
}

function places({ breakdown }: Results, { say, figures }: Told): Block[] {
  if (breakdown === null) return []
  const { routes, countries } = breakdown
  const byRoute = routes.map((one) => [one.name, ...endedCells(figures, one)])
  const byCountry = countries.map((one) => [
    figures.country(one.country),
    ...endedCells(figures, one),
  ])
  const heads = endedHeads(say)
  return [
    ...titled(say('paper_operators'), 1, [say('period_operator'), ...heads], byRoute),
    ...titled(say('paper_countries'), 1, [say('file_country'), ...heads], byCountry),
  ]
}

function besidePast({ past }: Results, { say, figures }: Told): Block[] {
  if (past === null) return []
  const heads = [say('paper_rate'), say('paper_own'), say('paper_median')]
  return [
    heading(2, say('paper_past', { count: figures.count(past.campaigns) })),
    table(
      1,
      heads,
      past.rates.map(({ rate, own, median }) => [
        ...[say(`paper_rate_${rate}`), figures.share(own), figures.share(median)],
      ]),
    ),
  ]
}
