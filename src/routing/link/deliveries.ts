// Deliveries from an operator: receipts and replies, acknowledged once they are saved.
import { beginningOf, heardLimits, Personal, type Timers } from '../../kernel/index.ts'
import {
  type ConcatenationMark,
  decodeText,
  makePdu,
  messageOctets,
  type Pdu,
  type PduOf,
  readReceipt,
  readUserData,
  type Shift,
  statuses,
  tlvInteger,
} from '../../wire/index.ts'
import type { LinkLimits } from './limits.ts'
import type {
  InboundMessage,
  LinkCounters,
  LinkHandlers,
  LinkSettings,
  OperatorReceipt,
} from './operator-link.ts'
import { Reassembly, type ReplyPart } from './reassembly.ts'

export type Delivery = PduOf<'deliver_sm'> | PduOf<'data_sm'>
export type AnswerPort = { send(pdu: Pdu): boolean }

export type DeliveriesDeps = {
  settings: LinkSettings
  limits: LinkLimits
  timers: Timers
  handlers: LinkHandlers
  counters: LinkCounters
}

/** Not the delivery itself, which would stay with all its octets until it is in safe hands. */
type ToAnswer = { command: Delivery['command']; sequence: number; port: AnswerPort }

export class Deliveries {
  readonly #deps: DeliveriesDeps
  readonly #reassembly: Reassembly
  #receipts: OperatorReceipt[] = []
  #receiptsToAnswer: ToAnswer[] = []
  #open = 0

  constructor(deps: DeliveriesDeps) {
    this.#deps = deps
    this.#reassembly = new Reassembly({
      timers: deps.timers,
      limits: deps.limits,
      timedOut: (parts, partsTotal) => deps.handlers.inbound(this.#replyOf(parts, partsTotal)),
    })
  }

  take(delivery: Delivery, port: AnswerPort): void {
    const toAnswer = { command: delivery.command, sequence: delivery.sequence, port }
    if (this.#open >= this.#deps.limits.openDeliveriesMax) {
      answer(toAnswer, statuses.ESME_RX_T_APPN)
      return
    }
    const receipt = readReceipt(delivery, this.#deps.settings.receiptOffsetMinutes)
    if (receipt === null) {
      this.#takeReply(delivery, toAnswer)
      return
    }
    this.#open += 1
    this.#deps.counters.receipts += 1
    this.#receiptsToAnswer.push(toAnswer)
    this.#receipts.push({
      operatorMessageId: receipt.messageId,
      otherMessageId: receipt.otherMessageId,
      state: receipt.state,
      isFinal: receipt.isFinal,
      unreadState: receipt.unreadState,
      errorCode: receipt.errorCode,
      doneAt: receipt.doneAt,
      from: new Personal(delivery.source),
      to: delivery.destination,
      reference: receipt.reference,
    })
  }

  /** Hands over the receipts that came together. */
  handOver(): void {
    if (this.#receipts.length === 0) return
    const batch = this.#receipts
    const toAnswer = this.#receiptsToAnswer
    this.#receipts = []
    this.#receiptsToAnswer = []
    void this.#settle(() => this.#deps.handlers.receipts(batch), toAnswer)
  }

  /** Hands over what there is of replies whose parts still come. */
  async close(): Promise<void> {
    this.handOver()
    await this.#reassembly.flush()
    this.#reassembly.stop()
  }

  #takeReply(delivery: Delivery, toAnswer: ToAnswer): void {
    const part = partOf(delivery)
    if (part === null) {
      // A header that cannot be read: the operator would send the same again.
      answer(toAnswer, statuses.ESME_RX_P_APPN)
      return
    }
    if (part.mark.partsTotal === 1) {
      this.#handOverReply([part], toAnswer, () => {})
      return
    }
    const whole = this.#reassembly.add(part)
    if (whole === 'full') answer(toAnswer, statuses.ESME_RX_T_APPN)
    else if (whole === null) answer(toAnswer, statuses.ESME_ROK)
    else this.#handOverReply(whole.parts, toAnswer, whole.forget)
  }

  #handOverReply(parts: readonly ReplyPart[], toAnswer: ToAnswer, forget: () => void): void {
    this.#open += 1
    this.#deps.counters.inbound += 1
    const message = this.#replyOf(parts, parts.length)
    const work = async (): Promise<void> => {
      await this.#deps.handlers.inbound(message)
      forget()
    }
    void this.#settle(work, [toAnswer])
  }

  async #settle(work: () => Promise<void>, toAnswer: readonly ToAnswer[]): Promise<void> {
    let status: number = statuses.ESME_ROK
    try {
      await work()
    } catch {
      // The handler has told what went wrong; the operator keeps the delivery and sends it again.
      status = statuses.ESME_RX_T_APPN
    }
    this.#open -= toAnswer.length
    for (const one of toAnswer) answer(one, status)
  }

  #replyOf(parts: readonly ReplyPart[], partsTotal: number): InboundMessage {
    const [first] = parts
    const alphabet = this.#deps.settings.defaultAlphabet
    let text: string | null = ''
    let size = 0
    for (const part of parts) {
      const decoded = decodeText(part.octets, part.dataCoding, alphabet, part.shift)
      text = text === null || !decoded.ok ? null : text + decoded.text
      size += part.octets.length
    }
    const octets = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      octets.set(part.octets, at)
      at += part.octets.length
    }
    return {
      from: new Personal(first?.from ?? ''),
      to: first?.to ?? '',
      text: text === null ? null : new Personal(beginningOf(text, heardLimits.keptOfReply)),
      octets: new Personal(octets),
      dataCoding: first?.dataCoding ?? 0,
      partsTotal,
      partsReceived: parts.length,
    }
  }
}

const userDataHeaderBit = 0x40
const alone: ConcatenationMark = { reference: 0, partsTotal: 1, partNumber: 1 }

/** The text octets and their place among their parts; null when the header cannot be read. */
function partOf(delivery: Delivery): ReplyPart | null {
  let octets = messageOctets(delivery)
  let mark = sarOf(delivery) ?? alone
  let shift: Shift | null = null
  if ((delivery.esmClass & userDataHeaderBit) !== 0) {
    const data = readUserData(octets)
    if (!data.ok) return null
    octets = data.rest
    mark = data.concatenation ?? mark
    shift = data.shift
  }
  const { source, destination, dataCoding } = delivery
  // One that stands alone ends with its PDU.
  const octetsMax = mark.partsTotal > 1 ? heardLimits.octetsOfPart : octets.length
  const kept = octets.slice(0, octetsMax)
  return { from: source, to: destination, dataCoding, octets: kept, mark, shift }
}

function sarOf(delivery: Delivery): ConcatenationMark | null {
  const reference = tlvInteger(delivery.tlvs, 'sar_msg_ref_num')
  const partsTotal = tlvInteger(delivery.tlvs, 'sar_total_segments')
  const partNumber = tlvInteger(delivery.tlvs, 'sar_segment_seqnum')
  if (reference === null || partsTotal === null || partNumber === null) return null
  return partNumber >= 1 && partNumber <= partsTotal ? { reference, partsTotal, partNumber } : null
}

function answer({ command, sequence, port }: ToAnswer, status: number): void {
  port.send(makePdu(`${command}_resp`, sequence, { status }))
}
