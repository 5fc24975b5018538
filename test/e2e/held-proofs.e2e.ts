// In a browser: how long proofs stay is chosen, one of a deleted contact is listed and destroyed;
// and how long contacts and texts stay.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await someoneWhoIsGone()
}, 120_000)
afterAll(() => life?.close())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

/** They agreed on the first of November, and their contact was deleted. */
async function someoneWhoIsGone(): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const controllerId = items[0]?.id
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Counter card',
    language: 'en',
    medium: 'paper',
    controllerId,
    shownText: 'I agree to receive offers from Boutique des Tilleuls by SMS.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '0639980821',
  })
  const evidence = { grade: 'api_declared', givenAt: '2026-11-01T10:00:00Z', source: 'counter' }
  const about = { contactId: contact.id, wordingId: wording.id, controllerId, purpose: 'offers' }
  await ask('POST', '/v1/consents', { ...about, evidence })
  await ask('DELETE', `/v1/contacts/${contact.id}`)
}

test('a held proof is told with its day, and destroyed', { timeout: 120_000 }, async () => {
  await logIn(page, accord)
  await page.getByRole('link', { name: 'Legal bases', exact: true }).click()
  const months = page.getByRole('textbox', { name: /Keep a proof after/ })
  expect(await months.inputValue()).toBe('60')
  await months.fill('36')
  await page.getByRole('button', { name: 'Choose', exact: true }).click()
  await expect
    .poll(async () => (await ask<{ proofMonths: number }>('GET', '/v1/consent-policy')).proofMonths)
    .toBe(36)

  await page.getByRole('link', { name: 'Proofs', exact: true }).click()
  await page
    .getByRole('region', { name: 'Consent ledger' })
    .getByText(/entries/)
    .waitFor()
  const section = page.getByRole('region', { name: 'Proofs of deleted contacts' })
  await section.getByText('People: 1').waitFor()
  await section.getByText(/until .*2031/).waitFor()
  await section.getByRole('button', { name: 'Destroy now…' }).click()
  await section.getByLabel('Why can there be no claim any more?').fill('The person asked for it')
  await expectFit(page)
  await section.getByRole('button', { name: 'Destroy this proof' }).click()
  await section.getByText('No proofs are held.').waitFor()

  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('region', { name: 'Preuves de contacts supprimés' }).waitFor()
})

test('how long contacts and texts stay is told, and chosen with a reason', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('radiogroup', { name: 'Langue' }).getByText('EN').click()
  await page.goto(`${accord.url}${paths.retention}`)
  const section = page.getByRole('region', { name: 'Retention of contacts' })
  await section.getByText(/At most 36 months: CNIL/).waitFor()
  const months = section.getByRole('textbox', { name: 'Months without activity' })
  expect(await months.inputValue()).toBe('36')
  await months.fill('24')
  const choose = section.getByRole('button', { name: 'Save' })
  expect(await choose.isDisabled()).toBe(true)
  await section.getByLabel('Reason (recorded with your name)').fill('Our policy of November')
  await expectFit(page)
  await choose.click()
  await section.getByText(/No contact is erased before/).waitFor()
  type Keeping = { months: number; days: number }
  expect((await ask<Keeping>('GET', '/v1/contacts/retention')).months).toBe(24)

  const texts = page.getByRole('region', { name: 'Retention of message texts' })
  const days = texts.getByRole('textbox', { name: 'Keep texts and numbers for (days)' })
  expect(await days.inputValue()).toBe('90')
  await days.fill('30')
  await texts.getByLabel('Reason (recorded with your name)').fill('A month is enough here')
  await texts.getByRole('button', { name: 'Save' }).click()
  await texts.getByText(/No text is erased before/).waitFor()
  expect((await ask<Keeping>('GET', '/v1/messages/text-retention')).days).toBe(30)

  const messages = page.getByRole('region', { name: 'Messages and what became of them' })
  await messages.getByText(/Nothing is deleted yet: deletion begins thirty days after/).waitFor()
  const kept = messages.getByRole('textbox', { name: 'Keep for (months, 3 to 60)' })
  expect(await kept.inputValue()).toBe('12')
  await kept.fill('6')
  await messages.getByLabel('Reason (recorded with your name)').fill('Half a year is enough')
  await messages.getByRole('button', { name: 'Save the period of messages' }).click()
  await messages
    .getByText(/Nothing is deleted before .* Older than the period already: 0\./)
    .waitFor()
  type Periods = { periods: { kind: string; months: number }[] }
  const { periods } = await ask<Periods>('GET', '/v1/retention')
  expect(periods.find(({ kind }) => kind === 'messages')?.months).toBe(6)
  await page.getByText('No night yet').waitFor()
  await expectFit(page)
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('region', { name: 'Conservation des contacts' }).waitFor()
  await page.getByRole('region', { name: 'Les messages et ce qu’ils sont devenus' }).waitFor()
})

test('a pause is shown as the day that was chosen, where its reader is', async () => {
  const pausedUntil = '2027-01-31T23:00:00.000Z'
  const reason = 'A dispute is open'
  await ask('PUT', '/v1/contacts/retention', { months: 24, pausedUntil, reason })
  const context = await life.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    storageState: await page.context().storageState(),
  })
  const inParis = await context.newPage()
  await inParis.goto(page.url())
  const day = inParis.locator('input[type="date"]')
  await day.waitFor()
  expect(await day.inputValue()).toBe('2027-02-01')
  await context.close()
})
