// Reads a delivery receipt, from its text (SMPP 3.4, Appendix B) and from its TLVs.
import { beginningOf, heardLimits, type Instant } from '../../kernel/index.ts'
import { latin1 } from '../text/latin1.ts'
import { decodeUcs2 } from '../text/ucs2.ts'
import type { PduOf, Tlv } from './command.ts'
import { parseReceiptDate } from './time.ts'
import { findTlv, tlvInteger, tlvText } from './tlv.ts'

export const receiptStates = [
  'enroute',
  'accepted',
  'delivered',
  'undeliverable',
  'expired',
  'deleted',
  'rejected',
  'unknown',
] as const
export type ReceiptState = (typeof receiptStates)[number]

/** The fields as written. None of the numbers is interpreted; the sent text is left out. */
export type ReceiptText = {
  id: string | null
  sub: string | null
  dlvrd: string | null
  submitDate: string | null
  doneDate: string | null
  stat: string | null
  err: string | null
}

const keys: Readonly<Record<string, keyof ReceiptText | 'text'>> = {
  id: 'id',
  msgid: 'id',
  messageid: 'id',
  sub: 'sub',
  dlvrd: 'dlvrd',
  submitdate: 'submitDate',
  donedate: 'doneDate',
  stat: 'stat',
  state: 'stat',
  status: 'stat',
  err: 'err',
  error: 'err',
  text: 'text',
}
const writtenKeys = [
  '(?:msg|message)?[ _]?id',
  'sub|dlvrd',
  '(?:submit|done)[ _]?date',
  'stat|state|status',
  'err|error',
  'text',
].join('|')
const keyPattern = new RegExp(`(?<![A-Za-z0-9])(${writtenKeys})[ \\t]*[:=]`, 'gi')

/** As Appendix B writes it: nine in ten do, and then there is nothing to search. */
const plainPattern =
  /^id:([\w.-]+) sub:(\d+) dlvrd:(\d+) submit date:(\d+) done date:(\d+) stat:([A-Z]+) err:(\w+) text:/i

/**
 * Reads the text form as operators write it: fields in any order and case, separators missing or
 * others, fields absent. Null when it holds neither an id nor a state.
 */
export function parseReceiptText(whole: string): ReceiptText | null {
  const text = beginningOf(whole, heardLimits.readOfReceipt)
  const plain = plainPattern.exec(text)
  if (plain === null) return searchReceiptText(text)
  const [, id, sub, dlvrd, submitDate, doneDate, stat, err] = plain as unknown as string[]
  return {
    id: id ?? null,
    sub: sub ?? null,
    dlvrd: dlvrd ?? null,
    submitDate: submitDate ?? null,
    doneDate: doneDate ?? null,
    stat: stat ?? null,
    err: err ?? null,
  }
}

