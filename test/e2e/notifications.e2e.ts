// In a browser, in both languages: the bell, what is read, what is switched off, and the mails of a
// trial account, which are read on a screen.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const number = (last: number) => `+3363998093${last}`

/** Somebody rings and asks for a copy of their data: whoever answers requests is told. */
async function requestOf(to: string) {
  const { accord } = life
  type Made = { contact: { id: string } }
  const { contact } = await asked<Made>(accord, 'POST', '/v1/contacts', { number: to })
  await asked(accord, 'POST', `/v1/contacts/${contact.id}/desk/acts`, {
    ...{ action: 'access', heardBy: 'phone', reason: 'They rang for a copy' },
  })
}
const bell = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

test('the bell counts, opens what it tells, and is silent about what is switched off', {
  timeout: 120_000,
}, async () => {
  await requestOf(number(1))
  await requestOf(number(2))
  await page.reload()
  await bell('Notifications, unread: 2').click()
  const panel = page.getByRole('dialog', { name: 'Notifications' })
  await panel.getByRole('link', { name: 'Unread. New data request' }).first().waitFor()
  await expectFit(page)
  expect(await page.content()).not.toContain(number(1))
  await panel.getByRole('button', { name: 'Mark as read: New data request' }).first().click()
  await bell('Notifications, unread: 1').waitFor()
  await panel.getByRole('link', { name: 'New data request', exact: true }).waitFor()
  await panel.getByRole('link', { name: 'Unread. New data request' }).click()
  await page.getByRole('heading', { level: 1, name: 'Data requests' }).waitFor()
  // It leads to the request itself, opened over the list.
  await page.getByRole('dialog', { name: 'Answer this request' }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/requests\/[0-9a-f-]{36}$/)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Answer this request' }).waitFor({ state: 'detached' })
  await bell('Notifications').waitFor()

  await bell('Notifications').click()
  await panel.getByRole('link', { name: 'All notifications' }).click()
  await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor()
  await page.getByRole('link', { name: 'New data request' }).first().waitFor()
  expect(await page.getByRole('link', { name: 'New data request' }).count()).toBe(2)
  await page.getByText('Unread', { exact: true }).click()
  await page.getByText('Everything is read').waitFor()
  await page.getByText('All', { exact: true }).click()
  await page.getByRole('link', { name: 'New data request' }).first().waitFor()
  await expectFit(page)

  await page.getByRole('link', { name: 'Choose your notifications' }).click()
  const choices = page.getByRole('region', { name: 'Notifications' })
  await choices.getByText(/^This is a trial account without a mail server/).waitFor()
  for (const way of ['on screen', 'by e-mail']) {
    const saved = page.waitForResponse((one) => one.request().method() === 'PUT')
    await choices.getByRole('switch', { name: `New data request: ${way}` }).press('Space')
    await saved
  }
  await expectFit(page)
  await page.reload()
  const ofRequests = choices.getByRole('switch', { name: 'New data request: on screen' })
  await ofRequests.waitFor()
  expect(await ofRequests.isChecked()).toBe(false)
  await requestOf(number(3))
  await page.goto(`${life.accord.url}/notifications`)
  await page.getByText('No notifications').waitFor()
})

test('the mails of a trial account are read on a screen, in French too', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}/profile`)
  await page.getByRole('link', { name: 'Read these e-mails' }).click()
  await page.getByText(/^No mail server is configured/).waitFor()
  const letters = page.getByRole('article')
  await letters.first().waitFor()
  // Of the third request no mail was written: it was switched off.
  expect(await letters.count()).toBe(2)
  const text = await letters.first().textContent()
  expect(text).toContain(life.accord.owner.email)
  expect(text).toContain(`${life.accord.url}/requests`)
  expect(text).not.toContain(number(1))
  await expectFit(page)
  await page.getByRole('button', { name: 'Send me a test e-mail' }).click()
  await page.getByText('The e-mail is in the list below.').waitFor()
  await page.getByRole('article', { name: 'Accord: test e-mail' }).waitFor()
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await page.keyboard.press('Escape')
  await page.getByText(/^Aucun serveur de messagerie n’est configuré/).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFit(page)
})
