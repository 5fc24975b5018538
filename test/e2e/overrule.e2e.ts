// At an import, in a browser: what follows from each column is shown, and a person overrules one.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, startApp } from '../../src/app/index.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { lawfulConfig } from '../support/lawful-hours.ts'

const folders = [newTestFolder(), newTestFolder()] as const
let app: RunningApp
let browser: TestBrowser
let page: Page

beforeAll(async () => {
  const { config, timers } = lawfulConfig({
    ACCORD_DATA: folders[0],
    ACCORD_KEYS: folders[1],
    ACCORD_PORT: '0',
    ACCORD_LANGUAGE: 'en',
  })
  app = await startApp(config, { timers })
  browser = await startBrowser()
  const context = await browser.browser.newContext({ locale: 'en-GB' })
  page = await context.newPage()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  for (const folder of folders) removeTestFolder(folder)
})

const button = (name: string) => page.getByRole('button', { name, exact: true })

// A number beside a diagnosis: nothing personal by the letter of the rule, and blocked all the same.
const file = [
  'Mobile;Diagnostic;Atelier',
  '06 39 98 00 21;diabète;Martin',
  '06 39 98 00 22;asthme;Sophie',
  '06 39 98 00 23;migraine;Julien',
].join('\r\n')

test('a person sees what follows and overrules a column', { timeout: 120_000 }, async () => {
  await page.goto(`${app.url}/start#${app.setupCode}`)
  await page.getByLabel('Name of your organisation').fill('Cabinet des Tilleuls')
  await page.getByLabel('Your name').fill('Camille Exemple')
  await page.getByLabel('Your e-mail address').fill('camille@example.org')
  await page.getByRole('textbox', { name: 'Password' }).fill('les cerises de juin')
  await button('Create the account').click()
  await page.getByRole('link', { name: 'Import contacts', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  const buffer = Buffer.from(file, 'utf8')
  await (await chooser).setFiles({ name: 'suivi.csv', mimeType: 'text/csv', buffer })
  await button('Read this file').click()

  const diagnosis = page.getByRole('row').filter({ hasText: 'Diagnostic' })
  await diagnosis.getByText(/Does not go in without a ground in force: sensitive data/).waitFor()
  expect(await diagnosis.getByRole('combobox').count()).toBe(0)
  const number = page.getByRole('row').filter({ hasText: 'Mobile' })
  await number.getByText(/Sealed under the person’s key/).waitFor()

  await button('It is something else: Diagnostic').click()
  await page.getByText('Say what the overruled column holds, and how you know.').waitFor()
  await page.getByRole('combobox', { name: 'What the column holds in truth' }).click()
  await page.getByRole('option', { name: 'category', exact: true }).click()
  await page
    .getByRole('textbox', { name: /How you know/ })
    .fill('These are the names of our workshops.')
  await diagnosis.getByText('No field for it: not kept.').waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  await button('Import').click()
  await page.getByRole('heading', { name: 'What became of each row' }).waitFor({ timeout: 60_000 })
})
