// A parent's word for somebody below the age of consent: recorded with who,
// on which words and how shown.
import type { Caller, ControllerId, EntryId, Instant, WordingId } from '../../kernel/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import type { Purpose, Wording } from '../consent.ts'
import { isInFuture, monthsLater, policyByDefault } from '../consent-dates.ts'
import type { AuthorisationRefusal, ConsentRefusal, ParentRelation } from '../contract.ts'
import { consentError } from '../errors.ts'
import { actorOf, isoText, writeEntries } from '../ledger/write-entries.ts'
import { lastParentWithdrawalAt, upsertAuthorisation } from '../store/authorisation-store.ts'
import { readDocuments } from '../store/document-store.ts'
import { holdPerson } from '../store/hold-people.ts'
import { findWordings, readPolicy } from '../store/store.ts'
import { judgeWording } from './judge-claim.ts'
import type { RecordDeps } from './record-consent.ts'

export type AuthorisationInput = {
  keys: SubjectKeys
  controllerId: ControllerId
  purpose: Purpose
  /** What the parent read. */
  wordingId: WordingId
  parentName: string
  relation: ParentRelation
  givenAt: Instant
  source: string
  /** How it was made sure that a holder of parental responsibility spoke (art. 8(2)). */
  verification: string
  /** A scan or a recording that is held for this person. */
  documentId: string | null
  /** From when the person speaks for themselves; null: their birth date is not known. */
  ofAgeAt: Instant | null
}

export type AuthorisationOutcome =
  | { outcome: 'recorded'; entryId: EntryId; validUntil: Instant }
  | { outcome: 'refused'; refusal: AuthorisationRefusal | ConsentRefusal }

/** In the order of the public lists; null when it may be recorded. */
export function judgeAuthorisation(
  told: Pick<AuthorisationInput, 'controllerId' | 'purpose' | 'givenAt' | 'ofAgeAt'>,
  about: { wording: Wording | undefined; months: number; at: Instant; withdrawnAt: Instant | null },
): AuthorisationRefusal | ConsentRefusal | null {
  const { controllerId, purpose, givenAt, ofAgeAt } = told
  if (ofAgeAt !== null && ofAgeAt <= about.at) return 'authorisation_not_needed'
  const unsound = judgeWording(about.wording, { controllerId, channel: 'sms', purpose })
  if (unsound !== null) return unsound
  if (isInFuture(givenAt, about.at)) return 'given_in_future'
  if (monthsLater(givenAt, about.months) <= about.at) return 'authorisation_too_old'
  const isTakenBack = about.withdrawnAt !== null && givenAt <= about.withdrawnAt
  return isTakenBack ? 'authorisation_withdrawn' : null
}

export async function recordAuthorisation(
  deps: RecordDeps,
  tx: Tx,
  caller: Caller,
  input: AuthorisationInput,
): Promise<AuthorisationOutcome> {
  const { accountId } = caller
  const { controllerId, purpose, wordingId, keys, givenAt, ofAgeAt, documentId } = input
  const at = deps.clock.now()
  const months = ((await readPolicy(tx, accountId)) ?? policyByDefault).valid_months
  const wording = (await findWordings(tx, accountId, [wordingId])).get(wordingId)
  await holdPerson(deps, tx, accountId, keys.subjectId)
  const about = { subjectId: keys.subjectId, purpose }
  const withdrawnAt = await lastParentWithdrawalAt(tx, accountId, about)
  const refusal = judgeAuthorisation(input, { wording, months, at, withdrawnAt })
  if (refusal !== null) return { outcome: 'refused', refusal }
  const documents = documentId === null ? [] : await readDocuments(tx, accountId, keys.subjectId)
  const document = documents.find((one) => one.document_id === documentId)
  if (documentId !== null && document === undefined) {
    throw consentError('consent.document_not_found')
  }
  const event = {
    kind: 'parent.authorised' as const,
    purpose,
    channel: 'sms',
    wordingSha256: wording?.sha256 ?? null,
    keys,
    body: {
      actor: actorOf(caller),
      controller: controllerId,
      givenAt: isoText(givenAt),
      source: input.source,
      scanSha256: document?.sha256.toString('hex'),
      details: canonicalJson({
        parentName: input.parentName,
        relation: input.relation,
        verification: input.verification,
      }),
    },
  }
  const [entryId] = await writeEntries(deps, tx, { accountId, at }, [event])
  const until = monthsLater(givenAt, months)
  const validUntil = ofAgeAt === null ? until : Math.min(until, ofAgeAt)
  await upsertAuthorisation(tx, accountId, {
    subject_id: keys.subjectId,
    controller_id: controllerId,
    purpose,
    relation: input.relation,
    since: givenAt,
    valid_until: validUntil,
    wording_id: wordingId,
    document_id: documentId,
    entry_id: entryId as EntryId,
  })
  return { outcome: 'recorded', entryId: entryId as EntryId, validUntil }
}
