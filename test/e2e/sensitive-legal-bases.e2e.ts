// In a browser: a legal basis is recorded, approved by another person, lets a column in, and ends.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, cookieOf } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })
async function choose(label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

const why = 'Follow-up by a practice whose staff is bound to professional secrecy.'

/** A colleague who was invited, logged in. */
async function colleague(): Promise<string> {
  const { token } = accord.accounts[0]
  const person = { name: 'Sacha Exemple', email: 'sacha@example.org', role: 'dpo' }
  const invited = await accord.call<{ code: string }>(token, 'POST', '/v1/users', person)
  expect(invited.status).toBe(201)
  const { code } = invited.body
  return cookieOf(
    await accord.call('', 'POST', '/v1/invitations', { code, password: 'les prunes de mars' }),
  )
}

async function recordedByAnother(): Promise<void> {
  const token = await colleague()
  const { body } = await accord.call<{ items: { id: string }[] }>(token, 'GET', '/v1/controllers')
  const answer = await accord.call(token, 'POST', '/v1/sensitive-legal-bases', {
    controllerId: body.items[0]?.id,
    category: 'health',
    basis: 'health_care',
    justification: why,
    endsAt: '2027-06-30T22:00:00Z',
  })
  expect(answer.status).toBe(201)
}

test('one’s own legal basis waits for somebody else', { timeout: 120_000 }, async () => {
  await logIn(page, accord)
  await link('Sensitive data').click()
  await page.getByRole('heading', { name: 'No legal basis recorded' }).waitFor()
  await expectFit(page)
  await choose('Organisation responsible for the data', /Boutique des Tilleuls/)
  await choose('Category', /Convictions/)
  await page.getByRole('combobox', { name: 'Legal basis' }).click()
  await expect
    .poll(() => page.getByRole('option').allTextContents())
    .toEqual(['Under the control of official authority (art. 10)', 'Authorised by law (art. 10)'])
  await page.getByRole('option', { name: /Authorised by law/ }).click()
  await page.getByLabel('Law and article').fill('An act, section 4')
  await page.getByLabel(/Why it is valid/).fill(`${why} A law asks for it.`)
  await page.getByLabel('Last day of the legal basis').fill('2027-03-31')
  await button('Submit for approval').click()
  await page.getByText('Recorded. Another person must approve it').waitFor()
  await button('Approve this legal basis').click()
  await page.getByText(/You recorded this legal basis yourself/).waitFor()
})

test('approved by another, it lets a column in, seen by right, until it ends', {
  timeout: 120_000,
}, async () => {
  await recordedByAnother()
  await page.reload()
  const card = page.getByRole('article', { name: 'Health · Boutique des Tilleuls' })
  await card.getByRole('button', { name: 'Approve this legal basis' }).click()
  await card.getByText('In force').waitFor()
  await link('Import contacts').click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  const text = 'Mobile;Diagnostic\r\n06 39 98 00 21;diabète\r\n06 39 98 00 22;asthme\r\n'
  const buffer = Buffer.from(text, 'utf8')
  await (await chooser).setFiles({ name: 'suivi.csv', mimeType: 'text/csv', buffer })
  await button('Analyse this file').click()
  await choose('Legal basis: Diagnostic', /Care by a professional.*9\(2\)\(h\)/)
  await expectFit(page)
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  await page.getByText('Sensitive values stored on a legal basis').waitFor()

  await link('Contacts').click()
  await page
    .getByRole('link', { name: /^Open \+33/ })
    .first()
    .click()
  const look = page.getByRole('form', { name: 'Sensitive data of this person' })
  expect(await page.getByText(/asthme|diabète/).count()).toBe(0)
  await look.getByLabel('Why do you need it?').fill('The practice asked')
  await look.getByRole('button', { name: 'Reveal' }).click()
  await look.getByText(/Diagnostic: (asthme|diabète) \(Health, until/).waitFor()
  await expectFit(page)
  await button('Erase sensitive data…').click()
  const asking = page.getByRole('dialog', { name: 'Erase the sensitive data of this person' })
  await asking.getByLabel(/Why is it erased\?/).fill('The person no longer agrees')
  await asking.getByRole('button', { name: 'Erase it for good' }).click()
  await page.getByText('Erased. Values: 1.').waitFor()
  await look.getByLabel('Why do you need it?').fill('To make sure of it')
  await look.getByRole('button', { name: 'Reveal' }).click()
  await look.getByText('No sensitive data is stored for this person.').waitFor()

  await link('Sensitive data').click()
  await card.getByText(/People with stored data: 1\./).waitFor()
  await card.getByRole('button', { name: 'End this legal basis…' }).click()
  await card.getByLabel('Why are you ending it?').fill('The follow-up is over')
  await expectFit(page)
  await card.getByRole('button', { name: 'End it and erase its data' }).click()
  await card.getByText(/Ended on .*: The follow-up is over\./).waitFor()
  await eventually(async () => {
    const { token } = accord.accounts[0]
    type List = { items: { valuesErased: number }[] }
    const { body } = await accord.call<List>(token, 'GET', '/v1/sensitive-legal-bases')
    return body.items.some(({ valuesErased }) => valuesErased === 1) ? true : null
  })
  await page.reload()
  await card.getByText(/Values erased: 1\./).waitFor()
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('heading', { name: 'Données sensibles', level: 1 }).waitFor()
  const ended = page.getByRole('article', { name: 'Santé · Boutique des Tilleuls' })
  await ended.getByText('Terminée', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Base légale', exact: true }).waitFor()
  await expectFit(page)
})
