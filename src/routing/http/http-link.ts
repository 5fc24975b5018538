// The link to an HTTP operator: the same promises as the SMPP link's, one request a segment.
import type http from 'node:http'
import type https from 'node:https'
import type { Timers } from '../../kernel/index.ts'
import type { AddressRule } from '../../outgoing/index.ts'
import { makeAgent, type Posted, postJson } from '../../outgoing/index.ts'
import type { DownReason } from '../link/index.ts'
import {
  type LinkCounters,
  type LinkHandlers,
  type LinkLimits,
  type LinkState,
  linkLimits,
  type NotSentReason,
  noLinkCounts,
  type OperatorLink,
  type OutgoingSegment,
  type RefusalWatch,
  RoutePace,
  type SubmitOutcome,
  SubmitPipe,
  type TlsSettings,
} from '../link/index.ts'
import { bodyFor, textOf } from './body-for.ts'
import type { HttpOperator, HttpSecrets } from './http-operator.ts'
import { wordsOf } from './operator-words.ts'
import { outcomeOfAnswer } from './read-answer.ts'

export type HttpLinkSettings = {
  operator: HttpOperator
  secrets: HttpSecrets
  windowMax: number
  segmentsPerSecond: number | null
  /** Where it may connect to. */
  allows: AddressRule
  /** Whom to trust instead of the machine's authorities, and the name on the certificate. */
  trust?: TlsSettings
}

export type HttpLinkDeps = {
  timers: Timers
  handlers: LinkHandlers
  mayWrite?: () => boolean
  limits?: Partial<LinkLimits>
  pace?: RoutePace
  refusals?: RefusalWatch
}

type Down = LinkState & { kind: 'down' }

/** How long an operator is left alone that cannot be reached, or has said that it takes nothing. */
const downMs = { unreachable: 5_000, told: 60_000 } as const
const toldReasons: ReadonlySet<DownReason> = new Set([
  'wrong_password',
  'bind_refused',
  'operator_unavailable',
  'refuses_all',
])

export class HttpLink implements OperatorLink {
  readonly counters: LinkCounters = noLinkCounts()
  readonly #settings: HttpLinkSettings
  readonly #deps: HttpLinkDeps
  readonly #url: URL
  readonly #agent: http.Agent | https.Agent
  readonly #pipe: SubmitPipe
  readonly #limits: LinkLimits
  #state: LinkState
  #failures = 0
  #sequence = 0
  #cancelRetry: () => void = () => {}

