// The SQL of people's requests.
import {
  type AccountId,
  assert,
  type ContactId,
  type Instant,
  type Language,
  type SubjectId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type {
  IdentifiedHow,
  IdentityLevel,
  IdentityWhy,
  RequestHeardBy,
  RequestKind,
  RequestOutcome,
} from '../contract.ts'

export type PersonRequest = {
  id: string
  subjectId: SubjectId
  contactId: ContactId | null
  kind: RequestKind
  askedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  answer: 'done' | 'refused' | null
  /** Null: not answered, or answered before it was asked what was done. */
  outcome: RequestOutcome | null
  reasonSealed: Buffer | null
  /** What the person wrote of it, on their page. */
  toldSealed: Buffer | null
  /**
   * How staff heard it, and which user or token wrote it down; null: asked on the person's page.
   * `sms`: a word from the person's own phone, which nobody wrote down but they.
   */
  heardBy: RequestHeardBy | null
  recordedBy: string | null
  /** Null: not known; the account's is used. */
  language: Language | null
  /** Since when the clock stands still; null: it runs. */
  pausedAt: Instant | null
  extendedAt: Instant | null
  /** Of a complaint: by when it must be acknowledged, and when it was. */
  acknowledgeBy: Instant | null
  acknowledgedAt: Instant | null
  identity: IdentityLevel
  identityWhy: IdentityWhy
  identifiedAt: Instant | null
  identifiedHow: IdentifiedHow | null
}

type RequestRow = {
  request_id: string
  subject_id: SubjectId
  contact_id: ContactId | null
  kind: RequestKind
  asked_at: Instant
  due_at: Instant
  answered_at: Instant | null
  answer: 'done' | 'refused' | null
  outcome: RequestOutcome | null
  reason_sealed: Buffer | null
  told_sealed: Buffer | null
  heard_by: RequestHeardBy | null
  recorded_by: string | null
  language: Language | null
  paused_at: Instant | null
  extended_at: Instant | null
  acknowledge_by: Instant | null
  acknowledged_at: Instant | null
  identity: IdentityLevel
  identity_why: IdentityWhy
  identified_at: Instant | null
  identified_how: IdentifiedHow | null
}
const requestColumns = `request_id, subject_id, contact_id, kind, asked_at, due_at, answered_at,
  answer, outcome, reason_sealed, told_sealed, heard_by, recorded_by, language,
  paused_at, extended_at, acknowledge_by, acknowledged_at, identity, identity_why, identified_at,
  identified_how`
const toRequest = (row: RequestRow): PersonRequest => ({
  id: row.request_id,
  subjectId: row.subject_id,
  contactId: row.contact_id,
  kind: row.kind,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  answeredAt: row.answered_at,
  answer: row.answer,
  outcome: row.outcome,
  reasonSealed: row.reason_sealed,
  toldSealed: row.told_sealed,
  heardBy: row.heard_by,
  recordedBy: row.recorded_by,
  language: row.language,
  pausedAt: row.paused_at,
  extendedAt: row.extended_at,
  acknowledgeBy: row.acknowledge_by,
  acknowledgedAt: row.acknowledged_at,
  identity: row.identity,
  identityWhy: row.identity_why,
  identifiedAt: row.identified_at,
  identifiedHow: row.identified_how,
})

export type NewRequest = Pick<
  PersonRequest,
  'id' | 'subjectId' | 'contactId' | 'kind' | 'askedAt' | 'dueAt' | 'heardBy' | 'recordedBy'
> &
  Partial<
    Pick<
      PersonRequest,
      | 'toldSealed'
      | 'acknowledgeBy'
      | 'identity'
      | 'identityWhy'
      | 'identifiedAt'
      | 'identifiedHow'
      | 'language'
    >
  >

const stampOrNull = (at: Instant | null | undefined) => (at == null ? null : toTimestamp(at))

/** False: there is one of this id already, and nothing was written. */
export async function insertRequest(
  tx: Tx,
  accountId: AccountId,
  request: NewRequest,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into preferences.request (account_id, request_id, subject_id, contact_id, kind,
       asked_at, due_at, heard_by, recorded_by, told_sealed, acknowledge_by, identity, identity_why,
       identified_at, identified_how, language)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (account_id, request_id) do nothing`,
    [
      accountId,
      request.id,
      request.subjectId,
      request.contactId,
      request.kind,
      toTimestamp(request.askedAt),
      toTimestamp(request.dueAt),
      request.heardBy,
      request.recordedBy,
      request.toldSealed ?? null,
      stampOrNull(request.acknowledgeBy),
      request.identity ?? 'none',
      request.identityWhy ?? 'asked_on_page',
      stampOrNull(request.identifiedAt),
      request.identifiedHow ?? null,
      request.language ?? null,
    ],
  )
  return rowCount === 1
}

export async function requestsOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<PersonRequest[]> {
  const { rows } = await tx.query<RequestRow>(
    `select ${requestColumns} from preferences.request
     where account_id = $1 and subject_id = $2 order by request_id desc`,
    [accountId, subjectId],
  )
  return rows.map(toRequest)
}

/** Until the transaction ends: of two words at once from one phone, one asks. */
export async function lockAsking(tx: Tx, subjectId: SubjectId): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 7303))', [subjectId])
}

export async function setLanguage(
  tx: Tx,
  accountId: AccountId,
  { id, language }: { id: string; language: Language },
): Promise<void> {
  await tx.query(
    'update preferences.request set language = $3 where account_id = $1 and request_id = $2',
    [accountId, id, language],
  )
}

/** In which order a list comes: by what is due, by the answer, or by when it was written down. */
export type RequestOrder = 'due' | 'answered' | 'asked'
/** The last request of a page. */
type RequestPlace = { paused: number; at: Instant; id: string }

/** Named columns: nothing of a query is written into the statement. */
const orders: Readonly<Record<RequestOrder, { after: string; order: string }>> = {
  due: {
    after: '((paused_at is not null)::int, due_at, request_id) > ($5::int, $6, $7::uuid)',
    order: '(paused_at is not null)::int, due_at, request_id',
  },
  answered: {
    after: '(0, answered_at, request_id) < ($5::int, $6, $7::uuid)',
    order: 'answered_at desc, request_id desc',
  },
  asked: {
    after: '($5::int, $6::timestamptz) is not null and request_id < $7::uuid',
    order: 'request_id desc',
  },
}

export async function listRequests(
  tx: Tx,
  accountId: AccountId,
  query: {
    order: RequestOrder
    /** Null: those with an answer as well as those without. */
    isOpen: boolean | null
    /** Only those whose deadline was over then; a clock that stands still is never over. */
    lateAt: Instant | null
    kind: RequestKind | null
    after: RequestPlace | null
    limit: number
  },
): Promise<PersonRequest[]> {
  const { isOpen, lateAt, kind, after, limit } = query
  const { after: isAfter, order } = orders[query.order]
  const { rows } = await tx.query<RequestRow>(
    `select ${requestColumns} from preferences.request
     where account_id = $1 and ($2::bool is null or (answered_at is null) = $2)
       and ($3::timestamptz is null
         or (answered_at is null and paused_at is null and due_at < $3))
       and ($4::text is null or kind = $4)
       and ($7::uuid is null or (${isAfter}))
     order by ${order} limit $8`,
    [
      ...[accountId, isOpen, stampOrNull(lateAt), kind],
      ...[after?.paused ?? null, stampOrNull(after?.at), after?.id ?? null, limit],
    ],
  )
  return rows.map(toRequest)
}

/** Requests without an answer, as far as `limit`. */
export async function countOpenRequests(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<number> {
  const { rows } = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from (
       select from preferences.request
       where account_id = $1 and answered_at is null limit $2) held`,
    [accountId, limit],
  )
  return rows[0]?.waiting ?? 0
}

