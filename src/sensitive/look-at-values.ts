// Reveals a person's sensitive values: to staff by right and with a reason, or to the person.
import { restrictedAmong } from '../contacts/index.ts'
import type { AccountId, Caller, ContactId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectDataHolder } from '../vault/index.ts'
import type { SensitiveShown } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { sensitiveError } from './errors.ts'
import { agreedAmong } from './keep-values.ts'
import { bases } from './legal-basis.ts'
import { toLegalBasis } from './legal-basis-row.ts'
import { deleteOfPeople, readLegalBases, valuesOfSubject } from './store.ts'
import { openValue } from './value-place.ts'

type OpenDeps = Pick<SensitiveDeps, 'vault' | 'clock'>

async function openValues(
  { vault, clock }: OpenDeps,
  tx: Tx,
  accountId: AccountId,
  { subjectId, which }: { subjectId: SubjectId; which: 'newest' | 'all' },
): Promise<SensitiveShown['items']> {
  const overdue = (await restrictedAmong(tx, accountId, [subjectId])).size > 0
  const asked = { at: clock.now(), which, overdue }
  const rows = await valuesOfSubject(tx, accountId, subjectId, asked)
  if (rows.length === 0) return []
  const legalBases = new Map((await readLegalBases(tx, accountId)).map((row) => [row.id, row]))
  const keyIds = [...legalBases.values()].map(({ keySubjectId }) => keySubjectId)
  const opened = await vault.openSubjects(tx, accountId, [subjectId, ...keyIds])
  const person = opened.get(subjectId)
  return rows.flatMap((row) => {
    const legalBasis = legalBases.get(row.legalBasisId)
    const keys = legalBasis === undefined ? undefined : opened.get(legalBasis.keySubjectId)
    if (legalBasis === undefined || keys === undefined || person === undefined) return []
    if (!hasKey(person.contactKey) || !hasKey(keys.contactKey)) return []
    const both = { person, legalBasis: keys }
    const plain = openValue(vault, both, accountId, row)
    const { label, value } = JSON.parse(plain.toString('utf8')) as { label: string; value: string }
    return [
      {
        legalBasisId: row.legalBasisId,
        category: legalBasis.category,
        basis: legalBasis.basis,
        label,
        value,
        storedAt: new Date(row.storedAt).toISOString(),
        keepUntil: new Date(row.keepUntil).toISOString(),
      },
    ]
  })
}

/** Of what rests on explicit consent, what the person holds to today; the rest is about to go. */
export async function heldTo(
  deps: OpenDeps & Pick<SensitiveDeps, 'consent'>,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<SensitiveShown['items']> {
  const values = await openValues(deps, tx, accountId, { subjectId, which: 'newest' })
  const at = deps.clock.now()
  const gone = new Set<string>()
  // Nothing of theirs goes while it may only be kept, whatever they hold to.
  if ((await restrictedAmong(tx, accountId, [subjectId])).size > 0) return values
  for (const row of await readLegalBases(tx, accountId)) {
    if (!values.some(({ legalBasisId }) => legalBasisId === row.id)) continue
    const legalBasis = toLegalBasis(deps.vault, accountId, row)
    const agreed = await agreedAmong(deps, tx, accountId, { legalBasis, subjects: [subjectId], at })
    if (agreed !== null && !agreed.has(subjectId)) gone.add(row.id)
  }
  return values.filter(({ legalBasisId }) => !gone.has(legalBasisId))
}

type Look = { contactId: ContactId; reason: string }

/** Recorded also where there is nothing to see: that there is nothing is an answer, too. */
export async function showValues(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  { contactId, reason }: Look,
): Promise<SensitiveShown> {
  const { accountId } = caller
  const contact = await deps.contacts.find(tx, accountId, contactId)
  if (contact === null) throw sensitiveError('sensitive.contact_not_found')
  const items = await heldTo(deps, tx, accountId, contact.subjectId)
  await deps.audit.record(tx, caller, {
    action: 'sensitive.values_shown',
    subjectId: contact.subjectId,
    reason,
    details: { contactId, values: items.length },
  })
  return { items }
}

/** The person took their word back, or it was never true: the values of one person go. */
export async function eraseValues(
  deps: SensitiveDeps,
  tx: Tx,
  caller: Caller,
  { contactId, reason }: Look,
): Promise<number> {
  const { accountId } = caller
  const contact = await deps.contacts.find(tx, accountId, contactId)
  if (contact === null) throw sensitiveError('sensitive.contact_not_found')
  if (contact.restrictedAt !== null) throw sensitiveError('sensitive.data_restricted')
  const values = await deleteOfPeople(tx, accountId, [contact.subjectId])
  await deps.audit.record(tx, caller, {
    action: 'sensitive.values_erased',
    subjectId: contact.subjectId,
    reason,
    details: { contactId, values },
  })
  return values
}

export function sensitiveHolder(deps: OpenDeps): SubjectDataHolder {
  return {
    room: 'sensitive',
    exportSubject: async (tx, accountId, subjectId) => {
      // A person is told all that is held of them, also what a later file has said anew.
      const values = await openValues(deps, tx, accountId, { subjectId, which: 'all' })
      if (values.length === 0) return null
      return {
        values: values.map(({ basis, ...value }) => ({ ...value, article: bases[basis].article })),
      }
    },
    eraseSubjects: deleteOfPeople,
  }
}
