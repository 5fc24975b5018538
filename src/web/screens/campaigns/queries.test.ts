// How often an open page of a campaign asks for news of it.
import { expect, test } from 'vitest'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { lookEveryMs } from './queries.ts'

type Looked = Pick<CampaignView, 'state' | 'preparing'> & { accepted: number }
const campaign = ({ state, preparing, accepted }: Looked) =>
  ({ state, preparing, counts: { accepted } }) as CampaignView

test.each<[string, number, Looked]>([
  ['a small one that leaves', 1_000, { state: 'running', preparing: null, accepted: 10_000 }],
  ['a large one that leaves', 2_500, { state: 'running', preparing: null, accepted: 10_001 }],
  [
    'a large one of which little is accepted yet',
    2_500,
    { state: 'accepting', preparing: { people: 1_000, of: 20_000 }, accepted: 1_000 },
  ],
  ['one before its launch', 5_000, { state: 'approved', preparing: null, accepted: 0 }],
  ['one that rests', 5_000, { state: 'paused', preparing: null, accepted: 200 }],
  ['one that is over', 5_000, { state: 'done', preparing: null, accepted: 20_000 }],
])('%s is looked at every %d ms', (_name, ms, looked) => {
  expect(lookEveryMs(campaign(looked))).toBe(ms)
})

test('until it was read once it is asked for again after five seconds', () => {
  expect(lookEveryMs(undefined)).toBe(5_000)
})
