// The program of the process that reads files: watches over the threads that do,
// and ends with its parent.
import { writeFileSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { failureFields } from '../../observability/index.ts'
import { realTimers } from '../clock.ts'
import type { CrashReason, FromReading, Order, ToReading } from '../reading/reading-task.ts'
import { newThread } from '../threads/thread.ts'

/**
 * Rows live for one batch and die together: a young generation that holds two batches spares the
 * collector from copying each of them twice (docs/reference/import-budget.md).
 */
const resourceLimits = {
  maxYoungGenerationSizeMb: 48,
  maxOldGenerationSizeMb: Number(process.argv[2]),
  // For machine code. Node 24 would set 512 aside for each thread, which counts for the limit.
  codeRangeSizeMb: 64,
}

const endMs = 1_000

const say = (message: FromReading) => process.send?.(message)

/** The first stays for the next file, unless one of them ended otherwise than well. */
const threads: Worker[] = []

function begun(): Worker {
  const thread = newThread('reading-worker', { resourceLimits, execArgv: [] })
  // Heard of where an order is under way; nobody throws for want of a listener.
  return thread.on('error', () => undefined)
}

/** One order at a time: whatever ends this process, it is known which file did. */
async function begin(order: Order, runners: number): Promise<void> {
  while (threads.length < runners) threads.push(begun())
  const bad: End[] = []
  const ends = await Promise.all(
    threads.map(async (thread, index) => {
      const share = { index, of: runners }
      const mine = runners === 1 ? order : withShare(order, share)
      const end = ending(thread)
      thread.postMessage({ kind: 'begin', order: mine, runners } satisfies ToReading)
      const told = await end
      if (told.kind !== 'done') bad.push(told)
      return told
    }),
  )
  // The first of them ended the others, and what these say of their end is no word about the file.
  const [why] = bad
  const over = threads.splice(why === undefined ? 1 : 0)
  await Promise.all(over.map((thread) => thread.terminate()))
  say(why ?? { kind: 'done', result: ends[0]?.kind === 'done' ? ends[0].result : null })
}

function withShare(order: Order, share: { index: number; of: number }): Order {
  const { task } = order
  return task.kind === 'import'
    ? { ...order, task: { ...task, work: { ...task.work, share } } }
    : order
}

type End = Extract<FromReading, { kind: 'done' | 'failed' | 'crashed' }>

/** Where one fails the others wait in vain: what they have not committed is done again. */
function ending(thread: Worker): Promise<End> {
  return new Promise((resolve) => {
    const end = (told: End) => {
      thread.off('message', hear).off('error', fail).off('exit', exit)
      if (told.kind !== 'done') for (const other of threads) void other.terminate()
      resolve(told)
    }
    const hear = (message: FromReading) => {
      if (message.kind === 'done' || message.kind === 'failed') end(message)
      else say(message)
    }
    const fail = (error: unknown) => end({ kind: 'crashed', why: reasonOf(error) })
    const exit = () => end({ kind: 'crashed', why: 'ended' })
    thread.on('message', hear).once('error', fail).once('exit', exit)
  })
}

function reasonOf(error: unknown): CrashReason {
  if ((error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'memory'
  const fields = failureFields(error)
  say({ kind: 'log', level: 'error', event: 'files.reader_failed', fields })
  return 'bug'
}

/** Where the machine runs out of memory, this process is the one to go. */
function goFirst(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Not Linux, or not allowed: the limits of this process hold all the same.
  }
}

goFirst()
process.on('message', (message: ToReading) => {
  if (message.kind === 'begin') void begin(message.order, message.runners)
  else threads[0]?.postMessage(message)
})
/**
 * Its parent wants no more of it, or is gone. Its threads may be stuck:
 * they are not waited for long.
 */
process.once('disconnect', () => {
  realTimers.after(endMs, () => process.kill(process.pid, 'SIGKILL'))
  void Promise.all(threads.map((thread) => thread.terminate())).then(() => process.exit(0))
})
// Whoever stops the server stops this process by it, once what stands is written down.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
