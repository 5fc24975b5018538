// In a browser, in both languages: staff serve somebody who rang, and answer what people asked for.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { ownPageOf } from '../support/own-page.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let accord: Accord
let page: Page
let contactId: string
const number = '+33639980921'
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  page = life.page
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const controllerId = items[0]?.id
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Till',
    language: 'en',
    medium: 'till',
    controllerId,
    shownText: 'I agree to receive offers from Boutique des Tilleuls by SMS.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  contactId = contact.id
  await ask('POST', '/v1/consents', {
    number,
    wordingId: wording.id,
    controllerId,
    channel: 'sms',
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'till' },
  })
  await logIn(page, accord)
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

test('what somebody asks for by telephone is done at the desk, and says so', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('link', { name: 'Contacts', exact: true }).click()
  await page.getByRole('link', { name: /^Open \+33/ }).click()
  await page.getByRole('link', { name: 'Act for this person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Act for this person' }).waitFor()
  // Nothing in clear before a reason is given.
  expect(await page.content()).not.toContain(number)
  await page.getByLabel('Why do you need this person’s data?').fill('They rang this morning')
  await expectFit(page)
  await press('Open')
  await page.getByText(number).waitFor()
  await page.getByText('First say how the person contacted you and what they asked for.').waitFor()
  await expectFit(page)
  await choose('How they contacted you', 'By phone')
  await page.getByLabel('What they asked for, in your own words').fill('No more offers by SMS')
  await press('Withdraw: SMS, offers')
  await page
    .getByText('The consent is withdrawn. Nothing more is sent on that legal basis.')
    .waitFor()
  await page.getByText(/offers · Withdrawn/).waitFor()
  // The link to their own page leaves for the handset, and is seen by nobody here.
  await choose('Sender', 'Tilleuls')
  await press('Send the link')
  await page.getByText(/^Sent\. The link works until/).waitFor()
  expect(await page.content()).not.toContain('/p/')
  await expectFit(page)
  // For somebody who asked by letter: the copy that they would read on their page, as a file.
  const taking = page.waitForEvent('download')
  await press('Save it in French')
  expect((await taking).suggestedFilename()).toBe('mes-donnees.html')
  await page.getByText('The copy is among your downloads.').waitFor()
  await page.goto(`${accord.url}${paths.contact(contactId)}`)
  await page.getByText('Recorded by your staff: By phone').waitFor()
})

test('a request is answered by a choice and a sentence, knowing who asks', {
  timeout: 120_000,
}, async () => {
  const own = await ownPageOf(accord, accord.accounts[0].token, contactId)
  await fetch(`${accord.url}${own}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams({ action: 'access' }),
  })
  await page.goto(`${accord.url}${paths.requests}`)
  await page.getByRole('link', { name: /^\+33 .*21$/ }).waitFor()
  await expectFit(page)
  // A telephone shows a request and its answer without scrolling to the side.
  await page.setViewportSize({ width: 360, height: 740 })
  const answering = page.getByRole('button', { name: 'Answer this request' }).first()
  const box = await answering.boundingBox()
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(360)
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await press('Answer this request')
  await choose('What will you do?', 'Answer or refuse')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Choose the result and explain it in one sentence.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Record the answer' }).isDisabled()).toBe(true)
  await choose('Result', 'No other data than their page shows')
  await dialog
    .getByLabel('What you did and why (the person will read this)')
    .fill('We hold your number alone.')
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Record the answer' }).click()
  await page
    .getByText(/No other data than their page shows · Answered on/)
    .filter({ visible: true })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  const shown = await (await fetch(`${accord.url}${own}?lang=en`)).text()
  expect(shown).toContain('no other data than this page shows')
  expect(shown).toContain('We hold your number alone.')
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByText('Aucune demande ouverte').waitFor()
  await choose('État', 'Traitées')
  expect(new URL(page.url()).search).toBe('?state=closed')
  await page
    .getByText(/Aucune autre donnée que celles de sa page · Répondu le/)
    .filter({ visible: true })
    .waitFor()
  await page.getByRole('link', { name: /^\+33 .*21$/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Agir pour cette personne' }).waitFor()
  await page
    .getByLabel('Pourquoi avez-vous besoin des données de cette personne ?')
    .fill('Un courrier')
  await press('Ouvrir')
  await page.getByText(number).waitFor()
  await choose('Moyen de contact', 'Par courrier')
  await page.getByLabel('Ce qu’elle a demandé, avec vos mots').fill('Ne plus rien recevoir')
  await press('Arrêter la publicité')
  await page.getByText('L’opposition est enregistrée et vaut dès maintenant.').waitFor()
  await page.getByText(/^Ce numéro s’oppose à la publicité\./).waitFor()
  await expectFit(page)
})
