// A consent that ends soon: the person is asked once more, once a cycle,
// and a new yes begins another.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let controllerId: string
let wordingId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  ;({ controllerId, wordingId } = await publishedWording(accord, 'paper'))
})
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
async function agreed(number: string, givenAt: string): Promise<void> {
  await ask('POST', '/v1/contacts', { number })
  await ask('POST', '/v1/consents', {
    number,
    wordingId,
    controllerId,
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt, source: 'caisse' },
  })
}
type Done = { listId: string | null; asked: number; askedBefore: number; more: boolean }
const again = (changed = {}) =>
  ask<Done>('POST', '/v1/consents/expiring/list', {
    controllerId,
    purpose: 'offers',
    listName: 'À recontacter',
    ...changed,
  })

test('those whose consent ends soon are in the list; the others, and who objected, are not', async () => {
  await agreed('0639980571', '2024-12-10T10:00:00Z')
  await agreed('0639980572', '2024-12-20T10:00:00Z')
  await agreed('0639980573', '2024-12-22T10:00:00Z')
  await agreed('0639980574', '2026-06-01T10:00:00Z')
  await agreed('0639980575', '2024-10-01T10:00:00Z')
  await ask('POST', '/v1/objections', { number: '0639980573' })
  const done = await again()
  expect(done).toMatchObject({ asked: 2, askedBefore: 0, more: false })
  const list = await ask<{ members: number }>('GET', `/v1/lists/${done.listId}`)
  expect(list.members).toBe(2)
})

test('nobody is asked twice in a cycle; a new yes begins another', async () => {
  expect(await again()).toEqual({ listId: null, asked: 0, askedBefore: 2, more: false })
  await agreed('0639980571', '2026-11-25T08:00:00Z')
  expect(await again()).toMatchObject({ asked: 0, askedBefore: 1 })
  await agreed('0639980576', '2024-12-01T10:00:00Z')
  expect(await again({ days: 30 })).toMatchObject({ asked: 1, askedBefore: 1 })
})

test('another purpose is another cycle, and a strange entity is none', async () => {
  expect(await again({ purpose: 'news' })).toMatchObject({ listId: null, asked: 0 })
  const strange = await accord.call<{ code: string }>(
    accord.accounts[1].token,
    'POST',
    '/v1/consents/expiring/list',
    { controllerId, purpose: 'offers', listName: 'x' },
  )
  expect(strange.body.code).toBe('consent.controller_not_found')
})

test('what ends is counted for each entity, and each asks its own', async () => {
  const club = await ask<{ id: string }>('POST', '/v1/controllers', { name: 'Club des Tilleuls' })
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Club',
    language: 'fr',
    medium: 'paper',
    controllerId: club.id,
    shownText: 'J’accepte de recevoir par SMS les offres du Club des Tilleuls.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  await ask('POST', '/v1/contacts', { number: '0639980577' })
  const evidence = { grade: 'api_declared', givenAt: '2024-12-05T10:00:00Z', source: 'club' }
  const about = { controllerId: club.id, purpose: 'offers', wordingId: made.id, evidence }
  // The first is asked by the shop already, and agreed to the club as well.
  for (const number of ['0639980572', '0639980577']) {
    await ask('POST', '/v1/consents', { ...about, number })
  }
  type View = { items: { controllerId: string; soon: number }[] }
  const { items } = await ask<View>('GET', '/v1/consents/expiring?days=60')
  const soonOf = (id: string) => items.find((one) => one.controllerId === id)?.soon
  expect(soonOf(club.id)).toBe(2)
  expect(soonOf(controllerId)).toBeGreaterThan(0)
  expect(await again({ controllerId: club.id })).toMatchObject({ asked: 2, askedBefore: 0 })
  expect(await again({ controllerId: club.id })).toMatchObject({ asked: 0, askedBefore: 2 })
})
