// SQL of the replies that came in, sealed.
import type {
  AccountId,
  CampaignId,
  ContactId,
  Instant,
  MessageId,
  RouteId,
  SubjectId,
  UserId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { InboundReview, inboundKinds, ReplyShow, RevealedReply } from '../contract.ts'
import { openConversation, settleConversations } from './conversation-store.ts'

export type InboundKind = (typeof inboundKinds)[number]

/** What somebody who has read a reply said of it. */
export type ReplyReview = InboundReview['meaning']

/**
 * What decided what a reply means when it came, and how surely; the words are sealed with it. Null
 * for one from before this was kept.
 */
export type Decided = {
  by: NonNullable<RevealedReply['by']>
  score: number | null
  model: string | null
}

export type Inbound = {
  id: string
  routeId: RouteId
  messageId: MessageId | null
  campaignId: CampaignId | null
  contactId: ContactId | null
  subjectId: SubjectId
  numberTag: Buffer
  bodySealed: Buffer | null
  kind: InboundKind
  decided: Decided | null
  needsReview: boolean
  /** The word alone with which somebody asks for their data. */
  asksForData: boolean
  review: ReplyReview | null
  receivedAt: Instant
}

/** Answers whom the conversation is assigned to. */
export async function insertInbound(
  tx: Tx,
  accountId: AccountId,
  inbound: Omit<Inbound, 'review'>,
): Promise<UserId | null> {
  await tx.query(
    `insert into sending.inbound (account_id, id, route_id, message_id, campaign_id, contact_id,
       subject_id, number_tag, body_sealed, kind, needs_review, received_at, decided_by,
       decided_score, decided_model, asks_for_data)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      accountId,
      inbound.id,
      inbound.routeId,
      inbound.messageId,
      inbound.campaignId,
      inbound.contactId,
      inbound.subjectId,
      inbound.numberTag,
      inbound.bodySealed,
      inbound.kind,
      inbound.needsReview,
      toTimestamp(inbound.receivedAt),
      inbound.decided?.by ?? null,
      inbound.decided?.score ?? null,
      inbound.decided?.model ?? null,
      inbound.asksForData,
    ],
  )
  return openConversation(tx, accountId, inbound)
}

type InboundRow = {
  id: string
  route_id: RouteId
  message_id: MessageId | null
  campaign_id: CampaignId | null
  contact_id: ContactId | null
  subject_id: SubjectId
  number_tag: Buffer
  body_sealed: Buffer | null
  kind: InboundKind
  needs_review: boolean
  asks_for_data: boolean
  reviewed_at: Instant | null
  review: ReplyReview | null
  received_at: Instant
  decided_by: Decided['by'] | null
  decided_score: number | null
  decided_model: string | null
}

function fromRow(row: InboundRow): Inbound {
  return {
    id: row.id,
    routeId: row.route_id,
    messageId: row.message_id,
    campaignId: row.campaign_id,
    contactId: row.contact_id,
    subjectId: row.subject_id,
    numberTag: row.number_tag,
    bodySealed: row.body_sealed,
    kind: row.kind,
    decided:
      row.decided_by === null
        ? null
        : { by: row.decided_by, score: row.decided_score, model: row.decided_model },
    needsReview: row.needs_review && row.reviewed_at === null,
    asksForData: row.asks_for_data,
    review: row.review,
    receivedAt: row.received_at,
  }
}

export type InboundWish = {
  before: string | null
  limit: number
  needsReview: boolean | null
  campaignId?: CampaignId | null
  /** Replies to one of these. */
  campaignIds?: readonly CampaignId[] | null
  show?: ReplyShow | null
  from?: Instant | null
}

/** As the figures count: what somebody said after reading counts before what was understood. */
const isStop = (of: string) => `(${of}.kind = 'stop' or ${of}.review = 'stop')`
const shown = {
  stops: `and ${isStop('i')}`,
  stopped: `and ${isStop('i')} and not exists (select from sending.inbound e
    where e.account_id = i.account_id and e.campaign_id = i.campaign_id
      and e.subject_id = i.subject_id and e.id < i.id and ${isStop('e')})`,
} as const satisfies Record<ReplyShow, string>

export async function listInbound(
  tx: Tx,
  accountId: AccountId,
  page: InboundWish,
): Promise<Inbound[]> {
  const { campaignId, campaignIds, show, from } = page
  const { rows } = await tx.query<InboundRow>(
    `select i.* from sending.inbound i
     where i.account_id = $1 and ($2::uuid is null or i.id < $2)
       and ($4::boolean is null or (i.needs_review and i.reviewed_at is null) = $4)
       and ($5::uuid[] is null or i.campaign_id = any($5))
       and ($6::timestamptz is null or i.received_at >= $6) ${show == null ? '' : shown[show]}
     order by i.id desc limit $3`,
    [
      ...[accountId, page.before, page.limit, page.needsReview],
      campaignId == null ? (campaignIds ?? null) : [campaignId],
      from == null ? null : toTimestamp(from),
    ],
  )
  return rows.map(fromRow)
}

/** These, as far as they are there; of one person alone where one is named. */
export async function inboundOf(
  tx: Tx,
  accountId: AccountId,
  asked: { ids: readonly string[]; subjectId?: SubjectId },
): Promise<Inbound[]> {
  if (asked.ids.length === 0) return []
  const { rows } = await tx.query<InboundRow>(
    `select * from sending.inbound
     where account_id = $1 and id = any($2::uuid[]) and ($3::uuid is null or subject_id = $3)`,
    [accountId, arrayOf.uuid(asked.ids), asked.subjectId ?? null],
  )
  return rows.map(fromRow)
}

/** A person's replies, the newest first. */
export async function inboundOfSubject(
  tx: Tx,
  accountId: AccountId,
  page: { subjectId: SubjectId; before: string | null; limit: number },
): Promise<Inbound[]> {
  const { rows } = await tx.query<InboundRow>(
    `select * from sending.inbound
     where account_id = $1 and subject_id = $2 and ($3::uuid is null or id < $3)
     order by id desc limit $4`,
    [accountId, page.subjectId, page.before, page.limit],
  )
  return rows.map(fromRow)
}

export async function findInbound(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Inbound | null> {
  const { rows } = await tx.query<InboundRow>(
    'select * from sending.inbound where account_id = $1 and id = $2',
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(rows[0])
}

/**
 * The reply as it stands, and nobody else's word on it or on what waits of its number until then.
 */
export async function lockInbound(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Inbound | null> {
  const found = await findInbound(tx, accountId, id)
  if (found === null) return null
  await tx.query(
    `select id from sending.inbound
     where account_id = $1
       and (id = $2 or (number_tag = $3 and needs_review and reviewed_at is null))
     order by id for update`,
    [accountId, id, found.numberTag],
  )
  return findInbound(tx, accountId, id)
}

/**
 * All replies of the number that wait are read with one word: they came from the same person. The
 * one that was read has it too, whether it waited or not. Which messages they answered is told.
 */
export async function reviewInboundOf(
  tx: Tx,
  accountId: AccountId,
  review: { id: string; numberTag: Buffer; meaning: ReplyReview; at: Instant },
): Promise<(MessageId | null)[]> {
  const { rows } = await tx.query<{ message_id: MessageId | null; subject_id: SubjectId }>(
    `update sending.inbound set reviewed_at = $4, review = $5
     where account_id = $1
       and (id = $2 or (number_tag = $3 and needs_review and reviewed_at is null))
     returning message_id, subject_id`,
    [accountId, review.id, review.numberTag, toTimestamp(review.at), review.meaning],
  )
  const subjects = [...new Set(rows.map((row) => row.subject_id))]
  await settleConversations(tx, accountId, { ...review, subjects })
  return rows.map((row) => row.message_id)
}

export async function countReplies(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<Map<InboundKind, number>> {
  const { rows } = await tx.query<{ kind: InboundKind; replies: number }>(
    `select kind, count(*) as replies from sending.inbound
     where account_id = $1 and campaign_id = $2 group by kind`,
    [accountId, campaignId],
  )
  return new Map(rows.map((row) => [row.kind, row.replies]))
}
