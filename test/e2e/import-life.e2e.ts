// The life of an import in a browser: recognised, kept, taken back,
// and remembered for the next time.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from '../../src/app/index.ts'
import {
  createAccount,
  expectFit,
  type NewAppInBrowser,
  newAppInBrowser,
} from '../support/browser-life.ts'

let life: NewAppInBrowser
let app: RunningApp
let page: Page
beforeAll(async () => {
  life = await newAppInBrowser()
  app = life.app
  page = life.page
}, 120_000)

afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })

async function firstRun() {
  await page.goto(`${app.url}/start#${app.setupCode}`)
  await createAccount(page, 'Librairie du Canal')
}

async function choose(name: string, lines: readonly string[]) {
  await page.getByRole('link', { name: 'Import contacts', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await button('Choose a file').click()
  const buffer = Buffer.from(lines.join('\r\n'), 'utf8')
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
  await button('Analyse this file').click()
}

// The header of Brevo's export.
const header = 'CONTACT ID,EMAIL,PRENOM,NOM,SMS,OPT_IN'

test('an export is recognised, goes in, is taken back, and is remembered', {
  timeout: 180_000,
}, async () => {
  await firstRun()
  await choose('contacts.csv', [
    header,
    '1,ines@example.org,Inès,Exemple,33639980031,true',
    '2,noe@example.org,Noé,Modèle,33639980032,true',
  ])
  await page.getByText(/Brevo/).waitFor()
  await page.getByRole('textbox', { name: 'Name of the list' }).fill('Newsletter')
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })

  await button('Undo this import…').click()
  const dialog = page.getByRole('region', { name: 'Undo this import' })
  await dialog.getByText('New contacts from this import (2)', { exact: false }).waitFor()
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Keep the import' }).click()
  await button('Undo this import…').click()
  await dialog.getByRole('button', { name: 'Undo the import', exact: true }).click()
  await page.getByText(/^Undone on .*: 2 contacts erased, 0 kept/).waitFor({ timeout: 60_000 })
  expect(await button('Undo this import…').count()).toBe(0)

  await choose('contacts-2.csv', [header, '3,zoe@example.org,Zoé,Fictif,33639980033,true'])
  await page.getByText(/A file with the same columns was imported on/).waitFor()
  await expectFit(page)
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
})

test('who is to be proven is counted, with what would fix it, and deleted', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'See the people to be proven' }).click()
  const group = page.getByRole('region', { name: 'Nothing proves consent.' })
  await group.getByText('People: 1').waitFor()
  await page.getByRole('heading', { name: 'A proof would settle it' }).waitFor()
  await group.getByRole('button', { name: 'Give the proof…' }).click()
  await group.getByRole('button', { name: 'Record the proof' }).waitFor()
  await group.getByText('Other ways: ask again, delete').click()
  await group.getByText(/Never by SMS/).waitFor()
  await expectFit(page)
  await group.getByRole('button', { name: 'Delete these contacts…' }).click()
  await group.getByRole('button', { name: /^Delete these contacts \(1\)/ }).click()
  await page.getByText('Contacts deleted: 1.').waitFor()
  await page.getByText('Nobody is left to be proven').waitFor()
})

test('the refusals of another platform come in, and are told by rows', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'Consent transfer', exact: true }).click()
  const section = page.getByRole('region', { name: 'Objections from another platform' })
  const chooser = page.waitForEvent('filechooser')
  await section.getByRole('button', { name: 'File' }).click()
  const buffer = Buffer.from('Phone;Opted out of SMS\n0639980041;true\n0639980042;false\n')
  await (await chooser).setFiles({ name: 'optouts.csv', mimeType: 'text/csv', buffer })
  await section.getByLabel('Source (kept as evidence)').fill('HubSpot, May 2026')
  await section.getByRole('button', { name: 'Import these objections' }).click()
  await section
    .getByText(/2 rows: 1 objections recorded, 0 already recorded, 1 subscribed/)
    .waitFor()
  await expectFit(page)
})

/** Let go over the form, as with a mouse. */
async function drop(name: string, text: string) {
  const given = [JSON.stringify(text), JSON.stringify(name)].join(', ')
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    const [content, file] = [${given}]
    transfer.items.add(new File([content], file, { type: 'text/csv' }))
    return transfer
  })()`)
  await button('Choose a file').dispatchEvent('drop', { dataTransfer })
}

test('a file is dropped, goes into a list that exists, and leads to the people that it brought', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'Import contacts', exact: true }).click()
  await drop('notes.pdf', 'x')
  await page.getByText('notes.pdf is not a CSV, TSV, TXT or XLSX file.').waitFor()
  await drop('more.csv', `${header}\r\n4,lou@example.org,Lou,Fictif,33639980034,true`)
  await page.getByText('more.csv').waitFor()
  await expectFit(page)
  await button('Analyse this file').click()
  const name = page.getByRole('textbox', { name: 'Name of the list' })
  await name.fill('CONTACTS-2')
  await page.getByText(/^A list with this name exists already/).waitFor()
  await expectFit(page)
  await button('Add to it instead').click()
  expect(await page.getByRole('radio', { name: 'Into an existing list' }).isChecked()).toBe(true)
  const list = page.getByRole('combobox', { name: 'Existing list' })
  await expect.poll(() => list.inputValue()).toBe('contacts-2')
  // With the keyboard alone, by a part of its name.
  await list.fill('tacts')
  await page.getByRole('option', { name: 'contacts-2' }).waitFor()
  await list.press('ArrowDown')
  await list.press('Enter')
  await expect.poll(() => list.inputValue()).toBe('contacts-2')
  await expectFit(page)
  await button('Import').click()
  await page.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'See the new people' }).click()
  await page.getByText('New people of the import more.csv').waitFor()
  const people = page.getByRole('link', { name: /^Open \+33/ })
  await page.getByRole('link', { name: /^Open .* 34$/ }).waitFor()
  expect(await people.count()).toBe(1)
  await page.getByRole('button', { name: 'Everybody 1' }).waitFor()
  await expectFit(page)
  const all = page.getByRole('button', { name: 'Show everybody again' })
  await all.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('import')).toBeNull()
  await page.getByRole('link', { name: 'Lists', exact: true }).click()
  expect(await page.getByText('contacts-2', { exact: true }).count()).toBe(1)
})

test('a file that nobody wants is deleted on its page', { timeout: 60_000 }, async () => {
  await choose('wrong.csv', [header, '9,zoe@example.org,Zoé,Fictif,33639980039,true'])
  await button('Delete this file').click()
  await page.getByText(/^Nothing of it is stored yet\./).waitFor()
  await button('Delete it now').click()
  await page.getByText(/^This file was deleted before it was imported/).waitFor()
  await page.getByText('Deleted', { exact: true }).waitFor()
  expect(await button('Import').count()).toBe(0)
  await expectFit(page)
})
