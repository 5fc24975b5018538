// An import as it is shown: sentences in the reader's language, counts by reason, what was dropped.
import {
  type ColumnFinding,
  classOfType,
  evidenceSentence,
  followsSentences,
  lawSentence,
  storageOf,
  typeName,
} from '../../classification/index.ts'
import { type CustomLeftReason, type HeldReason, heldReasons } from '../../contacts/contract.ts'
import { toldNo } from '../../contacts/index.ts'
import { readingLimits } from '../../files/index.ts'
import {
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Language,
  type WordingId,
} from '../../kernel/index.ts'
import {
  analysisWords,
  customLeftWords,
  dropWords,
  heldWords,
  problemWords,
  quarantineWords,
  rejectionWords,
  sensitiveLeftWords,
  sentence,
  sourceWords,
  verdictWords,
} from '../../words/index.ts'
import {
  type ForecastProblem,
  type ImportAnalysis,
  type ImportColumn,
  type ImportCounts,
  type ImportProgress,
  type ImportSummary,
  type ImportView,
  type QuarantineReason,
  quarantineReasons,
  type Rejection,
  rejections,
  type SensitiveLeftReason,
  sensitiveLeftReasons,
} from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { wordingKey } from '../mapping/consent-claim.ts'
import { countedOf } from '../mapping/custom-columns.ts'
import { overruled } from '../mapping/mapping.ts'
import {
  openColumn,
  openMapping,
  type StoredAnalysis,
  type StoredMapping,
} from '../reading/import-record.ts'
import { exportTitles } from '../reading/known-exports.ts'
import type { CountKind, CountRow, ImportRow } from '../tables.ts'

/** A reason without a sentence does not compile. */
const rejectionSentences: Record<Language, Readonly<Record<Rejection, string>>> = rejectionWords
const quarantineSentences: Record<
  Language,
  Readonly<Record<QuarantineReason, string>>
> = quarantineWords

const sensitiveLeftSentences: Record<
  Language,
  Readonly<Record<SensitiveLeftReason, string>>
> = sensitiveLeftWords

const customLeftSentences: Record<
  Language,
  Readonly<Record<CustomLeftReason, string>>
> = customLeftWords

const heldSentences: Record<Language, Readonly<Record<HeldReason, string>>> = heldWords

/** `usable`: the published wordings that name SMS, by their text; asked where a mapping waits. */
export type Reader = {
  language: Language
  now: Instant
  usable?: ReadonlyMap<string, WordingId>
  /** An earlier import of the same octets, with the list that it made. */
  sameFile?: ImportView['sameFile']
}

export function importView(
  deps: IntakeDeps,
  row: ImportRow,
  counts: readonly CountRow[],
  reader: Reader,
): ImportView {
  const analysis = openColumn<StoredAnalysis>(deps, row, 'analysis_sealed')
  const stored = openMapping(deps, row)
  return {
    ...importSummary(deps, row, counts, reader),
    analysis: analysis === null ? null : analysisView(analysis, row.state, reader),
    mapping: stored?.mapping ?? null,
    sameFile: reader.sameFile ?? null,
    droppedColumns:
      analysis === null || stored === null ? [] : dropped(analysis, stored, reader.language),
  }
}

export function importSummary(
  deps: IntakeDeps,
  row: ImportRow,
  counts: readonly CountRow[],
  { language, now }: Reader,
): ImportSummary {
  const hasRun = row.state === 'running' || row.state === 'done' || row.started_at !== null
  return {
    id: row.import_id,
    state: row.state,
    fileName: openColumn<string>(deps, row, 'file_name_sealed') ?? '',
    sizeBytes: row.size_bytes,
    fileSha256: row.file_sha256.toString('hex'),
    createdAt: isoTime(row.created_at),
    finishedAt: isoTimeOrNull(row.finished_at),
    listId: row.list_id,
    progress: progressOf(row, now),
    counts: hasRun
      ? countsView(counts, { language, fieldNames: namesOf(deps, row, counts) })
      : null,
    rejectsUntil: isoTimeOrNull(row.rejects_until),
    undo: undoOf(row),
    failure: failureOf(row, language),
  }
}

function undoOf(row: ImportRow): ImportSummary['undo'] {
  if (row.state !== 'undoing' && row.state !== 'undone') return null
  const { undo_erased: erased, undo_kept: kept, undo_withdrawn: withdrawn } = row
  return { undoneAt: isoTimeOrNull(row.undone_at), erased, kept, withdrawn }
}

function failureOf(
  { failure_code: code, failure_details: details }: ImportRow,
  language: Language,
) {
  if (code === null) return null
  return { code, sentence: sentence(language, code, details ?? {}) ?? code }
}

