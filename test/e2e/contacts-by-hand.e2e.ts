// Contacts kept by hand: lists of a person and of a selection, a STOP for several, what is held
// of somebody changed with and without a look, and the account's own fields.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await ask('POST', '/v1/lists', { name: 'Fidélité' })
  await ask('POST', '/v1/custom-fields', { name: 'Note', type: 'text' })
  await ask('POST', '/v1/custom-fields', { name: 'Visit', type: 'date_time' })
  for (const end of ['1', '2', '3']) {
    const fields = end === '1' ? { firstName: 'Anne', email: 'anne@example.org' } : {}
    await ask('POST', '/v1/contacts', { number: `063998072${end}`, fields })
  }
  await ask('POST', '/v1/senders', { name: 'LUMEN' })
  for (const text of ['Votre commande est prête.', 'Bonjour {first_name}']) {
    await ask('POST', '/v1/templates', { name: text.slice(0, 7), class: 'alert', text })
  }
  await ask('POST', '/v1/objections', { number: '0639980723', reason: 'stop_reply' })
  await logIn(page, accord)
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const status = (text: string) => page.getByRole('status').getByText(text, { exact: true })
const contacts = () => page.getByRole('link', { name: 'Contacts', exact: true }).click()
const open = async (end: string) => {
  await contacts()
  await page.getByRole('link', { name: new RegExp(`^Open .* ${end}$`) }).click()
}
const option = (name: string) => page.getByRole('option', { name, exact: true }).click()

test('a person joins a list, leaves it, and joins one that is made for them', {
  timeout: 120_000,
}, async () => {
  await open('21')
  await page.getByText('In no list.').waitFor()
  await page.getByText('Choose a list.').waitFor()
  await page.getByRole('combobox', { name: 'List to add to' }).click()
  await option('Fidélité')
  await button('Add to a list').click()
  await status('Added to “Fidélité”: 1.').waitFor()
  await page.getByRole('link', { name: 'Fidélité' }).waitFor()
  await expectFit(page)
  await button('Remove from the list “Fidélité”').click()
  await status('Removed from “Fidélité”: 1.').waitFor()
  await page.getByText('In no list.').waitFor()
  await page.getByRole('combobox', { name: 'List to add to' }).click()
  await option('A new list…')
  await page.getByLabel('Name of the new list').fill('VIP')
  await button('Add to a list').click()
  await status('Added to “VIP”: 1.').waitFor()
  await page.getByRole('link', { name: 'VIP' }).click()
  await page.getByRole('button', { name: 'Everybody 1' }).waitFor()
})

