// A retention period: what is kept, for how long, and who set it.
import type { Instant } from '../kernel/index.ts'
import type { SensitiveCategory } from '../sensitive/index.ts'
import type { registerWords } from '../words/index.ts'

export type PeriodCode = keyof (typeof registerWords)['en']['periods']
export type PeriodUnit = keyof (typeof registerWords)['en']['units']

export type RetentionPeriod = {
  code: PeriodCode
  /** Null: as long as the account. */
  term: { count: number; unit: PeriodUnit } | null
  /** Of sensitive data. */
  category: SensitiveCategory | null
  /** `account`: it may choose another; `program`: the same on every installation. */
  setBy: 'account' | 'program'
  /** Until then nothing is erased, whatever the term. */
  pausedUntil?: Instant
}
