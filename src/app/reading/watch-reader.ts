// Supervises one reader process: sends the file's bytes, passes on its answers, enforces time.
import type { ChildProcess } from 'node:child_process'
import { filesError } from '../../files/index.ts'
import type { Timers } from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import { errorFrom } from '../threads/thread.ts'
import type { ReadingLimits } from './reading-limits.ts'
import type { CrashReason, FromReading, Order, ToReading } from './reading-task.ts'

export type Watch = {
  order: Order
  runners: number
  octets: AsyncIterable<Uint8Array> | null
  wholeMs: number
  /** Its process has only just been begun. */
  isFresh: boolean
  limits: ReadingLimits
  timers: Timers
  logger: Logger
  metrics: Pick<Metrics, 'count'>
}

/**
 * Resolves with what the reader found. Rejects with what it said of the file, with what broke the
 * file off on its way, or with `files.reading_crashed` where the reader is no more, or is stuck:
 * then the caller ends it.
 */
export function watchReader(child: ChildProcess, watch: Watch): Promise<unknown> {
  const { limits, timers, logger, metrics } = watch
  const source = watch.octets?.[Symbol.asyncIterator]()
  /** Why the file broke off: that is what its sender is told. */
  let broke: unknown = null
  let cancelQuiet = () => {}
  let cancelLate = () => {}
  const listeners: [string, (...told: never[]) => void][] = []
  const hear = (event: string, listener: (...told: never[]) => void) => {
    listeners.push([event, listener])
    child.on(event, listener as () => void)
  }
  const tell = (message: ToReading) => {
    // Where it cannot be told any more, its end is heard of.
    if (child.connected) child.send(message, () => undefined)
  }
  const work = new Promise<unknown>((resolve, reject) => {
    const crash = (why: CrashReason) => {
      logger.error('files.reading_crashed', { what: watch.order.task.kind, why })
      reject(broke ?? filesError('files.reading_crashed'))
    }
    const quietFor = (ms: number | null) => {
      cancelQuiet()
      cancelQuiet = ms === null ? () => {} : timers.after(ms, () => crash('time'))
    }
    const sendNext = async () => {
      // However slow the sender is, it is not the reader that is late.
      quietFor(null)
      try {
        const next = await source?.next()
        const isEnd = next === undefined || next.done === true
        tell(isEnd ? { kind: 'octets_end' } : { kind: 'octets', octets: next.value })
      } catch (error) {
        broke = error
        tell({ kind: 'octets_failed' })
      }
      quietFor(limits.silenceMs)
    }
    hear('message', (message: FromReading) => {
      if (message.kind === 'log') logger[message.level](message.event, message.fields)
      else if (message.kind === 'count') metrics.count(message.name, message.labels, message.by)
      else if (message.kind === 'alive') quietFor(limits.silenceMs)
      else if (message.kind === 'wants_octets') void sendNext()
      else if (message.kind === 'done') resolve(message.result)
      else if (message.kind === 'failed') reject(broke ?? errorFrom(message.error))
      else crash(message.why)
    })
    hear('error', () => crash('ended'))
    hear('exit', () => crash('ended'))
    cancelLate = timers.after(watch.wholeMs, () => crash('time'))
    quietFor(watch.isFresh ? limits.startMs : limits.silenceMs)
    tell({ kind: 'begin', order: watch.order, runners: watch.runners })
  })
  return work.finally(() => {
    cancelQuiet()
    cancelLate()
    for (const [event, listener] of listeners) child.off(event, listener as () => void)
    void source?.return?.()
  })
}
