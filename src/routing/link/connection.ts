// One TCP or TLS connection to an operator and its bind: octets out, PDUs in, one end.
import net from 'node:net'
import tls from 'node:tls'
import type { Timers } from '../../kernel/index.ts'
import {
  addressNotAllowed,
  isRefusedLiteral,
  lookupAllowed,
  notAllowed,
} from '../../outgoing/index.ts'
import {
  decodePdu,
  Framer,
  makePdu,
  type Pdu,
  type PduHeader,
  PduWriter,
  statuses,
  statusOfFault,
} from '../../wire/index.ts'
import type { LinkLimits } from './limits.ts'
import type { DownReason, LinkSettings } from './operator-link.ts'

export type BindRole = 'transceiver' | 'transmitter' | 'receiver'
export type ConnectionEnd = { why: DownReason; status: number | null; said?: string | null }

export type ConnectionEvents = {
  bound(operatorSystemId: string): void
  /** Every PDU of a bound connection but enquire_link and its answer. */
  pdu(pdu: Pdu): void
  /** All PDUs that came together were given. */
  paused(): void
  /** A well-framed PDU with a broken body; it was answered where it asked for an answer. */
  malformed(header: PduHeader | null): void
  /** Once, and the last. */
  ended(end: ConnectionEnd): void
}

/** Opens a plain connection; calls back once it stands. */
export type Connect = (place: Place, connected: () => void) => net.Socket
type Place = { host: string; port: number; lookup?: net.LookupFunction }

export type ConnectionDeps = {
  settings: LinkSettings
  timers: Timers
  limits: LinkLimits
  connect?: Connect
}

const connectTcp: Connect = (place, connected) =>
  net.connect({ ...place, noDelay: true }, connected)

const interfaceVersion = 0x34
const sequenceMax = 0x7fff_ffff

/**
 * Connecting, then binding, then bound, then ended. Each of the first two has a time-out; while
 * bound, silence is broken by an enquire_link, and unbroken silence ends the connection. Silence is
 * that no whole PDU comes.
 */
export class Connection {
  readonly role: BindRole
  readonly #deps: ConnectionDeps
  readonly #events: ConnectionEvents
  readonly #socket: net.Socket
  readonly #framer: Framer
  readonly #writer = new PduWriter(16_384)
  #phase: 'connecting' | 'binding' | 'bound' | 'ended' = 'connecting'
  #sequence = 0
  #heardAt: number
  #malformedPdus = 0
  #isFlushDue = false
  #hasTcp = false
  #cancelTimer: () => void

