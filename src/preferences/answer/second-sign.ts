// Which sign beside the code to the number opens an answer that needs one.
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
  return (await mayBeTyped(deps, tx, { whose, known, facts })) ? 'missing' : 'email'
}

/** What is recorded with a contact is written within it. */
const withinMs = 60_000

/**
 * A form takes an address from whoever has the number, and so does a correction that they ask for.
 * What came, or may have been written, since there is something to protect is no sign beside the
 * number.
 */
async function mayBeTyped(
  { consent }: Pick<PreferencesDeps, 'consent'>,
  tx: Tx,
  { whose, known, facts }: Omit<Of, 'request'> & { facts: NumberFacts },
): Promise<boolean> {
  const since = facts.repliedAt ?? known.contact.createdAt + withinMs
  if ((known.emailSince ?? 0) >= since) return true
  const events = await consent.historyOf(tx, whose.accountId, whose.subjectId)
  return events.some(
    ({ body, recordedAt }) => recordedAt >= since && typeof body?.['formUrl'] === 'string',
  )
}
