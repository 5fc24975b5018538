// Accounts through their routes on a real database: first run, login, tokens, users, two accounts.
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type AccountsFixture,
  type Answer,
  accountsFixture,
  type By,
  type Method,
  password,
  setup,
} from '../../test/support/accounts-fixture.ts'
import type { TestClock } from '../../test/support/clock.ts'
import type { TestDatabase } from '../../test/support/database.ts'
import { type AccountsDeps, newSetupCode } from './index.ts'

let fixture: AccountsFixture
let store: TestDatabase
let clock: TestClock
let deps: AccountsDeps
let server: FastifyInstance

beforeEach(async () => {
  fixture = await accountsFixture()
  ;({ store, clock, deps, server } = fixture)
})
afterEach(async () => {
  await fixture.close()
})

const call = (method: Method, url: string, by?: By, body?: object): Promise<Answer> =>
  fixture.call(method, url, by, body)
const ownerCookie = () => fixture.ownerCookie()

test('the first run makes one owner with the printed code, once', async () => {
  expect((await call('GET', '/v1/setup')).body).toEqual({ needed: true })
  const older = await newSetupCode(deps)
  const code = await newSetupCode(deps)
  const wrong = await call('POST', '/v1/setup', {}, { ...setup, code: older })
  expect([wrong.status, wrong.body['code']]).toEqual([403, 'accounts.setup_code_wrong'])
  const made = await call('POST', '/v1/setup', {}, { ...setup, code })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    user: { name: 'Camille Exemple', email: 'camille@example.org' },
    role: 'owner',
    account: { name: 'Boutique des Tilleuls', number: 1001, kind: 'live', country: 'FR' },
    language: 'fr',
  })
  expect(made.body['rights']).toContain('installation.manage')
  expect((await call('GET', '/v1/setup')).body).toEqual({ needed: false })
  const again = await call('POST', '/v1/setup', {}, { ...setup, code })
  expect([again.status, again.body['code']]).toEqual([409, 'accounts.setup_done'])
  expect(await newSetupCode(deps)).toBeNull()
  expect(fixture.recorded.map(({ action }) => action)).toContain('accounts.installation_set_up')
})

