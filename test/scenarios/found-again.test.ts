// Finding things again: messages by each filter with one count, and the journal by day, by who and
// by sort, given as files that the journal tells of.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditActorView, AuditEntryView } from '../../src/contacts/contract.ts'
import { type MessageView, messageGroups } from '../../src/sending/contract.ts'
import { type Accord, asked, cookieOf, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
}, 120_000)
afterAll(() => accord?.stop())

const token = () => accord.accounts[0].token
const ask = <T>(path: string) => asked<T>(accord, 'GET', path)

type Page<T> = { items: T[]; nextCursor: string | null }

/** All pages, two at a time. */
async function listed<T>(path: string, query: string): Promise<T[]> {
  const all: T[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const next: string = cursor === '' ? '' : `&cursor=${cursor}`
    const page: Page<T> = await ask(`${path}?limit=2&${query}${next}`)
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all
}

const day = (iso: string, plus = 0) =>
  new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + plus * 86_400_000).toISOString()

test('messages are found by each filter and by several, and the count is the list’s', async () => {
  for (const name of ['LUMEN', 'Tilleuls']) await asked(accord, 'POST', '/v1/senders', { name })
  const about = { class: 'alert', basis: 'contract', text: 'Votre commande est prête.' }
  const send = (to: string, sender: string, reference?: string) =>
    asked<MessageView>(accord, 'POST', '/v1/messages', { ...about, to, sender, reference })
  for (let place = 0; place < 5; place += 1) {
    await send(`+3363998004${place}`, place % 2 === 0 ? 'LUMEN' : 'Tilleuls', `order-${place}`)
  }
  // Nobody has this number, and this sender is not registered.
  await send('+33639980901', 'LUMEN', 'order-0')
  await send('+33639980046', 'Inconnu')
  const marketing = { to: '+33639980047', class: 'marketing', purpose: 'offers', sender: 'LUMEN' }
  await asked(accord, 'POST', '/v1/messages', { ...marketing, text: 'Promo samedi.' })
  const whole = await eventually(async () => {
    const all = await listed<MessageView>('/v1/messages', '')
    return all.length === 8 && all.every(({ finalAt }) => finalAt !== null) ? all : null
  })
  const { acceptedAt } = whole[0] as MessageView
  const fits: Record<string, (one: MessageView) => boolean> = {
    '': () => true,
    'sender=LUMEN': ({ sender }) => sender === 'LUMEN',
    'sender=Nobody': () => false,
    'class=alert': (one) => one.class === 'alert',
    'class=marketing': (one) => one.class === 'marketing',
    'country=FR': () => true,
    'country=BE': () => false,
    'country=FR&state=delivered': ({ state }) => state === 'delivered',
    'reference=order-0': ({ reference }) => reference === 'order-0',
    'state=delivered': ({ state }) => state === 'delivered',
    'state=refused': ({ state }) => state === 'refused',
    'state=queued': () => false,
    'state=held': () => false,
    'state=submitted': () => false,
    'state=refused&class=alert': (one) => one.state === 'refused' && one.class === 'alert',
    'state=delivered&sender=Tilleuls': (one) =>
      one.state === 'delivered' && one.sender === 'Tilleuls',
    [`acceptedFrom=${day(acceptedAt)}`]: () => true,
    [`acceptedBefore=${day(acceptedAt)}`]: () => false,
    [`acceptedFrom=${day(acceptedAt, 1)}`]: () => false,
    [`acceptedFrom=${acceptedAt}&class=${whole[0]?.class}`]: (one) =>
      one.acceptedAt >= acceptedAt && one.class === whole[0]?.class,
  }
  for (const [group, states] of Object.entries(messageGroups)) {
    const has = ({ state }: MessageView) => (states as readonly string[]).includes(state)
    fits[`group=${group}`] = has
    fits[`group=${group}&sender=LUMEN`] = (one) => has(one) && one.sender === 'LUMEN'
  }
  for (const { finalAt } of whole) {
    const hasEnded = (one: MessageView) => (one.finalAt ?? '') >= (finalAt ?? '')
    fits[`endedFrom=${finalAt}`] = hasEnded
    fits[`endedFrom=${finalAt}&group=not_arrived`] = (one) =>
      hasEnded(one) && one.state === 'undelivered'
  }
  fits[`leftFrom=${day(acceptedAt)}`] = ({ state }) => state !== 'refused'
  fits[`leftFrom=${day(acceptedAt, 1)}`] = () => false
  fits[`leftFrom=${day(acceptedAt)}&acceptedFrom=${acceptedAt}`] = (one) =>
    one.state !== 'refused' && one.acceptedAt >= acceptedAt
  const ids = (of: readonly MessageView[]) => of.map(({ id }) => id)
  for (const [query, fit] of Object.entries(fits)) {
    const found = await listed<MessageView>('/v1/messages', query)
    expect([query, ids(found)]).toEqual([query, ids(whole.filter(fit))])
    const count = await ask<object>(`/v1/messages/count?${query}`)
    expect([query, count]).toEqual([query, { messages: found.length, isAtLeast: false }])
  }
  expect(new Set(whole.map(({ state }) => state)).size).toBeGreaterThan(2)
  expect(whole.some(({ state }) => state === 'undelivered')).toBe(true)
  const backward = `acceptedFrom=${day(acceptedAt, 1)}&acceptedBefore=${day(acceptedAt)}`
  for (const path of ['/v1/messages', '/v1/messages/count']) {
    for (const query of [backward, 'group=failed&state=expired']) {
      const asks = `${path}?${query}`
      const { status, body } = await accord.call<{ code: string }>(token(), 'GET', asks)
      expect([asks, status, body.code]).toEqual([asks, 400, 'http.input_invalid'])
    }
  }
}, 120_000)

