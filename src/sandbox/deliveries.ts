// What the operator delivers to its clients: kept until a receiving bind takes it.
import type { Instant } from '../kernel/index.ts'
import { makePdu, type PduOf, type Tlv } from '../wire/index.ts'

export type Delivery = {
  source: string
  destination: string
  /** Type of number of each: 1 international, 5 letters, 0 unknown. */
  sourceTon: number
  destinationTon: number
  esmClass: number
  dataCoding: number
  octets: Uint8Array
  tlvs: readonly Tlv[]
  isReceipt: boolean
}

/** A bind that takes deliveries, as this room needs it. */
export type Receiver = {
  readonly systemId: string
  readonly unanswered: Map<number, Delivery>
  nextSequence(): number
  send(pdu: PduOf<'deliver_sm'>): void
}

/** A reply on its way: when it was first sent, and when the client said that it has it. */
export type ReplyTime = { from: string; sentAt: Instant; answeredAt: Instant | null }

const replyTimesMax = 20_000

export type DeliveriesDeps = {
  now(): Instant
  deliveriesMax(): number
  redeliverMs(): number
  later(delayMs: number, call: () => void): void
}

/** `list` from `from` on waits: taking the first costs nothing however many there are. */
type Waiting = { list: Delivery[]; from: number }

/** Per system id, in order, to its receiving binds in turn. */
export class Deliveries {
  readonly #deps: DeliveriesDeps
  readonly #waiting = new Map<string, Waiting>()
  readonly #receivers = new Map<string, Receiver[]>()
  readonly #replyTimes = new Map<Delivery, ReplyTime>()
  readonly counters = { receiptsSent: 0, repliesSent: 0, answered: 0, refused: 0, sentAgain: 0 }

  constructor(deps: DeliveriesDeps) {
    this.#deps = deps
  }

  get pending(): number {
    let pending = 0
    for (const waiting of this.#waiting.values()) {
      pending += waiting.list.length - waiting.from
    }
    for (const receivers of this.#receivers.values()) {
      for (const receiver of receivers) pending += receiver.unanswered.size
    }
    return pending
  }

  /** The oldest first; only the newest are remembered. */
  replyTimes(): ReplyTime[] {
    return [...this.#replyTimes.values()]
  }

  give(systemId: string, delivery: Delivery): void {
    const waiting = this.#waiting.get(systemId)
    if (waiting === undefined) this.#waiting.set(systemId, { list: [delivery], from: 0 })
    else waiting.list.push(delivery)
    this.#send(systemId)
  }

  join(receiver: Receiver): void {
    const others = this.#receivers.get(receiver.systemId) ?? []
    this.#receivers.set(receiver.systemId, [...others, receiver])
    this.#send(receiver.systemId)
  }

  /** What a lost bind had not answered goes to the front again. */
  leave(receiver: Receiver): void {
    const { systemId, unanswered } = receiver
    const others = (this.#receivers.get(systemId) ?? []).filter((other) => other !== receiver)
    this.#receivers.set(systemId, others)
    const again = [...unanswered.values()]
    unanswered.clear()
    this.counters.sentAgain += again.length
    const waiting = this.#waiting.get(systemId) ?? { list: [], from: 0 }
    this.#waiting.set(systemId, { list: again.concat(waiting.list.slice(waiting.from)), from: 0 })
    this.#send(systemId)
  }

  answered(receiver: Receiver, sequence: number, status: number): void {
    const delivery = receiver.unanswered.get(sequence)
    if (delivery === undefined) return
    receiver.unanswered.delete(sequence)
    const reply = this.#replyTimes.get(delivery)
    if (status === 0) {
      this.counters.answered += 1
      if (reply !== undefined) reply.answeredAt = this.#deps.now()
    } else {
      this.counters.refused += 1
      this.#deps.later(this.#deps.redeliverMs(), () => this.give(receiver.systemId, delivery))
    }
    this.#send(receiver.systemId)
  }

  #send(systemId: string): void {
    const waiting = this.#waiting.get(systemId)
    if (waiting === undefined) return
    const receivers = this.#receivers.get(systemId) ?? []
    while (waiting.from < waiting.list.length) {
      const receiver = this.#nextFree(receivers)
      const delivery = waiting.list[waiting.from]
      if (receiver === null || delivery === undefined) return
      waiting.from += 1
      this.#sendTo(receiver, delivery)
    }
    waiting.list = []
    waiting.from = 0
  }

  /** The one with the fewest open. */
  #nextFree(receivers: readonly Receiver[]): Receiver | null {
    let best: Receiver | null = null
    for (const receiver of receivers) {
      if (receiver.unanswered.size >= this.#deps.deliveriesMax()) continue
      if (best === null || receiver.unanswered.size < best.unanswered.size) best = receiver
    }
    return best
  }

  #sendTo(receiver: Receiver, delivery: Delivery): void {
    const sequence = receiver.nextSequence()
    receiver.unanswered.set(sequence, delivery)
    if (delivery.isReceipt) this.counters.receiptsSent += 1
    else {
      this.counters.repliesSent += 1
      this.#rememberReply(delivery)
    }
    receiver.send(
      makePdu('deliver_sm', sequence, {
        source: delivery.source,
        sourceTon: delivery.sourceTon,
        sourceNpi: delivery.sourceTon === 1 ? 1 : 0,
        destination: delivery.destination,
        destinationTon: delivery.destinationTon,
        destinationNpi: delivery.destinationTon === 1 ? 1 : 0,
        esmClass: delivery.esmClass,
        dataCoding: delivery.dataCoding,
        shortMessage: delivery.octets,
        tlvs: delivery.tlvs,
      }),
    )
  }

  #rememberReply(delivery: Delivery): void {
    if (this.#replyTimes.has(delivery)) return
    const { source } = delivery
    this.#replyTimes.set(delivery, { from: source, sentAt: this.#deps.now(), answeredAt: null })
    if (this.#replyTimes.size <= replyTimesMax) return
    const [oldest] = this.#replyTimes.keys()
    if (oldest !== undefined) this.#replyTimes.delete(oldest)
  }
}
