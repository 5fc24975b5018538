// On the screen of forms: a keyword is opened, heard from a handset, and closed.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

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

async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const answer = await accord.call<T>(accord.accounts[0].token, method, path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}

test('a keyword is opened and closed in French', { timeout: 120_000 }, async () => {
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
  const context = await browser.browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(`${accord.url}/login`)
  await page.getByLabel('Adresse électronique').fill(accord.owner.email)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(accord.owner.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL(`${accord.url}/`)
  await page.goto(`${accord.url}/forms`)
  await page.evaluate('document.documentElement.lang')

  const title = page.getByRole('heading', { name: /Mots-clés par SMS|Keywords by SMS/ })
  await title.waitFor()
  const word = page.getByLabel(/Le mot, comme OUI|The word, such as JOIN/)
  await word.fill('Oui')
  await page.getByRole('combobox', { name: /Les mots écrits à côté|The words that stand/ }).click()
  await page.getByRole('option', { name: 'Affiche' }).click()
  await page.getByLabel(/Expéditeur de la réponse|Sender of the answer/).fill('Tilleuls')
  await page.getByRole('button', { name: /Ouvrir le mot-clé|Open the keyword/ }).click()
  await page.getByText(/Envoyer OUI au 36111|Send OUI to 36111/).waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  await page.getByRole('button', { name: /(Fermer|Close) : OUI/ }).click()
  await page.getByText(/^(Fermé|Closed)$/).waitFor()
})
