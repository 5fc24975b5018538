// What each pair of bars would have done to the sets for choosing them,
// by weights that never saw them.
import { cleanReply, readSigns, replyWords } from '../../src/countries/replies/clean-reply.ts'
import { marksOf, wordsSeen } from '../../src/countries/replies/features.ts'
import { readKeyword } from '../../src/countries/replies/keywords.ts'
import { type Model, type Shares, sharesOf } from '../../src/countries/replies/model.ts'
import { allOf, type Writing } from './sets.ts'

const stopBars = [0.3, 0.35, 0.4, 0.45, 0.47, 0.5, 0.55, 0.6, 0.7]
const wordBars = [0.15, 0.2, 0.25, 0.3, 0.4, 0.47]
const doubtBars = [0.03, 0.05, 0.06, 0.075, 0.1, 0.12, 0.15, 0.2]

type Judged = { writing: Writing; shares: Shares; isOneWord: boolean }

/** What keywords and signs decide has no bar. */
function judgedBy(model: Model, writing: Writing): Judged | null {
  const clean = cleanReply(writing.text)
  if (clean.isReaction || readSigns(clean.loud) !== null) return null
  const words = replyWords(clean.own)
  if (words.length === 0 || readKeyword(words) !== null) return null
  const seen = wordsSeen(words)
  const isOneWord = seen.filter((word) => word !== '.').length === 1
  return { writing, shares: sharesOf(model, marksOf(seen, clean)), isOneWord }
}

export function barsTable(model: Model): string {
  const judged = allOf('thresholds')
    .map((writing) => judgedBy(model, writing))
    .filter((one) => one !== null)
  const rows = [
    ...stopBars.map((bar) =>
      actRow(
        'stop',
        bar,
        judged.filter((one) => !one.isOneWord),
      ),
    ),
    ...wordBars.map((bar) =>
      actRow(
        'stopOfWord',
        bar,
        judged.filter((one) => one.isOneWord),
      ),
    ),
    ...doubtBars.map((bar) => holdRow(bar, judged)),
  ]
  return `${['bar\tat\tstops\theard\tdoubts\theard\tothers\theard', ...rows].join('\n')}\n`
}

const kindOf = ({ meaning }: Writing) =>
  meaning === 'stop' || meaning === 'doubtful' ? meaning : 'other'

function row(bar: string, at: number, judged: readonly Judged[], isHeard: (of: Shares) => boolean) {
  const counts = (['stop', 'doubtful', 'other'] as const).flatMap((kind) => {
    const own = judged.filter(({ writing }) => kindOf(writing) === kind)
    return [own.length, own.filter(({ shares }) => isHeard(shares)).length]
  })
  return [bar, at, ...counts].join('\t')
}

const actRow = (bar: string, at: number, judged: readonly Judged[]) =>
  row(bar, at, judged, ({ stop }) => stop >= at)

const holdRow = (at: number, judged: readonly Judged[]) =>
  row('doubtful', at, judged, ({ stop, doubtful }) => stop + doubtful >= at)
