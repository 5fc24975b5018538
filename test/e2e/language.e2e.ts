// The switch of language reaches what the server says, without a reload.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, logIn } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await accordInBrowser()
}, 120_000)
afterAll(() => life?.close())

/** Its control lies under its label: whoever clicks, clicks the label. */
const choose = (page: Page, language: 'FR' | 'EN') =>
  page.getByText(language, { exact: true }).filter({ visible: true }).click()

test('a reason that was told in English is not left in English', async () => {
  const { page, accord } = life
  await page.goto(`${accord.url}${paths.login}`)
  await page.getByLabel('E-mail address').fill(accord.owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.getByRole('alert').getByText('password').waitFor()
  await choose(page, 'FR')
  await page.getByRole('alert').getByText('Recommencez pour la lire en français.').waitFor()
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('alert').getByText('mot de passe').waitFor()
  await choose(page, 'EN')
})

test('the story of a message changes its language with the screen', async () => {
  const { page, accord } = life
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/messages', {
    to: '+33639980061',
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
  await page.goto(`${accord.url}${paths.message(id)}`)
  await page.getByText('Accepted and saved to disk.').waitFor()
  await choose(page, 'FR')
  await page.getByText('Accepté et enregistré sur le disque.').waitFor()
  await choose(page, 'EN')
  await page.getByText('Accepted and saved to disk.').waitFor()
})

test('every call of every screen is made in the language of the screen', async () => {
  const { page, accord } = life
  // Nobody waits for the words to come: what was chosen holds on the next page.
  await choose(page, 'FR')
  const languages = new Set<string | undefined>()
  const seen = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/v1/')) return
    seen.add(pathname)
    languages.add(request.headers()['accept-language'])
  })
  for (const path of [paths.contacts, paths.imports, paths.messages, paths.requests]) {
    await page.goto(`${accord.url}${path}`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
  }
  expect(seen.size).toBeGreaterThan(4)
  expect([...languages]).toEqual(['fr'])
})
