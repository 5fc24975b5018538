// An objection stops marketing at once; of alerts it stops those that rest on mere interest
//
import { type GateCheck, passed, refuse, untilKnown } from '../gate-check.ts'
import type { LeavingFacts } from '../gate-facts.ts'

export const objection: GateCheck = {
  name: 'objection',
  ask: (facts) => {
    if (isCovered(facts)) return refuse('number_suppressed')
    return facts.person.objectionsUnknown && mayStop(facts) ? untilKnown(facts) : passed
  },
}

function isCovered({ text, person }: LeavingFacts): boolean {
  const scope = person.suppression
  if (scope === null) return false
  if (text.class === 'marketing') return scope !== 'relational'
  return mayStop({ text }) && scope !== 'marketing'
}

/** What a contract, the law or somebody's life asks for is sent all the same (GDPR 21(1)). */
function mayStop({ text }: Pick<LeavingFacts, 'text'>): boolean {
  return text.class === 'marketing' || text.basis === 'legitimate_interest'
}
