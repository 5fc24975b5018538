// A letter is written down, its answer prepared, and fetched by the person with a code; the file
// that they get is opened without a network, and asks for nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { ownPageOf } from '../support/own-page.ts'
import { asked } from '../support/scenario.ts'
import { unzip } from '../support/unzip.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let staff: Page
beforeAll(async () => {
  life = await accordInBrowser()
  staff = life.page
  await asked(life.accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  await logIn(staff, life.accord)
  await staff.waitForURL(`${life.accord.url}/`)
}, 120_000)
afterAll(() => life?.close())

const number = '+33639980975'

async function takeLetter(): Promise<void> {
  await staff.goto(`${life.accord.url}${paths.requests}`)
  await staff.getByText('Record a request').first().click()
  await staff.getByLabel('Number of the person').fill(number)
  const form = staff.getByRole('form', { name: 'Record a request' })
  const choose = async (label: string, option: string) => {
    await form.getByRole('combobox', { name: label }).click()
    await staff.getByRole('option', { name: option, exact: true }).click()
  }
  await choose('Request', 'A copy of their data')
  await choose('How it came', 'By letter')
  await staff.getByLabel('Arrived on').fill('2026-11-24')
  await staff.getByLabel('What the person asks for, in your own words').fill('Toutes ses données')
  await expectFit(staff)
  await form.getByRole('button', { name: 'Record a request' }).click()
  await form.getByRole('status').getByText('due by').waitFor()
}

/** Six digits that went to the (imagined) handset. */
async function codeSent(): Promise<string> {
  return eventually(async () => {
    type Found = { items: { id: string }[] }
    const { items } = await asked<Found>(life.accord, 'GET', '/v1/messages?limit=20')
    for (const { id } of items) {
      const reason = 'reads the code as the person does'
      const shown = await asked<{ text: string }>(
        ...([life.accord, 'POST', `/v1/messages/${id}/handset`, { reason }] as const),
      ).catch(() => null)
      const code = /\b(\d{6})\b/.exec(shown?.text ?? '')?.[1]
      if (code !== undefined) return code
    }
    return null
  })
}

/** The day of the last step, by the clock of the account. */
async function lastDay(path: string): Promise<string> {
  const { steps } = await asked<{ steps: { at: string }[] }>(life.accord, 'GET', path)
  const zone = { timeZone: 'Europe/Paris' }
  return new Date(steps.at(-1)?.at ?? '').toLocaleDateString('en-CA', zone)
}
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** Opened from the disk: whatever it would fetch is counted. */
async function requestsOf(html: string, viewport: { width: number; height: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-answer-'))
  const context = await life.browser.newContext({ viewport })
  const page = await context.newPage()
  const file = join(folder, 'answer.html')
  writeFileSync(file, html)
  const asks: string[] = []
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) asks.push(request.url())
  })
  await page.goto(`file://${file}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('details').last().click()
  const wider = 'document.documentElement.scrollWidth - window.innerWidth'
  const isWider = Number(await page.evaluate(wider)) > 0
  await expectFit(page)
  await context.close()
  rmSync(folder, { recursive: true })
  return { asks, isWider }
}

test('a restriction is lifted once the person was told by letter, with its day', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const whose = '+33639980976'
  const fields = { firstName: 'Zoé' }
  await asked(accord, 'POST', '/v1/contacts', { number: whose, fields })
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/person-requests', {
    ...{ number: whose, kind: 'restriction', heardBy: 'letter', receivedOn: '2026-11-24' },
    ...{ text: 'Ne plus utiliser ses données', language: 'fr' },
  })
  const path = `/v1/person-requests/${id}`
  const known = { how: 'known_to_staff', reason: 'Venue en boutique.' }
  await asked(accord, 'POST', `${path}/identified`, known)
  await asked(accord, 'POST', `${path}/restrict`, { reason: 'Vos données sont gelées.' })
  const restrictedOn = await lastDay(path)
  await staff.goto(`${accord.url}${paths.request(id)}`)
  const dialog = staff.getByRole('dialog')
  const form = dialog.getByRole('form', { name: 'Lift the restriction' })
  const lift = form.getByRole('button', { name: 'Lift the restriction' })
  const letter = dialog.getByRole('button', { name: 'End of the restriction (PDF)' })
  await letter.waitFor()
  expect([await lift.isDisabled(), await letter.isDisabled()]).toEqual([true, true])
  await form.getByLabel('What you did and why').fill('L’exactitude est vérifiée.')
  await dialog.getByLabel('Data used again from').fill(dayAfter(restrictedOn))
  const printed = staff.waitForEvent('download')
  await letter.click()
  expect((await printed).suggestedFilename()).toBe('lifting.pdf')
  await form.getByRole('combobox', { name: 'How the person is told' }).click()
  await staff.getByRole('option', { name: 'Already told by letter', exact: true }).click()
  await dialog.getByText('First enter the day on which you told the person.').waitFor()
  await form.getByLabel('Told on').fill(restrictedOn)
  await expectFit(staff)
  await lift.click()
  await dialog.getByText('They were told by letter.').waitFor()
  await expectFit(staff)
})

test('a letter’s copy is prepared by staff and fetched by the person', {
  timeout: 180_000,
}, async () => {
  const { accord } = life
  type Made = { contact: { id: string } }
  const fields = { firstName: 'Zoé', lastName: 'Exemple' }
  const { contact } = await asked<Made>(accord, 'POST', '/v1/contacts', { number, fields })
  await takeLetter()
  await staff.getByRole('button', { name: 'Answer this request' }).first().click()
  const dialog = staff.getByRole('dialog')
  await dialog.getByText('A code to the number is enough').waitFor()
  await expectFit(staff)
  await dialog.getByRole('button', { name: 'Prepare the answer' }).click()
  await dialog.getByText('The answer waits for the person').waitFor({ timeout: 60_000 })
  await dialog.getByText('The person was sent an SMS on').waitFor()
  const printed = staff.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Answer (PDF)' }).click()
  expect((await printed).suggestedFilename()).toBe('answer.pdf')
  await expectFit(staff)

  const own = await ownPageOf(accord, accord.accounts[0].token, contact.id)
  const context = await life.browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${accord.url}${own}?lang=fr`)
  await page.getByText('Votre réponse est prête. Vous').waitFor()
  await expectFit(page)
  await page.getByRole('button', { name: 'Envoyer un code à mon téléphone' }).click()
  await page.getByLabel('Code reçu sur votre téléphone').fill(await codeSent())
  await expectFit(page)
  const arrives = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Ouvrir ma réponse' }).click()
  const download = await arrives
  expect(download.suggestedFilename()).toBe('mes-donnees.zip')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const html = unzip(Buffer.concat(chunks)).get('answer.html') ?? ''
  await context.close()

  for (const viewport of [
    { width: 360, height: 740 },
    { width: 794, height: 1123 },
  ]) {
    expect(await requestsOf(html, viewport)).toEqual({ asks: [], isWider: false })
  }
})

