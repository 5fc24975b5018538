// What an import would do, before anybody asks for it: its first batch is kept and taken back.
import { toldNo } from '../../contacts/index.ts'
import type { Caller, ImportId } from '../../kernel/index.ts'
import { mayPass, SqlError } from '../../storage/index.ts'
import type { Forecast, ForecastProblem, ImportForecast } from '../contract.ts'
import { type IntakeDeps, intakeLimits } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { checkedMapping } from '../mapping/confirm-mapping.ts'
import { recordReader } from '../mapping/read-record.ts'
import {
  fileKeyOf,
  importOf,
  openColumn,
  placeOf,
  type StoredMapping,
  type StoredSettings,
} from '../reading/import-record.ts'
import { NumberSet } from '../reading/number-set.ts'
import { openTable } from '../reading/open-table.ts'
import { uploadSource } from '../reading/sealed-file.ts'
import { rowsInSheet } from '../reading/sheet-rows.ts'
import type { Tally } from '../run/batch-context.ts'
import { type Entry, prepareBatch, saveBatch } from '../run/import-batch.ts'
import { recordRefusals } from '../run/record-refusals.ts'
import { entriesOf, rulesOf } from '../run/run-import.ts'
import type { ImportRow } from '../tables.ts'
import { type CountsReader, countsView, problemSentence } from './import-view.ts'

/**
 * By the import itself, and by no second copy of its rules: its first records are kept in a
 * transaction that is rolled back once they are counted. Whoever else wants these rows waits no
 * longer than for a batch of an import, and this gives way before it holds anybody up.
 */
export async function forecastImport(
  deps: IntakeDeps,
  caller: Caller,
  { importId, mapping: asked }: { importId: ImportId; mapping: Forecast },
): Promise<ImportForecast> {
  const { accountId } = caller
  const mapping = { ...asked, listName: '', listId: null }
  const now = deps.clock.now()
  const { row, analysis, custom } = await deps.database.inAccount(accountId, async (tx) => {
    const found = await importOf(tx, { accountId, importId })
    return { row: found, ...(await checkedMapping(deps, tx, { caller, row: found, mapping, now })) }
  })
  const stored: StoredMapping = { mapping, language: caller.language, custom }
  const rules = await rulesOf(deps, caller, row, { analysis, stored })
  const { entries, isWhole } = await firstEntries(deps, caller, row)
  const at = deps.clock.now()
  const read = recordReader(rules.reading)
  const prepared = prepareBatch(entries, read, { seen: new NumberSet(), now: at })
  const context = { ...rules.context, at, areNew: rules.areNew }
  const tally = await countedAndUndone(deps, { key: { accountId, importId }, prepared, context })
  const names = new Map(custom.map(({ key, name }) => [key, name]))
  const reader = { language: caller.language, fieldNames: names }
  const counts = countsView(tally.rows(), reader)
  return {
    rowsRead: entries.length,
    rows: isWhole ? entries.length : (row.rows_total ?? entries.length),
    isWhole,
    people: counts.imported + counts.updated + counts.objected,
    canReceive: counts.imported + counts.updated - counts.quarantined,
    counts,
    problems: problemsOf(tally, reader),
  }
}

type Kept = {
  key: Parameters<typeof recordRefusals>[3]['key']
  prepared: ReturnType<typeof prepareBatch>
  context: Parameters<typeof saveBatch>[3]
}

/** Ends the transaction without its rows. */
class Counted extends Error {
  readonly tally: Tally
  constructor(tally: Tally) {
    super('counted, and not kept')
    this.tally = tally
  }
}

async function countedAndUndone(
  deps: IntakeDeps,
  { key, prepared, context }: Kept,
): Promise<Tally> {
  const { refusedLater: later, objecting } = prepared
  try {
    return await deps.database.inAccount(
      key.accountId,
      async (tx) => {
        await tx.query(`set local lock_timeout = '${intakeLimits.forecastWaitsMs}ms'`)
        const { tally, known } = await saveBatch(deps, tx, prepared, context)
        await recordRefusals(deps, tx, { known, later, objecting }, { key, context, tally })
        throw new Counted(tally)
      },
      { byIndex: true },
    )
  } catch (error) {
    if (error instanceof Counted) return error.tally
    if (error instanceof SqlError && mayPass(error)) throw intakeError('intake.forecast_busy')
    throw error
  }
}

async function firstEntries(
  deps: IntakeDeps,
  { accountId }: Caller,
  row: ImportRow,
): Promise<{ entries: Entry[]; isWhole: boolean }> {
  const fileKey = await fileKeyOf(deps, accountId, row, 'file')
  const source = uploadSource(placeOf(deps, row.import_id), fileKey, row.size_bytes)
  const settings = openColumn<StoredSettings>(deps, row, 'settings_sealed')
  const table = await openTable(source, { sheet: settings?.sheet ?? null })
  const rowOf = rowsInSheet(table)
  const max = intakeLimits.forecastRecords
  const entries: Entry[] = []
  for await (const batch of table.batches()) {
    for (const entry of entriesOf(batch)) {
      if (entries.length === max) return { entries, isWhole: false }
      entries.push({ line: rowOf(entry), cells: entry.cells })
    }
  }
  return { entries, isWhole: true }
}

/** The gravest first: what does not go in, who may not be written to, and what is only told. */
const gravity = [
  'rejected',
  'held',
  'quarantined',
  'declined',
  'objected',
  'custom_left',
  'duplicate',
] as const

/** Who did not agree is held back like those without proof, and lacks none. */
const kindOf = ({ kind, reason }: { kind: string; reason: string }): string =>
  kind === 'quarantined' && toldNo.has(reason) ? 'declined' : kind

function problemsOf(tally: Tally, reader: CountsReader): ForecastProblem[] {
  const all = tally.linesOf()
  return gravity.flatMap((kind) =>
    all
      .filter((one) => kindOf(one) === kind && one.rows > 0)
      .sort((a, b) => b.rows - a.rows)
      .map(({ reason, rows, lines }) => ({
        kind,
        reason,
        sentence: problemSentence(reader, kind, reason),
        rows,
        lines: [...lines],
      })),
  )
}
