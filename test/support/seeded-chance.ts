// Choices from a seed: the same ones for the same seed, so that a run that failed can be had again.
export type Chance = {
  /** From 0 up to 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** True in that share of cases. */
  is(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Another stream of choices, which drawing from this one does not disturb. */
  fork(name: string): Chance
}

/** mulberry32 over a hash of the seed's text. */
export function seededChance(seed: number | string): Chance {
  let state = hashOf(String(seed))
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    is: (share) => next() < share,
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    fork: (name) => seededChance(`${seed} ${name}`),
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
