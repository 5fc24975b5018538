// `accord webhooks listen`: takes what happens, prints it and hands it on, until Ctrl-C.
import { makeSecret, realTimers, type Secret, systemRandomness } from '../../app/index.ts'
import type { ListenEvents, Listening, WebhookKind } from '../../webhooks/contract.ts'
import { webhooksCommandWords as say } from '../../words/index.ts'
import { type Ask, failed, jsonBody, problemOf } from '../ask-server.ts'
import { type CommandIo, exitCodes } from '../command.ts'
import { askWithin } from './ask-within.ts'
import { handOn } from './hand-on.ts'
import { printableJson } from './printable.ts'

export type Listened = {
  forward: URL | null
  /** Null: all of them. */
  events: readonly WebhookKind[] | null
  campaignMessages: boolean
  replyText: boolean
  /** Why texts are read; null: they are not. */
  reason: string | null
  asJson: boolean
}

const lookMs = 1_000
/** Between two pages, so that one terminal stays below what the server lets through. */
const nextMs = 120
/** With the whole of its answer; then the server counts as away. */
const askMs = 15_000
/** After Ctrl-C nobody wants to wait. */
const endMs = 3_000
/** A server that is away is asked again so often. */
const againMs = 2_000
/** A slow program holds the events so long, before the server is told that somebody is there. */
const pageMs = 15_000

export async function listen(ask: Ask, io: CommandIo, asked: Listened): Promise<number> {
  const words = say[io.language]
  const secret = makeSecret(systemRandomness)
  const interruption = listenForInterruption()
  const { stopped } = interruption
  const session = { ask, io, asked, secret, id: '', stopped }
  try {
    const begun = await begin(session)
    if (stopped.aborted) return exitCodes.done
    if (begun === null) return failed(io, words.noAnswer)
    if (!begun.ok) return failed(io, await problemOf(begun))
    session.id = await idOf(begun)
    if (asked.forward !== null) {
      io.stderr.write(`${words.secret(secret.reveal('show_to_user'))}\n`)
    }
    io.stderr.write(`${words.listening(asked.forward?.href ?? null)}\n`)
    const why = await takeUntilStopped(session)
    // Nothing of it stays; where the server is away, it ends by itself soon.
    const path = `/v1/webhook-listeners/${session.id}`
    await askWithin(ask, path, { method: 'DELETE' }, { ms: endMs, stopped: null })
    return why === null ? exitCodes.done : failed(io, why)
  } finally {
    interruption.over()
  }
}

type Session = {
  ask: Ask
  io: CommandIo
  asked: Listened
  secret: Secret
  /** Another one, once the server has ended the first. */
  id: string
  stopped: AbortSignal
}

/** Null: nobody answers in time, or it is stopped. */
function begin({ ask, asked, stopped }: Session): Promise<Response | null> {
  const { events, campaignMessages, replyText, reason } = asked
  const body = { campaignMessages, replyText, reason, ...(events === null ? {} : { events }) }
  return askWithin(ask, '/v1/webhook-listeners', jsonBody(body), { ms: askMs, stopped })
}

const idOf = async (begun: Response) => ((await begun.json()) as Listening).id

function take({ ask, asked, id, stopped }: Session, taken: string[]): Promise<Response | null> {
  const body = jsonBody({ taken, reason: asked.reason })
  return askWithin(ask, `/v1/webhook-listeners/${id}/take`, body, { ms: askMs, stopped })
}

/** What a server says that starts, or is asked too often: it is asked again. */
const isLater = (answer: Response | null): answer is null =>
  answer === null || answer.status >= 500 || answer.status === 429

/** Null: somebody ended it; else why it cannot go on. */
async function takeUntilStopped(session: Session): Promise<string | null> {
  let taken: string[] = []
  const { io, stopped } = session
  const tellAway = awayTeller(io)
  while (!stopped.aborted) {
    let answer = await take(session, taken)
    const hasEnded = answer?.status === 404
    if (hasEnded) answer = await begin(session)
    if (stopped.aborted) break
    tellAway(isLater(answer))
    if (isLater(answer)) {
      await pause(againMs, stopped)
      continue
    }
    if (!answer.ok) return problemOf(answer)
    if (hasEnded) {
      session.id = await idOf(answer)
      taken = []
      io.stderr.write(`${say[io.language].missed}\n`)
      continue
    }
    taken = await handOnAll(session, (await answer.json()) as ListenEvents)
    await pause(taken.length === 0 ? lookMs : nextMs, stopped)
  }
  return null
}

/** Says once that the server is away, and once that it is back. */
function awayTeller(io: CommandIo): (isAway: boolean) => void {
  const words = say[io.language]
  let wasAway = false
  return (isAway) => {
    if (isAway !== wasAway) io.stderr.write(`${isAway ? words.away : words.back}\n`)
    wasAway = isAway
  }
}

/** Those that were handed on, accepted or not; the others are given again. */
async function handOnAll(session: Session, { items }: ListenEvents): Promise<string[]> {
  const { io, asked, secret, stopped } = session
  const endsAt = realTimers.monotonicMs() + pageMs
  const done: string[] = []
  for (const one of items) {
    if (stopped.aborted || realTimers.monotonicMs() >= endsAt) break
    const { id, event, at, body } = one
    const answered =
      asked.forward === null ? null : await handOn(one, { to: asked.forward, secret, stopped })
    if (stopped.aborted && answered?.status === null) break
    const { data } = JSON.parse(body) as { data: unknown }
    const said =
      answered === null ? '' : (answered.status ?? say[io.language].errors[answered.error])
    const line = asked.asJson
      ? printableJson({ id, event, at, ...answered, data })
      : [at, event, id, said, printableJson(data)].join('\t')
    io.stdout.write(`${line}\n`)
    done.push(id)
  }
  return done
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve()
    const over = () => {
      cancel()
      stopped.removeEventListener('abort', over)
      resolve()
    }
    const cancel = realTimers.after(ms, over)
    stopped.addEventListener('abort', over)
  })
}

/** Ctrl-C ends it in good order; a second one at once. */
function listenForInterruption() {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const asked = new AbortController()
  const over = () => {
    for (const signal of signals) process.removeListener(signal, onSignal)
  }
  const onSignal = () => {
    asked.abort()
    over()
  }
  for (const signal of signals) process.on(signal, onSignal)
  return { stopped: asked.signal, over }
}
