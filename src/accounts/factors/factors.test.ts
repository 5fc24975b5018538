// Second factors through their routes on a real database, with codes as an app makes them.
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type AccountsFixture,
  type Answer,
  accountsFixture,
  type By,
  password,
  setup,
} from '../../../test/support/accounts-fixture.ts'
import { type AccountId, AppError, type TokenId, type UserId } from '../../kernel/index.ts'
import { insertSession } from '../credential-store.ts'
import type { AccountsDeps } from '../deps.ts'
import { proveOwner } from '../passwords/prove-owner.ts'
import { newSecret } from '../secrets.ts'
import { openSession } from '../session.ts'
import { revealNeedsFactor } from './rules.ts'
import { takeFactorOnMachine } from './take-away.ts'
import { tellVoided } from './tell-voided.ts'
import { endWhatCameBack } from './void-codes.ts'

const minute = 60_000
const step = 30_000
const day = 24 * 60 * minute
let fixture: AccountsFixture
let call: AccountsFixture['call']
beforeEach(async () => {
  fixture = await accountsFixture()
  call = fixture.call
})
afterEach(async () => {
  await fixture.close()
})

const codeOf = (key: string, at = fixture.clock.now()) =>
  TOTP.generate({ secret: Secret.fromBase32(key), timestamp: at })
const notCodeOf = (key: string) => {
  const near = [-2, -1, 0, 1, 2].map((n) => codeOf(key, fixture.clock.now() + n * step))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (code) => !near.includes(code),
  )
}
const code = (answer: Answer) => [answer.status, answer.body['code']]
const did = (action: string) => fixture.recorded.filter((one) => one.action === action)
const next = () => fixture.clock.advance(step)

type Enrolled = { id: string; key: string; codes: string[]; cookie: string | null }

async function enrol(cookie: string | null, shown: object = {}): Promise<Enrolled> {
  const asked = { name: 'Téléphone', password, ...shown }
  const begun = await call('POST', '/v1/me/second-factors', { cookie }, asked)
  expect(begun.status).toBe(201)
  const { id, key, uri } = begun.body as { id: string; key: string; uri: string }
  expect(uri).toContain(`secret=${key}`)
  const path = `/v1/me/second-factors/${id}/confirmation`
  const confirmed = await call('POST', path, { cookie }, { code: codeOf(key) })
  expect(confirmed.status).toBe(200)
  await next()
  const codes = (confirmed.body['recoveryCodes'] ?? []) as string[]
  return { id, key, codes, cookie: confirmed.cookie }
}

/** What a browser has after it: it keeps what it had and takes what it is given. */
const both = (...cookies: (string | null | undefined)[]) => cookies.filter(Boolean).join('; ')

async function half(by: By = {}, as = {}): Promise<string> {
  const asked = await fixture.logIn(by, as)
  expect(code(asked)).toEqual([401, 'accounts.second_factor_needed'])
  return asked.cookie ?? ''
}
const show = (cookie: string, shown: string, by: By = {}) =>
  call('POST', '/v1/sessions/second-factor', { ...by, cookie }, { code: shown })
const me = (cookie: string | null) => call('GET', '/v1/me', { cookie })

test('nobody who has enrolled none is asked for one', async () => {
  const cookie = await fixture.ownerCookie()
  expect((await fixture.logIn()).status).toBe(201)
  const standing = { isEnrolled: false, requiredFrom: null, mustEnrol: false }
  expect((await me(cookie)).body['secondFactor']).toEqual(standing)
})

