// The SMPP link: stays connected, and lets what it holds end in order when a connection ends.
import type { Instant, Randomness, Timers } from '../../kernel/index.ts'
import {
  commandIds,
  makePdu,
  type Pdu,
  type PduHeader,
  statuses,
  statusName,
} from '../../wire/index.ts'
import { reconnectDelayMs } from './backoff.ts'
import { type BindRole, type Connect, Connection, type ConnectionEnd } from './connection.ts'
import { noLinkCounts } from './counts.ts'
import { Deliveries } from './deliveries.ts'
import { type LinkLimits, linkLimits } from './limits.ts'
import type {
  LinkCounters,
  LinkHandlers,
  LinkSettings,
  LinkState,
  NotSentReason,
  OperatorLink,
  OutgoingSegment,
  SubmitOutcome,
} from './operator-link.ts'
import type { RefusalWatch } from './refusal-watch.ts'
import { RoutePace } from './route-pace.ts'
import { statusAction } from './status-actions.ts'
import { submitPdu } from './submit-pdu.ts'
import { SubmitPipe } from './submit-pipe.ts'

export type LinkDeps = {
  timers: Timers
  randomness: Randomness
  handlers: LinkHandlers
  /** Asked before each write: false once this process may no longer speak for the route. */
  mayWrite?: () => boolean
  limits?: Partial<LinkLimits>
  /** Another network than TCP, for a simulation. */
  connect?: Connect
  /** What the binds of one route share; absent for a link with a pace of its own. */
  pace?: RoutePace
  /** What the binds of one route have heard; absent: each answer is about its message. */
  refusals?: RefusalWatch
}

export function createOperatorLink(settings: LinkSettings, deps: LinkDeps): OperatorLink {
  return new SmppLink(settings, deps)
}

/**
 * Down → connecting → bound → (retiring) → down …, and closing → closed at the end. While bound,
 * segments wait, are written as window and rate allow, and stand in the window until answered. At
 * the end of a connection what waits is surely not sent, what stands in the window is unknown.
 */
class SmppLink implements OperatorLink {
  readonly counters: LinkCounters = noLinkCounts()
  readonly #settings: LinkSettings
  readonly #deps: LinkDeps
  readonly #limits: LinkLimits
  readonly #pipe: SubmitPipe
  readonly #deliveries: Deliveries
  #state: LinkState
  #connections: Connection[] = []
  #failures = 0
  /** The operator asked to unbind, or its receiver is gone: nothing more is written. */
  #isRetiring = false
  #cancelReconnect: () => void = () => {}
  #unbindAnswered: (() => void) | null = null

