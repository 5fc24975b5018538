// A person's sensitive values in clear: for a look by right and with a reason, or for themselves.
import type { AccountId, Caller, ContactId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectDataHolder } from '../vault/index.ts'
import type { SensitiveShown } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { sensitiveError } from './errors.ts'
import { bases } from './ground.ts'
import { toGround } from './ground-row.ts'
import { agreedAmong } from './keep-values.ts'
import { deleteOfSubject, readGrounds, valuesOfSubject } from './store.ts'
import { openValue } from './value-place.ts'

type OpenDeps = Pick<SensitiveDeps, 'vault' | 'clock'>

async function openValues(
  { vault, clock }: OpenDeps,
  tx: Tx,
  accountId: AccountId,
  { subjectId, which }: { subjectId: SubjectId; which: 'newest' | 'all' },
): Promise<SensitiveShown['items']> {
  const rows = await valuesOfSubject(tx, accountId, subjectId, { at: clock.now(), which })
  if (rows.length === 0) return []
  const grounds = new Map((await readGrounds(tx, accountId)).map((row) => [row.id, row]))
  const keyIds = [...grounds.values()].map(({ keySubjectId }) => keySubjectId)
  const opened = await vault.openSubjects(tx, accountId, [subjectId, ...keyIds])
  const person = opened.get(subjectId)
  return rows.flatMap((row) => {
    const ground = grounds.get(row.groundId)
    const keys = ground === undefined ? undefined : opened.get(ground.keySubjectId)
    if (ground === undefined || keys === undefined || person === undefined) return []
    if (!hasKey(person.contactKey) || !hasKey(keys.contactKey)) return []
    const both = { person, ground: keys }
    const plain = openValue(vault, both, accountId, row)
    const { label, value } = JSON.parse(plain.toString('utf8')) as { label: string; value: string }
    return [
      {
        groundId: row.groundId,
        category: ground.category,
        basis: ground.basis,
        label,
        value,
        storedAt: new Date(row.storedAt).toISOString(),
        keepUntil: new Date(row.keepUntil).toISOString(),
      },
    ]
  })
}

/** Of what rests on explicit consent, what the person holds to today; the rest is about to go. */
async function heldTo(
  deps: SensitiveDeps,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<SensitiveShown['items']> {
  const values = await openValues(deps, tx, accountId, { subjectId, which: 'newest' })
  const at = deps.clock.now()
  const gone = new Set<string>()
  for (const row of await readGrounds(tx, accountId)) {
    if (!values.some(({ groundId }) => groundId === row.id)) continue
    const ground = toGround(deps.vault, accountId, row)
    const agreed = await agreedAmong(deps, tx, accountId, { ground, subjects: [subjectId], at })
    if (agreed !== null && !agreed.has(subjectId)) gone.add(row.id)
  }
  return values.filter(({ groundId }) => !gone.has(groundId))
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
  const values = await deleteOfSubject(tx, accountId, contact.subjectId)
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
    eraseSubject: async (tx, accountId, subjectId) => deleteOfSubject(tx, accountId, subjectId),
  }
}
