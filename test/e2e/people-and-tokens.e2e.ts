// In a browser: people are invited and answer, tokens get what is chosen, a password is changed.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  page = life.page
  await logIn(page, life.accord)
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
}, 120_000)
afterAll(() => life?.close())

test('an invitation is withdrawn, and one can be refused with its link', {
  timeout: 60_000,
}, async () => {
  const people = page.getByRole('region', { name: 'Users' })
  const invite = async (name: string, email: string) => {
    await people.getByRole('textbox', { name: /^Name/ }).fill(name)
    await people.getByRole('textbox', { name: /^E-mail address/ }).fill(email)
    await people.getByRole('button', { name: 'Invite' }).click()
    await people.getByRole('button', { name: `New link for ${name}` }).waitFor()
  }
  await invite('Alex Modèle', 'alex@example.org')
  await people.getByRole('button', { name: 'Withdraw the invitation of Alex Modèle' }).click()
  await people.getByText('The link stops working at once.').waitFor()
  await people.getByRole('button', { name: 'Withdraw it now' }).click()
  await people.getByText('alex@example.org').waitFor({ state: 'detached' })
  await invite('Robin Modèle', 'robin@example.org')
  await people.getByRole('button', { name: 'Copy: Link of the invitation' }).waitFor()
  const address = await people.getByText(/\/join#/).textContent()
  const context = await life.browser.newContext({ locale: 'fr-FR' })
  const other = await context.newPage()
  await other.goto(address ?? '')
  await other.getByText(/ invite robin@example.org\. Rôle\s: Chargé d’envoi\.$/).waitFor()
  await other.getByRole('button', { name: 'Refuser' }).click()
  await other.getByText('Vous avez refusé.').waitFor()
  await context.close()
  await page.reload()
  await people.getByText('robin@example.org').waitFor({ state: 'detached' })
})

test('what each role may do is read in sentences before it is given', {
  timeout: 60_000,
}, async () => {
  const people = page.getByRole('region', { name: 'Users' })
  const owner = people.getByRole('row', { name: /Camille Exemple/ })
  await owner.getByText(/^Show all \d+ permissions$/).click()
  await owner.getByRole('listitem').filter({ hasText: 'Read the journal' }).waitFor()
  const invitation = people.locator('form')
  await invitation.getByRole('combobox', { name: 'Role', exact: true }).click()
  await page.getByRole('option', { name: 'Viewer', exact: true }).click()
  const reader = invitation.getByRole('listitem')
  await reader.filter({ hasText: 'Read contacts and lists, masked' }).waitFor()
  expect(await reader.filter({ hasText: 'in clear' }).count()).toBe(0)
  await expectFit(page)
})

test('a token gets what is chosen for it and no more, and says when it ends', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('link', { name: 'API tokens', exact: true }).first().click()
  const tokens = page.getByRole('main')
  const create = tokens.getByRole('button', { name: 'Create a token' })
  await tokens.getByText('Choose at least one permission.').waitFor()
  await tokens.getByRole('textbox', { name: /^What is this token for/ }).fill('Caisse du marché')
  await tokens.getByRole('checkbox', { name: 'Send single messages' }).check()
  await create.click()
  await tokens.getByText('Copy it now').waitFor()
  const row = tokens.getByRole('row', { name: /Caisse du marché/ })
  expect(await row.getByRole('listitem').allTextContents()).toEqual(['Send single messages'])
  await row.getByText(/^Ends on /).waitFor()
  await expectFit(page)
  await tokens.getByRole('button', { name: 'Copy: Secret of the new token' }).waitFor()
  // Nothing is revoked by one press.
  await row.getByRole('button', { name: 'Revoke Caisse du marché' }).click()
  await row.getByText(/A revoked token never works again/).waitFor()
  expect(await row.getByText('Revoked', { exact: true }).count()).toBe(0)
  await row.getByRole('button', { name: 'Revoke it now' }).click()
  await row.getByText('Revoked', { exact: true }).waitFor()
})

test('a new password is judged, and the screen says what it ends', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('link', { name: 'My profile', exact: true }).click()
  const section = page.getByRole('region', { name: 'Your password' })
  const change = async (next: string) => {
    await section.getByLabel('Current password').fill(life.accord.owner.password)
    await section.getByLabel('New password').fill(next)
    await section.getByRole('button', { name: 'Change the password' }).click()
  }
  await change('azertyuiop123')
  await section.getByText(/This password is easy to guess/).waitFor()
  await change('sept chemins de halage')
  await section.getByText('Your password is changed. Your other sessions have ended.').waitFor()
  await expectFit(page)
})

test('the journal says in words who did what, in both languages', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('link', { name: 'Journal', exact: true }).click()
  await page.getByRole('row', { name: /Camille Exemple User API token revoked/ }).waitFor()
  await page.getByRole('row', { name: /Accord itself Invitation refused/ }).waitFor()
  const codes = /\b[a-z]+\.[a-z]+_[a-z_]+\b|[0-9a-f]{8}-[0-9a-f]{4}-/
  const rows = async () => (await page.getByRole('row').allTextContents()).join('\n')
  expect(await rows()).not.toMatch(codes)
  await expectFit(page)
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('row', { name: /Camille Exemple Utilisateur Jeton d’API révoqué/ }).waitFor()
  expect(await rows()).not.toMatch(codes)
})
