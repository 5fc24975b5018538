// Several people said STOP by letter: recorded together, each with evidence of their own.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContactConsents } from '../../src/consent/contract.ts'
import type { MessageView } from '../../src/sending/contract.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
let terms: { controllerId: string; wordingId: string }
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  terms = await publishedWording(accord)
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
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

/** Marketing that a node has taken out of the queue, and hands to no operator yet. */
async function inTheHandOfANode(to: string): Promise<void> {
  const message = await ask<MessageView>('POST', '/v1/messages', {
    ...{ to, class: 'marketing', purpose: 'offers', sender: 'Tilleuls' },
    ...{ text: 'Boutique des Tilleuls : -20 % ce soir.', sendAt: '2026-11-25T16:00:00+01:00' },
  })
  expect(message.state).toBe('held')
  const at = { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord' }
  await withClient({ ...at, ssl: false }, { user: superuser }, async (client) => {
    const { rows } = await client.query(
      'delete from sending.queue where message_id = $1 returning 1',
      [message.id],
    )
    expect(rows.length).toBe(1)
    await client.query(
      `insert into sending.intent (id, route_id, node_id, fence, opened_at, account_ids,
         message_ids, campaign_ids, parts, parts_done, attempts, priorities, may_repeat, expires_at)
       values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, now(), array[$1::uuid],
         array[$2::uuid], array[null::uuid], array[1], array[0], array[0], array[1], array[false],
         array[null::timestamptz])`,
      [accord.accounts[0].id, message.id],
    )
  })
}

test('who had said no before is watched as well, and one deadline counts for all of them', async () => {
  // More than are watched at once.
  const numbers = Array.from({ length: 12 }, (_, n) => `+336399809${20 + n}`)
  const ids: string[] = []
  for (const number of numbers) {
    ids.push(await person(number))
    await inTheHandOfANode(number)
  }
  const isStopped = (id = '') =>
    eventually(async () => {
      const { suppression } = await ask<ContactConsents>('GET', `/v1/consents?contactId=${id}`)
      return suppression === null ? null : suppression
    })
  const [number] = numbers
  let objected: number | null = null
  const objecting = accord
    .call(token, 'POST', '/v1/objections', { number, reason: 'stop_reply' })
    .then(({ status }) => {
      objected = status
    })
  await isStopped(ids[0])
  await eventually(async () => {
    accord.letPass(31_000)
    return objected
  })
  await objecting
  expect(objected).toBe(503)

  const stopping = stop(token, ids)
  await isStopped(ids.at(-1))
  accord.letPass(31_000)
  expect((await stopping).body).toEqual({ recorded: 11, already: 1, unknown: 0, stillLeaving: 12 })
}, 60_000)
