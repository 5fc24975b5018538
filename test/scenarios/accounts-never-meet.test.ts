// Accounts never meet: on every route with an id, another account's token gets nothing and changes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import { type Accord, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
/** Ids of things of the first account, by the path that leads to them. */
const things: Record<string, string> = {}

const marker = 'Tilleuls-seulement'
const number = '+33639980042'

beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  await fill()
})
afterAll(() => accord.stop())

type Made = { id: string }

async function make(path: string, body: unknown, key = 'id'): Promise<string> {
  const { token } = accord.accounts[0]
  const answer = await accord.call<Record<string, unknown>>(token, 'POST', path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  const place = key.split('.').reduce<unknown>((at, name) => (at as never)[name], answer.body)
  return String(place)
}

/** One of everything that has an id, in the first account. */
async function fill(): Promise<void> {
  const { token, id: accountId } = accord.accounts[0]
  const controllers = await accord.call<{ items: Made[] }>(token, 'GET', '/v1/controllers')
  const controllerId = controllers.body.items[0]?.id ?? ''
  things['/v1/controllers/{id}'] = controllerId
  things['/v1/accounts/{id}'] = accountId
  const person = { name: marker, email: 'invited@example.org', role: 'viewer' }
  things['/v1/users/{id}'] = await make('/v1/users', person, 'user.id')
  const reader = { name: marker, rights: ['account.read'] }
  things['/v1/tokens/{id}'] = await make('/v1/tokens', reader, 'token.id')
  const listId = await make('/v1/lists', { name: marker })
  things['/v1/lists/{id}'] = listId
  const contact = { number, fields: { lastName: marker }, listId }
  things['/v1/sensitive-grounds/{id}'] = await make('/v1/sensitive-grounds', {
    controllerId,
    category: 'health',
    basis: 'health_care',
    justification: `${marker} : rappels de suivi sous le secret médical.`,
    endsAt: '2027-11-25T10:00:00Z',
  })
  things['/v1/contacts/{id}'] = await make('/v1/contacts', contact, 'contact.id')
  things['/v1/senders/{id}'] = await make('/v1/senders', { name: 'Tilleuls', country: 'FR' })
  things['/v1/wordings/{id}'] = await make('/v1/wordings', {
    name: marker,
    language: 'fr',
    medium: 'paper',
    controllerId,
    shownText: `${marker} : j’accepte de recevoir par SMS les offres de Boutique des Tilleuls.`,
    channels: ['sms'],
    purposes: ['offers'],
  })
  things['/v1/proof-holds/{id}'] = await aHold(token, controllerId)
  things['/v1/consents/documents/{id}'] = await aPaper(token, controllerId)
  things['/v1/forms/{id}'] = await make('/v1/forms', {
    name: marker,
    language: 'fr',
    controllerId,
    wordingIds: [things['/v1/wordings/{id}']],
    sender: 'Tilleuls',
    notice: {
      controllerAddress: '3 quai des Exemples, Nantes',
      controllerContact: 'bonjour@example.org',
      recipients: 'La boutique et son opérateur.',
      retention: 'Trois ans après le dernier contact.',
    },
  })
  const heard = await accord.call<{ numbers: { routeId: string }[] }>(token, 'GET', '/v1/keywords')
  things['/v1/keywords/{id}'] = await make('/v1/keywords', {
    word: marker.replace(/[^A-Za-z]/g, '').slice(0, 20),
    routeId: heard.body.numbers[0]?.routeId,
    wordingId: things['/v1/wordings/{id}'],
    sender: 'Tilleuls',
  })
  things['/v1/person-requests/{id}'] = await aRequest(token, things['/v1/contacts/{id}'] ?? '')
  things['/v1/campaigns/{id}'] = await make('/v1/campaigns', {
    name: marker,
    listId,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: `${marker} : votre commande est prête.`,
  })
  things['/v1/messages/{id}'] = await make('/v1/messages', {
    to: number,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: `${marker} : votre commande est prête.`,
  })
  things['/v1/imports/{id}'] = await anImport(token)
  things['/v1/inbound/{id}'] = await aReply(token, things['/v1/messages/{id}'] ?? '')
}

/** Somebody agreed once, and their contact is gone. */
async function aHold(token: string, controllerId: string): Promise<string> {
  const wordingId = things['/v1/wordings/{id}'] ?? ''
  await accord.call(token, 'POST', `/v1/wordings/${wordingId}/publish`)
  const contact = await make('/v1/contacts', { number: '0639980043' }, 'contact.id')
  const evidence = { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: marker }
  const about = { contactId: contact, wordingId, controllerId, purpose: 'offers', evidence }
  await make('/v1/consents', about, 'entryId')
  await accord.call(token, 'DELETE', `/v1/contacts/${contact}`)
  type Holds = { items: { subjectId: string }[] }
  const { body } = await accord.call<Holds>(token, 'GET', '/v1/proof-holds')
  return body.items[0]?.subjectId ?? ''
}

/** The signed paper of the person, on the words that are made public for it. */
async function aPaper(token: string, controllerId: string): Promise<string> {
  const wordingId = things['/v1/wordings/{id}'] ?? ''
  await accord.call(token, 'POST', `/v1/wordings/${wordingId}/publish`)
  const file = { name: `${marker}.pdf`, bytes: `%PDF-1.4 ${marker}` }
  const fields = { number, wordingId, controllerId, channels: 'sms', purpose: 'offers' }
  const { body } = await accord.upload<{ document: Made }>(token, '/v1/consents/documents', file, {
    ...fields,
    givenAt: '2026-01-05T10:00:00Z',
    source: marker,
  })
  return body.document.id
}

async function anImport(token: string): Promise<string> {
  const file = { name: `${marker}.csv`, bytes: `Nom;Portable\n${marker};0639980042\n` }
  const { body } = await accord.upload<Made>(token, '/v1/imports', file)
  await eventually(async () => {
    const view = await accord.call<{ state: string }>(token, 'GET', `/v1/imports/${body.id}`)
    return view.body.state === 'received' ? null : view
  })
  return body.id
}

/** What the person asks for on the page that their link leads to. */
async function aRequest(token: string, contactId: string): Promise<string> {
  const url = await make('/v1/person-links', { contactId }, 'url')
  const body = new URLSearchParams({ action: 'access' })
  await fetch(`${accord.url}${new URL(url).pathname}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body,
  })
  const asked = await accord.call<{ items: Made[] }>(token, 'GET', '/v1/person-requests')
  return asked.body.items[0]?.id ?? ''
}

/** The person answers once the message has reached them. */
async function aReply(token: string, messageId: string): Promise<string> {
  await eventually(async () => {
    const view = await accord.call<{ state: string }>(token, 'GET', `/v1/messages/${messageId}`)
    return view.body.state === 'delivered' ? view : null
  })
  const from = number.slice(1)
  await fetch(`http://127.0.0.1:${accord.app().sandboxControlPort}/mo`, {
    method: 'POST',
    body: JSON.stringify({ from, to: '36111', text: `${marker} merci` }),
  })
  return eventually(async () => {
    const { body } = await accord.call<{ items: Made[] }>(token, 'GET', '/v1/inbound')
    return body.items[0]?.id ?? null
  })
}

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
    .replace('{country}', 'FR')
}

