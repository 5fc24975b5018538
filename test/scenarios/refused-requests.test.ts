// Requests that nobody means: each is refused with what is wrong and where, and leaves nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProblemDocument } from '../../src/http/contract.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

let accord: Accord
let token = ''
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  await accord.call(token, 'POST', '/v1/senders', { name: 'LUMEN' })
}, 120_000)
afterAll(() => accord?.stop())

const alert = {
  to: '+33639980001',
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
  text: 'Votre commande est prête.',
}
const ask = (body: object, path = '/v1/messages') =>
  accord.call<ProblemDocument>(token, 'POST', path, body)
const people = async () => {
  const { body } = await accord.call<{ items: object[] }>(token, 'GET', '/v1/contacts')
  return body.items.length
}

//  what is wrong            in the request               code                    place
const wrong = [
  ['a blank text', { text: '  \n\u200b ' }, 'http.input_invalid', '/text'],
  ['a control character', { text: 'Bonjour\u0007' }, 'http.input_invalid', '/text'],
  ['text turned round', { text: 'Bonjour \u202eabc' }, 'http.input_invalid', '/text'],
  ['half a character', { text: 'Bonjour \ud83d' }, 'http.input_invalid', '/text'],
  ['no text', { text: undefined }, 'http.input_invalid', '/text'],
  ['no class', { class: undefined }, 'http.input_invalid', '/class'],
  ['a far instant', { sendAt: '2099-01-01T09:00:00Z' }, 'sending.scheduled_too_far', '/sendAt'],
  ['far use', { usefulUntil: '2099-01-01T09:00:00Z' }, 'sending.scheduled_too_far', '/usefulUntil'],
  ['a date without zone', { sendAt: '2026-12-01T09:00:00' }, 'http.input_invalid', '/sendAt'],
  ['no basis', { basis: undefined }, 'sending.basis_missing', '/basis'],
  ['no purpose', { class: 'marketing', basis: undefined }, 'sending.purpose_missing', '/purpose'],
  ['no sender', { sender: undefined }, 'sending.sender_missing', '/sender'],
  ['no number', { to: 'nobody' }, 'sending.number_unreadable', '/to'],
] as const

test.each(wrong)(
  'a message with %s is refused, and nobody is made',
  async (_what, change, ...told) => {
    const { status, body } = await ask({ ...alert, ...change })
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, ...told])
    expect(await people()).toBe(0)
  },
)

test('what is wrong is said in the language that is asked for', async () => {
  const detail = async (language: string, change: object) => {
    const answer = await fetch(`${accord.url}/v1/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ ...alert, ...change }),
    })
    return ((await answer.json()) as ProblemDocument).errors?.[0]?.detail
  }
  expect(await detail('en', { sendAt: '2026-12-01T09:00' })).toContain(
    'Add Z for UTC, or an offset',
  )
  expect(await detail('fr', { sendAt: '2026-12-01T09:00' })).toContain('Ajoutez Z pour UTC')
  expect(await detail('en', { text: 'Hello\u0007' })).toContain('U+0007, position 6')
  expect(await detail('fr', { text: undefined })).toBe('Ce champ est obligatoire.')
  expect(await detail('fr', { basis: undefined })).toContain('`basis`')
  expect(await detail('en', { to: '0612' })).toContain('This number has too few digits. Write it')
  expect(await detail('fr', { to: '0612' })).toContain('Ce numéro a trop peu de chiffres. Écrivez')
})

test('a campaign is refused for the same', async () => {
  const list = await accord.call<{ id: string }>(token, 'POST', '/v1/lists', { name: 'Clients' })
  const { to: _, ...rest } = alert
  const draft = { ...rest, name: 'Rappel', listId: list.body.id }
  const shared = wrong.filter(([what]) => /text|character|instant|far|date/.test(what))
  expect(shared).toHaveLength(8)
  for (const [what, change, ...told] of shared) {
    const { status, body } = await ask({ ...draft, ...change }, '/v1/campaigns')
    expect([what, status, body.code, body.errors?.[0]?.pointer]).toEqual([what, 400, ...told])
  }
  expect((await ask(draft, '/v1/campaigns')).status).toBe(201)
})

test('a wrong token is told from none', async () => {
  const none = await accord.call<ProblemDocument>('', 'GET', '/v1/messages')
  const unknown = await accord.call<ProblemDocument>('accord_unknown', 'GET', '/v1/messages')
  expect([none.status, none.body.code]).toEqual([401, 'http.authentication_required'])
  expect([unknown.status, unknown.body.code]).toEqual([401, 'http.token_unknown'])
})
