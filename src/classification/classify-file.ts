// Classifying a file that streams by: columns from its first rows, a verdict from every row.
import { type ColumnSample, classifyColumns } from './classify-columns.ts'
import type { ColumnFinding, Evidence, FileVerdict, RowVerdict } from './finding.ts'
import { type RecordJudge, recordJudge, type WrittenText } from './judge-record.ts'
import { classOfType, type DataType } from './types-of-data.ts'

export type FileFinding = {
  columns: ColumnFinding[]
  verdict: FileVerdict
  /** Every row, the empty ones too: S, C and N together. */
  rows: number
  /** Of them those in which every cell is empty, each an N. */
  emptyRows: number
  rowCounts: Record<RowVerdict, number>
}

/** Give it the header and the sampled rows, then every row (the sampled ones again included). */
export class FileClassifier {
  readonly #samples: readonly ColumnSample[]
  readonly #judge: RecordJudge
  readonly #counts: Record<RowVerdict, number> = { S: 0, C: 0, N: 0 }
  #rows = 0
  #emptyRows = 0

  constructor(header: readonly string[] | null, sample: readonly (readonly string[])[]) {
    this.#samples = classifyColumns(header, sample)
    this.#judge = recordJudge(this.#samples)
  }

  row(cells: readonly string[]): RowVerdict {
    return this.#counted(this.#judge.judge(cells))
  }

  /** A row as it stands in a text, whose cells nobody has cut out. */
  rowWritten(written: WrittenText, from: number, until: number): RowVerdict {
    return this.#counted(this.#judge.judgeWritten(written, from, until))
  }

  #counted(verdict: RowVerdict): RowVerdict {
    this.#rows += 1
    this.#counts[verdict] += 1
    return verdict
  }

  /** Rows that say nothing of anybody have their place among the verdicts all the same. */
  emptyRows(count: number): RowVerdict {
    this.#rows += count
    this.#emptyRows += count
    this.#counts.N += count
    return 'N'
  }

  /** The columns as the sample shows them. */
  columns(): ColumnFinding[] {
    return this.#samples.map(({ finding }) => finding)
  }

  /** The columns with what the whole file added, and the verdict: the strongest record's. */
  finish(): FileFinding {
    const strays = this.#judge.strays()
    const columns = this.#samples.map(({ finding }, index) =>
      withStrays(finding, strays.get(index), this.#rows - this.#emptyRows),
    )
    const rowCounts = { ...this.#counts }
    const verdict = verdictOf(rowCounts)
    return { columns, verdict, rows: this.#rows, emptyRows: this.#emptyRows, rowCounts }
  }
}

function verdictOf(counts: Record<RowVerdict, number>): FileVerdict {
  if (counts.S > 0) return 'personal_by_itself'
  return counts.C > 0 ? 'personal_by_combination' : 'not_personal'
}

/** A column that was empty at first and full of identifiers later is typed by them after all. */
function withStrays(
  finding: ColumnFinding,
  strays: ReadonlyMap<DataType, number> | undefined,
  rows: number,
): ColumnFinding {
  if (strays === undefined) return finding
  const evidence: Evidence[] = [...finding.evidence]
  let retyped: DataType | null = null
  for (const [type, count] of strays) {
    evidence.push({ code: 'stray_identifiers', facts: { type, count } })
    if (finding.class === 'none' && count >= rows / 2) retyped = type
  }
  if (retyped === null) return { ...finding, evidence }
  return { ...finding, evidence, type: retyped, class: classOfType[retyped], confidence: 'medium' }
}
