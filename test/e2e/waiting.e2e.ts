// While an answer is waited for, a screen says so to whoever does not see it turn.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await accordInBrowser()
}, 120_000)
afterAll(() => life?.close())

test('what is loading is told by name, and is fit for a screen reader', {
  timeout: 120_000,
}, async () => {
  const { page, accord } = life
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/v1/contacts?*', async (route) => {
    await answered
    await route.continue()
  })
  await page.goto(`${accord.url}/contacts`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const loading = page.getByRole('main').getByRole('status', { name: 'Loading' })
  await loading.waitFor()
  await expectFit(page)
  answer()
  await loading.waitFor({ state: 'detached' })
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})