test('on the page of a list a person is found and added, and a selection is taken out', {
  timeout: 120_000,
}, async () => {
  await button('Add a person to this list').click()
  const dialog = page.getByRole('dialog', { name: 'Add a person to “VIP”' })
  await dialog.getByLabel('Number, e-mail or own reference').fill('06 39 98 07 22')
  await dialog.getByRole('button', { name: 'Find' }).click()
  await dialog.getByRole('button', { name: /^Add .* 22 to the list$/ }).click()
  await dialog.getByText('Added to “VIP”: 1.').waitFor()
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Everybody 2' }).waitFor()
  // By keyboard: the checkbox of all, then the act and its confirmation.
  await page.getByRole('checkbox', { name: 'Select all 2 shown' }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Selected: 2').waitFor()
  await page.getByRole('checkbox', { name: /^Select .* 21$/ }).press('Space')
  await page.getByText('Selected: 1').waitFor()
  await expectFit(page)
  await button('Remove from this list').click()
  await page.getByText('1 selected. They leave “VIP” and stay contacts').waitFor()
  await button('Remove them').click()
  await status('Removed from “VIP”: 1.').waitFor()
  await page.getByRole('button', { name: 'Everybody 1' }).waitFor()
})

test('of all who are selected a STOP is recorded once, after it was counted', {
  timeout: 120_000,
}, async () => {
  await contacts()
  await page.getByRole('checkbox', { name: 'Select all 3 shown' }).check()
  await page.getByRole('combobox', { name: 'List to add to' }).click()
  await option('VIP')
  await button('Add to a list').click()
  await status('Added to “VIP”: 2. In it already: 1.').waitFor()
  await page.getByRole('checkbox', { name: /^Select .* 22$/ }).check()
  await page.getByRole('checkbox', { name: /^Select .* 23$/ }).check()
  await button('Record a STOP').click()
  const dialog = page.getByRole('dialog', { name: 'Record a STOP for the selected people' })
  await dialog.getByText(/^Selected: 2\. Nothing is recorded again for those who already/).waitFor()
  await dialog.getByRole('combobox', { name: 'How they contacted you' }).click()
  await option('By letter')
  await dialog.getByLabel('What they asked for, in your own words').fill('Two letters')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await status('STOP recorded: 1. Had said STOP already: 1.').waitFor()
  await page.getByRole('button', { name: 'Said STOP 2' }).waitFor()
  await expectFit(page)
  // Whoever is shown as stopped can be recorded all the same: what counts the server knows.
  await page.getByRole('checkbox', { name: /^Select .* 23$/ }).check()
  await button('Record a STOP').click()
  await dialog.getByRole('combobox', { name: 'How they contacted you' }).click()
  await option('By letter')
  await dialog.getByLabel('What they asked for, in your own words').fill('Another letter')
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await status('STOP recorded: 0. Had said STOP already: 1.').waitFor()
})

test('what is held of a person is replaced blindly, then after a look that is recorded', {
  timeout: 120_000,
}, async () => {
  await open('21')
  await button('Edit').click()
  const dialog = page.getByRole('dialog', { name: 'Edit this person' })
  await dialog.getByText(/^The number cannot be changed/).waitFor()
  await dialog.getByText('Change a field first.').waitFor()
  expect(await dialog.getByLabel('E-mail', { exact: true }).inputValue()).toBe('')
  await dialog.getByLabel('E-mail', { exact: true }).fill('anne.b@example.org')
  await dialog.getByRole('checkbox', { name: 'Remove: First name' }).check()
  await dialog.getByLabel('Note', { exact: true }).fill('FR76 3000 6000 0112 3456 7890 189')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText(/“Note” seems to be an official number or bank data/).waitFor()
  await dialog.getByLabel('Note', { exact: true }).fill('préfère le matin')
  await dialog.getByLabel('Visit', { exact: true }).fill('2026-12-03T14:30')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Saved: First name; E-mail; Note; Visit.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Contact changed by hand').first().waitFor()

  await button('Edit').click()
  // What was touched before the look stays as it was left.
  await dialog.getByLabel('Last name', { exact: true }).fill('Exemple')
  await dialog.getByLabel('E-mail', { exact: true }).fill('wrong')
  await dialog.getByLabel('E-mail', { exact: true }).fill('')
  await dialog.getByRole('checkbox', { name: 'Remove: Note' }).check()
  await dialog.getByLabel('Why do you need it?').fill('She rang')
  await dialog.getByRole('button', { name: 'Show what is held first' }).click()
  await expect
    .poll(() => dialog.getByLabel('E-mail', { exact: true }).inputValue())
    .toBe('anne.b@example.org')
  expect(await dialog.getByLabel('Last name', { exact: true }).inputValue()).toBe('Exemple')
  expect(await dialog.getByLabel('Visit', { exact: true }).inputValue()).toBe('2026-12-03T14:30')
  expect(await dialog.getByLabel('Note', { exact: true }).inputValue()).toBe('')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Saved: Last name; Note.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
})

test('what somebody else has saved meanwhile is not overwritten', {
  timeout: 120_000,
}, async () => {
  await open('22')
  await button('Edit').click()
  const dialog = page.getByRole('dialog', { name: 'Edit this person' })
  await dialog.getByLabel('Postcode', { exact: true }).fill('75011')
  const found = { number: '0639980722' }
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', found)
  const path = `/v1/contacts/${contact.id}`
  await ask('PATCH', path, { fields: { postcode: '69001' } })
  const readAgain = page.waitForResponse(
    (answer) => answer.url().endsWith(path) && answer.request().method() === 'GET',
  )
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText(/^Somebody has changed this contact since you opened it/).waitFor()
  await readAgain
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await button('Edit').click()
  await dialog.getByLabel('Postcode', { exact: true }).fill('75011')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Saved: Postcode.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
})

test('whoever is added by hand has the account’s own fields', { timeout: 120_000 }, async () => {
  await contacts()
  await button('Add a person').click()
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('Number', { exact: false }).first().fill('06 39 98 07 24')
  await dialog.getByLabel('Visit', { exact: true }).fill('2026-12-04T09:00')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Add the person' }).click()
  await dialog.getByRole('link', { name: 'Open their page' }).click()
  await button('Reveal').first().click()
  await page.getByRole('dialog').getByLabel('Why do you need it?').fill('To check')
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click()
  await page.getByText('4 Dec 2026 at 09:00').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
})

test('a person is written to, now or later, and their number is neither shown nor typed', {
  timeout: 120_000,
}, async () => {
  await open('21')
  await page.getByRole('link', { name: 'Write to them' }).click()
  await page.getByText('Their number stays masked.').waitFor()
  await page.getByRole('link', { name: /21$/ }).waitFor()
  expect(await page.getByRole('textbox', { name: /^Number/ }).count()).toBe(0)
  await page.getByRole('combobox', { name: 'Start from a template' }).click()
  // One with a field would show the field itself.
  expect(await page.getByRole('option', { name: 'Bonjour' }).count()).toBe(0)
  await option('Votre c')
  await page.getByRole('combobox', { name: 'Legal basis of this alert' }).click()
  await option('Contract, or a service they asked for')
  const sender = page.getByRole('combobox', { name: 'Sender shown on the phone' })
  await sender.fill('LUMEN')
  await sender.press('Tab')
  const inTwoDays = new Date(realTimers.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel(/^Send from/).fill(`${inTwoDays}T10:00`)
  await expectFit(page)
  await button('Send this message').click()
  await page.getByRole('heading', { name: 'History of this message' }).waitFor()
})

test('contacts are narrowed by place and list, and stand by their last change, in both languages', {
  timeout: 120_000,
}, async () => {
  for (let at = 1; at <= 52; at += 1) {
    await ask('POST', '/v1/lists', { name: `Tournée ${String(at).padStart(2, '0')}` })
  }
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/lists/names?name=VIP')
  const listId = items[0]?.id ?? ''
  const fields = { postcode: '20290' }
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    ...{ number: '0639980729', fields, listId },
  })
  await page.goto(`${accord.url}${paths.contacts}`)
  const filters = page.getByRole('region', { name: 'Filters' })
  const people = page.getByRole('link', { name: /^Open \+33/ })
  await filters.getByRole('textbox', { name: 'Département' }).fill('20')
  await page.getByText('Nobody').first().waitFor()
  await filters.getByRole('textbox', { name: 'Département' }).fill('2b')
  await page.getByRole('link', { name: /^Open .* 29$/ }).waitFor()
  await expect.poll(() => people.count()).toBe(1)
  await page.getByRole('button', { name: 'Everybody 1' }).waitFor()
  await filters.getByRole('combobox', { name: 'Country of the number' }).fill('Belg')
  await option('Belgium')
  await expect.poll(() => people.count()).toBe(0)
  await expectFit(page)
  await filters.getByRole('button', { name: 'Clear the filters' }).click()
  await filters.getByRole('combobox', { name: 'Order' }).click()
  await option('Last changed first')
  await page.getByRole('columnheader', { name: 'Last change' }).waitFor()
  await expect.poll(() => people.first().getAttribute('aria-label')).toMatch(/29$/)
  // Made before fifty others: it is found by its name.
  const list = filters.getByRole('combobox', { name: 'List' })
  await list.click()
  await page.getByRole('option', { name: 'Tournée 52' }).waitFor()
  expect(await page.getByRole('option', { name: 'VIP' }).count()).toBe(0)
  await page.getByRole('option', { name: /^Type part of a name/ }).waitFor()
  await list.fill('vi')
  await page.getByRole('option', { name: 'VIP' }).waitFor()
  await list.press('ArrowDown')
  await list.press('Enter')
  await page.waitForURL(new RegExp(`list=${listId}`))
  await expect.poll(() => list.inputValue()).toBe('VIP')
  await expectFit(page)

  // Without what this browser keeps, which has the language in it.
  const { cookies } = await page.context().storageState()
  const phone = await life.browser.newContext({
    ...{ locale: 'fr-FR', viewport: { width: 390, height: 844 } },
    storageState: { cookies, origins: [] },
  })
  const small = await phone.newPage()
  await small.goto(`${accord.url}/contacts?list=${listId}&area=2B&sort=changed`)
  await small.getByRole('link', { name: /29$/ }).waitFor()
  await expect.poll(() => small.getByRole('combobox', { name: 'Liste' }).inputValue()).toBe('VIP')
  expect(await small.getByRole('textbox', { name: 'Département' }).inputValue()).toBe('2B')
  await expectFit(small)
  await phone.close()
  await ask('DELETE', `/v1/contacts/${contact.id}`)
})

test('on a telephone all of it fits the width', { timeout: 60_000 }, async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  const width = () => page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)
  await page.goto(`${accord.url}${paths.contacts}`)
  await page.getByRole('checkbox', { name: 'Select all 4 shown' }).check()
  await page.getByText('Selected: 4').waitFor()
  expect(await width()).toBeLessThanOrEqual(390)
  await expectFit(page)
  await page.getByRole('link', { name: /^Open .* 21$/ }).click()
  await page.getByRole('heading', { name: 'In the lists' }).waitFor()
  expect(await width()).toBeLessThanOrEqual(390)
  await button('Edit').click()
  await page.getByRole('dialog').getByText('Change a field first.').waitFor()
  expect(await width()).toBeLessThanOrEqual(390)
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 800 })
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.goto(`${accord.url}${paths.contacts}`)
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page
    .getByRole('checkbox', { name: 'Sélectionner toutes les personnes affichées (4)' })
    .check()
  await page.getByText('Sélection : 4').waitFor()
  await button('Enregistrer un STOP').click()
  await page
    .getByRole('dialog')
    .getByText(/^Sélection\s: 4\./)
    .waitFor()
  await expectFit(page)
})
