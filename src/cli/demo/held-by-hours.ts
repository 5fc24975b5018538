// How much of a campaign waits for lawful hours: each territory has its own, so it may be a part.
import type { CheckSheet } from '../../campaigns/contract.ts'

/** Messages that may not leave yet, and when the first of them may. */
export type Held = { messages: number; opensAt: number | null }

/** The sheet knows the hour of its installation, which may be another than the machine's. */
export function heldByHours({ hours, madeAt }: Pick<CheckSheet, 'hours' | 'madeAt'>): Held {
  const later = hours.filter(({ opensAt }) => Date.parse(opensAt) > Date.parse(madeAt))
  const messages = later.reduce((total, one) => total + one.messages, 0)
  const instants = later.map(({ opensAt }) => Date.parse(opensAt))
  return { messages, opensAt: instants.length === 0 ? null : Math.min(...instants) }
}