/** Bodies that each route takes, so that it is not the input that is refused. */
const bodies = (): Record<string, unknown> => ({
  'PATCH /v1/users/{id}': { role: 'owner' },
  'PATCH /v1/lists/{id}': { name: 'taken over' },
  'POST /v1/consents/documents/{id}/open': { reason: 'curiosity of another account' },
  'POST /v1/contacts/{id}/sensitive/reveal': { reason: 'curiosity of another account' },
  'POST /v1/contacts/{id}/sensitive/erase': { reason: 'malice of another account' },
  'POST /v1/proof-holds/{id}/end': { reason: 'malice of another account' },
  'POST /v1/sensitive-grounds/{id}/end': { reason: 'malice of another account' },
  'POST /v1/contacts/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/messages/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/lists/{id}/members': { contactIds: [things['/v1/contacts/{id}']] },
  'PATCH /v1/contacts/{id}': { fields: { lastName: 'Taken' } },
  'PATCH /v1/campaigns/{id}': { name: 'taken over' },
  'POST /v1/campaigns/{id}/approve': { hash: '0123456789abcdef0123456789abcdef' },
  'POST /v1/imports/{id}/mapping': {
    columns: [{ index: 1, field: 'number' }],
    listName: 'taken over',
  },
  'POST /v1/person-requests/{id}/answer': { answer: 'done' },
  'POST /v1/inbound/{id}/reveal': { reason: 'curiosity of another account' },
  'POST /v1/inbound/{id}/review': { meaning: 'not_a_stop' },
})

/** What the account itself sees of the thing: the attempt must not have changed it. */
async function seenByOwner(path: string): Promise<unknown> {
  const { token } = accord.accounts[0]
  const prefix = Object.keys(things).find((one) => path.startsWith(one)) ?? ''
  const own = routes.find((route) => route.method === 'GET' && route.path === prefix)
  if (own === undefined) return null
  const answer = await accord.call(token, 'GET', addressOf(prefix))
  expect([prefix, answer.status]).toEqual([prefix, 200])
  return answer.body
}

test.each(cases)('%s %s is closed to the other account', async (method, path) => {
  const before = await seenByOwner(path)
  const { token } = accord.accounts[1]
  const body = method === 'GET' || method === 'DELETE' ? undefined : bodies()[`${method} ${path}`]
  const answer = await accord.call<{ code?: string; errors?: unknown }>(
    token,
    method as Method,
    addressOf(path),
    body ?? (method === 'GET' || method === 'DELETE' ? undefined : {}),
  )
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
  expect(joined.body).toEqual({ changed: 0 })
  const given = { grade: 'claimed', givenAt: null, source: null }
  const attempts: [string, unknown][] = [
    ['/v1/campaigns', { ...campaign, listId }],
    ['/v1/campaigns', { ...campaign, controllerId }],
    ['/v1/messages', { ...alert, to: '+33639980043', controllerId }],
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
  for (const secret of [marker, '639980042', ...Object.values(things)]) {
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
