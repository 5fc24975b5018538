// On the screens: an assessment is screened and answered, a training confirmed, a review decided.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

type Saved = { contact: { id: string } }
const button = (name: string) => page.getByRole('button', { name, exact: true })
const region = (name: string) => page.getByRole('region', { name, exact: true })

test('an assessment: criteria, an answer that cites a measure, the plan, no validation yet', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.impact}`)
  const screening = region('Is an assessment called for?')
  await screening.getByText(/^Criteria without an answer: 7\./).waitFor({ timeout: 20_000 })
  for (const name of ['Systematic monitoring', 'Vulnerable people']) {
    const criterion = screening.getByRole('group', { name, exact: true })
    await criterion.getByText('Answer', { exact: true }).click()
    await criterion.getByRole('combobox', { name: 'Is it met?' }).click()
    await page.getByRole('option', { name: 'Yes', exact: true }).click()
    await criterion.getByText('Say why.').waitFor()
    await criterion.getByLabel('Why you see it so').fill('Patients, and links that are followed')
    await criterion.getByRole('button', { name: 'Save' }).click()
    await criterion.getByText('Saved. What stood there before is kept.').waitFor()
  }
  await screening.getByText('An assessment is called for: criteria met: 2.').waitFor()

  const questions = region('The assessment')
  await questions.getByText(/^Context: data, processes and supporting assets\. Missing: 1$/).click()
  const name = 'How does the life cycle of the data work?'
  const question = questions.getByRole('group', { name, exact: true })
  await question.getByText('Answer', { exact: true }).click()
  await question.getByLabel('In your words').fill('Import, sending, replies, erasure.')
  await question.getByRole('combobox', { name: 'Measures that prove it' }).click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Save' }).click()
  await question.getByText('In place', { exact: true }).waitFor()
  await questions.getByText(/^Context: data, processes and supporting assets\. Complete$/).waitFor()

  const plan = region('Action plan')
  await plan.getByLabel('What').fill('Train the team')
  await plan.getByLabel('Who').fill('The DPO')
  await plan.getByLabel('By').fill('2027-01-31')
  await button('Add to the plan').click()
  await button('Done: Train the team').waitFor()
  const validation = region('Validation')
  await validation.getByText(/^Still to be answered: /).waitFor()
  expect(await button('Validate').isDisabled()).toBe(true)
  await expectFit(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Page to print' }).click()
  expect((await download).suggestedFilename()).toBe('impact-assessment.html')
})

test('a processing has an assessment of its own, and the register leads to it', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.register}`)
  const users = page.getByRole('region', { name: /Users/ })
  await users.getByText('No impact assessment of its own').waitFor({ timeout: 20_000 })
  await users.getByRole('link', { name: 'Its impact assessment' }).click()
  const assessed = page.getByRole('combobox', { name: 'What is assessed' })
  await assessed.waitFor({ timeout: 20_000 })
  expect(await assessed.inputValue()).toMatch(/\(Not validated yet\)$/)
  // What was promised and answered for all processing is not here.
  await region('Action plan').getByText('Train the team').waitFor({ state: 'detached' })
  await region('Is an assessment called for?')
    .getByText(/^Criteria without an answer: /)
    .waitFor()
  await expectFit(page)
  await assessed.click()
  await page.getByRole('option', { name: /^All processing/ }).click()
  await button('Done: Train the team').waitFor()
})

test('of a processing that has ended the plan can be closed, and nothing else is written', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const person = { number: '+33639980077', fields: {} }
  const saved = await asked<Saved>(accord, 'POST', '/v1/contacts', person)
  const item = { what: 'Sort the contacts', who: 'The DPO', by: '2026-12-15', doneOn: null }
  const path = '/v1/impact-assessment/plan?processing=contacts'
  await asked(accord, 'PUT', path, { items: [item] })
  await asked(accord, 'DELETE', `/v1/contacts/${saved.contact.id}`)

  await page.goto(`${accord.url}${paths.impact}?processing=contacts`)
  await page.getByText(/^The register has this processing no more/).waitFor({ timeout: 20_000 })
  const assessed = page.getByRole('combobox', { name: 'What is assessed' })
  expect(await assessed.inputValue()).toBe('Contact file (ended)')
  await button('Done: Sort the contacts').click()
  await region('Action plan')
    .getByText(/^Done on /)
    .waitFor()
  for (const name of ['Is an assessment called for?', 'The assessment', 'Validation'])
    expect([name, await region(name).count()]).toEqual([name, 0])
  expect(await button('Validate').count()).toBe(0)
  await expectFit(page)
})

