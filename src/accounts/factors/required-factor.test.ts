// Accounts and the installation that require a second factor, and who is confined until then.
import { expect, test } from 'vitest'
import { password } from '../../../test/support/accounts-fixture.ts'
import { code, day, factorsLife, sachaIs } from '../../../test/support/factors-fixture.ts'
import type { AccountId, TokenId } from '../../kernel/index.ts'
import { proveOwner } from '../passwords/prove-owner.ts'
import { revealNeedsFactor } from './rules.ts'

const life = factorsLife()
const { call, codeOf, next, enrol, me, colleague } = life

test('an account requires one from a date on: a banner before, enrolling alone after', async () => {
  const cookie = await life.fixture.ownerCookie()
  const sacha = await colleague(cookie, 'sender')
  const viewer = await colleague(cookie, 'viewer', 'lou@example.org')
  const holdsFrom = new Date(life.fixture.clock.now() + day).toISOString()
  const rule = { requiredOf: ['sending', 'managing'], holdsFrom, password }
  const put = (shown: object) => call('PUT', '/v1/account/second-factor-rule', { cookie }, shown)
  expect(code(await put(rule))).toEqual([409, 'accounts.second_factor_own_first'])
  const { key } = await enrol(cookie)
  expect(code(await put(rule))).toEqual([403, 'accounts.second_factor_asked'])
  const kept = await put({ ...rule, secondFactor: codeOf(key) })
  expect(kept.body).toEqual({ requiredOf: ['sending', 'managing'], holdsFrom, without: 1 })
  const standing = async (by: string) => (await me(by)).body['secondFactor']
  expect(await standing(sacha.cookie)).toMatchObject({ requiredFrom: holdsFrom, mustEnrol: false })
  expect(await standing(viewer.cookie)).toMatchObject({ requiredFrom: null, mustEnrol: false })
  expect((await call('GET', '/v1/account', { cookie: sacha.cookie })).status).toBe(200)

  const token = await call(
    'POST',
    '/v1/tokens',
    { cookie },
    { name: 'caisse', rights: ['account.read'] },
  )
  await life.fixture.clock.advance(day)
  // Idle since yesterday: everybody logs in again.
  const again = await life.fixture.logIn({}, sachaIs)
  expect(again.status).toBe(201)
  const by = { cookie: again.cookie }
  expect(await standing(again.cookie ?? '')).toMatchObject({ mustEnrol: true })
  for (const url of ['/v1/account', '/v1/tokens', '/v1/account/second-factor-rule']) {
    expect(code(await call('GET', url, by))).toEqual([403, 'accounts.second_factor_required'])
  }
  const lou = { email: 'lou@example.org', password: 'la mer est calme' }
  const free = await life.fixture.logIn({}, lou)
  expect((await call('GET', '/v1/account', { cookie: free.cookie })).status).toBe(200)
  const asToken = { token: String(token.body['secret']) }
  expect((await call('GET', '/v1/account', asToken)).status).toBe(200)
  await enrol(again.cookie, { password: sachaIs.password })
  expect((await call('GET', '/v1/account', by)).status).toBe(200)
})

test('an account says that whoever reveals has one only while it requires it', async () => {
  const cookie = await life.fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const { id } = (await me(cookie)).body['account'] as { id: AccountId }
  const says = () =>
    life.fixture.store.database.inAccount(id, (tx) =>
      revealNeedsFactor(tx, id, life.fixture.clock.now()),
    )
  const put = async (requiredOf: string[], holdsFrom: string | null) => {
    await next()
    const shown = { requiredOf, holdsFrom, password, secondFactor: codeOf(key) }
    const kept = await call('PUT', '/v1/account/second-factor-rule', { cookie }, shown)
    expect(kept.status).toBe(200)
  }
  expect(await says()).toBe(false)
  await put(['sending'], null)
  expect(await says()).toBe(false)
  await put(['revealing'], new Date(life.fixture.clock.now() + day).toISOString())
  expect(await says()).toBe(false)
  await put(['revealing'], null)
  expect(await says()).toBe(true)
  await put([], null)
  expect(await says()).toBe(false)
})

test('the installation requires one of whoever manages it', async () => {
  const cookie = await life.fixture.ownerCookie()
  const path = '/v1/installation/second-factor-rule'
  const { id, key } = await enrol(cookie)
  const rule = { isRequired: true, holdsFrom: null, password, secondFactor: codeOf(key) }
  const kept = await call('PUT', path, { cookie }, rule)
  expect(kept.body).toMatchObject({ isRequired: true, without: 0 })
  await next()
  const off = { password, secondFactor: codeOf(key) }
  await call('POST', `/v1/me/second-factors/${id}/removal`, { cookie }, off)
  expect(code(await call('GET', '/v1/accounts', { cookie }))).toEqual([
    403,
    'accounts.second_factor_required',
  ])
})

test('a token with the right password of an owner proves no owner', async () => {
  const cookie = await life.fixture.ownerCookie()
  const { body } = await me(cookie)
  const caller = {
    accountId: (body['account'] as { id: AccountId }).id,
    by: { kind: 'token' as const, tokenId: life.fixture.deps.makeId() as TokenId },
    rights: new Set(['account.manage' as const]),
    ...{ language: 'fr' as const, traceId: '' },
  }
  const looked = life.fixture.verified()
  await expect(proveOwner(life.fixture.deps, caller, { password })).rejects.toMatchObject({
    code: 'accounts.owner_in_person',
    kind: 'forbidden',
  })
  expect(life.fixture.verified()).toBe(looked)
})
