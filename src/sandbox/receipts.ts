// Receipts and replies as the sandbox writes them.
import type { Instant } from '../kernel/index.ts'
import {
  encodeSegments,
  formatReceiptText,
  integerTlv,
  type ReceiptState,
  receiptStateOf,
  type Tlv,
  textTlv,
} from '../wire/index.ts'
import type { Delivery } from './deliveries.ts'
import type { Fate } from './magic-numbers.ts'
import { writeId } from './message-ids.ts'
import type { Habits } from './options.ts'
import type { TakenMessage } from './taken-log.ts'

/** SMPP 3.4, 5.2.28. */
const stateNumbers: Readonly<Record<ReceiptState, number>> = {
  enroute: 1,
  delivered: 2,
  expired: 3,
  deleted: 4,
  undeliverable: 5,
  accepted: 6,
  unknown: 7,
  rejected: 8,
}

const receiptClass = 0x04
const userDataHeaderBit = 0x40

export type ReceiptContext = { now: Instant; habits: Habits; number: number }

/** `number` is the message's own, or a stranger's. */
export function receiptOf(message: TakenMessage, fate: Fate, context: ReceiptContext): Delivery {
  const { habits, now, number } = context
  const style = habits.receiptIds === 'same' ? habits.answerIds : habits.receiptIds
  const isOwnId = habits.receiptIds === 'same' && number === message.number
  const id = isOwnId ? message.id : writeId(number, style)
  const text = formatReceiptText({
    id: habits.receiptForm === 'tlv' ? null : id,
    submitDate: receiptDate(message.at),
    doneDate: receiptDate(now),
    stat: fate.stat,
    err: fate.err,
    text: '',
  })
  return {
    source: message.destination,
    sourceTon: 1,
    destination: message.source,
    destinationTon: tonOf(message.source),
    esmClass: receiptClass,
    dataCoding: 0,
    octets: new Uint8Array(Buffer.from(text, 'latin1')),
    tlvs: receiptTlvs(message, { fate, id, habits }),
    isReceipt: true,
  }
}

function receiptTlvs(
  message: TakenMessage,
  written: { fate: Fate; id: string; habits: Habits },
): Tlv[] {
  const { habits, fate, id } = written
  const tlvs: Tlv[] = []
  if (habits.receiptForm !== 'text') {
    const state = receiptStateOf(fate.stat) ?? 'unknown'
    tlvs.push(textTlv('receipted_message_id', id))
    tlvs.push(integerTlv('message_state', stateNumbers[state], 1))
  }
  if (habits.echoesReference && message.reference !== null) {
    tlvs.push(integerTlv('user_message_reference', message.reference, 2))
  }
  return tlvs
}

let lastMinute = -1
let lastDate = ''

/** YYMMDDhhmm, in UTC; the same for a whole minute of receipts. */
function receiptDate(instant: Instant): string {
  const minute = Math.floor(instant / 60_000)
  if (minute !== lastMinute) {
    lastMinute = minute
    lastDate = new Date(instant).toISOString().replace(/[-T:]/g, '').slice(2, 12)
  }
  return lastDate
}

export function tonOf(address: string): number {
  if (/[^0-9+]/.test(address)) return 5
  return address.length > 8 ? 1 : 0
}

export type Reply = { from: string; to: string; text: string }

/** A reply from a handset, in as many parts as it takes; null when no alphabet holds the text. */
export function replyOf(reply: Reply, reference: number): Delivery[] | null {
  const encoded = encodeSegments(reply.text, { reference })
  if (!encoded.ok) return null
  return encoded.segments.map((segment) => ({
    source: reply.from.replace(/^\+/, ''),
    sourceTon: 1,
    destination: reply.to,
    destinationTon: tonOf(reply.to),
    esmClass: segment.hasUserDataHeader ? userDataHeaderBit : 0,
    dataCoding: segment.dataCoding,
    octets: segment.octets,
    tlvs: [],
    isReceipt: false,
  }))
}
