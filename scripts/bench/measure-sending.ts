// Messages: a campaign from its launch to its last receipt, and single ones over HTTP.
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { progress } from './figures.ts'
import { type Installation, secondsSince, until } from './installation.ts'
import { numberOf } from './people.ts'

export type Campaign = {
  messages: number
  segments: number
  /** From the launch to the last message taken by the operator. */
  submittedSeconds: number
  /** From the launch to the last receipt. */
  seconds: number
  sheetSeconds: number
}

const sender = 'BENCH'
const text = 'Bench : bonjour {first_name|à vous}, -20 % ce samedi.'

export async function runCampaign(installation: Installation, listId: string): Promise<Campaign> {
  const { get, post } = installation
  await post('/v1/senders', { name: sender, country: 'FR' })
  const { id } = await post<CampaignView>('/v1/campaigns', {
    name: 'Bench',
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender,
    text,
  })
  const path = `/v1/campaigns/${id}`
  const sheetStart = performance.now()
  const sheet = await get<CheckSheet>(`${path}/check-sheet`)
  const sheetSeconds = secondsSince(sheetStart)
  await post(`${path}/approve`, { hash: sheet.hash })
  const start = performance.now()
  await post(`${path}/launch`)
  let submittedSeconds = 0
  let told = 0
  const ended = await until(
    () => get<CampaignView>(path),
    ({ counts }) => {
      const over = counts.delivered + counts.undelivered + counts.rejected + counts.expired
      const left = counts.accepted - counts.waiting - counts.submitting
      if (submittedSeconds === 0 && left >= sheet.receive) submittedSeconds = secondsSince(start)
      if (secondsSince(start) - told > 5) {
        told = secondsSince(start)
        progress(
          `  ${counts.accepted} accepted, ${counts.submitted} with the operator, ${over} ended`,
        )
      }
      return over >= sheet.receive
    },
    { everyMs: 200 },
  )
  const seconds = secondsSince(start)
  if (ended.counts.delivered !== sheet.receive) {
    throw new Error(`not all were delivered: ${JSON.stringify(ended.counts)}`)
  }
  return {
    messages: sheet.receive,
    segments: sheet.segments,
    submittedSeconds,
    seconds,
    sheetSeconds,
  }
}

export type Singles = { perSecond: number; medianMs: number; p99Ms: number; barePerSecond: number }

/** Each answered when it is on disk; beside it the same number of requests that do nothing. */
export async function sendSingles(
  installation: Installation,
  { count, atOnce }: { count: number; atOnce: number },
): Promise<Singles> {
  const { url, post, get } = installation
  const bare = await rate(count, atOnce, async () => {
    await (await fetch(`${url}/health/live`)).arrayBuffer()
  })
  const tell = async (n: number) => {
    await post('/v1/messages', {
      to: numberOf(n),
      text: 'Bench : votre commande est prête.',
      class: 'alert',
      basis: 'contract',
      sender,
    })
  }
  const sent = await rate(count, atOnce, tell)
  await until(
    () => get<{ items: unknown[] }>('/v1/messages?class=alert&state=queued&limit=1'),
    ({ items }) => items.length === 0,
  )
  return { ...sent, barePerSecond: bare.perSecond }
}

async function rate(count: number, atOnce: number, call: (n: number) => Promise<void>) {
  const times: number[] = []
  let next = 0
  const start = performance.now()
  const worker = async () => {
    while (next < count) {
      const n = next
      next += 1
      const began = performance.now()
      await call(n)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = secondsSince(start)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { perSecond: count / seconds, medianMs: at(0.5) ?? 0, p99Ms: at(0.99) ?? 0 }
}
