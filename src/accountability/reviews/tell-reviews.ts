// What is told of reviews: those to be done again, and opinions that wait for a decision.
import { accountOf } from '../../accounts/index.ts'
import { endOfDay } from '../../countries/index.ts'
import { dayIn, type Measure } from '../../disclosure/index.ts'
import type { Caller, Language } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { trainingWords } from '../../words/index.ts'
import { remindedAtDays } from '../contract-reviews.ts'
import type { AccountabilityDeps, Scope, Whose } from '../deps.ts'
import type { AccountabilityPoint } from '../point.ts'
import { opinionDays, readAllReviews } from './manage-reviews.ts'

const dayMs = 86_400_000
/** A day is over when it ends, by the clock of the account from which it is looked at. */
const zoneOf = async (tx: Tx, { accountId }: Pick<Caller, 'accountId'>): Promise<string> =>
  (await accountOf(tx, accountId)).zone

const all = (deps: AccountabilityDeps, scope: Scope, { accountId }: Pick<Caller, 'accountId'>) =>
  deps.database.inAccount(accountId, (tx) =>
    readAllReviews(deps, tx, scope === 'account' ? accountId : null),
  )

export async function reviewPoints(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  const before = deps.clock.now() + Math.max(...remindedAtDays) * dayMs
  const zone = await deps.database.inAccount(caller.accountId, (tx) => zoneOf(tx, caller))
  const reviews = await all(deps, scope, caller)
  return reviews.flatMap(({ title, nextOn }) => {
    const by = nextOn === null ? null : endOfDay(zone, nextOn)
    return by === null || by > before ? [] : [{ by, details: { what: title } }]
  })
}

export async function undecidedPoints(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  const reviews = await all(deps, scope, caller)
  return reviews.flatMap(({ title, state }) =>
    state === 'answered' ? [{ by: null, details: { what: title } }] : [],
  )
}

/** Harmless to repeat: each mark of a day is told once. */
export async function tellReviewsDue(
  deps: AccountabilityDeps,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<void> {
  const at = deps.clock.now()
  await deps.database.inAccount(accountId, async (tx) => {
    const zone = await zoneOf(tx, { accountId })
    for (const { id, nextOn } of await readAllReviews(deps, tx, accountId)) {
      if (nextOn === null) continue
      const days = Math.ceil((endOfDay(zone, nextOn) - at) / dayMs)
      const mark = days <= 0 ? 0 : remindedAtDays.find((one) => days <= one)
      if (mark === undefined) continue
      const details = mark === 0 ? { variant: 'late' } : { days }
      const step = `${nextOn}:${mark}`
      await notify(tx, accountId, { kind: 'review_due', about: id, step, details, at })
    }
  })
}

/** Said only while there was one in the last year: that counsel follows the matter. */
export async function counselMeasure(
  deps: Pick<AccountabilityDeps, 'vault' | 'clock'>,
  tx: Tx,
  whose: Whose,
): Promise<Measure[]> {
  const since = new Date(deps.clock.now() - 365 * dayMs).toISOString().slice(0, 10)
  const days = (await opinionDays(deps, tx, whose)).filter((day) => day >= since).sort()
  const last = days.at(-1)
  if (last === undefined) return []
  const say = (language: Language) =>
    trainingWords[language].counsel
      .replace('{count}', String(days.length))
      .replace('{day}', dayIn(language, Date.parse(last)))
  const text = { fr: say('fr'), en: say('en') }
  const code = whose === null ? 'staff_counsel' : 'counsel'
  return [{ code, type: 'other', isLive: true, text }]
}
