// `accord webhooks list`, `log`, `send-again` and `test`: the log of a webhook from a terminal.
import { realTimers } from '../../app/index.ts'
import type { DeliveryState, DeliveryView, WebhookView } from '../../webhooks/contract.ts'
import { webhooksCommandWords as say } from '../../words/index.ts'
import { type Ask, failed, jsonBody, problemOf } from '../ask-server.ts'
import { type CommandIo, exitCodes } from '../command.ts'

type Page<T> = { items: T[]; nextCursor: string | null }
type One = { id: string; asJson: boolean }

const line = (io: CommandIo, asJson: boolean, value: object, fields: readonly unknown[]) =>
  io.stdout.write(`${asJson ? JSON.stringify(value) : fields.join('\t')}\n`)

export async function listWebhooks(ask: Ask, io: CommandIo, asJson: boolean): Promise<number> {
  const answer = await ask('/v1/webhooks')
  if (!answer.ok) return failed(io, await problemOf(answer))
  const { items } = (await answer.json()) as { items: WebhookView[] }
  for (const one of items) {
    const { id, state, host, failingSince, events } = one
    line(io, asJson, one, [id, state, host, failingSince ?? '', events.join(',')])
  }
  if (items.length === 0) io.stderr.write(`${say[io.language].none}\n`)
  return exitCodes.done
}

function tell(io: CommandIo, asJson: boolean, one: DeliveryView): void {
  const { at, state, event, id, tries, status, error, nextAt } = one
  const said = [status ?? '', error ?? ''].filter((part) => part !== '').join(' ')
  const next = nextAt === null ? [] : [nextAt]
  line(io, asJson, one, [at, state, event, id, tries, said, ...next])
}

/** Pages of the log, the newest first, as long as they are asked for. */
async function* deliveries(ask: Ask, id: string, state: DeliveryState | null) {
  let cursor: string | null = null
  do {
    const query = new URLSearchParams()
    if (state !== null) query.set('state', state)
    if (cursor !== null) query.set('cursor', cursor)
    const answer = await ask(`/v1/webhooks/${id}/deliveries?${query}`)
    if (!answer.ok) throw new Refused(await problemOf(answer))
    const page = (await answer.json()) as Page<DeliveryView>
    yield* page.items
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** What the server says no with, on its way out of the pages. */
class Refused extends Error {}

export async function showLog(
  ask: Ask,
  io: CommandIo,
  { id, state, limit, asJson }: One & { state: DeliveryState | null; limit: number },
): Promise<number> {
  let left = limit
  try {
    for await (const one of deliveries(ask, id, state)) {
      tell(io, asJson, one)
      left -= 1
      if (left === 0) break
    }
    return exitCodes.done
  } catch (error) {
    if (error instanceof Refused) return failed(io, error.message)
    throw error
  }
}

export async function sendAgain(
  ask: Ask,
  io: CommandIo,
  { id, event, asJson }: One & { event: string },
): Promise<number> {
  const answer = await ask(`/v1/webhooks/${id}/deliveries/${event}/retry`, { method: 'POST' })
  if (!answer.ok) return failed(io, await problemOf(answer))
  return becomes(ask, io, { id, event, asJson })
}

export async function sendTest(ask: Ask, io: CommandIo, { id, asJson }: One): Promise<number> {
  const answer = await ask(`/v1/webhooks/${id}/test`, { method: 'POST' })
  if (!answer.ok) return failed(io, await problemOf(answer))
  const { id: event } = (await answer.json()) as { id: string }
  return becomes(ask, io, { id, event, asJson })
}

const lookMs = 500
/** Longer than a receiver may take, and the second that the server looks after. */
const patienceMs = 30_000

/** What becomes of one event that was just asked for. */
async function becomes(
  ask: Ask,
  io: CommandIo,
  { id, event, asJson }: One & { event: string },
): Promise<number> {
  const endsAt = realTimers.monotonicMs() + patienceMs
  for (;;) {
    const answer = await ask(`/v1/webhooks/${id}/deliveries/${event}`)
    if (!answer.ok) return failed(io, await problemOf(answer))
    const found = (await answer.json()) as DeliveryView
    // A try counts from the moment at which it was asked for by hand.
    const isTried = found.state !== 'waiting' || found.tries > 0
    if (isTried || realTimers.monotonicMs() >= endsAt) {
      tell(io, asJson, found)
      if (found.state === 'delivered') return exitCodes.done
      const { held, notAccepted, stillWaits } = say[io.language]
      if (found.state === 'held') return failed(io, held)
      return failed(io, isTried ? notAccepted : stillWaits)
    }
    await realTimers.sleep(lookMs)
  }
}

export async function replay(
  ask: Ask,
  io: CommandIo,
  { id, asJson, ...body }: One & { since: string; only: 'missed' | 'all' },
): Promise<number> {
  const answer = await ask(`/v1/webhooks/${id}/replay`, jsonBody(body))
  if (!answer.ok) return failed(io, await problemOf(answer))
  let { isDone } = (await answer.json()) as { isDone: boolean }
  let last = await lastReplay(ask, id)
  // A long log is gone through after the request.
  while (!isDone && last !== null && typeof last !== 'string' && last.state === 'running') {
    await realTimers.sleep(lookMs)
    last = await lastReplay(ask, id)
    isDone = last !== null && typeof last !== 'string' && last.state === 'done'
  }
  if (typeof last === 'string') return failed(io, last)
  const { count = 0, state = 'stopped' } = last ?? {}
  line(io, asJson, last ?? {}, [say[io.language].replayed(count)])
  return state === 'stopped' ? failed(io, say[io.language].stopped) : exitCodes.done
}

async function lastReplay(ask: Ask, id: string): Promise<WebhookView['replay'] | string> {
  const answer = await ask(`/v1/webhooks/${id}`)
  return answer.ok ? ((await answer.json()) as WebhookView).replay : problemOf(answer)
}
