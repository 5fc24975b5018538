// SQL of the messages themselves: terms, the big row, what the gate asks of the past.
import type {
  AccountId,
  CampaignId,
  ContactId,
  ControllerId,
  Instant,
  MessageId,
  RouteId,
  SubjectId,
} from '../kernel/index.ts'
import { type CopyColumn, type Tx, toTimestamp } from '../storage/index.ts'
import type { AlertBasis, MessageClass } from './contract.ts'
import type { Terms } from './send-order.ts'

export async function keepTerms(
  tx: Tx,
  accountId: AccountId,
  terms: Terms,
  at: Instant,
): Promise<void> {
  await tx.query(
    {
      name: 'sending_keep_terms',
      text: `
insert into sending.terms (account_id, id, class, basis, purpose, controller_id, route_id,
  supplier_id, sender, if_unsure, rule_pack, override_reason, override_by, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    },
    [
      accountId,
      terms.id,
      terms.class,
      terms.basis,
      terms.purpose,
      terms.controllerId,
      terms.routeId,
      terms.supplierId,
      terms.sender,
      terms.ifUnsure,
      terms.rulePack,
      terms.overrideReason,
      terms.overrideBy,
      toTimestamp(at),
    ],
  )
}

type TermsRow = {
  id: string
  class: MessageClass
  basis: AlertBasis | null
  purpose: string | null
  controller_id: ControllerId
  route_id: RouteId
  supplier_id: string | null
  sender: string
  if_unsure: Terms['ifUnsure']
  rule_pack: string
  override_reason: string | null
  override_by: string | null
}

export async function readTerms(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<Map<string, Terms>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.query<TermsRow>(
    'select * from sending.terms where account_id = $1 and id = any($2::uuid[])',
    [accountId, ids],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        class: row.class,
        basis: row.basis,
        purpose: row.purpose,
        controllerId: row.controller_id,
        routeId: row.route_id,
        supplierId: row.supplier_id,
        sender: row.sender,
        ifUnsure: row.if_unsure,
        rulePack: row.rule_pack,
        overrideReason: row.override_reason,
        overrideBy: row.override_by,
      },
    ]),
  )
}

/** A message as it is accepted. `refusal` null: it goes into the queue. */
export type NewMessage = {
  id: MessageId
  termsId: string
  routeId: string
  campaignId: CampaignId | null
  contactId: ContactId | null
  subjectId: SubjectId
  numberTag: Buffer
  bodySealed: Buffer
  isMarketing: boolean
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

const stagedColumns: readonly CopyColumn[] = [
  { name: 'batch_id', type: 'uuid' },
  { name: 'account_id', type: 'uuid' },
  { name: 'id', type: 'uuid' },
  { name: 'terms_id', type: 'uuid' },
  { name: 'campaign_id', type: 'uuid' },
  { name: 'contact_id', type: 'uuid' },
  { name: 'subject_id', type: 'uuid' },
  { name: 'number_tag', type: 'bytea' },
  { name: 'body_sealed', type: 'bytea' },
  { name: 'is_marketing', type: 'bool' },
  { name: 'country', type: 'text' },
  { name: 'territory', type: 'text' },
  { name: 'zone', type: 'text' },
  { name: 'postcode_area', type: 'text' },
  { name: 'encoding', type: 'text' },
  { name: 'parts', type: 'int2' },
  { name: 'price_micro_eur', type: 'int8' },
  { name: 'consent_entry_id', type: 'uuid' },
  { name: 'wording_id', type: 'uuid' },
  { name: 'checks', type: 'text' },
  { name: 'hold', type: 'text' },
  { name: 'hold_until', type: 'timestamptz' },
  { name: 'not_before', type: 'timestamptz' },
  { name: 'useful_until', type: 'timestamptz' },
  { name: 'reference', type: 'text' },
  { name: 'accepted_at', type: 'timestamptz' },
  { name: 'refusal', type: 'text' },
]

function stagedRow(batch: MessageBatch, message: NewMessage): readonly unknown[] {
  return [
    batch.id,
    batch.accountId,
    message.id,
    message.termsId,
    message.campaignId,
    message.contactId,
    message.subjectId,
    message.numberTag,
    message.bodySealed,
    message.isMarketing,
    message.country,
    message.territory,
    message.zone,
    message.postcodeArea,
    message.encoding,
    message.parts,
    message.priceMicroEur,
    message.consentEntryId,
    message.wordingId,
    message.checks,
    message.hold,
    message.holdUntil,
    message.notBefore,
    message.usefulUntil,
    message.reference,
    batch.at,
    message.refusal,
  ]
}

export type MessageBatch = {
  id: string
  accountId: AccountId
  at: Instant
  messages: readonly NewMessage[]
}

// A number that the campaign has written to already is passed over: accepting again does no harm.
const moveStatement = {
  name: 'sending_move_staged',
  text: `
with kept as (
  insert into sending.message (account_id, id, terms_id, campaign_id, contact_id, subject_id,
    number_tag, body_sealed, is_marketing, country, territory, zone, postcode_area, encoding, parts,
    price_micro_eur, consent_entry_id, wording_id, checks, hold, hold_until, not_before,
    useful_until, reference, accepted_at)
  select account_id, id, terms_id, campaign_id, contact_id, subject_id, number_tag, body_sealed,
    is_marketing, country, territory, zone, postcode_area, encoding, parts, price_micro_eur,
    consent_entry_id, wording_id, checks, hold, hold_until, not_before, useful_until, reference,
    accepted_at
  from sending.staged_message where batch_id = $1 and account_id = $2
  on conflict do nothing
  returning account_id, id, terms_id, campaign_id, is_marketing, parts, hold, hold_until,
    useful_until, accepted_at
), refused as (
  insert into sending.outcome (account_id, message_id, state, reason, campaign_id, at)
  select s.account_id, s.id, 'refused', s.refusal, s.campaign_id, s.accepted_at
  from kept k join sending.staged_message s on s.batch_id = $1 and s.id = k.id
  where s.refusal is not null
  returning message_id
), queued as (
  insert into sending.queue (account_id, message_id, route_id, priority, due_at, expires_at,
    campaign_id, parts, parts_done, attempt, may_repeat, hold)
  select k.account_id, k.id, t.route_id, k.is_marketing::integer,
    coalesce(k.hold_until, k.accepted_at), k.useful_until, k.campaign_id, k.parts, 0, 1,
    t.if_unsure = 'twice_rather_than_never', k.hold
  from kept k
  join sending.terms t on t.account_id = k.account_id and t.id = k.terms_id
  where not exists (select 1 from refused r where r.message_id = k.id)
)
select count(*) as kept from kept`,
}

/** COPY into staging, then one statement into message, queue and outcome. Returns how many stay. */
export async function insertMessages(tx: Tx, batch: MessageBatch): Promise<number> {
  if (batch.messages.length === 0) return 0
  await tx.copyIn(
    'sending.staged_message',
    stagedColumns,
    batch.messages.map((message) => stagedRow(batch, message)),
  )
  const { rows } = await tx.query<{ kept: number }>(moveStatement, [batch.id, batch.accountId])
  await tx.query(
    {
      name: 'sending_clear_staged',
      text: 'delete from sending.staged_message where batch_id = $1',
    },
    [batch.id],
  )
  return rows[0]?.kept ?? 0
}

/** How many marketing messages each number was to get since an instant, those called off apart. */
export async function recentMarketing(
  tx: Tx,
  accountId: AccountId,
  input: { tags: readonly Buffer[]; since: Instant },
): Promise<Map<string, number>> {
  if (input.tags.length === 0) return new Map()
  const { rows } = await tx.query<{ number_tag: Buffer; messages: number }>(
    {
      name: 'sending_recent_marketing',
      text: `
select m.number_tag, count(*) as messages
from sending.message m
where m.account_id = $1 and m.number_tag = any($2::bytea[])
  and m.is_marketing and m.accepted_at > $3
  and not exists (select 1 from sending.outcome o
    where o.account_id = m.account_id and o.message_id = m.id
      and o.state in ('refused', 'cancelled'))
group by m.number_tag`,
    },
    [accountId, input.tags, toTimestamp(input.since)],
  )
  return new Map(rows.map((row) => [row.number_tag.toString('hex'), row.messages]))
}

/** The numbers of these whose reply waits to be read. */
export async function underReview(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Buffer[],
): Promise<Set<string>> {
  if (tags.length === 0) return new Set()
  const { rows } = await tx.query<{ number_tag: Buffer }>(
    {
      name: 'sending_under_review',
      text: `
select number_tag from sending.inbound
where account_id = $1 and number_tag = any($2::bytea[]) and needs_review and reviewed_at is null`,
    },
    [accountId, tags],
  )
  return new Set(rows.map((row) => row.number_tag.toString('hex')))
}

/** What is needed of a message as it leaves. */
export type LeavingMessage = {
  id: MessageId
  termsId: string
  subjectId: SubjectId
  numberTag: Buffer
  bodySealed: Buffer | null
  isMarketing: boolean
  country: string
  territory: string
  postcodeArea: string | null
  notBefore: Instant | null
  usefulUntil: Instant | null
}

export async function readLeaving(
  tx: Tx,
  accountId: AccountId,
  ids: readonly MessageId[],
): Promise<Map<MessageId, LeavingMessage>> {
  const { rows } = await tx.query<{
    id: MessageId
    terms_id: string
    subject_id: SubjectId
    number_tag: Buffer
    body_sealed: Buffer | null
    is_marketing: boolean
    country: string
    territory: string
    postcode_area: string | null
    not_before: Instant | null
    useful_until: Instant | null
  }>(
    {
      name: 'sending_read_leaving',
      text: `
select id, terms_id, subject_id, number_tag, body_sealed, is_marketing, country, territory,
  postcode_area, not_before, useful_until
from sending.message where account_id = $1 and id = any($2::uuid[])`,
    },
    [accountId, ids],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        termsId: row.terms_id,
        subjectId: row.subject_id,
        numberTag: row.number_tag,
        bodySealed: row.body_sealed,
        isMarketing: row.is_marketing,
        country: row.country,
        territory: row.territory,
        postcodeArea: row.postcode_area,
        notBefore: row.not_before,
        usefulUntil: row.useful_until,
      },
    ]),
  )
}

/** Marketing to a number without a final state; of one controller's purpose, where it is named. */
export async function openMarketingOfNumber(
  tx: Tx,
  number: {
    accountId: AccountId
    numberTag: Buffer
    only?: { controllerId: ControllerId; purpose: string } | null
  },
): Promise<MessageId[]> {
  const { accountId, numberTag, only } = number
  const { rows } = await tx.query<{ id: MessageId }>(
    `select m.id from sending.message m
     where m.account_id = $1 and m.number_tag = $2 and m.is_marketing
       and not exists (select 1 from sending.outcome o
         where o.account_id = m.account_id and o.message_id = m.id)
       and ($3::uuid is null or exists (select 1 from sending.terms t
         where t.account_id = m.account_id and t.id = m.terms_id
           and t.controller_id = $3 and t.purpose = $4))`,
    [accountId, numberTag, only?.controllerId ?? null, only?.purpose ?? null],
  )
  return rows.map((row) => row.id)
}

export async function readTally(
  tx: Tx,
  accountId: AccountId,
  campaignIds: readonly CampaignId[],
): Promise<Map<CampaignId, Map<string, number>>> {
  const found = new Map<CampaignId, Map<string, number>>()
  const { rows } = await tx.query<{ campaign_id: CampaignId; counter: string; value: number }>(
    `select campaign_id, counter, value from sending.tally
     where account_id = $1 and campaign_id = any($2::uuid[])`,
    [accountId, campaignIds],
  )
  for (const row of rows) {
    const counters = found.get(row.campaign_id) ?? new Map<string, number>()
    counters.set(row.counter, row.value)
    found.set(row.campaign_id, counters)
  }
  return found
}

/** Empties what is about a person; what remains says nothing of them. */
export async function eraseMessagesOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<number> {
  // A random tag, so that the row is found by no number and collides with no other.
  const messages = await tx.query(
    `update sending.message set body_sealed = null, contact_id = null,
       number_tag = uuid_send(gen_random_uuid())
     where account_id = $1 and subject_id = $2 and body_sealed is not null`,
    [accountId, subjectId],
  )
  const inbound = await tx.query(
    `update sending.inbound set body_sealed = null, contact_id = null, needs_review = false,
       number_tag = uuid_send(gen_random_uuid())
     where account_id = $1 and subject_id = $2 and body_sealed is not null`,
    [accountId, subjectId],
  )
  return messages.rowCount + inbound.rowCount
}

/** A person's messages that still wait; an erasure takes them out of the queue. */
export async function waitingOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<MessageId[]> {
  const { rows } = await tx.query<{ id: MessageId }>(
    `select m.id from sending.message m
     join sending.queue q on q.account_id = m.account_id and q.message_id = m.id
     where m.account_id = $1 and m.subject_id = $2`,
    [accountId, subjectId],
  )
  return rows.map((row) => row.id)
}