export function progressOf(row: ImportRow, now: Instant): ImportProgress {
  const isEnd = row.state === 'done'
  const rowsDone = row.started_at === null ? (row.rows_total ?? 0) : row.records_done
  const seconds = row.started_at === null ? 0 : ((row.finished_at ?? now) - row.started_at) / 1000
  const share = row.size_bytes === 0 ? 0 : row.bytes_done / row.size_bytes
  return {
    state: row.state,
    bytesDone: row.bytes_done,
    bytesTotal: row.size_bytes,
    percent: isEnd ? 100 : Math.min(100, Math.round(share * 1000) / 10),
    rowsDone,
    rowsPerSecond: seconds > 0 ? Math.round(row.records_done / seconds) : 0,
  }
}

/** Read only where some cell was left: most imports are listed without opening their mapping. */
function namesOf(
  deps: IntakeDeps,
  row: ImportRow,
  counts: readonly CountRow[],
): ReadonlyMap<string, string> {
  if (!counts.some(({ kind }) => kind === 'custom_left')) return new Map()
  const custom = openMapping(deps, row)?.custom ?? []
  return new Map(custom.map(({ key, name }) => [key, name]))
}

export type CountsReader = { language: Language; fieldNames: ReadonlyMap<string, string> }

function customLeftBy(
  counts: readonly CountRow[],
  { language, fieldNames }: CountsReader,
): ImportCounts['customLeftBy'] {
  return counts
    .filter(({ kind }) => kind === 'custom_left')
    .map((count) => {
      return { ...leftOf(count.reason, { language, fieldNames }), rows: count.rows }
    })
    .sort((a, b) => b.rows - a.rows)
}

function leftOf(counted: string, { language, fieldNames }: CountsReader) {
  const { key, reason } = countedOf(counted)
  const field = fieldNames.get(key) ?? key
  return {
    field,
    reason,
    sentence: customLeftSentences[language][reason].replace('{field}', field),
  }
}

/** What is the matter with rows of a file, as the forecast tells it. */
export function problemSentence(
  reader: CountsReader,
  kind: ForecastProblem['kind'],
  reason: string,
): string {
  const { language } = reader
  switch (kind) {
    case 'rejected':
      return rejectionSentences[language][reason as Rejection]
    case 'quarantined':
    case 'declined':
      return quarantineSentences[language][reason as QuarantineReason]
    case 'held':
      return heldSentences[language][reason as HeldReason]
    case 'custom_left':
      return leftOf(reason, reader).sentence
    case 'objected':
    case 'duplicate':
      return problemWords[language][kind]
  }
}

export function countsView(counts: readonly CountRow[], reader: CountsReader): ImportCounts {
  const { language } = reader
  const sum = (kind: CountKind) =>
    counts.reduce((total, count) => (count.kind === kind ? total + count.rows : total), 0)
  const of = (kind: CountKind, reason: string) =>
    counts.find((count) => count.kind === kind && count.reason === reason)?.rows ?? 0
  const parts = {
    imported: sum('imported'),
    updated: sum('updated'),
    duplicates: sum('duplicate'),
    objected: sum('objected'),
    rejected: sum('rejected'),
  }
  return {
    rows: Object.values(parts).reduce((total, rows) => total + rows, 0),
    ...parts,
    quarantined: sum('quarantined'),
    declined: quarantineReasons
      .filter((reason) => toldNo.has(reason))
      .reduce((total, reason) => total + of('quarantined', reason), 0),
    consents: sum('consent'),
    sensitiveKept: sum('sensitive_kept'),
    sensitiveLeft: sum('sensitive_left'),
    sensitiveLeftBy: sensitiveLeftReasons
      .map((reason) => ({
        reason,
        sentence: sensitiveLeftSentences[language][reason],
        rows: of('sensitive_left', reason),
      }))
      .filter(({ rows }) => rows > 0),
    held: sum('held'),
    heldBy: heldReasons
      .map((reason) => ({
        reason,
        sentence: heldSentences[language][reason],
        rows: of('held', reason),
      }))
      .filter(({ rows }) => rows > 0),
    customKept: sum('custom_kept'),
    customLeft: sum('custom_left'),
    customLeftBy: customLeftBy(counts, reader),
    rejectedBy: rejections
      .map((reason) => ({
        reason,
        sentence: rejectionSentences[language][reason],
        rows: of('rejected', reason),
      }))
      .filter(({ rows }) => rows > 0),
    quarantinedBy: quarantineReasons
      .map((reason) => ({
        reason,
        sentence: quarantineSentences[language][reason],
        rows: of('quarantined', reason),
        hasDeclined: toldNo.has(reason),
      }))
      .filter(({ rows }) => rows > 0),
  }
}

/** Before somebody confirms: what is asked then is no question any more. */
const asking: ReadonlySet<ImportRow['state']> = new Set(['received', 'analysed', 'mapping_needed'])

