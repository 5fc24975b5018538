// The SQL that finds people who ask and are no contact again, by their number or e-mail.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import type { RequestKind } from '../contract.ts'
import type { AskerTags } from './asker-store.ts'

export type SameAsker = {
  id: string
  kind: RequestKind
  askedAt: Instant
  answeredAt: Instant | null
}

/** Other requests of people who are no contact, with one of these tags; the newest first. */
export async function requestsOfSame(
  tx: Tx,
  accountId: AccountId,
  { requestId, numberTag, emailTag, limit }: AskerTags & { requestId: string; limit: number },
): Promise<SameAsker[]> {
  const { rows } = await tx.query<SameAsker>(
    `select r.request_id as id, r.kind, r.asked_at as "askedAt", r.answered_at as "answeredAt"
     from preferences.request_asker a
     join preferences.request r on r.account_id = a.account_id and r.request_id = a.request_id
     where a.account_id = $1 and a.request_id <> $2 and (a.number_tag = $3 or a.email_tag = $4)
     order by r.asked_at desc, r.request_id desc limit $5`,
    [accountId, requestId, numberTag, emailTag, limit],
  )
  return rows
}

/** Those that still wait for an answer go some time after it. */
export async function markNumbersErased(
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<void> {
  await tx.query(
    `update preferences.request_asker set is_number_erased = true
     where account_id = $1 and number_tag = any($2::bytea[])`,
    [accountId, arrayOf.bytea(numberTags)],
  )
}

/** Of answered requests: rows that go, and whose keys go with them. */
export async function takeAnsweredAskers(
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ subjectId: SubjectId }>(
    `delete from preferences.request_asker a using preferences.request r
     where a.account_id = $1 and a.number_tag = any($2::bytea[])
       and r.account_id = a.account_id and r.request_id = a.request_id
       and r.answered_at is not null
     returning a.subject_id as "subjectId"`,
    [accountId, arrayOf.bytea(numberTags)],
  )
  return rows.map(({ subjectId }) => subjectId)
}

/** Requests whose asker was written down by a version that kept no tags. */
export async function untaggedAskers(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select request_id as id from preferences.request_asker
     where account_id = $1 and not is_tagged order by request_id limit $2 for update`,
    [accountId, limit],
  )
  return rows.map(({ id }) => id)
}

export async function tagAsker(
  tx: Tx,
  accountId: AccountId,
  { requestId, numberTag, emailTag }: AskerTags & { requestId: string },
): Promise<void> {
  await tx.query(
    `update preferences.request_asker set number_tag = $3, email_tag = $4, is_tagged = true
     where account_id = $1 and request_id = $2`,
    [accountId, requestId, numberTag, emailTag],
  )
}
