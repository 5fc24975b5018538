// Tries today whether an erased person can be read with any key that is left.
import { isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import type { ErasureTest } from '../contract-erasure.ts'
import type { ErasureDeps, LastDrill } from './deps.ts'
import type { ErasureRow } from './erasure-store.ts'

/** `drill`: read before this transaction. */
export async function tryAgain(
  deps: Pick<ErasureDeps, 'vault' | 'consent' | 'clock'>,
  tx: Tx,
  row: ErasureRow,
  drill: LastDrill | null,
): Promise<ErasureTest> {
  const { account_id: accountId, subject_id: subjectId, link } = row
  const at = deps.clock.now()
  const keys = (await deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
  const hasContact = keys !== undefined && hasKey(keys.contactKey)
  const hasProof = keys !== undefined && hasKey(keys.proofKey)
  const { holdUntil } = await deps.consent.heldOf(tx, accountId, subjectId)
  const entry = link === null ? null : await deps.consent.erasureEntry(tx, accountId, link)
  const isKeyGone = deps.vault.oldestEpoch(accountId) > row.epoch
  const oldKey = isKeyGone ? 'gone' : at > row.epoch_until ? 'late' : 'waits'
  const since = drill !== null && drill.at >= row.erased_at ? drill : null
  const proofKey = !hasProof ? 'gone' : holdUntil === null ? 'there' : 'held'
  return {
    at: isoTime(at),
    isUnreadable: !hasContact && proofKey !== 'there' && oldKey !== 'late' && !opensIn(since),
    contactKey: hasContact ? 'there' : 'gone',
    proofKey,
    oldKey,
    ledger: entry === null ? 'no_entry' : entry.place === null ? 'waits' : 'in_tree',
    drill:
      since === null
        ? null
        : { at: isoTime(since.at), isWell: since.isWell, readable: since.readable },
  }
}

const opensIn = (drill: LastDrill | null): boolean => drill !== null && drill.readable > 0
