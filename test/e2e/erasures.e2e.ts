// A person's request ends with their erasure; staff read its certificate and test it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await accordInBrowser()
  await logIn(life.page, life.accord)
  await life.page.waitForURL(`${life.accord.url}/`)
}, 120_000)
afterAll(() => life?.close())

test('An erasure is listed, tested, and its certificate opens by the link for the person', async () => {
  const { accord, page } = life
  const person = { number: '+33639980976', fields: { lastName: 'Exemple' } }
  const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', person)
  await asked(accord, 'DELETE', `/v1/contacts/${made.contact.id}`)
  await page.goto(`${accord.url}${paths.erasures}`)
  await page.getByText('No request: a contact was deleted').waitFor()
  await page.getByRole('button', { name: 'Test now' }).click()
  await page.getByRole('status').getByText('Unreadable in today’s data').waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: 'Link for the person' }).click()
  const url = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: 'Certificate of erasure' }).waitFor()
  expect(await page.getByText('Tried again now').count()).toBe(1)
  await expectFit(page)
}, 120_000)
