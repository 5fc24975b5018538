// Detects an operator that refuses everything, which points to a fault of the route.
import type { E164, Personal } from '../../kernel/index.ts'
import type { SubmitOutcome } from './operator-link.ts'

/** Of fewer, or to one number alone, nothing is concluded: it may be the number that is wrong. */
export const refusesAllAt = { refusals: 5, numbers: 2 } as const
/** The same of a route that took messages before: a list may begin with numbers nobody has. */
export const refusesAllNowAt = { refusals: 50, numbers: 10 } as const

/**
 * Of all binds of a route, since it was opened or changed. The first few refusals end what they
 * refuse. Where so many come for one reason and no message is taken between them, each is heard as
 * "later" from there on: the message waits, or goes elsewhere, and none is lost. The next one that
 * is taken ends this.
 */
export class RefusalWatch {
  readonly #numbers = new Set<string>()
  #refusals = 0
  #reason: string | null = null
  #hasTaken = false

  get refusesAll(): boolean {
    const { refusals, numbers } = this.#at
    return this.#refusals >= refusals && this.#numbers.size >= numbers
  }

  get #at() {
    return this.#hasTaken ? refusesAllNowAt : refusesAllAt
  }

  /** What the operator's answer means for the segment to this number. */
  judge(to: Personal<E164>, outcome: SubmitOutcome): SubmitOutcome {
    if (outcome.kind === 'accepted') {
      this.#hasTaken = true
      this.#begin()
    }
    if (outcome.kind !== 'refused' || outcome.action !== 'give_up') return outcome
    const isKnown = this.refusesAll
    // Of a route that took some, refusals for several reasons are about the messages.
    if (this.#hasTaken && !isKnown && outcome.statusName !== this.#reason) this.#begin()
    this.#reason = outcome.statusName
    this.#refusals += 1
    if (this.#numbers.size < this.#at.numbers) this.#numbers.add(to.reveal('match'))
    return isKnown ? { ...outcome, action: 'retry' } : outcome
  }

  #begin(): void {
    this.#numbers.clear()
    this.#refusals = 0
  }
}
