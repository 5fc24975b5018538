// Accounts never meet: on every route with an id,
// another account's token gets nothing and changes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import { marker, oneOfEverything, type Things } from '../support/one-of-everything.ts'
import { type Accord, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let things: Things

beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  things = await oneOfEverything(accord)
})
afterAll(() => accord.stop())

const routes = roomsOnPaper().routes.filter(
  ({ path, needs }) => path.includes('{') && needs !== 'installation.manage' && needs !== 'none',
)
const cases = routes.map(({ method, path, kind }) => [method, path, kind] as const)

/** `/v1/lists/{id}/members` leads to a thing of `/v1/lists/{id}`. */
function thingOf(path: string): string {
  const found = Object.entries(things).find(
    ([prefix]) => path === prefix || path.startsWith(`${prefix}/`),
  )
  expect([path, found ? null : 'say in fill() how one is made']).toEqual([path, null])
  return found?.[1] ?? ''
}

function addressOf(path: string): string {
  return path
    .replace('{id}', thingOf(path))
    .replace('{contactId}', things['/v1/contacts/{id}'] ?? '')
    .replace('{stepId}', things['/v1/contacts/{id}'] ?? '')
    .replace('{letterId}', things['/v1/contacts/{id}'] ?? '')
    .replace('{recipientId}', things['/v1/contacts/{id}'] ?? '')
    .replace('{deliveryId}', things['/v1/contacts/{id}'] ?? '')
    .replace('{country}', 'FR')
    .replace('{documentId}', things['/v1/contacts/{id}'] ?? '')
    .replace('{number}', '1')
    .replace('{version}', things['/v1/public-notice/versions/{version}'] ?? '')
}