test('of two who use the code at the same moment, one owns the installation', async () => {
  const code = await newSetupCode(deps)
  const answers = await Promise.all([
    call('POST', '/v1/setup', {}, { ...setup, code }),
    call('POST', '/v1/setup', {}, { ...setup, email: 'other@example.org', code }),
  ])
  expect(answers.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(1)
})

test('a password has a length and is not among the first that are tried', async () => {
  const code = await newSetupCode(deps)
  const tried = async (text: string) => {
    const { body } = await call('POST', '/v1/setup', {}, { ...setup, password: text, code })
    return body['code']
  }
  expect(await tried('elevenchars')).toBe('http.input_invalid')
  for (const weak of ['azertyuiop123', setup.email, setup.accountName, 'aaaaaaaaaaaaaaaa']) {
    expect([weak, await tried(weak)]).toEqual([weak, 'accounts.password_known'])
  }
})

test('logging in sets a cookie that a page cannot read; logging out ends it', async () => {
  await ownerCookie()
  const raw = await server.inject({
    method: 'POST',
    url: '/v1/sessions',
    headers: { origin: 'http://localhost', host: 'localhost' },
    payload: { email: ' Camille@Example.org ', password },
  })
  expect(raw.statusCode).toBe(201)
  const cookies = [raw.headers['set-cookie'] ?? []].flat()
  expect(cookies).toHaveLength(2)
  const attributes = '=[\\w.-]+; Path=/; HttpOnly; SameSite=Strict; Max-Age=\\d+$'
  expect(cookies[0]).toMatch(new RegExp(`^accord_session${attributes}`))
  expect(cookies[1]).toMatch(new RegExp(`^accord_device${attributes}`))
  const cookie = cookies[0]?.split(';')[0] ?? ''
  expect((await call('GET', '/v1/me', { cookie })).status).toBe(200)
  expect((await call('DELETE', '/v1/sessions/current', { cookie })).status).toBe(204)
  expect((await call('GET', '/v1/me', { cookie })).status).toBe(401)
})

test('a wrong password and an unknown e-mail are answered alike, and guessing is slowed', async () => {
  await ownerCookie()
  const guess = (email: string, text = 'not the password') =>
    call('POST', '/v1/sessions', {}, { email, password: text })
  const wrong = await guess('camille@example.org')
  const unknown = await guess('nobody@example.org')
  expect(wrong.body).toEqual(unknown.body)
  expect(wrong.status).toBe(401)
  for (let n = 0; n < 4; n += 1) await guess('camille@example.org')
  const slowed = await guess('camille@example.org', password)
  expect([slowed.status, slowed.body['code']]).toEqual([429, 'accounts.too_many_attempts'])
  await clock.advance(15 * 60_000)
  expect((await guess('camille@example.org', password)).status).toBe(201)
})

test('over https the cookies have names that no other host can set, and the plain name opens nothing', async () => {
  const secure = await accountsFixture({ secureCookie: true })
  try {
    const cookie = await secure.ownerCookie()
    expect(cookie).toMatch(/^__Host-accord_session=[\w-]+; __Host-accord_device=[\w.-]+$/)
    const { setCookies } = await secure.logIn()
    const attributes = '; Path=/; HttpOnly; SameSite=Strict; Max-Age=\\d+; Secure$'
    for (const one of setCookies) expect(one).toMatch(new RegExp(attributes))
    expect((await secure.call('GET', '/v1/me', { cookie })).status).toBe(200)
    const planted = cookie.replaceAll('__Host-', '')
    expect((await secure.call('GET', '/v1/me', { cookie: planted })).status).toBe(401)
  } finally {
    await secure.close()
  }
})

test('a session ends unused after twelve hours, and used after seven days', async () => {
  const cookie = await ownerCookie()
  await clock.advance(12 * 3_600_000 + 1)
  expect((await call('GET', '/v1/me', { cookie })).status).toBe(401)
  const fresh = await call('POST', '/v1/sessions', {}, { email: setup.email, password })
  for (let half = 0; half < 14; half += 1) {
    expect((await call('GET', '/v1/me', { cookie: fresh.cookie })).status).toBe(200)
    await clock.advance(12 * 3_600_000 - 60_000)
  }
  await clock.advance(3_600_000)
  expect((await call('GET', '/v1/me', { cookie: fresh.cookie })).status).toBe(401)
})

test('a token has the rights it was given, is shown once, and ends when revoked', async () => {
  const cookie = await ownerCookie()
  const request = { name: 'cash desk', rights: ['tokens.manage', 'account.read'] }
  const made = await call('POST', '/v1/tokens', { cookie }, request)
  expect(made.status).toBe(201)
  const token = String(made.body['secret'])
  expect(token).toMatch(/^accord_[\w-]{43}$/)
  expect((await call('GET', '/v1/account', { token })).status).toBe(200)
  const missing = await call('GET', '/v1/users', { token })
  expect([missing.status, missing.body['code']]).toEqual([403, 'http.right_missing'])
  const more = { name: 'x', rights: ['account.manage'] }
  const beyond = await call('POST', '/v1/tokens', { token }, more)
  expect([beyond.status, beyond.body['code']]).toEqual([403, 'accounts.rights_beyond_own'])
  const list = await call('GET', '/v1/tokens', { cookie })
  expect(JSON.stringify(list.body)).not.toContain(token)
  expect(list.body['items']).toMatchObject([{ name: 'cash desk', revokedAt: null }])
  const { id } = made.body['token'] as { id: string }
  expect((await call('DELETE', `/v1/tokens/${id}`, { cookie })).status).toBe(204)
  expect((await call('GET', '/v1/account', { token })).status).toBe(401)
  expect((await call('GET', '/v1/account', { token: 'accord_nonsense' })).status).toBe(401)
})

test('a token gives nobody a role with rights that it does not have', async () => {
  const cookie = await ownerCookie()
  const rights = ['account.manage', 'account.read']
  const made = await call('POST', '/v1/tokens', { cookie }, { name: 'annuaire', rights })
  const token = String(made.body['secret'])
  const person = { name: 'Sacha Exemple', email: 'sacha@example.org' }
  for (const role of ['owner', 'viewer']) {
    const invited = await call('POST', '/v1/users', { token }, { ...person, role })
    expect([invited.status, invited.body['code']]).toEqual([403, 'accounts.rights_beyond_own'])
  }
  const { id } = await colleague(cookie, 'viewer')
  const raised = await call('PATCH', `/v1/users/${id}`, { token }, { role: 'owner' })
  expect([raised.status, raised.body['code']]).toEqual([403, 'accounts.rights_beyond_own'])
})

/** A colleague who was invited and has accepted, logged in. */
async function colleague(cookie: string, role: string) {
  const person = { name: 'Sacha Exemple', email: 'sacha@example.org', role }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  const answer = { code: invited.body['code'], password: 'la mer est calme' }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  const { id } = joined.body['user'] as { id: string }
  return { id, cookie: joined.cookie }
}
const secondOwner = (cookie: string) => colleague(cookie, 'owner')

async function tokenOf(by: { cookie?: string | null; token?: string }, rights: string[]) {
  const made = await call('POST', '/v1/tokens', by, { name: 'une', rights })
  expect(made.status).toBe(201)
  return String(made.body['secret'])
}

test('a person who goes takes the tokens they made along, and those that these made', async () => {
  const cookie = await ownerCookie()
  const sacha = await secondOwner(cookie)
  const kept = await tokenOf({ cookie }, ['account.read'])
  const gone = await tokenOf(sacha, ['account.read', 'tokens.manage'])
  const made = await tokenOf({ token: gone }, ['account.read'])
  const status = async (token: string) => (await call('GET', '/v1/account', { token })).status
  expect([await status(kept), await status(gone), await status(made)]).toEqual([200, 200, 200])
  expect((await call('DELETE', `/v1/users/${sacha.id}`, { cookie })).status).toBe(204)
  expect([await status(kept), await status(gone), await status(made)]).toEqual([200, 401, 401])
})

test('a smaller role ends the tokens with rights beyond it, and leaves the others', async () => {
  const cookie = await ownerCookie()
  const sacha = await secondOwner(cookie)
  const reads = await tokenOf(sacha, ['account.read'])
  const manages = await tokenOf(sacha, ['account.read', 'account.manage'])
  const status = async (token: string) => (await call('GET', '/v1/account', { token })).status
  await call('PATCH', `/v1/users/${sacha.id}`, { cookie }, { role: 'viewer' })
  expect([await status(reads), await status(manages)]).toEqual([200, 401])
})

test('an account always keeps an owner', async () => {
  const cookie = await ownerCookie()
  const me = await call('GET', '/v1/me', { cookie })
  const { id } = me.body['user'] as { id: string }
  const demoted = await call('PATCH', `/v1/users/${id}`, { cookie }, { role: 'viewer' })
  expect([demoted.status, demoted.body['code']]).toEqual([409, 'accounts.last_owner'])
  expect((await call('DELETE', `/v1/users/${id}`, { cookie })).status).toBe(409)
})

test('a further account is another world: its tokens and users do not meet the first’s', async () => {
  const cookie = await ownerCookie()
  const reader = { name: 'a', rights: ['account.read'] }
  const first = await call('POST', '/v1/tokens', { cookie }, reader)
  const request = { name: 'École du Port', kind: 'sandbox', zone: 'Indian/Reunion' }
  const second = await call('POST', '/v1/accounts', { cookie }, request)
  expect(second.body).toMatchObject({ number: 1002, kind: 'sandbox', zone: 'Indian/Reunion' })
  const accountId = second.body['id']
  const moved = await call('PUT', '/v1/sessions/current', { cookie }, { accountId })
  expect(moved.body['account']).toMatchObject({ id: accountId })
  expect((await call('GET', '/v1/tokens', { cookie })).body['items']).toEqual([])
  const { id } = first.body['token'] as { id: string }
  const foreign = await call('DELETE', `/v1/tokens/${id}`, { cookie })
  expect([foreign.status, foreign.body['code']]).toEqual([404, 'accounts.token_not_found'])
  const token = String(first.body['secret'])
  expect((await call('GET', '/v1/account', { token })).body['number']).toBe(1001)
  const elsewhere = '01900000-0000-7000-8000-00000000dead'
  const lost = await call('PUT', '/v1/sessions/current', { cookie }, { accountId: elsewhere })
  expect(lost.status).toBe(404)
})

test('a new password ends the other sessions and needs the old one', async () => {
  const cookie = await ownerCookie()
  const other = await call('POST', '/v1/sessions', {}, { email: setup.email, password })
  const change = (current: string) =>
    call('PATCH', '/v1/me', { cookie }, { password: { current, next: 'un autre verger' } })
  expect((await change('wrong')).body['code']).toBe('accounts.password_wrong')
  expect((await change(password)).status).toBe(200)
  expect((await call('GET', '/v1/me', { cookie })).status).toBe(200)
  expect((await call('GET', '/v1/me', { cookie: other.cookie })).status).toBe(401)
})

test('no e-mail, name, password, code or token lies in the database in clear', async () => {
  const cookie = await ownerCookie()
  const made = await call('POST', '/v1/tokens', { cookie }, { name: 'a', rights: ['account.read'] })
  const secret = String(made.body['secret'])
  const dump = await store.asSuperuser(async (client) => {
    const lines: string[] = []
    for (const table of ['user', 'session', 'token', 'membership', 'code', 'account']) {
      const found = await client.query(`select t::text as line from accounts."${table}" t`)
      lines.push(...found.rows.map((row: { line: string }) => row.line))
    }
    return lines.join('\n')
  })
  expect(dump).toContain('Boutique des Tilleuls')
  const hidden = ['camille', 'Camille', password, secret, cookie.split('=')[1] ?? '']
  for (const text of hidden) {
    expect(dump).not.toContain(text)
    expect(dump).not.toContain(Buffer.from(text).toString('hex'))
  }
})
