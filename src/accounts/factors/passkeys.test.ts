// Passkeys through their routes on a real database, with an authenticator in software.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type AccountsFixture,
  type Answer,
  accountsFixture,
  password,
} from '../../../test/support/accounts-fixture.ts'
import { softPasskey } from '../../../test/support/soft-passkey.ts'
import { passkeySite } from './passkeys.ts'
import { secondFactorsInAnyAccount } from './rule-store.ts'

const minute = 60_000
const site = { origin: 'https://accord.example.org', rpId: 'accord.example.org' }
let fixture: AccountsFixture
let call: AccountsFixture['call']
let cookie: string
beforeEach(async () => {
  fixture = await accountsFixture()
  call = fixture.call
  cookie = await fixture.ownerCookie()
})
afterEach(async () => {
  await fixture.close()
})

const code = (answer: Answer) => [answer.status, answer.body['code']]
const begin = (more: object = {}) =>
  call('POST', '/v1/me/passkeys', { cookie }, { name: 'Clé de Camille', password, ...more })
const confirm = (id: unknown, passkey: object) =>
  call('POST', `/v1/me/passkeys/${id}/confirmation`, { cookie }, { passkey })

async function enrol(key = softPasskey(), more: object = {}) {
  const begun = await begin(more)
  expect(begun.status).toBe(201)
  const confirmed = await confirm(begun.body['id'], key.make(begun.body['options'], site))
  expect(confirmed.status).toBe(200)
  return { key, codes: (confirmed.body['recoveryCodes'] ?? []) as string[] }
}

/** After the password: what the browser is asked to sign. */
async function challenged() {
  const half = (await fixture.logIn()).cookie ?? ''
  const asked = await call('POST', '/v1/sessions/passkey-challenges', { cookie: half })
  expect(asked.status).toBe(201)
  return { half, options: asked.body['options'] }
}
const show = (half: string, passkey: object) =>
  call('POST', '/v1/sessions/second-factor', { cookie: half }, { passkey })
const refused = [403, 'accounts.passkey_wrong']

test('it is enrolled with the password, opens at the login, and is listed', async () => {
  const other = await fixture.logIn()
  const begun = await begin()
  expect(begun.body['options']).toMatchObject({
    rp: { id: 'accord.example.org' },
    authenticatorSelection: { userVerification: 'preferred' },
  })
  const key = softPasskey()
  const confirmed = await confirm(begun.body['id'], key.make(begun.body['options'], site))
  expect(confirmed.body['recoveryCodes']).toHaveLength(10)
  expect((await call('GET', '/v1/me', { cookie: other.cookie })).status).toBe(401)
  const { half, options } = await challenged()
  const waits = await call('GET', '/v1/sessions/second-factor', { cookie: half })
  expect(waits.body).toMatchObject({ kinds: ['passkey'], passkeysAt: site.origin })
  expect(options).toMatchObject({ allowCredentials: [{ id: key.id }] })
  expect((await show(half, key.answer(options, site))).status).toBe(201)
  const list = await call('GET', '/v1/me/second-factors', { cookie })
  expect(list.body).toMatchObject({
    items: [{ kind: 'passkey', name: 'Clé de Camille' }],
    passkeysAt: site.origin,
    standing: { isEnrolled: true },
  })
  // It counts for the self-check.
  const counted = await fixture.deps.database.inAnyAccount(secondFactorsInAnyAccount)
  expect(counted).toEqual({ people: 1, enrolled: 1 })
})

test('a challenge is good once, and for five minutes', async () => {
  const { key } = await enrol()
  const first = await challenged()
  const answer = key.answer(first.options, site)
  expect((await show(first.half, answer)).status).toBe(201)
  const again = await challenged()
  expect(code(await show(again.half, answer))).toEqual(refused)
  // A wrong answer uses its challenge up too.
  expect(code(await show(again.half, softPasskey().answer(again.options, site)))).toEqual(refused)
  expect(code(await show(again.half, key.answer(again.options, site)))).toEqual(refused)
  const late = await challenged()
  await fixture.clock.advance(5 * minute)
  expect(code(await show(late.half, key.answer(late.options, site)))).toEqual(refused)
})

