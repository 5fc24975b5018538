// One account lives through everything once: wording, import, campaign, receipts, STOP, alert.
import { expect } from 'vitest'
import type { Accord, Method } from './scenario.ts'
import { eventually } from './wait.ts'

export type SamplePerson = { firstName: string; lastName: string; number: string }

export type WholeRun = {
  controllerId: string
  wordingId: string
  importId: string
  listId: string
  senderId: string
  campaignId: string
  /** Of the campaign, to the first person. */
  messageId: string
  alertId: string
  inboundId: string
  contactId: string
  subjectId: string
}

export type RunTexts = { campaign: string; alert: string; reply: string }

type Body = Record<string, unknown>
type Items<T = Body> = { items: T[] }

const wordingText =
  'Oui, j’accepte que Boutique des Tilleuls m’envoie ses offres par SMS. STOP pour ne plus en recevoir.'

/** The shop's name must stand in the campaign's text; the installation must be in lawful hours. */
export async function runEverything(
  accord: Accord,
  token: string,
  people: readonly SamplePerson[],
  texts: RunTexts,
): Promise<WholeRun> {
  const ask = async <T = Body>(method: Method, path: string, body?: unknown): Promise<T> => {
    const answer = await accord.call<T>(token, method, path, body)
    expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
    return answer.body
  }
  const controllers = await ask<Items<{ id: string }>>('GET', '/v1/controllers')
  const controllerId = controllers.items[0]?.id ?? ''
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Comptoir',
    language: 'fr',
    medium: 'paper',
    controllerId,
    controllerName: 'Boutique des Tilleuls',
    shownText: wordingText,
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const { importId, listId } = await importPeople(accord, token, people, wording.id, ask)
  const sender = await ask<{ id: string }>('POST', '/v1/senders', { name: 'Tilleuls' })
  const campaignId = await runCampaign(ask, listId, texts.campaign, people.length)

  const first = people[0]
  if (first === undefined) throw new Error('a run needs people')
  const messages = await ask<Items<{ id: string }>>('GET', '/v1/messages')
  const reply = { from: first.number.replace('+', ''), to: '36111', text: texts.reply }
  const port = accord.app().sandboxControlPort
  await fetch(`http://127.0.0.1:${port}/mo`, { method: 'POST', body: JSON.stringify(reply) })
  const inbound = await eventually(async () => {
    const { items } = await ask<Items<{ id: string }>>('GET', '/v1/inbound')
    return items[0] ?? null
  })
  const alert = await ask<{ id: string }>('POST', '/v1/messages', {
    to: first.number,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: texts.alert,
  })
  await eventually(async () => {
    const view = await ask<{ state: string }>('GET', `/v1/messages/${alert.id}`)
    return view.state === 'delivered' ? view : null
  })
  const found = await ask<{ contact: { id: string; subjectId: string } }>(
    'POST',
    '/v1/contacts/search',
    { number: first.number },
  )
  return {
    controllerId,
    wordingId: wording.id,
    importId,
    listId,
    senderId: sender.id,
    campaignId,
    messageId: messages.items[0]?.id ?? '',
    alertId: alert.id,
    inboundId: inbound.id,
    contactId: found.contact.id,
    subjectId: found.contact.subjectId,
  }
}

type Ask = <T = Body>(method: Method, path: string, body?: unknown) => Promise<T>

async function importPeople(
  accord: Accord,
  token: string,
  people: readonly SamplePerson[],
  wordingId: string,
  ask: Ask,
): Promise<{ importId: string; listId: string }> {
  const lines = people.map(({ firstName, lastName, number }) =>
    [firstName, lastName, number, 'oui', '12/03/2026'].join(';'),
  )
  const uploaded = await accord.upload<{ id: string }>(token, '/v1/imports', {
    name: `clients ${people[0]?.lastName}.csv`,
    // A row that is rejected, so that the rejected rows are kept as well.
    bytes: ['Prénom;Nom;Portable;Accord SMS;Date accord', ...lines, `${lines[0]}0000`]
      .join('\n')
      .replace(/$/, `\n${people[0]?.firstName};${people[0]?.lastName};pas de numéro;oui;`),
  })
  const importId = uploaded.body.id
  const path = `/v1/imports/${importId}`
  await until(ask, path, 'state', ['analysed', 'mapping_needed'])
  const columns = ['first_name', 'last_name', 'number', 'consent_given', 'consent_date']
  await ask('POST', `${path}/mapping`, {
    columns: columns.map((field, index) => ({ index, field })),
    listName: 'Clients',
    consent: { wordingId, source: 'comptoir' },
  })
  const done = await until(ask, path, 'state', ['done', 'failed'])
  expect(done['state']).toBe('done')
  return { importId, listId: String(done['listId']) }
}

async function runCampaign(ask: Ask, listId: string, text: string, people: number) {
  const { id } = await ask<{ id: string }>('POST', '/v1/campaigns', {
    name: 'Avent',
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender: 'Tilleuls',
    text,
  })
  const sheet = await ask<{ hash: string; problems: Body[] }>(
    'GET',
    `/v1/campaigns/${id}/check-sheet`,
  )
  expect(sheet.problems).toEqual([])
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${id}/launch`)
  await eventually(async () => {
    const { counts } = await ask<{ counts: { delivered: number } }>('GET', `/v1/campaigns/${id}`)
    return counts.delivered >= people ? counts : null
  })
  return id
}

const until = (ask: Ask, path: string, key: string, values: readonly string[]) =>
  eventually(async () => {
    const view = await ask<Body>('GET', path)
    return values.includes(String(view[key])) ? view : null
  })
