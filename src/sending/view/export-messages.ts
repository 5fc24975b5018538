// Messages and replies of a whole account in clear, page by page,
// for the copy that its owner takes.
import { type Caller, isoTime, type MessageId } from '../../kernel/index.ts'
import { hasKey } from '../../vault/index.ts'
import { bodyPlace, decodeBody, hiddenMark } from '../message-body.ts'
import { listInbound } from '../store/inbound-store.ts'
import { listMessages } from '../store/view-store.ts'
import type { ReadMessagesDeps } from './read-messages.ts'
import { openBody, viewMessages } from './view-message.ts'

type Deps = Pick<ReadMessagesDeps, 'database' | 'vault' | 'clock'>

export const messageColumns = [
  ...['id', 'accepted_at', 'to', 'text', 'class', 'purpose', 'sender', 'state', 'reason'],
  ...['ended_at', 'segments', 'cost_micro_eur', 'campaign', 'contact', 'reference'],
] as const
export const replyColumns = ['id', 'received_at', 'from', 'text', 'kind', 'campaign', 'contact']

type Row = readonly (string | number | null)[]
type Page<Id> = { rows: Row[]; last: Id | null }

/** Newest first. A text that was deleted at the end of its retention is empty, and so is a code. */
export async function exportMessages(
  deps: Deps,
  { accountId, language }: Caller,
  { before, limit }: { before: MessageId | null; limit: number },
): Promise<Page<MessageId>> {
  const wish = {
    ...{ before, limit, class: null, campaignId: null, contactId: null, state: null },
    ...{ reference: null, reason: null, sender: null, routeId: null, from: null, until: null },
  }
  return deps.database.inAccount(accountId, async (tx) => {
    const rows = await listMessages(tx, accountId, deps.clock.now(), wish)
    const subjects = [...new Set(rows.map((row) => row.subject_id))]
    const keys = await deps.vault.openSubjects(tx, accountId, subjects)
    const rowOf = new Map(rows.map((row) => [String(row.id), row]))
    const views = await viewMessages(deps, tx, { accountId, language, rows })
    const cells = views.map((view): Row => {
      const row = rowOf.get(view.id)
      const body = row === undefined ? null : openBody(deps, accountId, row, keys)
      const text = body?.text.replace(hiddenMark, '') ?? ''
      return [
        ...[view.id, view.acceptedAt, body?.number ?? '', text, view.class, view.purpose],
        ...[view.sender, view.state, view.failure?.sentence ?? view.sentence, view.finalAt],
        ...[view.segments, view.costMicroEur, view.campaignId, view.contactId, view.reference],
      ]
    })
    return { rows: cells, last: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
  })
}

export async function exportReplies(
  deps: Deps,
  { accountId }: Caller,
  page: { before: string | null; limit: number },
): Promise<Page<string>> {
  return deps.database.inAccount(accountId, async (tx) => {
    const rows = await listInbound(tx, accountId, { ...page, needsReview: null })
    const subjects = [...new Set(rows.map((row) => row.subjectId))]
    const keys = await deps.vault.openSubjects(tx, accountId, subjects)
    const cells = rows.map((row): Row => {
      const its = keys.get(row.subjectId)
      const body =
        row.bodySealed === null || !its || !hasKey(its.contactKey)
          ? null
          : decodeBody(
              deps.vault.openMessage(
                its,
                accountId,
                bodyPlace('sending.inbound', row.id),
                row.bodySealed,
              ),
            )
      return [
        ...[row.id, isoTime(row.receivedAt), body?.number ?? '', body?.text ?? ''],
        ...[row.kind, row.campaignId, row.contactId],
      ]
    })
    return { rows: cells, last: rows.length < page.limit ? null : (rows.at(-1)?.id ?? null) }
  })
}
