// Tries today whether an erased person can be read with any key that is left.
import { type Instant, isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import type { ErasureTest } from '../contract-erasure.ts'
import type { BackupsKept, ErasureDeps, LastDrill } from './deps.ts'
import type { ErasedPerson, ErasureRow } from './erasure-store.ts'

/** `one`: of several, the one who asks. `drill`, `kept`: read before this transaction. */
export async function tryAgain(
  deps: Pick<ErasureDeps, 'vault' | 'consent' | 'clock' | 'copiesOfFiles'>,
  tx: Tx,
  {
    row,
    people,
    one,
    drill,
    kept,
  }: {
    row: ErasureRow
    people: readonly ErasedPerson[]
    one: ErasedPerson | null
    drill: LastDrill | null
    kept: BackupsKept
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
    backups: backupsOf(row, kept, at),
    filesUntil: isoTimeOrNull(await deps.copiesOfFiles(tx, accountId, row.erased_at)),
  }
}

/** What is in the folder today: the day that a certificate names is a plan. */
function backupsOf(
  { erased_at: erasedAt, backups_until: until }: ErasureRow,
  kept: BackupsKept,
  at: Instant,
): ErasureTest['backups'] {
  if (kept === null) return 'elsewhere'
  if (kept.oldestAt === null || kept.oldestAt > erasedAt) return 'gone'
  return at <= until ? 'kept' : 'late'
}

const opensIn = (drill: LastDrill | null): boolean => drill !== null && drill.readable > 0
