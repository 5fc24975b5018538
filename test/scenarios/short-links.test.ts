// The life of a short link: switched on, made, followed by people and machines, switched off.
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkView } from '../../src/links/contract.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
}, 120_000)
afterAll(() => accord?.stop())

const target = 'https://www.tilleuls.example/collection?de=sms'
const person = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'fr-FR,fr;q=0.9',
}
/** As bare as it is written: `fetch` says of itself that it is a script. */
async function follow(url: string, headers: Record<string, string> = person) {
  const [answer] = (await once(get(url, { headers }), 'response')) as [IncomingMessage]
  const { statusCode: status, headers: answered } = answer
  return { status, headers: answered, body: await text(answer) }
}
const owned = <T = Record<string, unknown>>(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
) => accord.call<T>(accord.owner.cookie, method, path, body)

test('links are off until the owner switches them on', async () => {
  const { token } = accord.accounts[0]
  const refused = await accord.call(token, 'POST', '/v1/links', { target })
  expect([refused.status, refused.body['code']]).toEqual([409, 'links.switched_off'])
  const on = await owned('PUT', '/v1/link-settings', { isOn: true })
  expect(on.body).toEqual({ isOn: true, example: `${accord.url}/l/abcd2345` })
})

test('people, machines and whoever does not say are counted apart, and all get there', async () => {
  const link = await asked<LinkView>(accord, 'POST', '/v1/links', { target })
  expect(link.shortUrl).toMatch(new RegExp(`^${accord.url}/l/[2-9a-hjkmnp-z]{8}$`))
  const agents = [
    person,
    person,
    { 'user-agent': 'WhatsApp/2.24.6.77 A' },
    { 'user-agent': 'Tilleuls/3.2' },
  ]
  for (const headers of agents) {
    const answer = await follow(link.shortUrl, headers)
    expect([answer.status, answer.headers.location]).toEqual([303, target])
    expect(answer.headers['cache-control']).toBe('no-store')
  }
  accord.letPass(24 * 3_600_000)
  await follow(link.shortUrl)
  const read = await asked(accord, 'GET', `/v1/links/${link.id}`)
  expect(read).toMatchObject({
    link: { clicks: { people: 3, machines: 1, unknown: 1 } },
    days: [
      { day: '2026-11-26', clicks: { people: 1, machines: 0, unknown: 0 } },
      { day: '2026-11-25', clicks: { people: 2, machines: 1, unknown: 1 } },
    ],
  })
  // A click is a number, and nothing else of whoever clicked.
  const columns = Object.keys((read['days'] as Record<string, unknown>[])[0] ?? {})
  expect(columns.sort()).toEqual(['clicks', 'day'])
})

test('what is switched off leads nowhere, and says so in the reader’s language', async () => {
  const link = await asked<LinkView>(accord, 'POST', '/v1/links', { target })
  const off = await asked<LinkView>(accord, 'POST', `/v1/links/${link.id}/switch-off`)
  expect(off.offAt).not.toBeNull()
  const answer = await follow(link.shortUrl)
  expect([answer.status, answer.headers.location]).toEqual([404, undefined])
  expect(answer.body).toContain('<h1>Ce lien ne mène nulle part</h1>')
  expect((await follow(`${accord.url}/l/22222222`)).status).toBe(404)
  const odd = await follow(`${accord.url}/l/..%2f..%2fetc`)
  expect(odd.status).toBeGreaterThanOrEqual(400)
  expect(odd.body).not.toContain('etc')
})

test('another account sees nothing of it; a target that is no public page is refused', async () => {
  const link = await asked<LinkView>(accord, 'POST', '/v1/links', { target })
  const { token } = accord.accounts[1]
  for (const [method, path] of [
    ['GET', `/v1/links/${link.id}`],
    ['POST', `/v1/links/${link.id}/switch-off`],
  ] as const) {
    const answer = await accord.call(token, method, path)
    expect([path, answer.status, answer.body['code']]).toEqual([path, 404, 'links.link_not_found'])
  }
  expect((await accord.call(token, 'GET', '/v1/links')).body['items']).toEqual([])
  for (const unfit of ['http://tilleuls.example', link.shortUrl, 'https://10.0.0.1/']) {
    const answer = await accord.call(accord.accounts[0].token, 'POST', '/v1/links', {
      target: unfit,
    })
    expect([unfit, answer.status, answer.body['code']]).toEqual([unfit, 400, 'links.target_unfit'])
  }
})

test('a link is found by the last part of its address', async () => {
  const link = await asked<LinkView>(accord, 'POST', '/v1/links', { target })
  const code = link.shortUrl.slice(-8)
  const found = await asked<{ items: LinkView[] }>(accord, 'GET', `/v1/links?code=${code}`)
  expect(found.items).toEqual([link])
  await asked(accord, 'POST', `/v1/links/${link.id}/switch-off`)
})

test('the list goes page by page, newest first, and the journal tells of each', async () => {
  const first = await asked<{ items: LinkView[]; nextCursor: string | null }>(
    accord,
    'GET',
    '/v1/links?limit=2',
  )
  expect(first.items).toHaveLength(2)
  const rest = await asked<{ items: LinkView[]; nextCursor: string | null }>(
    accord,
    'GET',
    `/v1/links?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`,
  )
  expect(rest.items).toHaveLength(2)
  expect(rest.nextCursor).toBeNull()
  const { items } = await asked<{ items: { action: string }[] }>(accord, 'GET', '/v1/audit')
  const actions = items.map(({ action }) => action).filter((one) => one.startsWith('links.'))
  expect(new Set(actions)).toEqual(new Set(['links.switched_on', 'links.made', 'links.link_off']))
})