test('the list of messages is given as files with its filters, and the journal tells of them', async () => {
  const call = (path: string, by = token()) => accord.call<string>(by, 'GET', path)
  const rows = async (query: string) => {
    const csv = await call(`/v1/messages/export.csv?${query}`)
    expect([query, csv.status]).toEqual([query, 200])
    expect(csv.headers.get('content-disposition')).toContain('messages.csv')
    expect(csv.body).not.toMatch(/639980\d{3}/)
    return csv.body.replace('\uFEFF', '').trim().split('\n')
  }
  const [head, ...lines] = await rows('language=en')
  expect(head).toBe(
    'Accepted (UTC),Number (masked),State,Reason,Class,Sender,Campaign,Country,Parts,Cost in euros,Ended (UTC),Your reference',
  )
  expect(lines).toHaveLength(8)
  const mine = await rows('language=en&reference=order-1')
  expect(mine).toHaveLength(2)
  expect(mine[1]).toMatch(/,delivered,,Alert,Tilleuls,,FR,1,0\.\d+,.*,order-1$/)
  const french = await rows('language=fr&sender=LUMEN&state=delivered')
  expect(french[0]).toContain('Coût en euros')
  expect(french).toHaveLength(4)
  const ods = await call('/v1/messages/export.ods?class=marketing')
  expect([ods.status, ods.body.slice(0, 2)]).toEqual([200, 'PK'])
  expect(ods.headers.get('content-disposition')).toContain('messages.ods')
  const told = await listed<AuditEntryView>('/v1/audit', 'action=sending.messages_exported')
  // What somebody typed does not get into the journal: it stands there for ever.
  expect(told.map(({ details }) => details)).toEqual([
    { class: 'marketing' },
    { sender: 'given', state: 'delivered' },
    { reference: 'given' },
    {},
  ])
  expect(told[0]?.sentence).toBe('List of messages downloaded, numbers masked')
  const narrow = { name: 'sends alone', rights: ['messages.send'] }
  const { cookie } = accord.owner
  const made = await accord.call<{ secret: string }>(cookie, 'POST', '/v1/tokens', narrow)
  for (const end of ['csv', 'ods']) {
    const path = `/v1/messages/export.${end}`
    expect((await call(path, made.body.secret)).status).toBe(403)
    expect((await call(`${path}?group=failed&state=expired`)).status).toBe(400)
  }
}, 60_000)

