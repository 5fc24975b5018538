// Short links on screens: switched on, offered beside a text, counted in the list, switched off.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const long = 'https://tilleuls.example/collection-hiver'

test('an address in a text is shortened by a press, and its clicks are counted', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'Short links', exact: true }).click()
  await page.getByRole('heading', { name: 'Short links are off' }).waitFor()
  await expectFit(page)
  await button('Switch short links on').click()
  await page.getByLabel('Address to shorten').waitFor()

  await page.getByRole('link', { name: 'Campaigns', exact: true }).click()
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  const text = page.getByRole('textbox', { name: /^Text/ })
  await text.fill(`La collection est là : ${long}.`)
  await button(`Shorten ${long.slice(0, 39)}…`).click()
  const short = new RegExp(`${life.accord.url}/l/[2-9a-hjkmnp-z]{8}`)
  await expect.poll(() => text.inputValue()).toMatch(short)
  const [url = ''] = short.exec(await text.inputValue()) ?? []
  expect(await text.inputValue()).toBe(`La collection est là : ${url}.`)
  await expectFit(page)

  // Somebody opens it in their browser; nothing answers at the other end.
  const userAgent =
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
  const other = await (await life.browser.newContext({ userAgent })).newPage()
  await other.goto(url).catch(() => undefined)
  await other.close()
  await page.getByRole('link', { name: 'Short links', exact: true }).click()
  const row = page.getByRole('row', { name: new RegExp(url) })
  await row.waitFor()
  await expect.poll(() => row.getByRole('cell').nth(2).textContent()).toBe('1')
  await expectFit(page)

  await row.getByRole('button', { name: 'Switch off' }).click()
  await row.getByRole('button', { name: 'Switch off' }).click()
  await row.getByText(/^Off since/).waitFor()
  const answer = await fetch(url, { redirect: 'manual' })
  expect(answer.status).toBe(404)
})
