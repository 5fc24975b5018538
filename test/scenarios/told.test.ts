// What happens in an account is told to whom it concerns, through the API and by e-mail, and to
// nobody else.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningServer } from '../../src/app/index.ts'
import type { NoticeView } from '../../src/notifications/contract.ts'
import { freePort } from '../support/free-port.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type Accord, asked, cookieOf, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let sender: string
let mailServer: MailServer
let origin: string
beforeAll(async () => {
  mailServer = await startMailServer()
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: {
      ACCORD_PORT: String(port),
      ACCORD_URL: origin,
      ACCORD_SMTP: `smtp://127.0.0.1:${mailServer.port}`,
      ACCORD_MAIL_FROM: 'Accord <accord@example.org>',
    },
  })
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  sender = await joined('sender@example.org', 'sender')
}, 120_000)
afterAll(async () => {
  await accord?.stop()
  await mailServer?.close()
})

async function joined(email: string, role: string): Promise<string> {
  const person = { name: 'Sasha Exemple', email, role }
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', person)
  const answer = { code, password: 'les prunes de mars' }
  return cookieOf(await accord.call('', 'POST', '/v1/invitations', answer))
}

async function told(cookie: string, kind: string): Promise<NoticeView[]> {
  const { body } = await accord.call<{ items: NoticeView[] }>(cookie, 'GET', '/v1/notifications')
  return body.items.filter((one) => one.kind === kind)
}
const soon = (cookie: string, kind: string) =>
  eventually(async () => {
    const found = await told(cookie, kind)
    return found.length === 0 ? null : found
  })

async function upload(text: string | Buffer, fileName: string): Promise<string> {
  const { token } = accord.accounts[0]
  const file = { name: fileName, bytes: text }
  const sent = await accord.upload<{ id: string }>(token, '/v1/imports', file)
  return sent.body.id
}

test('a token has no notifications; other accounts hear of nothing', async () => {
  const { token } = accord.accounts[0]
  const answer = await accord.call<{ code: string }>(token, 'GET', '/v1/notifications/unread')
  expect([answer.status, answer.body.code]).toEqual([403, 'notifications.users_only'])
})

test('an import that ends and one that fails are told of', { timeout: 60_000 }, async () => {
  const workbook = readFileSync(new URL('../../samples/cabinet.xlsx', import.meta.url))
  const failed = await upload(workbook.subarray(0, workbook.length / 2), 'cut.xlsx')
  const [failure] = await soon(sender, 'import_failed')
  expect(failure).toMatchObject({ leadsTo: `/imports/${failed}`, isRead: false })
  const id = await upload('téléphone\n0639980041\n0639980042\n', 'clients.csv')
  await eventually(async () => {
    const { state } = await asked<{ state: string }>(accord, 'GET', `/v1/imports/${id}`)
    return state === 'received' ? null : state
  })
  await asked(accord, 'POST', `/v1/imports/${id}/mapping`, {
    columns: [{ index: 0, field: 'number' }],
    listName: 'Clients',
  })
  const [ended] = await soon(sender, 'import_ended')
  expect(ended).toMatchObject({
    leadsTo: `/imports/${id}`,
    sentence: 'An import has finished. Rows read: 2.',
  })
  expect(JSON.stringify(ended)).not.toContain('063998')
})

test('a doubtful reply is told of to whoever may answer, without a word of it', {
  timeout: 60_000,
}, async () => {
  const to = '+33639980061'
  const sent = await asked<{ id: string }>(accord, 'POST', '/v1/messages', {
    ...{ to, class: 'alert', basis: 'contract', sender: 'Tilleuls' },
    text: 'Votre commande est prête au comptoir.',
  })
  await eventually(async () => {
    const { state } = await asked<{ state: string }>(accord, 'GET', `/v1/messages/${sent.id}`)
    return state === 'delivered' ? state : null
  })
  await textFrom(accord, to, 'non merci, pas intéressé')
  const [reply] = await soon(sender, 'reply_waits')
  expect(reply).toMatchObject({
    leadsTo: '/inbox',
    sentence: 'A reply may be a STOP: someone must read it and decide.',
  })
  const viewer = await joined('viewer@example.org', 'viewer')
  await textFrom(accord, to, 'Le magasin est ouvert dimanche ?')
  await eventually(async () => ((await told(sender, 'reply_waits')).length === 2 ? true : null))
  expect(await told(viewer, 'reply_waits')).toEqual([])
  // Whoever has taken the conversation is told of what comes next, and nobody else.
  const { items } = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/inbox')
  const me = await accord.call<{ user: { id: string } }>(sender, 'GET', '/v1/me')
  await asked(accord, 'PUT', `/v1/inbox/${items[0]?.id}/assignment`, { userId: me.body.user.id })
  await textFrom(accord, to, 'Et lundi ?')
  await eventually(async () => ((await told(sender, 'reply_waits')).length === 3 ? true : null))
  expect(await told(accord.owner.cookie, 'reply_waits')).toHaveLength(2)
})

