// Watches many things as they come, some of them at once, and none is left out for another's fault.

export type Watch<T> = {
  /** At once where there is room, else as soon as there is. */
  begin(one: T): void
  /** Once all that were begun are over: how many were true. Of faults the first is thrown then. */
  end(): Promise<number>
}

export function watchSome<T>(atOnceMax: number, look: (one: T) => Promise<boolean>): Watch<T> {
  const waiting: T[] = []
  const lanes: Promise<void>[] = []
  const faults: unknown[] = []
  let going = 0
  let found = 0
  const lane = async (): Promise<void> => {
    for (let next = waiting.splice(0, 1); next.length > 0; next = waiting.splice(0, 1)) {
      try {
        if (await look(next[0] as T)) found += 1
      } catch (fault) {
        faults.push(fault)
      }
    }
    going -= 1
  }
  return {
    begin: (one) => {
      waiting.push(one)
      if (going >= atOnceMax) return
      going += 1
      lanes.push(lane())
    },
    end: async () => {
      await Promise.all(lanes)
      if (faults.length > 0) throw faults[0]
      return found
    },
  }
}
