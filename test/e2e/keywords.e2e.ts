// Keywords and forms on their screens: opened, corrected, closed; an organisation renamed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'

let life: AccordInBrowser
let accord: Accord
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
}, 120_000)
afterAll(() => life?.close())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

test('a keyword is opened and closed on its screen', { timeout: 120_000 }, async () => {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Affiche',
    language: 'fr',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText: 'Envoyez OUI pour recevoir par SMS les offres de Boutique des Tilleuls.',
    channels: ['sms'],
    purposes: ['offers'],
    form: { boxInitially: 'none' },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const { page } = life
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
  await page.getByRole('link', { name: 'Keywords', exact: true }).click()
  await page.getByRole('heading', { name: 'Keywords by SMS' }).waitFor()
  const word = page.getByLabel('Keyword, such as JOIN')
  const second = page.getByRole('checkbox', { name: /ask for a second yes/ })
  await word.fill('Club')
  expect(await second.isChecked()).toBe(false)
  // A plain yes may answer anything: the second one is no choice then, and the screen says why.
  await word.fill('Oui')
  await page.getByText('always required for OUI').waitFor()
  expect([await second.isChecked(), await second.isDisabled()]).toEqual([true, true])
  await page.getByRole('combobox', { name: /Wording published with it/ }).click()
  await page.getByRole('option', { name: 'Affiche' }).click()
  const sender = page.getByRole('combobox', { name: 'Sender of the answer' })
  await sender.fill('Tilleuls')
  await sender.press('Tab')
  await page.getByRole('button', { name: 'Activate the keyword' }).click()
  await page.getByText('Send OUI to 36111').waitFor()
  await expectFit(page)
  // Nothing is closed by one press.
  await page.getByRole('button', { name: 'Close: OUI' }).click()
  await page.getByText(/Sending OUI no longer means agreeing/).waitFor()
  await page.getByRole('button', { name: 'Keep it' }).click()
  type Keywords = { items: { state: string }[] }
  expect((await ask<Keywords>('GET', '/v1/keywords')).items[0]?.state).toBe('open')
  await page.getByRole('button', { name: 'Close: OUI' }).click()
  await page.getByRole('button', { name: 'Close OUI now' }).click()
  await page.getByText('Closed', { exact: true }).waitFor()
})

type Form = { id: string; url: string; state: string; notice: { controllerAddress: string } }
const forms = async () => (await ask<{ items: Form[] }>('GET', '/v1/forms')).items

async function webWording(): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: 'Page des offres', language: 'fr', medium: 'web', controllerId: items[0]?.id },
    shownText: 'Oui, j’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    ...{ channels: ['sms'], purposes: ['offers'], form: { boxInitially: 'unticked' } },
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
}

