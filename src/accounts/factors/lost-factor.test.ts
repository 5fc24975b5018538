// A second factor that is lost: taken away by an owner or at the machine, codes made void.
import { describe, expect, test } from 'vitest'
import { type By, password, setup } from '../../../test/support/accounts-fixture.ts'
import { code, factorsLife, minute, sachaIs } from '../../../test/support/factors-fixture.ts'
import type { AccountsDeps } from '../deps.ts'
import { takeFactorOnMachine } from './take-away.ts'
import { tellVoided } from './tell-voided.ts'
import { endWhatCameBack } from './void-codes.ts'

const life = factorsLife()
const { call, codeOf, did, next, enrol, half, show, me, colleague } = life

test('an owner takes the lost factor of a user away; the user is told, and their sessions end', async () => {
  const cookie = await life.fixture.ownerCookie()
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
  const again = await life.fixture.logIn({}, sachaIs)
  expect(again.status).toBe(201)
  // Who has none is not logged out by a mistake.
  const mistaken = await take({ cookie }, await shows())
  expect(code(mistaken)).toEqual([404, 'accounts.second_factor_not_found'])
  expect((await me(again.cookie)).status).toBe(200)
  expect(did('accounts.factor_removed')[0]?.details).toEqual({ user: sacha.id, by: 'owner' })
  expect(life.fixture.mails.at(-1)?.to).toBe(sachaIs.email)
})

test('with the factor goes the change of the e-mail address that waits', async () => {
  const { deps, mails } = life.fixture
  const cookie = await life.fixture.ownerCookie()
  const { key } = await enrol(cookie)
  await next()
  deps.mailsLeave = () => true
  const asked = { email: 'thief@example.org', password, secondFactor: codeOf(key) }
  expect((await call('POST', '/v1/me/email-change', { cookie }, asked)).status).toBe(202)
  const mail = mails.find(({ to }) => to === 'thief@example.org')
  const secret = mail?.link?.url.split('#')[1] ?? ''
  await takeFactorOnMachine(deps, { email: setup.email, traceId: '' })
  const shown = { code: secret, password }
  const used = await call('POST', '/v1/email-changes/confirmation', {}, shown)
  expect(code(used)).toEqual([403, 'accounts.email_link_wrong'])
})

test('of a user who has another account, of staff and of oneself no owner takes it', async () => {
  const cookie = await life.fixture.ownerCookie()
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

test('at the machine the last who manages the installation gets back in', async () => {
  const cookie = await life.fixture.ownerCookie()
  await enrol(cookie)
  await takeFactorOnMachine(life.fixture.deps, { email: setup.email, traceId: '' })
  expect((await me(cookie)).status).toBe(401)
  expect((await life.fixture.logIn()).status).toBe(201)
  expect(did('accounts.factor_removed')[0]).toMatchObject({ by: 'command_line' })
})

describe('recovery codes that are made void all at once', () => {
  const told = () =>
    life.fixture.mails.filter(({ subject }) => subject.includes('ne fonctionnent plus'))
  const voided = () => did('accounts.recovery_codes_voided')
  const endAll = () => {
    const { database, clock } = life.fixture.deps
    return endWhatCameBack(database, { at: clock.now(), by: 'restored_data' })
  }
  const makeVoid = async () => (await endAll()).recoveryCodesVoidOf

  test('are told of to each user and in the journal of each of their accounts, once', async () => {
    const cookie = await life.fixture.ownerCookie()
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
      await life.fixture.deps.record(tx, caller, entry)
    }
    const cut = tellVoided({ ...life.fixture.deps, record })
    await expect(cut).rejects.toThrow('the program ends here')
    await Promise.all([tellVoided(life.fixture.deps), tellVoided(life.fixture.deps)])
    await tellVoided(life.fixture.deps)
    expect(voided().map(({ by }) => by)).toEqual(['restored_data', 'restored_data'])
    expect(new Set(voided().map(({ accountId }) => accountId)).size).toBe(2)
    expect(told()).toMatchObject([{ to: setup.email }])
    expect(told()[0]?.paragraphs.join(' ')).toContain('Créez de nouveaux codes de secours')
  })

  test('go with all sessions, and with what waits for a second factor', async () => {
    const cookie = await life.fixture.ownerCookie()
    const { key } = await enrol(cookie)
    const waiting = await half()
    expect(await endAll()).toEqual({ recoveryCodesVoidOf: 1, sessionsEnded: 1 })
    expect((await me(cookie)).status).toBe(401)
    expect(code(await show(waiting, codeOf(key)))).toEqual([401, 'accounts.second_factor_expired'])
    expect((await show(await half(), codeOf(key))).status).toBe(201)
  })

  test('are told of again where new ones were made void', async () => {
    const cookie = await life.fixture.ownerCookie()
    const { key } = await enrol(cookie)
    await makeVoid()
    await tellVoided(life.fixture.deps)
    const again = (await show(await half(), codeOf(key))).cookie
    await next()
    const shown = { password, secondFactor: codeOf(key) }
    const renewed = await call('POST', '/v1/me/recovery-codes', { cookie: again }, shown)
    expect(renewed.status).toBe(200)
    await life.fixture.clock.advance(minute)
    expect(await makeVoid()).toBe(1)
    await tellVoided(life.fixture.deps)
    expect(await makeVoid()).toBe(0)
    await tellVoided(life.fixture.deps)
    expect(voided()).toHaveLength(2)
    expect(told()).toHaveLength(2)
  })
})
