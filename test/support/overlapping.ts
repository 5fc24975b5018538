// Two transactions that overlap: the second begins while the first has written and not committed.
import type { Tx } from '../../src/storage/index.ts'

type Work<T> = (tx: Tx) => Promise<T>

/** How long the first one waits for the second to reach what it locks. */
const overlapMs = 150

export async function overlapping<A, B>(
  within: <T>(work: Work<T>) => Promise<T>,
  first: Work<A>,
  second: Work<B>,
): Promise<[Promise<A>, Promise<B>]> {
  let begun = () => {}
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const one = within(async (tx) => {
    const done = await first(tx)
    begun()
    await new Promise((resolve) => setTimeout(resolve, overlapMs))
    return done
  })
  await isBegun
  return [one, within(second)]
}
