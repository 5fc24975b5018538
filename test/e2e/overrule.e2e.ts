// At an import, in a browser: what follows from each column is shown, and a person overrules one.
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

// A number beside a diagnosis: nothing personal by the letter of the rule,
// and blocked all the same.
const file = [
  'Mobile;Diagnostic;Atelier',
  '06 39 98 00 21;diabète;Martin',
  '06 39 98 00 22;asthme;Sophie',
  '06 39 98 00 23;migraine;Julien',
].join('\r\n')

test('a person sees what follows and overrules a column', { timeout: 120_000 }, async () => {
  await page.goto(`${app.url}/start#${app.setupCode}`)
  await createAccount(page, 'Cabinet des Tilleuls')
  await page.getByRole('link', { name: 'Import contacts', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  const buffer = Buffer.from(file, 'utf8')
  await (await chooser).setFiles({ name: 'suivi.csv', mimeType: 'text/csv', buffer })
  await button('Analyse this file').click()

  const diagnosis = page.getByRole('row').filter({ hasText: 'Diagnostic' })
  await diagnosis.getByText(/Sensitive data: imported only on a legal basis in force/).waitFor()
  expect(await diagnosis.getByRole('combobox').count()).toBe(0)
  await page.getByText(/^All (other )?columns/).click()
  const number = page.getByRole('row').filter({ hasText: 'Mobile' })
  await number.getByText(/Encrypted with the person’s key/).waitFor()

  await button('Change the type: Diagnostic').click()
  await page.getByText('Say what the column contains, and how you know.').waitFor()
  await page.getByRole('combobox', { name: 'What the column really contains' }).click()
  await page.getByRole('option', { name: 'category', exact: true }).click()
  await page
    .getByRole('textbox', { name: /How you know/ })
    .fill('These are the names of our workshops.')
  await diagnosis.getByText('No matching field: not stored.').waitFor()
  await expectFit(page)
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
})
