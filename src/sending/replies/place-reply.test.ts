// The line of replies that answer no message of late: bounded, and one search for one number.
import { beforeEach, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import { createMetrics, silentLogger } from '../../observability/index.ts'
import type { InboundKind } from '../store/inbound-store.ts'
import { createPlaceReply, type PlaceDeps, type PlaceReply } from './place-reply.ts'

const makeId = makeTestId()
const routeId = makeId() as RouteId
const accountId = makeId() as AccountId
const at = Date.parse('2026-11-25T09:00:00Z') as Instant

let searches: number
let open: () => void
let place: PlaceReply
let metrics: ReturnType<typeof createMetrics>
/** One account, which knows nobody; each search waits until all are let through. */
beforeEach(() => {
  searches = 0
  metrics = createMetrics()
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const account = { account_id: accountId, kind: 'sandbox', created_at: at }
  const deps = {
    database: {
      inAnyAccount: (work: (tx: unknown) => unknown) =>
        work({ query: async () => ({ rows: [account] }) }),
      inAccount: (_: AccountId, work: (tx: unknown) => unknown) => work({}),
    },
    vault: { numberTag: () => Buffer.alloc(16) },
    contacts: {
      findByTags: async () => {
        searches += 1
        await gate
        return new Map()
      },
    },
    routes: { all: () => [{ id: routeId, isSandbox: true }] },
    logger: silentLogger,
    metrics,
  }
  place = createPlaceReply(deps as unknown as PlaceDeps)
})

const ask = (last: number, kind: InboundKind) =>
  place({ routeId, from: `+33639980${String(last).padStart(3, '0')}`, kind, at })

const unplaced = (meaning: InboundKind) =>
  Number(
    metrics
      .text()
      .split('\n')
      .find((line) => line.startsWith('accord_replies_unplaced_total{') && line.includes(meaning))
      ?.split(' ')
      .at(-1) ?? 0,
  )

test('beyond the line a no is left with the operator, and the rest is told at once', async () => {
  const nos = Array.from({ length: 100 }, (_, index) => ask(index, 'stop'))
  await expect(ask(100, 'stop')).rejects.toThrow('too many replies wait')
  await expect(ask(101, 'doubtful')).rejects.toThrow('too many replies wait')
  expect(await ask(102, 'other')).toBeNull()
  expect(unplaced('other')).toBe(1)
  open()
  for (const found of await Promise.all(nos)) expect(found?.written).toHaveLength(1)
  // The line is empty again.
  expect(await ask(100, 'stop')).toMatchObject({ written: [{ accountId, mayRead: true }] })
  expect(unplaced('stop')).toBe(0)
})

test('what is no no leaves the line to those that are', async () => {
  const questions = Array.from({ length: 20 }, (_, index) => ask(index, 'other'))
  expect(await ask(20, 'help')).toBeNull()
  expect(unplaced('help')).toBe(1)
  const no = ask(21, 'stop')
  open()
  await Promise.all(questions)
  expect(await no).not.toBeNull()
  expect(searches).toBe(21)
})

test('replies of one number share a search that has not begun', async () => {
  const first = ask(1, 'stop')
  await new Promise((resolve) => setTimeout(resolve, 10))
  const shared = [ask(2, 'stop'), ask(2, 'doubtful'), ask(2, 'other'), ask(1, 'stop')]
  open()
  const found = await Promise.all([first, ...shared])
  expect(found.map((one) => one !== null)).toEqual([true, true, true, false, true])
  // The first had begun when its number wrote again.
  expect(searches).toBe(3)
})
