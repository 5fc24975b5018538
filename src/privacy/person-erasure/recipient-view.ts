// One recipient of erased people's data, as it is shown: told how, and what they said.
import { type Instant, isoTimeOrNull } from '../../kernel/index.ts'
import type { ErasureRecipient, RecipientState } from '../contract-erasure.ts'
import { answerMs } from './keep-recipients.ts'
import type { NoticeRow } from './recipient-store.ts'

export function stateOf(row: NoticeRow, at: Instant): RecipientState {
  if (row.answer !== null) return 'answered'
  if (row.way === 'own' || row.way === 'not_kept') return row.way
  if (row.told_at === null) return 'to_tell'
  // Nobody answers for a program: it took the event.
  if (row.way === 'webhook') return 'told'
  return row.told_at + answerMs <= at ? 'silent' : 'told'
}

export const recipientViewOf = (row: NoticeRow, at: Instant): ErasureRecipient => ({
  id: row.recipient_id,
  noticeId: row.notice_id,
  kind: row.kind,
  name: row.name,
  country: row.country,
  state: stateOf(row, at),
  way: row.way,
  people: row.people,
  toldAt: isoTimeOrNull(row.told_at),
  answeredAt: isoTimeOrNull(row.answered_at),
  answer: row.answer,
  doneOn: row.done_on,
  note: row.note,
})
