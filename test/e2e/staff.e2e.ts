// The journey of staff: somebody rings who wants no more offers. Staff find them, say why they
// look, record the wish, and see that it counts. More of the desk is in desk.e2e.ts.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { goToEntry, type Hands, logInWith, withFinger, withMouse } from '../support/hands.ts'
import { asked } from '../support/scenario.ts'
import { type Look, lookedAtWith, looksOfRun } from '../support/screens.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

const labels = {
  en: {
    contacts: 'Contacts',
    open: /^Open \+33/,
    act: 'Act for this person',
    why: 'Why do you need this person’s data?',
    look: 'Open',
    how: 'How they contacted you',
    byPhone: 'By phone',
    said: 'What they asked for, in your own words',
    stop: 'Stop marketing',
    stopped: 'The objection is recorded and applies from now on.',
    counts: /^This number has objected to marketing\. Only the person can lift this/,
  },
  fr: {
    contacts: 'Contacts',
    open: /^Ouvrir \+33/,
    act: 'Agir pour cette personne',
    why: 'Pourquoi avez-vous besoin des données de cette personne ?',
    look: 'Ouvrir',
    how: 'Moyen de contact',
    byPhone: 'Par téléphone',
    said: 'Ce qu’elle a demandé, avec vos mots',
    stop: 'Arrêter la publicité',
    stopped: 'L’opposition est enregistrée et vaut dès maintenant.',
    counts: /^Ce numéro s’oppose à la publicité\. Seule la personne peut lever/,
  },
}

async function findPerson(page: Page, hands: Hands, look: Look, number: string): Promise<void> {
  const w = labels[look.language]
  await goToEntry(page, hands, look, w.contacts)
  // The newest stands first.
  await hands.press(page.getByRole('link', { name: w.open }).first())
  await hands.press(page.getByRole('link', { name: w.act, exact: true }))
  await page.getByRole('heading', { level: 1, name: w.act }).waitFor()
  // Nothing in clear before a reason is given.
  expect(await page.content()).not.toContain(number)
  await hands.type(page.getByLabel(w.why), 'Appel de ce matin')
  await hands.press(page.getByRole('button', { name: w.look, exact: true }))
  await page.getByText(number).waitFor()
}

async function recordWish(page: Page, hands: Hands, look: Look): Promise<void> {
  const w = labels[look.language]
  await hands.press(page.getByRole('combobox', { name: w.how, exact: true }))
  await hands.press(page.getByRole('option', { name: w.byPhone, exact: true }))
  await hands.type(page.getByLabel(w.said), 'Plus aucune offre')
  await hands.press(page.getByRole('button', { name: w.stop, exact: true }))
  await page.getByText(w.stopped).waitFor()
  await page.getByText(w.counts).waitFor()
  await expectFit(page)
}

test.each(looksOfRun)(
  'a call is answered: $language, $device',
  {
    timeout: 180_000,
  },
  async (look) => {
    const { accord, browser } = life
    const number = `+3363998094${looksOfRun.indexOf(look)}`
    await asked(accord, 'POST', '/v1/contacts', { number })
    const context = await browser.newContext(lookedAtWith(look))
    const page = await context.newPage()
    const hands = look.device === 'phone' ? withFinger : withMouse
    await page.goto(`${accord.url}${paths.login}`)
    await logInWith(page, hands, look.language, accord.owner)
    await findPerson(page, hands, look, number)
    await recordWish(page, hands, look)
    // What staff saw is what the program goes by.
    const { refusal } = await asked<{ refusal: string }>(accord, 'POST', '/v1/messages', {
      ...{ to: number, class: 'marketing', purpose: 'offers', sender: 'Tilleuls' },
      text: 'Soldes dès demain.',
    })
    expect(refusal).toBe('number_suppressed')
    await context.close()
  },
)
