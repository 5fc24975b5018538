// `accord imports forecast`: what an import would do with its columns, before it is let in.
import type { ImportForecast } from '../intake/contract.ts'
import { importsCommandWords } from '../words/index.ts'
import { type Ask, failed, jsonBody, problemOf } from './ask-server.ts'
import { type CommandIo, exitCodes } from './command.ts'
import { mappingOf, type WantedMapping } from './send-import.ts'

export async function forecast(
  ask: Ask,
  io: CommandIo,
  wanted: WantedMapping & { asJson: boolean },
): Promise<number> {
  const mapping = await mappingOf(ask, io, wanted)
  if (mapping === null) return exitCodes.failed
  const answer = await ask(`/v1/imports/${wanted.id}/forecast`, jsonBody(columnsOf(mapping)))
  if (!answer.ok) return failed(io, await problemOf(answer))
  const told = (await answer.json()) as ImportForecast
  io.stdout.write(wanted.asJson ? `${JSON.stringify(told)}\n` : wordsOf(told, io))
  return exitCodes.done
}

/** The same file serves for the run, where it may name the list: a forecast takes none. */
function columnsOf(mapping: object): object {
  const told = Object.entries(mapping).filter(([name]) => name !== 'listName' && name !== 'listId')
  return Object.fromEntries(told)
}

/** Who can receive marketing, then a line a problem: consequence, reason, and which rows. */
function wordsOf(told: ImportForecast, { language }: CommandIo): string {
  const say = importsCommandWords[language]
  const problems = told.problems.map(({ kind, sentence, rows, lines }) => {
    const more = rows > lines.length && lines.length > 0 ? '…' : ''
    return [say.consequence[kind], sentence, say.inRows(rows, lines.join(', ') + more)].join('\t')
  })
  const about = told.isWhole ? [] : [say.estimate(told.rowsRead, told.rows)]
  return `${[say.canReceive(told.canReceive, told.people), ...about, ...problems].join('\n')}\n`
}