test('it is enrolled with the password and a code, and asked for from then on', async () => {
  const cookie = await fixture.ownerCookie()
  const other = await fixture.logIn()
  const wrong = { name: 'Téléphone', password: 'not the password' }
  const refused = await call('POST', '/v1/me/second-factors', { cookie }, wrong)
  expect(code(refused)).toEqual([403, 'accounts.password_wrong'])
  const { key, codes } = await enrol(cookie)
  expect(new Set(codes).size).toBe(10)
  // What a password alone has opened ends; the session that enrolled goes on.
  expect((await me(other.cookie)).status).toBe(401)
  expect((await me(cookie)).body['secondFactor']).toMatchObject({ isEnrolled: true })
  expect(did('accounts.factor_enrolled')).toHaveLength(1)
  expect(fixture.mails.map(({ to }) => to)).toEqual([setup.email])

  const halfCookie = await half()
  for (const url of ['/v1/me', '/v1/account', '/v1/users', '/v1/me/second-factors']) {
    expect((await call('GET', url, { cookie: halfCookie })).status).toBe(401)
  }
  expect(code(await show('', codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
  const entered = await show(halfCookie, codeOf(key))
  expect(entered.status).toBe(201)
  expect((await me(entered.cookie)).status).toBe(200)
  // The half session is used up, and so is the code.
  expect(code(await show(halfCookie, codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
  expect(code(await show(await half(), codeOf(key)))).toEqual([403, 'accounts.second_factor_wrong'])
})

test('a code is good one step early and one step late, and never twice or at another time', async () => {
  const { key } = await enrol(await fixture.ownerCookie())
  await fixture.clock.advance(10 * step)
  const now = fixture.clock.now()
  const tried = async (at: number) => (await show(await half(), codeOf(key, at))).status
  expect(await tried(now - 2 * step)).toBe(403)
  expect(await tried(now + 2 * step)).toBe(403)
  expect(await tried(now - step)).toBe(201)
  expect(await tried(now - step)).toBe(403)
  expect(await tried(now + step)).toBe(201)
  // A later one was used: those before it are over.
  expect(await tried(now)).toBe(403)
})

test('of one code shown ten times at once one opens a session', async () => {
  const { key } = await enrol(await fixture.ownerCookie())
  const halves = await Promise.all(Array.from({ length: 5 }, () => half()))
  const shown = codeOf(key)
  const answers = await Promise.all(halves.map((cookie) => show(cookie, shown)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
})

test('half a session is good for ten minutes', async () => {
  const { key } = await enrol(await fixture.ownerCookie())
  const cookie = await half()
  const waits = await call('GET', '/v1/sessions/second-factor', { cookie })
  expect(waits.body).toMatchObject({ recoveryCodesLeft: true })
  await fixture.clock.advance(10 * minute + 1)
  expect(code(await show(cookie, codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
})

test('a recovery code opens once, however it is typed, and its owner is told', async () => {
  const { codes } = await enrol(await fixture.ownerCookie())
  const [first = '', second = ''] = codes
  expect(first).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const typed = ` ${first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
  expect((await show(await half(), typed)).status).toBe(201)
  expect((await show(await half(), first)).status).toBe(403)
  expect(did('accounts.recovery_code_used')[0]?.details).toMatchObject({ left: 9 })
  expect(fixture.mails.at(-1)?.paragraphs[0]).toContain('9')
  expect((await show(await half(), second)).status).toBe(201)
})

test('new recovery codes need password and factor, and end the old ones', async () => {
  const cookie = await fixture.ownerCookie()
  const { key, codes } = await enrol(cookie)
  const renew = (shown: object) => call('POST', '/v1/me/recovery-codes', { cookie }, shown)
  expect(code(await renew({ password }))).toEqual([403, 'accounts.second_factor_asked'])
  const wrong = { password, secondFactor: notCodeOf(key) }
  expect(code(await renew(wrong))).toEqual([403, 'accounts.second_factor_wrong'])
  const renewed = await renew({ password, secondFactor: codeOf(key) })
  expect(renewed.body['codes']).toHaveLength(10)
  expect((await show(await half(), codes[0] ?? '')).status).toBe(403)
})

test('of two renewals at once one gives codes, and these alone are good', async () => {
  const cookie = await fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const second = await enrol(cookie, { name: 'Tablette', secondFactor: codeOf(key) })
  const { verify } = fixture.deps.passwords
  // Both have shown who they are before either makes codes.
  let together = 0
  let letGo = () => {}
  const both = new Promise<void>((resolve) => {
    letGo = resolve
  })
  fixture.deps.passwords.verify = async (hash, text) => {
    together += 1
    if (together === 2) letGo()
    await both
    return verify(hash, text)
  }
  const renew = (secondFactor: string | undefined) =>
    call('POST', '/v1/me/recovery-codes', { cookie }, { password, secondFactor })
  const answers = await Promise.all([renew(codeOf(key)), renew(codeOf(second.key))])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const lost = answers.find(({ status }) => status === 409)
  expect(lost?.body['code']).toBe('accounts.recovery_codes_just_renewed')
  const won = answers.find(({ status }) => status === 200)?.body['codes'] as string[]
  const list = await call('GET', '/v1/me/second-factors', { cookie })
  expect(list.body['recoveryCodesLeft']).toBe(10)
  expect((await show(await half(), won[0] ?? '')).status).toBe(201)
})

test('whoever has the password alone has twenty codes an hour, and its owner is told', async () => {
  const { key, codes } = await enrol(await fixture.ownerCookie())
  let looked = 0
  for (let place = 1; place <= 8; place += 1) {
    const from = `2001:db8:${place.toString(16)}::1`
    const cookie = await half({ from })
    for (let count = 0; count < 6; count += 1) {
      const answer = await show(cookie, notCodeOf(key) ?? '', { from })
      if (answer.status === 403) looked += 1
      else expect(answer.status).toBe(429)
    }
  }
  expect(looked).toBe(20)
  expect(did('accounts.factor_refused')).toHaveLength(20)
  const told = fixture.mails.filter(({ paragraphs }) =>
    /wrong codes|codes erronés/.test(paragraphs[0] ?? ''),
  )
  expect(told).toHaveLength(1)
  // The right code is not looked at from a place that nobody knows; a recovery code is.
  const from = '2001:db8:ffff::1'
  const paused = await show(await half({ from }), codeOf(key), { from })
  expect(code(paused)).toEqual([429, 'accounts.second_factor_paused'])
  expect((await show(await half({ from }), codes[0] ?? '', { from })).status).toBe(201)
})

test('a device that its owner has used comes in while strangers try', async () => {
  const cookie = await fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const entered = await show(await half(), codeOf(key))
  await next()
  for (let place = 1; place <= 6; place += 1) {
    const from = `2001:db8:${place.toString(16)}::1`
    const stranger = await half({ from })
    for (let count = 0; count < 5; count += 1) await show(stranger, '000000', { from })
  }
  const known = entered.cookie ?? ''
  const halfCookie = await half({ cookie: known })
  expect((await show(both(halfCookie, known), codeOf(key))).status).toBe(201)
})

test('browsers stay known where the oldest factor is removed, and not where all are', async () => {
  const cookie = await fixture.ownerCookie()
  const first = await enrol(cookie)
  const second = await enrol(cookie, { name: 'Tablette', secondFactor: codeOf(first.key) })
  const known = (await show(await half(), codeOf(second.key))).cookie ?? ''
  await next()
  const remove = async ({ id, key }: Enrolled) => {
    const path = `/v1/me/second-factors/${id}/removal`
    const gone = await call('POST', path, { cookie }, { password, secondFactor: codeOf(key) })
    expect(gone.status).toBe(204)
    await next()
  }
  const isKnown = async (key: string) => {
    // From this place nobody else has a try left.
    const waiting = await half()
    for (let count = 0; count < 5; count += 1) await show(waiting, '000000')
    expect((await show(waiting, codeOf(key))).status).toBe(429)
    const answer = await show(both(await half({ cookie: known }), known), codeOf(key))
    await fixture.clock.advance(15 * minute)
    return answer.status === 201
  }
  await remove(first)
  expect(await isKnown(second.key)).toBe(true)
  await remove(second)
  expect(await isKnown((await enrol(cookie)).key)).toBe(false)
})

test('a device mark from before the enrolment has no count of its own', async () => {
  const cookie = await fixture.ownerCookie()
  const marks: (string | null)[] = []
  for (let count = 0; count < 6; count += 1) marks.push((await fixture.logIn()).cookie)
  const { key, cookie: enrolled } = await enrol(cookie)
  let looked = 0
  for (const [place, mark] of marks.entries()) {
    const by = { from: `2001:db8:${place.toString(16)}::1` }
    const asked = await half({ ...by, cookie: mark })
    for (let count = 0; count < 5; count += 1) {
      const answer = await show(both(asked, mark), notCodeOf(key) ?? '', by)
      if (answer.status === 403) looked += 1
    }
  }
  expect(looked).toBe(20)
  // The browser that enrolled is known: it is counted by itself.
  expect((await show(both(await half(), enrolled), codeOf(key))).status).toBe(201)
})

test('from all known devices together forty codes an hour are looked at; a recovery code opens', async () => {
  const { key, codes } = await enrol(await fixture.ownerCookie())
  const marks: (string | null)[] = []
  for (let count = 0; count < 9; count += 1) {
    marks.push((await show(await half(), codeOf(key))).cookie)
    await next()
  }
  let looked = 0
  for (const [place, mark] of marks.entries()) {
    const by = { from: `2001:db8:${place.toString(16)}::1` }
    const asked = await half({ ...by, cookie: mark })
    for (let count = 0; count < 5; count += 1) {
      const answer = await show(both(asked, mark), notCodeOf(key) ?? '', by)
      if (answer.status === 403) looked += 1
    }
  }
  expect(looked).toBe(40)
  const from = '2001:db8:ffff::1'
  const last = (await show(await half({ from }), codes[1] ?? '', { from })).cookie
  const paused = await show(both(await half({ from }), last), codeOf(key), { from })
  expect(code(paused)).toEqual([429, 'accounts.second_factor_paused'])
  expect(paused.body['details']).toMatchObject({ minutes: 60 })
  await fixture.clock.advance(15 * minute)
  const again = both(await half(), marks[0])
  expect((await show(again, codes[0] ?? '')).status).toBe(201)
})

test('it is turned off with password and factor, and with the last one go the recovery codes', async () => {
  const cookie = await fixture.ownerCookie()
  const { id, key, codes } = await enrol(cookie)
  const path = `/v1/me/second-factors/${id}/removal`
  const off = (shown: object) => call('POST', path, { cookie }, shown)
  expect(code(await off({ password }))).toEqual([403, 'accounts.second_factor_asked'])
  expect((await off({ password, secondFactor: codeOf(key) })).status).toBe(204)
  expect((await fixture.logIn()).status).toBe(201)
  expect(did('accounts.factor_turned_off')).toHaveLength(1)
  const again = await enrol(cookie)
  expect((await show(await half(), codes[0] ?? '')).status).toBe(403)
  expect((await show(await half(), again.codes[0] ?? '')).status).toBe(201)
})

test('a second app needs the first, and each of them opens', async () => {
  const cookie = await fixture.ownerCookie()
  const first = await enrol(cookie)
  const asked = { name: 'Tablette', password }
  const refused = await call('POST', '/v1/me/second-factors', { cookie }, asked)
  expect(code(refused)).toEqual([403, 'accounts.second_factor_asked'])
  const second = await enrol(cookie, { name: 'Tablette', secondFactor: codeOf(first.key) })
  expect(second.codes).toEqual([])
  expect((await show(await half(), codeOf(first.key))).status).toBe(201)
  expect((await show(await half(), codeOf(second.key))).status).toBe(201)
  const list = await call('GET', '/v1/me/second-factors', { cookie })
  expect(list.body).toMatchObject({
    items: [{ name: 'Téléphone' }, { name: 'Tablette' }],
    recoveryCodesLeft: 10,
  })
  expect(JSON.stringify(list.body)).not.toContain(first.key)
})

test('a new password needs the factor, and ends what waits for one', async () => {
  const cookie = await fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const waiting = await half()
  const change = (shown: object) =>
    call(
      'PATCH',
      '/v1/me',
      { cookie },
      { password: { current: password, next: 'un autre verger', ...shown } },
    )
  expect(code(await change({}))).toEqual([403, 'accounts.second_factor_asked'])
  expect((await change({ secondFactor: codeOf(key) })).status).toBe(200)
  await next()
  expect(code(await show(waiting, codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
})

/** A colleague who was invited and has accepted, logged in. */
async function colleague(cookie: string, role: string, email = 'sacha@example.org') {
  const invited = await call('POST', '/v1/users', { cookie }, { name: 'Sacha', email, role })
  const answer = { code: invited.body['code'], password: 'la mer est calme' }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  expect(joined.status).toBe(201)
  return { id: (joined.body['user'] as { id: string }).id, cookie: joined.cookie ?? '' }
}
const sachaIs = { email: 'sacha@example.org', password: 'la mer est calme' }

test('a login that began before the factor was confirmed ends in no session', async () => {
  const cookie = await fixture.ownerCookie()
  const { id } = (await me(cookie)).body['user'] as { id: UserId }
  const { id: accountId } = (await me(cookie)).body['account'] as { id: AccountId }
  await enrol(cookie)
  // It had looked for a factor and found none.
  expect(await openSession(fixture.deps, { userId: id, accountId: null })).toBeNull()
  // However it came to be, a session without the factor is none; the one that enrolled goes on.
  const secret = newSecret(fixture.deps.randomness)
  const at = fixture.clock.now()
  await fixture.store.database.inAccount(accountId, (tx) =>
    insertSession(tx, {
      ...{ hash: secret.hash, userId: id, accountId, at, expiresAt: at + day },
      withFactor: false,
    }),
  )
  expect((await me(`accord_session=${secret.text}`)).status).toBe(401)
  expect((await me(cookie)).status).toBe(200)
})

test('where no recovery codes could be made the factor is not confirmed', async () => {
  const cookie = await fixture.ownerCookie()
  const other = await fixture.logIn()
  const begun = await call('POST', '/v1/me/second-factors', { cookie }, { name: 'A', password })
  const { id, key } = begun.body as { id: string; key: string }
  const { deps } = fixture
  const { randomness } = deps
  const path = `/v1/me/second-factors/${id}/confirmation`
  const noCodes = (count: number) => {
    if (count === 12) throw new AppError('test.none', 'unavailable', 'none')
    return randomness.bytes(count)
  }
  deps.randomness = { ...randomness, bytes: noCodes }
  const failed = await call('POST', path, { cookie }, { code: codeOf(key) })
  deps.randomness = randomness
  expect(failed.status).toBe(503)
  expect((await me(cookie)).body['secondFactor']).toMatchObject({ isEnrolled: false })
  expect((await me(other.cookie)).status).toBe(200)
  const confirmed = await call('POST', path, { cookie }, { code: codeOf(key) })
  expect(confirmed.body['recoveryCodes']).toHaveLength(10)
})

test('somebody with a factor who accepts an invitation shows it before they are in', async () => {
  const cookie = await fixture.ownerCookie()
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

test('an invitation that was withdrawn before the factor was shown lets nobody in', async () => {
  const cookie = await fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { key, codes } = await enrol(sacha.cookie, { password: sachaIs.password })
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId: second.body['id'] })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'sender' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  const answer = { code: invited.body['code'], password: sachaIs.password }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  const { id } = invited.body['invitation'] as { id: string }
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
  const cookie = await fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { codes } = await enrol(sacha.cookie, { password: sachaIs.password })
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId: second.body['id'] })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'sender' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  const answer = { code: invited.body['code'], password: sachaIs.password }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  const { id } = invited.body['invitation'] as { id: string }
  const { deps } = fixture
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

test('an account that was not joined reads of no try', async () => {
  const cookie = await fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { key, codes } = await enrol(sacha.cookie, { password: sachaIs.password })
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  const accountId = second.body['id']
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'sender' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  // Their only account is at the end of its days: they come in nowhere.
  await fixture.store.asSuperuser((client) =>
    client.query(
      `update accounts.account set deletion_due_at = now() - interval '1 year'
      where account_id <> $1`,
      [accountId],
    ),
  )
  const answer = { code: invited.body['code'], password: sachaIs.password }
  const joined = await call('POST', '/v1/invitations', {}, answer)
  expect(code(joined)).toEqual([401, 'accounts.second_factor_needed'])
  const waiting = joined.cookie ?? ''
  expect((await show(waiting, notCodeOf(key) ?? '')).status).toBe(403)
  expect((await show(waiting, codes[0] ?? '')).body['account']).toMatchObject({ id: accountId })
  const theirs = fixture.recorded.filter((one) => one.accountId === accountId)
  const actions = theirs.map(({ action }) => action)
  expect(actions).not.toContain('accounts.factor_refused')
  expect(actions).not.toContain('accounts.recovery_code_used')
  expect(actions).toContain('accounts.invitation_accepted')
  // The user is told all the same.
  expect(fixture.mails.at(-1)).toMatchObject({ to: sachaIs.email })
})

test('who joins an account that requires a factor of them can only add one', async () => {
  const cookie = await fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const rule = { requiredOf: ['everybody'], holdsFrom: null, password, secondFactor: codeOf(key) }
  await call('PUT', '/v1/account/second-factor-rule', { cookie }, rule)
  const sacha = await colleague(cookie, 'viewer')
  expect((await me(sacha.cookie)).body['secondFactor']).toMatchObject({ mustEnrol: true })
  const refused = await call('GET', '/v1/users', { cookie: sacha.cookie })
  expect(code(refused)).toEqual([403, 'accounts.second_factor_required'])
})

test('an owner takes the lost factor of a user away; the user is told, and their sessions end', async () => {
  const cookie = await fixture.ownerCookie()
  const sacha = await colleague(cookie, 'sender')
  await enrol(sacha.cookie, { password: sachaIs.password })
  const path = '/v1/users/second-factor-removals'
  const reason = 'Téléphone perdu, vu en personne'
  const take = (by: By, shown: object = {}) =>
    call('POST', path, by, { userId: sacha.id, reason, password, ...shown })
  // A password alone takes nobody's factor away.
  expect(code(await take({ cookie }))).toEqual([409, 'accounts.second_factor_own_first'])
  const { key } = await enrol(cookie)
  const shows = async (more: object = {}) => {
    await next()
    return { secondFactor: codeOf(key), ...more }
  }
  const wrong = await shows({ password: 'not this one' })
  expect((await take({ cookie }, wrong)).status).toBe(403)
  const made = await call(
    'POST',
    '/v1/tokens',
    { cookie },
    { name: 'annuaire', rights: ['account.manage'] },
  )
  const byToken = await take({ token: String(made.body['secret']) })
  expect(code(byToken)).toEqual([403, 'accounts.second_factor_by_owner_only'])
  const nobody = { userId: '01a20c60-3a4b-7c5d-8e6f-000000000001' }
  expect(code(await take({ cookie }, await shows(nobody)))).toEqual([
    404,
    'accounts.user_not_found',
  ])
  expect((await take({ cookie }, await shows())).status).toBe(204)
  expect((await me(sacha.cookie)).status).toBe(401)
  const again = await fixture.logIn({}, sachaIs)
  expect(again.status).toBe(201)
  // Who has none is not logged out by a mistake.
  const mistaken = await take({ cookie }, await shows())
  expect(code(mistaken)).toEqual([404, 'accounts.second_factor_not_found'])
  expect((await me(again.cookie)).status).toBe(200)
  expect(did('accounts.factor_removed')[0]?.details).toEqual({ user: sacha.id, by: 'owner' })
  expect(fixture.mails.at(-1)?.to).toBe(sachaIs.email)
})

test('of a user who has another account, of staff and of oneself no owner takes it', async () => {
  const cookie = await fixture.ownerCookie()
  const sacha = await colleague(cookie, 'owner')
  const { key } = await enrol(sacha.cookie, { password: sachaIs.password })
  const { id: camille } = (await me(cookie)).body['user'] as { id: string }
  const asked = { reason: 'On me l’a demandé', password: sachaIs.password }
  const take = async (id: string, by: string | null, shown = asked) =>
    code(
      await call(
        'POST',
        '/v1/users/second-factor-removals',
        { cookie: by },
        { userId: id, ...shown },
      ),
    )
  const refused = [409, 'accounts.second_factor_needs_staff']
  const first = await call('GET', '/v1/users', { cookie: sacha.cookie })
  expect(first.body['items']).toMatchObject([{ hasSecondFactor: false }, { hasSecondFactor: true }])
  // Camille manages the installation.
  const factor = { secondFactor: codeOf(key) }
  expect(await take(camille, sacha.cookie, { ...asked, ...factor })).toEqual(refused)
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId: second.body['id'] })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'viewer' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  const answer = { code: invited.body['code'], password: sachaIs.password }
  const joining = await call('POST', '/v1/invitations', {}, answer)
  await next()
  expect((await show(joining.cookie ?? '', codeOf(key))).status).toBe(201)
  const own = await enrol(cookie)
  const shows = () => ({ secondFactor: codeOf(own.key) })
  expect(await take(sacha.id, cookie, { ...asked, password, ...shows() })).toEqual(refused)
  await next()
  const letter = { email: sachaIs.email, reason: 'Courrier du 24 novembre', password }
  const path = '/v1/installation/second-factor-removals'
  expect((await call('POST', path, { cookie }, { ...letter, ...shows() })).status).toBe(204)
  const told = did('accounts.factor_removed')
  expect(new Set(told.map(({ accountId }) => accountId)).size).toBe(2)
})

test('an account requires one from a date on: a banner before, enrolling alone after', async () => {
  const cookie = await fixture.ownerCookie()
  const sacha = await colleague(cookie, 'sender')
  const viewer = await colleague(cookie, 'viewer', 'lou@example.org')
  const holdsFrom = new Date(fixture.clock.now() + day).toISOString()
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
  await fixture.clock.advance(day)
  // Idle since yesterday: everybody logs in again.
  const again = await fixture.logIn({}, sachaIs)
  expect(again.status).toBe(201)
  const by = { cookie: again.cookie }
  expect(await standing(again.cookie ?? '')).toMatchObject({ mustEnrol: true })
  for (const url of ['/v1/account', '/v1/tokens', '/v1/account/second-factor-rule']) {
    expect(code(await call('GET', url, by))).toEqual([403, 'accounts.second_factor_required'])
  }
  const lou = { email: 'lou@example.org', password: 'la mer est calme' }
  const free = await fixture.logIn({}, lou)
  expect((await call('GET', '/v1/account', { cookie: free.cookie })).status).toBe(200)
  const asToken = { token: String(token.body['secret']) }
  expect((await call('GET', '/v1/account', asToken)).status).toBe(200)
  await enrol(again.cookie, { password: sachaIs.password })
  expect((await call('GET', '/v1/account', by)).status).toBe(200)
})

test('an account says that whoever reveals has one only while it requires it', async () => {
  const cookie = await fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const { id } = (await me(cookie)).body['account'] as { id: AccountId }
  const says = () =>
    fixture.store.database.inAccount(id, (tx) => revealNeedsFactor(tx, id, fixture.clock.now()))
  const put = async (requiredOf: string[], holdsFrom: string | null) => {
    await next()
    const shown = { requiredOf, holdsFrom, password, secondFactor: codeOf(key) }
    const kept = await call('PUT', '/v1/account/second-factor-rule', { cookie }, shown)
    expect(kept.status).toBe(200)
  }
  expect(await says()).toBe(false)
  await put(['sending'], null)
  expect(await says()).toBe(false)
  await put(['revealing'], new Date(fixture.clock.now() + day).toISOString())
  expect(await says()).toBe(false)
  await put(['revealing'], null)
  expect(await says()).toBe(true)
  await put([], null)
  expect(await says()).toBe(false)
})

test('the installation requires one of whoever manages it', async () => {
  const cookie = await fixture.ownerCookie()
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
  const cookie = await fixture.ownerCookie()
  const { body } = await me(cookie)
  const caller = {
    accountId: (body['account'] as { id: AccountId }).id,
    by: { kind: 'token' as const, tokenId: fixture.deps.makeId() as TokenId },
    rights: new Set(['account.manage' as const]),
    ...{ language: 'fr' as const, traceId: '' },
  }
  const looked = fixture.verified()
  await expect(proveOwner(fixture.deps, caller, { password })).rejects.toMatchObject({
    code: 'accounts.owner_in_person',
    kind: 'forbidden',
  })
  expect(fixture.verified()).toBe(looked)
})

test('at the machine the last who manages the installation gets back in', async () => {
  const cookie = await fixture.ownerCookie()
  await enrol(cookie)
  await takeFactorOnMachine(fixture.deps, { email: setup.email, traceId: '' })
  expect((await me(cookie)).status).toBe(401)
  expect((await fixture.logIn()).status).toBe(201)
  expect(did('accounts.factor_removed')[0]).toMatchObject({ by: 'command_line' })
})

test('no key, name or recovery code lies in the database in clear', async () => {
  const cookie = await fixture.ownerCookie()
  const { key, codes } = await enrol(cookie, { name: 'Poche de Camille' })
  const dump = await fixture.store.asSuperuser(async (client) => {
    const lines: string[] = []
    for (const table of ['factor', 'recovery_code', 'half_session', 'user']) {
      const found = await client.query(`select t::text as line from accounts."${table}" t`)
      lines.push(...found.rows.map((row: { line: string }) => row.line))
    }
    return lines.join('\n')
  })
  expect(dump).toContain('totp')
  const raw = Buffer.from(Secret.fromBase32(key).bytes).toString('hex')
  const plain = codes.map((one) => one.replaceAll('-', ''))
  for (const text of [key, raw, 'Poche de', ...plain]) {
    expect(dump).not.toContain(text)
    expect(dump).not.toContain(Buffer.from(text).toString('hex'))
  }
})

describe('recovery codes that are made void all at once', () => {
  const told = () => fixture.mails.filter(({ subject }) => subject.includes('ne fonctionnent plus'))
  const voided = () => did('accounts.recovery_codes_voided')
  const endAll = () => {
    const { database, clock } = fixture.deps
    return endWhatCameBack(database, { at: clock.now(), by: 'restored_data' })
  }
  const makeVoid = async () => (await endAll()).recoveryCodesVoidOf

  test('are told of to each user and in the journal of each of their accounts, once', async () => {
    const cookie = await fixture.ownerCookie()
    const { codes } = await enrol(cookie)
    const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
    const other = second.body['id']
    expect(await makeVoid()).toBe(1)
    expect(code(await show(await half(), codes[0] ?? ''))).toEqual([
      ...[403, 'accounts.second_factor_wrong'],
    ])
    // One record fails: the rest is told, and the next round goes on from there.
    let isCut = false
    const record: AccountsDeps['record'] = async (tx, caller, entry) => {
      if (caller.accountId === other && !isCut) {
        isCut = true
        throw new Error('the program ends here')
      }
      await fixture.deps.record(tx, caller, entry)
    }
    const cut = tellVoided({ ...fixture.deps, record })
    await expect(cut).rejects.toThrow('the program ends here')
    await Promise.all([tellVoided(fixture.deps), tellVoided(fixture.deps)])
    await tellVoided(fixture.deps)
    expect(voided().map(({ by }) => by)).toEqual(['restored_data', 'restored_data'])
    expect(new Set(voided().map(({ accountId }) => accountId)).size).toBe(2)
    expect(told()).toMatchObject([{ to: setup.email }])
    expect(told()[0]?.paragraphs.join(' ')).toContain('Créez de nouveaux codes de secours')
  })

  test('go with all sessions, and with what waits for a second factor', async () => {
    const cookie = await fixture.ownerCookie()
    const { key } = await enrol(cookie)
    const waiting = await half()
    expect(await endAll()).toEqual({ recoveryCodesVoidOf: 1, sessionsEnded: 1 })
    expect((await me(cookie)).status).toBe(401)
    expect(code(await show(waiting, codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
    expect((await show(await half(), codeOf(key))).status).toBe(201)
  })

  test('are told of again where new ones were made void', async () => {
    const cookie = await fixture.ownerCookie()
    const { key } = await enrol(cookie)
    await makeVoid()
    await tellVoided(fixture.deps)
    const again = (await show(await half(), codeOf(key))).cookie
    await next()
    const shown = { password, secondFactor: codeOf(key) }
    const renewed = await call('POST', '/v1/me/recovery-codes', { cookie: again }, shown)
    expect(renewed.status).toBe(200)
    await fixture.clock.advance(minute)
    expect(await makeVoid()).toBe(1)
    await tellVoided(fixture.deps)
    expect(await makeVoid()).toBe(0)
    await tellVoided(fixture.deps)
    expect(voided()).toHaveLength(2)
    expect(told()).toHaveLength(2)
  })
})
