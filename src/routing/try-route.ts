// One test message by one route, even if paused: what was sent (masked) and the answer.
import { type E164, maskNumber, Personal, type Timers } from '../kernel/index.ts'
import { makeAgent, postJson } from '../outgoing/index.ts'
import { encodeSegments } from '../wire/index.ts'
import type { RoutingDeps } from './deps.ts'
import { bodyFor } from './http/body-for.ts'
import type { HttpOperator } from './http/http-operator.ts'
import { openSecrets } from './http/http-place.ts'
import { maskedBody, maskedUrl } from './http/mask.ts'
import { wordsOf } from './http/operator-words.ts'
import { outcomeOfAnswer } from './http/read-answer.ts'
import type { OperatorLink, OutgoingSegment, SubmitOutcome } from './link/index.ts'
import { addressRule, trustOf } from './link-settings.ts'
import { openOperator, openPassword } from './route-secrets.ts'
import { smppAddressOf } from './sender.ts'
import type { StoredRoute } from './store.ts'

/** `isDry`: nothing is sent; what would be is shown. */
export type Trial = { to: E164; sender: string; text: string; isDry: boolean }

export type TrialTold = {
  /** As it left, or would have; whatever may be a key is left out. */
  sent: { url: string | null; body: unknown; from: string; to: string; text: string }
  /** Null where nothing was sent. */
  outcome: Exclude<SubmitOutcome['kind'], 'put_off'> | null
  status: number | null
  statusName: string | null
  /** Why nothing came of it, where it was not answered. */
  why: string | null
  operatorMessageId: string | null
  operatorSaid: string | null
}

export type TrialDeps = Pick<RoutingDeps, 'vault' | 'outgoing'> & { timers: Timers }

const boundWithinMs = 15_000

export async function tryRoute(
  deps: TrialDeps,
  stored: StoredRoute,
  asked: { trial: Trial; links: readonly OperatorLink[]; make(): OperatorLink },
): Promise<TrialTold> {
  const { trial } = asked
  const operator = openOperator(deps, stored)
  const segment = segmentOf(stored, trial)
  const from = segment.from.address
  const sent = { url: null, body: null, from, to: maskNumber(trial.to), text: trial.text }
  if (operator !== null) return tryHttp(deps, stored, { operator, segment, trial, sent })
  if (trial.isDry) return { sent, ...nothing }
  // Where none is bound, one is made for this message and closed after it.
  const there = asked.links.find(({ state }) => state.kind === 'bound')
  const link = there ?? asked.make()
  const isOwn = there === undefined
  try {
    if (isOwn) await bound(link, deps.timers)
    const told = toldOf(await link.submit(segment))
    const why = link.state.kind === 'down' ? link.state.why : told.why
    return { sent, ...told, why: told.outcome === 'not_sent' ? why : told.why }
  } finally {
    if (isOwn) await link.close()
  }
}

const nothing = {
  outcome: null,
  status: null,
  statusName: null,
  why: null,
  operatorMessageId: null,
  operatorSaid: null,
} as const

/** The text is short and plain: one part in any alphabet and by any protocol. */
function segmentOf({ route }: StoredRoute, trial: Trial): OutgoingSegment {
  const { concatenation } = route
  const encoded = encodeSegments(trial.text, { concatenation, reference: 0 })
  const content = encoded.ok ? encoded.segments[0] : undefined
  if (content === undefined) throw new Error('a text of ours fits one part')
  return {
    key: 'trial',
    from: smppAddressOf(trial.sender),
    to: new Personal(trial.to),
    content,
    wantsReceipt: false,
    validityPeriod: '',
    reference: 0,
  }
}

function toldOf(outcome: SubmitOutcome): Omit<TrialTold, 'sent'> {
  switch (outcome.kind) {
    case 'accepted':
      return { ...nothing, outcome: 'accepted', operatorMessageId: outcome.operatorMessageId }
    case 'refused': {
      const { status, statusName } = outcome
      return { ...nothing, outcome: 'refused', status, statusName, operatorSaid: statusName }
    }
    case 'put_off':
      return { ...nothing, outcome: 'not_sent', why: 'sender_rate' }
    default:
      return { ...nothing, outcome: outcome.kind, why: outcome.why }
  }
}

type HttpTrial = {
  operator: HttpOperator
  segment: OutgoingSegment
  trial: Trial
  sent: TrialTold['sent']
}

async function tryHttp(
  deps: TrialDeps,
  stored: StoredRoute,
  { operator, segment, trial, sent: plain }: HttpTrial,
): Promise<TrialTold> {
  const { text, to } = trial
  const shown = { ...segment, to: new Personal(maskNumber(to) as E164) }
  const masked = { ...operator, body: maskedBody(operator.body) }
  const url = maskedUrl(operator.url)
  const sent = { ...plain, url, body: bodyFor(masked, shown, text) }
  if (trial.isDry) return { sent, ...nothing }
  const { auth } = openSecrets(openPassword(deps, stored))
  const place = new URL(operator.url)
  const agent = makeAgent(place, { connectionsMax: 1, trust: trustOf(stored.route) })
  try {
    const posted = await postJson({
      url: place,
      headers: { ...operator.headers, [operator.authHeader]: auth },
      body: JSON.stringify(bodyFor(operator, segment, text)),
      agent,
      timeoutMs: operator.timeoutMs,
      allows: addressRule(deps, operator),
      timers: deps.timers,
    })
    if (posted.kind !== 'answered') {
      const outcome = posted.kind === 'lost' ? 'unknown' : 'not_sent'
      return { sent, ...nothing, outcome, why: posted.why }
    }
    const told = toldOf(outcomeOfAnswer(operator, posted))
    const operatorSaid = wordsOf(posted.body, { text, to }) ?? told.statusName
    return { sent, ...told, status: posted.status, operatorSaid }
  } finally {
    agent.destroy()
  }
}

async function bound(link: OperatorLink, timers: Timers): Promise<void> {
  const until = timers.now() + boundWithinMs
  link.start()
  const isOpen = () => link.state.kind === 'connecting'
  while (isOpen() && timers.now() < until) await timers.sleep(20)
}
