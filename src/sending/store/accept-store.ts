// SQL of accepting: many messages in three statements, each column of them as one binary array.
import type {
  AccountId,
  CampaignId,
  ContactId,
  Instant,
  MessageId,
  SubjectId,
} from '../../kernel/index.ts'
import {
  type Asks,
  type InsertColumn,
  InsertRows,
  type Tx,
  toTimestamp,
} from '../../storage/index.ts'
import { tellEndedInAnyAccount } from '../../webhooks/index.ts'
import { failureOf } from '../failure.ts'
import { addBundles } from './bundle-store.ts'

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
  /** `holdUntil`, or the instant of acceptance. */
  dueAt: Instant
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

type Column = InsertColumn<NewMessage>

// What all have of one text, of one place and of one length mostly is the same for a whole page.
const [ofText, ofPlace, ofLength] = [0, 1, 2] as const

const messageColumns: readonly Column[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'terms_id', type: 'uuid', alike: ofText, of: ({ termsId }) => termsId },
  { name: 'contact_id', type: 'uuid', of: ({ contactId }) => contactId },
  { name: 'subject_id', type: 'uuid', of: ({ subjectId }) => subjectId },
  { name: 'number_tag', type: 'bytea', of: ({ numberTag }) => numberTag },
  { name: 'body_sealed', type: 'bytea', of: ({ bodySealed }) => bodySealed },
  { name: 'is_marketing', type: 'bool', alike: ofText, of: ({ isMarketing }) => isMarketing },
  { name: 'country', type: 'text', alike: ofPlace, of: ({ country }) => country },
  { name: 'territory', type: 'text', alike: ofPlace, of: ({ territory }) => territory },
  { name: 'zone', type: 'text', alike: ofPlace, of: ({ zone }) => zone },
  { name: 'postcode_area', type: 'text', of: ({ postcodeArea }) => postcodeArea },
  { name: 'encoding', type: 'text', alike: ofLength, of: ({ encoding }) => encoding },
  { name: 'parts', type: 'int2', alike: ofLength, of: ({ parts }) => parts },
  {
    ...{ name: 'price_micro_eur', type: 'int8', alike: ofLength },
    of: ({ priceMicroEur }) => priceMicroEur,
  },
  { name: 'consent_entry_id', type: 'uuid', of: ({ consentEntryId }) => consentEntryId },
  { name: 'wording_id', type: 'uuid', alike: ofText, of: ({ wordingId }) => wordingId },
  { name: 'checks', type: 'text', alike: ofPlace, of: ({ checks }) => checks },
  { name: 'hold', type: 'text', alike: ofPlace, of: ({ hold }) => hold },
  { name: 'hold_until', type: 'timestamptz', alike: ofPlace, of: ({ holdUntil }) => holdUntil },
  { name: 'not_before', type: 'timestamptz', alike: ofText, of: ({ notBefore }) => notBefore },
  {
    name: 'useful_until',
    type: 'timestamptz',
    alike: ofText,
    of: ({ usefulUntil }) => usefulUntil,
  },
  { name: 'reference', type: 'text', alike: ofText, of: ({ reference }) => reference },
]

const headColumns = [
  { name: 'account_id', type: 'uuid' },
  { name: 'campaign_id', type: 'uuid' },
  { name: 'accepted_at', type: 'timestamptz' },
] as const

const messagePlan = {
  name: 'sending_insert_messages',
  table: 'sending.message',
  fixed: headColumns,
  columns: messageColumns,
}
const inserting = new InsertRows(messagePlan)
// A person whom the campaign has written to already is passed over.
const insertingNew = new InsertRows({
  ...messagePlan,
  name: 'sending_insert_new_messages',
  suffix: `
on conflict (account_id, campaign_id, subject_id) where campaign_id is not null do nothing
returning id`,
})

