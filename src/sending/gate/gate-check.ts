// What one check of the gate is, and what it can answer.
import type { Instant } from '../../kernel/index.ts'
import type { GateCheckName } from '../contract.ts'
import type { Hold, Refusal } from '../refusals.ts'
import type { GateFacts, LeavingFacts } from './gate-facts.ts'

export type CheckAnswer =
  | { kind: 'passed' }
  | { kind: 'not_applicable' }
  | { kind: 'not_asked' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'held'; hold: Hold; until: Instant }

/** Asked as a message is accepted and again as it leaves: what it reads may have changed. */
export type GateCheck = { name: GateCheckName; ask(facts: LeavingFacts): CheckAnswer }

/** Asked as a message is accepted, and not again: what a text is does not change. */
export type AcceptanceCheck = { name: GateCheckName; askOnce(facts: GateFacts): CheckAnswer }

// One object for all: the gate runs for hundreds of thousands of people in a row.
export const passed: CheckAnswer = { kind: 'passed' }
export const notApplicable: CheckAnswer = { kind: 'not_applicable' }
export const notAsked: CheckAnswer = { kind: 'not_asked' }

const answers = new Map<Refusal, CheckAnswer>()
/**
 * What waits so is let go as the ledger is mended (`release-opened.ts`), and looked at so late at
 * the latest.
 */
const unknownHoldMs = 86_400_000

/** Nobody can say who has objected: nobody is written to, and nothing is refused for that. */
export const untilKnown = ({ moment }: LeavingFacts): CheckAnswer => ({
  kind: 'held',
  hold: 'objections_unknown',
  until: moment.at + unknownHoldMs,
})

export function refuse(refusal: Refusal): CheckAnswer {
  let answer = answers.get(refusal)
  if (answer === undefined) {
    answer = { kind: 'refused', refusal }
    answers.set(refusal, answer)
  }
  return answer
}
