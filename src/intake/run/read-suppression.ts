// Reads one row of a suppression list: the number, and whether the row says subscribed.
import { fold, headerWords } from '../../classification/index.ts'
import type { E164 } from '../../kernel/index.ts'
import { isAboutSms } from '../mapping/consent-title.ts'
import { answersNo, readAnswer } from '../mapping/read-answer.ts'
import type { FileRow } from '../reading/table.ts'

export type NumberOf = (cell: string) => E164 | null

export type SuppressionRow =
  | { kind: 'objection'; numbers: E164[] }
  /** The row says outright that the person is subscribed to SMS. */
  | { kind: 'subscribed' }
  /** An e-mail address and no number: nothing here is sent by e-mail. */
  | { kind: 'address_only' }
  | { kind: 'unreadable' }

export type SuppressionReader = (cells: readonly string[]) => SuppressionRow

/** Brevo, HubSpot, Mailchimp, Twilio, OVH and their like, in English and French. */
const optOutWords =
  /\b(?:opt(?:ed)? ?outs?|unsubscri\w+|black ?list\w*|block ?list\w*|blocked|bloque\w*|desabonne\w*|desinscri\w*|oppos\w+|suppress\w*)\b/
const statusWords =
  /\b(?:status|statut|state|etat|subscription|subscribed|subscriber|abonne\w*|inscrit\w*|consent\w*|opt(?:ed)? ?in)\b/
const phoneWords =
  /\b(?:phone|telephone|tel|mobile?|portable|sms|gsm|whatsapp|numero|number|msisdn|destinataire|recipient)\b/

/** In a log of replies: who asks for help has not objected. */
const asked = /^(?:help|aide|info)$/

type Says = 'no' | 'yes' | 'nothing'

/** What a cell says of the person under this title; doubt is a no. */
function saysUnder(title: string): ((cell: string) => Says) | null {
  const words = headerWords(title)
  if (!isAboutSms(words)) return null
  if (optOutWords.test(words)) {
    return (cell) => (cell.trim() === '' ? 'nothing' : isDenied(cell) ? 'yes' : 'no')
  }
  if (!statusWords.test(words)) return null
  return (cell) => (cell.trim() === '' ? 'nothing' : isSubscribed(cell) ? 'yes' : 'no')
}

const isDenied = (cell: string) => answersNo(cell) === 'denied' || asked.test(fold(cell))
/** "Active" is no answer: a contact is, or an entry of a list of those who said no. */
const isSubscribed = (cell: string) =>
  readAnswer(cell) === 'yes' || /^(?:start|unstop)$/.test(fold(cell))

export function suppressionReader(
  header: readonly string[] | null,
  sample: readonly FileRow[],
  numberOf: NumberOf,
): SuppressionReader {
  const columns = numberColumns(header, sample, numberOf)
  const says = (header ?? []).map(saysUnder)
  return (cells) => {
    const numbers = numbersOf(cells, columns, numberOf)
    if (numbers.length === 0) {
      const hasAddress = cells.some((cell) => /\S@\S+\.\S/.test(cell))
      return { kind: hasAddress ? 'address_only' : 'unreadable' }
    }
    const said = says.map((say, index) => say?.(cells[index] ?? '') ?? 'nothing')
    const isSubscribed = said.includes('yes') && !said.includes('no')
    return isSubscribed ? { kind: 'subscribed' } : { kind: 'objection', numbers }
  }
}

/**
 * The column with the most different numbers, and those that their titles call telephones. A log of
 * replies has the sender's own number in each row: it is nobody's objection.
 */
function numberColumns(
  header: readonly string[] | null,
  sample: readonly FileRow[],
  numberOf: NumberOf,
): number[] {
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  const seen = Array.from({ length: width }, () => new Set<E164>())
  for (const { cells } of sample) {
    for (const [index, cell] of cells.entries()) {
      const number = numberOf(cell)
      if (number !== null) seen[index]?.add(number)
    }
  }
  const distinct = seen.map(({ size }) => size)
  const most = Math.max(0, ...distinct)
  const best = distinct.indexOf(most)
  const isPhone = (index: number) => phoneWords.test(headerWords(header?.[index] ?? ''))
  return distinct.flatMap((count, index) => {
    const isOurs = count === 1 && sample.length > 1 && most > 1
    return index === best || (count > 0 && !isOurs && isPhone(index)) ? [index] : []
  })
}

function numbersOf(cells: readonly string[], columns: readonly number[], numberOf: NumberOf) {
  const found = columns.flatMap((index) => numberOf(cells[index] ?? '') ?? [])
  if (found.length > 0) return [...new Set(found)]
  // A line in another dialect than the file's, or a number in an unusual place.
  const pieces = cells.flatMap((cell) => cell.split(/[;,\t]/))
  for (const piece of pieces) {
    const number = numberOf(piece.trim())
    if (number !== null) return [number]
  }
  return []
}
