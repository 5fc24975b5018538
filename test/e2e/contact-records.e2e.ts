// At a contact, in a browser: a parent's word and an existing customer are recorded,
// each with its conditions.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await preparation()
}, 120_000)
afterAll(() => life?.close())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

const shownText =
  'I agree to receive offers from Boutique des Tilleuls by SMS. I can withdraw by replying STOP.'

async function preparation(): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Enrolment sheet',
    language: 'en',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText,
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const fields = { birthDate: '2012-05-10' }
  await ask('POST', '/v1/contacts', { number: '0639980611', fields })
  await logIn(page, accord)
  await page.getByRole('link', { name: 'Contacts', exact: true }).click()
  await page.getByRole('link', { name: /^Open \+33/ }).click()
}

const within = (name: string) => page.getByRole('form', { name })
async function choose(form: string, label: string, option: RegExp): Promise<void> {
  await within(form).getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}
test('a parent’s word is recorded, shown without the name, and taken back', {
  timeout: 120_000,
}, async () => {
  const form = 'Record a parental authorisation'
  await page.getByText(/^Record a paper, a call/).click()
  await page.getByText('No parental authorisation is recorded.').waitFor()
  await choose(form, 'Who authorises', /Mother/)
  await within(form).getByLabel('Name of the parent (encrypted)').fill('Inès Fictive')
  await choose(form, 'Wording that the parent read', /Enrolment sheet/)
  await within(form).getByText(shownText).waitFor()
  await choose(form, 'What the messages are about', /offers/)
  await within(form).getByLabel('Date of the authorisation').fill('2026-11-20')
  await within(form).getByLabel('Source', { exact: true }).fill('At the counter')
  await within(form)
    .getByLabel(/How you checked/)
    .fill('Signed before us, card shown')
  await expectFit(page)
  await within(form).getByRole('button', { name: 'Record this authorisation' }).click()
  await page.getByText(/Mother, for offers, from .* until .*2027/).waitFor()
  await page.getByText('Parental authorisation given').waitFor()
  expect(await page.getByText('Inès').count()).toBe(0)
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await page.getByText('Parental authorisation withdrawn').waitFor()
  await page.getByText('No parental authorisation is recorded.').waitFor()
})

test('an existing customer is recorded once the legal basis is on, with each condition', {
  timeout: 120_000,
}, async () => {
  const form = 'Record a legal basis other than consent'
  await page.getByText(/has not enabled any legal basis other than consent/).waitFor()
  await ask('PUT', '/v1/consent-policy/legal-bases', {
    legalBases: ['soft_opt_in'],
    reason: 'decision of 20 November',
  })
  await page.reload()
  await page.getByText(/^Record a paper, a call/).click()
  await choose(form, 'Legal basis', /An existing customer/)
  await choose(form, 'Wording that offered a way to refuse', /Enrolment sheet/)
  await choose(form, 'Product family', /offers/)
  await within(form).getByLabel('Date of the sale').fill('2026-09-01')
  await within(form).getByLabel('Order or contract reference').fill('order 4512')
  await within(form).getByLabel('Where the number was collected').fill('Shop in Lyon')
  await within(form)
    .getByRole('checkbox', { name: /gave the number themselves/ })
    .check()
  await within(form)
    .getByRole('checkbox', { name: /only about our own similar products/ })
    .check()
  await within(form).getByRole('button', { name: 'Record this legal basis' }).click()
  await within(form)
    .getByRole('alert')
    .getByText(/A condition is missing/)
    .waitFor()
  await within(form)
    .getByRole('checkbox', { name: /simple and free way to refuse/ })
    .check()
  await within(form).getByRole('button', { name: 'Record this legal basis' }).click()
  await page.getByText(/Recorded\. Valid until/).waitFor()
  await page.getByText('Existing customer: no consent needed').waitFor()
  await expectFit(page)
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('form', { name: 'Enregistrer une autorisation parentale' }).waitFor()
  await page
    .getByRole('form', { name: 'Enregistrer une base légale autre que le consentement' })
    .waitFor()
  await page.getByText('Client existant : consentement non requis').waitFor()
})
