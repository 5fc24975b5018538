// Another e-mail of one's own: who confirms it, who takes it back, and what nobody learns of it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type AccountsFixture,
  accountsFixture,
  password,
  setup,
} from '../../../test/support/accounts-fixture.ts'
import { code } from '../../../test/support/factors-fixture.ts'
import type { UserMail } from '../deps.ts'
import { answerResets, askForReset, makeResetOnMachine } from '../passwords/reset-password.ts'
import { hashOf } from '../secrets.ts'

let here: AccountsFixture
let cookie: string
beforeEach(async () => {
  here = await accountsFixture()
  here.deps.mailsLeave = () => true
  cookie = await here.ownerCookie()
}, 60_000)
afterEach(() => here.close())

const next = 'camille.nouvelle@example.org'
const chosen = 'les prunes de septembre'
const ask = (email = next, by: string = cookie, own = password) =>
  here.call('POST', '/v1/me/email-change', { cookie: by }, { email, password: own })
/** By whoever asked, in a browser where they are logged in; or as it is said. */
const confirm = (secret: string, by: string | null = cookie, own?: string) =>
  here.call(
    'POST',
    '/v1/email-changes/confirmation',
    { cookie: by },
    { code: secret, password: own },
  )
const undo = (secret: string, own = chosen) =>
  here.call('POST', '/v1/email-changes/undo', {}, { code: secret, password: own })
const codeIn = (mail: UserMail | undefined) => mail?.link?.url.split('#')[1] ?? ''
/** The newest with this page behind its link, to this address. */
const linkTo = (to: string, page: string) =>
  codeIn(here.mails.findLast((mail) => mail.to === to && mail.link?.url.includes(page)))
const me = async (by: string) => (await here.call('GET', '/v1/me', { cookie: by })).body['user']
const actions = () => here.recorded.map(({ action }) => action)
const changes = async () => {
  const { rows } = await here.deps.database.inInstallation((tx) =>
    tx.query<Record<string, Buffer>>(
      'select confirm_hash, undo_hash from accounts.email_change order by asked_at',
    ),
  )
  return rows
}

/** Somebody else with a login here, in the same account. */
async function join(email: string, own: string): Promise<string> {
  const invited = { name: 'Sacha Exemple', email, role: 'sender' }
  const made = await here.call('POST', '/v1/users', { cookie }, invited)
  const answer = { code: made.body['code'], password: own }
  const joined = await here.call('POST', '/v1/invitations', {}, answer)
  expect(joined.status).toBe(201)
  return joined.cookie ?? ''
}

test('the next address counts once its link is opened; other sessions end, and the one before is told', async () => {
  const elsewhere = (await here.logIn()).cookie ?? ''
  const asked = await ask()
  expect([asked.status, asked.body]).toMatchObject([202, { waiting: { email: next } }])
  expect(here.mails.map(({ to, account, link }) => [to, account, link?.url.split('#')[0]])).toEqual(
    [
      [next, null, 'https://accord.example.org/confirm-email'],
      [setup.email, null, 'https://accord.example.org/undo-email'],
    ],
  )
  // Neither code stands in the database.
  const secret = linkTo(next, 'confirm-email')
  const back = linkTo(setup.email, 'undo-email')
  expect(await changes()).toEqual([{ confirm_hash: hashOf(secret), undo_hash: hashOf(back) }])
  expect((await here.call('GET', '/v1/me', { cookie })).body['user']).toMatchObject({
    email: setup.email,
  })

  expect((await confirm(secret, cookie)).status).toBe(204)
  expect(await me(cookie)).toMatchObject({ email: next })
  expect((await here.call('GET', '/v1/me', { cookie: elsewhere })).status).toBe(401)
  expect((await here.logIn()).status).toBe(401)
  expect((await here.logIn({}, { email: next })).status).toBe(201)
  const read = await here.call('GET', '/v1/me/email-change', { cookie })
  expect(read.body).toEqual({ waiting: null })
  // The same way back, written once more.
  expect(here.mails.length).toBe(3)
  expect(here.mails[2]).toMatchObject({
    to: setup.email,
    subject: 'Votre adresse e-mail a été changée',
  })
  expect(codeIn(here.mails[2])).toBe(back)
  expect(actions()).toEqual(
    expect.arrayContaining(['accounts.email_change_asked', 'accounts.email_changed']),
  )
  expect(code(await confirm(secret))).toEqual([403, 'accounts.email_link_wrong'])
})

