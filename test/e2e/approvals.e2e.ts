// A writer asks for approval; a sending manager finds it on the first page, returns it, then
// approves and launches what was mended.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  accordInBrowser,
  expectFit,
  logInAs,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
let campaignId: string
beforeAll(async () => {
  life = await accordInBrowser()
  const { accord } = life
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const list = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Rendez-vous' })
  const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
    number: '+33639984201',
  })
  await asked(accord, 'POST', `/v1/lists/${list.id}/members`, { contactIds: [made.contact.id] })
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/campaigns', {
    name: 'Rappel de samedi',
    listId: list.id,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre rendez-vous est samedi.',
  })
  campaignId = id
}, 180_000)
afterAll(() => life?.close())

test('asked in French, returned and approved in English', { timeout: 120_000 }, async () => {
  const { accord } = life
  const writing = await logInAs(life, 'writer', 'fr-FR')
  const author = writing.other
  await author.goto(`${accord.url}/campaigns/${campaignId}`)
  await author.getByRole('heading', { level: 1, name: 'Rappel de samedi' }).waitFor()
  expect(await author.getByRole('button', { name: 'Lancer', exact: true }).count()).toBe(0)
  await author.getByRole('textbox', { name: /^Note pour/ }).fill('Avant vendredi midi')
  await author.getByRole('button', { name: 'Demander une approbation' }).click()
  await author.getByText('Note : Avant vendredi midi').waitFor()
  await expectFit(author)

  const deciding = await logInAs(life, 'approver')
  const manager = deciding.other
  await manager.goto(accord.url)
  const waits = manager.getByRole('link', { name: /asks for your approval: Rappel de samedi/ })
  await waits.waitFor()
  await expectFit(manager)
  await waits.click()
  await manager.getByRole('button', { name: 'Return with a remark' }).click()
  await manager.getByRole('textbox', { name: /^What needs to change/ }).fill('Dites à quelle heure')
  await expectFit(manager)
  await manager.getByRole('button', { name: 'Return it', exact: true }).click()
  await manager.getByText('Dites à quelle heure').waitFor()

  await author.goto(accord.url)
  await author.getByRole('link', { name: /vous a été renvoyée : Dites à quelle heure/ }).click()
  await author.getByRole('link', { name: 'Modifier', exact: true }).click()
  await author.getByRole('textbox', { name: /^Texte/ }).fill('Rendez-vous samedi à 10 h.')
  await author.getByRole('button', { name: /fiche de contrôle$/ }).click()
  await author.getByRole('button', { name: 'Demander une approbation' }).click()
  await author.getByText(/^Elle attend une réponse/).waitFor()

  await manager.goto(`${accord.url}/campaigns/${campaignId}`)
  await manager.getByText('Rendez-vous samedi à 10 h.').first().waitFor()
  await manager.getByRole('button', { name: 'Approve and launch' }).click()
  await manager.getByRole('link', { name: 'View the results' }).waitFor({ timeout: 30_000 })
  await writing.leave()
  await deciding.leave()
})
