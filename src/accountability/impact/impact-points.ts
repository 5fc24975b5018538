// What is open of an assessment: criteria to answer, one called for, one that facts reopened.
import type { Caller } from '../../kernel/index.ts'
import { impactWords } from '../../words/index.ts'
import type { AccountabilityDeps, Scope } from '../deps.ts'
import type { AccountabilityPoint } from '../point.ts'
import { readPlans } from './kept.ts'
import { glanceAtImpact, listImpacts, subjectOf } from './manage-impact.ts'
import { filled } from './say.ts'

const dayMs = 86_400_000
/** Before the day by which somebody promised it. */
const planDays = 30

/** What has to be done next with it; of one processing, that facts reopened its assessment. */
export async function impactPoints(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  const whole = await pointOfWhole(deps, scope, caller)
  if (scope === 'installation') return whole
  const words = impactWords[caller.language].points
  const reopened = (await listImpacts(deps, caller)).filter(
    ({ processing, standing }) => processing !== null && standing === 'reopened',
  )
  return [
    ...whole,
    ...reopened.map(({ title, changes }) => {
      const said = changes.map(({ text }) => text).join(' ')
      return { by: null, details: { title, what: filled(words.reopened, { changes: said }) } }
    }),
  ]
}

async function pointOfWhole(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  const words = impactWords[caller.language].points
  const { title, screening, standing, changes } = await glanceAtImpact(deps, scope, caller)
  const point = (what: string) => [{ by: null, details: { title, what } }]
  if (standing === 'reopened') {
    // Its sentence ends with a full stop of its own.
    const said = changes
      .map(({ text }) => text)
      .join(' ')
      .replace(/\.$/, '')
    return point(filled(words.reopened, { changes: said }))
  }
  if (standing === 'valid') return []
  if (screening.outcome === 'called_for') {
    return point(filled(words.calledFor, { count: screening.met }))
  }
  return screening.outcome === 'open' ? point(filled(words.open, { count: screening.open })) : []
}

/** What somebody promised to do, near its day or past it. */
export async function planPoints(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<AccountabilityPoint[]> {
  const before = deps.clock.now() + planDays * dayMs
  const plan = await deps.database.inAccount(caller.accountId, (tx) =>
    readPlans(deps, tx, subjectOf(scope, caller).whose),
  )
  return plan.flatMap(({ what, who, by, doneOn }) => {
    // A day is over when it ends.
    const due = Date.parse(by) + dayMs - 1
    return doneOn !== null || due > before ? [] : [{ by: due, details: { what, who } }]
  })
}