test('the password is asked for, and a wrong one sends nothing', async () => {
  expect(code(await ask(next, cookie, 'not this one at all'))).toEqual([
    403,
    'accounts.password_wrong',
  ])
  expect(code(await ask(setup.email.toUpperCase()))).toEqual([409, 'accounts.email_same'])
  expect((await ask('not an address')).status).toBe(400)
  expect(here.mails).toEqual([])
})

test('without a mail server it is refused with what to do, and nothing is kept', async () => {
  here.deps.mailsLeave = () => false
  expect(code(await ask())).toEqual([409, 'accounts.email_needs_mail'])
  expect(await changes()).toEqual([])
})

test('an address that somebody has is answered the same, and refused to whoever reads its mailbox', async () => {
  await join('sacha@example.org', 'les noisettes de mars')
  const before = here.mails.length
  const taken = await ask('sacha@example.org')
  const mailsOfTaken = here.mails.slice(before).map(({ subject }) => subject)
  const again = here.mails.length
  const free = await ask()
  expect(taken.status).toBe(free.status)
  expect(Object.keys(taken.body)).toEqual(Object.keys(free.body))
  expect(mailsOfTaken).toEqual(here.mails.slice(again).map(({ subject }) => subject))
  // Asked for anew, the link from before opens nothing.
  const old = linkTo('sacha@example.org', 'confirm-email')
  expect(code(await confirm(old))).toEqual([403, 'accounts.email_link_wrong'])
  await ask('sacha@example.org')
  const secret = linkTo('sacha@example.org', 'confirm-email')
  expect(code(await confirm(secret, cookie))).toEqual([409, 'accounts.email_taken'])
  expect(await me(cookie)).toMatchObject({ email: setup.email })
  const sacha = { email: 'sacha@example.org', password: 'les noisettes de mars' }
  expect((await here.logIn({}, sacha)).status).toBe(201)
})

test('a link ends after a day, and when it is withdrawn', async () => {
  await ask()
  const first = linkTo(next, 'confirm-email')
  const withdrawn = await here.call('DELETE', '/v1/me/email-change', { cookie })
  expect(withdrawn.status).toBe(204)
  expect(code(await confirm(first))).toEqual([403, 'accounts.email_link_wrong'])
  expect(code(await undo(linkTo(setup.email, 'undo-email')))).toEqual([
    403,
    'accounts.email_link_wrong',
  ])
  expect(actions()).toContain('accounts.email_change_withdrawn')
  await ask()
  const second = linkTo(next, 'confirm-email')
  await here.clock.advance(24 * 60 * 60_000)
  expect(code(await confirm(second))).toEqual([403, 'accounts.email_link_wrong'])
  await answerResets(here.deps)
  expect(await changes()).toEqual([])
})

test('opened twice at once it counts once, and of two users who want one address one gets it', async () => {
  await ask()
  const secret = linkTo(next, 'confirm-email')
  const both = await Promise.all([confirm(secret), confirm(secret)])
  expect(both.map(({ status }) => status).sort()).toEqual([204, 403])
  expect(here.mails.filter(({ to }) => to === setup.email).length).toBe(2)

  cookie = (await here.logIn({}, { email: next })).cookie ?? ''
  const sacha = await join('sacha@example.org', 'les noisettes de mars')
  const wanted = 'partage@example.org'
  await ask(wanted)
  const mine = linkTo(wanted, 'confirm-email')
  await ask(wanted, sacha, 'les noisettes de mars')
  const theirs = linkTo(wanted, 'confirm-email')
  const two = await Promise.all([confirm(mine), confirm(theirs, sacha)])
  expect(two.map(({ status }) => status).sort()).toEqual([204, 409])
})