/** Requests without an answer whose deadline comes before an instant, or has passed; by it. */
export async function requestsDue(
  tx: Tx,
  accountId: AccountId,
  asked: { before: Instant; limit: number },
): Promise<{ id: string; dueAt: Instant }[]> {
  const { rows } = await tx.query<{ id: string; dueAt: Instant }>(
    `select request_id as id, due_at as "dueAt" from preferences.request
     where account_id = $1 and answered_at is null and paused_at is null and due_at <= $2
     order by due_at, request_id limit $3`,
    [accountId, toTimestamp(asked.before), asked.limit],
  )
  return rows
}

/** The answer of a request that is locked and has none. */
export async function answerRequest(
  tx: Tx,
  accountId: AccountId,
  answered: {
    id: string
    answer: 'done' | 'refused'
    outcome: RequestOutcome
    reasonSealed: Buffer | null
    by: string
    at: Instant
  },
): Promise<PersonRequest> {
  const { rows } = await tx.query<RequestRow>(
    `update preferences.request set answered_at = $3, answer = $4, answered_by = $5, outcome = $6,
       reason_sealed = $7, paused_at = null
     where account_id = $1 and request_id = $2 and answered_at is null
     returning ${requestColumns}`,
    [
      accountId,
      answered.id,
      toTimestamp(answered.at),
      answered.answer,
      answered.by,
      answered.outcome,
      answered.reasonSealed,
    ],
  )
  const [row] = rows
  assert(row !== undefined, 'a request that is locked is answered once')
  return toRequest(row)
}

