// The life of an import in a browser: recognised, kept, taken back, and remembered for the next time.
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

async function firstRun() {
  await page.goto(`${app.url}/start#${app.setupCode}`)
  await page.getByLabel('Name of your organisation').fill('Librairie du Canal')
  await page.getByLabel('Your name').fill('Camille Exemple')
  await page.getByLabel('Your e-mail address').fill('camille@example.org')
  await page.getByRole('textbox', { name: 'Password' }).fill('les cerises de juin')
  await button('Create the account').click()
}

async function choose(name: string, lines: readonly string[]) {
  await page.getByRole('link', { name: 'Import contacts', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  const buffer = Buffer.from(lines.join('\r\n'), 'utf8')
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
  await button('Read this file').click()
}

async function withoutViolations() {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

// The header of Brevo's export.
const header = 'CONTACT ID,EMAIL,PRENOM,NOM,SMS,OPT_IN'

test('an export is recognised, goes in, is taken back, and is remembered', {
  timeout: 180_000,
}, async () => {
  await firstRun()
  await choose('contacts.csv', [
    header,
    '1,ines@example.org,Inès,Exemple,33639980031,true',
    '2,noe@example.org,Noé,Modèle,33639980032,true',
  ])
  await page.getByText(/Brevo/).waitFor()
  await page.getByRole('textbox', { name: 'Name of the list' }).fill('Newsletter')
  await button('Import').click()
  await page.getByRole('heading', { name: 'What became of each row' }).waitFor({ timeout: 60_000 })

  await button('Take this import back…').click()
  const dialog = page.getByRole('region', { name: 'Take this import back' })
  await dialog.getByText('Of the contacts that it made (2)', { exact: false }).waitFor()
  await withoutViolations()
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click()
  await button('Take this import back…').click()
  await dialog.getByRole('button', { name: 'Take it back', exact: true }).click()
  await page
    .getByText(/^Taken back on .*\. Contacts erased: 2, kept: 0/)
    .waitFor({ timeout: 60_000 })
  expect(await button('Take this import back…').count()).toBe(0)

  await choose('contacts-2.csv', [header, '3,zoe@example.org,Zoé,Fictif,33639980033,true'])
  await page.getByText(/A file with these very columns was imported on/).waitFor()
  await withoutViolations()
  await button('Import').click()
  await page.getByRole('heading', { name: 'What became of each row' }).waitFor({ timeout: 60_000 })
})

test('who is in quarantine is counted, with what to do next, and deleted', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'What to do next about those in quarantine' }).click()
  const group = page.getByRole('region', { name: 'Nothing proves consent.' })
  await group.getByText('People: 1').waitFor()
  await group.getByText(/Never by SMS/).waitFor()
  await withoutViolations()
  await group.getByRole('button', { name: 'Delete these contacts…' }).click()
  await group.getByRole('button', { name: /^Delete them \(1\)/ }).click()
  await page.getByText('Contacts deleted: 1.').waitFor()
  await page.getByText('Nobody is in quarantine').waitFor()
})

test('the refusals of another platform come in, and are told by rows', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'Move in and out', exact: true }).click()
  const section = page.getByRole('region', { name: 'People who said no elsewhere' })
  const chooser = page.waitForEvent('filechooser')
  await section.getByRole('button', { name: 'The list' }).click()
  const buffer = Buffer.from('Phone;Opted out of SMS\n0639980041;true\n0639980042;false\n')
  await (await chooser).setFiles({ name: 'optouts.csv', mimeType: 'text/csv', buffer })
  await section.getByLabel('Where it comes from (kept as evidence)').fill('HubSpot, May 2026')
  await section.getByRole('button', { name: 'Record these refusals' }).click()
  await section
    .getByText(/2 rows: 1 refusals recorded, 0 stood already, 1 rows say subscribed/)
    .waitFor()
  await withoutViolations()
})