test('whoever reads the mailbox before takes the address back, also after a second change', async () => {
  await ask()
  await confirm(linkTo(next, 'confirm-email'), cookie)
  const back = linkTo(setup.email, 'undo-email')
  // Somebody with the password goes one further, and can undo only their own.
  await ask('third@example.org')
  await confirm(linkTo('third@example.org', 'confirm-email'), cookie)
  const theirs = linkTo(next, 'undo-email')
  expect(code(await undo(back, 'motdepasse2026'))).toEqual([400, 'accounts.password_known'])
  expect((await undo(back)).status).toBe(204)
  expect((await here.call('GET', '/v1/me', { cookie })).status).toBe(401)
  expect((await here.logIn({}, { email: 'third@example.org' })).status).toBe(401)
  expect((await here.logIn()).status).toBe(401)
  expect((await here.logIn({}, { password: chosen })).status).toBe(201)
  for (const used of [back, theirs]) {
    expect(code(await undo(used))).toEqual([403, 'accounts.email_link_wrong'])
  }
  expect(actions()).toContain('accounts.email_change_undone')
  expect(here.mails.at(-1)).toMatchObject({ to: setup.email })
  expect(await changes()).toEqual([])
})

test('what was asked for and not confirmed is stopped by the address now, with a new password', async () => {
  await ask()
  const secret = linkTo(next, 'confirm-email')
  expect((await undo(linkTo(setup.email, 'undo-email'))).status).toBe(204)
  expect(code(await confirm(secret))).toEqual([403, 'accounts.email_link_wrong'])
  expect((await here.logIn()).status).toBe(401)
  expect((await here.logIn({}, { password: chosen })).status).toBe(201)
})

test('confirmed and undone at once, it ends as one of both, and the link of the other is void', async () => {
  await ask()
  const secret = linkTo(next, 'confirm-email')
  const back = linkTo(setup.email, 'undo-email')
  const [confirmed, undone] = await Promise.all([confirm(secret), undo(back)])
  expect(undone.status).toBe(204)
  expect([204, 403]).toContain(confirmed.status)
  expect((await here.logIn({}, { password: chosen })).status).toBe(201)
  expect((await here.logIn({}, { email: next, password: chosen })).status).toBe(401)
})

test('for a week nobody else gets the address before: not by an invitation, nor as their own', async () => {
  await ask()
  await confirm(linkTo(next, 'confirm-email'), cookie)
  const back = linkTo(setup.email, 'undo-email')
  const invited = { name: 'Autre', email: setup.email, role: 'owner' }
  const made = await here.call('POST', '/v1/users', { cookie }, invited)
  const answer = { code: made.body['code'], password: 'les amandes de mai' }
  const joined = await here.call('POST', '/v1/invitations', {}, answer)
  // As for an address that somebody has.
  expect(code(joined)).toEqual([401, 'accounts.login_failed'])
  const sacha = await join('sacha@example.org', 'les noisettes de mars')
  await ask(setup.email, sacha, 'les noisettes de mars')
  expect(code(await confirm(linkTo(setup.email, 'confirm-email'), sacha))).toEqual([
    409,
    'accounts.email_taken',
  ])
  expect((await undo(back)).status).toBe(204)
})

test('after the week the way back is closed, and the address is free', async () => {
  await ask()
  await confirm(linkTo(next, 'confirm-email'), cookie)
  const back = linkTo(setup.email, 'undo-email')
  await here.clock.advance(7 * 24 * 60 * 60_000)
  expect(code(await undo(back))).toEqual([403, 'accounts.email_link_wrong'])
  cookie = (await here.logIn({}, { email: next })).cookie ?? ''
  await join(setup.email, 'les amandes de mai')
})

