// A yearly message is written, started, and leaves by itself on the day: its history tells whom.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser({ startsAt: '2026-11-25T09:35:00+01:00' })
  page = life.page
  const { accord } = life
  const list = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Adhérents' })
  const contactIds: string[] = []
  for (const [index, birthDate] of ['1990-11-25', '1985-03-02'].entries()) {
    const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
      number: `+3363998421${index}`,
      fields: { firstName: 'Basile', birthDate },
    })
    contactIds.push(made.contact.id)
  }
  await asked(accord, 'POST', `/v1/lists/${list.id}/members`, { contactIds })
}, 180_000)
afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
async function choose(name: RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('written, started, and told day by day', { timeout: 120_000 }, async () => {
  await page.getByRole('link', { name: 'Recurring sends', exact: true }).click()
  await page.getByText('No recurring sends yet').waitFor()
  await page.getByRole('link', { name: 'New recurring send', exact: true }).click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Contrôle annuel')
  await page.getByRole('radio', { name: /^On a date of each person/ }).check()
  await page.getByLabel(/^At/).fill('09:50')
  await choose(/^List/, 'Adhérents')
  await page.getByRole('radio', { name: 'Alert' }).check()
  await choose(/^Legal basis of this alert/, 'Contract, or a service they asked for')
  const sender = page.getByRole('combobox', { name: 'Sender shown on the phone' })
  await sender.fill('Tilleuls')
  await sender.press('Tab')
  await page
    .getByRole('textbox', { name: /^Text/ })
    .fill('{first_name|Bonjour}, votre contrôle annuel est à prévoir.')
  await expectFit(page)
  await button('Save').click()

  await page.getByRole('heading', { level: 1, name: 'Contrôle annuel' }).waitFor()
  await page.getByText('Every year on each person’s date “Date of birth”, at 09:50').waitFor()
  await page.getByText('No day is planned.').waitFor()
  await page.getByText('Camille, votre contrôle annuel est à prévoir.').waitFor()
  await button('Start').click()
  await page.getByText('Launched', { exact: true }).waitFor({ timeout: 40_000 })
  await page.getByText(/Looks for whose date it is: Thursday,? 26 November 2026, 09:50/).waitFor()
  const row = page.getByRole('row', { name: /Wednesday,? 25 November 2026/ })
  expect(await row.getByRole('cell').nth(2).textContent()).toBe('1')
  await expectFit(page)

  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor()
  const month = page.getByRole('table', { name: 'November 2026' })
  // Browsers have the hour of the machine: the month of the account is chosen by its address.
  await page.goto(`${life.accord.url}/calendar?month=2026-11`)
  await month.getByRole('link', { name: 'Contrôle annuel · 25 Nov 2026' }).waitFor()
  await page.getByRole('link', { name: /^09:50 · Contrôle annuel, from/ }).waitFor()
  await expectFit(page)
  await page.getByRole('link', { name: 'Next month', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'December 2026' }).waitFor()
  await page.getByRole('link', { name: /^09:50 · Contrôle annuel, from/ }).click()

  await button('Pause').click()
  await button('Resume').waitFor()
  await row.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Contrôle annuel · 25 Nov 2026' }).waitFor()
  await page.getByRole('link', { name: 'One day of a recurring send' }).waitFor()
})
