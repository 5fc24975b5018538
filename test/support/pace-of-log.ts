// How fast an operator was written to, by the instants of its own log.

/** The most that it took in any second, whenever that second begins. */
export function mostInASecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  let most = 0
  let from = 0
  for (const [index, at] of sorted.entries()) {
    while ((sorted[from] ?? 0) <= at - 1_000) from += 1
    most = Math.max(most, index - from + 1)
  }
  return most
}

export type Span = { from: number; to: number }

/** Segments a second between two instants. */
export function meanOf(times: readonly number[], { from, to }: Span): number {
  const taken = times.filter((at) => at >= from && at < to).length
  return (taken * 1_000) / (to - from)
}