const seenThen = { heldAt: '2026-11-25T08:00:00.000Z', updatedAt: '2026-11-25T08:00:00.000Z' }
/** What a route asks for in its address besides. */
const queries: Readonly<Record<string, string>> = {
  'DELETE /v1/held-rows/{id}': `?${new URLSearchParams(seenThen)}`,
  'GET /v1/campaigns/{id}/left-out': '?refusal=no_consent',
}
/** Bodies that each route takes, so that it is not the input that is refused. */
const bodies = (): Record<string, unknown> => ({
  'PATCH /v1/users/{id}': { role: 'owner' },
  'PATCH /v1/forms/{id}': { name: 'taken over' },
  'POST /v1/forms/{id}/copy': { name: 'taken over' },
  'PATCH /v1/controllers/{id}': { name: 'taken over' },
  'PUT /v1/reviews/{id}': {
    ...{ subject: 'other', title: 'taken over', counselKind: 'other', counsel: 'x' },
    ...{ askedOn: '2026-11-01', question: 'malice of another account' },
  },
  'PATCH /v1/lists/{id}': { name: 'taken over' },
  'PATCH /v1/webhooks/{id}': { description: 'taken over' },
  'PUT /v1/account-breaches/{id}': {
    ...{ title: 'x y z', scenario: 'other', discoveredAt: '2026-11-20T09:00:00Z' },
  },
  'POST /v1/account-breaches/{id}/steps': { step: 'closed' },
  'POST /v1/account-breaches/{id}/letters': { letter: 'people', language: 'fr' },
  'POST /v1/account-breaches/{id}/steps/{stepId}/take-back': { why: 'malice of another account' },
  'POST /v1/webhook-listeners/{id}/take': { taken: [] },
  'POST /v1/webhooks/{id}/replay': { since: '2026-11-25T08:00:00Z' },
  'POST /v1/me/second-factors/{id}/confirmation': { code: '123456' },
  'POST /v1/me/passkeys/{id}/confirmation': {
    passkey: { id: 'AAAA', clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
  },
  'POST /v1/me/second-factors/{id}/removal': { password: 'les prunes de mars' },
  'POST /v1/lists/{id}/merge': { listIds: [things['/v1/contacts/{id}']] },
  'POST /v1/lists/{id}/split': { parts: 2 },
  'POST /v1/messages/{id}/handset-reply': { text: 'STOP' },
  'POST /v1/consents/documents/{id}/open': { reason: 'curiosity of another account' },
  'POST /v1/contacts/{id}/sensitive/reveal': { reason: 'curiosity of another account' },
  'POST /v1/contacts/{id}/sensitive/erase': { reason: 'malice of another account' },
  'POST /v1/account-suppliers/changes/{id}/objection': {
    reason: 'malice of another account',
  },
  'POST /v1/proof-holds/{id}/end': { reason: 'malice of another account' },
  'POST /v1/sensitive-legal-bases/{id}/end': { reason: 'malice of another account' },
  'POST /v1/contacts/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/held-rows/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/held-rows/{id}/take': { reason: 'malice of another account', ...seenThen },
  'POST /v1/messages/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/messages/{id}/handset': { reason: 'curiosity of another account' },
  'POST /v1/lists/{id}/members': { contactIds: [things['/v1/contacts/{id}']] },
  'POST /v1/lists/{id}/members/remove': { contactIds: [things['/v1/contacts/{id}']] },
  'PATCH /v1/contacts/{id}': { fields: { lastName: 'Taken' } },
  'PATCH /v1/campaigns/{id}': { name: 'taken over' },
  'PATCH /v1/recurring-sends/{id}': { name: 'taken over' },
  'POST /v1/recurring-sends/{id}/start': { version: 1 },
  'POST /v1/campaigns/{id}/ask-approval': { hash: '0123456789abcdef0123456789abcdef' },
  'POST /v1/campaigns/{id}/return': { remark: 'taken over' },
  'POST /v1/campaigns/{id}/moved-sheet': { sendAt: '2026-12-10T10:00:00Z' },
  'POST /v1/campaigns/{id}/move': {
    ...{ sendAt: '2026-12-10T10:00:00Z', hash: '0123456789abcdef0123456789abcdef' },
  },
  'PATCH /v1/segments/{id}': { name: 'taken over' },
  'POST /v1/dead-numbers/{id}/lift': { reason: 'malice of another account' },
  'POST /v1/campaigns/{id}/approve': { hash: '0123456789abcdef0123456789abcdef' },
  'POST /v1/test-numbers/{id}/confirm': { code: '123456' },
  'POST /v1/test-numbers/{id}/send': { class: 'alert', sender: 'LePort', text: 'Bonjour.' },
  'POST /v1/imports/{id}/mapping': {
    columns: [{ index: 1, field: 'number' }],
    listName: 'taken over',
  },
  'POST /v1/imports/{id}/rejects': { reason: 'curiosity of another account' },
  'POST /v1/imports/{id}/forecast': { columns: [{ index: 1, field: 'number' }] },
  'POST /v1/erasures/{id}/recipients/{recipientId}': { answer: 'erased' },
  'POST /v1/person-requests/{id}/identity': { sendFrom: 'Tilleuls' },
  'POST /v1/person-requests/{id}/identified': {
    ...{ how: 'known_to_staff', reason: 'malice of another account' },
  },
  'POST /v1/person-requests/{id}/extend': { months: 1, reason: 'malice of another account' },
  'POST /v1/person-requests/{id}/correct': {
    ...{ fields: { lastName: 'Taken' }, reason: 'malice of another account' },
  },
  'POST /v1/person-requests/{id}/erase': { reason: 'malice of another account' },
  'POST /v1/person-requests/{id}/restrict': { reason: 'malice of another account' },
  'POST /v1/person-requests/{id}/lift': { reason: 'malice of another account' },
  'POST /v1/person-requests/{id}/lifting.pdf': {
    ...{ from: '2200-01-01', reason: 'malice of another account' },
  },
  'POST /v1/person-requests/{id}/prepare': {
    ...{ language: 'fr', reason: 'malice of another account' },
  },
  'POST /v1/person-requests/{id}/letters/{letterId}/open': {
    reason: 'curiosity of another account',
  },
  'POST /v1/person-requests/{id}/asker': { asker: { name: 'Taken' } },
  'POST /v1/person-requests/{id}/asker/reveal': { reason: 'curiosity of another account' },
  'POST /v1/person-requests/{id}/tie': {
    ...{ contactId: '019bbbbb-0000-7000-8000-000000000001', reason: 'malice of another account' },
  },
  'POST /v1/person-requests/{id}/answer': { outcome: 'copy_sent', reason: 'malice of another' },
  'POST /v1/contacts/{id}/desk': { reason: 'curiosity of another account' },
  'POST /v1/contacts/{id}/desk/copy': {
    language: 'fr',
    reason: 'curiosity of another account',
  },
  'POST /v1/person-requests/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/contacts/{id}/desk/acts': {
    action: 'object_all',
    heardBy: 'phone',
    reason: 'malice of another account',
  },
  'POST /v1/inbound/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/inbound/{id}/review': { meaning: 'not_a_stop' },
  'POST /v1/inbox/{id}/reveal': {
    reason: 'curiosity of another account',
    replies: ['01a210d0-21d9-75bb-863c-000000000001'],
  },
  'POST /v1/inbox/{id}/answers': { text: 'From another account.' },
  'POST /v1/inbox/{id}/answers/preview': { text: 'From another account.' },
  'PUT /v1/inbox/{id}/assignment': { userId: null },
  'PUT /v1/inbox/{id}/done': { done: true },
})

/** Routes that take a file, with the fields beside it. */
const uploads: Readonly<Record<string, Record<string, string>>> = {
  'POST /v1/person-requests/{id}/letters': { what: 'letter' },
  'POST /v1/reviews/{id}/documents': {},
}
const aFile = { name: 'letter.pdf', bytes: '%PDF-1.4 malice of another account' }

/** What the program changes meanwhile: a list is counted, a webhook is tried. */
const movesByItself = new Set(['countedAt', 'failingSince', 'restUntil'])

/** What the account itself sees of the thing: the attempt must not have changed it. */
async function seenByOwner(path: string): Promise<unknown> {
  const { token } = accord.accounts[0]
  const prefix = Object.keys(things).find((one) => path.startsWith(one)) ?? ''
  const own = routes.find((route) => route.method === 'GET' && route.path === prefix)
  if (own === undefined) return null
  const answer = await accord.call(token, 'GET', addressOf(prefix))
  expect([prefix, answer.status]).toEqual([prefix, 200])
  return JSON.parse(
    JSON.stringify(answer.body, (key, value) => (movesByItself.has(key) ? null : value)),
  )
}

test.each(cases)('%s %s is closed to the other account', async (method, path) => {
  const before = await seenByOwner(path)
  const { token } = accord.accounts[1]
  const body = method === 'GET' || method === 'DELETE' ? undefined : bodies()[`${method} ${path}`]
  type Problem = { code?: string; errors?: unknown }
  const fields = uploads[`${method} ${path}`]
  const answer =
    fields === undefined
      ? await accord.call<Problem>(
          token,
          method as Method,
          `${addressOf(path)}${queries[`${method} ${path}`] ?? ''}`,
          body ?? (method === 'GET' || method === 'DELETE' ? undefined : {}),
        )
      : await accord.upload<Problem>(token, addressOf(path), aFile, fields)
  const problem = { code: answer.body.code, errors: answer.body.errors }
  expect([method, path, answer.status, problem.errors ?? null]).toEqual([method, path, 404, null])
  expect(problem.code).toMatch(/_not_found$/)
  expect(JSON.stringify(answer.body)).not.toContain(marker)
  expect(await seenByOwner(path)).toEqual(before)
})

test('an id of the first account in a body of the second’s is not found either', async () => {
  const { token } = accord.accounts[1]
  const own = await accord.call<{ id: string }>(token, 'POST', '/v1/lists', { name: 'own' })
  await accord.call(token, 'POST', '/v1/senders', { name: 'LePort', country: 'FR' })
  const alert = { class: 'alert', basis: 'contract', sender: 'LePort', text: 'Bonjour.' }
  const campaign = { ...alert, name: 'x', listId: own.body.id }
  const contact = things['/v1/contacts/{id}']
  const listId = things['/v1/lists/{id}']
  const controllerId = things['/v1/controllers/{id}']
  const members = `/v1/lists/${own.body.id}/members`
  const joined = await accord.call(token, 'POST', members, { contactIds: [contact] })
  expect(joined.body).toEqual({ changed: 0, already: 0, unknown: 1 })
  const given = { grade: 'claimed', givenAt: null, source: null }
  const attempts: [string, unknown][] = [
    ['/v1/campaigns', { ...campaign, listId }],
    ['/v1/campaigns', { ...campaign, controllerId }],
    ['/v1/campaign-bill', { ...alert, listId }],
    ['/v1/campaign-preview', { ...alert, listId: own.body.id, contactId: contact }],
    ['/v1/campaign-left-out', { ...alert, refusal: 'no_consent', listId }],
    ['/v1/messages', { ...alert, to: '+33639980043', controllerId }],
    ['/v1/messages/preview', { ...alert, controllerId }],
    ['/v1/messages/preview', { ...alert, contactId: contact }],
    ['/v1/contacts', { number: '+33639980043', listId }],
    [
      '/v1/consents',
      { contactId: contact, wordingId: null, purpose: 'offers', evidence: given, controllerId },
    ],
  ]
  for (const [path, body] of attempts) {
    const answer = await accord.call<{ code?: string }>(token, 'POST', path, body)
    expect([path, answer.body.code]).toEqual([
      path,
      expect.stringMatching(/_(not_found|missing|differs)$/),
    ])
  }
})

const lists = roomsOnPaper().routes.filter(
  ({ method, path, kind, needs }) =>
    method === 'GET' && !path.includes('{') && kind === 'json' && needs !== 'installation.manage',
)

test.each(lists.map(({ path }) => path))('%s shows the other account nothing', async (path) => {
  const answer = await accord.call(accord.accounts[1].token, 'GET', path)
  const text = JSON.stringify(answer.body)
  expect([path, answer.status < 500]).toEqual([path, true])
  // The number of a version is nobody's secret.
  const ids = Object.values(things).filter((id) => id.length > 8)
  for (const secret of [marker, '639980042', ...ids]) {
    expect([path, text.includes(secret)]).toEqual([path, false])
  }
})

test('the same lists show the account its own things: the attempts above had something to find', async () => {
  const texts = await Promise.all(
    lists.map(async ({ path }) =>
      JSON.stringify((await accord.call(accord.accounts[0].token, 'GET', path)).body),
    ),
  )
  const found = Object.values(things).filter((id) => texts.some((text) => text.includes(id)))
  expect(found.length).toBeGreaterThan(8)
})

test('installation-wide routes ask for a right that no token of an account has', async () => {
  const staff = roomsOnPaper().routes.filter(({ needs }) => needs === 'installation.manage')
  expect(staff.length).toBeGreaterThan(5)
  for (const { method, path } of staff) {
    const address = path.replace(/\{\w+\}/g, things['/v1/accounts/{id}'] ?? '')
    const body = method === 'GET' ? undefined : {}
    const answer = await accord.call(accord.accounts[1].token, method as Method, address, body)
    expect([method, path, answer.status]).toEqual([method, path, 403])
  }
})
