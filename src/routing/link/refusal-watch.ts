// Detects an operator that refuses everything, which points to a fault of the route.
import type { E164, Personal } from '../../kernel/index.ts'
import type { SubmitOutcome } from './operator-link.ts'

/** Of fewer, or to one number alone, nothing is concluded: it may be the number that is wrong. */
export const refusesAllAt = { refusals: 5, numbers: 2 } as const

/**
 * Of all binds of a route, since it was opened or changed. Once it took one message its refusals
 * are about the messages. Until then the first few end what they refuse, and from there on each is
 * heard as "later": the message waits, or goes elsewhere, and none is lost.
 */
export class RefusalWatch {
  readonly #numbers = new Set<string>()
  #refusals = 0
  #hasTaken = false

  get refusesAll(): boolean {
    const { refusals, numbers } = refusesAllAt
    return !this.#hasTaken && this.#refusals >= refusals && this.#numbers.size >= numbers
  }

  /** What the operator's answer means for the segment to this number. */
  judge(to: Personal<E164>, outcome: SubmitOutcome): SubmitOutcome {
    if (outcome.kind === 'accepted') {
      this.#hasTaken = true
      this.#numbers.clear()
    }
    if (this.#hasTaken || outcome.kind !== 'refused' || outcome.action !== 'give_up') return outcome
    const isKnown = this.refusesAll
    this.#refusals += 1
    if (this.#numbers.size < refusesAllAt.numbers) this.#numbers.add(to.reveal('match'))
    return isKnown ? { ...outcome, action: 'retry' } : outcome
  }
}
