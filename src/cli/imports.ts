// `accord imports`: what came in by files, what became of it, and one of them taken back.
import { parseArgs } from 'node:util'
import type { ImportList, ImportSummary, ImportView } from '../intake/contract.ts'
import { isUuid } from '../kernel/index.ts'
import { importsCommandWords } from '../words/index.ts'
import {
  type Ask,
  failed,
  jsonBody,
  misused,
  problemOf,
  serverOf,
  serverOptions,
  serverUsage,
} from './ask-server.ts'
import { type Command, type CommandIo, exitCodes } from './command.ts'

const options = {
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  ...serverOptions,
} as const
const say = importsCommandWords

export const command: Command = {
  name: 'imports',
  summary: { en: say.en.summary, fr: say.fr.summary },
  usage: `accord imports list [--json]
accord imports show ID [--json]
accord imports undo ID --yes

list    the imports, newest first: id, state, day, rows, file
show    what became of the rows of one, by reason
undo    takes one back and waits for the end: its consents by an entry each in the ledger, contacts
        that it made and nobody touched since, its list; objections stay. Without --yes it only says
        how many

${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    })
    const [verb, id = ''] = positionals
    const isWhole = verb === 'list' || ((verb === 'show' || verb === 'undo') && isUuid(id))
    if (!isWhole) return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    const asJson = values.json === true
    if (verb === 'list') return list(ask, io, asJson)
    if (verb === 'show') return show(ask, io, { id, asJson })
    return values.yes === true ? undo(ask, io, id) : warn(ask, io, id)
  },
}

async function list(ask: Ask, io: CommandIo, asJson: boolean): Promise<number> {
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
    const answer = await ask(`/v1/imports${query}`)
    if (!answer.ok) return failed(io, await problemOf(answer))
    const page = (await answer.json()) as ImportList
    for (const one of page.items) {
      io.stdout.write(`${asJson ? JSON.stringify(one) : lineOf(one)}\n`)
    }
    cursor = page.nextCursor
  } while (cursor !== null)
  return exitCodes.done
}

function lineOf({ id, state, createdAt, counts, fileName }: ImportSummary): string {
  return [id, state, createdAt.slice(0, 10), counts?.rows ?? '', fileName].join('\t')
}

type One = { id: string; asJson: boolean }

async function show(ask: Ask, io: CommandIo, { id, asJson }: One): Promise<number> {
  const answer = await ask(`/v1/imports/${id}`)
  if (!answer.ok) return failed(io, await problemOf(answer))
  const view = (await answer.json()) as ImportView
  if (asJson) {
    io.stdout.write(`${JSON.stringify(view)}\n`)
    return exitCodes.done
  }
  io.stdout.write(`${lineOf(view)}\n`)
  if (view.failure !== null) io.stdout.write(`${view.failure.sentence}\n`)
  const { counts } = view
  if (counts === null) return exitCodes.done
  const { rejectedBy, quarantinedBy, sensitiveLeftBy, ...sums } = counts
  for (const [name, rows] of Object.entries(sums)) io.stdout.write(`${name}\t${rows}\n`)
  for (const { reason, sentence, rows } of [...rejectedBy, ...quarantinedBy, ...sensitiveLeftBy]) {
    io.stdout.write(`  ${reason}\t${rows}\t${sentence}\n`)
  }
  return exitCodes.done
}

async function warn(ask: Ask, io: CommandIo, id: string): Promise<number> {
  const answer = await ask(`/v1/imports/${id}`)
  if (!answer.ok) return failed(io, await problemOf(answer))
  const { counts } = (await answer.json()) as ImportView
  return misused(io, say[io.language].wouldUndo(counts?.rows ?? 0, counts?.imported ?? 0))
}

async function undo(ask: Ask, io: CommandIo, id: string): Promise<number> {
  const asked = await ask(`/v1/imports/${id}/undo`, jsonBody({}))
  if (!asked.ok) return failed(io, await problemOf(asked))
  // The stream of its progress ends when the taking back does.
  const progress = await ask(`/v1/imports/${id}/progress`)
  if (!progress.ok) return failed(io, await problemOf(progress))
  await progress.text()
  const answer = await ask(`/v1/imports/${id}`)
  if (!answer.ok) return failed(io, await problemOf(answer))
  const { state, undo: done } = (await answer.json()) as ImportView
  if (state !== 'undone' || done === null) return failed(io, say[io.language].notUndone)
  io.stdout.write(`${say[io.language].undone(done)}\n`)
  return exitCodes.done
}
