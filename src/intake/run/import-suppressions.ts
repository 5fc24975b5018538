// Imports another platform's suppression list: each number becomes an objection.
import { readNumber } from '../../countries/index.ts'
import { type LimitedSource, readingLimits } from '../../files/index.ts'
import type { Caller, E164 } from '../../kernel/index.ts'
import type { SuppressionCounts } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { tooLargeBeyond } from '../errors.ts'
import { openTable } from '../reading/open-table.ts'
import type { FileRow, RowFault, Table } from '../reading/table.ts'
import { type NumberOf, type SuppressionReader, suppressionReader } from './read-suppression.ts'
import { recordObjections } from './record-objections.ts'

export const listLimit = tooLargeBeyond(readingLimits.listOctetsMax)

const rowsPerBatch = 2_000
const linesTold = 1_000

/**
 * A row without a number is counted and told, and none is passed over in silence: a lost objection
 * is the worst thing a move can do.
 */
export async function importSuppressions(
  deps: IntakeDeps,
  caller: Caller,
  input: { octets: LimitedSource; source: string; country: string | null },
): Promise<SuppressionCounts> {
  const { accountId } = caller
  const account = await deps.database.inAccount(accountId, (tx) =>
    deps.accounts.facts(tx, accountId),
  )
  const table = await openTable(await heldWhole(input.octets))
  const numberOf = readerOfNumbers(input.country ?? account.country, account.kind === 'sandbox')
  const counts: SuppressionCounts = { ...noCounts, unreadable: [] }
  let batch: E164[] = []
  const flush = async () => {
    const people = batch.map((number) => ({ number, saidAt: null }))
    const rows = { people, source: input.source }
    // An import of the same people may hold them in another order.
    const done = await deps.database.inAccount(
      accountId,
      (tx) => recordObjections(deps, tx, caller, rows),
      { retriesMax: 5 },
    )
    batch = []
    counts.recorded += done.recorded
    counts.alreadyThere += done.alreadyThere
  }
  let reader: SuppressionReader | null = null
  for await (const { rows, faults } of rowsOf(table)) {
    reader ??= suppressionReader(table.header, rows, numberOf)
    for (const { line } of faults) tellUnreadable(counts, line)
    for (const row of rows) {
      batch.push(...take(reader, row, counts))
      if (batch.length >= rowsPerBatch) await flush()
    }
  }
  await flush()
  await deps.database.inAccount(accountId, (tx) =>
    deps.audit.record(tx, caller, {
      action: 'intake.suppressions_imported',
      reason: input.source,
      details: { rows: counts.lines, recorded: counts.recorded, there: counts.alreadyThere },
    }),
  )
  return counts
}

const noCounts = {
  lines: 0,
  recorded: 0,
  alreadyThere: 0,
  subscribed: 0,
  addressOnly: 0,
  unreadableRows: 0,
}

function take(reader: SuppressionReader, { cells, line }: FileRow, counts: SuppressionCounts) {
  const read = reader(cells)
  if (read.kind === 'unreadable') {
    tellUnreadable(counts, line)
    return []
  }
  counts.lines += 1
  if (read.kind === 'objection') return read.numbers
  if (read.kind === 'subscribed') counts.subscribed += 1
  else counts.addressOnly += 1
  return []
}

function tellUnreadable(counts: SuppressionCounts, line: number) {
  counts.lines += 1
  counts.unreadableRows += 1
  if (counts.unreadable.length < linesTold) counts.unreadable.push(line)
}

/**
 * Read twice, for its form and for its rows; a list of millions of numbers has its place in memory.
 */
async function heldWhole(octets: LimitedSource): Promise<LimitedSource> {
  const pieces: Uint8Array[] = []
  for await (const piece of octets.open()) pieces.push(piece)
  async function* open() {
    yield* pieces
  }
  return octets.again(
    open,
    pieces.reduce((sum, { length }) => sum + length, 0),
  )
}

type Batch = { rows: readonly FileRow[]; faults: readonly RowFault[] }

/** What was taken for a header is a row too when a number stands in it: lists often have none. */
async function* rowsOf(table: Table): AsyncGenerator<Batch> {
  const { header } = table
  const isRow = header?.some((cell) => /\d{8}/.test(cell.replace(/[ .()-]/g, ''))) ?? false
  if (isRow && header !== null) {
    const line = table.format.titleLines + 1
    yield { rows: [{ line, cells: header, from: -1, until: -1 }], faults: [] }
  }
  yield* table.batches()
}

/** A national writing in a list without its zero or its plus is still somebody's no: read wide. */
function readerOfNumbers(country: string, sandbox: boolean): NumberOf {
  return (cell) => {
    if (!/\d{6}/.test(cell.replace(/[ .()-]/g, ''))) return null
    for (const written of [cell, `+${cell.replace(/^00/, '')}`, `0${cell}`]) {
      const { e164 } = readNumber(written, { country, sandbox })
      if (e164 !== null) return e164
    }
    return null
  }
}
