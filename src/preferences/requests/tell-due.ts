// Tells whoever answers people's requests which are due: a week before, two days before, and late.
import type { AccountId, Caller, Clock, Instant } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { requestsDue } from './request-store.ts'

const dayMs = 86_400_000
/** Days before the end of the deadline. */
const marks = [2, 7] as const
const atOnceMax = 500

export async function tellDueRequests(
  { database, clock }: { database: Database; clock: Clock },
  { accountId }: Caller,
): Promise<void> {
  const at = clock.now()
  const before = at + Math.max(...marks) * dayMs
  await database.inAccount(accountId, async (tx) => {
    const due = await requestsDue(tx, accountId, { before, limit: atOnceMax })
    for (const request of due) await tell(tx, accountId, request, at)
  })
}

async function tell(
  tx: Tx,
  accountId: AccountId,
  { id: about, dueAt }: { id: string; dueAt: Instant },
  at: Instant,
): Promise<void> {
  const days = Math.ceil((dueAt - at) / dayMs)
  if (dueAt <= at) {
    const details = { variant: 'late' }
    await notify(tx, accountId, { kind: 'request_due', about, step: 'late', details, at })
    return
  }
  const mark = marks.find((one) => days <= one)
  if (mark === undefined) return
  const step = `days:${mark}`
  await notify(tx, accountId, { kind: 'request_due', about, step, details: { days }, at })
}