const queueing = new InsertRows<NewMessage>({
  name: 'sending_queue_messages',
  table: 'sending.queue',
  fixed: [
    { name: 'account_id', type: 'uuid' },
    { name: 'campaign_id', type: 'uuid' },
    { name: 'parts_done', type: 'int4' },
    { name: 'attempt', type: 'int2' },
  ],
  columns: [
    { name: 'message_id', type: 'uuid', of: ({ id }) => id },
    { name: 'route_id', type: 'uuid', alike: ofText, of: ({ routeId }) => routeId },
    // 0: alerts, always first. 1: marketing.
    {
      ...{ name: 'priority', type: 'int2', alike: ofText },
      of: ({ isMarketing }) => (isMarketing ? 1 : 0),
    },
    {
      name: 'expires_at',
      type: 'timestamptz',
      alike: ofText,
      of: ({ usefulUntil }) => usefulUntil,
    },
    { name: 'parts', type: 'int2', alike: ofLength, of: ({ parts }) => parts },
    { name: 'may_repeat', type: 'bool', alike: ofText, of: ({ mayRepeat }) => mayRepeat },
    { name: 'hold', type: 'text', alike: ofPlace, of: ({ hold }) => hold },
    { name: 'due_at', type: 'timestamptz', alike: ofPlace, of: ({ dueAt }) => dueAt },
  ],
})

const refusing = new InsertRows<NewMessage>({
  name: 'sending_refuse_messages',
  table: 'sending.outcome',
  fixed: [
    ...headColumns.slice(0, 2),
    { name: 'at', type: 'timestamptz' },
    { name: 'state', type: 'text' },
  ],
  columns: [
    { name: 'message_id', type: 'uuid', of: ({ id }) => id },
    { name: 'reason', type: 'text', of: ({ refusal }) => refusal },
  ],
})

const reachStatement = {
  name: 'sending_reach',
  text: `
insert into sending.campaign_reach as reach (account_id, campaign_id, last_at)
values ($1, $2, $3)
on conflict (account_id, campaign_id) do update set last_at = greatest(reach.last_at, $3)`,
}

/** Into message, and on into the queue or to the final state. None of them is there already. */
export function addMessages(to: Asks, batch: MessageBatch): void {
  const { campaignId, messages } = batch
  if (messages.length === 0) return
  to.ask(...inserting.of(messages, headOf(batch)))
  if (campaignId !== null) to.ask(reachStatement, reachOf(batch))
  goOn(to, batch, messages)
}

/** The same, for those to whom the campaign has not written already; returns these. */
export async function addNewMessages(tx: Tx, batch: MessageBatch): Promise<readonly NewMessage[]> {
  const { campaignId, messages } = batch
  if (messages.length === 0) return []
  const { rows } = await tx.query<{ id: MessageId }>(...insertingNew.of(messages, headOf(batch)))
  const ids = new Set(rows.map(({ id }) => id))
  const kept = messages.filter(({ id }) => ids.has(id))
  await tx.together((to) => {
    if (campaignId !== null) to.ask(reachStatement, reachOf(batch))
    goOn(to, batch, kept)
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

function goOn(to: Asks, batch: MessageBatch, messages: readonly NewMessage[]): void {
  const { accountId, campaignId } = batch
  const at = toTimestamp(batch.at)
  const refused: NewMessage[] = []
  const bundled: NewMessage[] = []
  const alone: NewMessage[] = []
  for (const message of messages) {
    if (message.refusal !== null) refused.push(message)
    else if (campaignId !== null && message.isMarketing && message.hold === null) {
      bundled.push(message)
    } else alone.push(message)
  }
  if (campaignId !== null) addBundles(to, { accountId, campaignId }, bundled)
  if (alone.length > 0) to.ask(...queueing.of(alone, [accountId, campaignId, 0, 1]))
  if (refused.length === 0) return
  to.ask(...refusing.of(refused, [accountId, campaignId, at, 'refused']))
  // Who sends one by one has it in the answer.
  if (campaignId === null) return
  tellEndedInAnyAccount(
    to,
    refused.map(({ id: messageId, refusal }) => ({
      ...{ accountId, campaignId, messageId, state: 'refused', at: batch.at },
      reason: failureOf('refused', refusal),
    })),
  )
}
