// What the batches of one import share, and what each of them counts.
import type { RefuseBulk } from '../../consent/index.ts'
import type { Caller, Instant } from '../../kernel/index.ts'
import type { SensitiveColumn } from '../../sensitive/index.ts'
import type { ResolvedConsent } from '../mapping/confirm-mapping.ts'
import type { CountKind, CountRow, ImportRow } from '../tables.ts'

export type BatchContext = {
  caller: Caller
  row: ImportRow
  consent: ResolvedConsent
  purpose: string
  /** What a no of the file is about; a null means every entity, or every purpose. */
  refusal: Pick<RefuseBulk, 'controllerId' | 'purpose'>
  /** Columns of articles 9 and 10 that go in, each on its legal basis; mostly none. */
  sensitive: readonly SensitiveColumn[]
  at: Instant
  /** The account has nobody but those whom this file has brought: none is looked for. */
  areNew: boolean
}

/** Enough to find the first of them in the file. */
export const linesToldMax = 20

export class Tally {
  readonly #counts = new Map<string, CountRow & { lines: number[] }>()

  add(kind: CountKind, rows = 1, reason = '', line: number | null = null) {
    if (rows === 0) return
    const key = `${kind} ${reason}`
    const held = this.#counts.get(key) ?? { kind, reason, rows: 0, lines: [] }
    held.rows += rows
    if (line !== null && held.lines.length < linesToldMax) held.lines.push(line)
    this.#counts.set(key, held)
  }

  /** Where in the file the first rows of each kind stand, as far as they are told. */
  linesOf(): readonly (CountRow & { lines: readonly number[] })[] {
    return [...this.#counts.values()]
  }

  rows(): CountRow[] {
    return [...this.#counts.values()].map(({ kind, reason, rows }) => ({ kind, reason, rows }))
  }
}
