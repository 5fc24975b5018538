// A list of contacts says what is true today: who said no is not shown as one whom advertising may
// reach.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
type Contact = { id: string; status: { code: string; sentence: string }; marketingState: string }

test('the contact, its list and their counts follow each yes and each no', async () => {
  const { controllerId, wordingId } = await publishedWording(accord)
  const list = await ask<{ id: string }>('POST', '/v1/lists', { name: 'Clients' })
  const numbers = ['+33639981501', '+33639981502', '+33639981503', '+33639981504']
  const ids: string[] = []
  for (const number of numbers) {
    const body = { number, listId: list.id }
    ids.push((await ask<{ contact: Contact }>('POST', '/v1/contacts', body)).contact.id)
  }
  const [stays, stopped, withdrew] = numbers
  for (const number of [stays, stopped, withdrew]) {
    await ask('POST', '/v1/consents', {
      number,
      wordingId,
      controllerId,
      channel: 'sms',
      purpose: 'offers',
      evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse' },
    })
  }
  const shown = async () => {
    const page = await ask<{ items: Contact[] }>('GET', `/v1/contacts?listId=${list.id}`)
    return ids.map((id) => page.items.find((one) => one.id === id)?.status.code)
  }
  const open = async () => {
    const one = await ask<{ openToMarketing: number }>('GET', `/v1/lists/${list.id}`)
    const all = await ask<{ items: { openToMarketing: number }[] }>('GET', '/v1/lists')
    expect(all.items[0]?.openToMarketing).toBe(one.openToMarketing)
    return one.openToMarketing
  }
  expect(await shown()).toEqual(['can_receive', 'can_receive', 'can_receive', 'unproven'])
  expect(await open()).toBe(3)
  await ask('POST', '/v1/objections', { number: stopped, reason: 'stop_reply' })
  const about = { controllerId, channel: 'sms', purpose: 'offers' }
  await ask('POST', '/v1/consents/withdraw', { number: withdrew, ...about })
  expect(await shown()).toEqual(['can_receive', 'stopped', 'stopped', 'unproven'])
  expect(await open()).toBe(1)
  const one = await ask<Contact>('GET', `/v1/contacts/${ids[1]}`)
  expect(one.status.sentence).toBe('Said STOP on 25 November 2026')
  // A stop to reminders alone says nothing of advertising.
  await ask('POST', '/v1/objections', { number: stays, reason: 'objection', scope: 'relational' })
  expect((await shown())[0]).toBe('can_receive')
  // What the account asks for more of is not enough any more.
  const policy = { minimumGrade: 'double_opt_in', validMonths: 12 }
  const token = accord.accounts[0].token
  expect((await accord.call(token, 'PUT', '/v1/consent-policy', policy)).status).toBe(200)
  expect((await shown())[0]).toBe('unproven')
  expect(await open()).toBe(0)
})
