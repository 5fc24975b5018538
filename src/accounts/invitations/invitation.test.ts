// Invitations through their routes: nobody belongs to an account before they accept, and nothing of
// what is known of an e-mail elsewhere is told.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type AccountsFixture,
  type Answer,
  accountsFixture,
  password,
  setup,
} from '../../../test/support/accounts-fixture.ts'
import type { AccountId, UserId } from '../../kernel/index.ts'
import { rightsOfRole } from '../roles.ts'
import { lockOwners } from '../store.ts'
import { changeRole } from '../user.ts'
import { inviteUser } from './invitation.ts'
import { deleteInvitationsBy } from './invitation-store.ts'

let fixture: AccountsFixture
let owner: string
beforeEach(async () => {
  fixture = await accountsFixture()
  owner = await fixture.ownerCookie()
})
afterEach(async () => {
  await fixture.close()
})

const dayMs = 24 * 3_600_000
const chosen = 'la mer est calme'
const sacha = { name: 'Sacha Exemple', email: 'sacha@example.org', role: 'viewer' }
const call: AccountsFixture['call'] = (...asked) => fixture.call(...asked)
const invite = (cookie: string | null, person: object = sacha) =>
  call('POST', '/v1/users', { cookie }, person)
const accept = (code: unknown, text = chosen) =>
  call('POST', '/v1/invitations', {}, { code, password: text })
const members = async (cookie: string | null) =>
  (await call('GET', '/v1/users', { cookie })).body['items'] as { id: string; email: string }[]
const waiting = async (cookie: string | null) =>
  (await call('GET', '/v1/users/invitations', { cookie })).body['items'] as { id: string }[]
const idOf = ({ body }: Answer) => (body['invitation'] as { id: string }).id
const accountOf = ({ body }: Answer) => (body['account'] as { id: string; name: string }).name

/** Another account of the installation, with an owner of its own who is nobody of the first. */
async function otherOwner(): Promise<string | null> {
  const request = { name: 'École du Port', kind: 'sandbox' }
  const { body } = await call('POST', '/v1/accounts', { cookie: owner }, request)
  const login = await fixture.logIn()
  await call('PUT', '/v1/sessions/current', { cookie: login.cookie }, { accountId: body['id'] })
  const person = { name: 'Noa Modèle', email: 'noa@example.org', role: 'owner' }
  const { body: invited } = await invite(login.cookie, person)
  await call(
    'PUT',
    '/v1/sessions/current',
    { cookie: login.cookie },
    { accountId: await firstId() },
  )
  const { cookie } = await accept(invited['code'], 'cinq pommes vertes')
  const camille = (await members(cookie)).find(({ email }) => email === setup.email)
  await call('DELETE', `/v1/users/${camille?.id}`, { cookie })
  return cookie
}
const firstId = async () =>
  ((await call('GET', '/v1/me', { cookie: owner })).body['account'] as { id: string }).id

test('an invited person chooses a password and has the rights of their role', async () => {
  const invited = await invite(owner)
  expect(invited.status).toBe(201)
  expect(await members(owner)).toHaveLength(1)
  expect(await waiting(owner)).toMatchObject([{ name: 'Sacha Exemple', role: 'viewer' }])
  const { code } = invited.body
  const read = await call('POST', '/v1/invitations/read', {}, { code })
  expect(read.body).toMatchObject({
    accountName: 'Boutique des Tilleuls',
    email: 'sacha@example.org',
    role: 'viewer',
  })
  const joined = await accept(code)
  expect(joined.status).toBe(201)
  expect(joined.body['rights']).toContain('contacts.read')
  expect(joined.body['rights']).not.toContain('contacts.reveal')
  expect((await accept(code)).body['code']).toBe('accounts.invitation_wrong')
  expect(await waiting(owner)).toEqual([])
  expect((await members(owner)).map(({ email }) => email)).toContain('sacha@example.org')
  const { id } = joined.body['user'] as { id: string }
  expect((await call('DELETE', `/v1/users/${id}`, { cookie: owner })).status).toBe(204)
  expect((await call('GET', '/v1/me', { cookie: joined.cookie })).status).toBe(401)
})

test('an e-mail that somebody has here is answered like one that nobody has', async () => {
  const other = await otherOwner()
  const known = await invite(other, { ...sacha, email: setup.email })
  const unknown = await invite(other, { ...sacha, email: 'nobody@example.org' })
  const shape = ({ status, body }: Answer) => ({
    status,
    keys: Object.keys(body),
    name: (body['invitation'] as { name: string }).name,
    invitation: Object.keys(body['invitation'] as object),
    code: String(body['code']).length,
  })
  expect(shape(known)).toEqual(shape(unknown))
  // Whoever invites holds the code: neither reading it nor a weak password tells more.
  const tell = async ({ body: { code } }: Answer) => {
    const read = await call('POST', '/v1/invitations/read', {}, { code })
    const weak = await accept(code, 'motdepasse123456')
    return [Object.keys(read.body), weak.status, weak.body['code']]
  }
  expect(await tell(known)).toEqual(await tell(unknown))
  expect(JSON.stringify([known.body, await waiting(other)])).not.toContain('Camille')
})

