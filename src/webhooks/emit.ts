// Tells of something in the transaction in which it happens: kept together, or not at all.
import { createHash } from 'node:crypto'
import {
  type AccountId,
  type CampaignId,
  type Instant,
  type MessageId,
  type SubjectId,
  uuidText,
} from '../kernel/index.ts'
import type { Asks, Tx } from '../storage/index.ts'
import type { WebhookKind } from './contract.ts'
import { type Facts, insertEndedInAnyAccount, insertEvents } from './emit-store.ts'

export type Happened = {
  kind: Exclude<WebhookKind, `message.${string}`>
  /** The reply, campaign, import, erasure or ledger entry: with the kind it names the event. */
  about: string
  /** What tells this event from another about the same thing. */
  step?: string
  subjectId?: SubjectId | null
  facts?: Facts
  at: Instant
}

/** In a transaction of the account. Told twice it is one event. */
export async function tellPrograms(
  tx: Tx,
  accountId: AccountId,
  happened: readonly Happened[],
): Promise<void> {
  if (happened.length === 0) return
  const events = happened.map(({ kind, about, step = '', subjectId = null, facts = {}, at }) => ({
    id: idOf([accountId, kind, about, step]),
    ...{ kind, about, subjectId, facts, at },
  }))
  await insertEvents(tx, accountId, events)
}

export type Ended = {
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
  state: string
  reason: string | null
  at: Instant
}

const kindOfState: Readonly<Record<string, WebhookKind>> = {
  delivered: 'message.delivered',
  unconfirmed: 'message.unconfirmed',
}

/** A message ends once, so that its own id names the event. */
export function tellEndedInAnyAccount(to: Asks, messages: readonly Ended[]): void {
  insertEndedInAnyAccount(
    to,
    messages.map((one) => ({
      accountId: one.accountId,
      messageId: one.messageId,
      campaignId: one.campaignId,
      kind: kindOfState[one.state] ?? 'message.failed',
      state: one.state,
      reason: one.reason,
      at: one.at,
    })),
  )
}

/** The same parts make the same id (RFC 9562, v8). */
function idOf(parts: readonly string[]): string {
  const octets = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  octets[6] = 0x80 | ((octets[6] ?? 0) & 0x0f)
  octets[8] = 0x80 | ((octets[8] ?? 0) & 0x3f)
  return uuidText(octets)
}
