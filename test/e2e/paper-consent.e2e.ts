// At a contact, in a browser: a signed paper is recorded, counts, and is opened with a reason.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'

let life: AccordInBrowser
let accord: Accord
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
}, 120_000)
afterAll(() => life?.close())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

const pdf = Buffer.from('%PDF-1.4\nsigned: Jeanne Exemple\n%%EOF')
const shownText =
  'I agree to receive offers from Boutique des Tilleuls by SMS. I can withdraw by replying STOP.'

async function paperAndPerson(): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Counter card',
    language: 'en',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText,
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  await ask('POST', '/v1/contacts', { number: '0639980511' })
}

async function loggedIn(): Promise<Page> {
  const context = await life.browser.newContext({ locale: 'en-GB', acceptDownloads: true })
  const page = await context.newPage()
  await logIn(page, accord)
  return page
}

test('a paper is recorded at the contact and opened again', { timeout: 120_000 }, async () => {
  await paperAndPerson()
  const page = await loggedIn()
  await page.getByRole('link', { name: 'Contacts', exact: true }).click()
  await page.getByRole('link', { name: /^Open \+33/ }).click()
  await page.getByText('This person has not given any consent yet.').waitFor()
  await page.getByText(/^Record a paper, a call/).click()
  await expectFit(page)

  await page.getByRole('combobox', { name: 'Wording that was read or spoken' }).click()
  await page.getByRole('option', { name: /Counter card/ }).click()
  await page.getByText(shownText).waitFor()
  const box = page.getByRole('checkbox', { name: 'SMS', exact: true })
  expect(await box.isChecked()).toBe(false)
  await box.check()
  await page.getByLabel('Date on the document, or of the call').fill('2026-11-20')
  await page.getByLabel(/Source: counter/).fill('Counter in Lyon')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Scan \(PDF, JPEG, PNG\)/ }).click()
  await (await chooser).setFiles({ name: 'card.pdf', mimeType: 'application/pdf', buffer: pdf })
  const save = page.getByRole('button', { name: 'Record', exact: true })
  expect(await save.isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: /I have checked this file/ }).check()
  await save.click()
  await page.getByText(/Recorded: Signed paper\. Fingerprint [0-9a-f]{64}\./).waitFor()
  await page.getByText('Valid', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Open the document' }).click()
  const dialog = page.getByRole('form', { name: /Open the document or recording/ })
  await dialog.getByRole('textbox', { name: /Why do you need it/ }).fill('The person asked for it')
  await expectFit(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Open the document' }).click()
  const file = await (await download).path()
  expect(readFileSync(file).equals(pdf)).toBe(true)
  await page.getByRole('link', { name: 'Journal', exact: true }).click()
  await page.getByText('The person asked for it').waitFor()
})
