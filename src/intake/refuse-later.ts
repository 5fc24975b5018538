// A later row of the file says no to whom an earlier one said yes: the no wins.
import type { E164, Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { IntakeDeps } from './deps.ts'
import { type BatchContext, type LaterNo, laterNo } from './import-batch.ts'
import { addBatches, batchesOfImport, type Key } from './store.ts'
import { tellNoes } from './tell-noes.ts'

/**
 * Asked once the batches before are committed. What this file has recorded of these people is taken
 * back; what they had agreed to before ends where a row says no outright, as of anybody known.
 */
export async function refuseLater(
  deps: Pick<IntakeDeps, 'vault' | 'contacts' | 'consent'>,
  tx: Tx,
  asked: {
    key: Key
    later: readonly LaterNo[]
    context: Pick<BatchContext, 'caller' | 'refusal' | 'at'>
  },
): Promise<{ consents: number; quarantined: number }> {
  const { key, later, context } = asked
  if (later.length === 0) return { consents: 0, quarantined: 0 }
  const { caller, refusal } = context
  const { accountId } = caller
  const noOf = latestNoes(later)
  const tagOf = (number: E164) => deps.vault.numberTag(accountId, number)
  const byTag = await deps.contacts.findByTags(tx, accountId, [...noOf.keys()].map(tagOf))
  const contacts = [...byTag.values()]
  const { entries, closed } = await deps.consent.takeBackBulk(tx, caller, {
    batchIds: await batchesOfImport(tx, key),
    subjects: contacts.map((contact) => contact.subjectId),
    only: 'consent.given',
    reason: 'file_says_no_too',
  })
  const saidAt: Map<SubjectId, Instant | null> = new Map()
  for (const [number, at] of noOf) {
    const contact = byTag.get(tagOf(number).toString('hex'))
    if (contact !== undefined && at !== undefined) saidAt.set(contact.subjectId, at)
  }
  const refused = { saidAt, ...refusal, channel: 'sms' as const }
  const told = await deps.consent.refuseBulk(tx, caller, refused)
  await addBatches(tx, key, told.batchIds)
  await tellNoes(deps, tx, saidAt, { key, context, areNew: false })
  const people = new Set([...closed, ...told.closed])
  const contactIds = contacts.filter(({ subjectId }) => people.has(subjectId)).map(({ id }) => id)
  const shut = { contactIds, reason: 'consent_not_given' }
  // Who was held back already is counted by their first row.
  const quarantined = await deps.contacts.quarantine(tx, accountId, shut)
  return { consents: entries, quarantined }
}

function latestNoes(later: readonly LaterNo[]): Map<E164, LaterNo['saidNoAt']> {
  const found = new Map<E164, LaterNo['saidNoAt']>()
  for (const { number, saidNoAt } of later) {
    const before = found.get(number)
    found.set(number, laterNo(before, saidNoAt))
  }
  return found
}
