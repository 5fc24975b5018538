// The first run and what follows: one owner, logging in, tokens, a restart,
// no personal data in logs.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { type Accord, cookieOf, startAccord } from '../support/scenario.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ isNew: true })
})
afterAll(() => accord.stop())

test('the first run gives a one-time link and the recovery key; afterwards neither is shown', async () => {
  expect(accord.app().setupCode).toMatch(/^[\w-]{43}$/)
  expect(accord.app().recoveryCopy).toMatch(/^[0-9A-Z-]+$/)
  const again = await accord.call('', 'POST', '/v1/setup', {
    code: accord.app().setupCode,
    accountName: 'Another',
    name: 'Somebody Else',
    email: 'else@example.org',
    password: 'a second owner',
  })
  expect([again.status, again.body['code']]).toEqual([409, 'accounts.setup_done'])
  await accord.restart()
  expect([accord.app().setupCode, accord.app().recoveryCopy]).toEqual([null, null])
})

test('the owner logs in, and a wrong password is answered like an unknown e-mail', async () => {
  const { email, password } = accord.owner
  const login = await accord.call('', 'POST', '/v1/sessions', { email, password })
  expect(login.status).toBe(201)
  const me = await accord.call(cookieOf(login), 'GET', '/v1/me')
  expect(me.body).toMatchObject({ user: { email }, role: 'owner' })
  const wrong = { email, password: 'not this one' }
  const unknown = { email: 'nobody@example.org', password }
  for (const attempt of [wrong, unknown]) {
    const refused = await accord.call('', 'POST', '/v1/sessions', attempt)
    expect([refused.status, refused.body['code']]).toEqual([401, 'accounts.login_failed'])
  }
})

test('sessions and tokens outlive a restart', async () => {
  await accord.restart()
  expect((await accord.call(accord.owner.cookie, 'GET', '/v1/me')).status).toBe(200)
  for (const { token, number } of accord.accounts) {
    const { body } = await accord.call(token, 'GET', '/v1/account')
    expect(body['number']).toBe(number)
  }
})

test('an account has its own name as the entity that it sends for', async () => {
  type Controllers = { items: { name: string; isDefault: boolean }[] }
  const [first, second] = accord.accounts
  const names = async (token: string) => {
    const { body } = await accord.call<Controllers>(token, 'GET', '/v1/controllers')
    return body.items.map(({ name }) => name)
  }
  expect(await names(first.token)).toEqual(['Boutique des Tilleuls'])
  expect(await names(second.token)).toEqual(['École du Port'])
})

test('what was done is in the log of deeds, by whom', async () => {
  type Deeds = { items: { action: string; actorKind: string }[] }
  const { body } = await accord.call<Deeds>(accord.accounts[0].token, 'GET', '/v1/audit')
  const deeds = body.items.map(({ action, actorKind }) => `${actorKind} ${action}`)
  expect(deeds).toContain('user accounts.installation_set_up')
  expect(deeds).toContain('user accounts.token_created')
})

test('a second server on the same data is refused, and leaves the first alone', async () => {
  await expect(startApp(accord.config)).rejects.toMatchObject({ code: 'app.already_running' })
  expect((await accord.call('', 'GET', '/health/ready')).status).toBe(200)
})

test('the log has neither e-mail, name, password nor token in it', async () => {
  await accord.call('', 'GET', `/v1/unknown/${accord.owner.email}`)
  await accord.restart()
  const log = readFileSync(accord.app().logPath ?? '', 'utf8')
  expect(log).toContain('"route":"/v1/sessions"')
  const { email, password, cookie } = accord.owner
  const secrets = [email, 'Camille', password, cookie.split('=')[1] ?? '', accord.accounts[0].token]
  for (const secret of secrets) expect(log).not.toContain(secret)
})

test('what the program counts is answered to the owner of the installation alone', async () => {
  const { cookie } = accord.owner
  await accord.call(cookie, 'GET', '/v1/me')
  const text = (await accord.call<string>(cookie, 'GET', '/v1/metrics')).body
  expect(text).toMatch(/accord_http_requests_total\{.*route="\/v1\/me".*\} \d/)
  expect((await accord.call(accord.accounts[0].token, 'GET', '/v1/metrics')).status).toBe(403)
})
