// Who received data, on a certificate: told how and when, and what they answered.
import { safe } from './account-deletion/page-frame.ts'
import type { RecipientAnswer, RecipientWay } from './contract-erasure.ts'

export type ListedRecipient = {
  name: string
  country: string
  way: RecipientWay
  toldAt: string | null
  answeredAt: string | null
  answer: RecipientAnswer | null
  doneOn: string | null
  note: string | null
}
/** The sentences of `privacy.erasure`. */
type Say = (code: string, details?: Record<string, string | number>) => string
type Day = (iso: string) => string

/** HTML; null: there is nobody. */
export function recipientsList(
  recipients: readonly ListedRecipient[],
  say: Say,
  day: Day,
): string | null {
  if (recipients.length === 0) return null
  const items = recipients.map(({ name, country, ...one }) => {
    const lines = [toldOf(one, say, day)]
    const date = one.answeredAt === null ? '' : day(one.answeredAt)
    if (one.answer !== null) lines.push(say(`answer_${one.answer}`, { date }))
    if (one.doneOn !== null) lines.push(say('done_on', { date: one.doneOn }))
    if (one.note !== null) lines.push(say('note', { note: one.note }))
    // A program of the account is told by its host alone: where it stands is not known.
    const who = one.way === 'webhook' ? name : `${name} (${country})`
    return `<li>${safe(`${who}. ${lines.join(' ')}`)}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function toldOf(
  { way, toldAt }: Pick<ListedRecipient, 'way' | 'toldAt'>,
  say: Say,
  day: Day,
): string {
  if (way === 'own' || way === 'not_kept') return say(`told_${way}`)
  return toldAt === null ? say('not_told') : say('told', { date: day(toldAt) })
}
