// An integrator looks for what went wrong: the log tells each request of a token by its route and
// its error, never by an address, and never to another account.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoggedRequestView } from '../../src/accounts/contract-requests.ts'
import { main } from '../../src/cli/main.ts'
import { type Accord, asked, logInOwner, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

type Log = { items: LoggedRequestView[]; paths: string[]; nextCursor: string | null }
type Token = { token: { id: string }; secret: string }

const dayMs = 86_400_000
let accord: Accord
let till: Token
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  till = await asked<Token>(accord, 'POST', '/v1/tokens', {
    ...{ name: 'Caisse du marché', rights: ['messages.send', 'messages.read'], days: 30 },
  })
})
afterAll(() => accord?.stop())

async function log(query = ''): Promise<Log> {
  const answer = await accord.call<Log>(accord.owner.cookie, 'GET', `/v1/request-log${query}`)
  expect(answer.status).toBe(200)
  return answer.body
}
const ofTill = () => `?tokenId=${till.token.id}`

/** Lines come about a second after the answers. */
const lines = (count: number) =>
  eventually(async () => {
    const { items } = await log(ofTill())
    return items.length >= count ? items : null
  })

const send = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${accord.url}/v1/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${till.secret}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  })

const get = (path: string, bearer = till.secret) =>
  fetch(`${accord.url}${path}`, { headers: { authorization: `Bearer ${bearer}` } })

test('each request of a token is told by its route, its answer and its error', async () => {
  const message = {
    ...{ to: '+33639980001', sender: 'SANDBOX', class: 'alert', basis: 'contract' },
    text: 'Votre commande 4512 vous attend.',
  }
  const key = { 'idempotency-key': 'order-4512-ready' }
  const sent = await send(message, key)
  const { id } = (await sent.json()) as { id: string }
  await send(message, key)
  await send({ to: '+33639980001' })
  await get(`/v1/messages/${id}`)
  await get('/v1/messages?reference=%2B33639980001')
  await get('/v1/contacts?limit=10')
  const unknown = await get('/v1/messages/+33639980001/nothing')
  const { traceId } = (await unknown.json()) as { traceId: string }
  const items = await lines(7)
  const told = items.map(({ method, path, status, error, idempotencyKey }) => {
    return [method, path, status, error?.code ?? null, idempotencyKey]
  })
  expect(told).toHaveLength(7)
  expect(told).toEqual(
    expect.arrayContaining([
      ['POST', '/v1/messages', 202, null, 'first'],
      ['POST', '/v1/messages', 202, null, 'repeated'],
      ['POST', '/v1/messages', 400, 'http.input_invalid', null],
      ['GET', '/v1/messages/{id}', 200, null, null],
      ['GET', '/v1/messages', 200, null, null],
      ['GET', '/v1/contacts', 403, 'http.right_missing', null],
      ['GET', 'unknown', 404, 'http.route_unknown', null],
    ]),
  )
  const lost = items.find(({ path }) => path === 'unknown')
  expect(lost?.traceId).toBe(traceId)
  expect(lost?.error?.sentence).toBe(
    'There is nothing at this address. See /v1/openapi.json for the API.',
  )
  expect(items.every(({ token }) => token.name === 'Caisse du marché')).toBe(true)
  // Nothing of who was written to, of the message, or of what stood in an address.
  expect(JSON.stringify(items)).not.toMatch(/3363998|4512|limit=/)
  expect(JSON.stringify(items)).not.toContain(id)
})

test('the log is narrowed by token, answer and path, and read page by page', async () => {
  const failed = await log(`${ofTill()}&status=4xx`)
  expect(failed.items.map(({ status }) => status).sort()).toEqual([400, 403, 404])
  const one = await log(`${ofTill()}&path=${encodeURIComponent('/v1/messages/{id}')}`)
  expect(one.items).toHaveLength(1)
  expect((await log(`${ofTill()}&path=unknown`)).items).toHaveLength(1)
  expect(one.paths).toEqual(expect.arrayContaining(['/v1/messages', 'unknown']))
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Log = await log(`${ofTill()}&limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(7)
})

test('a token that is not known, a session and another account leave no line', async () => {
  await get('/v1/messages', 'accord_nobody')
  await get('/v1/nowhere', 'accord_nobody')
  await accord.call(accord.owner.cookie, 'GET', '/v1/messages')
  const [, other] = accord.accounts
  await get('/v1/account', other.token)
  // A later request of the token is there: those before would be, too.
  await get('/v1/messages')
  const items = await lines(8)
  expect(items).toHaveLength(8)
  const all = (await log()).items
  expect(all.some(({ path }) => path === '/v1/account')).toBe(false)
  const theirs = await eventually(async () => {
    const answer = await accord.call<Log>(other.token, 'GET', '/v1/request-log')
    return answer.body.items.some(({ path }) => path === '/v1/account') ? answer.body : null
  })
  expect(theirs.items.some(({ token }) => token.id === till.token.id)).toBe(false)
})

test('who may not manage tokens does not read it', async () => {
  const answer = await get('/v1/request-log')
  expect(answer.status).toBe(403)
})

test('a terminal reads it, and a revoked token keeps its name', async () => {
  await accord.call(accord.owner.cookie, 'DELETE', `/v1/tokens/${till.token.id}`)
  let [out, err] = ['', '']
  const io = {
    stdin: Readable.from([`${accord.accounts[0].token}\n`]),
    stdout: { write: (piece: string | Uint8Array) => (out += piece) },
    stderr: { write: (piece: string | Uint8Array) => (err += piece) },
    language: 'en' as const,
  }
  const asked = ['--status', '4xx', '--path', 'unknown', '--url', accord.url]
  expect([await main(['requests', ...asked], io), err]).toEqual([0, ''])
  expect(out).toMatch(/\tGET\tunknown\t404\t\d+\tCaisse du marché\thttp\.route_unknown\n$/)
  expect(await main(['requests', '--status', '9xx', '--url', accord.url], io)).toBe(2)
})

test('after seven days nothing of it is shown', async () => {
  await accord.letPass(7 * dayMs + 60_000)
  await logInOwner(accord)
  expect((await log()).items.filter(({ token }) => token.id === till.token.id)).toEqual([])
})
