// Whose data nobody deletes by hand: it may only be kept, or a request still asks for it.
//
// Restricted (GDPR 18(2)): their data is stored, and deleting it is not storing it. Asked for (GDPR
// 12, 15, 20): once it is deleted there is nothing left to answer with. Whoever asks to be erased
// is erased by their own request, which passes here.
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Contact } from '../contact.ts'
import type { ContactsDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'

type Deps = Pick<ContactsDeps, 'openRequests'>

/** Refused with the request that stands in the way, so that whoever asks can go there. */
export async function demandMayDelete(
  { openRequests }: Deps,
  tx: Tx,
  accountId: AccountId,
  { subjectId, restrictedAt }: Pick<Contact, 'subjectId' | 'restrictedAt'>,
): Promise<void> {
  if (restrictedAt !== null) {
    const requestId = (await openRequests?.restriction(tx, accountId, subjectId)) ?? null
    throw contactsError('contacts.deletion_restricted', requestId === null ? {} : { requestId })
  }
  const [open] = (await openRequests?.of(tx, accountId, [subjectId])) ?? []
  if (open !== undefined) {
    throw contactsError('contacts.deletion_request_open', { requestId: open.requestId })
  }
}

/** Of these people, those who wait for an answer. */
export async function askingAmong(
  { openRequests }: Deps,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Set<SubjectId>> {
  const open = (await openRequests?.of(tx, accountId, subjects)) ?? []
  return new Set(open.map(({ subjectId }) => subjectId))
}
