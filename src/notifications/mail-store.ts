// The SQL of mails: written, sent or given up, shown, deleted.
import type { AccountId, Instant, Language, SubjectId } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { MailState } from './contract.ts'
import type { MailError } from './smtp.ts'

export type MailRow = {
  mailId: string
  accountId: AccountId | null
  contentSealed: Buffer | null
  /** A slot of its account; null: sealed for the installation. */
  contentKey: SubjectId | null
  language: Language
  state: MailState
  timesTried: number
  lastError: MailError | null
  lastStatus: number | null
  createdAt: Instant
  endedAt: Instant | null
}

const columns = `mail_id as "mailId", for_account as "accountId",
  content_sealed as "contentSealed", content_key as "contentKey", language,
  state, times_tried as "timesTried",
  last_error as "lastError", last_status as "lastStatus",
  created_at as "createdAt", ended_at as "endedAt"`

/** False when this mail was written before. */
export async function insertMail(
  tx: Tx,
  mail: Pick<MailRow, 'mailId' | 'accountId' | 'language' | 'createdAt' | 'contentKey'> & {
    contentSealed: Buffer
    state: 'waiting' | 'kept'
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into notifications.mail (mail_id, for_account, content_sealed, content_key,
       language, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      mail.mailId,
      mail.accountId,
      mail.contentSealed,
      mail.contentKey,
      mail.language,
      mail.state,
      toTimestamp(mail.createdAt),
    ],
  )
  return rowCount === 1
}

export async function findMail(tx: Tx, mailId: string): Promise<MailRow | null> {
  const { rows } = await tx.query<MailRow>(
    `select ${columns} from notifications.mail where mail_id = $1`,
    [mailId],
  )
  return rows[0] ?? null
}

/** What it said, and to whom, is not kept once nothing more is done with it. */
export async function endMail(
  tx: Tx,
  ended: { mailId: string; state: 'sent' | 'failed'; at: Instant },
): Promise<void> {
  await tx.query(
    `update notifications.mail set state = $2, ended_at = $3, content_sealed = null,
       content_key = null, times_tried = times_tried + case when $2 = 'sent' then 1 else 0 end,
       last_error = case when $2 = 'sent' then null else last_error end,
       last_status = case when $2 = 'sent' then null else last_status end
     where mail_id = $1 and state = 'waiting'`,
    [ended.mailId, ended.state, toTimestamp(ended.at)],
  )
}

export async function keepTry(
  tx: Tx,
  tried: { mailId: string; error: MailError; status: number | null },
): Promise<void> {
  await tx.query(
    `update notifications.mail set times_tried = times_tried + 1, last_error = $2, last_status = $3
     where mail_id = $1 and state = 'waiting'`,
    [tried.mailId, tried.error, tried.status],
  )
}

/** Of these mails: those that nobody took in the end, and those that wait for their end still. */
export async function mailsStanding(
  tx: Tx,
  mailIds: readonly string[],
): Promise<{ givenUp: Set<string>; waiting: Set<string> }> {
  const { rows } = await tx.query<{ id: string; state: 'failed' | 'waiting' }>(
    `select mail_id as id, state from notifications.mail
     where mail_id = any($1::uuid[]) and state in ('failed', 'waiting')`,
    [mailIds],
  )
  const those = (state: 'failed' | 'waiting') =>
    new Set(rows.filter((row) => row.state === state).map(({ id }) => id))
  return { givenUp: those('failed'), waiting: those('waiting') }
}

export type MailPlace = { at: Instant; id: string }

export type MailPage = { state: MailState | null; before: MailPlace | null; limit: number }

/** Newest first. `keptFor`: of this account alone, and of it what is kept for a screen. */
export async function listMails(
  tx: Tx,
  page: MailPage & { keptFor: AccountId | null },
): Promise<MailRow[]> {
  const { state, before, keptFor } = page
  const values: unknown[] = [page.limit]
  const given = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  const where = [
    ...(state === null ? [] : [`state = ${given(state, 'text')}`]),
    ...(keptFor === null ? [] : [`for_account = ${given(keptFor, 'uuid')} and state = 'kept'`]),
    ...(before === null
      ? []
      : [
          `(created_at, mail_id) < (${given(toTimestamp(before.at), 'timestamptz')},
            ${given(before.id, 'uuid')})`,
        ]),
  ]
  const { rows } = await tx.query<MailRow>(
    `select ${columns} from notifications.mail
     ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
     order by created_at desc, mail_id desc limit $1`,
    values,
  )
  return rows
}

export async function countMails(
  tx: Tx,
  since: Instant,
): Promise<{ waiting: number; sent: number; failed: number }> {
  const { rows } = await tx.query<{ waiting: number; sent: number; failed: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
       count(*) filter (where state = 'sent' and created_at >= $1)::int as sent,
       count(*) filter (where state = 'failed' and created_at >= $1)::int as failed
     from notifications.mail where state = 'waiting' or created_at >= $1`,
    [toTimestamp(since)],
  )
  return rows[0] ?? { waiting: 0, sent: 0, failed: 0 }
}

/** What still waits is not deleted: its job ends it. What has a key goes with its account's. */
export async function deleteOldMails(
  tx: Tx,
  before: { kept: Instant; ended: Instant },
): Promise<void> {
  await tx.query(
    `delete from notifications.mail
     where content_key is null
       and ((state = 'kept' and created_at < $1)
         or (state in ('sent', 'failed') and created_at < $2))`,
    [toTimestamp(before.kept), toTimestamp(before.ended)],
  )
}

/** Those of the account that nobody reads on a screen any more; the keys that go with them. */
export async function deleteOldKeyed(
  tx: Tx,
  accountId: AccountId,
  keptBefore: Instant,
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ key: SubjectId }>(
    `delete from notifications.mail
     where for_account = $1 and content_key is not null and state = 'kept' and created_at < $2
     returning content_key as key`,
    [accountId, toTimestamp(keptBefore)],
  )
  return rows.map(({ key }) => key)
}
