// Runs the classifier over labelled files and counts what it got right, by the labels.
import { classOfType, type DataType } from '../../src/classification/index.ts'
import { classifyTable, openTable } from '../../src/intake/index.ts'
import { octetsAsSource } from '../support/octets.ts'
import { halfA } from './half-a.ts'
import { halfB } from './half-b.ts'
import { filesOfRound, rounds } from './half-c.ts'
import { filesOf, type Half, type LabelledFile } from './template.ts'
import { octetsOf } from './write-file.ts'

export type FileScore = {
  name: string
  rows: number
  verdict: { is: string; said: string }
  rowsRight: number
  columns: number
  typesRight: number
  /** Direct or special columns called something else, as "header: said". */
  missed: readonly string[]
  /** Other columns whose type is not among the accepted ones. */
  wrongTypes: readonly string[]
  hasHeader: boolean
  hasEvidence: boolean
}

export async function scoreFile(file: LabelledFile): Promise<FileScore> {
  const octets = await octetsOf(file)
  const table = await openTable(octetsAsSource(octets))
  let letters = ''
  const found = await classifyTable(table, {
    verdict: (letter, rows) => {
      letters += letter.repeat(rows)
    },
  })
  const missed: string[] = []
  const wrongTypes: string[] = []
  let typesRight = 0
  file.columns.forEach(({ header, types }, index) => {
    const said = found.columns[index]?.type ?? 'empty'
    const isEmpty = file.cells.every((row) => (row[index] ?? '').trim() === '')
    // Without a header nobody could name a thing; that it is no person is what counts.
    const isThing = !file.writing.hasHeader && types.every(isAttribute) && isAttribute(said)
    if (types.includes(said) || isThing || (isEmpty && said === 'empty')) typesRight += 1
    else if (isNotable(types) && !sameClass(said, types)) missed.push(`${header}: ${said}`)
    else wrongTypes.push(`${header}: ${said}`)
  })
  return {
    name: file.name,
    rows: file.letters.length,
    verdict: { is: file.verdict, said: found.verdict },
    rowsRight: [...file.letters].filter((letter, index) => letter === letters[index]).length,
    columns: file.columns.length,
    typesRight,
    missed,
    wrongTypes,
    hasHeader: file.writing.hasHeader,
    hasEvidence: found.columns.every((column) => column.evidence.length > 0),
  }
}

/** Direct and special by every accepted reading: such a column must not be missed. */
function isNotable(types: readonly DataType[]): boolean {
  return types.every((type) => classOfType[type] === 'direct' || classOfType[type] === 'special')
}

function isAttribute(type: DataType): boolean {
  return classOfType[type] === 'attribute' || classOfType[type] === 'none'
}

function sameClass(said: DataType, types: readonly DataType[]): boolean {
  return types.some((type) => classOfType[type] === classOfType[said])
}

export type Score = {
  files: number
  verdictsRight: number
  rows: number
  rowsRight: number
  columns: number
  typesRight: number
  missedWithHeader: number
  harmless: number
  harmlessCalledPersonal: number
}

export function totalOf(scores: readonly FileScore[]): Score {
  const sum = (of: (score: FileScore) => number) =>
    scores.reduce((total, score) => total + of(score), 0)
  const isHarmless = ({ verdict }: FileScore) => verdict.is === 'not_personal'
  return {
    files: scores.length,
    verdictsRight: sum(({ verdict }) => (verdict.is === verdict.said ? 1 : 0)),
    rows: sum(({ rows }) => rows),
    rowsRight: sum(({ rowsRight }) => rowsRight),
    columns: sum(({ columns }) => columns),
    typesRight: sum(({ typesRight }) => typesRight),
    missedWithHeader: sum(({ hasHeader, missed }) => (hasHeader ? missed.length : 0)),
    harmless: sum((score) => (isHarmless(score) ? 1 : 0)),
    harmlessCalledPersonal: sum((score) =>
      isHarmless(score) && score.verdict.said !== 'not_personal' ? 1 : 0,
    ),
  }
}

export type HalfScores = Record<Half, readonly FileScore[]> & {
  rounds: ReadonlyMap<string, readonly FileScore[]>
}

/** Half C by its rounds, the others as one. */
export function labelledFiles(): ReadonlyMap<string, readonly LabelledFile[]> {
  return new Map([
    ['A', filesOf('A', halfA)],
    ['B', filesOf('B', halfB)],
    ...rounds.map(({ name }) => [name, filesOfRound(name)] as const),
  ])
}

export async function scoreHalves(): Promise<HalfScores> {
  const found = new Map<string, FileScore[]>()
  for (const [part, files] of labelledFiles()) {
    const scores: FileScore[] = []
    for (const file of files) scores.push(await scoreFile(file))
    found.set(part, scores)
  }
  const all = rounds.flatMap(({ name }) => found.get(name) ?? [])
  return { A: found.get('A') ?? [], B: found.get('B') ?? [], C: all, rounds: found }
}
