// A yearly message is written, started, and leaves by itself on the day: its history tells whom.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked, cookieOf } from '../support/scenario.ts'

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

test('one to a segment begins from a template, is kept while one is away, and says who gets it', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  type Lists = { items: { id: string; name: string }[] }
  const { items } = await asked<Lists>(accord, 'GET', '/v1/lists')
  const listId = items.find(({ name }) => name === 'Adhérents')?.id
  await asked(accord, 'POST', '/v1/segments', {
    ...{ name: 'Tous les adhérents', match: 'all' },
    rules: [{ field: 'list', op: 'is', listId }],
  })
  await asked(accord, 'POST', '/v1/templates', {
    ...{ name: 'Réunion', class: 'alert', text: 'Bonjour {first_name|}, réunion demain à 18 h.' },
  })
  await page.goto(`${accord.url}/recurring/new`)
  await page.getByRole('textbox', { name: /^Name/ }).fill('Réunion de la semaine')
  await page.getByRole('radio', { name: 'Every week' }).check()
  await choose(/^List/, 'Tous les adhérents')
  await page
    .getByText(
      /^Its people are chosen anew on each day, by the rules it has then\. On .*, 2 fitted\.$/,
    )
    .waitFor()
  expect(await page.getByText('People who fit later are not among them').count()).toBe(0)
  await choose(/^Start from a template/, 'Réunion')
  expect(await page.getByRole('radio', { name: 'Alert' }).isChecked()).toBe(true)
  await choose(/^Legal basis of this alert/, 'Contract, or a service they asked for')
  const sender = page.getByRole('combobox', { name: 'Sender shown on the phone' })
  await sender.fill('Tilleuls')
  await sender.press('Tab')
  const cost = page.getByRole('region', { name: 'Parts and cost' })
  await cost.getByText(/^For each person: 1 part, about €0\.\d+\./).waitFor()
  const phone = page.getByRole('region', { name: 'On the phone of a recipient' })
  await phone.getByText(/réunion demain à 18 h\./).waitFor()
  await expectFit(page)
  await page.getByRole('link', { name: 'Templates', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  await page.goto(`${accord.url}/recurring/new`)
  await page.getByText('What you had typed is here again.').waitFor()
  const text = page.getByRole('textbox', { name: /^Text/ })
  expect(await text.inputValue()).toBe('Bonjour {first_name|}, réunion demain à 18 h.')
  await expectFit(page)
  await button('Save').click()
  await page
    .getByText(
      /^For the segment “Tous les adhérents”, whose people are chosen anew on each day: in the list “Adhérents”/,
    )
    .waitFor()
  await page.goto(`${accord.url}/recurring/new`)
  await page.getByRole('heading', { level: 1, name: 'New recurring send' }).waitFor()
  expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('')
})

test('a day of the calendar begins a campaign for that day', { timeout: 60_000 }, async () => {
  await page.goto(`${life.accord.url}/calendar?month=2026-11`)
  const month = page.getByRole('table', { name: 'November 2026' })
  const on = (day: RegExp) => month.getByRole('link', { name: day })
  await on(/^New campaign on Monday,? 30 November 2026$/).waitFor()
  // What is over has nothing new.
  expect(await on(/^New campaign on Tuesday,? 24 November 2026$/).count()).toBe(0)
  await expectFit(page)
  await on(/^New campaign on Monday,? 30 November 2026$/).click()
  await page.getByRole('heading', { level: 1, name: 'New campaign' }).waitFor()
  const at = page.getByLabel(/^Send from/)
  await expect.poll(() => at.inputValue()).toBe('2026-11-30T10:00')
})

test('a day whose route is closed says so in its history and on the first page', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const lists = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/lists')
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/recurring-sends', {
    ...{ name: 'Rappel', every: 'week', weekday: 3, time: '09:55', listId: lists.items[0]?.id },
    ...{ class: 'alert', basis: 'contract', sender: 'Tilleuls', text: 'À ce soir, 18 h.' },
  })
  const routes = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/routes')
  const { cookie } = accord.owner
  const route = `/v1/routes/${routes.items[0]?.id}`
  expect((await accord.call(cookie, 'PATCH', route, { enabled: false })).status).toBe(200)
  const started = await accord.call(cookie, 'POST', `/v1/recurring-sends/${id}/start`, {
    version: 1,
  })
  expect(started.status).toBe(200)
  await page.goto(`${accord.url}/recurring/${id}`)
  await page.getByText('Waits', { exact: true }).waitFor({ timeout: 40_000 })
  const until = '28 Nov 2026, 09:55'.replaceAll(' ', '\\s')
  const reason =
    'The route is closed: it is disabled. It goes on by itself once this is put right, until '
  await page.getByText(new RegExp(`^${reason}${until}\\.$`)).waitFor()
  await expectFit(page)
  await page.goto(`${accord.url}/`)
  await page.getByRole('link', { name: /^Rappel of Wed,? 25 Nov waits\. The route is/ }).click()
  await page
    .getByRole('row', { name: /Wednesday,? 25 November 2026/ })
    .getByRole('link')
    .click()
  await page.getByText(/It is sent by itself once this is put right\./).waitFor()
  await expectFit(page)
  await accord.call(cookie, 'PATCH', route, { enabled: true })
})

test('one whose starter has left says so, until somebody resumes it', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const person = { name: 'Noa Partie', email: 'noa@example.org', role: 'approver' }
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', person)
  const password = 'un hiver sans neige'
  const noa = cookieOf(await accord.call('', 'POST', '/v1/invitations', { code, password }))
  const lists = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/lists')
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/recurring-sends', {
    ...{ name: 'Relance', every: 'week', weekday: 5, time: '09:55', listId: lists.items[0]?.id },
    ...{ class: 'alert', basis: 'contract', sender: 'Tilleuls', text: 'À demain, 18 h.' },
  })
  await accord.call(noa, 'POST', `/v1/recurring-sends/${id}/start`, { version: 1 })
  const me = await accord.call<{ user: { id: string } }>(noa, 'GET', '/v1/me')
  await asked(accord, 'DELETE', `/v1/users/${me.body.user.id}`)
  await page.goto(`${accord.url}/`)
  await page.getByRole('link', { name: /^Relance goes on, although Noa Partie, who/ }).click()
  const told = page.getByText(/^Noa Partie started it, and has left/)
  await told.waitFor()
  await expectFit(page)
  await button('Pause').click()
  await page.getByText(/Whoever resumes it stands for it\.$/).waitFor()
  await button('Resume').click()
  await page.getByText(/^Started by Camille/).waitFor()
  await told.waitFor({ state: 'detached' })
})
