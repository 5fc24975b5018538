// An open point of this room: what it is about, and until when.
import type { Instant } from '../kernel/index.ts'

export type AccountabilityPoint = {
  by: Instant | null
  details: Readonly<Record<string, string | number>>
}
