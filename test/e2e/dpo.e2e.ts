// The DPO's journey, by keyboard alone and on a telephone: the open points, a person's request and
// its answer, the certificate of an erasure.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit } from '../support/browser-life.ts'
import {
  byKeyboard,
  goToEntry,
  type Hands,
  logInWith,
  type Somebody,
  withFinger,
} from '../support/hands.ts'
import { ownPageOf } from '../support/own-page.ts'
import { asked } from '../support/scenario.ts'
import { type Look, lookedAtWith, looksOfRun } from '../support/screens.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await accordInBrowser()
}, 120_000)
afterAll(() => life?.close())

const labels = {
  en: {
    points: 'Open points',
    due: 'A person’s request about their data waits for an answer.',
    act: 'Answer',
    requests: 'Data requests',
    prepare: 'Prepare the answer',
    waits: /^The answer waits for the person/,
    close: 'Close',
    answered: /^Answered with a copy/,
    erasures: 'Erasures',
    test: 'Test now',
    unreadable: /^Unreadable in today’s data/,
  },
  fr: {
    points: 'Points ouverts',
    due: 'La demande d’une personne sur ses données attend une réponse.',
    act: 'Répondre',
    requests: 'Demandes sur les données',
    prepare: 'Préparer la réponse',
    waits: /^La réponse attend la personne/,
    close: 'Fermer',
    answered: /^Répondu par une copie/,
    erasures: 'Effacements',
    test: 'Essayer maintenant',
    unreadable: /^Illisible dans les données d’aujourd’hui/,
  },
}

type Made = { contact: { id: string } }
const addContact = (number: string) =>
  asked<Made>(life.accord, 'POST', '/v1/contacts', { number, fields: { lastName: 'Exemple' } })

/** Asked for by the person, on the page that their link leads to. */
async function askForCopy(number: string): Promise<void> {
  const { accord } = life
  const { contact } = await addContact(number)
  const own = await ownPageOf(accord, accord.accounts[0].token, contact.id)
  const answer = await fetch(`${accord.url}${own}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams({ action: 'access' }),
  })
  expect(answer.status).toBeLessThan(400)
}

async function erase(number: string): Promise<void> {
  const { contact } = await addContact(number)
  await asked(life.accord, 'DELETE', `/v1/contacts/${contact.id}`)
}

async function newDpo(email: string): Promise<Somebody> {
  const { accord } = life
  const person = { name: 'Dominique Modèle', email, role: 'dpo' }
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', person)
  const password = 'un hiver sans neige'
  const joined = await accord.call('', 'POST', '/v1/invitations', { code, password })
  expect(joined.status).toBe(201)
  return { email, password }
}

async function answerRequest(page: Page, hands: Hands, look: Look): Promise<void> {
  const w = labels[look.language]
  await goToEntry(page, hands, look, w.points)
  const due = page.getByRole('row').filter({ hasText: w.due })
  await hands.press(due.getByRole('link', { name: w.act, exact: true }).first())
  await page.getByRole('heading', { level: 1, name: w.requests }).waitFor()
  // The point leads to the request itself.
  const dialog = page.getByRole('dialog')
  await hands.press(dialog.getByRole('button', { name: w.prepare, exact: true }))
  await dialog.getByText(w.waits).waitFor({ timeout: 60_000 })
  await expectFit(page)
  await hands.press(dialog.getByRole('button', { name: w.close, exact: true }))
  await dialog.waitFor({ state: 'detached' })
  // Among those that are closed; on a page of its own, so that the focus stays where it is.
  const closed = await page.context().newPage()
  await closed.goto(`${life.accord.url}${paths.requests}?state=closed`)
  await closed.getByText(w.answered).filter({ visible: true }).first().waitFor()
  await closed.close()
}

async function readCertificate(page: Page, hands: Hands, look: Look): Promise<void> {
  const w = labels[look.language]
  await goToEntry(page, hands, look, w.erasures)
  await hands.press(page.getByRole('button', { name: w.test, exact: true }).first())
  await page.getByRole('status').getByText(w.unreadable).waitFor()
  const arrives = page.waitForEvent('download')
  await hands.press(page.getByRole('link', { name: 'PDF', exact: true }).first())
  expect((await arrives).suggestedFilename()).toMatch(/\.pdf$/)
  await expectFit(page)
}

test.each(looksOfRun)(
  'a request is found, answered, and an erasure is proven: $language, $device',
  {
    timeout: 240_000,
  },
  async (look) => {
    const place = looksOfRun.indexOf(look)
    await askForCopy(`+3363998096${place}`)
    await erase(`+3363998097${place}`)
    const dpo = await newDpo(`dpo${place}@example.org`)
    const context = await life.browser.newContext(lookedAtWith(look))
    const page = await context.newPage()
    const hands = look.device === 'phone' ? withFinger : byKeyboard(page)
    await page.goto(`${life.accord.url}${paths.login}`)
    await logInWith(page, hands, look.language, dpo)
    await answerRequest(page, hands, look)
    await readCertificate(page, hands, look)
    await context.close()
  },
)
