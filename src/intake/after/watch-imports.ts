// Looks every few minutes at the imports at work, and tells of one that does not move.
import type { Caller, Instant } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { IntakeDeps } from '../deps.ts'
import { listUnderWay } from '../store.ts'

const minuteMs = 60_000
/** The largest file moves by a batch within seconds; so long is a fault. */
const stuckMs = 15 * minuteMs
const atOnceMax = 200

type Stand = { step: string; since: Instant }

/** What it saw of each import stays in memory: after a restart it waits anew. */
export function importWatch(
  deps: Pick<IntakeDeps, 'database' | 'clock'>,
): (caller: Caller) => Promise<void> {
  const stands = new Map<string, Map<string, Stand>>()
  return async ({ accountId }) => {
    const { database, clock } = deps
    const moving = await database.inAccount(accountId, (tx) =>
      listUnderWay(tx, accountId, atOnceMax),
    )
    const before = stands.get(accountId) ?? new Map<string, Stand>()
    stands.delete(accountId)
    if (moving.length === 0) return
    const at = clock.now()
    const now = new Map<string, Stand>()
    stands.set(accountId, now)
    for (const { id: about, step } of moving) {
      const held = before.get(about)
      const stand = held?.step === step ? held : { step, since: at }
      now.set(about, stand)
      if (at - stand.since < stuckMs) continue
      const details = { count: Math.floor((at - stand.since) / minuteMs) }
      await database.inAccount(accountId, (tx) =>
        notify(tx, accountId, { kind: 'import_stuck', about, step, details, at }),
      )
    }
  }
}
