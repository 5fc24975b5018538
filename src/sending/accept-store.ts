// SQL of accepting: many messages in three statements, each column of them as one binary array.
import type {
  AccountId,
  CampaignId,
  ContactId,
  Instant,
  MessageId,
  SubjectId,
} from '../kernel/index.ts'
import {
  type ArrayColumn,
  type ArrayType,
  type ArrayValue,
  type Asks,
  columnArrays,
  type Tx,
  toTimestamp,
} from '../storage/index.ts'

/** A message as it is accepted. `refusal` null: it goes into the queue. */
export type NewMessage = {
  id: MessageId
  termsId: string
  routeId: string
  contactId: ContactId | null
  subjectId: SubjectId
  numberTag: Buffer
  bodySealed: Buffer
  isMarketing: boolean
  /** Twice is better than never. */
  mayRepeat: boolean
  country: string
  territory: string
  zone: string
  postcodeArea: string | null
  encoding: 'gsm7' | 'ucs2'
  parts: number
  priceMicroEur: number
  consentEntryId: string | null
  wordingId: string | null
  checks: string
  hold: string | null
  holdUntil: Instant | null
  notBefore: Instant | null
  usefulUntil: Instant | null
  reference: string | null
  refusal: string | null
}

export type MessageBatch = {
  accountId: AccountId
  campaignId: CampaignId | null
  at: Instant
  messages: readonly NewMessage[]
}

type Column = {
  [A in ArrayType]: { name: string; type: A; of(message: NewMessage): ArrayValue<A> }
}[ArrayType]

const messageColumns: readonly Column[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'terms_id', type: 'uuid', of: ({ termsId }) => termsId },
  { name: 'contact_id', type: 'uuid', of: ({ contactId }) => contactId },
  { name: 'subject_id', type: 'uuid', of: ({ subjectId }) => subjectId },
  { name: 'number_tag', type: 'bytea', of: ({ numberTag }) => numberTag },
  { name: 'body_sealed', type: 'bytea', of: ({ bodySealed }) => bodySealed },
  { name: 'is_marketing', type: 'bool', of: ({ isMarketing }) => isMarketing },
  { name: 'country', type: 'text', of: ({ country }) => country },
  { name: 'territory', type: 'text', of: ({ territory }) => territory },
  { name: 'zone', type: 'text', of: ({ zone }) => zone },
  { name: 'postcode_area', type: 'text', of: ({ postcodeArea }) => postcodeArea },
  { name: 'encoding', type: 'text', of: ({ encoding }) => encoding },
  { name: 'parts', type: 'int2', of: ({ parts }) => parts },
  { name: 'price_micro_eur', type: 'int8', of: ({ priceMicroEur }) => priceMicroEur },
  { name: 'consent_entry_id', type: 'uuid', of: ({ consentEntryId }) => consentEntryId },
  { name: 'wording_id', type: 'uuid', of: ({ wordingId }) => wordingId },
  { name: 'checks', type: 'text', of: ({ checks }) => checks },
  { name: 'hold', type: 'text', of: ({ hold }) => hold },
  { name: 'hold_until', type: 'timestamptz', of: ({ holdUntil }) => holdUntil },
  { name: 'not_before', type: 'timestamptz', of: ({ notBefore }) => notBefore },
  { name: 'useful_until', type: 'timestamptz', of: ({ usefulUntil }) => usefulUntil },
  { name: 'reference', type: 'text', of: ({ reference }) => reference },
]

/** When it is due is `hold_until`, or the instant of acceptance. */
const queueColumns: readonly Column[] = [
  { name: 'message_id', type: 'uuid', of: ({ id }) => id },
  { name: 'route_id', type: 'uuid', of: ({ routeId }) => routeId },
  // 0: alerts, always first. 1: marketing.
  { name: 'priority', type: 'int2', of: ({ isMarketing }) => (isMarketing ? 1 : 0) },
  { name: 'expires_at', type: 'timestamptz', of: ({ usefulUntil }) => usefulUntil },
  { name: 'parts', type: 'int2', of: ({ parts }) => parts },
  { name: 'may_repeat', type: 'bool', of: ({ mayRepeat }) => mayRepeat },
  { name: 'hold', type: 'text', of: ({ hold }) => hold },
  { name: 'due_at', type: 'timestamptz', of: ({ holdUntil }) => holdUntil },
]

const refusedColumns: readonly Column[] = [
  { name: 'message_id', type: 'uuid', of: ({ id }) => id },
  { name: 'reason', type: 'text', of: ({ refusal }) => refusal },
]