test.each([
  ['another origin', { ...site, origin: 'https://accord.example.net' }],
  ['another site', { ...site, rpId: 'example.net' }],
  ['a challenge that was never given', { ...site, challenge: 'bm9ib2R5IGdhdmUgdGhpcw' }],
])('the answer for %s opens nothing', async (_name, told) => {
  const { key } = await enrol()
  const { half, options } = await challenged()
  expect(code(await show(half, key.answer(options, told)))).toEqual(refused)
})

test('a passkey that nobody has, or of somebody else, opens nothing', async () => {
  const { key } = await enrol()
  const { half, options } = await challenged()
  const stranger = softPasskey()
  expect(code(await show(half, stranger.answer(options, site)))).toEqual(refused)
  // Signed by another, under the name of the right one.
  const next = await challenged()
  const forged = { ...stranger.answer(next.options, site), id: key.id }
  expect(code(await show(next.half, forged))).toEqual(refused)
  for (const shapeless of [
    { ...forged, clientDataJSON: 'AAAA' },
    { ...forged, signature: 'A' },
  ]) {
    expect(code(await show((await challenged()).half, shapeless))).toEqual(refused)
  }
})

test('a copy of a passkey, which counts behind, opens nothing', async () => {
  const { key } = await enrol()
  const opens = async (count: number) => {
    const { half, options } = await challenged()
    return (await show(half, key.answer(options, { ...site, count }))).status
  }
  expect(await opens(7)).toBe(201)
  expect(await opens(7)).toBe(403)
  expect(await opens(3)).toBe(403)
  expect(await opens(0)).toBe(403)
  expect(await opens(8)).toBe(201)
})

test('what was made for another origin or challenge is not kept, and has to begin anew', async () => {
  const key = softPasskey()
  for (const told of [
    { ...site, origin: 'https://accord.example.net' },
    { ...site, challenge: 'bm9ib2R5IGdhdmUgdGhpcw' },
  ]) {
    const { id, options } = (await begin()).body
    expect(code(await confirm(id, key.make(options, told)))).toEqual(refused)
    const again = await confirm(id, key.make(options, site))
    expect(code(again)).toEqual([404, 'accounts.second_factor_not_found'])
  }
  const { id, options } = (await begin()).body
  await fixture.clock.advance(5 * minute + 1)
  expect((await confirm(id, key.make(options, site))).status).toBe(404)
  expect((await call('GET', '/v1/me', { cookie })).body['secondFactor']).toMatchObject({
    isEnrolled: false,
  })
})

test('where the password is asked again the passkey is too; one for the login is another', async () => {
  const { key, codes } = await enrol()
  const renew = (secondFactor?: object) =>
    call('POST', '/v1/me/recovery-codes', { cookie }, { password, secondFactor })
  expect(code(await renew())).toEqual([403, 'accounts.second_factor_asked'])
  const { options: forLogin } = await challenged()
  expect(code(await renew(key.answer(forLogin, site)))).toEqual(refused)
  const asked = await call('POST', '/v1/me/passkey-challenges', { cookie })
  const answer = key.answer(asked.body['options'], site)
  // Given for an act, it opens no session.
  const { half } = await challenged()
  const other = await call('POST', '/v1/me/passkey-challenges', { cookie })
  expect(code(await show(half, key.answer(other.body['options'], site)))).toEqual(refused)
  const renewed = await renew(answer)
  expect(renewed.body['codes']).toHaveLength(10)
  expect(renewed.body['codes']).not.toContain(codes[0])
})

test('several have names, each opens, and one is not added twice', async () => {
  const { key, codes } = await enrol()
  const [first = '', second = ''] = codes
  const spare = softPasskey()
  await enrol(spare, { name: 'Clé de secours', secondFactor: first })
  const { id, options } = (await begin({ secondFactor: second })).body
  expect(options).toMatchObject({ excludeCredentials: [{ id: key.id }, { id: spare.id }] })
  expect(code(await confirm(id, key.make(options, site)))).toEqual(refused)
  for (const one of [key, spare]) {
    const asked = await challenged()
    expect((await show(asked.half, one.answer(asked.options, site))).status).toBe(201)
  }
  const list = await call('GET', '/v1/me/second-factors', { cookie })
  const items = list.body['items'] as { id: string; name: string }[]
  expect(items.map(({ name }) => name)).toEqual(['Clé de Camille', 'Clé de secours'])
  const asked = await call('POST', '/v1/me/passkey-challenges', { cookie })
  const shown = { password, secondFactor: spare.answer(asked.body['options'], site) }
  const path = `/v1/me/second-factors/${items[0]?.id}/removal`
  expect((await call('POST', path, { cookie }, shown)).status).toBe(204)
  const gone = await challenged()
  expect(code(await show(gone.half, key.answer(gone.options, site)))).toEqual(refused)
})