test('invitations that wait follow the address, and come back with it', async () => {
  const sacha = await join('sacha@example.org', 'les noisettes de mars')
  const made = await here.call('POST', '/v1/accounts', { cookie }, { name: 'Autre boutique' })
  const there = { accountId: made.body['id'] as string }
  expect((await here.call('PUT', '/v1/sessions/current', { cookie }, there)).status).toBe(200)
  const invited = { name: 'Sacha', email: 'sacha@example.org', role: 'viewer' }
  const invitation = await here.call('POST', '/v1/users', { cookie }, invited)
  const waiting = async () => {
    const { body } = await here.call('GET', '/v1/users/invitations', { cookie })
    return (body['items'] as { email: string }[]).map(({ email }) => email)
  }
  await ask('sacha.neuf@example.org', sacha, 'les noisettes de mars')
  expect(await waiting()).toEqual(['sacha@example.org'])
  await confirm(linkTo('sacha.neuf@example.org', 'confirm-email'), sacha)
  expect(await waiting()).toEqual(['sacha.neuf@example.org'])
  expect((await undo(linkTo('sacha@example.org', 'undo-email'))).status).toBe(204)
  expect(await waiting()).toEqual(['sacha@example.org'])
  // It leads to the login that there is, not to a new one.
  const answer = { code: invitation.body['code'], password: chosen }
  const joined = await here.call('POST', '/v1/invitations', {}, answer)
  expect(joined.body).toMatchObject({ user: { email: 'sacha@example.org' }, role: 'viewer' })
})

test('a link for a lost password that went to the address before opens nothing any more', async () => {
  await askForReset(here.deps, setup.email, { address: '192.0.2.1' })
  await answerResets(here.deps)
  const lost = linkTo(setup.email, 'new-password')
  await ask()
  await confirm(linkTo(next, 'confirm-email'), cookie)
  const answer = { code: lost, password: chosen }
  const used = await here.call('POST', '/v1/password-resets/answer', {}, answer)
  expect(code(used)).toEqual([403, 'accounts.reset_wrong'])
})

test('who asks too often is told so: one user, and one address from all users', async () => {
  for (const one of [1, 2, 3]) expect([one, (await ask()).status]).toEqual([one, 202])
  expect(code(await ask())).toEqual([429, 'accounts.too_many_attempts'])
  const sacha = await join('sacha@example.org', 'les noisettes de mars')
  expect(code(await ask(next, sacha, 'les noisettes de mars'))).toEqual([
    429,
    'accounts.too_many_attempts',
  ])
  for (const one of ['a', 'b']) await ask(`${one}@example.org`)
  expect(code(await ask('c@example.org'))).toEqual([429, 'accounts.too_many_attempts'])
})

test('whoever reads the new mailbox moves nobody’s login: its user says so too, logged in or with the password', async () => {
  const own = 'les noisettes de mars'
  const sacha = await join('sacha@example.org', own)
  await ask('mistyped@example.org')
  const secret = linkTo('mistyped@example.org', 'confirm-email')
  const before = here.mails.length
  const asked = [403, 'accounts.email_proof_asked']
  // Nobody who is logged in, somebody else, and a session that is over.
  expect(code(await confirm(secret, null))).toEqual(asked)
  expect(code(await confirm(secret, sacha))).toEqual(asked)
  const over = (await here.logIn()).cookie ?? ''
  await here.call('DELETE', '/v1/sessions/current', { cookie: over })
  expect(code(await confirm(secret, over))).toEqual(asked)
  // Of somebody else is also their password.
  for (const by of [null, sacha]) {
    expect(code(await confirm(secret, by, own))).toEqual([403, 'accounts.password_wrong'])
  }
  expect(await me(cookie)).toMatchObject({ email: setup.email })
  expect(await me(sacha)).toMatchObject({ email: 'sacha@example.org' })
  expect(here.mails.length).toBe(before)
  expect(actions()).not.toContain('accounts.email_changed')

  expect((await confirm(secret, null, password)).status).toBe(204)
  expect((await here.logIn({}, { email: 'mistyped@example.org' })).status).toBe(201)
})

