// Waiting, and the time that it took.
export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
export const secondsSince = (start: number) => (performance.now() - start) / 1000

/** Asks again until it is so. */
export async function until<T>(
  ask: () => Promise<T>,
  isReady: (value: T) => boolean,
  { everyMs = 100, forSeconds = 1800 } = {},
): Promise<T> {
  const start = performance.now()
  for (;;) {
    const value = await ask()
    if (isReady(value)) return value
    if (secondsSince(start) > forSeconds)
      throw new Error(`waited in vain: ${JSON.stringify(value)}`)
    await sleep(everyMs)
  }
}