test('the journal is found by day, by who and by sort, and given as files that it tells of', async () => {
  const person = { name: 'Sasha Exemple', email: 'sasha@example.org', role: 'dpo' }
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', person)
  const answer = { code, password: 'les prunes de mars' }
  const dpo = cookieOf(await accord.call('', 'POST', '/v1/invitations', answer))
  const { user } = (await accord.call<{ user: { id: string } }>(dpo, 'GET', '/v1/me')).body
  const whole = await listed<AuditEntryView>('/v1/audit', '')
  const { items: actors } = await ask<{ items: AuditActorView[] }>('/v1/audit/actors')
  expect(new Set(actors.map(({ actor }) => actor))).toEqual(
    new Set(whole.map(({ actor }) => actor)),
  )
  expect(actors.find(({ actor }) => actor === user.id)).toMatchObject({
    ...{ actorKind: 'user', name: 'Sasha Exemple' },
  })
  const at = whole[0]?.at ?? ''
  const fits: Record<string, (one: AuditEntryView) => boolean> = {
    [`actor=${user.id}`]: ({ actor }) => actor === user.id,
    [`actor=${crypto.randomUUID()}`]: () => false,
    [`from=${day(at)}`]: () => true,
    [`before=${day(at)}`]: () => false,
    [`from=${at}`]: (one) => one.at >= at,
    [`from=${day(at)}&actor=${user.id}&kind=access`]: ({ actor, action }) =>
      actor === user.id && action.startsWith('accounts.'),
  }
  for (const [query, fit] of Object.entries(fits)) {
    const found = await listed<AuditEntryView>('/v1/audit', query)
    const wanted = whole.filter(fit).map(({ id }) => id)
    expect([query, found.map(({ id }) => id)]).toEqual([query, wanted])
  }

  const file = (path: string, by = dpo) => accord.call<string>(by, 'GET', path)
  const csv = await file(`/v1/audit/export.csv?actor=${user.id}&language=en`)
  expect(csv.status).toBe(200)
  const lines = csv.body.replace('\uFEFF', '').trim().split('\n')
  expect(lines[0]).toBe('When (UTC),Who,Sort of actor,What,About,Why,Code')
  // Of one person alone; the export itself is an entry of theirs already.
  expect(lines.slice(1).every((line) => line.includes('Sasha Exemple,User,'))).toBe(true)
  expect(lines[1]).toContain('Journal exported')
  expect((await file('/v1/audit/export.ods')).status).toBe(200)
  const told = await listed<AuditEntryView>('/v1/audit', 'action=contacts.journal_exported')
  expect(told.map(({ actor, details }) => [actor, details])).toEqual([
    [user.id, {}],
    [user.id, { actor: user.id }],
  ])
  // What whoever asks writes does not get into the journal: it stands there for ever.
  const typed = 'actor=%2B33639980012&action=Camille+Exemple&kind=access'
  expect((await file(`/v1/audit/export.csv?${typed}`)).status).toBe(200)
  const known = 'actor=command_line&action=contacts.exported'
  expect((await file(`/v1/audit/export.csv?${known}`)).status).toBe(200)
  const later = await listed<AuditEntryView>('/v1/audit', 'action=contacts.journal_exported')
  expect(later.slice(0, 2).map(({ details }) => details)).toEqual([
    { actor: 'command_line', action: 'contacts.exported' },
    { actor: 'other', action: 'other', kind: 'access' },
  ])
  expect(told[0]?.sentence).toBe('Journal exported')
  // Not for whoever may not read it.
  const sender = { name: 'Alix', email: 'alix@example.org', role: 'sender' }
  const invited = await asked<{ code: string }>(accord, 'POST', '/v1/users', sender)
  const joined = { code: invited.code, password: 'les figues d’octobre' }
  const alix = cookieOf(await accord.call('', 'POST', '/v1/invitations', joined))
  for (const path of ['/v1/audit/actors', '/v1/audit/export.csv', '/v1/audit/export.ods']) {
    expect([path, (await file(path, alix)).status]).toEqual([path, 403])
  }
}, 60_000)