test('a person who is known belongs to nothing, and logs in where they were, until they accept', async () => {
  const other = await otherOwner()
  const { body: invited } = await invite(other, { ...sacha, email: setup.email, role: 'owner' })
  const before = await fixture.logIn()
  expect(accountOf(before)).toBe('Boutique des Tilleuls')
  expect(before.body['accounts']).toHaveLength(1)
  expect((await members(other)).map(({ email }) => email)).toEqual(['noa@example.org'])
  const guessed = await accept(invited['code'], 'not their password')
  expect([guessed.status, guessed.body['code']]).toEqual([401, 'accounts.login_failed'])
  const joined = await accept(invited['code'], password)
  expect([joined.status, accountOf(joined)]).toEqual([201, 'École du Port'])
})

test('the password of somebody known is not changed by whoever holds a code for their e-mail', async () => {
  const other = await otherOwner()
  const { body: invited } = await invite(other, { ...sacha, email: setup.email })
  expect((await accept(invited['code'])).status).toBe(401)
  expect((await fixture.logIn({}, { password: chosen })).status).toBe(401)
  expect((await fixture.logIn()).status).toBe(201)
})

test('guesses at a known person’s password with a code are counted as at the login', async () => {
  const other = await otherOwner()
  const { body: invited } = await invite(other, { ...sacha, email: setup.email })
  const before = fixture.verified()
  await Promise.all(
    Array.from({ length: 18 }, () => accept(invited['code'], 'quatre poires jaunes')),
  )
  expect(fixture.verified() - before).toBe(5)
})

test('the next login leads to the account that the person was last in', async () => {
  const request = { name: 'Chorale du Lac', kind: 'sandbox' }
  const made = await call('POST', '/v1/accounts', { cookie: owner }, request)
  expect(accountOf(await fixture.logIn())).toBe('Boutique des Tilleuls')
  const accountId = made.body['id']
  await call('PUT', '/v1/sessions/current', { cookie: owner }, { accountId })
  expect(accountOf(await fixture.logIn())).toBe('Chorale du Lac')
  const told = fixture.recorded.filter(({ action }) => action.startsWith('accounts.account_'))
  expect(told.map(({ action, accountId: at }) => [action, at === accountId])).toEqual([
    ['accounts.account_created', true],
    ['accounts.account_left', false],
    ['accounts.account_entered', true],
  ])
})

test('an invitation can be refused with its code, withdrawn, and renewed after its end', async () => {
  const first = await invite(owner)
  const refusal = (code: unknown) => call('POST', '/v1/invitations/refusal', {}, { code })
  expect((await refusal(first.body['code'])).status).toBe(204)
  expect((await refusal(first.body['code'])).body['code']).toBe('accounts.invitation_wrong')
  const second = await invite(owner)
  const path = `/v1/users/invitations/${idOf(second)}`
  await fixture.clock.advance(8 * dayMs)
  const { cookie } = await fixture.logIn()
  expect((await accept(second.body['code'])).body['code']).toBe('accounts.invitation_wrong')
  const renewed = await call('POST', `${path}/code`, { cookie })
  expect(renewed.status).toBe(200)
  expect((await call('DELETE', path, { cookie })).status).toBe(204)
  expect((await accept(renewed.body['code'])).body['code']).toBe('accounts.invitation_wrong')
  expect((await call('POST', `${path}/code`, { cookie })).body['code']).toBe(
    'accounts.invitation_not_found',
  )
  const told = fixture.recorded.map(({ action }) => action)
  for (const action of ['user_invited', 'invitation_refused', 'invitation_withdrawn']) {
    expect(told).toContain(`accounts.${action}`)
  }
})

test('inviting again replaces what waits; a user of the account is not invited', async () => {
  const first = await invite(owner)
  const second = await invite(owner, { ...sacha, role: 'sender' })
  expect(await waiting(owner)).toMatchObject([{ id: idOf(second), role: 'sender' }])
  expect((await accept(first.body['code'])).body['code']).toBe('accounts.invitation_wrong')
  expect((await accept(second.body['code'])).status).toBe(201)
  const third = await invite(owner)
  expect([third.status, third.body['code']]).toEqual([409, 'accounts.user_exists'])
  const accepted = fixture.recorded.find(({ action }) => action === 'accounts.invitation_accepted')
  expect(accepted?.details).toMatchObject({ role: 'sender' })
})

