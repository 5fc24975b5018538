// A shop's file in a minute: its own words become the wording, the forecast is what happens,
// and the file is recognised when it comes again.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from '../../src/app/index.ts'
import {
  createAccount,
  expectFit,
  type NewAppInBrowser,
  newAppInBrowser,
} from '../support/browser-life.ts'

let life: NewAppInBrowser
let app: RunningApp
let page: Page
beforeAll(async () => {
  life = await newAppInBrowser()
  app = life.app
  page = life.page
}, 120_000)

afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })

async function chooseBoutique() {
  await link('Import contacts').click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  await (await chooser).setFiles(join(import.meta.dirname, '../../samples/boutique.csv'))
  await button('Analyse this file').click()
}

const forecast = () => page.getByRole('region', { name: 'What this import will do' })

test('the text of a file is published by whoever reads it, and the forecast comes true', {
  timeout: 180_000,
}, async () => {
  await page.goto(`${app.url}/start#${app.setupCode}`)
  await createAccount(page, 'Boutique Lumen')
  await chooseBoutique()
  await forecast().getByText('0 of 189 people can receive marketing').waitFor({ timeout: 60_000 })
  await expectFit(page)
  const listName = page.getByRole('textbox', { name: 'Name of the list' })
  await listName.fill('Clients de mars')
  const mends = page.getByRole('switch', { name: /^Put back the leading 0/ })
  await mends.press('Space')
  expect(await mends.isChecked()).toBe(false)
  await link('Turn this text into a wording').click()
  const text = page.getByLabel('The exact text that people see')
  await text.waitFor()
  expect(await text.inputValue()).toBe(
    'J’accepte de recevoir par SMS les offres de la boutique Lumen.',
  )
  await button('Save and check').click()
  await button('Publish').click()
  await link('Back to the import').click()

  await page.getByText(/^Recognised: \d+ of the first rows quote/).waitFor()
  // What was chosen before is there again, also after a reload; one button gives it up.
  await page.getByText('Your choices for this file are still here.').waitFor()
  await page.reload()
  await page.getByText('Your choices for this file are still here.').waitFor()
  expect(await listName.inputValue()).toBe('Clients de mars')
  expect(await mends.isChecked()).toBe(false)
  await expectFit(page)
  await button('Start again from what is proposed').click()
  await page.getByText('Your choices for this file are still here.').waitFor({ state: 'detached' })
  expect(await listName.inputValue()).toBe('boutique')
  expect(await mends.isChecked()).toBe(true)
  await forecast().getByText('107 of 189 people can receive marketing').waitFor({ timeout: 60_000 })
  await expectFit(page)
  const { height } = page.viewportSize() ?? { height: 0 }
  const long = await page.evaluate<number>('document.documentElement.scrollHeight')
  expect(long / height).toBeLessThanOrEqual(2)
  await forecast()
    .getByText(/^33 lack proof · 49 did not agree/)
    .click()
  await forecast().getByText('Row numbers in the spreadsheet').waitFor()
  await expectFit(page)

  // Who saw the text without a row that quotes it is for a person to say.
  await page.getByText('For rows that lack something').click()
  await page.getByLabel('People whose row quotes no text saw this wording too').check()
  await forecast().getByText('116 of 189 people can receive marketing').waitFor({ timeout: 60_000 })
  await forecast()
    .getByText(/^24 lack proof · 49 did not agree/)
    .waitFor()

  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  const consents = page.getByText('Consents recorded in the ledger').locator('..')
  expect(await consents.textContent()).toContain('116')
  const kept = 'Object.keys(sessionStorage).filter((key) => key.startsWith("accord.mapping"))'
  expect(await page.evaluate<string[]>(kept)).toEqual([])
})

test('the same file joins the list that it made', { timeout: 120_000 }, async () => {
  await chooseBoutique()
  await page.getByText(/^This very file was imported on/).waitFor()
  const joins = page.getByRole('radio', { name: 'Into the list that it made then: boutique' })
  expect(await joins.isChecked()).toBe(true)
  await expectFit(page)
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  await link('Contacts').click()
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
})