test('at an address with a number none can be added, and it is said why', async () => {
  fixture.deps.siteUrl = () => 'http://192.0.2.7:8080'
  expect(code(await begin())).toEqual([409, 'accounts.passkeys_unusable'])
  const list = await call('GET', '/v1/me/second-factors', { cookie })
  expect(list.body['passkeysAt']).toBeNull()
})

test('no key of a passkey, and no challenge, lies in the database in clear', async () => {
  const { key } = await enrol()
  const { options } = await challenged()
  const { challenge } = options as { challenge: string }
  const dump = await fixture.store.asSuperuser(async (client) => {
    const lines: string[] = []
    for (const table of ['factor', 'passkey_challenge']) {
      const found = await client.query(`select t::text as line from accounts."${table}" t`)
      lines.push(...found.rows.map((row: { line: string }) => row.line))
    }
    return lines.join('\n')
  })
  expect(dump).toContain('passkey')
  for (const text of [key.id, challenge, 'Clé de']) {
    expect(dump).not.toContain(text)
    expect(dump).not.toContain(Buffer.from(text).toString('hex'))
  }
})

describe('where passkeys work', () => {
  test.each([
    ['https://sms.example.org', { origin: 'https://sms.example.org', rpId: 'sms.example.org' }],
    [
      'https://sms.example.org:8443',
      { origin: 'https://sms.example.org:8443', rpId: 'sms.example.org' },
    ],
    ['http://127.0.0.1:4080', { origin: 'http://localhost:4080', rpId: 'localhost' }],
    ['http://[::1]:4080', { origin: 'http://localhost:4080', rpId: 'localhost' }],
    ['http://localhost:4080', { origin: 'http://localhost:4080', rpId: 'localhost' }],
    ['http://sms.example.org', null],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::7]', null],
    [null, null],
  ])('%s', (address, expected) => {
    expect(passkeySite(address)).toEqual(expected)
  })
})

test('under another name the login says for which one the passkeys are', async () => {
  const { codes } = await enrol()
  const { deps } = fixture
  const waits = async () => {
    const half = (await fixture.logIn()).cookie ?? ''
    return { half, ...(await call('GET', '/v1/sessions/second-factor', { cookie: half })) }
  }
  expect((await waits()).body).toMatchObject({ passkeysFor: [] })
  const { siteUrl } = deps
  deps.siteUrl = () => 'https://sms.example.net'
  const there = await waits()
  expect(there.body).toMatchObject({ passkeysFor: [site.rpId], recoveryCodesLeft: true })
  const entered = await call(
    ...(['POST', '/v1/sessions/second-factor', { cookie: there.half }] as const),
    { code: codes[0] },
  )
  expect(entered.status).toBe(201)
  cookie = entered.cookie ?? ''
  const listed = await call('GET', '/v1/me/second-factors', { cookie })
  expect(listed.body).toMatchObject({ passkeysFor: [site.rpId] })
  // One that answers here is enough.
  const begun = await begin({ secondFactor: codes[1] })
  const key = softPasskey()
  const here = { origin: 'https://sms.example.net', rpId: 'sms.example.net' }
  const made = key.make(begun.body['options'], here)
  expect((await confirm(begun.body['id'], made)).status).toBe(200)
  expect((await waits()).body).toMatchObject({ passkeysFor: [] })
  deps.siteUrl = siteUrl
})

test('a passkey from before is bound to a name that is not known, until it is used', async () => {
  const { key } = await enrol()
  await fixture.store.asSuperuser((client) =>
    client.query('update accounts.factor set rp_id = null'),
  )
  const { half, options } = await challenged()
  const before = await call('GET', '/v1/sessions/second-factor', { cookie: half })
  expect(before.body).toMatchObject({ passkeysFor: [] })
  expect((await show(half, key.answer(options, site))).status).toBe(201)
  const { rows } = await fixture.store.asSuperuser((client) =>
    client.query('select rp_id from accounts.factor'),
  )
  expect(rows).toEqual([{ rp_id: site.rpId }])
})
