// Tells staff which objections are soon to be answered, and both sides which bar a supplier now.
import { readAccount } from '../accounts/index.ts'
import { dayIn } from '../countries/index.ts'
import type { Instant } from '../kernel/index.ts'
import { notify, notifyStaff } from '../notifications/index.ts'
import type { GovernanceDeps } from './deps.ts'
import { type OpenObjection, openInAnyAccount } from './objection-store.ts'

const dayMs = 86_400_000
const soonMs = 7 * dayMs
/** What is over for longer was told, and stands in the open points. */
const newsMs = 30 * dayMs

export async function tellObjections({
  database,
  clock,
}: Pick<GovernanceDeps, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  const near = { from: at - newsMs, through: at + soonMs }
  const open = await database.inAnyAccount((tx) => openInAnyAccount(tx, at, near))
  for (const one of open) {
    const { accountId, changeId, supplier, answerBy } = one
    const variant = variantOf(one, at)
    const { zone } = await readAccount(database, accountId)
    const details = { name: supplier, day: dayIn(zone, answerBy), variant }
    const step = `${accountId} ${answerBy} ${variant}`
    await database.inInstallation((tx) =>
      notifyStaff(tx, { kind: 'change_objected', about: changeId, step, details, at }),
    )
    if (answerBy > at) continue
    await database.inAccount(accountId, (tx) =>
      notify(tx, accountId, {
        ...{ kind: 'objection_answered', about: changeId, step: `${variant} ${answerBy}`, at },
        details,
      }),
    )
  }
}

/** Who may end the contract is barred before its day as after it: what is told is another thing. */
function variantOf({ outcome, answerBy }: OpenObjection, at: Instant): string {
  if (outcome === 'may_end') return answerBy > at ? 'ends_soon' : 'stayed'
  return answerBy > at ? 'due' : 'blocked'
}
