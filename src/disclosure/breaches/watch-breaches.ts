// Tells whoever has to notify the authority when little time is left: whoever manages the
// installation, and each account of its own time.
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import { notify, notifyStaff } from '../../notifications/index.ts'
import { filled } from '../../preferences/index.ts'
import type { Tx } from '../../storage/index.ts'
import { breachWords } from '../../words/index.ts'
import type { BreachSourceName } from '../contract-own.ts'
import type { DisclosureDeps } from '../deps.ts'
import { listKnown } from './account-known.ts'
import { remindedAtHours } from './authorities.ts'
import { listBreaches } from './breach-store.ts'
import { breachOf, duty, isRunning } from './record.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** A told one whose time ended before is shown and no longer told of: it may be of long ago. */
const lateToldMs = 3 * dayMs
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

type Mark = { mark: number; left: number }

/** The mark that was passed last; null: there is time yet. 0: it is over. */
function markOf(dueAt: Instant, at: Instant): Mark | null {
  const left = (dueAt - at) / hourMs
  const mark = left <= 0 ? 0 : remindedAtHours.find((hours) => left <= hours)
  return mark === undefined ? null : { mark, left: Math.max(1, Math.floor(left)) }
}

/** Harmless to repeat: each mark is told once. */
export async function tellBreachesDue(
  deps: Pick<DisclosureDeps, 'vault' | 'clock'>,
  tx: Tx,
): Promise<void> {
  const at = deps.clock.now()
  for (const { id, number, dueAt } of await breachesDue(deps, tx)) {
    const passed = markOf(dueAt, at)
    if (passed === null) continue
    const { mark, left } = passed
    const name = String(number)
    await notifyStaff(tx, {
      ...{ kind: 'breach_due', about: id, step: `${dueAt}:${mark}`, at },
      details: mark === 0 ? { name, variant: 'late' } : { name, count: left },
    })
  }
}

type OwnBreachDue = BreachDue & {
  source: BreachSourceName
  /** The law asks at a high risk alone, and gives no hours. */
  isRecommended: boolean
}

/** Breaches of which the account has still to notify its own authority. */
export async function ownBreachesDue(
  deps: Pick<DisclosureDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
): Promise<OwnBreachDue[]> {
  const known = await listKnown(deps, tx, accountId, { before: null, limit: watched })
  return known
    .filter((one) => isRunning(one, one.duty))
    .map(({ id, number, source, duty: { dueAt, isRecommended } }) => ({
      ...{ id, number, source, dueAt, isRecommended },
    }))
}

/** Which register numbers it: that of the server, or that of the account. */
export const ownBreachName = (
  language: Language,
  { source, number }: Pick<OwnBreachDue, 'source' | 'number'>,
): string => filled(breachWords[language].names[source], { number: String(number) })

/** Whether it is to be notified at all, as the law of the account's country says. */
export const ownBreachWhen = (
  language: Language,
  { isRecommended }: Pick<OwnBreachDue, 'isRecommended'>,
): string => breachWords[language].notifiedWhen[isRecommended ? 'high' : 'risk']

/** Harmless to repeat: each mark is told once. */
export async function tellOwnBreachesDue(
  deps: Pick<DisclosureDeps, 'vault' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
): Promise<void> {
  const at = deps.clock.now()
  for (const one of await ownBreachesDue(deps, tx, accountId)) {
    const { id, number, source, dueAt } = one
    const passed = markOf(dueAt, at)
    if (passed === null || (source === 'told' && at > dueAt + lateToldMs)) continue
    const name = String(number)
    await notify(tx, accountId, {
      ...{ kind: 'own_breach_due', about: id, step: `${dueAt}:${passed.mark}`, at },
      details: { name, ...toldOf(one, passed) },
    })
  }
}

function toldOf({ source, isRecommended }: OwnBreachDue, { mark, left }: Mark) {
  if (isRecommended) return { variant: `${source}_high` }
  return mark === 0 ? { variant: `${source}_late` } : { variant: source, count: left }
}