  constructor(settings: LinkSettings, deps: LinkDeps) {
    this.#settings = settings
    this.#deps = deps
    this.#limits = { ...linkLimits, ...deps.limits }
    const { timers, handlers } = deps
    const shared = { timers, limits: this.#limits, counters: this.counters }
    this.#deliveries = new Deliveries({ ...shared, settings, handlers })
    this.#pipe = new SubmitPipe({
      ...shared,
      windowMax: settings.windowMax,
      pace: deps.pace ?? new RoutePace({ timers, limits: this.#limits, rates: settings }),
      whyNot: () => this.#whyNot(),
      write: (segment) => this.#write(segment),
      lateOutcome: (key, outcome) => handlers.lateOutcome?.(key, outcome),
      refusals: deps.refusals,
    })
    this.#state = this.#downState({ why: 'not_started', status: null }, null)
  }

  get state(): LinkState {
    return this.#state
  }

  get open(): number {
    return this.#pipe.open
  }

  start(): void {
    if (this.#state.kind === 'down' && this.#state.why === 'not_started') this.#connect()
  }

  capacity(): number {
    return this.#pipe.capacity()
  }

  handMax(): number {
    return this.#pipe.handMax()
  }

  submit(segment: OutgoingSegment): Promise<SubmitOutcome> {
    return new Promise((resolve) => {
      this.#pipe.give([segment], (_segment, outcome) => resolve(outcome))
    })
  }

  submitMany<Asked extends OutgoingSegment>(
    segments: readonly Asked[],
    done: (segment: Asked, outcome: SubmitOutcome) => void,
  ): void {
    this.#pipe.give(segments, done)
  }

  waiting(): ReadonlySet<string> {
    return this.#pipe.waiting()
  }

  withdraw(matches: (segment: OutgoingSegment) => boolean): number {
    return this.#pipe.withdraw(matches)
  }

  async close(drainMs: number = this.#limits.answerTimeoutMs): Promise<void> {
    if (this.#state.kind === 'closing' || this.#state.kind === 'closed') return
    this.#moveTo({ kind: 'closing', since: this.#deps.timers.now() })
    this.#cancelReconnect()
    this.#pipe.dropWaiting('link_closing')
    await this.#pipe.answered(drainMs)
    await this.#deliveries.close()
    await this.#unbind()
    this.#endConnections()
    this.#pipe.loseWindow()
    this.#pipe.leave()
    this.#moveTo({ kind: 'closed', since: this.#deps.timers.now() })
  }

  #whyNot(): NotSentReason | null {
    if (this.#state.kind === 'bound' && !this.#isRetiring) {
      return this.#deps.mayWrite === undefined || this.#deps.mayWrite() ? null : 'not_the_owner'
    }
    const isClosing = this.#state.kind === 'closing' || this.#state.kind === 'closed'
    return isClosing ? 'link_closing' : 'link_down'
  }

  #write(segment: OutgoingSegment): number | null {
    const connection = this.#connections.find((one) => one.role !== 'receiver')
    if (connection === undefined) return null
    const sequence = connection.nextSequence()
    return connection.send(submitPdu(segment, sequence)) ? sequence : null
  }

  #connect(): void {
    this.#moveTo({ kind: 'connecting', since: this.#deps.timers.now() })
    this.counters.connects += 1
    const roles: BindRole[] =
      this.#settings.bindAs === 'pair' ? ['transmitter', 'receiver'] : ['transceiver']
    this.#connections = roles.map((role) => this.#open(role))
  }

  #open(role: BindRole): Connection {
    const { timers, connect } = this.#deps
    const shared = { settings: this.#settings, timers, limits: this.#limits }
    const deps = connect === undefined ? shared : { ...shared, connect }
    const connection: Connection = new Connection(role, deps, {
      bound: (operatorSystemId) => this.#bound(operatorSystemId),
      pdu: (pdu) => this.#read(pdu, connection),
      paused: () => {
        this.#deliveries.handOver()
        this.#pipe.pump()
      },
      malformed: (header) => this.#malformed(header),
      ended: (end) => this.#lost(connection, end),
    })
    return connection
  }

  #bound(operatorSystemId: string): void {
    if (!this.#connections.every((connection) => connection.isBound)) return
    if (this.#state.kind !== 'connecting') return
    this.counters.binds += 1
    this.#moveTo({ kind: 'bound', since: this.#deps.timers.now(), operatorSystemId })
  }

  #lost(connection: Connection, end: ConnectionEnd): void {
    if (!this.#connections.includes(connection)) return
    this.#connections = this.#connections.filter((other) => other !== connection)
    // Receipts of the chunk that ended it were read before its end.
    this.#deliveries.handOver()
    if (this.#state.kind === 'closing') {
      this.#pipe.loseWindow()
      this.#unbindAnswered?.()
    } else if (connection.role === 'receiver' && this.#state.kind === 'bound') {
      // Segments in the transmitter's window may still be answered: let it end in order.
      this.#retire(end)
    } else this.#down(end)
  }

  /** Ends every connection, settles what they held, and tries again later. */
  #down(end: ConnectionEnd): void {
    const { timers, randomness } = this.#deps
    const state = this.#state
    const wasStable =
      state.kind === 'bound' && timers.now() - state.since >= this.#limits.stableBindMs
    this.#failures = wasStable ? 1 : this.#failures + 1
    this.#isRetiring = false
    this.#endConnections()
    const delayMs = reconnectDelayMs(end.why, this.#failures, this.#limits, randomness)
    this.#cancelReconnect = timers.after(delayMs, () => this.#connect())
    this.#moveTo(this.#downState(end, timers.now() + delayMs))
    this.#pipe.dropWaiting('link_down')
    this.#pipe.loseWindow()
  }

  /** Writes nothing more, waits for the window's answers, says `last`, and goes down. */
  #retire(end: ConnectionEnd, last: () => void = () => {}): void {
    if (this.#isRetiring) return
    this.#isRetiring = true
    this.#pipe.dropWaiting('link_down')
    void this.#pipe.answered(this.#limits.unbindTimeoutMs / 2).then(() => {
      last()
      if (this.#state.kind === 'bound') this.#down(end)
    })
  }

