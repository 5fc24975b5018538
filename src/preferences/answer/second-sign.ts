// Which sign beside the code to the number opens an answer that needs one.
import type { Instant } from '../../kernel/index.ts'
import { type NumberFacts, numberFactsOf } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { Known, Whose } from '../person-page.ts'
import { isOfHolder } from '../requests/identity.ts'
import type { PersonRequest } from '../requests/request-store.ts'

/**
 * `email`: a second code is asked for; `staff`: staff have shown who it is instead; `missing`:
 * they must.
 */
export type Second = 'none' | 'email' | 'staff' | 'missing'

type Of = { whose: Whose; known: Known; request: PersonRequest }

/** Looked at as it is fetched: the number may have changed hands since the answer was made. */
export async function secondSignOf(
  deps: Pick<PreferencesDeps, 'consent'>,
  tx: Tx,
  { whose, known, request }: Of,
): Promise<Second> {
  const { accountId, subjectId } = whose
  const facts = await numberFactsOf(tx, accountId, subjectId)
  const { changedHandsAt } = facts
  if (!isOfHolder(request, changedHandsAt)) {
    throw preferencesError('preferences.number_changed_hands')
  }
  const { identity, identifiedHow, identifiedAt } = request
  if (identity !== 'second' && changedHandsAt === null) return 'none'
  const isKnownToStaff = identifiedHow === 'shared_fact' || identifiedHow === 'known_to_staff'
  if (isKnownToStaff && (identifiedAt ?? 0) >= (changedHandsAt ?? 0)) return 'staff'
  if (known.fields.email === undefined || changedHandsAt !== null) return 'missing'
  const since = protectedSince(request, known, facts)
  return (await mayBeTyped(deps, tx, { whose, known, since })) ? 'missing' : 'email'
}

/** What is recorded with a contact is written within it. */
const withinMs = 60_000

/**
 * What somebody wrote is theirs who had the number then, so their replies alone count from the
 * first. Anything else is the person's from the day on which the contact was recorded: whoever has
 * the number today can type an address, and reply after it. Why is what the file held as it was
 * made: values that were erased since are still in it.
 */
function protectedSince(
  { identityWhy }: Pick<PersonRequest, 'identityWhy'>,
  { contact }: Pick<Known, 'contact'>,
  { repliedAt }: Pick<NumberFacts, 'repliedAt'>,
): Instant {
  const recorded = contact.createdAt + withinMs
  return identityWhy === 'holds_replies' ? (repliedAt ?? recorded) : recorded
}

/**
 * A form takes an address from whoever has the number, and so does a correction that they ask for.
 * What came, or may have been written, since there is something to protect is no sign beside the
 * number.
 */
async function mayBeTyped(
  { consent }: Pick<PreferencesDeps, 'consent'>,
  tx: Tx,
  { whose, known, since }: Omit<Of, 'request'> & { since: Instant },
): Promise<boolean> {
  if ((known.emailSince ?? 0) >= since) return true
  const events = await consent.historyOf(tx, whose.accountId, whose.subjectId)
  return events.some(
    ({ body, recordedAt }) => recordedAt >= since && typeof body?.['formUrl'] === 'string',
  )
}
