// A few hundred bent requests at the whole server, each to end below 500;
// `npm run fuzz -- http` sends more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fireRequests } from '../support/http-fire.ts'
import { type Accord, accountOf, startAccord } from '../support/scenario.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord()
})
afterAll(async () => {
  await accord.stop()
})

test('malformed requests made from the OpenAPI document never end in an error of ours', async () => {
  const { owner } = accord
  const me = await accord.call<{ user: { id: string } }>(owner.cookie, 'GET', '/v1/me')
  const fire = await fireRequests({
    url: accord.url,
    newToken: async () => (await accountOf(accord, owner.cookie)).token,
    ownerId: me.body.user.id,
    count: 400,
    seed: 21,
    atOnce: 4,
  })
  expect([...fire.broken.values()]).toEqual([])
  // Some get through: a fuzz that is refused at the door tries nothing.
  expect(fire.statuses['200'] ?? 0).toBeGreaterThan(20)
  const live = await accord.call('', 'GET', '/health/live')
  expect(live.status).toBe(200)
}, 300_000)
