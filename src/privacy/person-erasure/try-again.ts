// Tries today whether an erased person can be read with any key that is left.
import { isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import type { ErasureTest } from '../contract-erasure.ts'
import type { ErasureDeps, LastDrill } from './deps.ts'
import type { ErasedPerson, ErasureRow } from './erasure-store.ts'

/** `one`: of several, the one who asks. `drill`: read before this transaction. */
export async function tryAgain(
  deps: Pick<ErasureDeps, 'vault' | 'consent' | 'clock'>,
  tx: Tx,
  {
    row,
    people,
    one,
    drill,
  }: {
    row: ErasureRow
    people: readonly ErasedPerson[]
    one: ErasedPerson | null
    drill: LastDrill | null
  },
): Promise<ErasureTest> {
  const { account_id: accountId } = row
  const link = one?.link ?? row.link
  const at = deps.clock.now()
  const subjects = (one === null ? people : [one]).map(({ subjectId }) => subjectId)
  const opened = [...(await deps.vault.openSubjects(tx, accountId, subjects)).values()]
  const hasContact = opened.some(({ contactKey }) => hasKey(contactKey))
  const withProof = opened.filter(({ proofKey }) => hasKey(proofKey))
  const proven = withProof.map(({ subjectId }) => subjectId)
  const held = new Set(await deps.consent.heldAmong(tx, accountId, proven))
  const entry = link === null ? null : await deps.consent.erasureEntry(tx, accountId, link)
  const isKeyGone = deps.vault.oldestEpoch(accountId) > row.epoch
  const oldKey = isKeyGone ? 'gone' : at > row.epoch_until ? 'late' : 'waits'
  const since = drill !== null && drill.at >= row.erased_at ? drill : null
  const isHeld = proven.every((id) => held.has(id))
  const proofKey = proven.length === 0 ? 'gone' : isHeld ? 'held' : 'there'
  return {
    at: isoTime(at),
    people: subjects.length,
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