  constructor(settings: HttpLinkSettings, deps: HttpLinkDeps) {
    const { timers, handlers } = deps
    this.#settings = settings
    this.#deps = deps
    this.#limits = { ...linkLimits, ...deps.limits }
    this.#url = new URL(settings.operator.url)
    this.#agent = makeAgent(this.#url, {
      connectionsMax: settings.windowMax,
      trust: settings.trust ?? {},
    })
    const limits = this.#limits
    this.#pipe = new SubmitPipe({
      timers,
      limits,
      counters: this.counters,
      windowMax: settings.windowMax,
      pace: deps.pace ?? new RoutePace({ timers, limits, rates: settings }),
      whyNot: () => this.#whyNot(),
      write: (segment) => this.#write(segment),
      lateOutcome: (key, outcome) => handlers.lateOutcome?.(key, outcome),
      refusals: deps.refusals,
    })
    this.#state = this.#down('not_started', null)
  }

  get state(): LinkState {
    return this.#state
  }

  get open(): number {
    return this.#pipe.open
  }

  /** There is nothing to log in to: it is up until a request says otherwise. */
  start(): void {
    if (this.#state.kind === 'down' && this.#state.why === 'not_started') this.#up()
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

  async close(drainMs: number = this.#settings.operator.timeoutMs): Promise<void> {
    if (this.#state.kind === 'closing' || this.#state.kind === 'closed') return
    this.#moveTo({ kind: 'closing', since: this.#deps.timers.now() })
    this.#cancelRetry()
    this.#pipe.dropWaiting('link_closing')
    await this.#pipe.answered(drainMs)
    this.#pipe.loseWindow()
    this.#pipe.leave()
    this.#agent.destroy()
    this.#moveTo({ kind: 'closed', since: this.#deps.timers.now() })
  }

  #whyNot(): NotSentReason | null {
    if (this.#state.kind === 'bound') {
      return this.#deps.mayWrite === undefined || this.#deps.mayWrite() ? null : 'not_the_owner'
    }
    const isClosing = this.#state.kind === 'closing' || this.#state.kind === 'closed'
    return isClosing ? 'link_closing' : 'link_down'
  }

  #write(segment: OutgoingSegment): number | null {
    const text = textOf(segment)
    if (text === null) return null
    const body = JSON.stringify(bodyFor(this.#settings.operator, segment, text))
    this.#sequence += 1
    const sequence = this.#sequence
    const { operator, secrets } = this.#settings
    const asked = {
      url: this.#url,
      headers: { ...operator.headers, [operator.authHeader]: secrets.auth },
      body,
      agent: this.#agent,
      timeoutMs: operator.timeoutMs,
      allows: this.#settings.allows,
      timers: this.#deps.timers,
    }
    void postJson(asked).then((posted) => {
      this.#answered(sequence, posted, { text, to: segment.to.reveal('match') })
      this.#pipe.pump()
    })
    return sequence
  }

  #answered(sequence: number, posted: Posted, message: { text: string; to: string }): void {
    if (posted.kind === 'lost') {
      this.#pipe.lose(sequence, posted.why)
      return
    }
    if (posted.kind === 'not_connected') {
      this.#pipe.answer(sequence, { kind: 'not_sent', why: 'link_down' })
      this.#goDown(posted.why, null)
      return
    }
    const read = outcomeOfAnswer(this.#settings.operator, posted)
    if (read.kind === 'unknown') this.#pipe.lose(sequence, read.why)
    else this.#pipe.answer(sequence, read)
    if (read.kind === 'accepted') {
      this.#failures = 0
      if (read.operatorMessageId !== null) this.#deps.handlers.accepted?.(read.operatorMessageId)
    }
    const { status } = posted
    if (read.kind === 'refused' && this.#deps.refusals?.refusesAll) {
      const said = wordsOf(posted.body, message)
      this.#goDown('refuses_all', status, said === null ? read.statusName : said)
    } else if (status === 401 || status === 403) this.#goDown('wrong_password', status)
    else if (status === 503 || status === 402) this.#goDown('operator_unavailable', status)
    else if (status === 404 || (status >= 300 && status < 400)) this.#goDown('bind_refused', status)
  }

  #goDown(why: DownReason, status: number | null, said: string | null = null): void {
    if (this.#state.kind !== 'bound') return
    this.#failures += 1
    const longer = Math.min(downMs.told, downMs.unreachable * this.#failures)
    const waitMs = toldReasons.has(why) ? downMs.told : longer
    const down = this.#down(why, status, waitMs)
    this.#moveTo(said === null ? down : { ...down, said })
    this.#pipe.dropWaiting('link_down')
    this.#cancelRetry = this.#deps.timers.after(waitMs, () => this.#up())
  }

  #up(): void {
    const since = this.#deps.timers.now()
    this.counters.binds += 1
    this.#moveTo({ kind: 'bound', since, operatorSystemId: this.#url.hostname })
  }

  #down(why: DownReason, status: number | null, waitMs: number | null = null): Down {
    const since = this.#deps.timers.now()
    const retryAt = waitMs === null ? null : since + waitMs
    return { kind: 'down', since, why, status, retryAt, failures: this.#failures }
  }

  #moveTo(state: LinkState): void {
    this.#state = state
    this.#deps.handlers.stateChanged?.(state)
  }
}
