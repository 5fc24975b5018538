// Calls that come in while one is at work share the next: one statement,
// one commit for all of them.

const itemsMax = 500

type Waiting<In, Out> = {
  item: In
  resolve(answer: Out): void
  reject(error: unknown): void
}

/**
 * `run` answers in the order of its items. Each run begins after the calls that it answers, so that
 * nothing it reads is older than a call. `first` is waited for before the first of them: what comes
 * in meanwhile goes with it. An answer that is an Error fails its own call alone.
 */
export function grouped<In, Out>(
  run: (items: readonly In[]) => Promise<readonly (Out | Error)[]>,
  first: () => Promise<void>,
): (item: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = []
  let isRunning = false

  async function drain(): Promise<void> {
    isRunning = true
    await first()
    while (waiting.length > 0) {
      const group = waiting.splice(0, itemsMax)
      try {
        const answers = await run(group.map(({ item }) => item))
        for (const [index, one] of group.entries()) {
          const answer = answers[index]
          if (answer instanceof Error) one.reject(answer)
          else one.resolve(answer as Out)
        }
      } catch (error) {
        for (const one of group) one.reject(error)
      }
    }
    isRunning = false
  }

  return (item) =>
    new Promise<Out>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isRunning) void drain()
    })
}
