// Masking cannot be undone by asking: number after number is counted, in the log,
// and comes to an end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
}, 120_000)
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const numberOf = (index: number) => `+3363998${String(1_000 + index).padStart(4, '0')}`
const numbers = (count: number) => Array.from({ length: count }, (_, index) => numberOf(index))

async function tokenWith(...rights: string[]): Promise<string> {
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: rights.join(' '),
    rights,
  })
  return made.body.secret
}
type Deed = { actor: string; details: { where: string; numbers: number } }
const deeds = async () =>
  (await ask<{ items: Deed[] }>('GET', '/v1/audit?action=contacts.numbers_asked&limit=200')).items

test('a list of numbers is for who may see them in clear', async () => {
  const viewer = await tokenWith('contacts.read', 'consent.read')
  const check = (token: string, count: number) =>
    accord.call(token, 'POST', '/v1/objections/check', { numbers: numbers(count) })
  const refused = await check(viewer, 11)
  expect(refused).toMatchObject({ status: 403, body: { code: 'http.right_missing' } })
  expect((await check(accord.accounts[0].token, 1_000)).status).toBe(200)
  // One entry, whatever the number of numbers.
  expect(await deeds()).toMatchObject([{ details: { where: 'objections.check', numbers: 1_000 } }])
})

test('a handful at a time is counted through every door, and ends with the hour', async () => {
  const viewer = await tokenWith('contacts.read', 'consent.read')
  await ask('POST', '/v1/contacts', { number: numberOf(7) })
  const before = (await deeds()).length
  const search = (number: string) =>
    accord.call<Body>(viewer, 'POST', '/v1/contacts/search', { number })
  expect((await search(numberOf(7))).body['contact']).not.toBeNull()
  for (let time = 0; time < 5; time += 1) {
    const some = { numbers: numbers(10) }
    expect((await accord.call(viewer, 'POST', '/v1/objections/check', some)).status).toBe(200)
  }
  for (let time = 0; time < 9; time += 1) expect((await search(numberOf(time))).status).toBe(200)
  const over = await search(numberOf(7))
  expect(over).toMatchObject({ status: 429, body: { code: 'contacts.too_many_numbers' } })
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(3_000)
  const check = await accord.call(viewer, 'POST', '/v1/objections/check', { numbers: numbers(1) })
  expect(check.status).toBe(429)
  expect(await deeds()).toHaveLength(before + 15)
  // Whoever may see numbers in clear goes on.
  await ask('POST', '/v1/contacts/search', { number: numberOf(7) })
})

test('to act on a number that is not there is a question too, and is in the log', async () => {
  const recorder = await tokenWith('consent.record', 'contacts.write')
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const controllerId = items[0]?.id
  const mine = async () =>
    (await deeds()).filter(({ details }) => !/check|search/.test(details.where))
  const act = (path: string, body: Body) => accord.call(recorder, 'POST', path, body)
  const unknown = { number: numberOf(500), controllerId, channel: 'sms', purpose: 'offers' }
  expect((await act('/v1/consents/withdraw', unknown)).status).toBe(404)
  expect((await act('/v1/contacts', { number: numberOf(501) })).status).toBe(201)
  expect((await act('/v1/contacts', { number: numberOf(501) })).status).toBe(201)
  expect((await act('/v1/objections', { number: numberOf(502) })).status).toBe(201)
  expect((await act('/v1/objections', { number: numberOf(502) })).status).toBe(201)
  // What was done leaves its own trace; only what found something, or nothing, is told.
  expect((await mine()).map(({ details }) => details.where)).toEqual([
    'objections.record',
    'contacts.add',
    'consents.withdraw',
  ])
})

/** A new door at which a number is asked about stands here with what keeps it. */
const doors: Record<string, 'counted' | 'codes_limited' | 'tells_nothing'> = {
  'POST /v1/contacts': 'counted',
  'POST /v1/contacts/search': 'counted',
  'POST /v1/consents': 'counted',
  'POST /v1/consents/authorisations': 'counted',
  'POST /v1/consents/authorisations/withdraw': 'counted',
  'POST /v1/consents/documents': 'counted',
  'POST /v1/consents/legal-bases': 'counted',
  'POST /v1/consents/withdraw': 'counted',
  'POST /v1/objections': 'counted',
  'POST /v1/objections/check': 'counted',
  'POST /v1/person-requests': 'counted',
  'POST /v1/person-requests/no-contact': 'counted',
  // It is written down and not looked for: the search that follows is counted.
  'POST /v1/person-requests/{id}/asker': 'tells_nothing',
  // A code goes to the number: three in a quarter of an hour, twenty an hour for the account.
  'POST /v1/test-numbers': 'codes_limited',
}

type Document = { paths: Record<string, Record<string, Operation>>; components?: Body }
type Operation = { requestBody?: unknown }

/** The schema as text, with what it refers to by name. */
function written(document: Document, part: unknown, depth = 0): string {
  const text = JSON.stringify(part ?? null)
  if (depth > 5) return text
  const named = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)]
  const told = named.map(([, kind = '', name = '']) => {
    const kept = document.components?.[kind] as Body | undefined
    return written(document, kept?.[name], depth + 1)
  })
  return [text, ...told].join(' ')
}

test('no door at which a number is asked about is left out', async () => {
  const { body: document } = await accord.call<Document>('', 'GET', '/v1/openapi.json')
  const asking = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) =>
      /"numbers?":\{/.test(written(document, requestBody))
        ? [`${method.toUpperCase()} ${path}`]
        : [],
    ),
  )
  // Pages that people open have limits of their own, and answer the same for every number.
  const ours = asking.filter((one) => one.includes(' /v1/'))
  expect(ours.sort()).toEqual(Object.keys(doors).sort())
})

test('a search for somebody who asks counts as a question, and so does their number at the intake', async () => {
  const recorder = await tokenWith('consent.record', 'consent.read', 'contacts.read')
  const take = {
    ...{ asker: { number: numberOf(510) }, kind: 'access', heardBy: 'email' },
    ...{ receivedOn: '2026-11-20', text: 'Ses données' },
  }
  const taken = await accord.call<{ id: string }>(
    ...([recorder, 'POST', '/v1/person-requests/no-contact', take] as const),
  )
  expect(taken).toMatchObject({ status: 201 })
  const path = `/v1/person-requests/${taken.body.id}/search`
  expect((await accord.call(recorder, 'POST', path)).status).toBe(200)
  const wheres = (await deeds()).map(({ details }) => details.where)
  expect(wheres).toEqual(expect.arrayContaining(['requests.take', 'requests.search']))
  // Sixty of them in an hour, as at every door where a number is looked at.
  let status = 200
  for (let one = 0; one < 60 && status === 200; one += 1) {
    status = (await accord.call(recorder, 'POST', path)).status
  }
  expect(status).toBe(429)
})
