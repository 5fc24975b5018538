// How long something takes: good for comparisons within one run alone, since machines differ.

/** The least of several runs: what else the machine does only adds to a time. */
export function leastMs(work: () => unknown, { runs = 15, turns = 4 } = {}): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    for (let turn = 0; turn < turns; turn += 1) work()
    return (performance.now() - from) / turns
  })
  return Math.min(...times)
}
