// In a browser: messages and the journal narrowed in the address, and sections of settings and help
// found by words of both languages, as far as a role opens them.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

test('messages are narrowed by day, class, state and reference, and a link shows the same', {
  timeout: 120_000,
}, async () => {
  const { accord, page } = life
  for (const place of [1, 2, 3]) {
    await asked(accord, 'POST', '/v1/messages', {
      ...{ to: `+3363998004${place}`, class: 'alert', basis: 'contract', sender: 'SANDBOX' },
      ...{ text: 'Votre commande est prête.', reference: `order-${place}` },
    })
  }
  await page.goto(`${accord.url}/messages`)
  const filters = page.getByRole('region', { name: 'Filters' })
  await page.getByRole('status').filter({ hasText: '3 messages' }).waitFor()
  for (const name of ['Campaign', 'Sender', 'Cost']) {
    await page.getByRole('columnheader', { name, exact: true }).waitFor()
  }
  await expectFit(page)
  await filters.getByRole('textbox', { name: 'Your own reference' }).fill('order-2')
  await filters.getByRole('button', { name: 'Find' }).click()
  await page.waitForURL(/[?&]reference=order-2/)
  await page.getByRole('status').filter({ hasText: '1 message' }).waitFor()
  expect(await page.getByRole('main').getByRole('link', { name: /^\+33/ }).count()).toBe(1)
  const files = page.getByRole('region', { name: 'Download these messages' })
  const download = page.waitForEvent('download')
  await files.getByRole('link', { name: 'CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.trim().split('\n')).toHaveLength(2)
  expect(text).toContain('order-2')
  const sheet = page.waitForEvent('download')
  await files.getByRole('link', { name: 'Spreadsheet (.ods)' }).click()
  expect((await sheet).suggestedFilename()).toBe('messages.ods')
  await filters.getByRole('combobox', { name: 'Class' }).click()
  await page.getByRole('option', { name: 'Marketing' }).click()
  await page.getByText('Nothing fits these filters').waitFor()
  await filters.getByLabel('Until').fill('2020-01-01')
  await filters.getByLabel('From').fill('2020-01-02')
  await page.getByText('This day is before the first one.').first().waitFor()
  await expectFit(page)
  const { search } = new URL(page.url())
  expect([...new URLSearchParams(search).keys()].sort()).toEqual([
    ...['class', 'from', 'reference', 'until'],
  ])
  await filters.getByRole('button', { name: 'Clear the filters' }).click()
  await page.getByRole('status').filter({ hasText: '3 messages' }).waitFor()

  // A link, on a telephone, shows the same.
  const phone = await life.browser.newContext({
    ...{ locale: 'fr-FR', viewport: { width: 390, height: 844 } },
    storageState: await page.context().storageState(),
  })
  const small = await phone.newPage()
  await small.goto(`${accord.url}/messages?reference=order-3&class=alert`)
  await small.getByRole('status').filter({ hasText: '1 message' }).waitFor()
  await small.getByRole('region', { name: 'Download these messages' }).waitFor()
  await expectFit(small)
  await phone.close()
})

test('the journal is narrowed by who and by day, and given as a file', {
  timeout: 120_000,
}, async () => {
  const { other, leave } = await logInAs(life, 'dpo')
  await other.goto(`${life.accord.url}/journal`)
  const filters = other.getByRole('region', { name: 'Filters' })
  const who = filters.getByRole('combobox', { name: 'Who' })
  await who.click()
  const [first] = await other.getByRole('option').filter({ hasNotText: 'Anybody' }).all()
  const name = (await first?.textContent()) ?? ''
  await first?.click()
  await other.waitForURL(/[?&]who=/)
  await expectFit(other)
  const download = other.waitForEvent('download')
  await other.getByRole('region', { name: 'Export' }).getByRole('link', { name: 'CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const lines = text.trim().split('\n').slice(1)
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.filter((line) => !line.includes(name))).toEqual([])
  await filters.getByLabel('Until').fill('2020-01-01')
  await other.getByText('Nothing fits these filters').waitFor()
  await filters.getByRole('button', { name: 'Clear the filters' }).click()
  await other.reload()
  await other.getByText('Journal exported').first().waitFor()
  await leave()
})

async function find(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or run a command' })
  await field.fill(text)
  return field
}

test('a section of the settings and a question of the help are found by words of both languages', {
  timeout: 120_000,
}, async () => {
  const { accord, page } = life
  await page.goto(`${accord.url}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await find(page, 'mot de passe')
  await page
    .getByRole('option', { name: /^Your password/ })
    .first()
    .click()
  await page.waitForURL(/\/profile#your-password$/)
  const title = page.getByRole('heading', { level: 2, name: 'Your password' })
  await title.waitFor()
  await eventually(async () => {
    const focused = await page.evaluate('document.activeElement.textContent')
    return focused === 'Your password' ? true : null
  })
  // From the same screen to another section of it.
  await find(page, 'apparence')
  await page.getByRole('option', { name: /^Appearance/ }).click()
  await page.waitForURL(/\/profile#appearance$/)
  await find(page, 'sauvegardes')
  await page
    .getByRole('option', { name: /^Backups/ })
    .first()
    .waitFor()
  await expectFit(page)
  await page.keyboard.press('Escape')
  await find(page, 'pourquoi a-t-il été refusé')
  await page.getByRole('option', { name: /^Why was it refused\?/ }).click()
  await page.waitForURL(/\/messages$/)
  await page.getByRole('dialog', { name: 'Help' }).getByText('Why was it refused?').waitFor()

  // What a role may not open is not found.
  const { other, leave } = await logInAs(life, 'viewer')
  await other.goto(`${accord.url}/`)
  await other.getByRole('heading', { level: 1 }).waitFor()
  const field = await find(other, 'invite')
  await other.getByText('Nothing found for “invite”.').waitFor()
  for (const text of ['sauvegardes', 'smtp', 'moderation']) {
    await field.fill(text)
    await other.getByText(`Nothing found for “${text}”.`).waitFor()
  }
  await field.fill('sender')
  await other.getByRole('option', { name: /^Senders/ }).waitFor()
  await leave()
})
