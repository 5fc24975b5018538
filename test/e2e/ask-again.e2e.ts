// In a browser: of two entities each sees what ends for it, and makes its own list to ask again.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
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
  await twoEntities()
}, 120_000)
afterAll(() => life?.close())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

type Entity = { id: string; name: string }

/** Of the shop one consent ends soon; of its club two do, and one has run out. */
async function twoEntities(): Promise<void> {
  const { items } = await ask<{ items: Entity[] }>('GET', '/v1/controllers')
  const club = await ask<Entity>('POST', '/v1/controllers', { name: 'Club des Tilleuls' })
  await agreedTo(items[0] as Entity, { '0639980831': '2024-12-10T10:00:00Z' })
  await agreedTo(club, {
    // The same person agreed to both: each entity asks for itself.
    '0639980831': '2024-12-12T10:00:00Z',
    '0639980832': '2024-12-20T10:00:00Z',
    '0639980833': '2024-10-01T10:00:00Z',
    '0639980834': '2026-06-01T10:00:00Z',
  })
}

async function agreedTo({ id, name }: Entity, given: Record<string, string>): Promise<void> {
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: `Counter card, ${name}`,
    language: 'en',
    medium: 'paper',
    controllerId: id,
    shownText: `I agree to receive offers from ${name} by SMS.`,
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  for (const [number, givenAt] of Object.entries(given)) {
    await ask('POST', '/v1/contacts', { number })
    const evidence = { grade: 'api_declared', givenAt, source: 'counter' }
    const about = { number, wordingId: wording.id, controllerId: id, purpose: 'offers' }
    await ask('POST', '/v1/consents', { ...about, evidence })
  }
}

test('each entity is told apart, and asks its own people once', { timeout: 120_000 }, async () => {
  await logIn(page, accord)
  await page.getByRole('link', { name: 'Expiring consents', exact: true }).click()
  await page.getByRole('heading', { name: 'Consents about to expire' }).waitFor()
  const section = page.getByRole('main')
  await section
    .getByText('offers, Boutique des Tilleuls, SMS: 1 expiring soon, 0 expired')
    .waitFor()
  await section.getByText('offers, Club des Tilleuls, SMS: 2 expiring soon, 1 expired').waitFor()

  const ofClub = { name: 'Create the list of people to ask again: offers, Club des Tilleuls' }
  await section.getByRole('button', ofClub).click()
  const told = section.getByRole('status')
  await told.getByText('Added to the list: 2. Left out because already asked: 0.').waitFor()
  await expectFit(page)
  await section.getByRole('button', ofClub).click()
  await told.getByText('Added to the list: 0. Left out because already asked: 2.').waitFor()

  // What the club has asked takes nothing from the shop.
  const ofShop = { name: 'Create the list of people to ask again: offers, Boutique des Tilleuls' }
  await section.getByRole('button', ofShop).click()
  await told.getByText('Added to the list: 1. Left out because already asked: 0.').waitFor()
})

test('the lists name their entity, and hold its people', { timeout: 60_000 }, async () => {
  await page.getByRole('link', { name: 'Contacts', exact: true }).click()
  const lists = page.getByRole('combobox', { name: 'List' })
  await lists.click()
  await page.getByRole('option', { name: 'Ask again: offers, Boutique des Tilleuls' }).waitFor()
  await page.getByRole('option', { name: 'Ask again: offers, Club des Tilleuls' }).click()
  await page.getByRole('button', { name: 'Everybody 2' }).waitFor()
  await expectFit(page)
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('link', { name: 'Consentements à échéance', exact: true }).click()
  await page.getByRole('heading', { name: 'Consentements bientôt expirés' }).waitFor()
  const section = page.getByRole('main')
  await section
    .getByText('offres, Club des Tilleuls, SMS. Bientôt expirés : 2. Expirés : 1.')
    .waitFor()
  const ofClub = {
    name: /^Créer la liste des personnes à recontacter\s: offres, Club des Tilleuls/,
  }
  await section.getByRole('button', ofClub).click()
  await section.getByText('Ajoutés à la liste : 0. Écartés, car déjà sollicités : 2.').waitFor()
  await expectFit(page)
})
