// A wrapper that prints personal data as [personal], so that it is never logged by accident.

// Node prints an object through this symbol. Taken by its name, so that the kernel stays pure.
const inspect: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never

export const revealPurposes = [
  'submit_to_operator',
  'show_to_user',
  'subject_export',
  'seal',
  'match',
] as const
export type RevealPurpose = (typeof revealPurposes)[number]

export class Personal<T> {
  readonly #value: T
  constructor(value: T) {
    this.#value = value
  }
  /** The one way out: easy to search for, and each call says why it looks. */
  reveal(_purpose: RevealPurpose): T {
    return this.#value
  }
  toString(): string {
    return '[personal]'
  }
  toJSON(): string {
    return '[personal]'
  }
  [inspect](): string {
    return '[personal]'
  }
}
