// API tokens through their routes: what they may do, when they end, and what ends with what.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type AccountsFixture,
  accountsFixture,
  type By,
  password,
} from '../../../test/support/accounts-fixture.ts'
import type { AccountId, Right, TokenId, UserId } from '../../kernel/index.ts'
import { createToken } from '../index.ts'
import { rightsOfRole } from '../roles.ts'

let fixture: AccountsFixture
let owner: string
beforeEach(async () => {
  fixture = await accountsFixture()
  owner = await fixture.ownerCookie()
})
afterEach(async () => {
  await fixture.close()
})

const dayMs = 24 * 3_600_000
const call: AccountsFixture['call'] = (...asked) => fixture.call(...asked)
type Made = { secret: string; id: string; expiresAt: string | null }
async function make(by: By, more: object = {}): Promise<Made> {
  const request = { name: 'caisse', rights: ['account.read', 'tokens.manage'], ...more }
  const { status, body } = await call('POST', '/v1/tokens', by, request)
  expect([status, body['code']]).toEqual([201, undefined])
  const token = body['token'] as { id: string; expiresAt: string | null }
  return { secret: String(body['secret']), id: token.id, expiresAt: token.expiresAt }
}
const status = async ({ secret }: Made) =>
  (await call('GET', '/v1/account', { token: secret })).status
const inDays = (days: number) => new Date(fixture.clock.now() + days * dayMs).toISOString()

test('a token ends by itself, after ninety days if nothing else is said', async () => {
  const made = await make({ cookie: owner })
  expect(made.expiresAt).toBe(inDays(90))
  const week = await make({ cookie: owner }, { days: 7 })
  await fixture.clock.advance(7 * dayMs - 1)
  expect([await status(made), await status(week)]).toEqual([200, 200])
  await fixture.clock.advance(1)
  expect([await status(made), await status(week)]).toEqual([200, 401])
  await fixture.clock.advance(83 * dayMs)
  expect(await status(made)).toBe(401)
})

test('at most a year, or without an end for whoever manages the account', async () => {
  const { cookie } = await fixture.logIn()
  const asked = async (by: By, days: number | null) => {
    const request = { name: 'caisse', rights: ['account.read'], days }
    return (await call('POST', '/v1/tokens', by, request)).body['code']
  }
  expect(await asked({ cookie }, 366)).toBe('http.input_invalid')
  expect(await asked({ cookie }, 0)).toBe('http.input_invalid')
  expect((await make({ cookie }, { days: null })).expiresAt).toBeNull()
  const weak = await make({ cookie }, { days: null })
  expect(await asked({ token: weak.secret }, null)).toBe('accounts.token_needs_end')
})

test('a token lasts no longer than the token that makes it', async () => {
  const week = await make({ cookie: owner }, { days: 7 })
  await fixture.clock.advance(2 * dayMs)
  expect((await make({ token: week.secret })).expiresAt).toBe(inDays(5))
  expect((await make({ token: week.secret }, { days: 3 })).expiresAt).toBe(inDays(3))
  const request = { name: 'caisse', rights: ['account.read'], days: 6 }
  const longer = await call('POST', '/v1/tokens', { token: week.secret }, request)
  expect([longer.status, longer.body['code']]).toEqual([403, 'accounts.token_outlives_maker'])
})

test('a revoked token takes along what it made, and what that made, and nothing else', async () => {
  const kept = await make({ cookie: owner })
  const first = await make({ cookie: owner })
  const second = await make({ token: first.secret })
  const third = await make({ token: second.secret })
  expect([await status(kept), await status(third)]).toEqual([200, 200])
  await call('DELETE', `/v1/tokens/${first.id}`, { cookie: owner })
  expect(await Promise.all([kept, first, second, third].map(status))).toEqual([200, 401, 401, 401])
  const revoked = fixture.recorded.filter(({ action }) => action === 'accounts.token_revoked')
  expect(revoked.map(({ details }) => details['token']).sort()).toEqual(
    [first.id, second.id, third.id].sort(),
  )
})

