// People chosen by rules, from the first rule to a campaign for them; and numbers that are dead.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  expectFit,
  ownerInBrowser,
  sendAlert,
} from '../support/browser-life.ts'
import { publishedWording } from '../support/published-wording.ts'
import { asked } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
  const { accord } = life
  const words = await publishedWording(accord)
  const { id: listId } = await asked<{ id: string }>(accord, 'POST', '/v1/lists', {
    name: 'Fidélité',
  })
  await asked(accord, 'POST', '/v1/custom-fields', { name: 'Ville', type: 'text' })
  for (const [number, city] of [
    ['+33639980711', 'Lyon'],
    ['+33639980712', 'Lyon'],
    ['+33639980713', 'Paris'],
  ]) {
    const fields = { firstName: 'Camille', lastName: `Exemple ${city}` }
    await asked(accord, 'POST', '/v1/contacts', { number, listId, fields, custom: { ville: city } })
    const evidence = { grade: 'api_declared', givenAt: '2026-03-02T09:00:00Z', source: 'caisse' }
    const about = { channel: 'sms', purpose: 'offers', evidence, ...words }
    await asked(accord, 'POST', '/v1/consents', { number, ...about })
  }
  // The sandbox operator answers that nobody has this number.
  await sendAlert(life, { to: '+33639980901' })
  await eventually(async () => {
    const { items } = await asked<{ items: unknown[] }>(accord, 'GET', '/v1/dead-numbers')
    return items.length === 1 ? items : null
  })
}, 180_000)
afterAll(() => life?.close())

test('a dead number stands with its source, and is lifted with a reason', {
  timeout: 120_000,
}, async () => {
  const { page } = life
  await page.getByRole('link', { name: 'Left out', exact: true }).click()
  await page.getByText('Nobody has said no').waitFor()
  await page.getByRole('button', { name: 'Numbers that no longer work 1' }).click()
  await page.getByText('The network answered that nobody has this number.').waitFor()
  await page.getByText('Code of the operator: 001').waitFor()
  await expectFit(page)
  await page.getByRole('link', { name: /^Open \+33 .* 01$/ }).click()
  await page.getByText(/^Number no longer works since 25 November 2026$/).waitFor()
  const section = page.getByRole('region', { name: 'This number no longer works' })
  await section.getByLabel(/^How you know that it works/).fill('They called us from it')
  await expectFit(page)
  await section.getByRole('button', { name: 'The number works' }).click()
  await page.getByText('Not proven', { exact: true }).waitFor()
  await expect.poll(() => section.count()).toBe(0)
})

