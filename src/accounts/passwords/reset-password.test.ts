// A lost password: the link by e-mail, what it opens and what it does not, and who is told.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type AccountsFixture,
  accountsFixture,
  password,
  setup,
} from '../../../test/support/accounts-fixture.ts'
import { code } from '../../../test/support/factors-fixture.ts'
import { hashOf } from '../secrets.ts'
import { answerResets, makeResetOnMachine } from './reset-password.ts'

let here: AccountsFixture
let cookie: string
beforeEach(async () => {
  here = await accountsFixture()
  here.deps.mailsLeave = () => true
  cookie = await here.ownerCookie()
}, 60_000)
afterEach(() => here.close())

const chosen = 'les prunes de septembre'
const ask = (email: string, from?: string) =>
  here.call('POST', '/v1/password-resets', from === undefined ? {} : { from }, { email })
const choose = (secret: string, next = chosen) =>
  here.call('POST', '/v1/password-resets/answer', {}, { code: secret, password: next })
const sentCode = () => here.mails.at(-1)?.link?.url.split('#')[1] ?? ''
const rows = async () => {
  const { rows: found } = await here.deps.database.inInstallation((tx) =>
    tx.query<{ code_hash: Buffer | null }>('select code_hash from accounts.password_reset'),
  )
  return found
}

test('a link lets its owner choose a new password once; sessions end, and each journal says so', async () => {
  expect(await ask(setup.email.toUpperCase())).toMatchObject({
    status: 202,
    body: { mailsLeave: true },
  })
  expect(here.mails).toEqual([])
  await answerResets(here.deps)
  const [mail] = here.mails
  expect(mail).toMatchObject({ account: null, to: setup.email, language: 'fr' })
  expect(mail?.link?.url).toMatch(/^https:\/\/accord\.example\.org\/new-password#[\w-]{43}$/)
  // Looked at again, it is sent once.
  await answerResets(here.deps)
  expect(here.mails.length).toBe(1)
  const secret = sentCode()
  // The code is not in the database.
  expect((await rows()).map((row) => row.code_hash)).toEqual([hashOf(secret)])

  const weak = await choose(secret, 'motdepasse2026')
  expect(code(weak)).toEqual([400, 'accounts.password_known'])
  expect((await choose(secret)).status).toBe(204)
  expect((await here.call('GET', '/v1/me', { cookie })).status).toBe(401)
  expect((await here.logIn()).status).toBe(401)
  expect((await here.logIn({}, { password: chosen })).status).toBe(201)
  expect(code(await choose(secret))).toEqual([403, 'accounts.reset_wrong'])
  expect(here.recorded.map(({ action }) => action)).toContain('accounts.password_reset')
  expect(here.mails.map(({ subject }) => subject)).toEqual([
    'Choisissez un nouveau mot de passe',
    'Votre mot de passe a été changé',
  ])
  expect(await rows()).toEqual([])
})

test('an unknown e-mail is answered the same, and nothing is sent or kept', async () => {
  const known = await ask(setup.email)
  const unknown = await ask('nobody@example.org')
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  expect((await rows()).length).toBe(2)
  await answerResets(here.deps)
  expect(here.mails.map(({ to }) => to)).toEqual([setup.email])
  expect((await rows()).length).toBe(1)
})

test('a code is good for an hour, and until a newer one is sent', async () => {
  await ask(setup.email)
  await answerResets(here.deps)
  const first = sentCode()
  await ask(setup.email)
  // Whoever asks for somebody else does not close the link that they have.
  expect((await rows()).map((row) => row.code_hash)).toEqual([hashOf(first)])
  await answerResets(here.deps)
  const second = sentCode()
  expect(second).not.toBe(first)
  expect(code(await choose(first))).toEqual([403, 'accounts.reset_wrong'])
  await here.clock.advance(60 * 60_000)
  expect(code(await choose(second))).toEqual([403, 'accounts.reset_wrong'])
  await answerResets(here.deps)
  expect(await rows()).toEqual([])
  expect((await here.logIn({}, { password })).status).toBe(201)
})

test('who asks too often is told so, for an e-mail and for a place', async () => {
  for (const at of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
    expect((await ask(setup.email, at)).status).toBe(202)
  }
  expect(code(await ask(setup.email, '192.0.2.4'))).toEqual([429, 'accounts.too_many_attempts'])
  // An e-mail that nobody has is told the same.
  for (let time = 0; time < 3; time += 1) await ask('nobody@example.org', '198.51.100.1')
  const unknown = await ask('nobody@example.org', '198.51.100.2')
  expect(code(unknown)).toEqual([429, 'accounts.too_many_attempts'])
})

test('two who use one code at once choose one password', async () => {
  await ask(setup.email)
  await answerResets(here.deps)
  const secret = sentCode()
  const both = await Promise.all([choose(secret), choose(secret, 'un autre verger de mai')])
  expect(both.map(({ status }) => status).sort()).toEqual([204, 403])
})

test('without a mail server nothing is written, and a link is made at the machine', async () => {
  here.deps.mailsLeave = () => false
  expect((await ask(setup.email)).body).toEqual({ mailsLeave: false })
  expect(await rows()).toEqual([])
  const link = await makeResetOnMachine(here.deps, { email: setup.email, traceId: 't' })
  expect(here.recorded.at(-1)).toMatchObject({
    action: 'accounts.password_reset_made',
    by: 'command_line',
  })
  expect((await choose(link.split('#')[1] ?? '')).status).toBe(204)
  await expect(
    makeResetOnMachine(here.deps, { email: 'nobody@example.org', traceId: 't' }),
  ).rejects.toMatchObject({
    code: 'accounts.user_not_found',
  })
})

test('an invitation goes by e-mail where a mail server is, and by hand elsewhere', async () => {
  const invited = { name: 'Sacha', email: 'sacha@example.org', role: 'sender' }
  const made = await here.call('POST', '/v1/users', { cookie }, invited)
  expect(made.body['isMailed']).toBe(true)
  expect(here.mails.at(-1)).toMatchObject({
    to: invited.email,
    link: { url: `https://accord.example.org/join#${made.body['code']}` },
  })
  here.deps.mailsLeave = () => false
  const { id } = made.body['invitation'] as { id: string }
  const again = await here.call('POST', `/v1/users/invitations/${id}/code`, { cookie })
  expect(again.body['isMailed']).toBe(false)
  expect(here.mails.length).toBe(1)
})

test('one changes one’s own name, which others read', async () => {
  const changed = await here.call('PATCH', '/v1/me', { cookie }, { name: 'Camille Nouvelle' })
  expect(changed.body['user']).toMatchObject({ name: 'Camille Nouvelle', email: setup.email })
  const users = await here.call('GET', '/v1/users', { cookie })
  expect(users.body['items']).toMatchObject([{ name: 'Camille Nouvelle' }])
  expect(here.recorded.map(({ action }) => action)).toContain('accounts.name_changed')
})
