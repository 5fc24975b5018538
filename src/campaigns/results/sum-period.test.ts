// The campaigns of a period by list, segment and operator: sums that lose and double nobody.
import { expect, test } from 'vitest'
import type { CampaignId, ListId, RouteId } from '../../kernel/index.ts'
import { type Audience, byAudience, byRoute, noFigures } from './sum-period.ts'

const campaign = (id: string, listId: string, accepted: number, delivered: number) => ({
  id: id as CampaignId,
  listId: listId as ListId,
  figures: { ...noFigures(), accepted, delivered },
})

test('two lists of one segment are one audience, and a list that is gone stays one', () => {
  const audiences = new Map<ListId, Audience>([
    ['chosen-1' as ListId, { name: 'Lyon', segmentId: 'segment' }],
    ['chosen-2' as ListId, { name: 'Lyon', segmentId: 'segment' }],
    ['clients' as ListId, { name: 'Clients', segmentId: null }],
  ])
  const campaigns = [
    campaign('a', 'chosen-1', 5, 4),
    campaign('b', 'clients', 3, 3),
    campaign('c', 'chosen-2', 7, 1),
    campaign('d', 'deleted', 1, 0),
  ]
  const sums = byAudience(campaigns, audiences)
  expect(sums.map(({ name, campaigns: count, accepted }) => [name, count, accepted])).toEqual([
    ['Lyon', 2, 12],
    ['Clients', 1, 3],
    [null, 1, 1],
  ])
  expect(sums.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(8)
})

test('a campaign counts once for each operator that it took', () => {
  const of = (routeId: string, messages: number, delivered: number) => ({
    ...{ routeId: routeId as RouteId, messages, delivered },
    ...{ failed: messages - delivered, unconfirmed: 0 },
  })
  expect(byRoute([[of('one', 4, 3), of('two', 2, 2)], [of('two', 5, 0)], []])).toEqual([
    { routeId: 'two', campaigns: 2, messages: 7, delivered: 2, failed: 5, unconfirmed: 0 },
    { routeId: 'one', campaigns: 1, messages: 4, delivered: 3, failed: 1, unconfirmed: 0 },
  ])
})