function searchReceiptText(text: string): ReceiptText | null {
  const found: ReceiptText = {
    id: null,
    sub: null,
    dlvrd: null,
    submitDate: null,
    doneDate: null,
    stat: null,
    err: null,
  }
  let key: keyof ReceiptText | null = null
  let from = 0
  const close = (to: number): void => {
    if (key === null || found[key] !== null) return
    const value = text.slice(from, to).replace(/^[\s"']+|[\s,;"']+$/g, '')
    if (value !== '') found[key] = value
  }
  let isClosed = false
  for (const match of text.matchAll(keyPattern)) {
    const next = keys[(match[1] ?? '').toLowerCase().replace(/[ _]/g, '')] ?? 'text'
    close(match.index)
    // What the sender wrote follows: it may look like fields, and is not ours to keep.
    if (next === 'text') {
      isClosed = true
      break
    }
    key = next
    from = match.index + match[0].length
  }
  if (!isClosed) close(text.length)
  return found.id === null && found.stat === null ? null : found
}

/** By the letters that a state begins with; some operators write it whole, some cut it at seven. */
const stateBeginnings: readonly (readonly [string, ReceiptState])[] = [
  ['DELIV', 'delivered'],
  ['UNDEL', 'undeliverable'],
  ['FAIL', 'undeliverable'],
  ['EXPIR', 'expired'],
  ['DELET', 'deleted'],
  ['REJEC', 'rejected'],
  ['SKIP', 'rejected'],
  ['ACCEP', 'accepted'],
  ['ENROU', 'enroute'],
  ['BUFFE', 'enroute'],
  ['SCHED', 'enroute'],
  ['UNKNO', 'unknown'],
]

/** SMPP 3.4, 5.2.28; 0 (scheduled) and 9 (skipped) are of SMPP 5. */
const stateNumbers: readonly ReceiptState[] = [
  'enroute',
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
  'rejected',
]

export function receiptStateOf(stat: string): ReceiptState | null {
  const letters = stat.toUpperCase()
  for (const [beginning, state] of stateBeginnings) if (letters.startsWith(beginning)) return state
  return null
}

export type Receipt = {
  /** The id as the operator wrote it: the TLV's, else the text's. */
  messageId: string | null
  /** The text's id, where it differs from the TLV's. */
  otherMessageId: string | null
  state: ReceiptState
  isFinal: boolean
  /** The state as written, where no table knows it; '' where none is written; null: it is known. */
  unreadState: string | null
  errorCode: string | null
  doneAt: Instant | null
  reference: number | null
}

/**
 * Reads a deliver_sm or data_sm as a receipt; null when it is a message. What a handset can write
 * is never taken for a receipt: either esm_class says so (5.2.12), or the TLVs do.
 */
export function readReceipt(
  pdu: PduOf<'deliver_sm'> | PduOf<'data_sm'>,
  offsetMinutes = 0,
): Receipt | null {
  const type = pdu.esmClass & 0x3c
  const tlvId = tlvText(pdu.tlvs, 'receipted_message_id') || null
  const number = tlvInteger(pdu.tlvs, 'message_state')
  const tlvState = stateNumbers[number ?? -1] ?? null
  const isMarked = type === 0x04 || type === 0x20
  if (!isMarked && (tlvId === null || tlvState === null)) return null
  const fields = parseReceiptText(receiptTextOf(pdu))
  const textState = fields?.stat != null ? receiptStateOf(fields.stat) : null
  const known = tlvState ?? textState
  const state = known ?? 'unknown'
  const textId = fields?.id ?? null
  return {
    messageId: tlvId ?? textId,
    otherMessageId: tlvId !== null && textId !== tlvId ? textId : null,
    state,
    isFinal: type !== 0x20 && state !== 'enroute' && state !== 'accepted',
    unreadState: known === null ? (fields?.stat ?? number?.toString() ?? '') : null,
    errorCode: fields?.err ?? networkErrorOf(pdu.tlvs),
    doneAt: fields?.doneDate != null ? parseReceiptDate(fields.doneDate, offsetMinutes) : null,
    reference: tlvInteger(pdu.tlvs, 'user_message_reference'),
  }
}

function receiptTextOf(pdu: PduOf<'deliver_sm'> | PduOf<'data_sm'>): string {
  const octets = messageOctets(pdu)
  if (pdu.dataCoding === 0x08) {
    const decoded = decodeUcs2(octets)
    if (decoded.ok) return decoded.text
  }
  return latin1(octets)
}

/** The octets of a message, wherever they travel: short_message, or message_payload. */
export function messageOctets(
  pdu: PduOf<'submit_sm'> | PduOf<'deliver_sm'> | PduOf<'data_sm'>,
): Uint8Array {
  if ('shortMessage' in pdu && pdu.shortMessage.length > 0) return pdu.shortMessage
  return findTlv(pdu.tlvs, 'message_payload') ?? new Uint8Array(0)
}

/** One octet of network type and two of error (5.3.2.31). */
function networkErrorOf(tlvs: readonly Tlv[]): string | null {
  const value = findTlv(tlvs, 'network_error_code')
  if (value === null || value.length !== 3) return null
  return String(((value[1] ?? 0) << 8) | (value[2] ?? 0))
}

/** Writes the text form of Appendix B, as the sandbox's receipts have it. */
export function formatReceiptText(fields: {
  id: string | null
  submitDate: string
  doneDate: string
  stat: string
  err: string
  text: string
}): string {
  const id = fields.id === null ? '' : `id:${fields.id} `
  const isDelivered = fields.stat === 'DELIVRD' ? '001' : '000'
  return (
    `${id}sub:001 dlvrd:${isDelivered} submit date:${fields.submitDate} ` +
    `done date:${fields.doneDate} stat:${fields.stat} err:${fields.err} text:${fields.text}`
  )
}