test('who is restricted is kept and counted; who is erased before an answer is, for a reason', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  const ask = <T = { id: string }>(path: string, body: unknown) =>
    asked<T>(accord, 'POST', path, body)
  const reason = 'Vos données sont traitées comme vous le demandez.'
  const taken = async (mobile: string, kind: string) => {
    const { id } = await ask('/v1/person-requests', {
      ...{ number: mobile, kind, heardBy: 'letter', receivedOn: '2026-11-24' },
      text: `Par lettre : ${kind}`,
    })
    const known = { how: 'known_to_staff', reason: 'La personne est venue en boutique.' }
    await ask(`/v1/person-requests/${id}/identified`, known)
    return id
  }
  const [kept, goes] = ['+33639980976', '+33639980977']
  for (const one of [kept, goes]) await ask('/v1/contacts', { number: one })
  const restriction = await taken(kept, 'restriction')
  await ask(`/v1/person-requests/${restriction}/restrict`, { reason })
  await staff.goto(`${accord.url}${paths.retention}`)
  await staff.getByText('People whose data is restricted: 1.').waitFor()
  await staff.getByText('Nothing of theirs is past its period.').waitFor()
  await expectFit(staff)

  const access = await taken(goes, 'access')
  const erasure = await taken(goes, 'erasure')
  await staff.goto(`${accord.url}${paths.request(erasure)}`)
  const form = staff.getByRole('form', { name: 'Erase the person' })
  await form.getByRole('button', { name: 'Erase for good' }).click()
  await form.getByText(/^Another request of this person waits/).waitFor()
  const link = form.getByRole('link', { name: 'Open the request' })
  expect(await link.getAttribute('href')).toBe(paths.request(access))
  await form.getByRole('combobox', { name: /^Why they are erased before/ }).click()
  await staff.getByRole('option', { name: 'They want to be erased first' }).click()
  await expectFit(staff)
  await form.getByRole('button', { name: 'Erase for good' }).click()
  await eventually(async () => {
    const { outcome } = await asked<{ outcome: string | null }>(
      ...([accord, 'GET', `/v1/person-requests/${erasure}`] as const),
    )
    return outcome === 'erased' ? true : null
  })
})

test('a request of the wrong person is closed as a mistake, and says what becomes of it', {
  timeout: 60_000,
}, async () => {
  const { accord } = life
  const wrong = '+33639980979'
  await asked(accord, 'POST', '/v1/contacts', { number: wrong })
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/person-requests', {
    ...{ number: wrong, kind: 'access', heardBy: 'phone', receivedOn: '2026-11-24' },
    text: 'Une autre personne demande ses données',
  })
  await staff.goto(`${accord.url}${paths.request(id)}`)
  await staff.getByRole('combobox', { name: 'What will you do?' }).click()
  await staff.getByRole('option', { name: 'Answer or refuse' }).click()
  const form = staff.getByRole('form', { name: 'Answer or refuse' })
  await form.getByRole('combobox', { name: 'Result' }).click()
  await staff.getByRole('option', { name: 'Recorded by mistake or twice' }).click()
  await form.getByText(/^For a request recorded for the wrong person, or twice\./).waitFor()
  await expectFit(staff)
  await form.getByRole('button', { name: 'Record the answer' }).click()
  await staff.getByText(/^Recorded by mistake or twice · Answered on/).waitFor()
  await staff.getByText(/The request was recorded by mistake, and the person was never/).waitFor()
  expect(await staff.getByRole('button', { name: 'Answer (PDF)' }).count()).toBe(0)
})
