// What a sender leaves the form of a campaign for, and comes back from: a sender, a template, a
// wording; then somebody who is looked for by name among all contacts, and the results of a period.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
  const { accord } = life
  await asked(accord, 'POST', '/v1/lists', { name: 'Rendez-vous' })
  for (const [index, firstName] of ['Basile', 'Anaïs', 'Chloé'].entries()) {
    const number = `+3363998420${index}`
    await asked(accord, 'POST', '/v1/contacts', { number, fields: { firstName } })
  }
}, 180_000)
afterAll(() => life?.close())

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })
const field = (name: RegExp) => page.getByRole('textbox', { name })

test('a campaign that is half written waits for its author, with a sender made beside it', {
  timeout: 90_000,
}, async () => {
  await page.goto(`${life.accord.url}/campaigns/new`)
  await field(/^Name/).fill('Of tomorrow')
  await page.getByRole('combobox', { name: 'List' }).click()
  await page.getByRole('option', { name: 'Rendez-vous' }).click()
  await page.getByRole('radio', { name: 'Alert' }).check()
  await field(/^Text/).fill('Votre rendez-vous est demain à 10 h.')
  await button('Register a sender').click()
  const dialog = page.getByRole('dialog', { name: 'Register a sender' })
  await dialog.getByRole('textbox', { name: /^Sender name/ }).fill('BOUTIQUE')
  await dialog.getByRole('button', { name: 'Request this sender' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const sender = page.getByRole('combobox', { name: 'Sender shown on the phone' })
  expect(await sender.inputValue()).toBe('BOUTIQUE')
  await button('Save this text as a template').click()
  const asking = page.getByRole('dialog', { name: 'Save this text as a template' })
  await asking.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved as the template “Of tomorrow”.').waitFor()
  await page.reload()
  await page.getByText('What you had typed is here again.').waitFor()
  expect(await field(/^Text/).inputValue()).toBe('Votre rendez-vous est demain à 10 h.')
  expect(await sender.inputValue()).toBe('BOUTIQUE')
  await expectFit(page)
})

test('a draft wording is changed until it is published, and one comes back to the campaign', {
  timeout: 90_000,
}, async () => {
  await page.goto(`${life.accord.url}/wordings/new`)
  await page.getByText('The campaign “Of tomorrow” that you are writing is waiting').waitFor()
  await field(/^Name/).fill('At the till')
  await field(/^The exact text/).fill('I agree to receive offers.')
  await page.getByRole('checkbox', { name: 'SMS' }).check()
  await button('Save and check').click()
  await heading('At the till').waitFor()
  await link('Change').click()
  await heading('Change the wording').waitFor()
  const name = await field(/^Who will write/).inputValue()
  await field(/^The exact text/).fill(`I agree to receive offers from ${name} by SMS.`)
  await button('Save and check').click()
  await page.getByText('This wording is ready to publish.').waitFor()
  await expectFit(page)
  await button('Publish').click()
  await link('Write a new version').waitFor()
  expect(await link('Change').count()).toBe(0)
  await link('Go back to it').click()
  await heading('New campaign').waitFor()
  expect(await field(/^Name/).inputValue()).toBe('Of tomorrow')
  await button('Start afresh').click()
  expect(await field(/^Name/).inputValue()).toBe('')
  await page.goto(`${life.accord.url}/wordings`)
  await heading('Consent wordings').waitFor()
  expect(await link('Go back to it').count()).toBe(0)
})

test('a name is looked for among all contacts from anywhere, and stands in no address', {
  timeout: 60_000,
}, async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('anais')
  await page.getByRole('option', { name: /Look for the name “anais” in all contacts/ }).click()
  await heading('Contacts').waitFor()
  const found = page.getByRole('region', { name: 'Found' })
  await found.getByRole('link').first().waitFor()
  expect(await found.getByRole('row').count()).toBe(2)
  expect(page.url()).not.toContain('anais')
  await expectFit(page)
  await button('Close the search').click()
  await page.goto(`${life.accord.url}/campaign-results`)
  await page.getByText('No campaign was launched in this period').waitFor()
  await expectFit(page)
})
