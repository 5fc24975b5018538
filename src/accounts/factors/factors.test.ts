// Second factors through their routes on a real database: enrolled, shown, renewed, turned off.
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { password, setup } from '../../../test/support/accounts-fixture.ts'
import { code, factorsLife, minute, step } from '../../../test/support/factors-fixture.ts'
import { AppError } from '../../kernel/index.ts'

const life = factorsLife()
const { call, codeOf, notCodeOf, did, next, enrol, half, show, me } = life

test('nobody who has enrolled none is asked for one', async () => {
  const cookie = await life.fixture.ownerCookie()
  expect((await life.fixture.logIn()).status).toBe(201)
  const standing = { isEnrolled: false, requiredFrom: null, mustEnrol: false }
  expect((await me(cookie)).body['secondFactor']).toEqual(standing)
})

test('it is enrolled with the password and a code, and asked for from then on', async () => {
  const cookie = await life.fixture.ownerCookie()
  const other = await life.fixture.logIn()
  const wrong = { name: 'Téléphone', password: 'not the password' }
  const refused = await call('POST', '/v1/me/second-factors', { cookie }, wrong)
  expect(code(refused)).toEqual([403, 'accounts.password_wrong'])
  const { key, codes } = await enrol(cookie)
  expect(new Set(codes).size).toBe(10)
  // What a password alone has opened ends; the session that enrolled goes on.
  expect((await me(other.cookie)).status).toBe(401)
  expect((await me(cookie)).body['secondFactor']).toMatchObject({ isEnrolled: true })
  expect(did('accounts.factor_enrolled')).toHaveLength(1)
  expect(life.fixture.mails.map(({ to }) => to)).toEqual([setup.email])

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
  const { key } = await enrol(await life.fixture.ownerCookie())
  await life.fixture.clock.advance(10 * step)
  const now = life.fixture.clock.now()
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
  const { key } = await enrol(await life.fixture.ownerCookie())
  const halves = await Promise.all(Array.from({ length: 5 }, () => half()))
  const shown = codeOf(key)
  const answers = await Promise.all(halves.map((cookie) => show(cookie, shown)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
})

test('half a session is good for ten minutes', async () => {
  const { key } = await enrol(await life.fixture.ownerCookie())
  const cookie = await half()
  const waits = await call('GET', '/v1/sessions/second-factor', { cookie })
  expect(waits.body).toMatchObject({ recoveryCodesLeft: true })
  await life.fixture.clock.advance(10 * minute + 1)
  expect(code(await show(cookie, codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
})

test('a recovery code opens once, however it is typed, and its owner is told', async () => {
  const { codes } = await enrol(await life.fixture.ownerCookie())
  const [first = '', second = ''] = codes
  expect(first).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const typed = ` ${first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
  expect((await show(await half(), typed)).status).toBe(201)
  expect((await show(await half(), first)).status).toBe(403)
  expect(did('accounts.recovery_code_used')[0]?.details).toMatchObject({ left: 9 })
  expect(life.fixture.mails.at(-1)?.paragraphs[0]).toContain('9')
  expect((await show(await half(), second)).status).toBe(201)
})

test('new recovery codes need password and factor, and end the old ones', async () => {
  const cookie = await life.fixture.ownerCookie()
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
  const cookie = await life.fixture.ownerCookie()
  const { key } = await enrol(cookie)
  const second = await enrol(cookie, { name: 'Tablette', secondFactor: codeOf(key) })
  const { verify } = life.fixture.deps.passwords
  // Both have shown who they are before either makes codes.
  let together = 0
  let letGo = () => {}
  const both = new Promise<void>((resolve) => {
    letGo = resolve
  })
  life.fixture.deps.passwords.verify = async (hash, text) => {
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

test('it is turned off with password and factor, and with the last one go the recovery codes', async () => {
  const cookie = await life.fixture.ownerCookie()
  const { id, key, codes } = await enrol(cookie)
  const path = `/v1/me/second-factors/${id}/removal`
  const off = (shown: object) => call('POST', path, { cookie }, shown)
  expect(code(await off({ password }))).toEqual([403, 'accounts.second_factor_asked'])
  expect((await off({ password, secondFactor: codeOf(key) })).status).toBe(204)
  expect((await life.fixture.logIn()).status).toBe(201)
  expect(did('accounts.factor_turned_off')).toHaveLength(1)
  const again = await enrol(cookie)
  expect((await show(await half(), codes[0] ?? '')).status).toBe(403)
  expect((await show(await half(), again.codes[0] ?? '')).status).toBe(201)
})

test('a second app needs the first, and each of them opens', async () => {
  const cookie = await life.fixture.ownerCookie()
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
  const cookie = await life.fixture.ownerCookie()
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

test('where no recovery codes could be made the factor is not confirmed', async () => {
  const cookie = await life.fixture.ownerCookie()
  const other = await life.fixture.logIn()
  const begun = await call('POST', '/v1/me/second-factors', { cookie }, { name: 'A', password })
  const { id, key } = begun.body as { id: string; key: string }
  const { deps } = life.fixture
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

test('no key, name or recovery code lies in the database in clear', async () => {
  const cookie = await life.fixture.ownerCookie()
  const { key, codes } = await enrol(cookie, { name: 'Poche de Camille' })
  const dump = await life.fixture.store.asSuperuser(async (client) => {
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
