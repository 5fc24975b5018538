// The simulated operator: accepts or refuses messages, and reports their outcome.
import { Personal, type Timers } from '../kernel/index.ts'
import {
  type ConcatenationMark,
  makePdu,
  messageOctets,
  type PduOf,
  readUserData,
  statuses,
  tlvInteger,
} from '../wire/index.ts'
import { Deliveries } from './deliveries.ts'
import { DueQueue } from './due-queue.ts'
import { cutPdu, faultAt, garbage } from './faults.ts'
import {
  type Behaviour,
  behaviourOf,
  delivered,
  enroute,
  type Fate,
  undeliverable,
} from './magic-numbers.ts'
import { writeId } from './message-ids.ts'
import type { FaultKind, Habits, SandboxAccount } from './options.ts'
import { type Reply, receiptOf, replyOf } from './receipts.ts'
import type { Session, SessionEvents } from './session.ts'
import type { TakenLog, TakenMessage } from './taken-log.ts'

export type OperatorDeps = {
  timers: Timers
  habits: Habits
  accounts: readonly SandboxAccount[]
  log: TakenLog
  seed: number
}

export class Operator implements SessionEvents {
  habits: Habits
  readonly sessions = new Set<Session>()
  readonly due: DueQueue
  readonly deliveries: Deliveries
  readonly counters = {
    submits: 0,
    taken: 0,
    refused: 0,
    throttled: 0,
    unanswered: 0,
    binds: 0,
    bindsRefused: 0,
    malformed: 0,
    faults: 0,
  }
  readonly #deps: OperatorDeps
  readonly #passwords: ReadonlyMap<string, Personal<string>>
  readonly #refusedTimes = new Map<string, number>()
  readonly #perSecond = new Map<string, { second: number; submits: number }>()
  #nextNumber: number
  #random: number
  #replyReference = 0
  #garbageTurn = 0

