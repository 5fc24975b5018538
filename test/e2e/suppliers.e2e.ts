// A supplier declared whole on screen, a change announced, and an account that objects to it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const dayMs = 86_400_000
/** By the installation’s clock, which is not the browser’s. */
const dayIn = (days: number) =>
  new Date(Date.parse('2026-11-25T10:00:00Z') + days * dayMs).toISOString().slice(0, 10)
const heading = (name: string) => page.getByRole('heading', { name, exact: true, level: 1 })

test('a signed contract, what is declared, a sub-processor announced and objected to', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}/installation/suppliers`)
  await heading('Suppliers and contracts').waitFor()
  await page.getByLabel('Name of the company').fill('Opérateur Exemple SAS')
  await page.getByRole('button', { name: 'Add a supplier' }).click()
  const card = page.getByRole('region', { name: 'Opérateur Exemple SAS' })
  await card.getByRole('button', { name: 'Add a contract with Opérateur Exemple SAS' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reference of the contract').fill('DPA-2026-014')
  await dialog.getByLabel('In force from').fill(dayIn(-20))
  await dialog.getByRole('button', { name: 'It says all of this' }).click()
  await dialog.getByRole('button', { name: 'Record the contract' }).click()
  await card.getByText('Contract in force').waitFor()

  await card.getByText('Signed contract', { exact: true }).click()
  const chosen = page.waitForEvent('filechooser')
  await card.getByLabel('Signed contract as a PDF').click()
  await (await chosen).setFiles({
    name: 'contract.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nsigned: Opérateur Exemple\n%%EOF'),
  })
  await card.getByRole('button', { name: 'Add the document' }).click()
  const download = page.waitForEvent('download')
  await card.getByRole('link', { name: /^Document of/ }).click()
  await download

  await card.getByText('What is declared of Opérateur Exemple SAS').click()
  await card.getByLabel('Days for which it keeps numbers').fill('365')
  await card.getByRole('button', { name: 'Save' }).click()
  await card.getByText('Saved.').waitFor()

  await card.getByText('Sub-processors', { exact: true }).click()
  const form = card.getByRole('form', { name: 'Announce a sub-processor' })
  await form.getByLabel('Name of the company').fill('Hébergeur Exemple GmbH')
  await form.getByLabel('What it does').fill('Hosting')
  await form.getByLabel('Works for the supplier since, or from').fill(dayIn(10))
  await form.getByRole('button', { name: 'Announce to all accounts' }).click()
  await form.getByText('Accounts have 30 days to object.', { exact: false }).waitFor()
  await form.getByLabel('Works for the supplier since, or from').fill(dayIn(40))
  await form.getByRole('button', { name: 'Announce to all accounts' }).click()
  await form.getByText('Announced. All accounts are notified.').waitFor()
  await expectFit(page)

  await page.goto(`${life.accord.url}/notifications`)
  await page
    .getByText('Opérateur Exemple SAS takes a new sub-processor from', { exact: false })
    .first()
    .waitFor()
  await page.goto(`${life.accord.url}/suppliers`)
  await heading('Processors').waitFor()
  await page.getByText('It keeps numbers for 365 days.').waitFor()
  await page.getByText('Object to this change').first().click()
  const object = page.getByRole('form', { name: 'Object to this change' })
  await object.getByLabel('Why you object').fill('Our data has to stay in France.')
  await object.getByRole('button', { name: 'Send the objection' }).click()
  await page.getByText('You objected on', { exact: false }).waitFor()
  await expectFit(page)

  await page.goto(`${life.accord.url}/installation/suppliers`)
  await page
    .getByRole('region', { name: 'Opérateur Exemple SAS' })
    .getByText('Sub-processors', { exact: true })
    .click()
  const region = page.getByRole('region', { name: 'Opérateur Exemple SAS' })
  await region.getByText('Our data has to stay in France.', { exact: false }).waitFor()
  await region.getByText('No answer yet.', { exact: false }).waitFor()

  const answer = region.getByRole('form', { name: /^Answer / })
  await answer.getByRole('combobox', { name: 'Answer' }).click()
  await page.getByRole('option', { name: 'The change is put off for this account' }).click()
  await answer.getByLabel('Until when it is put off').fill(dayIn(20))
  await answer.getByLabel('Reason').fill('Your data stays where it is until March.')
  await answer.getByRole('button', { name: 'Send the answer' }).click()
  // Before the day of the change it puts nothing off.
  await answer.getByText('give a day to come', { exact: false }).waitFor()
  await answer.getByLabel('Until when it is put off').fill(dayIn(90))
  await answer.getByRole('button', { name: 'Send the answer' }).click()
  await region.getByText('does not apply to this account before', { exact: false }).waitFor()
  await expectFit(page)

  await page.goto(`${life.accord.url}/notifications`)
  await page.getByText('does not apply to your account before', { exact: false }).first().waitFor()
  await page.goto(`${life.accord.url}/suppliers`)
  await page.getByText('Your data stays where it is until March.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Withdraw the objection' }).click()
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click()
  await page.getByText('The objection is withdrawn: the change applies.').waitFor()
  await expectFit(page)
})
