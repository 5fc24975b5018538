// Contacts as the people they are: added with their consent, found, filtered, opened, stopped,
// erased.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await publishedWording(accord)
  await ask('POST', '/v1/lists', { name: 'Fidélité' })
  await ask('POST', '/v1/contacts', { number: '0639980701' })
  await ask('POST', '/v1/contacts', { number: '0639980702' })
  await ask('POST', '/v1/objections', { number: '0639980702', reason: 'stop_reply' })
  await logIn(page, accord)
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
const contacts = () => page.getByRole('link', { name: 'Contacts', exact: true }).click()

test('a person is added with the words they agreed to, and can receive marketing', {
  timeout: 120_000,
}, async () => {
  // What another screen has asked of wordings is not what a person's page asks.
  await page.getByRole('link', { name: 'Consent wordings', exact: true }).click()
  await page
    .getByRole('link', { name: /Caisse/ })
    .first()
    .waitFor()
  await contacts()
  await press('Add a person')
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('Number', { exact: false }).first().fill('06 39 98 07 03')
  await dialog.getByLabel('First name').fill('Camille')
  await dialog.getByLabel('E-mail').fill('Camille@Example.org')
  await dialog.getByLabel('Own reference').fill('CLI-0042')
  await dialog.getByRole('checkbox', { name: /has agreed/ }).check()
  await dialog.getByText('Choose the words, the day and the place of the consent.').waitFor()
  await dialog.getByRole('combobox', { name: /The words that were shown/ }).click()
  await page.getByRole('option', { name: 'Caisse' }).click()
  await dialog.getByRole('combobox', { name: /receive messages about/ }).click()
  await page.getByRole('option', { name: 'offers' }).click()
  await dialog.getByLabel('Day on which they agreed').fill('2026-11-20')
  await dialog.getByLabel(/^Where/).fill('At the till')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Add the person' }).click()
  await dialog.getByText('The person is added.').waitFor()
  await dialog.getByRole('link', { name: 'Open their page' }).click()
  await page.getByText('Can receive marketing', { exact: true }).waitFor()
  await page.getByText(/^Agreed on 20 November 2026; it counts until/).waitFor()
  await page.getByText('J’accepte de recevoir par SMS').first().waitFor()
  await page.getByText('Consent given', { exact: true }).waitFor()
  await expectFit(page)
})

test('somebody is found by number, e-mail and own reference, and no address tells whom', {
  timeout: 120_000,
}, async () => {
  await contacts()
  for (const text of ['+33639980703', 'camille@example.ORG', 'cli-0042']) {
    await page.getByLabel('Number, e-mail or own reference').fill(text)
    await press(/^Find$/)
    await page.getByRole('link', { name: /^Open .* 03$/ }).waitFor()
    expect(page.url()).toBe(`${accord.url}/contacts`)
    await press('Show all contacts')
  }
  await page.getByLabel('Number, e-mail or own reference').fill('nobody@example.org')
  await press(/^Find$/)
  await page.getByText('Nobody here has this number, e-mail or reference.').waitFor()
  await expectFit(page)
  await press('Show all contacts')
})

test('each count opens its people, and the address keeps the filter', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('button', { name: 'Everybody 3' }).waitFor()
  await press('Said STOP 1')
  await page.getByText(/^They answered STOP/).waitFor()
  expect(await page.getByRole('link', { name: /^Open \+33/ }).count()).toBe(1)
  expect(page.url()).toContain('status=stopped')
  await page.reload()
  await page.getByRole('button', { name: 'Said STOP 1', pressed: true }).waitFor()
  await expectFit(page)
  await press('Clear the filters')
  await page.getByRole('link', { name: /^Open .* 03$/ }).click()
})

test('marketing to a person is stopped, and the person erased, each after a second press', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('combobox', { name: 'How they contacted you' }).click()
  await page.getByRole('option', { name: 'By phone' }).click()
  await page.getByLabel('What they asked for, in your own words').fill('No more offers')
  await press('Stop marketing to this person')
  await press('Stop it')
  await page.getByText(/^Said STOP on/).waitFor()
  await page.getByText('Objection', { exact: true }).first().waitFor()
  // While a request of theirs waits, nobody erases them by hand: the way to it is shown.
  const request = await ask<{ id: string }>('POST', '/v1/person-requests', {
    ...{ number: '0639980703', kind: 'access', heardBy: 'letter', receivedOn: '2026-11-24' },
    text: 'A copy of their data',
  })
  await press('Erase this person')
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  await page.getByText(/^A request of this person waits for its answer/).waitFor()
  await expectFit(page)
  expect(
    await page.getByRole('link', { name: 'Open the request' }).first().getAttribute('href'),
  ).toBe(paths.request(request.id))
  const answer = { outcome: 'nothing_else_held', reason: 'Everything stands on their page.' }
  await ask('POST', `/v1/person-requests/${request.id}/answer`, answer)
  await page.getByText(/cannot be read any more/).waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  await page.getByRole('button', { name: 'Everybody 2' }).waitFor()
  await page.getByRole('status').getByText('The person is erased.').waitFor()
  await page.getByRole('link', { name: 'See the certificate' }).click()
  await page.getByText('No request: a contact was deleted').waitFor()
  await page.goto(`${accord.url}${paths.contacts}`)
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('button', { name: 'A dit STOP 1' }).waitFor()
  await page.getByRole('button', { name: 'Ajouter une personne' }).waitFor()
  await expectFit(page)
})
