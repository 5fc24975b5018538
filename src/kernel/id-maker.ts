// Identifiers that follow each other in the order in which they were made, also within an instant.
import { uuidV7 } from './ids.ts'
import type { Clock, Instant, MakeId, Randomness } from './time.ts'

const counterMax = 0xfff
/** A clock that steps back further than this was set anew, and is followed. */
const stepBackMs = 10_000

/**
 * UUIDv7s whose twelve bits behind the instant count on within a millisecond (RFC 9562, 6.2,
 * method 1): what is recorded about one person in one step is read in the order of its
 * identifiers, and a withdrawal and the objection that caused it share their instant. The count
 * begins at random in its lower half; past its end the next millisecond is borrowed.
 */
export function idMaker(clock: Clock, randomness: Randomness): MakeId {
  let last: Instant = Number.NEGATIVE_INFINITY
  let count = 0
  return () => {
    const now = clock.now()
    const random = randomness.bytes(10)
    if (now > last || now < last - stepBackMs) {
      last = now
      count = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & (counterMax >> 1)
    } else if (count < counterMax) count += 1
    else {
      last += 1
      count = 0
    }
    return uuidV7(last, random, count)
  }
}
