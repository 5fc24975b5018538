// An objection stops marketing at once; of alerts it stops those that rest on mere interest
//
import { type GateCheck, passed, refuse } from '../gate-check.ts'
import type { LeavingFacts } from '../gate-facts.ts'

export const objection: GateCheck = {
  name: 'objection',
  ask: (facts) => (isCovered(facts) ? refuse('number_suppressed') : passed),
}

function isCovered({ text, person }: LeavingFacts): boolean {
  const scope = person.suppression
  if (scope === null) return false
  if (text.class === 'marketing') return scope !== 'relational'
  // What a contract, the law or somebody's life asks for is sent all the same (GDPR 21(1)).
  return text.basis === 'legitimate_interest' && scope !== 'marketing'
}
