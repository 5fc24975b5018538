// The ledger's memory that people were asked to renew their consent before it ends.
import type { Caller, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import type { GateQuestion } from '../consent.ts'
import { actorOf, type EventInput, writeEntries } from '../ledger/write-entries.ts'
import { markAsked } from '../store/expiry-store.ts'
import type { ExpireDeps } from './expire-consents.ts'

export async function recordAsking(
  deps: ExpireDeps,
  tx: Tx,
  caller: Caller,
  asked: Omit<GateQuestion, 'at'> & { subjects: readonly SubjectId[] },
): Promise<SubjectId[]> {
  const { accountId } = caller
  const { controllerId, channel, purpose } = asked
  const at = deps.clock.now()
  const subjects = await markAsked(tx, accountId, { ...asked, at })
  const opened = await deps.vault.openSubjects(tx, accountId, subjects)
  const known = subjects.flatMap((subjectId) => {
    const keys = opened.get(subjectId)
    return keys !== undefined && hasKey(keys.proofKey) ? [keys] : []
  })
  const events = known.map(
    (keys): EventInput => ({
      kind: 'consent.requested',
      purpose,
      channel,
      wordingSha256: null,
      keys,
      body: { actor: actorOf(caller), controller: controllerId, reason: 'ends_soon' },
    }),
  )
  await writeEntries(deps, tx, { accountId, at }, events)
  return known.map(({ subjectId }) => subjectId)
}