test('a draft is written, seen as its people will, mended and published', {
  timeout: 120_000,
}, async () => {
  await webWording()
  const { page } = life
  // A program published it: what the page has read of texts a moment ago does not know of it.
  await page.reload()
  await page.getByRole('link', { name: 'Forms', exact: true }).click()
  await page.getByRole('link', { name: 'Add a form' }).click()
  await page.getByLabel(/^Name \(only you see it\)/).fill('Comptoir')
  await page.getByRole('checkbox', { name: 'Page des offres' }).check()
  // The senders of the account are offered, as for a campaign.
  const sender = page.getByRole('combobox', { name: 'Sender of the code' })
  await sender.fill('Tilleuls')
  await sender.press('Tab')
  await page.getByLabel(/^Postal address/).fill('1 rue des Tilleuls, Lyon')
  await page.getByLabel(/^Contact: e-mail or phone/).fill('bonjour@tilleuls.example')
  await page.getByLabel(/^Who receives the data/).fill('la boutique')
  await page.getByLabel(/^How long the data is kept/).fill('trois ans')
  await page.getByRole('button', { name: 'Save and check' }).click()
  await page.getByRole('heading', { level: 1, name: 'Comptoir' }).waitFor()
  // The page is in English, which its wording is not.
  await page.getByText('Correct this before you publish', { exact: true }).first().waitFor()
  const publish = page.getByRole('button', { name: 'Publish: Comptoir' })
  expect(await publish.isDisabled()).toBe(true)
  await page.getByRole('combobox', { name: 'Language of the page' }).click()
  await page.getByRole('option', { name: 'Français' }).click()
  await page.getByRole('button', { name: 'Save and check' }).click()
  await page.getByText('Saved.').waitFor()
  await expect.poll(() => publish.isDisabled()).toBe(false)
  const seen = page.frameLocator('iframe[title^="The page “Comptoir”"]')
  await seen.getByText('1 rue des Tilleuls, Lyon').waitFor()
  await page.getByRole('combobox', { name: 'Shown on' }).click()
  await page.getByRole('option', { name: 'A computer' }).click()
  await seen.getByRole('button', { name: 'Envoyer mes choix' }).waitFor()
  await expectFit(page)
  await publish.click()
  await page.getByRole('button', { name: 'Copy: Link to give to people' }).waitFor()
  await page.getByRole('button', { name: 'Copy: Code for your own website' }).waitFor()
})

test('the notice of an open form is corrected at its address, and the form closed in two steps', {
  timeout: 120_000,
}, async () => {
  const { page } = life
  const [form] = await forms()
  await page.getByLabel(/^Postal address/).fill('8 quai des Exemples, Nantes')
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  const earlier = page.getByRole('region', { name: 'Earlier notices' })
  await earlier.getByText('1 rue des Tilleuls, Lyon').waitFor()
  expect((await forms())[0]).toMatchObject({
    ...{ url: form?.url, state: 'open' },
    notice: { controllerAddress: '8 quai des Exemples, Nantes' },
  })
  await expectFit(page)
  await page.getByRole('button', { name: 'Close: Comptoir' }).click()
  await page.getByText(/A closed form never opens again/).waitFor()
  await page.getByRole('button', { name: 'Keep it open' }).click()
  expect((await forms())[0]?.state).toBe('open')
  await page.getByRole('button', { name: 'Close: Comptoir' }).click()
  await page.getByRole('button', { name: 'Close it now' }).click()
  await page.getByText('Closed', { exact: true }).waitFor()
})

test('a closed form is duplicated into a draft, and the draft deleted, in French as in English', {
  timeout: 120_000,
}, async () => {
  const { page } = life
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByRole('button', { name: 'Dupliquer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Comptoir (copie)' }).waitFor()
  await page.getByRole('button', { name: 'Supprimer le brouillon' }).click()
  await page.getByText('Il est supprimé définitivement.').waitFor()
  await page.getByRole('button', { name: 'Le supprimer maintenant' }).click()
  await page.getByRole('heading', { level: 1, name: 'Formulaires' }).waitFor()
  await expect.poll(async () => (await forms()).length).toBe(1)
  await page.getByRole('link', { name: 'Bases légales', exact: true }).waitFor()
})

test('an organisation is renamed after it is said what keeps the former name', {
  timeout: 120_000,
}, async () => {
  const { page } = life
  await page.getByRole('radiogroup', { name: 'Langue' }).getByText('EN').click()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  const section = page.getByRole('region', { name: 'Organisations you send for' })
  await section.getByRole('button', { name: 'Rename: Boutique des Tilleuls' }).click()
  const name = section.getByLabel('New name of Boutique des Tilleuls')
  await name.fill('Maison des Tilleuls')
  await section.getByRole('button', { name: 'Save the new name' }).click()
  await section.getByText(/keep the name that people read/).waitFor()
  await expectFit(page)
  await section.getByRole('button', { name: 'It is the same organisation: rename it' }).click()
  await section.getByText(/^Named Boutique des Tilleuls until /).waitFor()
})
