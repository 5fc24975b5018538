// The results of a period on paper: by list or segment, by operator, and each campaign.
import { accountOf } from '../../accounts/index.ts'
import type { Caller } from '../../kernel/index.ts'
import { type Block, type Paper, pdfMediaType, pdfOf } from '../../paper/index.ts'
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
  titled,
  zoneName,
} from './paper-parts.ts'
import type { ResultsDeps } from './results-deps.ts'
import type { PeriodFigures } from './sum-period.ts'
import { type PeriodResults, viewPeriod } from './view-period.ts'

type Told = { say: Say; figures: Figures }

export async function periodPdf(
  deps: ResultsDeps,
  caller: Caller,
  asked: { from: string; until: string },
) {
  const { accountId, language } = caller
  const results = await viewPeriod(deps, caller, asked)
  const { name } = await deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  const at = deps.clock.now()
  const say = sayIn(language)
  const told = { say, figures: figuresIn(language, results.zone) }
  const span = { from: told.figures.day(asked.from), until: told.figures.day(asked.until) }
  const title = say('paper_period_title', span)
  const zone = zoneName(results.zone)
  const paper: Paper = {
    ...{ title, language },
    blocks: [
      heading(1, title),
      paragraph(say('paper_period', { ...span, account: name })),
      paragraph(say('paper_made', { at: told.figures.when(at), zone })),
      ...missing(results, told),
      ...(results.campaigns.length === 0
        ? [paragraph(say('paper_none'))]
        : [...byList(results, told), ...byOperator(results, told), ...each(results, told)]),
    ],
  }
  return {
    fileName: `${say('file_name')}-${asked.from}-${asked.until}.pdf`,
    mediaType: pdfMediaType,
    stream: pdfOf(paper, at),
  }
}

/** Whoever is shown the paper sees what it leaves out. */
function missing({ isCut, uncounted, campaigns }: PeriodResults, { say, figures }: Told): Block[] {
  const cut = { count: figures.count(campaigns.length) }
  return [
    ...(isCut ? [paragraph(say('paper_cut', cut))] : []),
    ...(uncounted > 0
      ? [paragraph(say('paper_uncounted', { count: figures.count(uncounted) }))]
      : []),
  ]
}

const names = [
  ...(['accepted', 'delivered', 'failed', 'unconfirmed', 'refused', 'cancelled'] as const),
  ...(['underway', 'stopped', 'replies', 'parts'] as const),
]
const heads = (say: Say) => [...names.map((name) => say(`period_${name}`)), say('paper_cost')]
const cells = ({ count, euros }: Figures, of: PeriodFigures) => [
  ...names.map((name) => count(of[name])),
  euros(of.costMicroEur),
]

function byList({ lists, total, campaigns }: PeriodResults, { say, figures }: Told): Block[] {
  const kind = (segmentId: string | null) =>
    say(segmentId === null ? 'period_list' : 'period_segment')
  return [
    heading(2, say('paper_lists')),
    table(
      2,
      [say('period_name'), say('paper_kind'), say('period_campaigns'), ...heads(say)],
      [
        ...lists.map((one) => [
          ...[one.name ?? say('period_gone'), kind(one.segmentId), figures.count(one.campaigns)],
          ...cells(figures, one),
        ]),
        [say('period_total'), '', figures.count(campaigns.length), ...cells(figures, total)],
      ],
    ),
  ]
}

function byOperator({ operators }: PeriodResults, { say, figures }: Told): Block[] {
  const title = [say('period_operator'), say('period_campaigns'), ...endedHeads(say)]
  const rows = operators.map((one) => [
    ...[one.name, figures.count(one.campaigns)],
    ...endedCells(figures, one),
  ])
  return titled(say('paper_operators'), 1, title, rows)
}

function each({ campaigns }: PeriodResults, { say, figures }: Told): Block[] {
  const title = [say('period_campaign'), say('period_audience'), say('paper_launched')]
  return [
    heading(2, say('paper_each')),
    table(
      3,
      [...title, ...heads(say)],
      campaigns.map((one) => [
        ...[one.name, one.audience ?? say('period_gone'), figures.when(one.startedAt)],
        ...cells(figures, one),
      ]),
    ),
  ]
}
