// Somebody who is no contact asks on the public page; staff search, ask, tie or answer on screen.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let staff: Page
beforeAll(async () => {
  life = await accordInBrowser()
  staff = life.page
  await logIn(staff, life.accord)
  await staff.waitForURL(`${life.accord.url}/`)
}, 120_000)
afterAll(() => life?.close())

const choose = async (within: ReturnType<Page['getByRole']>, label: string, option: string) => {
  await within.getByRole('combobox', { name: label, exact: true }).click()
  await staff.getByRole('option', { name: option, exact: true }).click()
}

test('a letter of somebody who is no contact is recorded, searched for and answered', {
  timeout: 120_000,
}, async () => {
  await staff.goto(`${life.accord.url}${paths.requests}`)
  await staff.getByText('Record a request').first().click()
  const form = staff.getByRole('form', { name: 'Record a request' })
  await choose(form, 'Who asks', 'Somebody who is not a contact')
  await form.getByLabel('First and last name').fill('Octave Lemoine')
  await form.getByLabel('Postal address').fill('4 rue du Puits\n35000 Rennes')
  await choose(form, 'Request', 'A copy of their data')
  await choose(form, 'How it came', 'By letter')
  await form.getByLabel('Arrived on').fill('2026-11-24')
  await form.getByLabel('What they ask for, in your own words').fill('Ce que nous détenons')
  await expectFit(staff)
  await form.getByRole('button', { name: 'Record a request' }).click()
  await form.getByRole('status').getByText('due by').waitFor()

  const row = staff.getByRole('row').filter({ hasText: 'Not a contact' })
  await row.getByRole('button', { name: 'Answer this request' }).filter({ visible: true }).click()
  const dialog = staff.getByRole('dialog', { name: 'Answer this request' })
  await dialog.getByText('They gave: a name and a postal address.').waitFor()
  await dialog.getByText('Not searched yet.').waitFor()
  await dialog.getByRole('button', { name: 'Search your data' }).click()
  await dialog.getByText('No contact was found.').waitFor()
  await dialog.getByText(/^Searched on /).waitFor()
  await expectFit(staff)
  await choose(dialog, 'Result', 'Nothing is held about them')
  const answer = dialog.getByRole('form', { name: 'Answer or refuse' })
  await answer.getByLabel('What you did and why').waitFor()
  expect(await answer.getByLabel('What you did and why').inputValue()).toContain(
    'found nothing about you',
  )
  await answer.getByRole('button', { name: 'Record the answer' }).click()
  await staff
    .getByText(/^Nothing is held about them · Answered on/)
    .first()
    .waitFor()
  const printed = staff.waitForEvent('download')
  await staff.getByRole('button', { name: 'Answer (PDF)' }).click()
  expect((await printed).suggestedFilename()).toBe('answer.pdf')
  await staff.setViewportSize({ width: 360, height: 740 })
  await expectFit(staff)
  await staff.setViewportSize({ width: 1280, height: 800 })
  await staff.getByRole('button', { name: 'Show who asks' }).click()
  const who = staff.getByRole('dialog', { name: 'Who asks' })
  await who.getByLabel('Why do you need it?').fill('poster la réponse')
  await who.getByRole('button', { name: 'Reveal' }).click()
  await who.getByText('Octave Lemoine').waitFor()
})

test('anybody asks on the public page; staff find the contact and tie the request', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const number = '+33639980991'
  await asked(accord, 'POST', '/v1/contacts', { number, fields: { firstName: 'Ines' } })
  const { path } = await asked<{ path: string }>(accord, 'GET', '/v1/public-notice')
  const context = await life.browser.newContext({ viewport: { width: 360, height: 740 } })
  const reader = await context.newPage()
  await reader.goto(`${accord.url}${path}?lang=en`)
  await reader.getByRole('link', { name: 'Make a request about your data' }).click()
  await reader.getByRole('heading', { level: 1, name: 'A request about your data' }).waitFor()
  await expectFit(reader)
  await reader.getByRole('link', { name: 'Français' }).click()
  await reader.getByRole('heading', { level: 1, name: 'Une demande sur vos données' }).waitFor()
  await expectFit(reader)
  await reader.getByRole('button', { name: 'Envoyer ma demande' }).click()
  const alert = reader.getByRole('alert')
  await alert.waitFor()
  accord.letPass(5_000)
  await reader.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await alert.getByText('Choisissez ce que vous demandez.').waitFor()
  await expectFit(reader)
  await reader.getByRole('radio', { name: 'L’effacement' }).check()
  await reader.getByLabel('Numéro de téléphone').fill('06 39 98 09 91')
  accord.letPass(5_000)
  await reader.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await reader.getByRole('heading', { level: 1, name: 'Votre demande est bien arrivée' }).waitFor()
  await expectFit(reader)
  await context.close()

  await staff.goto(`${accord.url}${paths.requests}`)
  const row = staff.getByRole('row').filter({ hasText: 'Asked on the public request page' })
  await row.getByRole('button', { name: 'Answer this request' }).filter({ visible: true }).click()
  const dialog = staff.getByRole('dialog', { name: 'Answer this request' })
  await dialog.getByRole('button', { name: 'Search your data' }).click()
  const tie = dialog.getByRole('form', { name: 'Tie the request to this contact' })
  await tie.getByLabel('What shows that it is this person').fill('Le numéro est celui du contact.')
  await expectFit(staff)
  await tie.getByRole('button', { name: 'Tie the request to this contact' }).click()
  // Theirs from here on: who asks is made sure before anything is erased.
  await dialog.getByText('Not confirmed yet').waitFor()
  await dialog.getByText('Tied to a contact').waitFor()
  await expectFit(staff)
})

test('who asked before with the same e-mail is named by the search, and leads there', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const take = (kind: string) =>
    asked<{ id: string }>(accord, 'POST', '/v1/person-requests/no-contact', {
      ...{ asker: { email: 'basile@chenevert.example' }, kind, heardBy: 'email' },
      ...{ receivedOn: '2026-11-24', text: 'Par e-mail' },
    })
  const first = await take('portability')
  const { id } = await take('access')
  await staff.goto(`${accord.url}${paths.request(id)}`)
  const dialog = staff.getByRole('dialog', { name: 'Answer this request' })
  await dialog.getByRole('button', { name: 'Search your data' }).click()
  await dialog.getByText('Other requests with the same number or e-mail').waitFor()
  await expectFit(staff)
  await dialog
    .getByRole('link', { name: 'Their data as a file: received on 24 Nov 2026, not answered yet' })
    .click()
  await staff.waitForURL(`${accord.url}${paths.request(first.id)}`)
  await dialog.getByText('Their data as a file').first().waitFor()
})
