// Open points in their order, by the rights of whoever asks; a part that fails is named.
import { expect, test } from 'vitest'
import type { AccountId, Caller, Right } from '../kernel/index.ts'
import { type OpenPoint, type PointSource, readOpenPoints } from './open-points.ts'

const at = Date.parse('2026-11-30T12:00:00Z')
const dayMs = 86_400_000

const callerWith = (...rights: Right[]): Caller => ({
  accountId: '01a210d0-21d9-75bb-863c-000000000001' as AccountId,
  by: { kind: 'system', what: 'test' },
  rights: new Set(rights),
  language: 'fr',
  traceId: '',
})

const source = (
  kind: PointSource['kind'],
  points: OpenPoint[] | Error,
  more: Partial<PointSource> = {},
): PointSource => ({
  ...{ kind, needs: 'consent.read', leadsTo: '/requests' },
  read: async () => {
    if (points instanceof Error) throw points
    return points
  },
  ...more,
})
const due = (days: number): OpenPoint => ({ by: at + days * dayMs, details: {} })

function depsWith(...points: PointSource[]) {
  const logged: unknown[] = []
  const logger = { error: (_event: string, fields?: object) => logged.push(fields) }
  return { deps: { points, clock: { now: () => at }, logger }, logged }
}

test('what is urgent comes first, then by date, then what has none', async () => {
  const { deps } = depsWith(
    source('reveals', [{ by: null, details: { count: 3 } }]),
    source('request_due', [due(9), due(-1), due(2)]),
    source('ledger_differs', [{ by: null, details: { count: 2 } }], { isUrgent: true }),
  )
  const { items, unread } = await readOpenPoints(deps, callerWith('consent.read'))
  expect(items.map(({ kind, isLate }) => [kind, isLate])).toEqual([
    ['ledger_differs', false],
    ['request_due', true],
    ['request_due', false],
    ['request_due', false],
    ['reveals', false],
  ])
  expect(items[0]?.what).toBe(
    'La base dit autre chose que le registre des consentements. Différences\u00a0: 2.',
  )
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  expect(unread).toEqual([])
})

test('what the rights do not cover is not asked', async () => {
  const refuses = source('check_gap', new Error('was asked'), { needs: 'installation.manage' })
  const { deps, logged } = depsWith(refuses, source('request_due', [due(1)]))
  const { items, unread } = await readOpenPoints(deps, callerWith('consent.read'))
  expect(items.map(({ kind }) => kind)).toEqual(['request_due'])
  expect([unread, logged]).toEqual([[], []])
})

test('a part that fails hides nothing of the others, and is named', async () => {
  const { deps, logged } = depsWith(
    source('unproven', new Error('no')),
    source('request_due', [due(1)]),
  )
  const { items, unread } = await readOpenPoints(deps, callerWith('consent.read'))
  expect(items).toHaveLength(1)
  expect(unread).toEqual(['unproven'])
  expect(logged).toHaveLength(1)
})

test('many parts are asked some at a time, and keep their order', async () => {
  let [asked, most] = [0, 0]
  const parts = Array.from(
    { length: 30 },
    (_, index): PointSource => ({
      ...source('request_due', []),
      leadsTo: `/requests?part=${index}`,
      read: async () => {
        asked += 1
        most = Math.max(most, asked)
        await new Promise((resolve) => setTimeout(resolve, index % 3))
        asked -= 1
        return [due(1)]
      },
    }),
  )
  const { deps } = depsWith(...parts)
  const { items } = await readOpenPoints(deps, callerWith('consent.read'))
  expect(items.map(({ leadsTo }) => leadsTo)).toEqual(parts.map(({ leadsTo }) => leadsTo))
  expect(most).toBe(4)
})
