// npm run crash: kills processes under load, and audits what the operator got.
// The server, PostgreSQL and both: `--kills N --messages N --seed S`, `--quick` for a short run.
// `--nodes 2`: one of two nodes on one PostgreSQL; `--failover`: that PostgreSQL's primary is
// killed, frozen, or left running while another is promoted.
// `--against kannel`: Debian's Kannel instead, killed with a backlog.
// `--json` for a line of JSON a figure.

import { copyOfBuild } from '../test/crash/processes.ts'
import { runCrash } from '../test/crash/run-crash.ts'
import { runNodes, segmentsPerSecond, throttledTo } from '../test/crash/run-nodes.ts'
import { newTestFolder, removeTestFolder } from '../test/support/folder.ts'
import { Figures, progress } from './bench/figures.ts'
import { kannelMissing } from './bench/kannel.ts'
import { crashKannel } from './crash-kannel.ts'
import { readFlags } from './read-flags.ts'

const values = readFlags({
  kills: { type: 'string' },
  messages: { type: 'string' },
  seed: { type: 'string' },
  nodes: { type: 'string' },
  against: { type: 'string' },
  failover: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
})

function refuse(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(2)
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(number) && number > 0) return number
  return refuse(`not a whole number above zero: ${text}`)
}

const seed = wholeNumber(values.seed, 1)
const folder = newTestFolder()
// A build, as an installation runs it; the loader of the sources would lengthen each start.
const program = copyOfBuild(folder)
const figures = new Figures(values.json)
const nodes = wholeNumber(values.nodes, 1)
if (nodes > 2) refuse('this run knows one node or two')
const { against } = values
if (against !== undefined) {
  if (against !== 'kannel') refuse('the run knows one to run against: --against kannel')
  const missing = kannelMissing()
  if (missing !== null) refuse(missing)
}
try {
  const isTrue = await chosenRun()
  figures.print()
  process.exitCode = isTrue ? 0 : 1
  if (!isTrue) progress(`the truth of a message broke: again with --seed ${seed}`)
} catch (error) {
  progress(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  removeTestFolder(folder)
}

function chosenRun(): Promise<boolean> {
  if (against !== undefined) return kannelRun()
  if (values.failover || nodes === 2) return nodesRun(values.failover ? 'failover' : 'nodes')
  return crashRun()
}

/** Told for comparison: whatever it loses or doubles breaks nothing here. */
async function kannelRun(): Promise<boolean> {
  const report = await crashKannel({
    program,
    folder,
    kills: wholeNumber(values.kills, values.quick ? 2 : 5),
    messagesPerKill: 6_000,
    tell: progress,
  })
  figures.add('kannel_kills', report.kills, 'kills')
  figures.add('kannel_messages', report.accepted, 'messages')
  figures.add('kannel_lost', report.lost, 'messages')
  figures.add('kannel_doubled', report.doubled, 'segments')
  figures.add('kannel_nothing_accepted', report.refusedMs / 1000, 's')
  return true
}

async function crashRun(): Promise<boolean> {
  const size = values.quick ? { kills: 8, messages: 40_000 } : { kills: 100, messages: 1_000_000 }
  const report = await runCrash({
    program,
    kills: wholeNumber(values.kills, size.kills),
    messages: wholeNumber(values.messages, size.messages),
    seed,
    tell: progress,
  })
  const messages = report.campaignMessages + report.alerts
  progress(`seed ${seed}: ${JSON.stringify(report.blows)}; ${report.settings}`)
  if (report.lost > 0) progress(`lost: ${JSON.stringify(report.lostAs)}`)
  figures.add('crash_kills', report.kills, 'kills')
  figures.add('crash_cuts', report.blows.cut + report.blows.cut_in_answer, 'cuts')
  figures.add('crash_messages', messages, 'messages')
  figures.add('crash_lost', report.lost, 'messages', 0)
  figures.add('crash_doubled', report.doubled, 'segments', 0)
  figures.add('crash_repeated_as_asked', report.repeated, 'segments')
  figures.add('crash_maybe_sent', report.maybeSent, 'messages', report.maybeSentBound)
  figures.add('crash_unsettled', report.unsettled, 'messages', 0)
  figures.add('crash_door_shut', report.doorShutMs / 1000, 's', 3)
  // PostgreSQL reads its log again first.
  figures.add('crash_door_shut_both', report.bothShutMs / 1000, 's')
  figures.add('crash_nothing_accepted', report.refusedMs / 1000, 's')
  figures.add('crash_wal_syncs', report.walSyncs, 'syncs')
  figures.add('crash_wal_octets', report.walOctets / messages, 'octets/message')
  return (
    report.lost === 0 &&
    report.doubled === 0 &&
    report.unsettled === 0 &&
    report.maybeSent <= report.maybeSentBound &&
    report.walSyncs > 0
  )
}

/** What is measured of a take-over has another meaning for each: see `NodesReport`. */
async function nodesRun(name: 'nodes' | 'failover'): Promise<boolean> {
  const isNodes = name === 'nodes'
  const report = await runNodes({
    program,
    what: isNodes ? 'node' : 'primary',
    kills: wholeNumber(values.kills, values.quick ? 3 : 20),
    messagesPerKill: 8_000,
    ...(isNodes ? { paceMs: { steady: 20_000, settling: 30_000 } } : {}),
    seed,
    tell: progress,
  })
  progress(`seed ${seed}; ${report.settings}`)
  if (report.lost > 0) progress(`lost: ${JSON.stringify(report.lostAs)}`)
  figures.add(`${name}_kills`, report.kills, 'kills')
  figures.add(`${name}_messages`, report.campaignMessages + report.alerts, 'messages')
  figures.add(`${name}_lost`, report.lost, 'messages', 0)
  figures.add(`${name}_doubled`, report.doubled, 'segments', 0)
  figures.add(`${name}_repeated_as_asked`, report.repeated, 'segments')
  figures.add(`${name}_maybe_sent`, report.maybeSent, 'messages', report.maybeSentBound)
  figures.add(`${name}_unsettled`, report.unsettled, 'messages', 0)
  figures.add(`${name}_takeover_s`, report.takeoverMs / 1000, 's', 10)
  if (report.pace !== null) {
    const { mostInASecond, mean, throttled } = report.pace
    figures.add('rate_most_in_a_second', mostInASecond, 'segments', segmentsPerSecond * 1.02)
    figures.add('rate_mean', mean, 'segments/s', segmentsPerSecond)
    figures.add('throttle_settled', throttled, 'segments/s', throttledTo)
  }
  return (
    report.lost === 0 &&
    report.doubled === 0 &&
    report.unsettled === 0 &&
    report.maybeSent <= report.maybeSentBound &&
    report.takeoverMs <= 10_000
  )
}
