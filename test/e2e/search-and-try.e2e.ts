// In a browser: the search from any screen by keyboard alone, and a message that one sends oneself.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  accordInBrowser,
  expectFit,
  logIn,
  logInAs,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  page = life.page
  await logIn(page, life.accord)
  await page.getByRole('heading', { level: 1 }).waitFor()
}, 120_000)
afterAll(() => life?.close())

test('a message is sent, seen on the telephone and answered', { timeout: 90_000 }, async () => {
  const steps = page.getByRole('region', { name: 'Steps to a lawful campaign' })
  await steps.getByRole('link', { name: 'Send yourself one' }).click()
  await page.getByRole('heading', { level: 1, name: 'Send yourself one' }).waitFor()
  await expectFit(page)
  await page.getByRole('textbox', { name: /^Text/ }).fill('Hello from the shop.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const phone = page.getByRole('region', { name: 'The simulated phone' })
  await phone.getByText('Hello from the shop.').waitFor()
  const story = page.getByRole('region', { name: 'Its history' })
  await story.getByText('Delivered', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'STOP', exact: true }).click()
  await phone.getByText('Understood as: STOP: marketing ended').waitFor()
  await expectFit(page)
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await page.getByRole('region', { name: 'Sent', exact: true }).getByText('1').first().waitFor()
  const told = await steps.getByRole('listitem').allTextContents()
  expect(told.filter((text) => text.includes('(Done)'))).toHaveLength(2)
})

test('a telephone that is off gets nothing', { timeout: 60_000 }, async () => {
  await page.getByRole('note').getByRole('link', { name: 'Send yourself one' }).click()
  await page.getByRole('radio', { name: 'It stays off' }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Nothing has arrived on this phone.').waitFor()
  await page.getByText('Expired', { exact: true }).first().waitFor()
})

test('the search leads by keyboard to a command, a screen, a message and a person', {
  timeout: 90_000,
}, async () => {
  await asked(life.accord, 'POST', '/v1/contacts', { number: '+33639980042', fields: {} })
  const { id } = await asked<{ id: string }>(life.accord, 'POST', '/v1/messages', {
    ...{ to: '+33639980043', class: 'alert', basis: 'contract', sender: 'BoutiqueDes' },
    ...{ text: 'Votre commande 4512 est prête.', reference: 'commande 4512' },
  })
  const field = page.getByRole('combobox', { name: 'Search or run a command' })
  const find = async (text: string, option: RegExp) => {
    await page.keyboard.press('Control+k')
    await field.fill(text)
    await page.getByRole('option', { name: option }).first().waitFor()
  }
  await find('journ', /^Journal/)
  await expectFit(page)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
  await find('commande 4512', /^\+33 6 \*\* \*\* \*\* 43/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${life.accord.url}/messages/${id}`)
  await find('06 39 98 00 42', /^Contact \+33 6/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/)
  await find('new camp', /^New campaign/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/campaigns\/new/)
  const { contact } = await asked<{ contact: { id: string } }>(
    ...([life.accord, 'POST', '/v1/contacts'] as const),
    { number: '+33639980044', fields: { email: 'lou@example.org', reference: 'C-1042' } },
  )
  for (const text of ['Lou@example.org', 'c-1042']) {
    await find(text, /^Contact \+33 6 .* 44$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${life.accord.url}/contacts/${contact.id}`)
  }
  await page.keyboard.press('Control+k')
  await field.fill('zzzz')
  await page.getByText('Nothing found for “zzzz”.').waitFor()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
})

test('the search does what begins elsewhere, each only for who may', {
  timeout: 120_000,
}, async () => {
  const field = page.getByRole('combobox', { name: 'Search or run a command' })
  const run = async (text: string, option: string) => {
    await page.keyboard.press('Control+k')
    await field.fill(text)
    await page.getByRole('option', { name: option, exact: true }).click()
    await field.waitFor({ state: 'detached' })
  }
  await run('new message', 'New message')
  await page.waitForURL(`${life.accord.url}/messages/new`)
  await run('add a person', 'Add a person')
  await page
    .getByRole('dialog', { name: 'Add a person' })
    .getByRole('textbox', { name: 'Number' })
    .waitFor()
  await page.keyboard.press('Escape')
  await run('new segment', 'New segment')
  await page.waitForURL(`${life.accord.url}/segments/new`)
  await run('new template', 'New template')
  await page.waitForURL(`${life.accord.url}/templates/new`)
  await run('anniversaire', 'New recurring send')
  await page.waitForURL(`${life.accord.url}/recurring/new`)
  await run('invite', 'Invite somebody')
  await page.waitForURL(/\/settings#/)
  await run('new token', 'New API token')
  await page.waitForURL(/\/tokens#/)
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme')
  const before = await scheme()
  await run('theme', before === 'dark' ? 'Switch to the light theme' : 'Switch to the dark theme')
  await expect.poll(scheme).toBe(before === 'dark' ? 'light' : 'dark')
  expect(page.url()).toMatch(/\/tokens#/)

  const { other, leave } = await logInAs(life, 'viewer')
  await other.goto(`${life.accord.url}/`)
  await other.getByRole('heading', { level: 1 }).waitFor()
  await other.keyboard.press('Control+k')
  await other.getByRole('combobox', { name: 'Search or run a command' }).fill('new')
  await other.getByRole('option').first().waitFor()
  for (const name of ['New message', 'New segment', 'New API token']) {
    expect(await other.getByRole('option', { name, exact: true }).count()).toBe(0)
  }
  await leave()

  await run('log out', 'Log out')
  await page.waitForURL(`${life.accord.url}/login`)
})