/** What was written down of somebody else, or twice: its words and so many letters go. */
export async function forgetWords(tx: Tx, accountId: AccountId, id: string): Promise<number> {
  await tx.query(
    `update preferences.request set told_sealed = null
     where account_id = $1 and request_id = $2`,
    [accountId, id],
  )
  const { rowCount } = await tx.query(
    'delete from preferences.request_file where account_id = $1 and request_id = $2',
    [accountId, id],
  )
  return rowCount
}

export async function findRequest(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<PersonRequest | null> {
  const { rows } = await tx.query<RequestRow>(
    `select ${requestColumns} from preferences.request
     where account_id = $1 and request_id = $2`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : toRequest(rows[0])
}

/** Nobody else answers it before the transaction ends. */
export async function lockRequest(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<PersonRequest | null> {
  const { rows } = await tx.query<RequestRow>(
    `select ${requestColumns} from preferences.request
     where account_id = $1 and request_id = $2 for update`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : toRequest(rows[0])
}

export async function forgetContacts(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  await tx.query(
    `update preferences.request set contact_id = null, reason_sealed = null, told_sealed = null
     where account_id = $1 and subject_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects)],
  )
}

/** Whose these requests are: a contact, or somebody who is none. */
export async function peopleOfRequests(
  tx: Tx,
  accountId: AccountId,
  requestIds: readonly string[],
): Promise<Map<string, SubjectId>> {
  const { rows } = await tx.query<{ id: string; subjectId: SubjectId }>(
    `select request_id as id, subject_id as "subjectId" from preferences.request
     where account_id = $1 and request_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(requestIds)],
  )
  return new Map(rows.map(({ id, subjectId }) => [id, subjectId]))
}

/** The same the other way round: what these people asked for. */
export async function requestsOfPeople(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Map<string, SubjectId>> {
  const { rows } = await tx.query<{ id: string; subjectId: SubjectId }>(
    `select request_id as id, subject_id as "subjectId" from preferences.request
     where account_id = $1 and subject_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return new Map(rows.map(({ id, subjectId }) => [id, subjectId]))
}

/** Whoever waits for an answer: until then nothing goes that it would tell. */
export async function peopleAsking(tx: Tx, accountId: AccountId): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select distinct subject_id as id from preferences.request
     where account_id = $1 and answered_at is null and subject_id is not null`,
    [accountId],
  )
  return rows.map(({ id }) => id)
}

/**
 * Of these people, those who asked for something since then, or still wait for an answer. What was
 * written down of them by mistake they have not asked for.
 */
export async function preferencesStays(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  term: { since: Instant },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select distinct subject_id as id from preferences.request
     where account_id = $1 and subject_id = any($2::uuid[])
       and (answered_at is null
         or (asked_at > $3 and outcome is distinct from 'by_mistake'))`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(term.since)],
  )
  return rows.map(({ id }) => id)
}

export type OpenRequest = { subjectId: SubjectId; requestId: string; kind: RequestKind }

/** Of these people, the requests without an answer, the first due first. */
export async function openRequestsOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<OpenRequest[]> {
  if (subjects.length === 0) return []
  const { rows } = await tx.query<OpenRequest>(
    `select subject_id as "subjectId", request_id as "requestId", kind from preferences.request
     where account_id = $1 and subject_id = any($2::uuid[]) and answered_at is null
     order by due_at, request_id`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

/** By which the data of this person was restricted last. */
export async function restrictionOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select request_id as id from preferences.request
     where account_id = $1 and subject_id = $2 and kind = 'restriction' and outcome = 'restricted'
     order by answered_at desc, request_id desc limit 1`,
    [accountId, subjectId],
  )
  return rows[0]?.id ?? null
}