  constructor(role: BindRole, deps: ConnectionDeps, events: ConnectionEvents) {
    this.role = role
    this.#deps = deps
    this.#events = events
    this.#framer = new Framer(deps.limits.pduOctetsMax)
    this.#heardAt = deps.timers.now()
    this.#cancelTimer = deps.timers.after(deps.limits.connectTimeoutMs, () =>
      this.end({ why: 'connect_timeout', status: null }),
    )
    this.#socket = this.#connect()
    this.#socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.end(this.#endOf(error)))
    this.#socket.on('close', () => this.end({ why: 'connection_lost', status: null }))
  }

  get isBound(): boolean {
    return this.#phase === 'bound'
  }

  nextSequence(): number {
    this.#sequence = this.#sequence === sequenceMax ? 1 : this.#sequence + 1
    return this.#sequence
  }

  /** Writes at the end of this turn, with what else is written in it. False: it does not encode. */
  send(pdu: Pdu): boolean {
    if (this.#phase === 'ended') return false
    const written = this.#writer.write(pdu)
    if (written.ok && !this.#isFlushDue) {
      this.#isFlushDue = true
      queueMicrotask(() => this.#flush())
    }
    return written.ok
  }

  /** Lets what was sent leave, then ends. */
  end(end: ConnectionEnd): void {
    if (this.#phase === 'ended') return
    this.#flush()
    this.#phase = 'ended'
    this.#cancelTimer()
    if (!this.#hasTcp) this.#socket.destroy()
    else if (!this.#socket.destroyed) {
      // What is written leaves first; an operator that does not read waits no longer than this.
      const cancel = this.#deps.timers.after(this.#deps.limits.unbindTimeoutMs, () =>
        this.#socket.destroy(),
      )
      this.#socket.once('close', cancel)
      this.#socket.destroySoon()
    }
    this.#events.ended(end)
  }

  #connect(): net.Socket {
    const { host, port, tls: tlsSettings, allows } = this.#deps.settings
    if (allows !== undefined && isRefusedLiteral(host, allows)) {
      return new net.Socket().destroy(notAllowed())
    }
    const place: Place = { host, port, ...(allows && { lookup: lookupAllowed(allows) }) }
    if (tlsSettings === null) {
      return (this.#deps.connect ?? connectTcp)(place, () => this.#bind())
    }
    const socket = tls.connect(
      {
        ...place,
        ...(tlsSettings.ca === undefined ? {} : { ca: tlsSettings.ca }),
        ...serverNameOf(tlsSettings.serverName ?? host),
      },
      () => this.#bind(),
    )
    socket.setNoDelay(true)
    socket.on('connect', () => {
      this.#hasTcp = true
    })
    return socket
  }

  #bind(): void {
    if (this.#phase !== 'connecting') return
    const { settings, limits, timers } = this.#deps
    this.#hasTcp = true
    this.#phase = 'binding'
    this.#cancelTimer()
    this.#cancelTimer = timers.after(limits.bindTimeoutMs, () =>
      this.end({ why: 'bind_timeout', status: null }),
    )
    const isSent = this.send(
      makePdu(`bind_${this.role}`, this.nextSequence(), {
        systemId: settings.systemId,
        password: settings.password.reveal('submit_to_operator'),
        systemType: settings.systemType,
        interfaceVersion,
      }),
    )
    // Credentials that no PDU can hold are wrong ones.
    if (!isSent) this.end({ why: 'wrong_password', status: null })
  }

  #flush(): void {
    this.#isFlushDue = false
    if (this.#phase === 'ended' || this.#writer.length === 0) return
    this.#socket.write(this.#writer.take())
  }

  #receive(chunk: Uint8Array): void {
    if (this.#phase === 'ended') return
    const { frames, fault } = this.#framer.push(chunk)
    // Octets that end no PDU are no sign of life: out of step, a stream is deaf while it flows.
    if (frames.length > 0) this.#heardAt = this.#deps.timers.now()
    for (const frame of frames) {
      this.#read(frame)
      // A handler may have ended the connection.
      if (this.#hasEnded()) return
    }
    this.#events.paused()
    if (fault !== null) {
      this.#events.malformed(null)
      this.end({ why: 'malformed_bytes', status: null })
    }
  }

  #hasEnded(): boolean {
    return this.#phase === 'ended'
  }

  #read(frame: Uint8Array): void {
    const decoded = decodePdu(frame)
    if (!decoded.ok) {
      this.#malformed(decoded.header, statusOfFault(decoded.fault))
      return
    }
    const pdu = decoded.pdu
    if (this.#phase === 'binding') this.#readWhileBinding(pdu)
    else if (pdu.command === 'enquire_link') this.send(makePdu('enquire_link_resp', pdu.sequence))
    else if (pdu.command !== 'enquire_link_resp') this.#events.pdu(pdu)
  }

  #readWhileBinding(pdu: Pdu): void {
    if (pdu.command === 'generic_nack') this.end({ why: 'bind_refused', status: pdu.status })
    if (pdu.command !== `bind_${this.role}_resp`) return
    if (pdu.status !== 0) {
      this.end({ why: bindRefusals.get(pdu.status) ?? 'bind_refused', status: pdu.status })
      return
    }
    this.#phase = 'bound'
    this.#cancelTimer()
    this.#listen()
    this.#events.bound('systemId' in pdu ? pdu.systemId : '')
  }

  #malformed(header: PduHeader | null, status: number): void {
    this.#malformedPdus += 1
    const isRequest = header !== null && header.commandId < 0x8000_0000
    if (isRequest) this.send(makePdu('generic_nack', header.sequence, { status }))
    this.#events.malformed(header)
    if (this.#malformedPdus > this.#deps.limits.malformedPdusMax || this.#phase === 'binding') {
      this.end({ why: 'malformed_bytes', status: null })
    }
  }

  /** Waits until nothing was heard for a while, then asks; ends when even that is not answered. */
  #listen(): void {
    const { timers, limits } = this.#deps
    const quietMs = timers.now() - this.#heardAt
    if (quietMs < limits.enquireLinkIntervalMs) {
      this.#cancelTimer = timers.after(limits.enquireLinkIntervalMs - quietMs, () => this.#listen())
      return
    }
    const askedAt = timers.now()
    this.send(makePdu('enquire_link', this.nextSequence()))
    this.#cancelTimer = timers.after(limits.enquireLinkTimeoutMs, () => {
      if (this.#heardAt < askedAt) this.end({ why: 'link_silent', status: null })
      else this.#listen()
    })
  }

  #endOf(error: NodeJS.ErrnoException): ConnectionEnd {
    const status = null
    if (this.#phase === 'connecting' && this.#hasTcp) return { why: 'tls_failed', status }
    const why = connectFailures.get(error.code ?? '')
    return { why: this.#phase === 'connecting' && why ? why : 'connection_lost', status }
  }
}

const bindRefusals = new Map<number, DownReason>([
  [statuses.ESME_RINVPASWD, 'wrong_password'],
  [statuses.ESME_RINVSYSID, 'wrong_system_id'],
  [statuses.ESME_RALYBND, 'already_bound'],
])

const connectFailures = new Map<string, DownReason>([
  [addressNotAllowed, 'address_not_allowed'],
  ['ENOTFOUND', 'host_not_found'],
  ['EAI_AGAIN', 'host_not_found'],
  ['ECONNREFUSED', 'connection_refused'],
  ['ETIMEDOUT', 'connect_timeout'],
  ['EHOSTUNREACH', 'connection_refused'],
  ['ENETUNREACH', 'connection_refused'],
])

/** TLS allows no IP address as a server name. */
function serverNameOf(host: string): { servername?: string } {
  return net.isIP(host) === 0 ? { servername: host } : {}
}
