// How many codes are looked at, of whoever has the password alone and of devices that are known.
import { expect, test } from 'vitest'
import { password } from '../../../test/support/accounts-fixture.ts'
import {
  both,
  code,
  type Enrolled,
  factorsLife,
  minute,
  sachaIs,
} from '../../../test/support/factors-fixture.ts'

const life = factorsLife()
const { call, codeOf, notCodeOf, did, next, enrol, half, show, colleague } = life

test('whoever has the password alone has twenty codes an hour, and its owner is told', async () => {
  const { key, codes } = await enrol(await life.fixture.ownerCookie())
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
  const told = life.fixture.mails.filter(({ paragraphs }) =>
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
  const cookie = await life.fixture.ownerCookie()
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
  const cookie = await life.fixture.ownerCookie()
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
    await life.fixture.clock.advance(15 * minute)
    return answer.status === 201
  }
  await remove(first)
  expect(await isKnown(second.key)).toBe(true)
  await remove(second)
  expect(await isKnown((await enrol(cookie)).key)).toBe(false)
})

/** How many of five wrong codes from each device, each in a network of its own, are looked at. */
async function lookedAt(marks: readonly (string | null)[], key: string): Promise<number> {
  let looked = 0
  for (const [place, mark] of marks.entries()) {
    const by = { from: `2001:db8:${place.toString(16)}::1` }
    const asked = await half({ ...by, cookie: mark })
    for (let count = 0; count < 5; count += 1) {
      const answer = await show(both(asked, mark), notCodeOf(key) ?? '', by)
      if (answer.status === 403) looked += 1
    }
  }
  return looked
}

test('a device mark from before the enrolment has no count of its own', async () => {
  const cookie = await life.fixture.ownerCookie()
  const marks: (string | null)[] = []
  for (let count = 0; count < 6; count += 1) marks.push((await life.fixture.logIn()).cookie)
  const { key, cookie: enrolled } = await enrol(cookie)
  expect(await lookedAt(marks, key)).toBe(20)
  // The browser that enrolled is known: it is counted by itself.
  expect((await show(both(await half(), enrolled), codeOf(key))).status).toBe(201)
})

test('from all known devices together forty codes an hour are looked at; a recovery code opens', async () => {
  const { key, codes } = await enrol(await life.fixture.ownerCookie())
  const marks: (string | null)[] = []
  for (let count = 0; count < 9; count += 1) {
    marks.push((await show(await half(), codeOf(key))).cookie)
    await next()
  }
  expect(await lookedAt(marks, key)).toBe(40)
  const from = '2001:db8:ffff::1'
  const last = (await show(await half({ from }), codes[1] ?? '', { from })).cookie
  const paused = await show(both(await half({ from }), last), codeOf(key), { from })
  expect(code(paused)).toEqual([429, 'accounts.second_factor_paused'])
  expect(paused.body['details']).toMatchObject({ minutes: 60 })
  await life.fixture.clock.advance(15 * minute)
  const again = both(await half(), marks[0])
  expect((await show(again, codes[0] ?? '')).status).toBe(201)
})

test('an account that was not joined reads of no try', async () => {
  const cookie = await life.fixture.ownerCookie()
  const sacha = await colleague(cookie, 'viewer')
  const { key, codes } = await enrol(sacha.cookie, { password: sachaIs.password })
  const second = await call('POST', '/v1/accounts', { cookie }, { name: 'École du Port' })
  const accountId = second.body['id']
  await call('PUT', '/v1/sessions/current', { cookie }, { accountId })
  const person = { name: 'Sacha', email: sachaIs.email, role: 'sender' }
  const invited = await call('POST', '/v1/users', { cookie }, person)
  // Their only account is at the end of its days: they come in nowhere.
  await life.fixture.store.asSuperuser((client) =>
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
  const theirs = life.fixture.recorded.filter((one) => one.accountId === accountId)
  const actions = theirs.map(({ action }) => action)
  expect(actions).not.toContain('accounts.factor_refused')
  expect(actions).not.toContain('accounts.recovery_code_used')
  expect(actions).toContain('accounts.invitation_accepted')
  // The user is told all the same.
  expect(life.fixture.mails.at(-1)).toMatchObject({ to: sachaIs.email })
})
