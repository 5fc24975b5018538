// In a browser: the frame around every screen, for each role, by keyboard, on a desk and in a hand.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  accordInBrowser,
  expectFit,
  logIn,
  logInAs,
} from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  page = life.page
  await logIn(page, life.accord)
  await page.getByRole('heading', { level: 1 }).waitFor()
}, 120_000)
afterAll(() => life?.close())

const entriesOf = (one: Page) => one.getByRole('navigation').getByRole('link').allTextContents()
const focused = (one: Page) => one.evaluate('document.activeElement.textContent')

test('a screen has a title of its own, and the focus goes to its heading', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('link', { name: 'Contacts', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
  await expect.poll(() => page.title()).toBe('Contacts · Accord')
  await expect.poll(() => focused(page)).toBe('Contacts')
  const here = page.getByRole('navigation').locator('[aria-current="page"]')
  expect(await here.allTextContents()).toEqual(['Contacts'])
})

test('the help of a screen answers what is asked there', { timeout: 60_000 }, async () => {
  await page.getByRole('button', { name: 'Help for this screen' }).click()
  const help = page.getByRole('dialog', { name: 'Help for this screen' })
  await help.getByRole('heading', { name: 'What can I search by?' }).waitFor()
  await expectFit(page)
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  const label = () => page.evaluate("document.activeElement.getAttribute('aria-label')")
  await expect.poll(label).toBe('Help for this screen')
})

test('the keyboard skips the navigation', { timeout: 60_000 }, async () => {
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Go to the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')
})

test('who may not use an entry does not see it', { timeout: 60_000 }, async () => {
  const { other, leave } = await logInAs(life, 'viewer', 'fr-FR')
  await other.goto(life.accord.url)
  await other.getByRole('heading', { level: 1 }).waitFor()
  const entries = await entriesOf(other)
  expect(entries).toContain('Contacts')
  expect(entries).toContain('Mon profil')
  // Whoever may only read reads campaigns, too.
  expect(entries).toContain('Campagnes')
  for (const hidden of ['Journal', 'Importer des contacts', 'Base restaurée']) {
    expect(entries).not.toContain(hidden)
  }
  await other.getByText('Compte d’essai', { exact: false }).first().waitFor()
  await leave()
  expect(await entriesOf(page)).toContain('Restored database')
})

test('the side bar is narrowed to icons with a name, and stays so', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('button', { name: 'Narrow the side bar' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Widen the side bar' }).waitFor()
  await page.getByRole('link', { name: 'Journal', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: 'Widen the side bar' }).click()
})

test('the menu of a person changes looks and language, and leads to the profile', {
  timeout: 60_000,
}, async () => {
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.locator(':root[data-mantine-color-scheme="dark"]').waitFor()
  await page.getByRole('menuitemradio', { name: 'Light' }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await page.getByRole('menuitem', { name: 'Mon profil' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor()
  await page.getByText('Lire le journal', { exact: true }).waitFor()
  const me = await life.accord.call<{ language: string }>(life.accord.owner.cookie, 'GET', '/v1/me')
  expect(me.body.language).toBe('fr')
  await page.getByRole('radiogroup', { name: 'Langue' }).first().getByText('EN').click()
})

test('on a telephone the navigation is a drawer', { timeout: 60_000 }, async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Menu' })
  await expectFit(page)
  await drawer.getByRole('link', { name: 'Contacts', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
  await page.setViewportSize({ width: 1280, height: 720 })
})

test('the menu of a person leads out', { timeout: 60_000 }, async () => {
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Log out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor()
  await expect.poll(() => page.title()).toBe('Log in · Accord')
})