test('a session is recorded, the user confirms it, and the register and points know', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.training}`)
  await region('Who is trained').getByText('Trained today: 0 of 1.').waitFor({ timeout: 20_000 })
  const sessions = region('Sessions')
  await sessions.getByRole('combobox', { name: 'Training' }).click()
  await page.getByRole('option', { name: 'Personal data: the basics' }).click()
  await sessions.getByLabel('Held on').fill('2026-01-15')
  await sessions.getByLabel('Held by').fill('Cabinet Exemple')
  await sessions.getByRole('combobox', { name: 'Who attended' }).click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await button('Save the session').click()
  await sessions.getByText(/not confirmed yet/).waitFor({ state: 'attached' })
  await expectFit(page)

  await page.goto(`${life.accord.url}${paths.ownTraining}`)
  const own = region('For this account')
  await own.getByRole('button', { name: /^I attended: Personal data: the basics/ }).click()
  const left = own.getByRole('button', { name: /^I have read and understood: / })
  await own
    .getByText(/^until /)
    .first()
    .waitFor()
  for (let count = await left.count(); count > 0; count = await left.count()) {
    await left.first().click()
    await expect.poll(() => left.count()).toBeLessThan(count)
  }
  await expectFit(page)
  await page.goto(`${life.accord.url}${paths.training}`)
  await region('Who is trained')
    .getByText(/^Trained today: [01] of 1\. Last confirmed on/)
    .waitFor()
})

test('a review is recorded, answered and decided; French, on a phone', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.reviews}`)
  await page.getByRole('heading', { name: 'No review recorded' }).waitFor({ timeout: 20_000 })
  await page.getByRole('link', { name: 'Record a review', exact: true }).click()
  await page.getByLabel('Title').fill('The text of the shop’s form')
  await page.getByLabel('Name or firm').fill('Cabinet Exemple')
  await page.getByLabel('Question', { exact: true }).fill('Is this text enough for marketing?')
  await button('Save').click()
  await page.getByText('Asked', { exact: true }).first().waitFor()
  await page.getByLabel('Opinion').fill('Yes, once it names SMS.')
  await page.getByLabel('Decision', { exact: true }).fill('Publish it')
  await page.getByText('A decision needs who decided, on which day, and why.').waitFor()
  await page.getByLabel('Decided by').fill('The owner')
  await page.getByLabel('Decided on').fill('2026-11-12')
  await page.getByLabel('Why').fill('It names SMS now')
  await button('Save').click()
  await page.getByText('Saved. What stood there before is kept.').waitFor()
  await region('Papers')
    .locator('input[type=file]')
    .setInputFiles({
      ...{ name: 'opinion.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.7 an opinion'),
    })
  await button('Add the file').click()
  await region('Papers')
    .getByRole('link', { name: /^PDF of / })
    .waitFor()
  await region('History')
    .getByRole('cell', { name: /Decision/ })
    .waitFor()
  await expectFit(page)

  await page.getByText('FR', { exact: true }).filter({ visible: true }).click()
  await region('Documents').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [path, title] of [
    [paths.reviews, 'Conseils et décisions'],
    [paths.impact, 'Analyse d’impact'],
    [paths.training, 'Formation'],
    [paths.ownTraining, 'Ma formation'],
    [paths.operatorImpact, 'Analyse d’impact de ce serveur'],
    [paths.operatorTraining, 'Formation du personnel de ce serveur'],
    [paths.operatorReviews, 'Conseils et décisions sur ce serveur'],
  ] as const) {
    await page.goto(`${life.accord.url}${path}`)
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    await page.waitForLoadState('networkidle')
    await expectFit(page)
  }
})
