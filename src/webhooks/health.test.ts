// When a program is left alone, and when it is asked again: its health, whatever became of its events.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type WebhooksFixture, webhooksFixture } from '../../test/support/webhooks-fixture.ts'
import * as manage from './manage-endpoints.ts'
import { sweepWebhooks } from './sweep.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(() => w.empty())

const seen = (id: string) => manage.readWebhook(w.deps, w.caller, id)

test('a program that is seldom told is not paused for one failure long after another', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500)
  await w.happens('import.finished')
  await w.deliver(id)
  const since = (await seen(id)).failingSince
  // What failed then was given up long ago; a test a week later fails again.
  await w.here.store.asSuperuser((client) =>
    client.query(`update webhooks.delivery set state = 'failed', next_at = null`),
  )
  w.later(7 * dayMs)
  await manage.testWebhook(w.deps, w.caller, id)
  await w.deliver(id)
  const later = await seen(id)
  expect(later.state).toBe('active')
  expect(Date.parse(later.failingSince ?? '')).toBe(Date.parse(since ?? '') + 7 * dayMs)
})

test('another address begins anew, also where the old one was just being told', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500)
  await w.happens('import.finished')
  await w.deliver(id)
  expect((await seen(id)).failingSince).not.toBeNull()
  // Given the same again, it stays as it is.
  await manage.changeWebhook(w.deps, w.caller, { id, url: w.receiver.url })
  expect((await seen(id)).failingSince).not.toBeNull()
  await manage.changeWebhook(w.deps, w.caller, { id, url: `${w.receiver.url}/new` })
  expect((await seen(id)).failingSince).toBeNull()

  w.receiver.answer(null)
  await w.happens('import.finished')
  const telling = w.deliver(id)
  await vi.waitFor(() => expect(w.receiver.got.length).toBeGreaterThan(1))
  await manage.changeWebhook(w.deps, w.caller, { id, url: `${w.receiver.url}/newer` })
  await w.here.clock.advance(15_000)
  await telling
  expect((await seen(id)).failingSince).toBeNull()
})

test('an erasure that no program took stays in the log for a year, what was taken a month', async () => {
  const { id } = await w.endpoint({ events: ['contact.erased', 'import.finished'] })
  await w.happens('contact.erased')
  await w.deliver(id)
  await manage.changeWebhook(w.deps, w.caller, { id, state: 'paused' })
  await w.happens('contact.erased')
  await w.happens('import.finished')
  w.later(31 * dayMs)
  await sweepWebhooks(w.deps, w.caller)
  expect((await w.log(id)).map(({ event, state }) => [event, state])).toEqual([
    ['contact.erased', 'held'],
  ])
  w.later(335 * dayMs)
  await sweepWebhooks(w.deps, w.caller)
  expect(await w.log(id)).toEqual([])
})
