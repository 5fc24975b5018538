// On the screen of forms: a keyword is opened, heard from a handset, and closed.
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
  const { page } = life
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
  await page.goto(`${accord.url}/forms`)
  await page.getByRole('heading', { name: 'Keywords by SMS' }).waitFor()
  const word = page.getByLabel('Keyword, such as JOIN')
  const second = page.getByRole('checkbox', { name: /ask for a second yes/ })
  await word.fill('Club')
  expect(await second.isChecked()).toBe(false)
  // A plain yes may answer anything: the second one is no choice then, and the screen says why.
  await word.fill('Oui')
  await page.getByText('always required for OUI').waitFor()
  expect([await second.isChecked(), await second.isDisabled()]).toEqual([true, true])
  await page.getByRole('combobox', { name: /Wording published with it/ }).click()
  await page.getByRole('option', { name: 'Affiche' }).click()
  await page.getByLabel('Sender of the answer').fill('Tilleuls')
  await page.getByRole('button', { name: 'Activate the keyword' }).click()
  await page.getByText('Send OUI to 36111').waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: 'Close: OUI' }).click()
  await page.getByText('Closed', { exact: true }).waitFor()
})
