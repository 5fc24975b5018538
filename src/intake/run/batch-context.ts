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

export class Tally {
  readonly #counts = new Map<string, CountRow>()

  add(kind: CountKind, rows = 1, reason = '') {
    if (rows === 0) return
    const key = `${kind} ${reason}`
    const held = this.#counts.get(key) ?? { kind, reason, rows: 0 }
    held.rows += rows
    this.#counts.set(key, held)
  }

  rows(): CountRow[] {
    return [...this.#counts.values()]
  }
}