test('a campaign that waits for an approval is told of to whoever approves; its end to senders', {
  timeout: 60_000,
}, async () => {
  const { owner } = accord
  type Listed = { items: { id: string; name: string }[] }
  const lists = await asked<Listed>(accord, 'GET', '/v1/lists')
  const prepared = await accord.call<{ id: string }>(sender, 'POST', '/v1/campaigns', {
    ...{ name: 'Horaires', listId: lists.items[0]?.id, class: 'alert' },
    ...{ basis: 'contract', sender: 'Tilleuls', text: 'Le magasin ouvre à 9 h.' },
  })
  expect(prepared.status).toBe(201)
  const { id } = prepared.body
  const sheet = await accord.call<{ hash: string }>(
    sender,
    'GET',
    `/v1/campaigns/${id}/check-sheet`,
  )
  expect(sheet.status).toBe(200)
  const asking = { hash: sheet.body.hash, note: null }
  await accord.call(sender, 'POST', `/v1/campaigns/${id}/ask-approval`, asking)
  const [waits] = await soon(owner.cookie, 'campaign_to_approve')
  expect(waits).toMatchObject({ leadsTo: `/campaigns/${id}` })
  expect(waits?.sentence).toContain('Horaires')
  expect(await told(sender, 'campaign_to_approve')).toEqual([])
  const step = (name: string, body: object = {}) =>
    accord.call(owner.cookie, 'POST', `/v1/campaigns/${id}/${name}`, body)
  expect((await step('return', { remark: 'Dites quel jour.' })).status).toBeLessThan(300)
  const [returned] = await soon(sender, 'campaign_returned')
  expect(returned).toMatchObject({ leadsTo: `/campaigns/${id}` })
  expect(await told(owner.cookie, 'campaign_returned')).toEqual([])
  expect((await step('approve', { hash: sheet.body.hash })).status).toBeLessThan(300)
  expect((await step('cancel')).status).toBeLessThan(300)
  const [stopped] = await soon(sender, 'campaign_stopped')
  expect(stopped?.sentence).toBe('The campaign “Horaires” was cancelled.')
  // Who cancels it knows.
  expect(await told(owner.cookie, 'campaign_stopped')).toEqual([])
})

test('mails leave through the configured server, lead to the screens and hold nothing of a contact', {
  timeout: 60_000,
}, async () => {
  expect(runningServer(accord.config.dataFolder)?.mail).toBe(`127.0.0.1:${mailServer.port}`)
  const mailsTo = (email: string) =>
    mailServer.mails.filter(({ to, raw }) => to.includes(email) && !raw.includes('/join#'))
  const toSender = () => mailsTo('sender@example.org')
  // Two of imports, three of replies, one of the campaign that the owner cancelled.
  await eventually(async () => (toSender().length >= 6 ? true : null))
  expect(toSender()).toHaveLength(6)
  const all = mailServer.mails.map(({ raw }) => raw.replaceAll('=\r\n', '')).join('\n')
  expect(all).toContain(`${origin}/imports/`)
  expect(all).toContain(`${origin}/inbox`)
  expect(all).not.toMatch(/063998|3363998|intéressé|int=C3=A9ress/)
  expect(mailsTo('viewer@example.org')).toEqual([])
})

test('a sender name that staff refuse is told to those who manage the account, and why stands there', async () => {
  const manager = await joined('manager@example.org', 'owner')
  const { id: accountId } = accord.accounts[0]
  const asking = { name: 'AMELI', evidence: 'Mandat du 3 mars' }
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/senders', asking)
  const path = `/v1/accounts/${accountId}/senders/${id}/decision`
  const reason = 'Ce mandat est au nom d’une autre société.'
  const { cookie } = accord.owner
  const refused = await accord.call(cookie, 'PUT', path, { state: 'refused', reason })
  expect(refused.status).toBe(200)
  const [notice] = await soon(manager, 'sender_decided')
  expect(notice).toMatchObject({
    sentence: 'The sender name “AMELI” was refused. The settings say why.',
    leadsTo: '/settings',
  })
  // Who decided need not be told, and whoever cannot ask for a name is not.
  expect(await told(cookie, 'sender_decided')).toEqual([])
  expect(await told(sender, 'sender_decided')).toEqual([])
  const { items } = await asked<{ items: { name: string; refusal: string | null }[] }>(
    ...([accord, 'GET', '/v1/senders'] as const),
  )
  expect(items.find(({ name }) => name === 'AMELI')?.refusal).toBe(reason)
})

test('a reply to somebody who has left is told to all who may answer', async () => {
  const leaver = await joined('leaver@example.org', 'sender')
  const me = await accord.call<{ user: { id: string } }>(leaver, 'GET', '/v1/me')
  const userId = me.body.user.id
  // To whom a conversation can be given: whoever may answer, and no onlooker.
  const onlooker = await joined('onlooker@example.org', 'viewer')
  const other = await accord.call<{ user: { id: string } }>(onlooker, 'GET', '/v1/me')
  type Users = { items: { id: string }[] }
  const users = await accord.call<Users>(accord.owner.cookie, 'GET', '/v1/inbox/users')
  const ids = users.body.items.map(({ id }) => id)
  expect([ids.includes(userId), ids.includes(other.body.user.id)]).toEqual([true, false])
  const { items } = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/inbox')
  await asked(accord, 'PUT', `/v1/inbox/${items[0]?.id}/assignment`, { userId })
  await asked(accord, 'DELETE', `/v1/users/${userId}`)
  // Told once in two hours: the next such time of its own.
  accord.letPass(2 * 3_600_000)
  const before = (await told(accord.owner.cookie, 'reply_waits')).length
  await textFrom(accord, '+33639980061', 'Et mardi ?')
  const after = await eventually(async () => {
    const all = await told(accord.owner.cookie, 'reply_waits')
    return all.length > before ? all : null
  })
  expect(after[0]?.sentence).toBe('New replies are waiting for someone to read them.')
})