const sqlTypes: Partial<Record<ArrayType, string>> = {
  bool: 'boolean',
  int2: 'smallint',
  int8: 'bigint',
}

const names = (columns: readonly Column[]) => columns.map(({ name }) => name).join(', ')

/** The columns as rows, their parameters from `$first` on. */
function given(columns: readonly Column[], first: number): string {
  const casts = columns.map(({ type }, index) => `$${first + index}::${sqlTypes[type] ?? type}[]`)
  return `unnest(${casts.join(', ')}) as given (${names(columns)})`
}

function arrays(columns: readonly Column[], messages: readonly NewMessage[]): Buffer[] {
  const read = columns.map(({ type, of }) => [type, of] as ArrayColumn<NewMessage>)
  return columnArrays(messages, read)
}

const insertStatement = {
  name: 'sending_insert_messages',
  text: `
insert into sending.message (account_id, campaign_id, accepted_at, ${names(messageColumns)})
select $1::uuid, $2::uuid, $3::timestamptz, given.* from ${given(messageColumns, 4)}`,
}

// A person whom the campaign has written to already is passed over.
const insertNewStatement = {
  name: 'sending_insert_new_messages',
  text: `
${insertStatement.text}
on conflict (account_id, campaign_id, subject_id) where campaign_id is not null do nothing
returning id`,
}

const reachStatement = {
  name: 'sending_reach',
  text: `
insert into sending.campaign_reach as reach (account_id, campaign_id, last_at)
values ($1, $2, $3)
on conflict (account_id, campaign_id) do update set last_at = greatest(reach.last_at, $3)`,
}

const queueStatement = {
  name: 'sending_queue_messages',
  text: `
insert into sending.queue (account_id, campaign_id, parts_done, attempt,
  message_id, route_id, priority, expires_at, parts, may_repeat, hold, due_at)
select $1::uuid, $2::uuid, 0, 1, message_id, route_id, priority, expires_at, parts, may_repeat,
  hold, coalesce(due_at, $3::timestamptz)
from ${given(queueColumns, 4)}`,
}

const refuseStatement = {
  name: 'sending_refuse_messages',
  text: `
insert into sending.outcome (account_id, campaign_id, at, state, message_id, reason)
select $1::uuid, $2::uuid, $3::timestamptz, 'refused', message_id, reason
from ${given(refusedColumns, 4)}`,
}

/** Into message, and on into the queue or to the final state. None of them is there already. */
export function addMessages(to: Asks, batch: MessageBatch): void {
  const { campaignId, messages } = batch
  if (messages.length === 0) return
  const head = headOf(batch)
  to.ask(insertStatement, [...head, ...arrays(messageColumns, messages)])
  if (campaignId !== null) to.ask(reachStatement, reachOf(batch))
  goOn(to, head, messages)
}

/** The same, for those to whom the campaign has not written already; returns these. */
export async function addNewMessages(tx: Tx, batch: MessageBatch): Promise<readonly NewMessage[]> {
  const { campaignId, messages } = batch
  if (messages.length === 0) return []
  const head = headOf(batch)
  const { rows } = await tx.query<{ id: MessageId }>(insertNewStatement, [
    ...head,
    ...arrays(messageColumns, messages),
  ])
  const ids = new Set(rows.map(({ id }) => id))
  const kept = messages.filter(({ id }) => ids.has(id))
  await tx.together((to) => {
    if (campaignId !== null) to.ask(reachStatement, reachOf(batch))
    goOn(to, head, kept)
  })
  return kept
}

const headOf = ({ accountId, campaignId, at }: MessageBatch) => [
  accountId,
  campaignId,
  toTimestamp(at),
]

/** Until when it reaches somebody: what waits for its day counts to that day. */
function reachOf({ accountId, campaignId, at, messages }: MessageBatch) {
  const lastAt = messages.reduce((last, { notBefore }) => Math.max(last, notBefore ?? at), at)
  return [accountId, campaignId, toTimestamp(lastAt)]
}

function goOn(to: Asks, head: unknown[], messages: readonly NewMessage[]): void {
  const waiting = messages.filter(({ refusal }) => refusal === null)
  const refused = messages.filter(({ refusal }) => refusal !== null)
  if (waiting.length > 0) to.ask(queueStatement, [...head, ...arrays(queueColumns, waiting)])
  if (refused.length > 0) to.ask(refuseStatement, [...head, ...arrays(refusedColumns, refused)])
}
