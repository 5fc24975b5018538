// Written as octets where a text would be made only to be read once.
import { assert } from '../kernel/index.ts'

/** A count's decimal digits from `start` on; gives where they end. At most sixteen are written. */
export function writeDigits(into: Uint8Array, start: number, count: number): number {
  assert(Number.isSafeInteger(count) && count >= 0, 'what has digits here is a count')
  let end = start + 1
  for (let rest = count; rest >= 10; rest = Math.floor(rest / 10)) end += 1
  let rest = count
  for (let at = end - 1; at >= start; at -= 1) {
    into[at] = 0x30 + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return end
}

export const digitsMax = 16
