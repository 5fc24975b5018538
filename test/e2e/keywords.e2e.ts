// On the screen of forms: a keyword is opened, heard from a handset, and closed.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let browser: TestBrowser
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await accord?.stop()
})

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

test('a keyword is opened and closed on the screen of forms', { timeout: 120_000 }, async () => {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Affiche',
    language: 'fr',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText: 'Envoyez OUI pour recevoir par SMS les offres de Boutique des Tilleuls.',
    channels: ['sms'],
    purposes: ['offers'],
    form: { boxInitially: 'none' },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const context = await browser.browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${accord.url}/login`)
  await page.getByLabel('E-mail address').fill(accord.owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(accord.owner.password)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL(`${accord.url}/`)
  await page.goto(`${accord.url}/forms`)
  await page.getByRole('heading', { name: 'Keywords by SMS' }).waitFor()
  await page.getByLabel('The word, such as JOIN').fill('Oui')
  await page.getByRole('combobox', { name: /The words that stand/ }).click()
  await page.getByRole('option', { name: 'Affiche' }).click()
  await page.getByLabel('Sender of the answer').fill('Tilleuls')
  await page.getByRole('button', { name: 'Open the keyword' }).click()
  await page.getByText('Send OUI to 36111').waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  await page.getByRole('button', { name: 'Close : OUI' }).click()
  await page.getByText('Closed', { exact: true }).waitFor()
})
