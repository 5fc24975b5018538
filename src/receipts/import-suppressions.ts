// A suppression list from another platform: one number a line or in a column, each an objection.
import { accountOf } from '../accounts/index.ts'
import { readNumber } from '../countries/index.ts'
import type { Caller, E164 } from '../kernel/index.ts'
import type { SuppressionCounts } from './contract.ts'
import type { ReceiptsDeps } from './deps.ts'

const rowsPerBatch = 2_000
const lineOctetsMax = 64 * 1024

/** Cells of a line in the dialects of lists: comma, semicolon, tab; quotes around a cell. */
function cellsOf(line: string): string[] {
  return line.split(/[;,\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/**
 * The first cell that is a number stands for the line. A line without one is counted and told, and
 * none is passed over in silence: a lost objection is the worst thing a move can do.
 */
export async function importSuppressions(
  deps: ReceiptsDeps,
  caller: Caller,
  input: { stream: AsyncIterable<Uint8Array>; source: string; country: string | null },
): Promise<SuppressionCounts> {
  const account = await deps.database.inAccount(caller.accountId, (tx) =>
    accountOf(tx, caller.accountId),
  )
  const options = {
    country: input.country ?? account.country,
    sandbox: account.kind === 'sandbox',
  }
  const counts: SuppressionCounts = { lines: 0, recorded: 0, alreadyThere: 0, unreadable: [] }
  let batch: E164[] = []
  const flush = async () => {
    const numbers = batch
    batch = []
    const done = await recordBatch(deps, caller, { numbers, source: input.source })
    counts.recorded += done.recorded
    counts.alreadyThere += done.alreadyThere
  }
  for await (const line of linesOf(input.stream)) {
    counts.lines += 1
    const number = firstNumber(cellsOf(line), options)
    if (number !== null) batch.push(number)
    else counts.unreadable.push(counts.lines)
    if (batch.length >= rowsPerBatch) await flush()
  }
  await flush()
  return { ...counts, unreadable: counts.unreadable.slice(0, 1_000) }
}

/** A national writing in a list without its zero or its plus is still somebody's no: read wide. */
function firstNumber(
  cells: readonly string[],
  options: { country: string; sandbox: boolean },
): E164 | null {
  for (const cell of cells) {
    for (const written of [cell, `+${cell.replace(/^00/, '')}`, `0${cell}`]) {
      const { e164 } = readNumber(written, options)
      if (/\d{6}/.test(cell.replace(/[ .()-]/g, '')) && e164 !== null) return e164
    }
  }
  return null
}

async function recordBatch(
  deps: ReceiptsDeps,
  caller: Caller,
  { numbers, source }: { numbers: readonly E164[]; source: string },
): Promise<{ recorded: number; alreadyThere: number }> {
  if (numbers.length === 0) return { recorded: 0, alreadyThere: 0 }
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const tags = numbers.map((number) => deps.vault.numberTag(accountId, number))
    const known = await deps.contacts.findByTags(tx, accountId, tags)
    const subjects = [...known.values()].map(({ subjectId }) => subjectId)
    const keys = await deps.vault.openSubjects(tx, accountId, subjects)
    const at = deps.clock.now()
    return deps.consent.recordStops(tx, caller, {
      scope: 'marketing',
      reason: 'imported_list',
      origin: source,
      rows: numbers.map((number, index) => {
        const contact = known.get(tags[index]?.toString('hex') ?? '')
        return {
          tag: deps.vault.suppressionTag(accountId, number),
          keys: contact === undefined ? null : (keys.get(contact.subjectId) ?? null),
          at,
        }
      }),
    })
  })
}

async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const piece of stream) {
    rest += decoder.decode(piece, { stream: true })
    const lines = rest.split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '').slice(0, lineOctetsMax)
    for (const line of lines) if (line.trim() !== '') yield line
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield rest
}
