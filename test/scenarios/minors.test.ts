// Somebody below the age of consent, over the API: their own yes is not enough,
// a parent's beside it is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parentsWord } from '../support/parents-word.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
let controllerId: string
let wordingId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Fiche d’inscription',
    language: 'fr',
    medium: 'paper',
    controllerId,
    shownText: 'J’accepte que Boutique des Tilleuls nous écrive par SMS sur ses ateliers.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  wordingId = made.id
})
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
async function agreed(number: string, birthDate: string): Promise<string> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number,
    fields: { birthDate },
  })
  await ask('POST', '/v1/consents', {
    contactId: contact.id,
    wordingId,
    controllerId,
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-11-01T10:00:00Z', source: 'inscription' },
  })
  return contact.id
}
const word = (contactId: string, changed: Record<string, unknown> = {}) =>
  accord.call<{ code?: string; validUntil?: string }>(
    token,
    'POST',
    '/v1/consents/authorisations',
    {
      ...parentsWord,
      contactId,
      controllerId,
      wordingId,
      ...changed,
    },
  )
const send = async (to: string) =>
  ask<{ id: string; refusal: string | null }>('POST', '/v1/messages', {
    to,
    text: 'Boutique des Tilleuls : -20 % sur les ateliers samedi.',
    class: 'marketing',
    purpose: 'offers',
    sender: 'Tilleuls',
  })

test('fourteen: refused without a parent, allowed with one until fifteen, refused once it is taken back', async () => {
  const contactId = await agreed('0639980601', '2012-05-10')
  expect((await send('0639980601')).refusal).toBe('minor_without_authorisation')
  const done = await word(contactId)
  expect(done.body).toMatchObject({ validUntil: '2027-05-10T12:00:00.000Z' })
  expect((await send('0639980601')).refusal).toBeNull()
  const held = await ask<{ authorisations: Record<string, unknown>[] }>(
    'GET',
    `/v1/consents?contactId=${contactId}`,
  )
  expect(held.authorisations).toMatchObject([{ relation: 'mother', purpose: 'offers' }])
  expect(JSON.stringify(held)).not.toContain('Inès')
  const back = { contactId, controllerId, purpose: 'offers', reason: 'la mère a appelé' }
  await ask('POST', '/v1/consents/authorisations/withdraw', back)
  expect((await send('0639980601')).refusal).toBe('minor_without_authorisation')
  const again = await accord.call<{ code: string }>(
    token,
    'POST',
    '/v1/consents/authorisations/withdraw',
    back,
  )
  expect(again.body.code).toBe('consent.authorisation_not_found')
})

test('a parent’s word is nobody’s own: a grown-up needs none, a child who said nothing gets nothing', async () => {
  const grown = await agreed('0639980602', '2001-05-10')
  expect((await word(grown)).body.code).toBe('consent.authorisation_not_needed')
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '0639980603',
    fields: { birthDate: '2014-05-10' },
  })
  expect((await word(contact.id)).status).toBe(201)
  expect((await send('0639980603')).refusal).toBe('no_consent')
  const unknown = { documentId: '019acb00-0000-7000-8000-000000000000' }
  expect((await word(contact.id, unknown)).body.code).toBe('consent.document_not_found')
})

test('known by the year alone, they may still be a child; a day that does not exist is refused', async () => {
  await agreed('0639980604', '2012-00-00')
  expect((await send('0639980604')).refusal).toBe('minor_without_authorisation')
  const wrong = { number: '0639980605', fields: { birthDate: '2012-02-31' } }
  expect((await accord.call(token, 'POST', '/v1/contacts', wrong)).status).toBe(400)
})
