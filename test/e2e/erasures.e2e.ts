// A person is erased: staff read the certificate, test it, and tell the supplier.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { publishedWording } from '../support/published-wording.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await accordInBrowser()
  await logIn(life.page, life.accord)
  await life.page.waitForURL(`${life.accord.url}/`)
}, 120_000)
afterAll(() => life?.close())

test('An erasure is listed, tested, and its certificate opens by the link for the person', async () => {
  const { accord, page } = life
  const person = { number: '+33639980976', fields: { lastName: 'Exemple' } }
  const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', person)
  await asked(accord, 'DELETE', `/v1/contacts/${made.contact.id}`)
  await page.goto(`${accord.url}${paths.erasures}`)
  await page.getByText('No request: a contact was deleted').waitFor()
  await page.getByRole('button', { name: 'Test now' }).click()
  await page.getByRole('status').getByText('Unreadable in today’s data').waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: 'Link for the person' }).click()
  const url = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: 'Certificate of erasure' }).waitFor()
  expect(await page.getByText('Tried again now').count()).toBe(1)
  await expectFit(page)
}, 120_000)

test('What stays of a person is shown before they are erased, and tells them in their answer', async () => {
  const { accord, page } = life
  const number = '+33639980978'
  const { contact } = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
    number,
  })
  const { controllerId, wordingId } = await publishedWording(accord)
  const evidence = { grade: 'api_declared', givenAt: '2026-11-01T10:00:00Z', source: 'caisse' }
  const about = { contactId: contact.id, wordingId, controllerId, purpose: 'offers' }
  await page.goto(`${accord.url}${paths.contacts}/${contact.id}`)
  await page.getByRole('button', { name: 'Erase this person' }).click()
  await page.getByText('No proof of a consent is kept.').waitFor()
  await asked(accord, 'POST', '/v1/consents', { ...about, evidence })
  await page.reload()
  await page.getByRole('button', { name: 'Erase this person' }).click()
  await page.getByText(/What proves their consents is kept, encrypted, until .*2031/).waitFor()
  await expectFit(page)
  const request = await asked<{ id: string }>(accord, 'POST', '/v1/person-requests', {
    ...{ number, kind: 'erasure', heardBy: 'letter', receivedOn: '2026-11-24', language: 'en' },
    text: 'Erase me, please',
  })
  await asked(accord, 'POST', `/v1/person-requests/${request.id}/identified`, {
    ...{ how: 'known_to_staff', reason: 'They came to the counter.' },
  })
  await page.goto(`${accord.url}${paths.requests}/${request.id}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'What will you do?' }).click()
  await page.getByRole('option', { name: 'Erase the person' }).click()
  await dialog.getByText(/What proves their consents is kept, encrypted/).waitFor()
  const told = dialog.getByRole('textbox', {
    name: 'What you did and why (the person will read this)',
  })
  await expect
    .poll(() => told.inputValue())
    .toMatch(/^Your data is erased, except the proof of your consents.*2031\.$/)
  await expectFit(page)
}, 120_000)

test('A supplier without an e-mail address is told by hand, and its answer is recorded', async () => {
  const { accord, page } = life
  const staff = (method: 'GET' | 'PUT', path: string, body?: unknown) =>
    accord.call<{ items: { id: string; name: string }[] }>(accord.owner.cookie, method, path, body)
  const [supplier] = (await staff('GET', '/v1/suppliers')).body.items
  await staff('PUT', `/v1/suppliers/${supplier?.id}`, {
    ...{ role: 'controller_too', numbersKeptDays: 365, contact: null, processingCountries: [] },
    erasureAddress: 'https://operateur.example/effacement',
  })
  const number = '+33639980977'
  const { contact } = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
    number,
  })
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/messages', {
    ...{ to: number, class: 'alert', basis: 'contract', sender: 'Tilleuls' },
    text: 'Votre commande est prête.',
  })
  await eventually(async () => {
    const { state } = await asked<{ state: string }>(accord, 'GET', `/v1/messages/${id}`)
    return state === 'delivered' ? state : null
  })
  await asked(accord, 'DELETE', `/v1/contacts/${contact.id}`)

  await page.goto(`${accord.url}${paths.erasureNotices}`)
  const line = page.getByRole('row').filter({ hasText: supplier?.name ?? '' })
  await line.getByText('To be told').waitFor()
  await expectFit(page)
  await line.getByRole('button', { name: 'Show the text' }).click()
  const look = page.getByRole('dialog')
  await look.getByLabel('Why do you need it?').fill('Telling the supplier by letter')
  await expectFit(page)
  await look.getByRole('button', { name: 'Reveal' }).click()
  const text = page.getByLabel('Text', { exact: true })
  expect(await text.inputValue()).toContain(number)
  await page.keyboard.press('Escape')
  await line.getByRole('button', { name: 'Record…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Answer' }).click()
  await page.getByRole('option', { name: 'The law obliges them to keep it' }).click()
  await dialog.getByLabel('Why they keep it, and until when').fill('CPCE, art. L. 34-1')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByText('Nobody waits to be told, and everybody has answered').waitFor()
  await page.goto(`${accord.url}${paths.erasures}`)
  await page.getByText('In their words: “CPCE, art. L. 34-1”').waitFor()
  await expectFit(page)
}, 120_000)
