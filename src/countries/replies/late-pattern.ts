// A pattern that is made when a text holds the pieces it needs, and let go when it is seldom asked.
import { needOf } from './needed-pieces.ts'
import { mayMatch, type Needs, needsOf } from './pieces-within.ts'
import { type Part, readPattern } from './read-pattern.ts'

/** How what is written becomes a pattern, and the parts it is read into. */
export type Writing = {
  flags: '' | 'g'
  sourceOf: (written: string) => string
  partOf: (written: string) => Part | null
}

const asItIs = {
  sourceOf: (written: string) => written,
  partOf: (written: string) => readPattern(written),
}
const once: Writing = { ...asItIs, flags: '' }
const everywhere: Writing = { ...asItIs, flags: 'g' }

/**
 * There are thousands of patterns, and the engine's program of each takes some 10 kB. So many that
 * were asked last are kept, and as many before them: with a hundred times as many a reply is read
 * no faster.
 */
const keptMax = 64
let kept = new Map<LatePattern, RegExp>()
let keptBefore = kept

/** Looked for as a RegExp is; it remembers no place between two questions. */
export class LatePattern {
  readonly #written: string
  readonly #writing: Writing
  #needs: Needs | null = null

  constructor(written: string, writing: Writing) {
    this.#written = written
    this.#writing = writing
  }

  get source(): string {
    return this.#writing.sourceOf(this.#written)
  }

  /** False where it cannot match; what it needs is found out when this is asked first. */
  mayMatch(text: string): boolean {
    this.#needs ??= needsOf(needOf(this.#writing.partOf(this.#written)))
    return mayMatch(text, this.#needs)
  }

  test(text: string): boolean {
    return this.#madeFor(text)?.test(text) ?? false
  }

  exec(text: string): RegExpExecArray | null {
    return this.#madeFor(text)?.exec(text) ?? null
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    const made = this.#madeFor(text)
    return made === null ? null : text.match(made)
  }

  [Symbol.search](text: string): number {
    const made = this.#madeFor(text)
    return made === null ? -1 : text.search(made)
  }

  [Symbol.replace](text: string, by: string): string {
    const made = this.#madeFor(text)
    return made === null ? text : text.replace(made, by)
  }

  #madeFor(text: string): RegExp | null {
    if (!this.mayMatch(text)) return null
    const made = kept.get(this) ?? this.#keep()
    made.lastIndex = 0
    return made
  }

  #keep(): RegExp {
    const made = keptBefore.get(this) ?? new RegExp(this.source, this.#writing.flags)
    if (kept.size >= keptMax) {
      keptBefore = kept
      kept = new Map()
    }
    kept.set(this, made)
    return made
  }
}

/** All that stand by themselves, and in no language's phrases. */
export const latePatterns: LatePattern[] = []

/** Of one that cannot be made the program is told when it starts, and not when somebody replies. */
export function latePattern(source: string, flags: Writing['flags'] = ''): LatePattern {
  new RegExp(source, flags)
  const pattern = new LatePattern(source, flags === 'g' ? everywhere : once)
  latePatterns.push(pattern)
  return pattern
}
