// Tells staff which objections are soon to be answered, and both sides which bar a supplier now.
import { type Instant, isoTime } from '../kernel/index.ts'
import { notify, notifyStaff } from '../notifications/index.ts'
import type { GovernanceDeps } from './deps.ts'
import { type KeptObjection, objectionsInAnyAccount } from './objection-store.ts'
import { standingAt } from './objections.ts'

const dayMs = 86_400_000
const soonMs = 7 * dayMs
/** What is over for longer was told, and stands in the open points. */
const newsMs = 30 * dayMs
const readMax = 10_000

export async function tellObjections({
  database,
  clock,
}: Pick<GovernanceDeps, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  const kept = await database.inAnyAccount((tx) => objectionsInAnyAccount(tx, null, readMax))
  for (const one of kept) {
    const { state, answerBy } = standingAt(one, at)
    if (answerBy === null || answerBy - at > soonMs || at - answerBy > newsMs) continue
    const about = noticeOf(one, answerBy)
    const step = `${one.accountId} ${answerBy} ${state}`
    const variant = state === 'blocked' ? 'blocked' : 'due'
    const details = { ...about.details, variant }
    await database.inInstallation((tx) =>
      notifyStaff(tx, { kind: 'change_objected', about: one.changeId, step, details, at }),
    )
    if (state !== 'blocked') continue
    await database.inAccount(one.accountId, (tx) =>
      notify(tx, one.accountId, {
        ...{ kind: 'objection_answered', about: one.changeId, step: `blocked ${answerBy}`, at },
        details,
      }),
    )
  }
}

const noticeOf = ({ supplier }: KeptObjection, answerBy: Instant) => ({
  details: { name: supplier, day: isoTime(answerBy).slice(0, 10) },
})
