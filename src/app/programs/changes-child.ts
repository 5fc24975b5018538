// The program of the process that keeps the changes of the database, with the lowest priority.
import { changesFailure, receiveChanges, removeUnneeded } from '../../backup/index.ts'
import { realTimers, systemRandomness } from '../clock.ts'
import type { ChangesOrder, ChangesTold } from '../threads/changes-apart.ts'
import { giveWayToAll } from './low-priority.ts'

giveWayToAll()
const ending = new AbortController()

process.once('message', (order: ChangesOrder) => {
  const deps = { ...order, timers: realTimers, randomness: systemRandomness }
  pruneAgain(order)
  void receiveChanges(deps, ending.signal)
    .then(() => null, changesFailure)
    .then((failure) => {
      if (!process.connected) return end()
      process.send?.({ failure } satisfies ChangesTold, () => process.exit(0))
    })
})

const pruneEveryMs = 3_600_000

/** Where no backup is made for long, what none of them needs goes all the same. */
function pruneAgain(order: ChangesOrder): void {
  const { folder, keysFolder, line } = order
  const places = { dataFolder: '', filesFolder: '', keysFolder }
  realTimers.after(pruneEveryMs, () => {
    void removeUnneeded(
      { settings: { folder }, places, randomness: systemRandomness },
      { taken: line },
    )
      .catch(() => undefined)
      .then(() => pruneAgain(order))
  })
}

/** What was taken becomes a piece first; the server keeps what does not. */
const endMs = 3_000
process.once('disconnect', () => {
  ending.abort()
  realTimers.after(endMs, end)
})
const end = () => process.kill(process.pid, 'SIGKILL')
// Whoever stops the server stops this process by it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
