// Somebody with a second factor who joins an account, or logs in as it is confirmed.
import { expect, test } from 'vitest'
import { password, setup } from '../../../test/support/accounts-fixture.ts'
import { code, day, factorsLife, sachaIs } from '../../../test/support/factors-fixture.ts'
import type { AccountId, UserId } from '../../kernel/index.ts'
import { insertSession } from '../credential-store.ts'
import { newSecret } from '../secrets.ts'
import { openSession } from '../session.ts'

const life = factorsLife()
const { call, codeOf, notCodeOf, did, enrol, half, show, me, colleague } = life

test('a login that began before the factor was confirmed ends in no session', async () => {
  const cookie = await life.fixture.ownerCookie()
  const { id } = (await me(cookie)).body['user'] as { id: UserId }
  const { id: accountId } = (await me(cookie)).body['account'] as { id: AccountId }
  await enrol(cookie)
  // It had looked for a factor and found none.
  expect(await openSession(life.fixture.deps, { userId: id, accountId: null })).toBeNull()
  // However it came to be, a session without the factor is none; the one that enrolled goes on.
  const secret = newSecret(life.fixture.deps.randomness)
  const at = life.fixture.clock.now()
  await life.fixture.store.database.inAccount(accountId, (tx) =>
    insertSession(tx, {
      ...{ hash: secret.hash, userId: id, accountId, at, expiresAt: at + day },
      withFactor: false,
    }),
  )
  expect((await me(`accord_session=${secret.text}`)).status).toBe(401)
  expect((await me(cookie)).status).toBe(200)
})

test('somebody with a factor who accepts an invitation shows it before they are in', async () => {
  const cookie = await life.fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { key } = await enrol(sacha.cookie, { password: sachaIs.password })
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  const accountId = second.body['id']
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'sender' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  const answer = { code: invited.body['code'], password: sachaIs.password }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  expect(code(joined)).toEqual([401, 'accounts.second_factor_needed'])
  // The password alone has accepted nothing: the account has nobody more, and the invitation waits.
  const people = async (path: string) =>
    ((await call('GET', path, { cookie })).body['items'] as unknown[]).length
  expect(await people('/v1/users')).toBe(1)
  expect(await people('/v1/users/invitations')).toBe(1)
  const half = joined.cookie ?? ''
  expect((await show(half, notCodeOf(key) ?? '')).status).toBe(403)
  expect(did('accounts.invitation_accepted')).toHaveLength(1)
  // A wrong code stands in the journal of the account where the person is a user already.
  expect(did('accounts.factor_refused')[0]?.accountId).not.toBe(accountId)
  const entered = await show(half, codeOf(key))
  expect(entered.body['account']).toMatchObject({ id: accountId })
  expect(await people('/v1/users')).toBe(2)
  expect(await people('/v1/users/invitations')).toBe(0)
  expect(did('accounts.invitation_accepted').at(-1)).toMatchObject({ accountId })
})

/** Sacha answers the invitation to a second account, and has still to show the factor. */
async function invitedToSecond(cookie: string) {
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId: second.body['id'] })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'sender' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  const answer = { code: invited.body['code'], password: sachaIs.password }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  const { id } = invited.body['invitation'] as { id: string }
  return { joined, id }
}

test('an invitation that was withdrawn before the factor was shown lets nobody in', async () => {
  const cookie = await life.fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { key, codes } = await enrol(sacha.cookie, { password: sachaIs.password })
  const { joined, id } = await invitedToSecond(cookie)
  expect((await call('DELETE', `/v1/users/invitations/${id}`, { cookie })).status).toBe(204)
  const late = await show(joined.cookie ?? '', codes[0] ?? '')
  expect(code(late)).toEqual([403, 'accounts.invitation_wrong'])
  expect((await call('GET', '/v1/users', { cookie })).body['items']).toHaveLength(1)
  // The half session is over, in the browser too, and neither the factor nor a code is used up.
  expect(late.setCookies).toContainEqual(expect.stringMatching(/^accord_half=;.*Max-Age=0/))
  expect(did('accounts.recovery_code_used')).toEqual([])
  expect((await show(await half({}, sachaIs), codes[0] ?? '')).status).toBe(201)
  expect((await show(await half({}, sachaIs), codeOf(key))).status).toBe(201)
})

test('an invitation that is withdrawn while the factor is looked at leads to one’s own account', async () => {
  const cookie = await life.fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { codes } = await enrol(sacha.cookie, { password: sachaIs.password })
  const { joined, id } = await invitedToSecond(cookie)
  const { deps } = life.fixture
  const { sendMail } = deps
  // The e-mail about the recovery code is written once the code was looked at.
  deps.sendMail = async (tx, mail) => {
    await call('DELETE', `/v1/users/invitations/${id}`, { cookie })
    await sendMail(tx, mail)
  }
  const entered = await show(joined.cookie ?? '', codes[0] ?? '')
  deps.sendMail = sendMail
  expect(entered.status).toBe(201)
  expect(entered.body['account']).toMatchObject({ name: setup.accountName })
})

test('who joins an account that requires a factor of them can only add one', async () => {
  const cookie = await life.fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const rule = { requiredOf: ['everybody'], holdsFrom: null, password, secondFactor: codeOf(key) }
  await call('PUT', '/v1/account/second-factor-rule', { cookie }, rule)
  const sacha = await colleague(cookie, 'viewer')
  expect((await me(sacha.cookie)).body['secondFactor']).toMatchObject({ mustEnrol: true })
  const refused = await call('GET', '/v1/users', { cookie: sacha.cookie })
  expect(code(refused)).toEqual([403, 'accounts.second_factor_required'])
})
