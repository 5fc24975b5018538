// What is done with reviews: written, written again, given their papers, read with their history.
import { z } from 'zod'
import { type AccountId, assert, type Caller, isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sha256 } from '../../vault/index.ts'
import {
  type ReviewItem,
  type ReviewRecord,
  type ReviewState,
  type ReviewView,
  reviewDocument,
  reviewDocumentsMax,
  reviewRecord,
} from '../contract-reviews.ts'
import type { AccountabilityDeps, Scope, Whose } from '../deps.ts'
import { addEntry, addSealed, type Entry, openFor, readHistory, readNewest } from '../entries.ts'
import { accountabilityError } from '../errors.ts'
import { namesOf } from '../names.ts'
import { findEntry, holdEntries } from '../store.ts'

const content = z.object({ record: reviewRecord, documents: z.array(reviewDocument) })
type Content = z.output<typeof content>

const historyShown = 100
const whoseOf = (scope: Scope, { accountId }: Caller): Whose =>
  scope === 'account' ? accountId : null

const stateOf = ({ decision, opinion }: ReviewRecord): ReviewState => {
  if (decision !== '') return 'decided'
  return opinion === '' ? 'asked' : 'answered'
}

/** A decision that nobody took, or without a reason, is none. */
function demandWhole({ decision, decidedBy, decidedOn, why }: ReviewRecord): void {
  const isWhole = decidedBy !== '' && decidedOn !== null && why !== ''
  const isEmpty = decidedBy === '' && decidedOn === null && why === ''
  if (decision === '' ? !isEmpty : !isWhole) {
    throw accountabilityError('accountability.review_undecided')
  }
}

/** A decision on names that leaves open what it is would change nothing. */
function demandNamesSaid({ subject, decision, staffNames }: ReviewRecord): void {
  const isDecided = subject === 'staff_names' && decision !== ''
  if (isDecided !== (staffNames !== null)) {
    throw accountabilityError('accountability.review_names_unsaid')
  }
}

const itemOf = ({ place: id, content: { record } }: Entry<Content>): ReviewItem => {
  const { subject, title, counsel, askedOn, nextOn } = record
  return { ...{ id, subject, title, counsel, askedOn, nextOn }, state: stateOf(record) }
}

/** Those recorded last first. */
export function listReviews(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  page: { before: string | null; limit: number },
): Promise<ReviewItem[]> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const rows = await readNewest(deps, tx, whoseOf(scope, caller), 'review', content, page)
    return rows.map(itemOf)
  })
}

const changedIn = (record: ReviewRecord, before: ReviewRecord | undefined): string[] =>
  before === undefined
    ? []
    : (Object.keys(record) as (keyof ReviewRecord)[]).filter(
        (field) => record[field] !== before[field],
      )

async function viewIn(
  deps: AccountabilityDeps,
  tx: Tx,
  caller: Caller,
  { whose, id }: { whose: Whose; id: string },
): Promise<ReviewView> {
  const written = await readHistory(deps, tx, whose, {
    ...{ kind: 'review', place: id, limit: historyShown, schema: content },
  })
  const [newest] = written
  if (newest === undefined) throw accountabilityError('accountability.review_not_found')
  const actors = written.map(({ by }) => by)
  const nameOf = await namesOf(deps, tx, caller, actors)
  const { record, documents } = newest.content
  return {
    ...{ id, record, documents, state: stateOf(record) },
    history: written.map(({ at, by, content: said }, index) => ({
      ...{ at: isoTime(at), by: nameOf(by) },
      changed: changedIn(said.record, written[index + 1]?.content.record),
    })),
  }
}

export const readReview = (
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  id: string,
): Promise<ReviewView> =>
  deps.database.inAccount(caller.accountId, (tx) =>
    viewIn(deps, tx, caller, { whose: whoseOf(scope, caller), id }),
  )