  #endConnections(): void {
    const connections = this.#connections
    this.#connections = []
    for (const one of connections) one.end({ why: 'connection_lost', status: null })
  }

  /** Asks the operator to part, and waits for its answer or for the connection's end. */
  async #unbind(): Promise<void> {
    const bound = this.#connections.filter((connection) => connection.isBound)
    if (bound.length === 0) return
    await new Promise<void>((resolve) => {
      const cancel = this.#deps.timers.after(this.#limits.unbindTimeoutMs, resolve)
      let left = bound.length
      this.#unbindAnswered = () => {
        left -= 1
        if (left > 0) return
        cancel()
        resolve()
      }
      for (const one of bound) one.send(makePdu('unbind', one.nextSequence()))
    })
    this.#unbindAnswered = null
  }

  #read(pdu: Pdu, connection: Connection): void {
    switch (pdu.command) {
      case 'submit_sm_resp':
        this.#pipe.answer(pdu.sequence, outcomeOf(pdu.status, pdu.messageId))
        if (pdu.status === 0) this.#deps.handlers.accepted?.(pdu.messageId)
        else this.#refused(pdu.status, connection)
        return
      case 'generic_nack':
        this.#pipe.answer(pdu.sequence, outcomeOf(pdu.status || unnamedError, ''))
        this.#refused(pdu.status, connection)
        return
      case 'deliver_sm':
      case 'data_sm':
        this.#deliveries.take(pdu, connection)
        return
      case 'unbind':
        this.#retire({ why: 'operator_unbound', status: null }, () =>
          connection.send(makePdu('unbind_resp', pdu.sequence)),
        )
        return
      case 'unbind_resp':
        this.#unbindAnswered?.()
        return
      case 'outbind':
      case 'alert_notification':
        return
      default:
        // A command that only operators answer, or an answer that nobody waits for.
        if (pdu.command.endsWith('_resp')) return
        connection.send(makePdu('generic_nack', pdu.sequence, { status: statuses.ESME_RINVCMDID }))
    }
  }

  /** For an operator that says "not bound" the session has ended: every segment would hear it. */
  #refused(status: number, connection: Connection): void {
    if (this.#deps.refusals?.refusesAll) {
      this.#retire({ why: 'refuses_all', status, said: statusName(status) })
    }
    if (status !== statuses.ESME_RINVBNDSTS) return
    this.#retire({ why: 'operator_unbound', status }, () =>
      connection.send(makePdu('unbind', connection.nextSequence())),
    )
  }

  #malformed(header: PduHeader | null): void {
    this.counters.malformed += 1
    if (header?.commandId === commandIds.submit_sm_resp) {
      this.#pipe.lose(header.sequence, 'malformed_answer')
    }
  }

  #downState(end: ConnectionEnd, retryAt: Instant | null): LinkState {
    const since = this.#deps.timers.now()
    return { kind: 'down', since, ...end, retryAt, failures: this.#failures }
  }

  #moveTo(state: LinkState): void {
    this.#state = state
    this.#deps.handlers.stateChanged?.(state)
  }
}

/** A generic_nack always says no, whatever its status. */
const unnamedError = statuses.ESME_RUNKNOWNERR

function outcomeOf(status: number, messageId: string): SubmitOutcome {
  if (status === 0) return { kind: 'accepted', operatorMessageId: messageId || null }
  return { kind: 'refused', status, statusName: statusName(status), action: statusAction(status) }
}
