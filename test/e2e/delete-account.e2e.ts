// The deletion of an account on screens: asked for, seen on every screen, undone by the e-mail;
// and what whoever manages the installation sees of it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailView } from '../../src/notifications/contract.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })

test('an owner asks for the deletion, and undoes it by the e-mail', {
  timeout: 120_000,
}, async () => {
  await link('Settings').click()
  await link('Delete the account').click()
  await page.getByRole('heading', { name: 'What is kept, and until when' }).waitFor()
  await page.getByText(/For 14 days: you can log in/).waitFor()
  await expectFit(page)

  await page.getByLabel('Your password').fill('les figues de septembre')
  await page.getByRole('checkbox').check()
  await button('Delete the account').click()
  await page.getByText('The current password is wrong.').waitFor()
  await page.getByLabel('Your password').fill(life.accord.owner.password)
  await button('Delete the account').click()
  await page.getByRole('heading', { name: 'The deletion is scheduled' }).waitFor()
  await expectFit(page)

  await link('Home').click()
  await page.getByText(/^This account will be deleted on/).waitFor()
  await link('Deletions').click()
  await page.getByRole('row', { name: /Boutique des Tilleuls.*Scheduled/ }).waitFor()
  await expectFit(page)

  const { accord } = life
  const { body } = await accord.call<{ items: MailView[] }>(accord.owner.cookie, 'GET', '/v1/mails')
  const text = body.items[0]?.content?.text ?? ''
  const url = /http\S+\/deletion\/undo\/\S+/.exec(text)?.[0] ?? ''
  const stranger = await life.browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' })
  const other = await stranger.newPage()
  await other.goto(url)
  await expectFit(other)
  await other.getByRole('button', { name: 'Annuler la suppression' }).click()
  await other.getByRole('heading', { name: 'La suppression est annulée' }).waitFor()
  await stranger.close()

  await page.reload()
  await page.getByRole('row', { name: /Boutique des Tilleuls.*Cancelled/ }).waitFor()
  await expect(page.getByText(/^This account will be deleted on/).count()).resolves.toBe(0)
})

test('a letter is recorded with its reason, and cancelled with one', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('combobox', { name: 'Account', exact: true }).click()
  await page.getByRole('option', { name: 'École du Port' }).click()
  await page.getByLabel('Who asked, how, and on which day').fill('Courrier du gérant, 24 novembre')
  await button('Schedule the deletion').click()
  const row = page.getByRole('row', { name: /École du Port.*Scheduled/ })
  await row.waitFor()
  await row.getByRole('button', { name: 'Cancel' }).click()
  await page.getByLabel('Who asked for it, and how').fill('Appel du gérant')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the deletion' }).click()
  await page.getByRole('row', { name: /École du Port.*Cancelled/ }).waitFor()
  await expectFit(page)
})
