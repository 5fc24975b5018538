// Custom fields over HTTP: made, filled by a file, told in a campaign's text, shown, and erased.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type { CustomFieldView, RevealedContact } from '../../src/contacts/contract.ts'
import type { ImportView } from '../../src/intake/contract.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T09:30:00Z' })
  token = accord.accounts[0].token
  await ask('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const refusal = async (method: Method, path: string, body: unknown) => {
  const answer = await accord.call<{ code: string }>(token, method, path, body)
  return [answer.status, answer.body.code]
}

async function until<T>(read: () => Promise<T>, is: (found: T) => boolean): Promise<T> {
  const end = realTimers.now() + 30_000
  for (;;) {
    const found = await read()
    if (is(found)) return found
    if (realTimers.now() > end) throw new Error(JSON.stringify(found))
    await realTimers.sleep(100)
  }
}

const file = [
  'Mobile;Prénom;Rendez-vous;Reste à payer;Allergies',
  '0639984001;Inès;03/12/2026 14:30;1 250,00 €;arachides',
  '0639984002;Noé;la semaine prochaine;49,9;',
  '0639984003;Zoé;;;',
].join('\r\n')

async function imported(mapping: Record<string, unknown>): Promise<ImportView> {
  const sent = await accord.upload<ImportView>(token, '/v1/imports', {
    name: 'rdv.csv',
    bytes: file,
  })
  const view = () => ask<ImportView>('GET', `/v1/imports/${sent.body.id}`)
  const analysed = await until(view, ({ state }) => state !== 'received')
  const columns = [
    { index: 0, field: 'number' },
    { index: 1, field: 'first_name' },
  ]
  await ask('POST', `/v1/imports/${analysed.id}/mapping`, {
    columns,
    listName: 'Rendez-vous',
    ...mapping,
  })
  return until(view, ({ state }) => state === 'done' || state === 'failed')
}

const made: CustomFieldView[] = []
test('fields are made in words; what may never be kept is no field', async () => {
  const make = (name: string, type: string) =>
    ask<CustomFieldView>('POST', '/v1/custom-fields', { name, type })
  made.push(await make('Rendez-vous', 'date_time'), await make('Reste à payer', 'amount'))
  expect(made.map(({ key }) => key)).toEqual(['rendez_vous', 'reste_a_payer'])
  const refused = (body: unknown) => refusal('POST', '/v1/custom-fields', body)
  expect(await refused({ name: 'rendez-vous', type: 'text' })).toEqual([
    409,
    'contacts.custom_field_exists',
  ])
  for (const name of ['Allergies', 'IBAN', 'Numéro de sécurité sociale']) {
    expect(await refused({ name, type: 'text' })).toEqual([400, 'contacts.custom_field_refused'])
  }
  expect(await refused({ name: 'Prénom usuel', type: 'text', key: 'first_name' })).toEqual([
    409,
    'contacts.custom_key_taken',
  ])
  const other = await accord.call<{ items: unknown[] }>(
    accord.accounts[1].token,
    'GET',
    '/v1/custom-fields',
  )
  expect(other.body.items).toEqual([])
})

let listId = ''
test('a file fills them; a cell that is none stays empty and is told; a sensitive column is no field', async () => {
  const custom = made.map(({ key }, place) => ({ index: place + 2, key }))
  const view = await imported({ custom })
  listId = view.listId ?? ''
  expect(view.counts).toMatchObject({ rows: 3, imported: 3, customKept: 3, customLeft: 1 })
  expect(view.counts?.customLeftBy).toMatchObject([
    { field: 'Rendez-vous', reason: 'not_a_date_time', rows: 1 },
  ])
  expect(view.counts?.customLeftBy[0]?.sentence).toContain('Rendez-vous: not a date with a time')
  expect(view.droppedColumns.map(({ header }) => header)).toEqual(['Allergies'])

  const sent = await accord.upload<ImportView>(token, '/v1/imports', {
    name: 'rdv.csv',
    bytes: file,
  })
  const again = await until(
    () => ask<ImportView>('GET', `/v1/imports/${sent.body.id}`),
    ({ state }) => state !== 'received',
  )
  expect(again.analysis?.remembered?.custom).toEqual(custom)
  const map = (added: unknown) =>
    refusal('POST', `/v1/imports/${again.id}/mapping`, {
      columns: [{ index: 0, field: 'number' }],
      listName: 'Autre',
      custom: added,
    })
  const key = made[0]?.key
  expect(await map([{ index: 4, key }])).toEqual([400, 'intake.mapping_column_needs_legal_basis'])
  expect(await map([{ index: 2, key: 'nothing' }])).toEqual([400, 'intake.mapping_custom_unknown'])
  expect(await map([{ index: 0, key }])).toEqual([400, 'intake.mapping_column_twice'])
})

const campaign = (text: string) => ({
  name: 'Rappel',
  listId,
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
  text,
})

/** How long each text is that the sandbox operator took, by its own log: it shows no words. */
async function takenOctets(): Promise<number[]> {
  const answer = await fetch(`http://127.0.0.1:${accord.app().sandboxControlPort}/messages`)
  const shown = (await answer.json()) as { octets: number }[]
  return shown.map(({ octets }) => octets).sort((a, b) => a - b)
}

