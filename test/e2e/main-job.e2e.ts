// The main job in a real browser: first run, wording, import, campaign, receipts,
// a message's story.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from '../../src/app/index.ts'
import {
  createAccount,
  expectFit,
  type NewAppInBrowser,
  newAppInBrowser,
} from '../support/browser-life.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: NewAppInBrowser
let app: RunningApp
let page: Page
beforeAll(async () => {
  life = await newAppInBrowser()
  app = life.app
  page = life.page
}, 120_000)

afterAll(() => life?.close())

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })

// A shop's file as it comes: a semicolon, a title, a landline, a person without proof.
const file = [
  'Fichier clients;;;;;',
  'Nom;Prénom;Portable;Accord SMS;Date accord;Source',
  'Exemple;Anaïs;06 39 98 00 11;oui;12/03/2026;carte de fidélité',
  'Modèle;Basile;0639980012;oui;14/03/2026;carte de fidélité',
  'Gabarit;Chloé;+33 6 39 98 00 13;oui;02/04/2026;carte de fidélité',
  'Patron;David;06.39.98.00.14;non;;',
  'Fixe;Élodie;01 99 00 12 34;oui;02/04/2026;carte de fidélité',
].join('\r\n')

test('a shop sends a lawful campaign from its contact file', { timeout: 180_000 }, async () => {
  await page.goto(`${app.url}/start#${app.setupCode}`)
  await heading('Welcome to Accord').waitFor()
  await expectFit(page)
  await createAccount(page, 'Boutique des Tilleuls')
  await heading('Welcome, Camille Exemple').waitFor()
  await expectFit(page)

  await link('Settings').click()
  await page.getByLabel('Sender name').fill('TILLEULS')
  await button('Request this sender').click()
  await page.getByText('Approved', { exact: true }).waitFor()
  await expectFit(page)

  await link('Consent wordings').click()
  await link('Add a wording').click()
  await page.getByLabel('Name (only you see it)').fill('Loyalty card')
  await page
    .getByLabel('The exact text that people see')
    .fill('J’accepte de recevoir les offres de Boutique des Tilleuls par e-mail.')
  await page.getByRole('checkbox', { name: 'SMS' }).check()
  await button('Save and check').click()
  // The words do not name SMS: the screen says what to mend, and publishing stays shut.
  await page.getByText('Correct this before you publish').first().waitFor()
  expect(await button('Publish').isDisabled()).toBe(true)
  await expectFit(page)

  await link('Consent wordings').click()
  await link('Add a wording').click()
  await page.getByLabel('Name (only you see it)').fill('Loyalty card, with SMS')
  await page
    .getByLabel('The exact text that people see')
    .fill(
      'J’accepte de recevoir les offres de Boutique des Tilleuls par SMS. Je peux retirer mon accord en répondant STOP.',
    )
  await page.getByRole('checkbox', { name: 'SMS' }).check()
  await button('Save and check').click()
  await page.getByText('This wording is ready to publish.').waitFor()
  await button('Publish').click()
  await page.getByText('Published', { exact: true }).waitFor()

  await link('Import contacts').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({
    name: 'clients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file, 'utf8'),
  })
  await button('Analyse this file').click()
  await page.getByText('Personal data: some columns identify a person on their own').waitFor()
  await expectFit(page)
  // What `Source` means is for a person to say: it is no certain sign of consent.
  await page.getByText(/^All (other )?columns/).click()
  await page.getByLabel('Store as: Source').first().click()
  await page.getByRole('option', { name: 'Consent: where it was given' }).click()
  await page.getByLabel('Wording that these people saw').first().click()
  await page.getByRole('option', { name: 'Loyalty card, with SMS' }).click()
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  await page.getByText('Consents recorded in the ledger').waitFor()
  await page.getByText('Download the rejected rows with the reason for each').waitFor()
  await expectFit(page)

  await link('Prepare a campaign for this list').click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Winter offers')
  await page.getByRole('radio', { name: 'Marketing' }).check()
  await page.getByRole('combobox', { name: 'Sender shown on the phone' }).fill('TILLEULS')
  await page
    .getByRole('textbox', { name: /^Text/ })
    .fill('Bonjour {first_name}, -20 % sur les écharpes samedi.')
  await page.getByText(/GSM 7: \d+ characters, 1 part/).waitFor()
  await button('Save and view the check sheet').click()
  await page.getByRole('heading', { name: 'Check sheet' }).waitFor()
  await page.getByText('Left out, by reason').waitFor()
  await expectFit(page)
  await button('Approve this sheet').click()
  await page.getByText('Approved', { exact: true }).waitFor()
  await button('Launch').click()
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 })
  await expectFit(page)

  await link('View the messages').click()
  await page.getByText('Delivered').first().waitFor()
  await page
    .getByRole('link', { name: /\+33 6/ })
    .first()
    .click()
  await heading('History of this message').waitFor()
  await page.getByText('Why it was').waitFor()
  await expectFit(page)
})

