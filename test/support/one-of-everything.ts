// One of everything that an account can hold: what must stay its own, and what every screen shows.
import { expect } from 'vitest'
import { ownPageOf } from './own-page.ts'
import { type Accord, textFrom } from './scenario.ts'
import { eventually } from './wait.ts'

/** In each text that is made. */
export const marker = 'Tilleuls-seulement'
const number = '+33639980042'

type Made = { id: string }
/** Ids of things of an account, by the path that leads to them. */
export type Things = Record<string, string>
type On = { token: string; controllerId: string; wordingId: string }

async function make(accord: Accord, path: string, body: unknown, key = 'id'): Promise<string> {
  const { token } = accord.accounts[0]
  const answer = await accord.call<Record<string, unknown>>(token, 'POST', path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  const place = key.split('.').reduce<unknown>((at, name) => (at as never)[name], answer.body)
  return String(place)
}

/** Somebody who was invited and has accepted. */
async function member(accord: Accord): Promise<string> {
  const person = { name: marker, email: 'member@example.org', role: 'viewer' }
  const code = await make(accord, '/v1/users', person, 'code')
  const answer = { code, password: 'les prunes de mars' }
  const joined = await accord.call<{ user: Made }>('', 'POST', '/v1/invitations', answer)
  expect(joined.status).toBe(201)
  return joined.body.user.id
}

/** One of everything that has an id, in the first account. */
export async function oneOfEverything(accord: Accord): Promise<Things> {
  const things: Things = {}
  const { token, id: accountId } = accord.accounts[0]
  const controllers = await accord.call<{ items: Made[] }>(token, 'GET', '/v1/controllers')
  const controllerId = controllers.body.items[0]?.id ?? ''
  things['/v1/controllers/{id}'] = controllerId
  things['/v1/accounts/{id}'] = accountId
  const person = { name: marker, email: 'invited@example.org', role: 'viewer' }
  things['/v1/users/invitations/{id}'] = await make(accord, '/v1/users', person, 'invitation.id')
  things['/v1/users/{id}'] = await member(accord)
  const reader = { name: marker, rights: ['account.read'] }
  things['/v1/tokens/{id}'] = await make(accord, '/v1/tokens', reader, 'token.id')
  const listId = await make(accord, '/v1/lists', { name: marker })
  things['/v1/lists/{id}'] = listId
  // Changes are the installation’s: no account has one, and the id of another thing leads to none.
  things['/v1/account-suppliers/changes/{id}'] = accountId
  // Nobody has one: those of a user are asked for with their session alone.
  things['/v1/me/second-factors/{id}'] = accountId
  things['/v1/me/passkeys/{id}'] = accountId
  const contact = { number, fields: { lastName: marker }, listId }
  things['/v1/sensitive-legal-bases/{id}'] = await make(accord, '/v1/sensitive-legal-bases', {
    controllerId,
    category: 'health',
    basis: 'health_care',
    justification: `${marker} : rappels de suivi sous le secret médical.`,
    endsAt: '2027-11-25T10:00:00Z',
  })
  things['/v1/segments/{id}'] = await make(accord, '/v1/segments', {
    name: marker,
    match: 'all',
    rules: [{ field: 'list', op: 'is', listId }],
  })
  things['/v1/custom-fields/{id}'] = await make(accord, '/v1/custom-fields', {
    name: marker,
    type: 'date_time',
  })
  things['/v1/contacts/{id}'] = await make(accord, '/v1/contacts', contact, 'contact.id')
  things['/v1/public-notice/versions/{version}'] = await aVersion(accord, token)
  things['/v1/impact-assessment/versions/{number}'] = await anAssessment(accord, token)
  things['/v1/reviews/{id}'] = await make(accord, '/v1/reviews', {
    ...{ subject: 'wording', title: marker, counselKind: 'law_firm', counsel: marker },
    ...{ askedOn: '2026-11-02', question: `${marker} : ce texte suffit-il ?` },
  })
  things['/v1/account-breaches/{id}'] = await make(accord, '/v1/account-breaches', {
    ...{ title: marker, scenario: 'lost_device', discoveredAt: '2026-11-20T09:00:00Z' },
    ...{ kinds: ['confidentiality'], facts: `${marker} : ordinateur perdu.` },
  })
  things['/v1/dead-numbers/{id}'] = things['/v1/contacts/{id}'] ?? ''
  things['/v1/senders/{id}'] = await make(accord, '/v1/senders', {
    name: 'Tilleuls',
    country: 'FR',
  })
  things['/v1/wordings/{id}'] = await make(accord, '/v1/wordings', {
    name: marker,
    language: 'fr',
    medium: 'paper',
    controllerId,
    shownText: `${marker} : j’accepte de recevoir par SMS les offres de Boutique des Tilleuls.`,
    channels: ['sms'],
    purposes: ['offers'],
  })
  const on = { token, controllerId, wordingId: things['/v1/wordings/{id}'] ?? '' }
  things['/v1/proof-holds/{id}'] = await aHold(accord, on)
  things['/v1/consents/documents/{id}'] = await aPaper(accord, on)
  things['/v1/forms/{id}'] = await make(accord, '/v1/forms', {
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
  things['/v1/keywords/{id}'] = await make(accord, '/v1/keywords', {
    word: marker.replace(/[^A-Za-z]/g, '').slice(0, 20),
    routeId: heard.body.numbers[0]?.routeId,
    wordingId: things['/v1/wordings/{id}'],
    sender: 'Tilleuls',
  })
  things['/v1/person-requests/{id}'] = await aRequest(
    accord,
    token,
    things['/v1/contacts/{id}'] ?? '',
  )
  things['/v1/erasures/{id}'] = await anErasure(accord, token)
  things['/v1/campaigns/{id}'] = await make(accord, '/v1/campaigns', {
    name: marker,
    listId,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: `${marker} : votre commande est prête.`,
  })
  things['/v1/recurring-sends/{id}'] = await make(accord, '/v1/recurring-sends', {
    name: marker,
    every: 'month',
    dayOfMonth: 31,
    time: '10:00',
    listId,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: `${marker} : votre commande est prête.`,
  })
  things['/v1/templates/{id}'] = await make(accord, '/v1/templates', {
    name: marker,
    class: 'alert',
    text: `${marker} : votre commande est prête.`,
  })
  await accord.call(token, 'PUT', '/v1/link-settings', { isOn: true })
  things['/v1/links/{id}'] = await make(accord, '/v1/links', {
    target: `https://tilleuls.example/${marker}`,
  })
  // Its name leads nowhere, so that nothing leaves this machine.
  const hook = { url: `https://${marker.toLowerCase()}.example/hook`, description: marker }
  things['/v1/webhooks/{id}'] = await make(
    ...([accord, '/v1/webhooks', { ...hook, events: ['import.finished'] }, 'webhook.id'] as const),
  )
  await make(accord, `/v1/webhooks/${things['/v1/webhooks/{id}']}/test`, undefined)
  things['/v1/webhook-listeners/{id}'] = await make(accord, '/v1/webhook-listeners', {
    events: ['import.finished'],
  })
  things['/v1/test-numbers/{id}'] = await make(accord, '/v1/test-numbers', {
    name: marker,
    number,
    sender: 'Tilleuls',
  })
  things['/v1/messages/{id}'] = await make(accord, '/v1/messages', {
    to: number,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: `${marker} : votre commande est prête.`,
  })
  things['/v1/imports/{id}'] = await anImport(accord, token)
  things['/v1/held-rows/{id}'] = await aHeldRow(accord, token)
  things['/v1/inbound/{id}'] = await aReply(accord, token, things['/v1/messages/{id}'] ?? '')
  // A conversation has the id of its first reply.
  things['/v1/inbox/{id}'] = things['/v1/inbound/{id}']
  return things
}

/** Somebody agreed once, and their contact is gone. */
async function aHold(accord: Accord, on: On): Promise<string> {
  const { token, controllerId, wordingId } = on
  await accord.call(token, 'POST', `/v1/wordings/${wordingId}/publish`)
  const contact = await make(accord, '/v1/contacts', { number: '0639980043' }, 'contact.id')
  const evidence = { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: marker }
  const about = { contactId: contact, wordingId, controllerId, purpose: 'offers', evidence }
  await make(accord, '/v1/consents', about, 'entryId')
  await accord.call(token, 'DELETE', `/v1/contacts/${contact}`)
  type Holds = { items: { subjectId: string }[] }
  const { body } = await accord.call<Holds>(token, 'GET', '/v1/proof-holds')
  return body.items[0]?.subjectId ?? ''
}

/** The signed paper of the person, on the words that are made public for it. */
async function aPaper(accord: Accord, on: On): Promise<string> {
  const { token, controllerId, wordingId } = on
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

async function anImport(accord: Accord, token: string): Promise<string> {
  const file = { name: `${marker}.csv`, bytes: `Nom;Portable\n${marker};0639980042\n` }
  const { body } = await accord.upload<Made>(token, '/v1/imports', file)
  await eventually(async () => {
    const view = await accord.call<{ state: string }>(token, 'GET', `/v1/imports/${body.id}`)
    return view.body.state === 'received' ? null : view
  })
  return body.id
}

/** A file makes a minor older, and has to wait for somebody who decides it. */
async function aHeldRow(accord: Accord, token: string): Promise<string> {
  const { call } = accord
  const fields = { lastName: marker, birthDate: '2014-05-10' }
  const person = await make(accord, '/v1/contacts', { number: '0639980045', fields }, 'contact.id')
  const bytes = `Nom;Portable;Naissance\n${marker};0639980045;10/05/1990\n`
  const file = { name: `${marker}-2.csv`, bytes }
  const path = `/v1/imports/${(await accord.upload<Made>(token, '/v1/imports', file)).body.id}`
  const reached = (...states: string[]) =>
    eventually(async () => {
      const { state } = (await call<{ state: string }>(token, 'GET', path)).body
      return states.includes(state) ? true : null
    })
  await reached('analysed', 'mapping_needed')
  const columns = ['last_name', 'number', 'birth_date'].map((field, index) => ({ index, field }))
  await call(token, 'POST', `${path}/mapping`, { columns, listName: `${marker}-2` })
  await reached('done')
  return person
}

/** The notice says something else than when it was first read. */
async function aVersion(accord: Accord, token: string): Promise<string> {
  const read = () =>
    accord.call<{ current: { version: number } }>(token, 'GET', '/v1/public-notice')
  await read()
  const contact = { place: 'account', field: 'contact', value: `${marker}@example.org` }
  await accord.call(token, 'PUT', '/v1/register/declarations', contact)
  return String((await read()).body.current.version)
}

/** Validated: what the program cannot answer is answered first. */
async function anAssessment(accord: Accord, token: string): Promise<string> {
  type View = { lacks: { code: string }[]; current: { version: number } | null }
  const path = '/v1/impact-assessment'
  const { lacks } = (await accord.call<View>(token, 'GET', path)).body
  for (const { code } of lacks) {
    const isLevel = /\.(severity|likelihood)$/.test(code)
    const choice = code.startsWith('criterion.') ? 'no' : null
    const answer = { code, text: marker, choice, level: isLevel ? 2 : null }
    await accord.call(token, 'PUT', `${path}/answers`, answer)
  }
  const decision = { decision: `${marker} : risques acceptables.` }
  const made = await accord.call<View>(token, 'POST', `${path}/versions`, decision)
  expect([made.status, made.body.lacks]).toEqual([201, []])
  return String(made.body.current?.version)
}

/** Somebody else, who is gone again. */
async function anErasure(accord: Accord, token: string): Promise<string> {
  const { call } = accord
  const person = { number: '+33639980044', fields: { lastName: marker } }
  const made = await call<{ contact: Made }>(token, 'POST', '/v1/contacts', person)
  await call(token, 'DELETE', `/v1/contacts/${made.body.contact.id}`)
  const erased = await call<{ items: Made[] }>(token, 'GET', '/v1/erasures')
  return erased.body.items[0]?.id ?? ''
}

/** What the person asks for on the page that their link leads to. */
async function aRequest(accord: Accord, token: string, contactId: string): Promise<string> {
  const path = await ownPageOf(accord, token, contactId)
  const body = new URLSearchParams({ action: 'access' })
  await fetch(`${accord.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body,
  })
  const asked = await accord.call<{ items: Made[] }>(token, 'GET', '/v1/person-requests')
  return asked.body.items[0]?.id ?? ''
}

/** The person answers once the message has reached them. */
async function aReply(accord: Accord, token: string, messageId: string): Promise<string> {
  await eventually(async () => {
    const view = await accord.call<{ state: string }>(token, 'GET', `/v1/messages/${messageId}`)
    return view.body.state === 'delivered' ? view : null
  })
  await textFrom(accord, number, `${marker} merci`)
  return eventually(async () => {
    const { body } = await accord.call<{ items: Made[] }>(token, 'GET', '/v1/inbound')
    return body.items[0]?.id ?? null
  })
}
