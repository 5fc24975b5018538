// Completes records of erasures: an old key was destroyed, a held proof came to its day.
import type { AccountId } from '../../kernel/index.ts'
import type { ErasureDeps } from './deps.ts'
import { deleteOldErasures, endEpochs, endProofs, openProofs } from './erasure-store.ts'
import { lookAfterNotices } from './notices.ts'

/** The soonest to end come first; the others in later rounds. */
const proofsAtOnce = 5_000

/**
 * After the vault has seen to an account's keys. It asks which keys are there, so that a node which
 * was killed between the two is made good by the next round.
 */
export async function completeErasures(
  deps: Pick<ErasureDeps, 'database' | 'vault' | 'consent' | 'clock'>,
  accountId: AccountId,
): Promise<void> {
  const at = deps.clock.now()
  const oldest = deps.vault.oldestEpoch(accountId)
  await deps.database.inAccount(accountId, async (tx) => {
    await endEpochs(tx, accountId, { oldest, at })
    const open = await openProofs(tx, accountId, proofsAtOnce)
    const subjects = open.map(({ subjectId }) => subjectId)
    const held = new Set(await deps.consent.heldAmong(tx, accountId, subjects))
    const gone = open.filter(({ subjectId }) => !held.has(subjectId))
    if (gone.length > 0) await endProofs(tx, accountId, { gone, at })
    await deleteOldErasures(tx, accountId, at)
    await lookAfterNotices(deps, tx, accountId, at)
  })
}
