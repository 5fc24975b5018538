// Second factors of the accounts of a fixture, with codes as an app makes them.
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect } from 'vitest'
import {
  type AccountsFixture,
  type Answer,
  accountsFixture,
  type By,
  password,
} from './accounts-fixture.ts'

export const minute = 60_000
export const step = 30_000
export const day = 24 * 60 * minute

export const code = (answer: Answer) => [answer.status, answer.body['code']]
/** What a browser has after it: it keeps what it had and takes what it is given. */
export const both = (...cookies: (string | null | undefined)[]) =>
  cookies.filter(Boolean).join('; ')
export const sachaIs = { email: 'sacha@example.org', password: 'la mer est calme' }

export type Enrolled = { id: string; key: string; codes: string[]; cookie: string | null }

/** Another installation for each test; what it does is asked of the one of now. */
export function factorsLife() {
  let fixture: AccountsFixture
  beforeEach(async () => {
    fixture = await accountsFixture()
  })
  afterEach(async () => {
    await fixture.close()
  })
  const call: AccountsFixture['call'] = (...asked) => fixture.call(...asked)
  const codeOf = (key: string, at = fixture.clock.now()) =>
    TOTP.generate({ secret: Secret.fromBase32(key), timestamp: at })
  const notCodeOf = (key: string) => {
    const near = [-2, -1, 0, 1, 2].map((n) => codeOf(key, fixture.clock.now() + n * step))
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
      (code) => !near.includes(code),
    )
  }
  const did = (action: string) => fixture.recorded.filter((one) => one.action === action)
  const next = () => fixture.clock.advance(step)

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

  async function half(by: By = {}, as = {}): Promise<string> {
    const asked = await fixture.logIn(by, as)
    expect(code(asked)).toEqual([401, 'accounts.second_factor_needed'])
    return asked.cookie ?? ''
  }
  const show = (cookie: string, shown: string, by: By = {}) =>
    call('POST', '/v1/sessions/second-factor', { ...by, cookie }, { code: shown })
  const me = (cookie: string | null) => call('GET', '/v1/me', { cookie })

  /** A colleague who was invited and has accepted, logged in. */
  async function colleague(cookie: string, role: string, email = 'sacha@example.org') {
    const invited = await call('POST', '/v1/users', { cookie }, { name: 'Sacha', email, role })
    const answer = { code: invited.body['code'], password: 'la mer est calme' }
    const joined = await call('POST', '/v1/invitations', {}, answer)
    expect(joined.status).toBe(201)
    return { id: (joined.body['user'] as { id: string }).id, cookie: joined.cookie ?? '' }
  }
  return {
    get fixture() {
      return fixture
    },
    ...{ call, codeOf, notCodeOf, did, next, enrol, half, show, me, colleague },
  }
}
