// Replies for somebody: the list, masked, and one in clear for a reason that is recorded.
import type { Objections } from '../../consent/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import {
  type Caller,
  type CampaignId,
  isoTime,
  maskNumber,
  type Timers,
} from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import type { InboundView, RevealedReply } from '../contract.ts'
import { sendingError } from '../errors.ts'
import { bodyPlace, decodeBody, decodeReply } from '../message-body.ts'
import type { AccessLog } from '../ports.ts'
import {
  countReplies,
  findInbound,
  type Inbound,
  type InboundKind,
  type InboundWish,
  listInbound,
} from '../store/inbound-store.ts'
import type { Hands } from './stop-leaving.ts'

export type RepliesDeps = {
  database: Database
  vault: Vault
  consent: Pick<Objections, 'recordStop'>
  contacts: Contacts
  timers: Timers
  metrics: Metrics
  workers: Hands
}

export async function readReplies(
  deps: Pick<RepliesDeps, 'database' | 'vault'>,
  caller: Caller,
  page: InboundWish,
): Promise<{ items: InboundView[]; last: string | null }> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const rows = await listInbound(tx, accountId, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const subjects = [...new Set(shown.map((row) => row.subjectId))]
    const keys = await deps.vault.openSubjects(tx, accountId, subjects)
    const items = shown.map((row): InboundView => {
      const its = keys.get(row.subjectId)
      const body =
        row.bodySealed === null || !its || !hasKey(its.contactKey)
          ? null
          : decodeBody(deps.vault.openMessage(its, accountId, inboundPlace(row), row.bodySealed))
      return {
        id: row.id,
        from: body === null ? '—' : maskNumber(body.number),
        contactId: row.contactId,
        kind: row.kind,
        receivedAt: isoTime(row.receivedAt),
        campaignId: row.campaignId,
        needsReview: row.needsReview,
        review: row.review,
      }
    })
    return { items, last: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null }
  })
}

/** A reply in clear, for whoever says what it means; the look is recorded with its reason. */
export async function revealReply(
  deps: Pick<RepliesDeps, 'database' | 'vault'> & { accessLog: AccessLog },
  caller: Caller,
  input: { id: string; reason: string },
): Promise<RevealedReply> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const reply = await findInbound(tx, accountId, input.id)
    if (reply === null) throw sendingError('sending.inbound_not_found')
    const { subjectId, bodySealed } = reply
    const keys = (await deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
    if (!keys || !hasKey(keys.contactKey) || bodySealed === null)
      throw sendingError('sending.person_erased')
    const place = inboundPlace(reply)
    const body = decodeReply(deps.vault.openMessage(keys, accountId, place, bodySealed))
    const look = { action: 'sending.reply_revealed' as const, subjectId, reason: input.reason }
    await deps.accessLog.record(tx, caller, look)
    // As it was understood when it came: today's reader may say something else of it.
    const { by, score, model } = reply.decided ?? { by: null, score: null, model: null }
    return { from: body.number, text: body.text, matched: body.words ?? '', by, score, model }
  })
}

export const inboundPlace = (row: Inbound) => bodyPlace('sending.inbound', row.id)

export async function repliesOfCampaign(
  deps: Pick<RepliesDeps, 'database'>,
  caller: Caller,
  campaignId: CampaignId,
): Promise<Map<InboundKind, number>> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, (tx) => countReplies(tx, accountId, campaignId))
}
