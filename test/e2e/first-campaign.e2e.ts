// From an empty account to delivered messages with a shop's own file, by night, and by few clicks:
// with a mouse, on a telephone, and with the keyboard alone.
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type NewAppInBrowser, newAppInBrowser } from '../support/browser-life.ts'
import { byKeyboard, type Hands, withFinger, withMouse } from '../support/hands.ts'
import { type Look, languagesOfRun, lookedAtWith, looksOfRun } from '../support/screens.ts'

const labels = {
  en: {
    organisation: 'Name of your organisation',
    ownName: 'Your name',
    email: 'Your e-mail address',
    password: 'Password',
    create: 'Create the account',
    toImport: 'Import your contact file',
    choose: 'Choose a file',
    analyse: 'Analyse this file',
    quoted: 'Turn this text into a wording',
    check: 'Save and check',
    publish: 'Publish',
    back: 'Back to the import',
    import: 'Import',
    result: 'Result, row by row',
    toCampaign: 'Prepare a campaign for this list',
    name: /^Name/,
    marketing: 'Marketing',
    sender: 'Sender shown on the phone',
    text: /^Text/,
    save: 'Save and view the check sheet',
    approve: 'Approve this sheet',
    launch: 'Launch',
    setClock: 'Set the clock to the opening',
    done: 'Done',
    clockIsSet: /Its clock was set and reads/,
    messages: 'View the messages',
    delivered: 'Delivered',
  },
  fr: {
    organisation: 'Nom de votre organisation',
    ownName: 'Votre nom',
    email: 'Votre adresse e-mail',
    password: 'Mot de passe',
    create: 'Créer le compte',
    toImport: 'Importez votre fichier de contacts',
    choose: 'Choisir un fichier',
    analyse: 'Analyser ce fichier',
    quoted: 'En faire un texte de consentement',
    check: 'Enregistrer et vérifier',
    publish: 'Publier',
    back: 'Revenir à l’import',
    import: 'Importer',
    result: 'Résultat, ligne par ligne',
    toCampaign: 'Préparer une campagne pour cette liste',
    name: /^Nom/,
    marketing: 'Publicité',
    sender: 'Expéditeur affiché sur le téléphone',
    text: /^Texte/,
    save: 'Enregistrer et voir la fiche de contrôle',
    approve: 'Approuver cette fiche',
    launch: 'Lancer',
    setClock: 'Régler l’horloge sur l’ouverture',
    done: 'Terminée',
    clockIsSet: /Son horloge a été réglée/,
    messages: 'Voir les messages',
    delivered: 'Remis',
  },
}

/** An installation that nobody has used, and whoever is before it. */
async function onNewApp(look: Look, live: (life: NewAppInBrowser, page: Page) => Promise<void>) {
  // Half past eleven on a Saturday evening: no marketing leaves before Monday morning.
  const life = await newAppInBrowser('2026-11-28T23:30:00+01:00')
  try {
    const context = await life.browser.newContext(lookedAtWith(look))
    const page = await context.newPage()
    await live(life, page)
    await context.close()
  } finally {
    await life.close()
  }
}

/** As a person counts: whatever is pressed, and whatever is written by hand. */
function counting(hands: Hands) {
  const done = { clicks: 0, typed: 0 }
  const counted: Hands = {
    press: (what) => {
      done.clicks += 1
      return hands.press(what)
    },
    choose: (what) => {
      done.clicks += 1
      return hands.choose(what)
    },
    type: (into, text) => {
      done.typed += 1
      return hands.type(into, text)
    },
  }
  return { done, counted }
}

const file = join(import.meta.dirname, '../../samples/boutique.csv')
const soon = { timeout: 60_000 }

/** What the first page asks of whoever installs. */
async function createAccount(page: Page, hands: Hands, { language }: Look): Promise<void> {
  const w = labels[language]
  await hands.type(page.getByLabel(w.organisation), 'Boutique Lumen')
  await hands.type(page.getByLabel(w.ownName), 'Camille Exemple')
  await hands.type(page.getByLabel(w.email), 'camille@example.org')
  await hands.type(page.getByRole('textbox', { name: w.password }), 'les cerises de juin')
  await hands.press(page.getByRole('button', { name: w.create, exact: true }))
}

async function importFile(page: Page, hands: Hands, { language }: Look): Promise<void> {
  const w = labels[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await hands.press(link(w.toImport))
  const chooser = page.waitForEvent('filechooser', soon)
  await hands.press(button(w.choose))
  await (await chooser).setFiles(file)
  await hands.press(button(w.analyse))
  await hands.press(link(w.quoted))
  await hands.press(button(w.check))
  await hands.press(button(w.publish))
  await hands.press(link(w.back))
  await hands.press(button(w.import))
  await page.getByRole('heading', { name: w.result }).waitFor(soon)
  await hands.press(link(w.toCampaign))
}

async function sendCampaign(page: Page, hands: Hands, { language }: Look): Promise<void> {
  const w = labels[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const text = 'Bonjour {first_name}, -20 % sur les lampes samedi.'
  await hands.type(page.getByRole('textbox', { name: w.name }), 'Lampes')
  await hands.choose(page.getByRole('radio', { name: w.marketing }))
  await hands.type(page.getByRole('combobox', { name: w.sender }), 'SANDBOX')
  await hands.type(page.getByRole('textbox', { name: w.text }), text)
  await hands.press(button(w.save))
  await hands.press(button(w.approve))
  await hands.press(button(w.launch))
  await hands.press(button(w.setClock))
  await page.getByText(w.done, { exact: true }).waitFor(soon)
  await page.getByRole('note').getByText(w.clockIsSet).waitFor()
}

async function seeDelivered(page: Page, hands: Hands, { language }: Look): Promise<void> {
  const w = labels[language]
  await hands.press(page.getByRole('link', { name: w.messages, exact: true }))
  const delivered: Locator = page.getByText(w.delivered, { exact: true })
  await delivered.filter({ visible: true }).first().waitFor(soon)
}

async function makeJourney(life: NewAppInBrowser, page: Page, hands: Hands, look: Look) {
  await page.goto(`${life.app.url}/start#${life.app.setupCode}`)
  await createAccount(page, hands, look)
  const { done, counted } = counting(hands)
  await importFile(page, counted, look)
  await sendCampaign(page, counted, look)
  await seeDelivered(page, hands, look)
  return done
}

test.each(looksOfRun)(
  'at most fifteen clicks and five fields, at any hour: $language, $device',
  {
    timeout: 240_000,
  },
  async (look) => {
    await onNewApp(look, async (life, page) => {
      const hands = look.device === 'phone' ? withFinger : withMouse
      const done = await makeJourney(life, page, hands, look)
      expect(done.clicks).toBeLessThanOrEqual(15)
      expect(done.typed).toBeLessThanOrEqual(5)
    })
  },
)

test.each(languagesOfRun)('with the keyboard alone: %s', { timeout: 240_000 }, async (language) => {
  const look: Look = { language, device: 'desktop' }
  await onNewApp(look, (life, page) =>
    makeJourney(life, page, byKeyboard(page), look).then(() => {}),
  )
})