/** What was sent to each, as whoever may look at it reads it. */
async function textsOf(campaignId: string): Promise<string[]> {
  const path = `/v1/messages?campaignId=${campaignId}`
  const { items } = await ask<{ items: { id: string }[] }>('GET', path)
  const texts = items.map(async ({ id }) => {
    const reason = 'relecture'
    return (await ask<{ text: string }>('POST', `/v1/messages/${id}/reveal`, { reason })).text
  })
  return (await Promise.all(texts)).sort()
}

test('the text of each is written for them, counted by the sheet, and is what the operator gets', async () => {
  expect(await refusal('POST', '/v1/campaigns', campaign('RDV {rendezvous}'))).toEqual([
    400,
    'campaigns.merge_field_unknown',
  ])
  const long = `${'x'.repeat(150)} {reste_a_payer}`
  const counted = await ask<CampaignView>('POST', '/v1/campaigns', campaign(`${long.slice(9)}|`))
  const parts = await ask<CheckSheet>('GET', `/v1/campaigns/${counted.id}/check-sheet`)
  // 141 signs, a space and the bar beside "€1,250" and "€49.90": the sign of the euro counts two.
  expect(parts).toMatchObject({ receive: 2, segments: 2, encodings: { gsm7: 2, ucs2: 0 } })
  expect(parts.leftOut).toMatchObject([{ refusal: 'merge_field_empty', people: 1 }])

  const text = '{first_name}, RDV {rendez_vous:fr|à fixer}. A payer: {reste_a_payer|rien}'
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', campaign(text))
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  expect(sheet).toMatchObject({ people: 3, receive: 3, segments: 3 })
  expect(sheet.sample).toBe('Camille, RDV 03/12/2026 à 14h30. A payer: €49.90')
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${id}/launch`)
  await until(
    () => ask<CampaignView>('GET', `/v1/campaigns/${id}`),
    ({ counts }) => counts.delivered === 3,
  )
  const texts = await textsOf(id)
  expect(texts).toEqual([
    'Inès, RDV 03/12/2026 à 14h30. A payer: €1,250',
    'Noé, RDV à fixer. A payer: €49.90',
    'Zoé, RDV à fixer. A payer: rien',
  ])
  // In the SMS alphabet a sign is an octet, and that of the euro is two.
  const octets = texts.map((text) => text.length + (text.includes('€') ? 1 : 0))
  expect(await takenOctets()).toEqual(octets.sort((a, b) => a - b))
})

test('words of advertising in a field make an alert no alert', async () => {
  const note = await ask<CustomFieldView>('POST', '/v1/custom-fields', {
    name: 'Mot',
    type: 'text',
  })
  const sheetOf = async (value: string) => {
    await ask('POST', '/v1/contacts', {
      number: '0639984003',
      custom: { [note.key]: value },
    })
    const { id } = await ask<CampaignView>('POST', '/v1/campaigns', campaign('Info : {mot|.}'))
    return ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  }
  expect((await sheetOf('Votre commande est prête.')).receive).toBe(3)
  const sheet = await sheetOf('Soldes : -50 % sur tout le magasin ce week-end, profitez-en !')
  expect([sheet.receive, sheet.leftOut]).toMatchObject([
    2,
    [{ refusal: 'alert_reads_like_advertising', people: 1 }],
  ])
})

test('one person’s values are changed by the API, shown with a reason, and go with the person', async () => {
  const number = '0639984002'
  const save = (custom: unknown) => ask('POST', '/v1/contacts', { number, custom })
  await save({ rendez_vous: '4/12/2026 9h', reste_a_payer: null })
  expect(
    await refusal('POST', '/v1/contacts', { number, custom: { rendez_vous: 'demain' } }),
  ).toEqual([400, 'contacts.custom_value_unread'])
  expect(await refusal('POST', '/v1/contacts', { number, custom: { nothing: 'x' } })).toEqual([
    400,
    'contacts.custom_field_unknown',
  ])
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
    number,
  })
  const reveal = () =>
    ask<RevealedContact>('POST', `/v1/contacts/${contact.id}/reveal`, { reason: 'il a appelé' })
  const held = {
    key: 'rendez_vous',
    name: 'Rendez-vous',
    type: 'date_time',
    value: '2026-12-04T09:00',
    text: '4 Dec 2026 at 09:00',
  }
  expect(await reveal()).toMatchObject({ fields: { firstName: 'Noé' }, custom: [held] })
  const desk = await ask<{ fields: object; custom: unknown[] }>(
    'POST',
    `/v1/contacts/${contact.id}/desk`,
    { reason: 'il a appelé' },
  )
  expect([desk.fields, desk.custom]).toEqual([{ firstName: 'Noé' }, [held]])

  await ask('PATCH', `/v1/custom-fields/${made[0]?.id}`, { name: 'Visite', isArchived: true })
  expect((await reveal()).custom).toMatchObject([{ name: 'Visite', value: '2026-12-04T09:00' }])
  expect(await refusal('POST', '/v1/campaigns', campaign('RDV {rendez_vous}'))).toEqual([
    400,
    'campaigns.merge_field_unknown',
  ])

  await ask('DELETE', `/v1/contacts/${contact.id}`)
  await ask('POST', '/v1/contacts', { number })
  const anew = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', { number })
  const shown = await ask<RevealedContact>('POST', `/v1/contacts/${anew.contact.id}/reveal`, {
    reason: 'il est revenu',
  })
  expect([shown.fields, shown.custom]).toEqual([{}, []])
})
