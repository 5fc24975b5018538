// A sender writes: a template, a draft with its exact bill and a recipient's phone, a test,
// one message.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
  const { accord } = life
  const list = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Rendez-vous' })
  const contactIds: string[] = []
  for (const [index, firstName] of ['Basile', 'Anaïs', 'Наталья', 'Chloé'].entries()) {
    const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
      number: `+3363998420${index}`,
      fields: { firstName },
    })
    contactIds.push(made.contact.id)
  }
  await asked(accord, 'POST', `/v1/lists/${list.id}/members`, { contactIds })
}, 180_000)
afterAll(() => life?.close())

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })
/** Typed, with the list of what could be typed closed again. */
async function sender(name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Sender shown on the phone' })
  await field.fill(name)
  await field.press('Tab')
}

const text = 'Bonjour , votre rendez-vous est demain à 10 h.'

test('a text is kept as a template, and changed into its second version', {
  timeout: 90_000,
}, async () => {
  await link('Templates').click()
  await heading('Templates').waitFor()
  await expectFit(page)
  await link('New template').click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Appointment')
  await page.getByRole('radio', { name: 'Alert' }).check()
  await page.getByRole('textbox', { name: /^Text/ }).fill(text)
  await button('Save').click()
  await heading('Appointment').waitFor()
  const written = page.getByRole('textbox', { name: /^Text/ })
  await written.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let step = 0; step < 8; step += 1) await written.press('ArrowRight')
  await page.getByRole('textbox', { name: /^If the value is missing/ }).fill('à vous')
  await button('+ First name').click()
  await button('Save as a new version').click()
  await page.getByText('Saved: version 2.').waitFor()
  await page.getByText('Bonjour {first_name|à vous}, votre', { exact: false }).first().waitFor()
  await button('Use this text again: Version 1').waitFor()
  await expectFit(page)
})

test('the composer counts each recipient, and a phone shows them masked', {
  timeout: 120_000,
}, async () => {
  await link('Write a campaign with it').click()
  await heading('New campaign').waitFor()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Of tomorrow')
  await page.getByRole('combobox', { name: 'List' }).click()
  await page.getByRole('option', { name: 'Rendez-vous' }).click()
  await page.getByText(/^Estimate: about 4 parts/).waitFor()
  await page.getByRole('combobox', { name: 'Legal basis of this alert' }).click()
  await page.getByRole('option', { name: 'Contract, or a service they asked for' }).click()
  await sender('Tilleuls')
  await page.getByText(/^Parts: 4. Recipients: 4. Cost: /).waitFor({ timeout: 30_000 })
  await page.getByText('Names that need Unicode: 2. Messages that cost more for it: 2.').waitFor()
  await page.getByText('Bonjour B•••••, votre rendez-vous').waitFor()
  await expectFit(page)
  await button('Next').click()
  await page.getByText('Bonjour A••ï•, votre rendez-vous').waitFor()
  await button('Previous').click()
  await page.getByText('Bonjour B•••••, votre rendez-vous').waitFor()
  await button('View them').click()
  await page.getByText(/of 70 characters/).waitFor()
})

test('a reason of the composer and of the check sheet opens its people, masked', {
  timeout: 90_000,
}, async () => {
  const { accord } = life
  type Lists = { items: { id: string }[] }
  const { items } = await asked<Lists>(accord, 'GET', '/v1/lists')
  const list = items[0]?.id
  const offer = { class: 'marketing', purpose: 'offers', sender: 'Tilleuls', text: 'Promo samedi.' }
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/campaigns', {
    ...{ ...offer, name: 'Nobody agreed', listId: list },
  })
  const other = await page.context().newPage()
  const why = 'This person has not consented to SMS for this purpose and this sender.'
  const people = other.getByRole('dialog').getByRole('link', { name: /^\+33/ })
  await other.goto(`${accord.url}/campaigns/${id}`)
  await other.getByRole('button', { name: why }).click()
  await expect.poll(() => people.count()).toBe(4)
  await expectFit(other)
  await other.goto(`${accord.url}/campaigns/${id}/edit`)
  await other.getByText('4 left out').click()
  await other.getByRole('button', { name: why }).click()
  await expect.poll(() => people.count()).toBe(4)
  await people.first().click()
  await other.waitForURL(/\/contacts\/[0-9a-f-]+$/)
  await other.close()
  await asked(accord, 'DELETE', `/v1/campaigns/${id}`)
})

test('the text is tried on one’s own phone, and its story is a click away', {
  timeout: 60_000,
}, async () => {
  await button('Add a phone').click()
  await page.getByRole('textbox', { name: 'Whose phone' }).fill('Camille')
  await page.getByRole('textbox', { name: /^Number/ }).fill('06 39 98 42 99')
  await button('Add').click()
  await button('Send me a test').click()
  await page.getByText('The test is on its way.').waitFor()
  await expectFit(page)
})

test('the draft is saved, changed, duplicated and deleted', { timeout: 120_000 }, async () => {
  await button('Save and view the check sheet').click()
  await heading('Of tomorrow').waitFor()
  await page.getByText('Waiting for someone to approve its check sheet.').waitFor()
  await link('Change').click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Of the day after')
  await button('Save and view the check sheet').click()
  await heading('Of the day after').waitFor()
  await button('Duplicate').click()
  await heading('Change the campaign').waitFor()
  const name = page.getByRole('textbox', { name: /^Name/ })
  expect(await name.inputValue()).toBe('Of the day after (copy)')
  await button('Save and view the check sheet').click()
  await heading('Of the day after (copy)').waitFor()
  await expectFit(page)
  await button('Delete the draft').click()
  await button('Delete it').click()
  await heading('Campaigns').waitFor()
  await link('Of the day after').waitFor()
  expect(await link('Of the day after (copy)').count()).toBe(0)
})

test('launched, text and sheet stay to be read', { timeout: 90_000 }, async () => {
  await link('Of the day after').click()
  await button('Approve this sheet').click()
  await page.getByText('Approved. It is sent once someone launches it.').waitFor()
  await button('Launch').click()
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 })
  await page.getByText('What was approved. It does not change any more.').waitFor()
  await page.getByText('Bonjour {first_name|à vous}').waitFor()
  await expectFit(page)
})

test('one message leaves from a screen, and its story opens', { timeout: 60_000 }, async () => {
  await link('Messages').click()
  await link('New message').click()
  await heading('One message').waitFor()
  await page.getByRole('textbox', { name: /^Number/ }).fill('06 39 98 42 00')
  await page.getByRole('radio', { name: 'Alert' }).check()
  await page.getByRole('combobox', { name: 'Legal basis of this alert' }).click()
  await page.getByRole('option', { name: 'Contract, or a service they asked for' }).click()
  await sender('Tilleuls')
  await page.getByRole('textbox', { name: /^Text/ }).fill('Votre commande 4512 est là.')
  await page.getByText(/GSM 7: 27 characters, 1 part/).waitFor()
  const preview = page.getByRole('region', { name: 'As their phone will show it' })
  await preview.getByText('Votre commande 4512 est là.').waitFor()
  await preview.getByRole('status').filter({ hasText: '€' }).waitFor()
  await expectFit(page)
  await button('Send this message').click()
  await heading('History of this message').waitFor()
})

testOfMatrix('the same screens speak French', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await link('Modèles').click()
  await heading('Modèles').waitFor()
  await link('Nouveau modèle').waitFor()
})
