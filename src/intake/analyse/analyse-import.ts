// Reads a received file once from end to end: columns, verdict of each record, a proposed mapping.
import { type ColumnFinding, storageOf } from '../../classification/index.ts'
import { readNumber } from '../../countries/index.ts'
import { AppError, type Caller, type ImportId } from '../../kernel/index.ts'
import type { IntakeDeps } from '../deps.ts'
import { intakeLimits } from '../deps.ts'
import { fieldsRemembered, overruled, proposeMapping } from '../mapping/mapping.ts'
import { failImport } from '../reading/fail-import.ts'
import {
  fileKeyOf,
  headersOf,
  importOf,
  openColumn,
  placeOf,
  type StoredAnalysis,
  type StoredSettings,
  sealColumn,
} from '../reading/import-record.ts'
import { fieldsOfExport, knownExportOf } from '../reading/known-exports.ts'
import { type KnownSource, recallSource } from '../reading/known-source.ts'
import { openTable } from '../reading/open-table.ts'
import { uploadSource } from '../reading/sealed-file.ts'
import type { Table } from '../reading/table.ts'
import { saveAnalysis, saveBytesRead } from '../store.ts'
import { classifyTable, type TableFinding } from './classify-table.ts'
import { maskedCell } from './masked-cell.ts'
import { quotedTexts } from './quoted-texts.ts'

type Rows = readonly (readonly string[])[]

export async function analyseImport(
  deps: IntakeDeps,
  caller: Caller,
  importId: ImportId,
): Promise<void> {
  const { accountId } = caller
  const key = { accountId, importId }
  const { database, clock } = deps
  const row = await database.inAccount(accountId, (tx) => importOf(tx, key))
  if (row.state !== 'received') return
  try {
    const fileKey = await fileKeyOf(deps, accountId, row, 'file')
    const settings = openColumn<StoredSettings>(deps, row, 'settings_sealed')
    const source = uploadSource(placeOf(deps, importId), fileKey, row.size_bytes)
    const table = await openTable(source, { sheet: settings?.sheet ?? null })
    let sample: Rows = []
    let savedAt = clock.now()
    const finding = await classifyTable(table, {
      sample: (rows) => {
        sample = rows
      },
      progress: async (bytesDone, rows) => {
        if (clock.now() - savedAt < 1_000) return
        savedAt = clock.now()
        await database.inAccount(accountId, (tx) => saveBytesRead(tx, key, bytesDone, rows))
      },
    })
    const found = analysisOf(table, finding, sample)
    const remembered = await database.inAccount(accountId, (tx) =>
      recallSource(deps, tx, accountId, headersOf(found)),
    )
    const mapped = withRemembered(found, remembered)
    const quoted = quotedTexts(mapped.columns, mapped.proposed, sample)
    const analysis: StoredAnalysis = { ...mapped, quoted }
    await database.inAccount(accountId, (tx) =>
      saveAnalysis(tx, key, {
        state: analysis.numberIsSure ? 'analysed' : 'mapping_needed',
        sealed: sealColumn(deps, key, 'analysis_sealed', analysis),
        rows: finding.rows - finding.emptyRows + finding.faultCount,
      }),
    )
    deps.logger.info('intake.import_analysed', { import: importId, rows: analysis.rows })
  } catch (error) {
    // The file is at fault, and stays so: no later attempt would read it better.
    if (!(error instanceof AppError) || error.kind === 'unavailable') throw error
    await database.inAccount(accountId, (tx) => failImport(deps, tx, key, error))
  }
}

/** A cell as it may be shown: of what is never kept, or sensitive, nothing but that it is there. */
function shownCell(cell: string, column: ColumnFinding): string {
  if (cell.trim() === '') return ''
  return storageOf(column.type) === 'may_be_kept' ? maskedCell(cell, column) : '••••'
}

export function analysisOf(table: Table, finding: TableFinding, sample: Rows): StoredAnalysis {
  const mobileShare = new Map<number, number>()
  let lostZeros = false
  for (const column of finding.columns) {
    if (column.type !== 'phone') continue
    const seen = numbersIn(sample.map((row) => row[column.index] ?? ''))
    mobileShare.set(column.index, seen.mobileShare)
    lostZeros = lostZeros || seen.lostZeros
  }
  const proposal = proposeMapping(finding.columns, mobileShare)
  const known = knownExportOf(finding.columns)
  const fields =
    known === null ? proposal.fields : fieldsOfExport(known, finding.columns, proposal.fields)
  const numberOf = [...fields].find(([, field]) => field === 'number')?.[0]
  const isKnownNumber = numberOf !== undefined && (mobileShare.get(numberOf) ?? 0) > 0
  return {
    format: table.format,
    rows: finding.rows,
    emptyRows: finding.emptyRows,
    unreadableRows: finding.faultCount,
    cutRows: finding.cut,
    columns: finding.columns,
    samples: finding.columns.map((column) => {
      const cells = sample.map((row) => row[column.index] ?? '').filter((cell) => cell.trim())
      const shown = [...new Set(cells)].slice(0, intakeLimits.sampleCells)
      return shown.map((cell) => shownCell(cell, column))
    }),
    preview: sample
      .slice(0, intakeLimits.previewRows)
      .map((row) => finding.columns.map((column) => shownCell(row[column.index] ?? '', column))),
    proposed: Object.fromEntries(fields),
    verdict: finding.verdict,
    rowCounts: finding.rowCounts,
    numberColumns: proposal.numberColumns,
    numberIsSure: proposal.isComplete || (known !== null && isKnownNumber),
    known: known?.name ?? null,
    lostZeros,
  }
}

/** A person has mapped this very header before: that is surer than what contents suggest. */
function withRemembered(found: StoredAnalysis, remembered: KnownSource | null): StoredAnalysis {
  if (remembered === null) return { ...found, remembered }
  const { mapping } = remembered
  const columns = overruled(found.columns, mapping)
  const fields = fieldsRemembered(columns, mapping.columns)
  const proposed = Object.fromEntries(fields)
  const hasNumber = [...fields.values()].includes('number')
  return { ...found, proposed, numberIsSure: hasNumber || found.numberIsSure, remembered }
}

const numbersLookedAtMax = 500

function numbersIn(cells: readonly string[]): { mobileShare: number; lostZeros: boolean } {
  const filled = cells.filter((cell) => cell.trim() !== '').slice(0, numbersLookedAtMax)
  let mobiles = 0
  let lostZeros = false
  for (const cell of filled) {
    const reading = readNumber(cell, { sandbox: true, repair: ['lost_zero'] })
    if (reading.kind === 'mobile') mobiles += 1
    if (!lostZeros && /^[67]\d{8}$/.test(cell.trim())) lostZeros = true
  }
  return { mobileShare: filled.length === 0 ? 0 : mobiles / filled.length, lostZeros }
}