test('rules are written in plain words, counted, saved, and become the audience of a campaign', {
  timeout: 180_000,
}, async () => {
  const { page } = life
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const pick = async (rule: number, field: string, option: string) => {
    const row = page.getByRole('group', { name: `Rule ${rule}` })
    await row.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await page.getByRole('link', { name: 'Segments', exact: true }).click()
  await page.getByRole('link', { name: 'New segment' }).click()
  await page.getByLabel('Name of the segment').fill('Lyon, fidèles')
  await pick(1, 'Value', 'Fidélité')
  const fits = page.getByRole('region', { name: 'Who fits' })
  await fits.getByText('People who fit: 3').waitFor()
  await fits.getByText('Can receive marketing: 3').waitFor()
  await button('Add a rule').click()
  await pick(2, 'What it is about', 'Custom field: Ville')
  await page.getByRole('group', { name: 'Rule 2' }).getByLabel('Value').fill('lyon')
  await fits.getByRole('button', { name: 'Count now' }).click()
  await fits.getByText('People who fit: 2').waitFor()
  await expectFit(page)
  await button('Save the segment').click()
  await page.getByText('in the list “Fidélité” and Ville is lyon').waitFor()
  await expectFit(page)
  const item = page.getByRole('article', { name: 'Lyon, fidèles' })
  await item.getByRole('button', { name: 'New campaign' }).click()
  const audience = page.getByRole('combobox', { name: 'List or segment' })
  await expect.poll(() => audience.inputValue()).toBe('Segment “Lyon, fidèles”, 2 people')
  await page.getByLabel('Name', { exact: false }).first().fill('Lyon en avent')
  await page.getByRole('radio', { name: /Marketing/ }).check()
  await page.getByRole('combobox', { name: 'Sender' }).fill('Tilleuls')
  await page.getByRole('textbox', { name: 'Text' }).fill('Boutique des Tilleuls : -20 % samedi.')
  await expectFit(page)
  await button(/^Save and/).click()
  await page
    .getByText(/^For the segment “Lyon, fidèles”, chosen on .*: in the list “Fidélité” and/)
    .waitFor()
  await page.getByRole('button', { name: 'Approve' }).waitFor()
  await expectFit(page)
})

test('the people of a segment are counted on the page of segments, when somebody asks', {
  timeout: 60_000,
}, async () => {
  const { page } = life
  await page.getByRole('link', { name: 'Segments', exact: true }).click()
  const item = page.getByRole('article', { name: 'Lyon, fidèles' })
  // Counted while it was written: the last figure stands until somebody counts again.
  await item.getByText('People who fit: 2').waitFor()
  await item
    .getByRole('button', { name: 'Count the people of the segment “Lyon, fidèles”' })
    .click()
  await item.getByText('People who fit: 2').waitFor()
  await expectFit(page)
})

test('the people of a segment are shown among the contacts, counted and narrowed further', {
  timeout: 90_000,
}, async () => {
  const { page } = life
  await page.getByRole('link', { name: 'Segments', exact: true }).click()
  await page.getByRole('link', { name: 'Show the people of the segment “Lyon, fidèles”' }).click()
  const statuses = page.getByRole('group', { name: 'Status' })
  await statuses.getByRole('button', { name: 'Everybody 2' }).waitFor()
  const people = page.getByRole('link', { name: /^Open \+33/ })
  await expect.poll(() => people.count()).toBe(2)
  await expectFit(page)
  await statuses.getByRole('button', { name: 'Can receive marketing 2' }).click()
  await expect.poll(() => people.count()).toBe(2)
  expect(new URL(page.url()).searchParams.get('status')).toBe('can_receive')
  // The address alone shows the same people again.
  await page.reload()
  const segment = page.getByRole('combobox', { name: 'Segment' })
  await expect.poll(() => segment.inputValue()).toBe('Lyon, fidèles')
  await expect.poll(() => people.count()).toBe(2)
  // Counting opens their values: it waits for a press, and the statuses narrow without it.
  const countNow = page.getByRole('button', { name: 'Count now' })
  await countNow.waitFor()
  await statuses.getByRole('button', { name: 'Everybody', exact: true }).waitFor()
  await statuses.getByRole('button', { name: 'Said STOP', exact: true }).waitFor()
  await expectFit(page)
  await countNow.click()
  await statuses.getByRole('button', { name: 'Everybody 2' }).waitFor()
  await page.getByLabel('Find by name in here').fill('exemple')
  await page.getByRole('button', { name: 'Find by name' }).click()
  const found = page.getByRole('region', { name: 'Found' })
  await expect.poll(() => found.getByRole('link', { name: /^Open/ }).count()).toBe(2)
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await statuses.getByRole('button', { name: /^Everybody [34]$/ }).waitFor()
})

test('somebody is found by name inside a list', { timeout: 60_000 }, async () => {
  const { page } = life
  await page.getByRole('link', { name: 'Lists', exact: true }).click()
  await page.getByRole('link', { name: 'Fidélité', exact: true }).click()
  await page.getByLabel('Find by name in here').fill('exemple par')
  await page.getByRole('button', { name: 'Find by name' }).click()
  const found = page.getByRole('region', { name: 'Found' })
  await found.getByRole('link', { name: /^Open \+33 .* 13$/ }).waitFor()
  expect(await found.getByRole('link', { name: /^Open/ }).count()).toBe(1)
  expect(page.url()).not.toContain('exemple')
  await expectFit(page)
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  const { page } = life
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('link', { name: 'Segments', exact: true }).click()
  await page.getByText('dans la liste « Fidélité » et Ville est lyon').waitFor()
  await expectFit(page)
})
