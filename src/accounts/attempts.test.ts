// Guessing, through the routes and on a real database: how many get through,
// and who still comes in.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type AccountsFixture,
  accountsFixture,
  password,
  setup,
} from '../../test/support/accounts-fixture.ts'
import { attemptLimits, placeOf } from './attempts.ts'

const minute = 60_000
let fixture: AccountsFixture
beforeEach(async () => {
  fixture = await accountsFixture()
})
afterEach(async () => {
  await fixture.close()
})

let addresses = 0
/** A place that nobody has asked from, in a range that is kept for documentation. */
function newPlace(): string {
  addresses += 1
  return `2001:db8:${addresses.toString(16)}::1`
}
const wrong = { password: 'not the password' }

test('of forty guesses at once from one place, five are looked at', async () => {
  await fixture.ownerCookie()
  const from = newPlace()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => [
      fixture.logIn({ from }, wrong),
      fixture.logIn({ from: from.replace('::1', ':f::2') }, wrong),
    ]).flat(),
  )
  expect(fixture.verified()).toBe(attemptLimits.ofNameAtPlace.max)
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.body).toMatchObject({ code: 'accounts.too_many_attempts' })
})

test('an e-mail that nobody has is counted and answered in the same way', async () => {
  await fixture.ownerCookie()
  const tried = async (email: string) => {
    const from = newPlace()
    const answers = []
    for (let count = 0; count < 7; count += 1) {
      const { status, body } = await fixture.logIn({ from }, { ...wrong, email })
      answers.push([status, body['code'], body['title'], body['detail']])
    }
    return answers
  }
  expect(await tried('nobody@example.org')).toEqual(await tried(setup.email))
})

test('after the pause the right password comes in again, and clears what was counted', async () => {
  await fixture.ownerCookie()
  const from = newPlace()
  for (let count = 0; count < 5; count += 1) await fixture.logIn({ from }, wrong)
  expect((await fixture.logIn({ from })).status).toBe(429)
  await fixture.clock.advance(15 * minute)
  for (let count = 0; count < 12; count += 1) {
    expect((await fixture.logIn({ from })).status).toBe(201)
  }
})

describe('while strangers guess from everywhere', () => {
  /**
   * More places than an e-mail has turns; each is told no, in the end before a password is seen.
   */
  async function guessFromEverywhere(): Promise<void> {
    for (let place = 0; place < 15; place += 1) {
      const from = newPlace()
      for (let count = 0; count < 6; count += 1) await fixture.logIn({ from }, wrong)
    }
  }

  test('fewer get through, and the owner comes in from a place that has not failed', async () => {
    await fixture.ownerCookie()
    await guessFromEverywhere()
    const { ofName } = attemptLimits
    // Fifty, and one each from the five places that came after.
    expect(fixture.verified()).toBe(ofName.max + 5)
    const from = newPlace()
    expect((await fixture.logIn({ from })).status).toBe(201)
    const clumsy = newPlace()
    expect((await fixture.logIn({ from: clumsy }, wrong)).status).toBe(401)
    expect((await fixture.logIn({ from: clumsy })).status).toBe(429)
    await fixture.clock.advance(15 * minute)
    expect((await fixture.logIn({ from: clumsy })).status).toBe(201)
  })

  test('a device that the owner has used is counted by itself, in the very same place', async () => {
    await fixture.ownerCookie()
    const from = newPlace()
    const { cookie } = await fixture.logIn({ from })
    for (let count = 0; count < 6; count += 1) await fixture.logIn({ from }, wrong)
    await guessFromEverywhere()
    expect((await fixture.logIn({ from })).status).toBe(429)
    expect((await fixture.logIn({ from, cookie })).status).toBe(201)
    for (let count = 0; count < 10; count += 1) await fixture.logIn({ from, cookie }, wrong)
    expect((await fixture.logIn({ from, cookie })).status).toBe(429)
  })

  test('the mark of a device is no one else’s, and ends with the password', async () => {
    await fixture.ownerCookie()
    const from = newPlace()
    const { cookie } = await fixture.logIn({ from })
    for (let count = 0; count < 6; count += 1) await fixture.logIn({ from }, wrong)
    const forged = cookie?.replace(/accord_device=.{22}/, `accord_device=${'A'.repeat(22)}`) ?? ''
    expect((await fixture.logIn({ from, cookie: forged })).status).toBe(429)
    const change = { password: { current: password, next: 'un autre verger' } }
    const changed = await fixture.call('PATCH', '/v1/me', { cookie }, change)
    const next = { password: 'un autre verger' }
    expect((await fixture.logIn({ from, cookie }, next)).status).toBe(429)
    expect((await fixture.logIn({ from, cookie: changed.cookie }, next)).status).toBe(201)
  })

  test('the journal of the owner’s account tells of failures, and once that they are many', async () => {
    await fixture.ownerCookie()
    await guessFromEverywhere()
    const told = (action: string) => fixture.recorded.filter((one) => one.action === action)
    expect(told('accounts.login_failed')).toHaveLength(fixture.verified())
    expect(told('accounts.login_slowed')).toHaveLength(1)
    const user = told('accounts.installation_set_up')[0]?.by
    expect(told('accounts.login_failed')[0]).toMatchObject({ by: user, details: { user } })
  })
})

test('one place may not try one password with all e-mails', async () => {
  await fixture.ownerCookie()
  const place = newPlace()
  for (let count = 0; count < 110; count += 1) {
    // The addresses of one line: no single one of them asks too often.
    const from = place.replace('::1', `:${count.toString(16)}::1`)
    await fixture.logIn({ from }, { email: `nobody${count}@example.org` })
  }
  expect(fixture.verified()).toBe(attemptLimits.ofPlace.max)
})

test('of many guesses at the current password at once five are looked at; another session is free', async () => {
  const cookie = await fixture.ownerCookie()
  const other = await fixture.logIn()
  const before = fixture.verified()
  const change = (by: string | null, current: string) =>
    fixture.call(
      'PATCH',
      '/v1/me',
      { cookie: by },
      { password: { current, next: 'un autre verger' } },
    )
  await Promise.all(Array.from({ length: 15 }, () => change(cookie, 'not this one')))
  expect(fixture.verified() - before).toBe(5)
  const refused = fixture.recorded.filter(({ action }) => action === 'accounts.password_refused')
  expect(refused).toHaveLength(5)
  expect((await change(cookie, password)).body['code']).toBe('accounts.too_many_attempts')
  expect((await change(other.cookie, password)).status).toBe(200)
})

test('a place is an IPv4 address, or the part of an IPv6 address that a line is given', () => {
  const places: [string, string][] = [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:DB8:0001:ffff::', '2001:db8:1'],
    ['2001:db8::9', '2001:db8:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['::1', '0:0:0'],
  ]
  for (const [address, place] of places)
    expect([address, placeOf(address)]).toEqual([address, place])
})
