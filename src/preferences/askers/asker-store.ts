// The SQL of those who ask and are no contact, and of tying their request to one.
import type { AccountId, ContactId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { IdentityLevel, IdentityWhy, SearchFound } from '../contract.ts'

/** The last search of the account's data for somebody who asks. */
export type AskerSearch = {
  begunAt: Instant
  by: string
  /** Null: the names are not all compared yet. */
  endedAt: Instant | null
  through: ContactId | null
  /** How many contacts were opened to compare their names. */
  looked: number
  found: SearchFound
  /** Whose name is theirs, the first of them. */
  namesakes: readonly ContactId[]
}

/** `search`: null where nobody has searched since what they gave was written down. */
export type AskerRow = {
  requestId: string
  subjectId: SubjectId
  sealed: Buffer
  changedAt: Instant
  search: AskerSearch | null
}

/** By what they are found again without being opened; null where they did not give it. */
export type AskerTags = { numberTag: Buffer | null; emailTag: Buffer | null }

type Row = {
  requestId: string
  subjectId: SubjectId
  sealed: Buffer
  changedAt: Instant
  begunAt: Instant | null
  by: string | null
  endedAt: Instant | null
  through: ContactId | null
  looked: number
  found: SearchFound | null
  namesakes: ContactId[]
}

function toAsker({ requestId, subjectId, sealed, changedAt, ...row }: Row): AskerRow {
  const { begunAt, by, endedAt, through, looked, found, namesakes } = row
  const search =
    begunAt === null || by === null || found === null
      ? null
      : { begunAt, by, endedAt, through, looked, found, namesakes }
  return { requestId, subjectId, sealed, changedAt, search }
}

export async function askerRows(
  tx: Tx,
  accountId: AccountId,
  requestIds: readonly string[],
): Promise<AskerRow[]> {
  const { rows } = await tx.query<Row>(
    `select request_id as "requestId", subject_id as "subjectId", sealed,
       changed_at as "changedAt", search_begun_at as "begunAt", search_by as by,
       search_ended_at as "endedAt", search_through as through, search_looked as looked,
       search_found as found, namesakes
     from preferences.request_asker where account_id = $1 and request_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(requestIds)],
  )
  return rows.map(toAsker)
}

export async function insertAsker(
  tx: Tx,
  accountId: AccountId,
  asker: Pick<AskerRow, 'requestId' | 'subjectId' | 'sealed' | 'changedAt'> & AskerTags,
): Promise<void> {
  const { requestId, subjectId, sealed, changedAt, numberTag, emailTag } = asker
  await tx.query(
    `insert into preferences.request_asker
       (account_id, request_id, subject_id, sealed, changed_at, number_tag, email_tag, is_tagged)
     values ($1, $2, $3, $4, $5, $6, $7, true)`,
    [accountId, requestId, subjectId, sealed, toTimestamp(changedAt), numberTag, emailTag],
  )
}

/** What they gave is more than before: what was searched with less says nothing any more. */
export async function changeAsker(
  tx: Tx,
  accountId: AccountId,
  asker: Pick<AskerRow, 'requestId' | 'sealed' | 'changedAt'> & AskerTags,
): Promise<void> {
  const { requestId, sealed, changedAt, numberTag, emailTag } = asker
  await tx.query(
    `update preferences.request_asker set sealed = $3, changed_at = $4, number_tag = $5,
       email_tag = $6, is_tagged = true, search_begun_at = null, search_by = null,
       search_ended_at = null, search_through = null, search_looked = 0, search_found = null,
       namesakes = '{}'
     where account_id = $1 and request_id = $2`,
    [accountId, requestId, sealed, toTimestamp(changedAt), numberTag, emailTag],
  )
}

export async function keepSearch(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
  search: AskerSearch,
): Promise<void> {
  const { begunAt, by, endedAt, through, looked, found, namesakes } = search
  await tx.query(
    `update preferences.request_asker set search_begun_at = $3, search_by = $4,
       search_ended_at = $5, search_through = $6, search_looked = $7, search_found = $8,
       namesakes = $9
     where account_id = $1 and request_id = $2`,
    [
      ...[accountId, requestId, toTimestamp(begunAt), by],
      ...[endedAt === null ? null : toTimestamp(endedAt), through, looked],
      ...[JSON.stringify(found), arrayOf.uuid(namesakes)],
    ],
  )
}

/** With the answer nobody needs to know any more whose name it was. */
export async function forgetNamesakes(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<void> {
  await tx.query(
    `update preferences.request_asker set namesakes = '{}'
     where account_id = $1 and request_id = $2`,
    [accountId, requestId],
  )
}

export async function deleteAsker(tx: Tx, accountId: AccountId, requestId: string): Promise<void> {
  await tx.query(
    'delete from preferences.request_asker where account_id = $1 and request_id = $2',
    [accountId, requestId],
  )
}

/** The request is the contact's from here on, its texts sealed under their key. */
export async function moveRequest(
  tx: Tx,
  accountId: AccountId,
  moved: {
    id: string
    subjectId: SubjectId
    contactId: ContactId
    toldSealed: Buffer | null
    identity: IdentityLevel
    identityWhy: IdentityWhy
    dueAt: Instant
  },
): Promise<void> {
  await tx.query(
    `update preferences.request set subject_id = $3, contact_id = $4, told_sealed = $5,
       identity = $6, identity_why = $7, due_at = $8, paused_at = null
     where account_id = $1 and request_id = $2 and answered_at is null`,
    [
      ...[accountId, moved.id, moved.subjectId, moved.contactId, moved.toldSealed],
      ...[moved.identity, moved.identityWhy, toTimestamp(moved.dueAt)],
    ],
  )
}

export async function moveStep(
  tx: Tx,
  accountId: AccountId,
  moved: { id: string; requestId: string; subjectId: SubjectId; textSealed: Buffer | null },
): Promise<void> {
  await tx.query(
    `update preferences.request_step set subject_id = $4, text_sealed = $5
     where account_id = $1 and request_id = $2 and step_id = $3`,
    [accountId, moved.requestId, moved.id, moved.subjectId, moved.textSealed],
  )
}

export async function moveFile(
  tx: Tx,
  accountId: AccountId,
  moved: { id: string; subjectId: SubjectId; sealed: Buffer },
): Promise<void> {
  await tx.query(
    `update preferences.request_file set subject_id = $3, sealed = $4
     where account_id = $1 and file_id = $2`,
    [accountId, moved.id, moved.subjectId, moved.sealed],
  )
}

/** Of requests that were answered before then: rows that go, and whose keys go with them. */
export async function deleteOldAskers(
  tx: Tx,
  accountId: AccountId,
  {
    answeredBefore,
    erasedAnsweredBefore,
    limit,
  }: { answeredBefore: Instant; erasedAnsweredBefore: Instant; limit: number },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ subjectId: SubjectId }>(
    `delete from preferences.request_asker where account_id = $1 and request_id in (
       select a.request_id from preferences.request_asker a
       join preferences.request r on r.account_id = a.account_id and r.request_id = a.request_id
       where a.account_id = $1 and (r.answered_at <= $2
         or (a.is_number_erased and r.answered_at <= $3)) limit $4)
     returning subject_id as "subjectId"`,
    [accountId, toTimestamp(answeredBefore), toTimestamp(erasedAnsweredBefore), limit],
  )
  return rows.map(({ subjectId }) => subjectId)
}