/** `id` null: a new one. */
export async function writeReview(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { id, record }: { id: string | null; record: ReviewRecord },
): Promise<ReviewView> {
  demandWhole(record)
  demandNamesSaid(record)
  const whose = whoseOf(scope, caller)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const place = id ?? deps.makeId()
    await holdEntries(tx, whose)
    const documents = id === null ? [] : (await viewIn(deps, tx, caller, { whose, id })).documents
    await addEntry(deps, tx, caller, {
      ...{ whose, kind: 'review', place, content: { record, documents } },
    })
    await deps.record(tx, caller, {
      action: 'accountability.review_written',
      details: { scope, review: place, subject: record.subject, state: stateOf(record) },
    })
    return viewIn(deps, tx, caller, { whose, id: place })
  })
}

const isPdf = (bytes: Uint8Array) =>
  bytes.length > 5 && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

/** The same file twice is kept once. */
export async function addReviewDocument(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { id, bytes }: { id: string; bytes: Buffer },
): Promise<ReviewView> {
  if (!isPdf(bytes)) throw accountabilityError('accountability.document_type_unknown')
  const whose = whoseOf(scope, caller)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    await holdEntries(tx, whose)
    const view = await viewIn(deps, tx, caller, { whose, id })
    const hash = sha256(bytes).toString('hex')
    if (view.documents.some((one) => one.sha256 === hash)) return view
    if (view.documents.length >= reviewDocumentsMax) {
      throw accountabilityError('accountability.too_many_documents')
    }
    const kept = await addSealed(deps, tx, caller, {
      ...{ whose, kind: 'review_document', place: id, plain: bytes },
    })
    const document = { id: kept.id, octets: bytes.length, sha256: hash, addedAt: isoTime(kept.at) }
    const documents = [...view.documents, document]
    await addEntry(deps, tx, caller, {
      ...{ whose, kind: 'review', place: id, content: { record: view.record, documents } },
    })
    await deps.record(tx, caller, {
      action: 'accountability.review_document_added',
      details: { scope, review: id, document: kept.id },
    })
    return viewIn(deps, tx, caller, { whose, id })
  })
}

/** In clear; the look is recorded in the same transaction. */
export function openReviewDocument(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { id, documentId }: { id: string; documentId: string },
): Promise<Buffer> {
  const whose = whoseOf(scope, caller)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { documents } = await viewIn(deps, tx, caller, { whose, id })
    const known = documents.find((one) => one.id === documentId)
    const found = await findEntry(tx, whose, {
      ...{ kind: 'review_document', place: id, id: documentId },
    })
    if (known === undefined || found === null) {
      throw accountabilityError('accountability.review_not_found')
    }
    const bytes = Buffer.from(openFor(deps, whose, found))
    assert(sha256(bytes).toString('hex') === known.sha256, 'a sealed paper opens to what was kept')
    await deps.record(tx, caller, {
      action: 'accountability.review_document_opened',
      details: { scope, review: id, document: documentId },
    })
    return bytes
  })
}

/** Every one as it was written last: for what is told of them. */
export const readAllReviews = async (
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  whose: Whose,
): Promise<ReviewItem[]> => (await readNewest(deps, tx, whose, 'review', content)).map(itemOf)

export type NamesDecision = { areGiven: boolean; decidedBy: string; decidedOn: string; why: string }

/**
 * What the account decided last on whether people are told who looked at their data; null: nothing.
 * A decision that was written before it could be said which way it goes gives no names.
 */
export async function namesDecision(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
): Promise<NamesDecision | null> {
  const reviews = await readNewest(deps, tx, accountId, 'review', content)
  const decided = reviews.flatMap(({ at, content: { record } }) => {
    const { subject, staffNames, decidedBy, decidedOn, why } = record
    if (subject !== 'staff_names' || decidedOn === null) return []
    return { at, areGiven: staffNames === 'given', decidedBy, decidedOn, why }
  })
  decided.sort((a, b) => b.decidedOn.localeCompare(a.decidedOn) || b.at - a.at)
  const [newest] = decided
  if (newest === undefined) return null
  const { at: _, ...decision } = newest
  return decision
}

/** The days on which somebody gave an opinion. */
export async function opinionDays(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  whose: Whose,
): Promise<string[]> {
  const reviews = await readNewest(deps, tx, whose, 'review', content)
  return reviews.flatMap(({ content: { record } }) =>
    record.opinion === '' ? [] : (record.opinionOn ?? record.askedOn),
  )
}
