// The simulated phone of a trial account answers; no real one does, and nobody else's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InboundView, MessageView } from '../../src/sending/contract.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
}, 120_000)
afterAll(() => accord.stop())

const send = (to: string) =>
  asked<MessageView>(accord, 'POST', '/v1/messages', {
    to,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
const reply = (by: string, id: string, text: string) =>
  accord.call<{ code?: string }>(by, 'POST', `/v1/messages/${id}/handset-reply`, { text })

test('a STOP from the simulated phone has its effect', { timeout: 60_000 }, async () => {
  const own = accord.accounts[0].token
  const { id } = await send('+33639980071')
  const { contactId } = await eventually(async () => {
    const message = await asked<MessageView>(accord, 'GET', `/v1/messages/${id}`)
    return message.state === 'delivered' ? message : null
  })
  expect((await reply(own, id, 'STOP')).status).toBe(204)
  const { kind } = await eventually(async () => {
    const { items } = await asked<{ items: InboundView[] }>(accord, 'GET', '/v1/inbound?limit=10')
    return items.find((one) => one.contactId === contactId) ?? null
  })
  expect(kind).toBe('stop')
  const { contact } = await asked<{ contact: { status: { code: string } } | null }>(
    accord,
    'POST',
    '/v1/contacts/search',
    { number: '+33639980071' },
  )
  expect(contact?.status.code).toBe('stopped')
})

test('nobody answers for a message of another account, or without the right', async () => {
  const { id } = await send('+33639980072')
  expect((await reply(accord.accounts[1].token, id, 'STOP')).status).toBe(404)
  const { secret } = await asked<{ secret: string }>(accord, 'POST', '/v1/tokens', {
    name: 'Reads messages',
    rights: ['messages.read'],
  })
  expect((await reply(secret, id, 'STOP')).status).toBe(403)
  expect((await reply(accord.accounts[0].token, id, ' ')).status).toBe(400)
})

test('a live account’s telephones are real', async () => {
  const { cookie } = accord.owner
  const live = await accord.call<{ id: string }>(cookie, 'POST', '/v1/accounts', {
    name: 'Mairie du Modèle',
    kind: 'live',
  })
  const me = await accord.call<{ account: { id: string } }>(cookie, 'GET', '/v1/me')
  const go = (accountId: string) =>
    accord.call(cookie, 'PUT', '/v1/sessions/current', { accountId })
  await go(live.body.id)
  const answer = await reply(cookie, '0193f6a0-0000-7000-8000-000000000001', 'STOP')
  await go(me.body.account.id)
  expect([answer.status, answer.body.code]).toEqual([409, 'sending.handset_is_real'])
})
