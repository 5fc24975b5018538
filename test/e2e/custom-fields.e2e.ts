// An appointment from a file to a message, by screens alone:
// a column becomes a field, a text names it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

const file = [
  'Mobile;Prénom;Rendez-vous',
  '0639984101;Inès;03/12/2026 14:30',
  '0639984102;Noé;bientôt',
].join('\r\n')

test('a column becomes a custom field, and each person is told their own appointment', {
  timeout: 240_000,
}, async () => {
  const { page } = life
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const option = (name: string) => page.getByRole('option', { name, exact: true })

  await link('Import contacts').click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  const buffer = Buffer.from(file, 'utf8')
  await (await chooser).setFiles({ name: 'rdv.csv', mimeType: 'text/csv', buffer })
  await button('Analyse this file').click()
  await page.getByText(/^All (other )?columns/).click()
  const column = page.getByRole('combobox', { name: 'Store as: Rendez-vous' })
  await column.click()
  await option('New custom field…').click()
  const making = page.getByRole('group', { name: 'New custom field…' })
  expect(await making.getByLabel('Name').inputValue()).toBe('Rendez-vous')
  await making.getByRole('combobox', { name: 'Type' }).click()
  await option('Date and time').click()
  await expectFit(page)
  await making.getByRole('button', { name: 'Create and use' }).click()
  await expect.poll(() => column.inputValue()).toBe('Rendez-vous')
  await expectFit(page)
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  await page.getByText('Rendez-vous: not a date with a time', { exact: false }).waitFor()
  await expectFit(page)

  await link('Prepare a campaign for this list').click()
  await page.getByRole('textbox', { name: 'Text' }).fill('Votre rendez-vous : ')
  await button('+ Rendez-vous').click()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue())
    .toBe('Votre rendez-vous : {rendez_vous}')
  await expectFit(page)

  await link('Contacts').click()
  await link('Custom fields').click()
  await page.getByRole('heading', { level: 1, name: 'Custom fields' }).waitFor()
  await page.getByText('{rendez_vous}', { exact: true }).waitFor()
  await expectFit(page)
  await page.getByLabel('Name').fill('IBAN')
  await page.getByRole('combobox', { name: 'Type' }).click()
  await option('Text').click()
  await button('Add the field').click()
  await page.getByText(/“IBAN” seems to be sensitive data/).waitFor()
  await page.getByLabel('Name').fill('Amount due')
  await button('Add the field').click()
  await page.getByText('“Amount due” was added.').waitFor()
  await page
    .getByRole('row', { name: /Amount due/ })
    .getByRole('button', { name: 'Archive' })
    .click()
  await page
    .getByRole('row', { name: /Amount due/ })
    .getByText('Archived')
    .waitFor()
  await expectFit(page)

  await link('Contacts').click()
  await page.getByRole('link', { name: /^Open \+33 .* 01$/ }).click()
  await button('Reveal').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('she asked when')
  await dialog.getByRole('button', { name: 'Reveal' }).click()
  await dialog.getByText('Rendez-vous: 3 Dec 2026 at 14:30').waitFor()
  await expectFit(page)
})
