// In the inbox: texts are read for one reason, answered, assigned and done;
// a doubtful reply is judged.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'
import { asked, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

const question = 'Le magasin est ouvert dimanche matin ?'
const doubtful = 'non merci, pas intéressé'

async function answeredBy(to: string, text: string): Promise<void> {
  const { accord } = life
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/messages', {
    to,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
  await eventually(async () => {
    const sent = await asked<{ state: string }>(accord, 'GET', `/v1/messages/${id}`)
    return sent.state === 'delivered' ? sent : null
  })
  await textFrom(accord, to, text)
}

async function inFrench(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('heading', { level: 1, name: 'Boîte de réception' }).waitFor()
}

test('a question is read, answered and done; a doubtful reply comes first and is a STOP', {
  timeout: 180_000,
}, async () => {
  const { page, accord } = life
  await answeredBy('+33639980061', question)
  await answeredBy('+33639980062', doubtful)
  // Where replies were once.
  await page.goto(`${accord.url}/replies`)
  await page.waitForURL(`${accord.url}/inbox`)
  await inFrench(page)
  const list = page.getByRole('list', { name: 'Conversations' })
  await list.getByText('À décider').waitFor()
  expect(await list.getByRole('link').first().textContent()).toContain('À décider')
  await expectFit(page)

  await list.getByRole('link').last().click()
  const talk = page.getByRole('region', { name: 'Conversation avec le +33 6 ** ** ** 61' })
  await talk.getByText('Texte masqué').first().waitFor()
  expect(await page.getByText(question).count()).toBe(0)
  await page.getByLabel('Pourquoi devez-vous les lire ?').fill('Lecture des réponses du jour')
  await page.getByRole('button', { name: 'Afficher les textes' }).click()
  await talk.getByText(question).waitFor()
  // What the person answered stands above.
  const said = (await talk.textContent()) ?? ''
  expect(said.indexOf('Votre commande est prête au comptoir.')).toBeLessThan(said.indexOf(question))

  await talk.getByRole('combobox', { name: 'Confiée à' }).click()
  await page.getByRole('option', { name: 'Camille Exemple' }).click()
  await list.getByText('Confiée à Camille Exemple').waitFor()
  await expectFit(page)

  // What may not leave is said before it is tried, with its reason.
  await talk.getByLabel('Votre réponse').fill('Promo : -50 % sur tout le magasin, profitez-en !')
  const shown = talk.getByRole('region', { name: 'Tel que la personne le lira' })
  const no = shown.getByRole('alert').filter({ hasText: 'La réponse ne peut pas partir' })
  await no.waitFor()
  expect((await no.textContent())?.length).toBeGreaterThan(
    'La réponse ne peut pas partir'.length + 10,
  )
  const send = talk.getByRole('button', { name: 'Envoyer la réponse' })
  expect(await send.isDisabled()).toBe(true)
  await expectFit(page)
  await talk.getByLabel('Votre réponse').fill('Oui, de 9 h à 12 h.')
  await shown.getByText('La réponse peut partir.').waitFor()
  await shown.getByText('Oui, de 9 h à 12 h.').waitFor()
  await shown.getByText('Tilleuls', { exact: true }).waitFor()
  await shown.getByText(/^19 caractères · 1 partie · 0,\d+/).waitFor()
  await expectFit(page)
  await send.click()
  await talk.getByRole('button', { name: 'Rouvrir' }).waitFor()
  await shown.waitFor({ state: 'detached' })
  await talk.getByText('Oui, de 9 h à 12 h.').waitFor()
  await eventually(async () => ((await list.getByRole('link').count()) === 1 ? true : null))

  // The reason holds for the next conversation too.
  await list.getByRole('link').first().click()
  const unsure = page.getByRole('region', { name: 'Conversation avec le +33 6 ** ** ** 62' })
  await unsure.getByText(doubtful).waitFor()
  await unsure.getByText('Est-ce un STOP ?').waitFor()
  expect(await unsure.getByRole('button', { name: 'Marquer comme traitée' }).isDisabled()).toBe(
    true,
  )
  await expectFit(page)
  await unsure.getByRole('button', { name: 'C’est un STOP' }).click()
  await unsure.getByText('Lue : STOP').waitFor()
  await page.getByText('Rien n’attend').waitFor()

  const log = await asked<{ items: { reason: string }[] }>(
    accord,
    'GET',
    '/v1/audit?action=sending.conversation_revealed',
  )
  expect(new Set(log.items.map(({ reason }) => reason))).toEqual(
    new Set(['Lecture des réponses du jour']),
  )
  // A page that is opened anew has forgotten it.
  await page.reload()
  await page.getByLabel('Pourquoi devez-vous les lire ?').waitFor()
  expect(await page.getByText(doubtful).count()).toBe(0)
})

test('who may not read texts is told whom to ask, and sees no text and no answer', {
  timeout: 120_000,
}, async () => {
  await answeredBy('+33639980063', question)
  const { other, leave } = await logInAs(life, 'viewer', 'fr-FR')
  await other.goto(`${life.accord.url}/inbox`)
  await other.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click()
  const talk = other.getByRole('region', { name: /^Conversation avec le/ })
  await talk.getByText('Texte masqué').first().waitFor()
  expect(await talk.getByRole('textbox').count()).toBe(0)
  expect(await other.getByLabel('Pourquoi devez-vous les lire ?').count()).toBe(0)
  await expectFit(other)
  await leave()
})