function analysisView(
  analysis: StoredAnalysis,
  state: ImportRow['state'],
  reader: Reader,
): ImportAnalysis {
  const { language, usable } = reader
  return {
    format: analysis.format,
    rows: analysis.rows,
    emptyRows: analysis.emptyRows ?? 0,
    unreadableRows: analysis.unreadableRows,
    columns: analysis.columns.map((column) => columnView(column, analysis, language)),
    preview: (analysis.preview ?? []).map((row) => [...row]),
    verdict: analysis.verdict,
    verdictSentence: verdictWords[language][analysis.verdict],
    lawSentence: lawSentence(language, analysis.verdict, analysis.columns),
    rowVerdicts: { ...analysis.rowCounts },
    warnings: [
      ...warningsOf(analysis, language),
      ...(asking.has(state) ? questionsOf(analysis, language) : []),
    ],
    source: sourceOf(analysis, language),
    quoted: (analysis.quoted ?? []).map((one) => ({
      ...one,
      wordingId: usable?.get(wordingKey(one.text)) ?? null,
    })),
    remembered: rememberedOf(analysis),
  }
}

function columnView(
  column: ColumnFinding,
  { samples, proposed }: StoredAnalysis,
  language: Language,
): ImportColumn {
  const { index, header, type, confidence } = column
  return {
    index,
    header,
    class: column.class,
    type,
    confidence,
    evidence: column.evidence.map((evidence) => evidenceSentence(language, evidence)),
    proposedField: proposed[index] ?? null,
    storage: storageOf(type),
    follows: followsSentences(language, type),
    sample: [...(samples[index] ?? [])],
  }
}

/** Whose export it is, or when such a file was here before: the second is surer. */
function sourceOf(analysis: StoredAnalysis, language: Language): ImportAnalysis['source'] {
  const { known = null, remembered = null } = analysis
  const words = sourceWords[language]
  if (remembered !== null) {
    const sentence = words.remembered.replace('{at}', isoTime(remembered.usedAt))
    return { kind: 'remembered', name: known, sentence }
  }
  if (known === null) return null
  const sentence = `${words.known_export.replace('{name}', exportTitles[known])} ${words[known]}`
  return { kind: 'known_export', name: known, sentence: sentence.trim() }
}

function rememberedOf({ remembered }: StoredAnalysis): ImportAnalysis['remembered'] {
  if (remembered === undefined || remembered === null) return null
  const { country, repairs, consent, overrules, custom = [] } = remembered.mapping
  return { country, repairs, consent, overrules, custom }
}

/** What a person must know before anything is stored. */
function warningsOf(analysis: StoredAnalysis, language: Language): string[] {
  const words = analysisWords[language]
  const classes = new Set(analysis.columns.map((column) => column.class))
  const has = (wanted: ColumnFinding['class']) => classes.has(wanted)
  const warnings: string[] = []
  if (has('special') && (has('direct') || has('linkable'))) {
    warnings.push(words.special_beside_number)
  }
  if (has('financial')) warnings.push(words.financial_columns)
  const isIdentity = ({ type }: ColumnFinding) =>
    classOfType[type] === 'direct' && storageOf(type) === 'never_kept'
  if (analysis.columns.some(isIdentity)) warnings.push(words.identity_columns)
  const { emptyRows = 0 } = analysis
  if (emptyRows > 0) warnings.push(words.empty_rows.replace('{count}', String(emptyRows)))
  if (analysis.unreadableRows > 0) {
    warnings.push(words.unreadable_rows.replace('{count}', String(analysis.unreadableRows)))
  }
  const { cutRows = null } = analysis
  if (cutRows !== null && cutRows.count > 0) {
    warnings.push(
      words.cut_cells
        .replace('{count}', String(cutRows.count))
        .replace('{line}', String(cutRows.firstLine ?? ''))
        .replace('{charactersMax}', String(readingLimits.cellCharactersMax)),
    )
  }
  return warnings
}

function questionsOf(analysis: StoredAnalysis, language: Language): string[] {
  const words = analysisWords[language]
  const questions: string[] = []
  if (analysis.numberColumns === 0) questions.push(words.no_number_column)
  else if (!analysis.numberIsSure) questions.push(words.several_number_columns)
  if (analysis.lostZeros) questions.push(words.lost_zeros)
  return questions
}

function dropped(analysis: StoredAnalysis, { mapping }: StoredMapping, language: Language) {
  const words = dropWords[language]
  const { columns, sensitive = [], custom = [] } = mapping
  const kept = new Set([...columns, ...sensitive, ...custom].map(({ index }) => index))
  return overruled(analysis.columns, mapping)
    .filter(({ index }) => !kept.has(index))
    .map(({ index, header, type }) => {
      const storage = storageOf(type)
      const why = storage === 'may_be_kept' ? words.not_mapped : words[storage]
      return { index, header, why: why.replace('{type}', typeName(language, type)) }
    })
}
