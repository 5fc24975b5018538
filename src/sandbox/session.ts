// One client's connection to the sandbox: bind, answers, and the ways in which it may be cut.
import type { Socket } from 'node:net'
import {
  type Command,
  commandIds,
  decodePdu,
  Framer,
  integerTlv,
  makePdu,
  type Pdu,
  type PduOf,
  PduWriter,
  statuses,
  statusOfFault,
} from '../wire/index.ts'
import type { Delivery } from './deliveries.ts'

export type SessionEvents = {
  /** The status that a bind gets. */
  judgeBind(systemId: string, password: string): number
  bound(session: Session): void
  submit(session: Session, pdu: PduOf<'submit_sm'>): void
  deliveryAnswered(session: Session, sequence: number, status: number): void
  malformed(): void
  closed(session: Session): void
}

export class Session {
  systemId = ''
  role: 'none' | 'transceiver' | 'transmitter' | 'receiver' = 'none'
  readonly unanswered = new Map<number, Delivery>()
  readonly #socket: Socket
  readonly #events: SessionEvents
  readonly #framer = new Framer()
  readonly #writer = new PduWriter(16_384)
  #sequence = 0
  #isFlushDue = false
  #isClosed = false

  constructor(socket: Socket, events: SessionEvents) {
    this.#socket = socket
    this.#events = events
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    socket.on('error', () => this.close())
    socket.on('close', () => this.#ended())
  }

  get receives(): boolean {
    return this.role === 'transceiver' || this.role === 'receiver'
  }

  nextSequence(): number {
    this.#sequence = this.#sequence === 0x7fff_ffff ? 1 : this.#sequence + 1
    return this.#sequence
  }

  send(pdu: Pdu): void {
    if (this.#isClosed) return
    this.#writer.write(pdu)
    if (this.#isFlushDue) return
    this.#isFlushDue = true
    queueMicrotask(() => this.#flush())
  }

  /** Octets that are no whole PDU, behind what was written before. */
  sendRaw(octets: Uint8Array): void {
    this.#flush()
    if (!this.#isClosed) this.#socket.write(octets)
  }

  /** Ends once what was written has left. */
  close(): void {
    this.#flush()
    if (!this.#socket.destroyed) this.#socket.destroySoon()
    this.#ended()
  }

  /** Ends at once; what was not flushed never leaves. */
  cut(): void {
    this.#writer.take()
    this.#socket.destroy()
    this.#ended()
  }

  #ended(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#events.closed(this)
  }

  #flush(): void {
    this.#isFlushDue = false
    if (this.#isClosed || this.#writer.length === 0) return
    this.#socket.write(this.#writer.take())
  }

  #receive(chunk: Uint8Array): void {
    const { frames, fault } = this.#framer.push(chunk)
    for (const frame of frames) {
      if (this.#isClosed) return
      const decoded = decodePdu(frame)
      if (decoded.ok) this.#read(decoded.pdu)
      else {
        this.#events.malformed()
        const status = statusOfFault(decoded.fault)
        this.send(makePdu('generic_nack', decoded.header?.sequence ?? 0, { status }))
      }
    }
    if (fault === null || this.#isClosed) return
    this.#events.malformed()
    this.send(makePdu('generic_nack', 0, { status: statuses.ESME_RINVCMDLEN }))
    this.close()
  }

  #read(pdu: Pdu): void {
    switch (pdu.command) {
      case 'bind_transceiver':
      case 'bind_transmitter':
      case 'bind_receiver':
        this.#bind(pdu)
        return
      case 'submit_sm':
        if (this.role === 'transceiver' || this.role === 'transmitter') {
          this.#events.submit(this, pdu)
          return
        }
        this.send(makePdu('submit_sm_resp', pdu.sequence, { status: statuses.ESME_RINVBNDSTS }))
        return
      case 'deliver_sm_resp':
        this.#events.deliveryAnswered(this, pdu.sequence, pdu.status)
        return
      case 'enquire_link':
        this.send(makePdu('enquire_link_resp', pdu.sequence))
        return
      case 'unbind':
        this.send(makePdu('unbind_resp', pdu.sequence))
        this.close()
        return
      case 'unbind_resp':
        this.close()
        return
      default:
        this.#refuseStranger(pdu.command, pdu.sequence)
    }
  }

  #bind(pdu: PduOf<'bind_transceiver'> | PduOf<'bind_transmitter'> | PduOf<'bind_receiver'>): void {
    const status =
      this.role === 'none'
        ? this.#events.judgeBind(pdu.systemId, pdu.password)
        : statuses.ESME_RALYBND
    const tlvs = [integerTlv('sc_interface_version', 0x34, 1)]
    const answer = status === 0 ? { systemId: 'sandbox', tlvs } : { status }
    this.send(makePdu(`${pdu.command}_resp`, pdu.sequence, answer))
    if (status !== 0) return
    this.systemId = pdu.systemId
    this.role = roles[pdu.command]
    this.#events.bound(this)
  }

  /** Only requests are answered; an answer that nobody waits for is passed over. */
  #refuseStranger(command: Command, sequence: number): void {
    if (commandIds[command] >= 0x8000_0000) return
    this.send(makePdu('generic_nack', sequence, { status: statuses.ESME_RINVCMDID }))
  }
}

const roles = {
  bind_transceiver: 'transceiver',
  bind_transmitter: 'transmitter',
  bind_receiver: 'receiver',
} as const
