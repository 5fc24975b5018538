// `accord webhooks listen`: takes what happens, prints it and hands it on, until Ctrl-C.
import { makeSecret, realTimers, type Secret, systemRandomness } from '../../app/index.ts'
import type { ListenEvents, Listening, WebhookKind } from '../../webhooks/contract.ts'
import { webhooksCommandWords as say } from '../../words/index.ts'
import { type Ask, failed, jsonBody, problemOf } from '../ask-server.ts'
import { type CommandIo, exitCodes } from '../command.ts'
import { handOn } from './hand-on.ts'
import { printableJson } from './printable.ts'

export type Listened = {
  forward: URL | null
  /** Null: all of them. */
  events: readonly WebhookKind[] | null
  campaignMessages: boolean
  replyText: boolean
  asJson: boolean
}

const lookMs = 1_000
/** A server that is away is asked again so often. */
const againMs = 2_000
/** A slow program holds the events so long, before the server is told that somebody is there. */
const pageMs = 15_000

type Begun = { id: string; why: null } | { id: null; why: string }

export async function listen(ask: Ask, io: CommandIo, asked: Listened): Promise<number> {
  const words = say[io.language]
  const secret = makeSecret(systemRandomness)
  const begun = await begin(ask, asked)
  if (begun.id === null) return failed(io, begun.why)
  if (asked.forward !== null) {
    io.stderr.write(`${words.secret(secret.reveal('show_to_user'))}\n`)
  }
  io.stderr.write(`${words.listening(asked.forward?.href ?? null)}\n`)
  const interruption = listenForInterruption()
  const session = { ask, io, asked, secret, id: begun.id, stopped: interruption.stopped }
  try {
    const why = await takeUntilStopped(session)
    // Nothing of it stays; where the server is away, it ends by itself in a minute.
    await ask(`/v1/webhook-listeners/${session.id}`, { method: 'DELETE' }).catch(() => undefined)
    return why === null ? exitCodes.done : failed(io, why)
  } finally {
    interruption.over()
  }
}

async function begin(ask: Ask, { events, campaignMessages, replyText }: Listened): Promise<Begun> {
  const body = { campaignMessages, replyText, ...(events === null ? {} : { events }) }
  const answer = await ask('/v1/webhook-listeners', jsonBody(body))
  if (!answer.ok) return { id: null, why: await problemOf(answer) }
  return { id: ((await answer.json()) as Listening).id, why: null }
}

type Session = {
  ask: Ask
  io: CommandIo
  asked: Listened
  secret: Secret
  /** Another one, once the server has let go of the first. */
  id: string
  stopped: AbortSignal
}

/** Null: somebody ended it; else why it cannot go on. */
async function takeUntilStopped(session: Session): Promise<string | null> {
  let taken: string[] = []
  let isAway = false
  const { io, stopped } = session
  const words = say[io.language]
  while (!stopped.aborted) {
    const answer = await take(session, taken)
    if (stopped.aborted) break
    if (answer === null || answer.status >= 500 || answer.status === 429) {
      if (!isAway) io.stderr.write(`${words.away}\n`)
      isAway = true
      await pause(againMs, stopped)
      continue
    }
    if (isAway) io.stderr.write(`${words.back}\n`)
    isAway = false
    if (answer.status === 404) {
      const again = await begin(session.ask, session.asked)
      if (again.id === null) return again.why
      session.id = again.id
      taken = []
      io.stderr.write(`${words.missed}\n`)
      continue
    }
    if (!answer.ok) return problemOf(answer)
    taken = await handOnAll(session, (await answer.json()) as ListenEvents)
    if (taken.length === 0) await pause(lookMs, stopped)
  }
  if (taken.length > 0) await take({ ...session, stopped: neverStopped }, taken)
  return null
}

const neverStopped = new AbortController().signal

/** Null: nobody answers. */
async function take({ ask, id, stopped }: Session, taken: string[]): Promise<Response | null> {
  try {
    return await ask(`/v1/webhook-listeners/${id}/take`, {
      ...jsonBody({ taken }),
      signal: stopped,
    })
  } catch {
    return null
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
    const cancel = realTimers.after(ms, resolve)
    stopped.addEventListener(
      'abort',
      () => {
        cancel()
        resolve()
      },
      { once: true },
    )
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
