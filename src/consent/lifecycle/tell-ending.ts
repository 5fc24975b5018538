// Tells users once a week that consents end soon, as long as there are some to ask for again.
import type { Caller, Clock } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Database } from '../../storage/index.ts'
import { countExpiring } from '../store/expiry-store.ts'

const dayMs = 86_400_000
/** As the screen that asks again proposes it. */
const soonDays = 30
const weekMs = 7 * dayMs

export async function tellEndingConsents(
  { database, clock }: { database: Database; clock: Clock },
  { accountId }: Caller,
): Promise<void> {
  const at = clock.now()
  await database.inAccount(accountId, async (tx) => {
    const counted = await countExpiring(tx, accountId, { at, before: at + soonDays * dayMs })
    const count = counted.reduce((sum, { soon }) => sum + soon, 0)
    if (count === 0) return
    await notify(tx, accountId, {
      kind: 'consents_end',
      about: null,
      step: `week:${Math.floor(at / weekMs)}`,
      details: { count, days: soonDays },
      at,
    })
  })
}