test('passwords at a link are counted as those of the login are', async () => {
  await ask()
  const secret = linkTo(next, 'confirm-email')
  for (const one of [1, 2, 3, 4, 5]) {
    const answer = code(await confirm(secret, null, 'not this one at all'))
    expect([one, ...answer]).toEqual([one, 403, 'accounts.password_wrong'])
  }
  const refused = [429, 'accounts.too_many_attempts']
  expect(code(await confirm(secret, null, password))).toEqual(refused)
  expect(code(await here.logIn())).toEqual(refused)
  expect(actions().filter((action) => action === 'accounts.login_failed').length).toBe(5)
  // Who is logged in is not kept out by it.
  expect((await confirm(secret)).status).toBe(204)
})

test('a new password voids the change that waits: whoever asked for it knew the one before', async () => {
  // Each leaves the user with another password, or on the way to one.
  const takenBack: Record<string, () => Promise<void>> = {
    'one’s own new password': async () => {
      const change = { password: { current: password, next: chosen } }
      const changed = await here.call('PATCH', '/v1/me', { cookie }, change)
      expect(changed.status).toBe(200)
      const read = await here.call('GET', '/v1/me/email-change', { cookie })
      expect(read.body).toEqual({ waiting: null })
    },
    'a link for a lost password, made at the machine': async () => {
      await makeResetOnMachine(here.deps, { email: setup.email, traceId: '' })
    },
    'a link for a lost password that is opened': async () => {
      await askForReset(here.deps, setup.email, { address: '192.0.2.1' })
      await answerResets(here.deps)
      const answer = {
        code: linkTo(setup.email, 'new-password'),
        password: 'les kakis de novembre',
      }
      const used = await here.call('POST', '/v1/password-resets/answer', {}, answer)
      expect(used.status).toBe(204)
    },
  }
  let own = password
  for (const [what, takeBack] of Object.entries(takenBack)) {
    const stolen = (await here.logIn({}, { password: own })).cookie ?? ''
    expect([what, (await ask('thief@example.org', stolen, own)).status]).toEqual([what, 202])
    const secret = linkTo('thief@example.org', 'confirm-email')
    await takeBack()
    if (what.startsWith('one’s own')) own = chosen
    expect([what, await changes()]).toEqual([what, []])
    const used = code(await confirm(secret, stolen, own))
    expect([what, ...used]).toEqual([what, 403, 'accounts.email_link_wrong'])
  }
})

/** Another deed, at the moment after the password of `ask` was found right. */
function meanwhile(deed: () => Promise<unknown>): void {
  const { passwords } = here.deps
  let isDone = false
  here.deps.passwords = {
    ...passwords,
    verify: async (hash, text) => {
      const isRight = await passwords.verify(hash, text)
      if (isDone) return isRight
      isDone = true
      await deed()
      return isRight
    },
  }
}

test('a change that is asked for while the password or the address changes is refused', async () => {
  const other = (await here.logIn()).cookie ?? ''
  await ask()
  const first = linkTo(next, 'confirm-email')
  meanwhile(() => confirm(first, other))
  const asked = await ask('third@example.org', other)
  expect(code(asked)).toEqual([409, 'accounts.email_ask_again'])
  expect((await changes()).length).toBe(1)

  const change = { password: { current: password, next: chosen } }
  meanwhile(() => here.call('PATCH', '/v1/me', { cookie: other }, change))
  expect(code(await ask('third@example.org', other))).toEqual([409, 'accounts.email_ask_again'])
  expect((await changes()).length).toBe(1)
  expect(here.mails.filter(({ to }) => to === 'third@example.org')).toEqual([])
})

test('a change from another address than the one of now is not put in place', async () => {
  await ask()
  const secret = linkTo(next, 'confirm-email')
  await here.deps.database.inInstallation((tx) =>
    tx.query(`update accounts.email_change set old_tag = decode('00', 'hex')`),
  )
  expect(code(await confirm(secret))).toEqual([403, 'accounts.email_link_wrong'])
  expect(await me(cookie)).toMatchObject({ email: setup.email })
})