test('a token that is made while its maker is revoked does not outlive it', async () => {
  for (let round = 0; round < 8; round += 1) {
    const maker = await make({ cookie: owner })
    const request = { name: 'caisse', rights: ['account.read'] }
    const making = Array.from({ length: 4 }, () =>
      call('POST', '/v1/tokens', { token: maker.secret }, request),
    )
    const [made] = await Promise.all([
      Promise.all(making),
      call('DELETE', `/v1/tokens/${maker.id}`, { cookie: owner }),
    ])
    for (const { body } of made) {
      if (body['secret'] === undefined) continue
      const { status: answered } = await call('GET', '/v1/account', {
        token: String(body['secret']),
      })
      expect(answered).toBe(401)
    }
  }
}, 60_000)

test('a smaller role ends what has more rights, and what that made though it has not', async () => {
  const person = { name: 'Sacha Exemple', email: 'sacha@example.org', role: 'owner' }
  const { body: invited } = await call('POST', '/v1/users', { cookie: owner }, person)
  const answer = { code: invited['code'], password: 'la mer est calme' }
  const sacha = await call('POST', '/v1/invitations', {}, answer)
  const strong = await make({ cookie: sacha.cookie })
  const weakOfStrong = await make({ token: strong.secret }, { rights: ['account.read'] })
  const weak = await make({ cookie: sacha.cookie }, { rights: ['account.read'] })
  const { id } = sacha.body['user'] as { id: string }
  await call('PATCH', `/v1/users/${id}`, { cookie: owner }, { role: 'viewer' })
  expect(await Promise.all([strong, weakOfStrong, weak].map(status))).toEqual([401, 401, 200])
})

test('a new password ends other sessions, and one’s tokens in all accounts only when asked', async () => {
  const request = { name: 'École du Port', kind: 'sandbox' }
  const { body: elsewhere } = await call('POST', '/v1/accounts', { cookie: owner }, request)
  const here = await make({ cookie: owner })
  const other = await fixture.logIn()
  await call('PUT', '/v1/sessions/current', other, { accountId: elsewhere['id'] })
  const there = await make(other)
  const ofMachine = await createToken(
    fixture.deps,
    {
      accountId: elsewhere['id'] as never,
      by: { kind: 'system', what: 'command_line' },
      rights: new Set(['account.read']),
      language: 'en',
      traceId: '',
    },
    { name: 'machine', rights: ['account.read'] },
  )
  const change = (current: string, next: string, more: object = {}) =>
    call('PATCH', '/v1/me', { cookie: owner }, { password: { current, next, ...more } })
  expect((await change(password, 'un autre verger')).status).toBe(200)
  expect((await call('GET', '/v1/me', other)).status).toBe(401)
  expect(await Promise.all([here, there].map(status))).toEqual([200, 200])
  expect((await change('un autre verger', password, { endTokens: true })).status).toBe(200)
  expect((await call('GET', '/v1/me', { cookie: owner })).status).toBe(200)
  expect(await Promise.all([here, there].map(status))).toEqual([401, 401])
  const { secret, token } = ofMachine
  expect(await status({ secret, id: token.id as TokenId, expiresAt: null })).toBe(200)
})

test('a token that was asked for as its maker lost the right to it is not made', async () => {
  const person = { name: 'Sacha Exemple', email: 'sacha@example.org', role: 'owner' }
  const { body: invited } = await call('POST', '/v1/users', { cookie: owner }, person)
  const answer = { code: invited['code'], password: 'la mer est calme' }
  const sacha = await call('POST', '/v1/invitations', {}, answer)
  const { id: userId } = sacha.body['user'] as { id: UserId }
  const { id: accountId } = sacha.body['account'] as { id: AccountId }
  const late = {
    ...{ accountId, by: { kind: 'user', userId } as const, language: 'en' as const, traceId: '' },
    rights: new Set(rightsOfRole.owner),
  }
  const ask = (...rights: Right[]) => createToken(fixture.deps, late, { name: 'caisse', rights })
  await call('PATCH', `/v1/users/${userId}`, { cookie: owner }, { role: 'support' })
  expect((await ask('account.read')).secret).toMatch(/^accord_/)
  const code = 'accounts.rights_beyond_own'
  await expect(ask('account.read', 'contacts.reveal')).rejects.toMatchObject({ code })
  await call('DELETE', `/v1/users/${userId}`, { cookie: owner })
  await expect(ask('account.read')).rejects.toMatchObject({ code })
})
