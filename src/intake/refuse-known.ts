// A row says no of somebody whom the account knows: what lets it write to them ends.
import type { Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { IntakeDeps } from './deps.ts'
import { type BatchContext, type KnownNo, saveSensitive, type Tally } from './import-batch.ts'
import { addBatches } from './store.ts'
import { tellNoes } from './tell-noes.ts'

/**
 * Asked in the batch's turn: until its commit a no holds up every sale that is being recorded, and
 * the batch before would wait behind that one, as this batch waits for it. Who stays open all the
 * same is answered by a consent that is newer than their no, or is about something else.
 */
export async function refuseKnown(
  deps: IntakeDeps,
  tx: Tx,
  noes: readonly KnownNo[],
  { context, tally }: { context: BatchContext; tally: Tally },
): Promise<void> {
  if (noes.length === 0) return
  const { caller, row, refusal } = context
  const { accountId } = caller
  const saidAt = new Map<SubjectId, Instant | null>()
  for (const no of noes) saidAt.set(no.subjectId, no.saidAt)
  const refused = { saidAt, ...refusal, channel: 'sms' as const }
  const { batchIds, closed } = await deps.consent.refuseBulk(tx, caller, refused)
  const key = { accountId, importId: row.import_id }
  await addBatches(tx, key, batchIds)
  await tellNoes(deps, tx, saidAt, { key, context, areNew: false })
  const shut = new Set(closed)
  const open = noes.filter((no) => no.wasOpen && shut.has(no.subjectId))
  for (const { reason } of open) tally.add('quarantined', 1, reason)
  const contactIds = open.map(({ contactId }) => contactId)
  await deps.contacts.quarantine(tx, accountId, { contactIds, reason: 'consent_not_given' })
  const sensitive = noes.flatMap((no) => no.sensitive ?? [])
  await saveSensitive(deps, tx, sensitive, { context, tally })
}
