// What is open of an assessment: criteria to answer, one called for, one that facts reopened.
import { readAccount } from '../../accounts/index.ts'
import { endOfDay } from '../../countries/index.ts'
import type { Caller } from '../../kernel/index.ts'
import { impactWords } from '../../words/index.ts'
import { reasonCode } from '../contract-impact.ts'
import type { AccountabilityDeps, Scope } from '../deps.ts'
import type { AccountabilityPoint } from '../point.ts'
import { screeningOf, standingOf, titleOf } from './build-impact.ts'
import { type Glance, glanceAtImpacts } from './manage-impact.ts'
import { filled } from './say.ts'

const dayMs = 86_400_000
/** Before the day by which somebody promised it. */
const planDays = 30

/**
 * What has to be done next with it; of one processing, that facts reopened its assessment or made
 * the reason count no more why none is made.
 */
export const impactPoints = (
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> =>
  glanceAtImpacts(deps, scope, caller, (glances) => glances.flatMap(pointsOf))

function pointsOf({ processing, reading }: Glance): AccountabilityPoint[] {
  const { known, held, language } = reading
  const reason = held.answers.get(reasonCode)?.content.text ?? ''
  if (processing !== null && held.version === null && reason === '') return []
  const { standing, changes, hasEnded } = standingOf(reading)
  if (hasEnded || standing === 'valid') return []
  const words = impactWords[language].points
  const point = (what: string) => [{ by: null, details: { title: titleOf(known, language), what } }]
  if (standing === 'reopened') {
    // Its sentence ends with a full stop of its own.
    const said = changes
      .map(({ text }) => text)
      .join(' ')
      .replace(/\.$/, '')
    return point(filled(words.reopened, { changes: said }))
  }
  const { outcome, met, open } = screeningOf(reading)
  if (outcome === 'called_for') return point(filled(words.calledFor, { count: met }))
  const isOpen = outcome === 'open' && processing === null
  return isOpen ? point(filled(words.open, { count: open })) : []
}

/** What somebody promised to do, near its day or past it, and for which processing. */
export async function planPoints(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  const { zone } = await readAccount(deps.database, caller.accountId)
  const before = deps.clock.now() + planDays * dayMs
  return glanceAtImpacts(deps, scope, caller, (glances) =>
    glances.flatMap(({ reading: { known, held, language } }) =>
      held.plan.flatMap(({ what, who, by, doneOn }) => {
        // A day is over when it ends, by the clock of the account from which it is looked at.
        const due = endOfDay(zone, by)
        if (doneOn !== null || due > before) return []
        return [{ by: due, details: { title: titleOf(known, language), what, who } }]
      }),
    ),
  )
}
