// Tells whoever manages the installation when little time is left to notify the authority.
import type { Instant } from '../../kernel/index.ts'
import { notifyStaff } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { DisclosureDeps } from '../deps.ts'
import { remindedAtHours } from './authorities.ts'
import { listBreaches } from './breach-store.ts'
import { breachOf, duty, isRunning } from './record.ts'

const hourMs = 3_600_000
/** The newest; an older one whose clock still runs has been told of often enough. */
const watched = 200

export type BreachDue = { id: string; number: number; dueAt: Instant }

/** Breaches of which the authority is still to be told. */
export async function breachesDue(
  { vault }: Pick<DisclosureDeps, 'vault'>,
  tx: Tx,
): Promise<BreachDue[]> {
  const rows = await listBreaches(tx, { before: null, limit: watched })
  return rows
    .map((row) => breachOf(vault, row))
    .filter((breach) => isRunning(breach, duty(breach)))
    .map((breach) => ({ id: breach.id, number: breach.number, dueAt: duty(breach).dueAt }))
}

/** Harmless to repeat: each mark is told once. */
export async function tellBreachesDue(
  deps: Pick<DisclosureDeps, 'vault' | 'clock'>,
  tx: Tx,
): Promise<void> {
  const at = deps.clock.now()
  for (const { id, number, dueAt } of await breachesDue(deps, tx)) {
    const left = (dueAt - at) / hourMs
    const mark = left <= 0 ? 0 : remindedAtHours.find((hours) => left <= hours)
    if (mark === undefined) continue
    const name = String(number)
    await notifyStaff(tx, {
      ...{ kind: 'breach_due', about: id, step: `${dueAt}:${mark}`, at },
      details:
        mark === 0 ? { name, variant: 'late' } : { name, count: Math.max(1, Math.floor(left)) },
    })
  }
}
