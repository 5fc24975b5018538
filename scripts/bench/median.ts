// The middle and the ends of what was measured several times.

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
export function median(values: readonly number[]): number {
  const list = sorted(values)
  const middle = Math.floor(list.length / 2)
  const [a, b] = [list[middle] ?? 0, list[middle - 1] ?? 0]
  return list.length % 2 === 1 ? a : (a + b) / 2
}
export const range = (values: readonly number[]) =>
  `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`
