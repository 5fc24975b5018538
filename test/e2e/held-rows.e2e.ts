// Rows of a file that may not change their person: on the import, in French on a phone;
// and a minor made older by hand.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
let importId: string
const people = ['0639980731', '0639980732'] as const
const born = (year: number) => people.map((number) => `Lou;${number};10/05/${year}`).join('\n')

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

async function imported(text: string, listName: string): Promise<string> {
  const file = { name: `${listName}.csv`, bytes: `Prénom;Portable;Naissance\n${text}\n` }
  const { token } = accord.accounts[0]
  const made = await accord.upload<{ id: string }>(token, '/v1/imports', file)
  const { id } = made.body
  const state = (wanted: string) =>
    eventually(async () => {
      const view = await ask<{ state: string }>('GET', `/v1/imports/${id}`)
      return wanted.split(' ').includes(view.state) ? true : null
    })
  await state('analysed mapping_needed')
  const columns = ['first_name', 'number', 'birth_date'].map((field, index) => ({ index, field }))
  await ask('POST', `/v1/imports/${id}/mapping`, { columns, listName })
  await state('done')
  return id
}

beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await imported(born(2014), 'Enfants')
  importId = await imported(born(1990), 'Adultes')
  await logIn(page, accord)
  await page.getByRole('link', { name: 'Contacts', exact: true }).waitFor()
}, 120_000)
afterAll(() => life?.close())

const row = (end: string) => page.getByRole('region', { name: new RegExp(` ${end}$`) })

test('an import says which rows it kept apart; one is compared and taken, with a reason', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${accord.url}${paths.import(importId)}`)
  await page.getByRole('heading', { name: 'Rows kept apart', exact: true }).waitFor()
  const first = row('31')
  await first.getByText(/^By the date of birth that is held, this person is a minor/).waitFor()
  await first.getByText('It would change: date of birth', { exact: true }).waitFor()
  await first.getByText(/^Row 2 of its file, came on /).waitFor()
  await expectFit(page)
  await first.getByRole('button', { name: 'Compare in clear' }).click()
  const look = page.getByRole('dialog', { name: 'The row and what is held' })
  await look.getByLabel('Why do you need it?').fill('to compare the dates')
  await look.getByRole('button', { name: 'Reveal', exact: true }).click()
  await look
    .getByRole('group', { name: 'The row says' })
    .getByText(/1990-05-10/)
    .waitFor()
  await look
    .getByRole('group', { name: 'Held today' })
    .getByText(/2014-05-10/)
    .waitFor()
  await look.getByRole('button', { name: 'Close' }).click()
  await first.getByRole('button', { name: 'The row is right…' }).click()
  const take = page.getByRole('dialog', { name: 'Take this row' })
  await take.getByText('Write why first.').waitFor()
  await take.getByLabel('Why is it right?').fill('Seen on the identity card')
  await take.getByRole('button', { name: 'Change the contact' }).click()
  await first.waitFor({ state: 'detached' })
  expect(await row('32').count()).toBe(1)
})

test('in French on a phone the other is left out, under To be proven', {
  timeout: 120_000,
}, async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${accord.url}${paths.quarantine}`)
  await row('32').waitFor()
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByText('FR', { exact: true }).filter({ visible: true }).click()
  await page.getByRole('heading', { name: 'Lignes mises de côté', exact: true }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFit(page)
  const other = row('32')
  await other.getByRole('button', { name: 'Ce qui est conservé est juste…' }).click()
  await other.getByRole('button', { name: 'Écarter cette ligne définitivement' }).click()
  await other.waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByText('EN', { exact: true }).filter({ visible: true }).click()
})

test('by hand a minor is made older by whoever says why', { timeout: 120_000 }, async () => {
  const found = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
    number: people[1],
  })
  await page.goto(`${accord.url}${paths.contact(found.contact.id)}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit this person' })
  await dialog.getByLabel('Date of birth', { exact: true }).fill('1990-05-10')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText(/^By the date of birth that is held, this person is a minor/).waitFor()
  await dialog.getByText('Write why the date of birth is right.').waitFor()
  await dialog.getByLabel('Why is the date of birth right?').fill('Seen on the identity card')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved: Date of birth.', { exact: true }).waitFor()
  const log = await ask<{ items: { reason: string }[] }>(
    'GET',
    '/v1/audit?action=contacts.made_older',
  )
  expect(log.items).toMatchObject([{ reason: 'Seen on the identity card' }])
})
