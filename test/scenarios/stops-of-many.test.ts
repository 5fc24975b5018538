// Several people said STOP by letter: recorded together, each with evidence of their own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContactConsents } from '../../src/consent/contract.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
let terms: { controllerId: string; wordingId: string }
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  terms = await publishedWording(accord)
}, 120_000)
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const heard = { heardBy: 'letter', reason: 'Lettres reçues le 24 novembre' }
const someId = '01900000-0000-7000-8000-0000000000aa'

async function person(number: string): Promise<string> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  await ask('POST', '/v1/consents', {
    ...{ number, ...terms, channel: 'sms', purpose: 'offers' },
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse' },
  })
  return contact.id
}

const stop = (by: string, contactIds: readonly string[], more: Body = {}) =>
  accord.call<Body>(by, 'POST', '/v1/contacts/stops', { contactIds, ...heard, ...more })

test('each is stopped with who heard it and how; who had said no is not recorded again', async () => {
  const numbers = ['+33639980911', '+33639980912', '+33639980913']
  const [first = '', second = '', third = ''] = await Promise.all(numbers.map(person))
  await ask('POST', '/v1/objections', { number: numbers[2], reason: 'stop_reply' })

  const ids = [first, second, third, someId, first]
  expect((await stop(token, ids)).body).toEqual({
    ...{ recorded: 2, already: 1, unknown: 1, stillLeaving: 0 },
  })
  expect((await stop(token, ids)).body).toMatchObject({ recorded: 0, already: 3, unknown: 1 })

  for (const id of [first, second]) {
    const view = await ask<{ status: { code: string } }>('GET', `/v1/contacts/${id}`)
    expect(view.status.code).toBe('stopped')
    const consents = await ask<ContactConsents>('GET', `/v1/consents?contactId=${id}`)
    expect(consents.suppression).toBe('marketing')
    const objections = consents.events.filter(({ kind }) => kind === 'objection')
    expect(objections).toMatchObject([{ heardBy: 'letter' }])
  }
  const log = await ask<{ items: { reason: string; details: Body }[] }>(
    'GET',
    '/v1/audit?action=preferences.desk_acted',
  )
  expect(log.items.map(({ reason, details }) => [reason, details['did']])).toEqual([
    [heard.reason, 'objected'],
    [heard.reason, 'objected'],
  ])
  expect(new Set(log.items.map(({ details }) => details['contactId']))).toEqual(
    new Set([first, second]),
  )
})

test('nobody of another account is stopped, nor more than 200 at once, nor without the right', async () => {
  const id = await person('+33639980914')
  const other = await stop(accord.accounts[1].token, [id])
  expect(other.body).toEqual({ recorded: 0, already: 0, unknown: 1, stillLeaving: 0 })
  const many = Array.from({ length: 201 }, (_, n) => someId.slice(0, -3) + String(100 + n))
  expect((await stop(token, many)).status).toBe(400)
  expect((await stop(token, [id], { reason: '' })).status).toBe(400)
  const rights = ['contacts.read', 'contacts.write']
  const { cookie } = accord.owner
  const made = await accord.call<{ secret: string }>(cookie, 'POST', '/v1/tokens', {
    ...{ name: 'lists', rights },
  })
  expect((await stop(made.body.secret, [id])).status).toBe(403)
  const view = await ask<{ status: { code: string } }>('GET', `/v1/contacts/${id}`)
  expect(view.status.code).toBe('can_receive')
})
