// In a browser, in both languages: the security check, run again once a gap was mended.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkKeysOnPaper, recoveryCopyOf } from '../../src/app/index.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

test('gaps are read with what to do, and gone once they are mended', {
  timeout: 120_000,
}, async () => {
  const { page, accord } = life
  await page.goto(`${accord.url}/installation/check`)
  await page.getByRole('heading', { level: 1, name: 'Security check' }).waitFor()
  const toBeDone = page.getByRole('region', { name: /^To be done/ })
  const paper = toBeDone.getByRole('article', { name: 'Paper copy of the root key' })
  await paper.getByText(/^Nobody has shown that the paper copy exists/).waitFor()
  await paper.getByText(/accord keys check-copy/).waitFor()
  await toBeDone.getByRole('article', { name: 'Backup', exact: true }).waitFor()
  const fine = page.getByRole('region', { name: /^Fine/ })
  await fine.getByRole('article', { name: 'Separation of accounts' }).waitFor()
  await expectFit(page)

  checkKeysOnPaper(accord.config, await recoveryCopyOf(accord.config))
  await page.getByRole('button', { name: 'Check again' }).click()
  await fine.getByRole('article', { name: 'Paper copy of the root key' }).waitFor()
  expect(await paper.count()).toBe(0)
  const history = page.getByRole('region', { name: 'What each day found' })
  await expect.poll(() => history.getByRole('row').count()).toBe(2)

  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: 'Contrôle de sécurité' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('article', { name: 'Sauvegarde', exact: true }).waitFor()
  await expectFit(page)
})

test('the open points lead to where each is done, from the first page on', {
  timeout: 120_000,
}, async () => {
  const { page, accord } = life
  await page.setViewportSize({ width: 1280, height: 900 })
  type Made = { contact: { id: string } }
  const { contact } = await asked<Made>(accord, 'POST', '/v1/contacts', { number: '+33639980951' })
  await asked(accord, 'POST', `/v1/contacts/${contact.id}/desk/acts`, {
    ...{ action: 'access', heardBy: 'phone', reason: 'They rang for a copy' },
  })
  await page.goto(`${accord.url}/`)
  await page.getByRole('link', { name: /^Points ouverts\s: \d+/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Points ouverts' }).waitFor()
  await page.getByRole('row', { name: /Contrôle de sécurité : Sauvegarde/ }).waitFor()
  await expectFit(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page
    .getByRole('row', { name: /attend une réponse/ })
    .getByRole('link', { name: 'Répondre' })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Demandes sur les données' }).waitFor()
})
