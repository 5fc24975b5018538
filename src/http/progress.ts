// Server-sent events (WHATWG HTML, 9.2) from an async iterable, kept alive by comments.
import { Readable } from 'node:stream'
import type { Timers } from '../kernel/index.ts'

/** Below the shortest idle cut-off of the proxies we know (30 s). */
const heartbeatMs = 15_000

export type EventStreamOptions = {
  timers: Timers
  /** The client left or the server stops. */
  end: AbortSignal
  write(event: unknown): unknown
}

/**
 * The first event is awaited before the answer begins, so that an error (no such import) is still a
 * problem document and not a broken stream.
 */
export async function eventStream(
  events: AsyncIterable<unknown>,
  options: EventStreamOptions,
): Promise<Readable> {
  const iterator = events[Symbol.asyncIterator]()
  const first = await iterator.next()
  return Readable.from(textOf(iterator, first, options), { objectMode: false })
}

async function* textOf(
  iterator: AsyncIterator<unknown>,
  first: IteratorResult<unknown>,
  { timers, end, write }: EventStreamOptions,
): AsyncGenerator<string> {
  let pending: Promise<IteratorResult<unknown>> = Promise.resolve(first)
  try {
    while (!end.aborted) {
      const next = await firstOf(pending, timers, end)
      if (next === 'ended') return
      if (next === 'waiting') {
        yield ': waiting\n\n'
        continue
      }
      if (next.done === true) return
      yield `data: ${JSON.stringify(write(next.value))}\n\n`
      pending = iterator.next()
      // Looked at in the next round; this keeps a failure from being called unhandled before.
      pending.catch(() => undefined)
    }
  } finally {
    // Not awaited: a handler asleep between two looks ends when it wakes.
    iterator.return?.(undefined)?.catch(() => undefined)
  }
}

function firstOf(
  pending: Promise<IteratorResult<unknown>>,
  timers: Timers,
  end: AbortSignal,
): Promise<IteratorResult<unknown> | 'waiting' | 'ended'> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(heartbeatMs, () => resolve('waiting'))
    const onEnd = () => {
      cancel()
      resolve('ended')
    }
    end.addEventListener('abort', onEnd, { once: true })
    const settle = (act: () => void) => {
      cancel()
      end.removeEventListener('abort', onEnd)
      act()
    }
    pending.then(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(error)),
    )
  })
}
