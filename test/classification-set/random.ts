// A seeded source of chance, so that the same set comes out on every machine.

export type Rng = {
  /** A number from 0 up to but not including 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  digits(count: number): string
  letters(count: number, alphabet?: string): string
}

/** mulberry32: small, and enough for samples. */
export function rngOf(seedText: string): Rng {
  let state = 2166136261
  for (let index = 0; index < seedText.length; index += 1) {
    state = Math.imul(state ^ seedText.charCodeAt(index), 16777619)
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const many = (count: number, one: () => string) => Array.from({ length: count }, one).join('')
  return {
    next,
    int,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    chance: (share) => next() < share,
    digits: (count) => many(count, () => String(int(0, 9))),
    letters: (count, alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ') =>
      many(count, () => alphabet[int(0, alphabet.length - 1)] ?? ''),
  }
}
