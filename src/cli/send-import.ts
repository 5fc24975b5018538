// `accord imports send` and `run`: a contact file to the server, and its columns confirmed.
import { openAsBlob, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportView, MappingRequest } from '../intake/contract.ts'
import { isUuid } from '../kernel/index.ts'
import { importsCommandWords as say } from '../words/index.ts'
import { type Ask, failed, jsonBody, problemOf } from './ask-server.ts'
import { type CommandIo, exitCodes } from './command.ts'

/** Null where the server refused, which was said. */
export async function waitedFor(ask: Ask, io: CommandIo, id: string): Promise<ImportView | null> {
  // The stream of its progress ends when nothing goes on any more.
  const progress = await ask(`/v1/imports/${id}/progress`)
  if (progress.ok) await progress.text()
  const answer = progress.ok ? await ask(`/v1/imports/${id}`) : progress
  if (answer.ok) return (await answer.json()) as ImportView
  failed(io, await problemOf(answer))
  return null
}

export type SentFile = { file: string; sheet: string | undefined; asJson: boolean }

export async function send(
  ask: Ask,
  io: CommandIo,
  { file, sheet, asJson }: SentFile,
): Promise<number> {
  const form = new FormData()
  if (sheet !== undefined) form.set('sheet', sheet)
  try {
    form.set('file', await openAsBlob(file), basename(file))
  } catch {
    return failed(io, say[io.language].noFile(file))
  }
  const answer = await ask('/v1/imports', { method: 'POST', body: form })
  if (!answer.ok) return failed(io, await problemOf(answer))
  const view = await waitedFor(ask, io, ((await answer.json()) as ImportView).id)
  if (view === null) return exitCodes.failed
  if (view.failure !== null) return failed(io, view.failure.sentence)
  io.stdout.write(asJson ? `${JSON.stringify(view)}\n` : linesOf(view))
  io.stderr.write(`${say[io.language].runNext(view.id)}\n`)
  return exitCodes.done
}

/**
 * The import, what it is, and a line a column: its place, what it may become, its type, its header.
 */
function linesOf({ id, state, fileName, analysis }: ImportView): string {
  const columns = (analysis?.columns ?? []).map(({ index, proposedField, type, header }) =>
    [index, proposedField ?? '-', type, header].join('\t'),
  )
  const lines = [[id, state, fileName].join('\t'), analysis?.verdictSentence ?? '', ...columns]
  return `${lines.join('\n')}\n`
}

/** What the columns become: as proposed, or as a file says. */
export type WantedMapping = {
  id: string
  country: string | undefined
  mappingFile: string | undefined
}

/** Of no id: a new one is made. */
export type WantedList = { id: string | null; name: string }
type Named = { items: { id: string; name: string }[] }

/** By its id, or by its whole name where one list alone has it; null: it was said why not. */
export async function listNamed(
  ask: Ask,
  io: CommandIo,
  wanted: string,
): Promise<WantedList | null> {
  const text = wanted.trim()
  const asked = isUuid(text) ? { id: text } : { name: text }
  const answer = await ask(`/v1/lists/names?${new URLSearchParams(asked)}`)
  const words = say[io.language]
  const refuse = (why: string) => {
    failed(io, why)
    return null
  }
  if (!answer.ok) return refuse(await problemOf(answer))
  const { items } = (await answer.json()) as Named
  const isSame = (name: string) => name.toLocaleLowerCase() === text.toLocaleLowerCase()
  const found = isUuid(text) ? items : items.filter(({ name }) => isSame(name))
  const exact = found.filter(({ name }) => name === text)
  const [list, ...others] = exact.length === 1 ? exact : found
  if (list === undefined) return refuse(words.noList(text))
  return others.length === 0 ? list : refuse(words.listsOfOneName(text, found))
}

/** The view once it is through; null where it was refused, which was said. */
export async function run(
  ask: Ask,
  io: CommandIo,
  wanted: WantedMapping & { list: WantedList },
): Promise<ImportView | null> {
  const { id, list } = wanted
  const mapping = await mappingOf(ask, io, wanted)
  if (mapping === null) return null
  const body = { ...mapping, listName: list.name, listId: list.id }
  const answer = await ask(`/v1/imports/${id}/mapping`, jsonBody(body))
  if (answer.ok) return waitedFor(ask, io, id)
  failed(io, await problemOf(answer))
  return null
}

/** The same for what is told and for what is done; null where it could not be had. */
export async function mappingOf(
  ask: Ask,
  io: CommandIo,
  { id, country, mappingFile }: WantedMapping,
): Promise<Columns | null> {
  const mapping = mappingFile === undefined ? await proposed(ask, io, id) : read(io, mappingFile)
  if (mapping === null) return null
  return { ...(country === undefined ? {} : { country }), ...mapping }
}

type Columns = Omit<MappingRequest, 'listName' | 'listId'>

/** Each column as the analysis proposes, and as the same source was mapped the last time. */
async function proposed(ask: Ask, io: CommandIo, id: string): Promise<Columns | null> {
  const view = await waitedFor(ask, io, id)
  if (view === null) return null
  const { analysis } = view
  const columns = (analysis?.columns ?? []).flatMap(({ index, proposedField }) =>
    proposedField === null ? [] : [{ index, field: proposedField }],
  )
  return { ...(analysis?.remembered ?? {}), columns }
}

function read(io: CommandIo, file: string): Columns | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Columns
  } catch {
    failed(io, say[io.language].noMapping(file))
    return null
  }
}