  constructor(deps: OperatorDeps) {
    this.#deps = deps
    this.habits = deps.habits
    this.due = new DueQueue(deps.timers)
    this.deliveries = new Deliveries({
      now: () => deps.timers.now(),
      deliveriesMax: () => this.habits.deliveriesMax,
      redeliverMs: () => this.habits.redeliverMs,
      later: (delayMs, call) => this.due.add(delayMs, call),
    })
    this.#passwords = new Map(
      deps.accounts.map(({ systemId, password }) => [systemId, new Personal(password)]),
    )
    // In microseconds of the start, so that a restarted sandbox gives no id again.
    this.#nextNumber = deps.timers.now() * 1000
    this.#random = deps.seed >>> 0 || 1
  }

  judgeBind(systemId: string, password: string): number {
    const expected = this.#passwords.get(systemId)
    let status: number = statuses.ESME_ROK
    if (this.#passwords.size > 0 && expected === undefined) status = statuses.ESME_RINVSYSID
    if (expected !== undefined && expected.reveal('match') !== password) {
      status = statuses.ESME_RINVPASWD
    }
    if (status !== 0) this.counters.bindsRefused += 1
    return status
  }

  bound(session: Session): void {
    this.counters.binds += 1
    if (session.receives) this.deliveries.join(session)
  }

  closed(session: Session): void {
    this.sessions.delete(session)
    if (session.receives) this.deliveries.leave(session)
  }

  malformed(): void {
    this.counters.malformed += 1
  }

  deliveryAnswered(session: Session, sequence: number, status: number): void {
    this.deliveries.answered(session, sequence, status)
  }

  submit(session: Session, pdu: PduOf<'submit_sm'>): void {
    this.counters.submits += 1
    const fault = faultAt(this.habits.faults, this.counters.submits)
    if (fault !== null) this.counters.faults += 1
    const behaviour = this.habits.isMagic ? behaviourOf(pdu.destination) : ordinary
    const refusal = this.#refusalOf(session, pdu, fault, behaviour)
    if (refusal !== null) {
      this.#answer(session, pdu.sequence, { status: refusal })
      return
    }
    if (fault === 'cut') {
      this.counters.unanswered += 1
      session.cut()
      return
    }
    if (behaviour.isTaken === false) {
      this.counters.unanswered += 1
      return
    }
    this.#take(session, pdu, { fault, behaviour })
  }

  /** Delivers a reply to whom the number last wrote to, or to any account when there is none. */
  reply(reply: Reply, systemId?: string): boolean {
    const to = systemId ?? [...this.sessions].find((session) => session.receives)?.systemId
    this.#replyReference = (this.#replyReference + 1) & 0xff
    const parts = replyOf(reply, this.#replyReference)
    if (to === undefined || parts === null) return false
    for (const part of parts) this.deliveries.give(to, part)
    return true
  }

  #refusalOf(
    session: Session,
    pdu: PduOf<'submit_sm'>,
    fault: FaultKind | null,
    behaviour: Behaviour,
  ): number | null {
    if (fault === 'throttle' || this.#isTooFast(session.systemId)) {
      this.counters.throttled += 1
      return statuses.ESME_RTHROTTLED
    }
    if (pdu.destination === '') return statuses.ESME_RINVDSTADR
    const { refusals } = behaviour
    if (refusals === undefined) return null
    const times = this.#refusedTimes.get(pdu.destination) ?? 0
    if (times >= refusals.times) return null
    if (refusals.times < Number.POSITIVE_INFINITY) {
      this.#refusedTimes.set(pdu.destination, times + 1)
    }
    return refusals.status
  }

  #isTooFast(systemId: string): boolean {
    const most = this.habits.submitsPerSecondMax
    if (most === null) return false
    const second = Math.floor(this.#deps.timers.now() / 1000)
    let count = this.#perSecond.get(systemId)
    if (count === undefined || count.second !== second) {
      count = { second, submits: 0 }
      this.#perSecond.set(systemId, count)
    }
    count.submits += 1
    return count.submits > most
  }

  #take(
    session: Session,
    pdu: PduOf<'submit_sm'>,
    { fault, behaviour }: { fault: FaultKind | null; behaviour: Behaviour },
  ): void {
    const answer = fault === 'drop_answer' ? 'never' : (behaviour.answer ?? 'at_once')
    const message = this.#messageOf(session, pdu, answer === 'at_once' || answer === 'late')
    this.counters.taken += 1
    this.#deps.log.add(message)
    const wantsReceipt = (pdu.registeredDelivery & 0x03) !== 0
    if (wantsReceipt && behaviour.receipt === 'before_answer') this.#receipts(message, behaviour, 0)
    if (fault === 'cut_in_pdu') {
      session.sendRaw(cutPdu)
      session.close()
    } else if (answer === 'cut') session.cut()
    else if (answer !== 'never') {
      const delayMs = answer === 'late' ? this.habits.lateAnswerMs : this.habits.answerDelayMs
      this.#answer(session, pdu.sequence, { messageId: message.id }, delayMs)
    }
    if (!message.isAnswered || fault === 'cut_in_pdu') this.counters.unanswered += 1
    if (wantsReceipt && behaviour.receipt !== 'before_answer' && behaviour.receipt !== 'never') {
      const isLate = behaviour.receipt === 'late'
      const delayMs = isLate ? this.habits.lateReceiptMs : this.habits.receiptDelayMs
      this.#receipts(message, behaviour, delayMs)
    }
    this.#replyLater(message, behaviour)
    if (fault === 'garbage') this.#sendGarbage(session)
    if (fault === 'unbind') this.#unbind(session)
  }

  #messageOf(session: Session, pdu: PduOf<'submit_sm'>, isAnswered: boolean): TakenMessage {
    this.#nextNumber += 1
    const { octets, part } = contentOf(pdu)
    return {
      at: this.#deps.timers.now(),
      number: this.#nextNumber,
      id: writeId(this.#nextNumber, this.habits.answerIds),
      systemId: session.systemId,
      source: pdu.source,
      destination: pdu.destination,
      dataCoding: pdu.dataCoding,
      octets,
      part,
      reference: tlvInteger(pdu.tlvs, 'user_message_reference'),
      isAnswered,
    }
  }

  #answer(
    session: Session,
    sequence: number,
    given: { status?: number; messageId?: string },
    delayMs: number = this.habits.answerDelayMs,
  ): void {
    if (given.status !== undefined) this.counters.refused += 1
    const pdu = makePdu('submit_sm_resp', sequence, given)
    if (delayMs === 0) session.send(pdu)
    else this.due.add(delayMs, () => session.send(pdu))
  }

  #receipts(message: TakenMessage, behaviour: Behaviour, delayMs: number): void {
    const give = (fate: Fate, number: number): void => {
      const context = { now: this.#deps.timers.now(), habits: this.habits, number }
      this.deliveries.give(message.systemId, receiptOf(message, fate, context))
    }
    const giveAll = (): void => {
      // An id far from any that was given.
      if (behaviour.strangerFirst) give(delivered, message.number - 1_000_000_000)
      const fate = this.#fateOf(message, behaviour)
      for (let turn = 0; turn < (behaviour.receiptTimes ?? 1); turn += 1) give(fate, message.number)
    }
    if (behaviour.enrouteFirst) this.due.add(delayMs / 2, () => give(enroute, message.number))
    if (delayMs === 0) giveAll()
    else this.due.add(delayMs, giveAll)
  }

  #fateOf(message: TakenMessage, behaviour: Behaviour): Fate {
    if (behaviour.fateOfPart2 !== undefined && message.part?.partNumber === 2) {
      return behaviour.fateOfPart2
    }
    if (behaviour.fate !== undefined) return behaviour.fate
    const { undeliverableShare } = this.habits
    const isUnlucky = undeliverableShare > 0 && this.#nextRandom() < undeliverableShare
    return isUnlucky ? undeliverable : delivered
  }

  #replyLater(message: TakenMessage, behaviour: Behaviour): void {
    const isLastPart = message.part === null || message.part.partNumber === message.part.partsTotal
    const text = behaviour.reply
    if (text === undefined || !isLastPart) return
    const reply = { from: message.destination, to: message.source, text }
    this.due.add(this.habits.receiptDelayMs + 50, () => this.reply(reply, message.systemId))
  }

  #sendGarbage(session: Session): void {
    const octets = garbage[this.#garbageTurn % garbage.length] ?? cutPdu
    this.#garbageTurn += 1
    session.sendRaw(octets)
  }

  #unbind(session: Session): void {
    session.send(makePdu('unbind', session.nextSequence()))
    this.due.add(5_000, () => session.close())
  }

  /** mulberry32: 0 up to 1, the same for the same seed. */
  #nextRandom(): number {
    this.#random = (this.#random + 0x6d2b79f5) >>> 0
    let mixed = this.#random
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const ordinary: Behaviour = { what: 'is delivered' }
const userDataHeaderBit = 0x40

/** A copy of the text octets, and the mark of a part. An unreadable header is kept as text. */
function contentOf(pdu: PduOf<'submit_sm'>): {
  octets: Uint8Array
  part: ConcatenationMark | null
} {
  const octets = messageOctets(pdu)
  if ((pdu.esmClass & userDataHeaderBit) !== 0) {
    const data = readUserData(octets)
    if (data.ok) return { octets: data.rest.slice(), part: data.concatenation }
  }
  const reference = tlvInteger(pdu.tlvs, 'sar_msg_ref_num')
  const partsTotal = tlvInteger(pdu.tlvs, 'sar_total_segments')
  const partNumber = tlvInteger(pdu.tlvs, 'sar_segment_seqnum')
  const isPart = reference !== null && partsTotal !== null && partNumber !== null
  return { octets: octets.slice(), part: isPart ? { reference, partsTotal, partNumber } : null }
}
