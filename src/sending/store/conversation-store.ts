// SQL of the conversations of the inbox: one row a person who wrote.
import type {
  AccountId,
  ContactId,
  Instant,
  MessageId,
  SubjectId,
  UserId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { InboxShow } from '../contract.ts'

export type Conversation = {
  id: string
  subjectId: SubjectId
  contactId: ContactId | null
  lastReplyId: string
  lastAt: Instant
  isUndecided: boolean
  doneAt: Instant | null
  assignedTo: UserId | null
}

/** A place in the list; in that of the done ones nothing is undecided. */
export type ConversationPlace = { undecided: number; at: Instant; id: string }

const columns = `id, subject_id as "subjectId", contact_id as "contactId",
  last_reply_id as "lastReplyId", last_at as "lastAt", undecided as "isUndecided",
  done_at as "doneAt", assigned_to as "assignedTo"`

/**
 * A reply opens its conversation, or opens it again. A STOP waits for nobody: it took effect by
 * itself, so it opens none, and leaves one that is open as it is. Answers whom it is assigned to.
 */
export async function openConversation(
  tx: Tx,
  accountId: AccountId,
  reply: {
    id: string
    subjectId: SubjectId
    contactId: ContactId | null
    kind: string
    needsReview: boolean
    receivedAt: Instant
  },
): Promise<UserId | null> {
  const { rows } = await tx.query<{ assignedTo: UserId | null }>(
    `insert into sending.conversation as c (account_id, id, subject_id, contact_id, last_reply_id,
       last_at, undecided, done_at)
     values ($1, $2, $3, $4, $2, $5, $6, case when $7 then $5::timestamptz end)
     on conflict (account_id, subject_id) do update set
       contact_id = excluded.contact_id, last_reply_id = excluded.last_reply_id,
       last_at = greatest(c.last_at, excluded.last_at),
       undecided = c.undecided or excluded.undecided,
       done_at = case when $7 then c.done_at end
     returning c.assigned_to as "assignedTo"`,
    [
      accountId,
      reply.id,
      reply.subjectId,
      reply.contactId,
      toTimestamp(reply.receivedAt),
      reply.needsReview,
      reply.kind === 'stop',
    ],
  )
  return rows[0]?.assignedTo ?? null
}

/** Nothing of these people is doubtful any more; who said STOP waits for no answer either. */
export async function settleConversations(
  tx: Tx,
  accountId: AccountId,
  settled: { subjects: readonly SubjectId[]; meaning: 'stop' | 'not_a_stop'; at: Instant },
): Promise<void> {
  await tx.query(
    `update sending.conversation set undecided = false,
       done_at = case when $3 then coalesce(done_at, $4) else done_at end
     where account_id = $1 and subject_id = any($2::uuid[])`,
    [
      accountId,
      arrayOf.uuid(settled.subjects),
      settled.meaning === 'stop',
      toTimestamp(settled.at),
    ],
  )
}

/** Each says the condition of its index, so that a page is read from the index alone. */
const shownOf = (user: string): Record<InboxShow, string> => ({
  decide: 'done_at is null and undecided',
  open: 'done_at is null',
  mine: `done_at is null and assigned_to is not null and assigned_to = ${user}`,
  done: 'done_at is not null',
})

export async function listConversations(
  tx: Tx,
  accountId: AccountId,
  page: { show: InboxShow; user: UserId | null; after: ConversationPlace | null; limit: number },
): Promise<Conversation[]> {
  const { show, after } = page
  const values: unknown[] = [accountId, page.limit]
  const given = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  const isDone = show === 'done'
  const shown = shownOf(show === 'mine' ? given(page.user, 'uuid') : '')[show]
  const keys = isDone ? ['last_at', 'id'] : ['undecided', 'last_at', 'id']
  const places =
    after === null
      ? []
      : [
          ...(isDone ? [] : [given(after.undecided === 1, 'boolean')]),
          given(toTimestamp(after.at), 'timestamptz'),
          given(after.id, 'uuid'),
        ]
  const beyond = after === null ? '' : `and (${keys.join(', ')}) < (${places.join(', ')})`
  const { rows } = await tx.query<Conversation>(
    `select ${columns} from sending.conversation
     where account_id = $1 and ${shown} ${beyond}
     order by ${keys.map((key) => `${key} desc`).join(', ')} limit $2`,
    values,
  )
  return rows
}

export async function findConversation(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Conversation | null> {
  const { rows } = await tx.query<Conversation>(
    `select ${columns} from sending.conversation where account_id = $1 and id = $2`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** Counted as far as `most`, each from its index. */
export async function countConversations(
  tx: Tx,
  accountId: AccountId,
  asked: { user: UserId | null; most: number },
): Promise<{ decide: number; open: number; mine: number }> {
  const shown = shownOf('$2::uuid')
  const counted = (show: InboxShow) =>
    `(select count(*) from (select from sending.conversation
      where account_id = $1 and ${shown[show]} limit $3) found)`
  const { rows } = await tx.query<{ decide: number; open: number; mine: number }>(
    `select ${counted('decide')} as decide, ${counted('open')} as open, ${counted('mine')} as mine`,
    [accountId, asked.user, asked.most],
  )
  return rows[0] ?? { decide: 0, open: 0, mine: 0 }
}

export async function assignConversation(
  tx: Tx,
  accountId: AccountId,
  given: { id: string; to: UserId | null },
): Promise<void> {
  await tx.query(
    'update sending.conversation set assigned_to = $3 where account_id = $1 and id = $2',
    [accountId, given.id, given.to],
  )
}

/** False when something of it is still doubtful, or it is gone. */
export async function endConversation(
  tx: Tx,
  accountId: AccountId,
  ended: { id: string; at: Instant | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update sending.conversation
     set done_at = case when $3::timestamptz is null then null else coalesce(done_at, $3) end
     where account_id = $1 and id = $2 and ($3::timestamptz is null or not undecided)`,
    [accountId, ended.id, ended.at === null ? null : toTimestamp(ended.at)],
  )
  return rowCount === 1
}

/** Before the message: it names this row, so that each answer is found from its reply. */
export async function insertAnswer(
  tx: Tx,
  accountId: AccountId,
  answer: { id: string; replyId: string; by: string | null; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into sending.inbox_answer (account_id, id, reply_id, written_by, written_at)
     values ($1, $2, $3, $4, $5)`,
    [accountId, answer.id, answer.replyId, answer.by, toTimestamp(answer.at)],
  )
}

export const answerReference = (answerId: string) => `inbox:${answerId}`

export type AnswerRow = { replyId: string; messageId: MessageId; by: string | null }

/** What was written back to these replies, the last of each, the oldest first. */
export async function answersTo(
  tx: Tx,
  accountId: AccountId,
  asked: { subjectId: SubjectId; replies: readonly string[]; most: number },
): Promise<AnswerRow[]> {
  const { rows } = await tx.query<AnswerRow>(
    `select a.reply_id as "replyId", m.id as "messageId", a.written_by as by
     from unnest($2::uuid[]) as r (id)
     cross join lateral (
       select * from sending.inbox_answer i
       where i.account_id = $1 and i.reply_id = r.id order by i.id desc limit $3
     ) a
     join sending.message m on m.account_id = $1 and m.reference = 'inbox:' || a.id
     where m.subject_id = $4
     order by m.id`,
    [accountId, arrayOf.uuid(asked.replies), asked.most, asked.subjectId],
  )
  return rows
}
