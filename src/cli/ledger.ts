// `accord ledger`: compares the database with the ledger, reports and repairs differences.
import { setTimeout as pause } from 'node:timers/promises'
import type { ComparisonView } from '../consent/contract.ts'
import { ledgerCommandWords } from '../words/index.ts'
import {
  type Ask,
  failed,
  jsonBody,
  problemOf,
  serverOf,
  serverOptions,
  serverUsage,
} from './ask-server.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'

const options = { reason: { type: 'string' }, json: { type: 'boolean' }, ...serverOptions } as const
const say = ledgerCommandWords
const lookAgainMs = 1_000

export const command: Command = {
  name: 'ledger',
  summary: { en: say.en.summary, fr: say.fr.summary },
  usage: `accord ledger status [--json]
accord ledger reconcile [--json]
accord ledger mend --reason TEXT [--json]

status      what the last comparison found; one is made each day
reconcile   compares now: consents, objections, evidence, entries, wordings and keys
mend        compares, puts back objections that are missing, and makes each row that says more than
            the ledger what the ledger says. What stands then is what later comparisons begin from.

Exit code 1 where something differs.
${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [verb] = positionals
    const isMending = verb === 'mend' && values.reason !== undefined
    if (verb !== 'status' && verb !== 'reconcile' && !isMending) return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    const first = await begin(ask, verb, values.reason)
    if (!first.ok) return failed(io, await problemOf(first))
    const view = (await first.json()) as ComparisonView
    const done = verb === 'status' ? view : await untilDone(ask, view)
    if (done === null) return failed(io, say[io.language].lost)
    return show(done, values.json === true, io)
  },
}

const path = '/v1/ledger/comparison'

function begin(ask: Ask, verb: string, reason: string | undefined): Promise<Response> {
  if (verb === 'status') return ask(path)
  if (verb === 'reconcile') return ask(path, { method: 'POST' })
  return ask('/v1/ledger/mending', { method: 'POST', ...jsonBody({ reason }) })
}

/**
 * It may take minutes; the server does it whether or not somebody waits. Null: it does not answer.
 */
async function untilDone(ask: Ask, first: ComparisonView): Promise<ComparisonView | null> {
  let view = first
  while (view.isRunning) {
    await pause(lookAgainMs)
    const answer = await ask(path)
    if (!answer.ok) return null
    view = (await answer.json()) as ComparisonView
  }
  return view
}

function show({ last }: ComparisonView, asJson: boolean, io: CommandIo): number {
  const words = say[io.language]
  if (asJson) io.stdout.write(`${JSON.stringify(last)}\n`)
  if (last === null) {
    if (!asJson) io.stdout.write(`${words.never}\n`)
    return exitCodes.done
  }
  const found = Object.entries(last.differences)
  if (!asJson) {
    io.stdout.write(`${words.compared(last)}\n`)
    for (const [kind, count] of found) {
      io.stdout.write(`  ${count}  ${words.kinds[kind as keyof typeof words.kinds] ?? kind}\n`)
    }
    if (found.length === 0) io.stdout.write(`${words.same}\n`)
  }
  return found.length === 0 ? exitCodes.done : exitCodes.failed
}
