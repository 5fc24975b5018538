// Limits how many files are read at once, in total and per account; the others queue.
import { filesError } from '../../files/index.ts'
import type { ReadingLimits } from './reading-limits.ts'

type Limits = Pick<ReadingLimits, 'atOnceMax' | 'ofOneMax' | 'waitingOfOneMax'>
type Waiting = { of: string; isRequest: boolean; go(): void; refuse(error: unknown): void }

export type ReadingSlots = {
  /** Resolves when it is its turn; whoever took it gives it back, once. */
  take(of: string, isRequest: boolean): Promise<() => void>
  close(): void
}

/**
 * Work of the queue holds a worker as it waits: of one account one alone does.
 */
const waitingWorkMax = 1

/** Whoever would wait behind many of its own account is told to come again. */
export function readingSlots({ atOnceMax, ofOneMax, waitingOfOneMax }: Limits): ReadingSlots {
  const reading = new Map<string, number>()
  let total = 0
  let waiting: Waiting[] = []
  const of = (account: string) => reading.get(account) ?? 0
  const isFree = (account: string) => total < atOnceMax && of(account) < ofOneMax
  const begin = (account: string): (() => void) => {
    total += 1
    reading.set(account, of(account) + 1)
    return () => {
      total -= 1
      const left = of(account) - 1
      if (left > 0) reading.set(account, left)
      else reading.delete(account)
      const next = waiting.find((one) => isFree(one.of))
      if (next === undefined) return
      waiting = waiting.filter((one) => one !== next)
      next.go()
    }
  }
  return {
    take: async (account, isRequest) => {
      if (isFree(account)) return begin(account)
      const behind = waiting.filter((one) => one.of === account && one.isRequest === isRequest)
      const most = isRequest ? waitingOfOneMax : waitingWorkMax
      if (behind.length >= most) throw filesError('files.reading_busy')
      return new Promise((resolve, refuse) => {
        waiting.push({ of: account, isRequest, go: () => resolve(begin(account)), refuse })
      })
    },
    close: () => {
      const left = waiting
      waiting = []
      for (const { refuse } of left) refuse(filesError('files.reading_cut_off'))
    },
  }
}