test('a number in clear asks for a reason', { timeout: 60_000 }, async () => {
  await link('Contacts').click()
  await heading('Contacts').waitFor()
  await page
    .getByRole('link', { name: /^Open \+33/ })
    .first()
    .click()
  await button('Reveal').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why do you need it?').fill('The customer called about her order')
  await dialog.getByRole('button', { name: 'Reveal' }).click()
  await dialog.getByText(/^\+336399800/).waitFor()
  await page.keyboard.press('Escape')
})

test('the look is in the journal, with its reason', { timeout: 60_000 }, async () => {
  await link('Journal').click()
  await heading('Journal').waitFor()
  await page.getByText('The customer called about her order').waitFor()
  await expectFit(page)
})

test('an invited person joins with the link and sees only their role', {
  timeout: 60_000,
}, async () => {
  await link('Settings').click()
  await page.getByText('Connected', { exact: true }).waitFor()
  const people = page.getByRole('region', { name: 'Users' })
  await people.getByRole('textbox', { name: /^Name/ }).fill('Dominique Modèle')
  await people.getByRole('textbox', { name: /^E-mail address/ }).fill('dominique@example.org')
  await people.getByRole('button', { name: 'Invite' }).click()
  const address = await people.getByText(/\/join#/).textContent()
  const context = await life.browser.newContext({ locale: 'en-GB' })
  const other = await context.newPage()
  await other.goto(address ?? '')
  await other.getByText(/ invites dominique@example.org\. Role: Sender\.$/).waitFor()
  await other.getByRole('textbox', { name: 'Password' }).fill('dominique@example.org')
  await other.getByRole('button', { name: 'Accept' }).click()
  await other.getByText(/This password is easy to guess/).waitFor()
  await other.getByRole('textbox', { name: 'Password' }).fill('un hiver sans neige')
  await other.getByRole('button', { name: 'Accept' }).click()
  await other.getByRole('heading', { name: 'Welcome, Dominique Modèle' }).waitFor()
  const mayNot = 'Your role does not allow this: read the journal. Ask the owner'
  const entries = other.getByRole('navigation')
  await entries.getByRole('link', { name: 'Campaigns', exact: true }).waitFor()
  expect(await entries.getByRole('link', { name: 'Journal', exact: true }).count()).toBe(0)
  await other.goto(`${app.url}/journal`)
  await other.getByRole('main').getByText(mayNot).waitFor()
  expect(await other.getByText('audit.read').count()).toBe(0)
  await other.goto(app.url)
  await page.reload()
  const role = people.getByRole('combobox', { name: 'Role of Dominique Modèle' })
  await role.click()
  await page.getByRole('option', { name: 'Viewer', exact: true }).click()
  await expectFit(page)
  const row = people.getByRole('row', { name: /Dominique Modèle/ })
  await row.getByRole('button', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Dominique Modèle from the account?' })
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await row.waitFor({ state: 'detached' })
  await other.reload()
  await other.getByRole('textbox', { name: 'Password' }).waitFor()
  await context.close()
})

testOfMatrix('the screens speak French', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await heading('Réglages').waitFor()
  expect(await page.getByRole('link', { name: 'Campagnes' }).count()).toBe(1)
})
