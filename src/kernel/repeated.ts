// Repeats a task with pauses between, until stopped.
import type { Timers } from './time.ts'

export type Repeated = { stop(): Promise<void> }

/**
 * `pass` returns how long to wait before the next one, and never rejects; it may ask whether it is
 * to end early. The first comes after `firstMs`. `stop` resolves once the pass under way is over.
 */
export function repeated(
  timers: Pick<Timers, 'after'>,
  firstMs: number,
  pass: (isStopping: () => boolean) => Promise<number>,
): Repeated {
  let isStopping = false
  let wake: () => void = () => undefined

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timers.after(ms, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })

  async function run(): Promise<void> {
    let pauseMs = firstMs
    while (!isStopping) {
      if (pauseMs > 0) await pause(pauseMs)
      if (!isStopping) pauseMs = await pass(() => isStopping)
    }
  }

  const running = run()
  return {
    stop: async () => {
      isStopping = true
      wake()
      await running
    },
  }
}
