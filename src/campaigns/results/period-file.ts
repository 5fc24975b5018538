// The results of a period as one table: a row for each campaign, list or segment, and operator.
import type { Caller } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import type { ResultsDeps } from './results-deps.ts'
import { type Cell, mediaTypes, writeTable } from './table-file.ts'
import { type PeriodResults, viewPeriod } from './view-period.ts'

const figures = [
  ...(['accepted', 'delivered', 'failed', 'unconfirmed', 'refused', 'cancelled'] as const),
  ...(['underway', 'stopped', 'replies', 'parts', 'costMicroEur'] as const),
]
const titles = ['period_row', 'period_name', 'period_audience', 'period_campaigns'].concat(
  figures.map((name) => `period_${name === 'costMicroEur' ? 'cost' : name}`),
)

export async function periodFile(
  deps: ResultsDeps,
  caller: Caller,
  { format, ...asked }: { from: string; until: string; format: keyof typeof mediaTypes },
) {
  const { language } = caller
  const say = (code: string) => sentence(language, `campaigns.${code}`) ?? code
  const results = await viewPeriod(deps, caller, asked)
  const rows = rowsOf(results, say)
  const table = {
    sheet: say('period_sheet'),
    titles: titles.map(say),
    pages: (async function* () {
      yield rows
    })(),
  }
  return {
    fileName: `${say('file_name')}-${asked.from}-${asked.until}.${format}`,
    mediaType: mediaTypes[format],
    stream: writeTable(table, { format, language }),
  }
}

function rowsOf(results: PeriodResults, say: (code: string) => string): Cell[][] {
  const all = (counted: Record<(typeof figures)[number], number>) =>
    figures.map((name) => (name === 'costMicroEur' ? counted[name] / 1_000_000 : counted[name]))
  const gone = say('period_gone')
  return [
    ...results.lists.map((one) => [
      say(one.segmentId === null ? 'period_list' : 'period_segment'),
      ...[one.name ?? gone, '', one.campaigns],
      ...all(one),
    ]),
    ...results.operators.map((one) => {
      // What never left took no operator; who answered is known of the campaign, not of the route.
      const known: Record<string, number> = {
        ...{ accepted: one.messages, delivered: one.delivered, failed: one.failed },
        unconfirmed: one.unconfirmed,
      }
      return [
        ...[say('period_operator'), one.name, '', one.campaigns],
        ...figures.map((name) => known[name] ?? ''),
      ]
    }),
    ...results.campaigns.map((one) => [
      ...[say('period_campaign'), one.name, one.audience ?? gone, 1],
      ...all(one),
    ]),
    [say('period_total'), '', '', results.campaigns.length, ...all(results.total)],
  ]
}
