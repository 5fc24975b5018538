// From an empty account to delivered messages with a shop's own file, by night, and by few clicks.
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, type NewAppInBrowser, newAppInBrowser } from '../support/browser-life.ts'

let life: NewAppInBrowser
let page: Page
beforeAll(async () => {
  // Half past eleven on a Saturday evening: no marketing leaves before Monday morning.
  life = await newAppInBrowser('2026-11-28T23:30:00+01:00')
  page = life.page
}, 120_000)
afterAll(() => life?.close())

/** As a person counts: whatever is pressed, and whatever is written by hand. */
const done = { clicks: 0, typed: 0 }
async function press(what: Locator) {
  done.clicks += 1
  await what.click()
}
async function type(into: Locator, text: string) {
  done.typed += 1
  await into.fill(text)
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })

test('at most fifteen clicks and five fields, at any hour', { timeout: 240_000 }, async () => {
  await page.goto(`${life.app.url}/start#${life.app.setupCode}`)
  await createAccount(page, 'Boutique Lumen')
  await press(link('Import contacts'))
  const chooser = page.waitForEvent('filechooser')
  await press(button('Choose a file'))
  await (await chooser).setFiles(join(import.meta.dirname, '../../samples/boutique.csv'))
  await press(button('Analyse this file'))
  await press(link('Turn this text into a wording'))
  await press(button('Save and check'))
  await press(button('Publish'))
  await press(link('Back to the import'))
  await press(button('Import'))
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })

  await press(link('Prepare a campaign for this list'))
  await type(page.getByRole('textbox', { name: /^Name/ }), 'Winter offers')
  await press(page.getByRole('radio', { name: 'Marketing' }))
  await type(page.getByRole('combobox', { name: 'Sender shown on the phone' }), 'SANDBOX')
  await type(
    page.getByRole('textbox', { name: /^Text/ }),
    'Bonjour {first_name}, -20 % sur les lampes samedi.',
  )
  await press(button('Save and view the check sheet'))
  await press(button('Approve this sheet'))
  await press(button('Launch'))
  await press(button('Set the clock to the opening'))
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 })
  await page
    .getByRole('note')
    .getByText(/^.*Its clock was set and reads/)
    .waitFor()
  await link('View the messages').click()
  await page.getByText('Delivered').first().waitFor()

  expect(done.clicks).toBeLessThanOrEqual(15)
  expect(done.typed).toBeLessThanOrEqual(5)
})