test('of two accounts that invite the same new person, each is accepted by itself', async () => {
  const other = await otherOwner()
  const [here, there] = [await invite(owner), await invite(other)]
  const joined = await Promise.all([accept(here.body['code']), accept(there.body['code'])])
  expect(joined.map(({ status }) => status)).toEqual([201, 201])
  const { body } = await fixture.logIn({}, { email: sacha.email, password: chosen })
  expect(body['accounts']).toHaveLength(2)
})

/** A second owner of the first account, logged in. */
async function noa() {
  const person = { name: 'Noa Modèle', email: 'noa@example.org', role: 'owner' }
  const { cookie, body } = await accept((await invite(owner, person)).body['code'])
  return { cookie, id: (body['user'] as { id: string }).id }
}

test.each([
  ['is taken out', 'DELETE', undefined],
  ['may invite no more', 'PATCH', { role: 'viewer' }],
] as const)('whoever %s comes back by no invitation of theirs', async (_what, method, body) => {
  const { cookie, id } = await noa()
  const theirs = await invite(cookie, { ...sacha, role: 'owner' })
  const kept = await invite(owner, { ...sacha, email: 'alix@example.org' })
  await call(method, `/v1/users/${id}`, { cookie: owner }, body)
  expect((await accept(theirs.body['code'])).body['code']).toBe('accounts.invitation_wrong')
  expect(await waiting(owner)).toMatchObject([{ id: idOf(kept) }])
  const told = fixture.recorded.find(({ action }) => action === 'accounts.invitation_withdrawn')
  expect(told?.details).toEqual({ invitation: idOf(theirs), user: id })
})

test('an invitation that another owner renewed is theirs from then on', async () => {
  const { cookie, id } = await noa()
  const first = await invite(cookie)
  const path = `/v1/users/invitations/${idOf(first)}/code`
  const renewed = await call('POST', path, { cookie: owner })
  await call('DELETE', `/v1/users/${id}`, { cookie: owner })
  expect((await accept(renewed.body['code'])).status).toBe(201)
})

/** Whether somebody waits here for what another transaction holds. */
const waitsForLock = () =>
  fixture.store.asSuperuser(async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0].count > 0
  })

test('a renewal beside the removal of whoever invited waits for it, and neither fails', async () => {
  const { cookie, id } = await noa()
  const theirs = await invite(cookie)
  const accountId = (await firstId()) as AccountId
  const path = `/v1/users/invitations/${idOf(theirs)}/code`
  const renewed = await fixture.deps.database.inAccount(accountId, async (tx) => {
    // As a removal does: first whoever has the right, then what they made.
    await lockOwners(tx, accountId)
    const asked = call('POST', path, { cookie })
    await expect.poll(waitsForLock, { timeout: 10_000 }).toBe(true)
    const by = { userId: id as UserId, tokens: [] }
    expect(await deleteInvitationsBy(tx, accountId, by)).toEqual([idOf(theirs)])
    return { asked }
  })
  const { status, body } = await renewed.asked
  expect([status, body['code']]).toEqual([404, 'accounts.invitation_not_found'])
})

test('a token that is revoked takes the invitations along that it made', async () => {
  const rights = [...rightsOfRole.viewer, 'account.manage']
  const made = await call('POST', '/v1/tokens', { cookie: owner }, { name: 'annuaire', rights })
  const token = String(made.body['secret'])
  const invited = await call('POST', '/v1/users', { token }, sacha)
  expect(invited.status).toBe(201)
  const { id } = made.body['token'] as { id: string }
  await call('DELETE', `/v1/tokens/${id}`, { cookie: owner })
  expect((await accept(invited.body['code'])).body['code']).toBe('accounts.invitation_wrong')
})

test('a request that was on its way as its user was taken out invites nobody and raises nobody', async () => {
  const { id } = await noa()
  const sachas = await accept((await invite(owner)).body['code'])
  const { id: userId } = sachas.body['user'] as { id: UserId }
  const { id: accountId } = sachas.body['account'] as { id: AccountId }
  const late = {
    ...{ accountId, by: { kind: 'user', userId: id as UserId } as const, traceId: '' },
    ...{ rights: new Set(rightsOfRole.owner), language: 'en' as const },
  }
  await call('DELETE', `/v1/users/${id}`, { cookie: owner })
  const code = 'accounts.rights_beyond_own'
  const person = { ...sacha, email: 'alix@example.org', role: 'viewer' as const }
  await expect(inviteUser(fixture.deps, late, person)).rejects.toMatchObject({ code })
  await expect(changeRole(fixture.deps, late, userId, 'owner')).rejects.toMatchObject({ code })
})
