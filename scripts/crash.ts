// npm run crash: kills the server, PostgreSQL and both under load, and audits what the operator got.
// `--kills N --messages N --seed S`, `--quick` for a short run, `--json` for a line of JSON a figure.

import { parseArgs } from 'node:util'
import { copyOfBuild } from '../test/crash/processes.ts'
import { runCrash } from '../test/crash/run-crash.ts'
import { newTestFolder, removeTestFolder } from '../test/support/folder.ts'
import { Figures, progress } from './bench/figures.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    messages: { type: 'string' },
    seed: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const size = values.quick ? { kills: 8, messages: 40_000 } : { kills: 100, messages: 1_000_000 }

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(number) && number > 0) return number
  process.stderr.write(`not a whole number above zero: ${text}\n`)
  process.exit(2)
}

const seed = wholeNumber(values.seed, 1)
const folder = newTestFolder()
const report = await runCrash({
  // A build, as an installation runs it; the loader of the sources would lengthen each start.
  program: copyOfBuild(folder),
  kills: wholeNumber(values.kills, size.kills),
  messages: wholeNumber(values.messages, size.messages),
  seed,
  tell: progress,
}).finally(() => removeTestFolder(folder))
const messages = report.campaignMessages + report.alerts
progress(`seed ${seed}: ${JSON.stringify(report.blows)}; ${report.settings}`)
const figures = new Figures(values.json)
figures.add('crash_kills', report.kills, 'kills')
figures.add('crash_cuts', report.blows.cut + report.blows.cut_in_answer, 'cuts')
figures.add('crash_messages', messages, 'messages')
figures.add('crash_lost', report.lost, 'messages', 0)
figures.add('crash_doubled', report.doubled, 'segments', 0)
figures.add('crash_repeated_as_asked', report.repeated, 'segments')
figures.add('crash_maybe_sent', report.maybeSent, 'messages', report.maybeSentBound)
figures.add('crash_unsettled', report.unsettled, 'messages', 0)
figures.add('crash_door_shut', report.doorShutMs / 1000, 's', 3)
figures.add('crash_nothing_accepted', report.refusedMs / 1000, 's')
figures.add('crash_wal_syncs', report.walSyncs, 'syncs')
figures.add('crash_wal_octets', report.walOctets / messages, 'octets/message')
figures.print()
const isTrue =
  report.lost === 0 &&
  report.doubled === 0 &&
  report.unsettled === 0 &&
  report.maybeSent <= report.maybeSentBound &&
  report.walSyncs > 0
process.exitCode = isTrue ? 0 : 1
if (!isTrue) progress(`the truth of a message broke: again with --seed ${seed}`)
