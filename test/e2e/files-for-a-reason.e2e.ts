// In a browser: a file with people in clear comes once it is said what it is for, and the journal
// has it; a decision on names says whether they are given.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
const number = '+33639982211'
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await ask('POST', '/v1/contacts', { number, fields: { lastName: 'Fictive' } })
  await logIn(page, accord)
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const button = (name: string) => page.getByRole('button', { name, exact: true })

test('contacts leave as a file for a reason alone, and the journal has it', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'Contacts', exact: true }).click()
  await button('Export as CSV').click()
  const dialog = page.getByRole('dialog', { name: 'Export as CSV' })
  await dialog.getByText('Whoever asks who saw their data may read the reason.').waitFor()
  await expectFit(page)
  await dialog.getByRole('textbox', { name: 'What is the file for?' }).fill('A mailing by post')
  const arrives = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download the file' }).click()
  const file = await arrives
  expect(file.suggestedFilename()).toBe('contacts.csv')
  expect(await readFile(await file.path(), 'utf8')).toContain(number)
  await page.getByText('The file is among your downloads.').waitFor()
  type Deeds = { items: { reason: string }[] }
  const { items } = await ask<Deeds>('GET', '/v1/audit?action=contacts.exported')
  expect(items.map(({ reason }) => reason)).toEqual(['A mailing by post'])
})

test('a decision on names waits until it is said whether they are given', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${accord.url}/reviews/new`)
  await page.getByRole('combobox', { name: 'What it is about' }).click()
  const subject = 'Whether a person is told who looked at their data'
  await page.getByRole('option', { name: subject }).click()
  await page.getByRole('textbox', { name: /^Title/ }).fill('Names in answers')
  await page.getByRole('textbox', { name: 'Name or firm' }).fill('Lou Exemple')
  await page.getByRole('textbox', { name: 'Question' }).fill('Are names given or not?')
  await page.getByRole('textbox', { name: 'Decision' }).fill('They are given.')
  await page.getByRole('textbox', { name: 'Decided by' }).fill('Lou Exemple')
  await page.getByLabel('Decided on').fill('2026-11-22')
  await page.getByRole('textbox', { name: 'Why' }).fill('Everybody knows whom to ask.')
  await page.getByText('Choose whether the names of those who looked are given.').waitFor()
  await page.getByRole('combobox', { name: 'What the answer to a person says' }).click()
  await page.getByRole('option', { name: 'The names of those who looked are given' }).click()
  await expectFit(page)
  await button('Save').click()
  await page.getByText('Names in answers').first().waitFor()
  type Reviews = { items: { id: string }[] }
  const { items } = await ask<Reviews>('GET', '/v1/reviews')
  type Review = { record: { staffNames: string } }
  const review = await ask<Review>('GET', `/v1/reviews/${items[0]?.id}`)
  expect(review.record.staffNames).toBe('given')
})
