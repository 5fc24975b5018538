// `accord imports`: uploads, forecasts and runs files, shows the result, undoes an import.
import type { ImportList, ImportSummary, ImportView } from '../intake/contract.ts'
import { isUuid } from '../kernel/index.ts'
import { importsCommandWords } from '../words/index.ts'
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
import { forecast } from './forecast-import.ts'
import { listNamed, run, send, waitedFor } from './send-import.ts'

const options = {
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  sheet: { type: 'string' },
  list: { type: 'string' },
  into: { type: 'string' },
  mapping: { type: 'string' },
  country: { type: 'string' },
  ...serverOptions,
} as const
const say = importsCommandWords

export const command: Command = {
  name: 'imports',
  summary: { en: say.en.summary, fr: say.fr.summary },
  usage: `accord imports send FILE [--sheet NAME] [--json]
accord imports forecast ID [--mapping FILE.json] [--country FR] [--json]
accord imports run ID (--list NAME | --into LIST) [--mapping FILE.json] [--country FR] [--json]
accord imports list [--json]
accord imports show ID [--json]
accord imports undo ID --yes

send    sends a contact file (CSV or XLSX) and tells what it holds and what each column would
        become: place, field, type, header. Nothing of it is in the contacts yet
forecast  tells what run would do: how many people can receive marketing, and why others cannot,
        with the numbers of their rows; nothing is kept
run     lets it in: the columns as proposed, or as the body of POST /v1/imports/{id}/mapping in FILE
        says; waits, and tells what became of the rows. --list makes a new list; --into adds to one
        that exists, by its name or its id
list    the imports, newest first: id, state, day, rows, file
show    what became of the rows of one, by reason
undo    takes one back and waits for the end: its consents by an entry each in the ledger, contacts
        that it made and nobody touched since, its list; objections stay. Without --yes it only says
        how many

${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [verb, given = ''] = positionals
    const isWhole =
      verb === 'list' ||
      (verb === 'send' && given !== '') ||
      (verb === 'run' &&
        isUuid(given) &&
        (values.list === undefined) !== (values.into === undefined)) ||
      ((verb === 'show' || verb === 'undo' || verb === 'forecast') && isUuid(given))
    if (!isWhole) return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    const asJson = values.json === true
    if (verb === 'list') return list(ask, io, asJson)
    if (verb === 'send') return send(ask, io, { file: given, sheet: values.sheet, asJson })
    const { country, list: listName = null, into = '', mapping: mappingFile } = values
    if (verb === 'forecast') return forecast(ask, io, { id: given, country, mappingFile, asJson })
    if (verb === 'run') {
      const list = listName === null ? await listNamed(ask, io, into) : { id: null, name: listName }
      if (list === null) return exitCodes.failed
      const view = await run(ask, io, { id: given, list, country, mappingFile })
      return view === null ? exitCodes.failed : tell(io, view, asJson)
    }
    if (verb === 'show') return show(ask, io, { id: given, asJson })
    return values.yes === true ? undo(ask, io, given) : warn(ask, io, given)
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
  return tell(io, (await answer.json()) as ImportView, asJson)
}

function tell(io: CommandIo, view: ImportView, asJson: boolean): number {
  const code = view.state === 'failed' ? exitCodes.failed : exitCodes.done
  if (asJson) {
    io.stdout.write(`${JSON.stringify(view)}\n`)
    return code
  }
  io.stdout.write(`${lineOf(view)}\n`)
  if (view.failure !== null) io.stdout.write(`${view.failure.sentence}\n`)
  const { counts } = view
  if (counts === null) return code
  const { rejectedBy, quarantinedBy, sensitiveLeftBy, customLeftBy, heldBy, ...sums } = counts
  const reasons = [...rejectedBy, ...quarantinedBy, ...heldBy, ...sensitiveLeftBy, ...customLeftBy]
  for (const [name, rows] of Object.entries(sums)) io.stdout.write(`${name}\t${rows}\n`)
  for (const { reason, sentence, rows } of reasons) {
    io.stdout.write(`  ${reason}\t${rows}\t${sentence}\n`)
  }
  return code
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
  const view = await waitedFor(ask, io, id)
  if (view === null) return exitCodes.failed
  const { state, undo: done } = view
  if (state !== 'undone' || done === null) return failed(io, say[io.language].notUndone)
  io.stdout.write(`${say[io.language].undone(done)}\n`)
  return exitCodes.done
}
