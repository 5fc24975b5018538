// During a campaign: STOPs, and when they took effect; alerts, and when they reached the operator.

import { type Installation, sender } from './installation.ts'
import { launchCampaign, runCampaign } from './measure-sending.ts'
import { type BenchOperator, readTaken } from './operator.ts'
import { numberOf } from './people.ts'
import { secondsSince, sleep } from './wait.ts'

export type Stops = {
  stops: number
  /** From the instant a STOP was sent to us to its answer: nothing leaves from then on. */
  p99Ms: number
  medianMs: number
  /** Marketing that the operator took after it was answered that the person had said stop. */
  after: number
  /** How many of the numbers had got the campaign before their STOP, and how many never got it. */
  before: number
  spared: number
}

const international = (index: number) => `33${numberOf(index).slice(1)}`

/**
 * People are written to once, so that their STOP finds the account; then a second campaign runs at
 * full speed, and each of them says STOP somewhere in the midst of it.
 */
export async function stopsDuringCampaign(
  installation: Installation,
  listId: string,
  run: { first: number; people: number; stops: number; logFile: string },
): Promise<Stops> {
  const { operator } = installation
  const earlier = await runCampaign(installation, listId)
  const campaign = await launchCampaign(installation, listId)
  const before = await operator.stats()
  const launchedAt = Date.now() + operator.aheadMs
  const step = Math.floor(run.people / run.stops)
  const numbers = Array.from({ length: run.stops }, (_, n) => international(run.first + n * step))
  await campaign.launch()
  // Spread over most of the time that the campaign before took.
  const everyMs = (earlier.seconds * 700) / run.stops
  const start = performance.now()
  for (const [n, number] of numbers.entries()) {
    const waitMs = n * everyMs - secondsSince(start) * 1000
    if (waitMs > 0) await sleep(waitMs)
    await operator.reply(number, 'STOP')
  }
  let replies = await operator.replies()
  const isAnswered = () => replies.every(({ answeredAt }) => answeredAt !== null)
  while (replies.length < run.stops || !isAnswered()) {
    await sleep(100)
    replies = await operator.replies()
  }
  await untilStill(operator)
  if ((await operator.stats()).taken === before.taken) throw new Error('no campaign was running')
  const times = replies.map(({ sentAt, answeredAt }) => (answeredAt ?? sentAt) - sentAt)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const heard = await audit(run.logFile, launchedAt, replies)
  return { stops: replies.length, p99Ms: at(0.99) ?? 0, medianMs: at(0.5) ?? 0, ...heard }
}

async function audit(
  logFile: string,
  launchedAt: number,
  replies: readonly { from: string; answeredAt: number | null }[],
): Promise<Pick<Stops, 'after' | 'before' | 'spared'>> {
  const answered = new Map(replies.map(({ from, answeredAt }) => [from, answeredAt ?? 0]))
  const sums = { after: 0, before: 0, spared: 0 }
  const got = new Set<string>()
  // The log is written behind: what the operator took last is in it after a moment.
  await sleep(1_000)
  for await (const { at, destination } of readTaken(logFile)) {
    const answeredAt = answered.get(destination)
    if (answeredAt === undefined || at < launchedAt) continue
    got.add(destination)
    if (at > answeredAt) sums.after += 1
    else sums.before += 1
  }
  sums.spared = answered.size - got.size
  return sums
}

/** Nothing more is taken, and every receipt is answered. */
async function untilStill(operator: BenchOperator): Promise<void> {
  for (let last = -1; ; ) {
    const { taken, deliveriesPending } = await operator.stats()
    if (taken === last && deliveriesPending === 0) return
    last = taken
    await sleep(1_500)
  }
}

export type Alerts = { alerts: number; p99Ms: number; medianMs: number; ratePerSecond: number }

/** A campaign fills the route's rate; alerts come beside it. */
export async function alertsDuringCampaign(
  installation: Installation,
  listId: string,
  run: { alerts: number; everyMs: number; firstNumber: number; logFile: string },
): Promise<Alerts> {
  const { operator, post } = installation
  const campaign = await launchCampaign(installation, listId)
  await campaign.launch()
  await sleep(3_000)
  const before = await operator.stats()
  const asked = new Map<string, number>()
  const start = performance.now()
  const pending: Promise<unknown>[] = []
  for (let n = 0; n < run.alerts; n += 1) {
    const waitMs = n * run.everyMs - secondsSince(start) * 1000
    if (waitMs > 0) await sleep(waitMs)
    const to = numberOf(run.firstNumber + n)
    asked.set(`33${to.slice(1)}`, Date.now() + operator.aheadMs)
    const alert = { to, class: 'alert', basis: 'contract', sender }
    pending.push(post('/v1/messages', { ...alert, text: 'Bench : votre code est 4512.' }))
  }
  await Promise.all(pending)
  const seconds = secondsSince(start)
  const { taken } = await operator.stats()
  await sleep(3_000)
  const times: number[] = []
  for await (const { at, destination } of readTaken(run.logFile)) {
    const askedAt = asked.get(destination)
    if (askedAt === undefined) continue
    times.push(at - askedAt)
    asked.delete(destination)
  }
  if (asked.size > 0) throw new Error(`${asked.size} alerts have not reached the operator`)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  await post(`${campaign.path}/cancel`)
  const ratePerSecond = (taken - before.taken) / seconds
  return { alerts: times.length, p99Ms: at(0.99) ?? 0, medianMs: at(0.5) ?? 0, ratePerSecond }
}

/** STOPs at an even pace, whatever else goes on; from each, sent, to its answer. */
export async function stopsMeanwhile(
  { operator }: Installation,
  { first, count, everyMs }: { first: number; count: number; everyMs: number },
): Promise<Pick<Stops, 'stops' | 'p99Ms' | 'medianMs'>> {
  const start = performance.now()
  for (let n = 0; n < count; n += 1) {
    const waitMs = n * everyMs - secondsSince(start) * 1000
    if (waitMs > 0) await sleep(waitMs)
    await operator.reply(international(first + n), 'STOP')
  }
  let replies = await operator.replies()
  while (replies.length < count || replies.some(({ answeredAt }) => answeredAt === null)) {
    await sleep(100)
    replies = await operator.replies()
  }
  const times = replies.map(({ sentAt, answeredAt }) => (answeredAt ?? sentAt) - sentAt)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { stops: replies.length, p99Ms: at(0.99) ?? 0, medianMs: at(0.5) ?? 0 }
}
