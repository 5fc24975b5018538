// The engine in a thread of its own: what the doors see of it, and what happens when it dies.
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, sendAlert, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token = ''
const threads: Worker[] = []
/** Other work has threads too: an engine's says when it is ready. */
const seen = (thread: Worker) =>
  thread.on('message', (message: { kind?: string }) => {
    if (message.kind === 'ready') threads.push(thread)
  })

beforeAll(async () => {
  process.on('worker', seen)
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: { ACCORD_ENGINE_THREAD: 'yes' },
  })
  token = accord.accounts[0].token
  await accord.call(token, 'POST', '/v1/senders', { name: 'LUMEN' })
}, 120_000)
afterAll(async () => {
  process.off('worker', seen)
  await accord?.stop()
})

const number = '+33639980001'

const send = (text: string) => sendAlert(accord, text)

const becomes = (id: string, state: string) =>
  eventually(async () => {
    const { body } = await accord.call<{ state: string }>(token, 'GET', `/v1/messages/${id}`)
    return body.state === state ? true : null
  })

type RouteView = { id: string; operator: { enabled: boolean; binds: { state: string }[] } }
async function route(): Promise<RouteView> {
  const { body } = await accord.call<{ items: RouteView[] }>(
    accord.owner.cookie,
    'GET',
    '/v1/routes',
  )
  return body.items[0] as RouteView
}
const bindsAre = (...states: string[]) =>
  eventually(async () => {
    const found = (await route()).operator.binds.map(({ state }) => state)
    return JSON.stringify(found) === JSON.stringify(states) ? true : null
  })

test('what the thread knows is seen at the doors: links, counts, receipts', async () => {
  await bindsAre('bound')
  await becomes(await send('Votre commande est prête.'), 'delivered')
  const { body } = await accord.call<string>(accord.owner.cookie, 'GET', '/v1/metrics')
  expect(body).toMatch(/accord_link_up\{route="[^"]+"\} 1/)
  expect(body).toMatch(/accord_parts_submitted_total\{.*\} [1-9]/)
  // Counted by the thread of the requests, on the same page.
  expect(body).toMatch(/accord_http_requests_total\{.*\} \d/)
})

test('a route that is switched off has no link by the time that this is answered', async () => {
  const { id } = await route()
  const change = async (enabled: boolean) =>
    (await accord.call<RouteView>(accord.owner.cookie, 'PATCH', `/v1/routes/${id}`, { enabled }))
      .body.operator
  const off = await change(false)
  expect([off.enabled, off.binds]).toEqual([false, []])
  expect((await change(true)).enabled).toBe(true)
  await bindsAre('bound')
})

test('a STOP that the thread hears is seen at the doors', async () => {
  await becomes(await send('Votre colis est arrivé.'), 'delivered')
  await textFrom(accord, number, 'STOP')
  await eventually(async () => {
    const { body } = await accord.call<{ items: { kind: string }[] }>(token, 'GET', '/v1/inbound')
    return body.items[0]?.kind === 'stop' ? true : null
  })
})

test('a thread that dies is begun again: what was accepted meanwhile leaves, once', async () => {
  expect(threads).toHaveLength(1)
  await threads[0]?.terminate()
  const {
    id: routeId,
    operator: { binds },
  } = await route()
  expect(binds).toEqual([])
  // Who asks comes first: without the secret of a route nobody hears of the engine.
  const refused = await accord.call(token, 'POST', `/v1/routes/${routeId}/receipts`, {})
  expect([refused.status, refused.body['code']]).toEqual([403, 'routing.receipts_unknown'])
  const id = await send('Accepté sans moteur.')
  await becomes(id, 'delivered')
  expect(threads).toHaveLength(2)
  await bindsAre('bound')
}, 60_000)

test('it stops in order, and starts again on the same data', async () => {
  await accord.restart()
  expect(threads).toHaveLength(3)
  await becomes(await send('Après un redémarrage.'), 'delivered')
}, 60_000)
