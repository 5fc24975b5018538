// Passkeys on screens, with Chromium's virtual authenticator: added, used, asked again, taken away.
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit } from '../support/browser-life.ts'

const en = {
  email: 'E-mail address',
  password: 'Password',
  enter: 'Log in',
  elsewhere: 'They work at {address}: open Accord there.',
  add: 'Add a passkey',
  name: 'Name of the passkey',
  yours: 'Your password',
  goOn: 'Continue',
  codes: 'Your recovery codes',
  kept: 'I have kept them',
  on: 'You have one: it is asked for at each login.',
  use: 'Use a passkey',
  orCode: 'Or enter a recovery code.',
  none: 'Your browser gave no passkey',
  renew: 'Create new recovery codes',
  shown: 'Your browser gave the passkey. Confirm now.',
  remove: 'Turn off Portable de Camille',
  removeNow: 'Turn off now',
  off: 'You have none: your password is enough to get in.',
}
type Words = typeof en
const fr: Words = {
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  enter: 'Se connecter',
  elsewhere: 'Elles fonctionnent sur {address} : ouvrez Accord à cette adresse.',
  add: 'Ajouter une clé d’accès',
  name: 'Nom de la clé d’accès',
  yours: 'Votre mot de passe',
  goOn: 'Continuer',
  codes: 'Vos codes de secours',
  kept: 'Je les ai gardés',
  on: 'Vous en avez un : il est demandé à chaque connexion.',
  use: 'Utiliser une clé d’accès',
  orCode: 'Ou saisissez un code de secours.',
  none: 'Votre navigateur n’a donné aucune clé d’accès',
  renew: 'Créer de nouveaux codes de secours',
  shown: 'Votre navigateur a donné la clé d’accès. Confirmez maintenant.',
  remove: 'Désactiver Portable de Camille',
  removeNow: 'Désactiver maintenant',
  off: 'Vous n’en avez pas : votre mot de passe suffit pour entrer.',
}

let life: AccordInBrowser
let page: Page
/** The same server by its name: a passkey is bound to one. */
let named: AccordInBrowser['accord']
let devtools: CDPSession
let authenticatorId: string
let w: Words = en

beforeAll(async () => {
  life = await accordInBrowser()
  const { accord } = life
  named = { ...accord, url: accord.url.replace('127.0.0.1', 'localhost') }
}, 120_000)
afterAll(() => life?.close())

/** A browser of its own, with an authenticator of its own. */
async function openIn(locale: string, words: Words): Promise<void> {
  w = words
  const context = await life.browser.newContext({ locale, reducedMotion: 'reduce' })
  page = await context.newPage()
  devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const added = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  authenticatorId = added.authenticatorId
}

async function logIn({ url, owner }: AccordInBrowser['accord']): Promise<void> {
  await page.goto(`${url}/login`)
  await page.getByLabel(w.email).fill(owner.email)
  await page.getByRole('textbox', { name: w.password }).fill(owner.password)
  await page.getByRole('button', { name: w.enter, exact: true }).click()
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const kept = async () =>
  (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length

test.each([
  ['en-GB', en],
  ['fr-FR', fr],
] as const)(
  'a passkey is added at the name of the machine, opens, confirms and is taken away: %s',
  {
    timeout: 180_000,
  },
  async (locale, words) => {
    await openIn(locale, words)
    const { password } = life.accord.owner
    // By its number the page says where they work.
    await logIn(life.accord)
    await page.waitForURL(`${life.accord.url}/`)
    await page.goto(`${life.accord.url}/profile`)
    await page.getByText(w.elsewhere.replace('{address}', named.url)).waitFor()
    expect(await button(w.add).count()).toBe(0)
    await expectFit(page)

    await logIn(named)
    await page.waitForURL(`${named.url}/`)
    await page.goto(`${named.url}/profile`)
    await button(w.add).click()
    const form = page.getByRole('form', { name: w.add })
    await form.getByLabel(w.name).fill('Portable de Camille')
    await form.getByLabel(w.yours).fill(password)
    await expectFit(page)
    await form.getByRole('button', { name: w.goOn }).click()
    await page.getByText(w.codes).waitFor()
    await expectFit(page)
    await button(w.kept).click()
    await page.getByText(w.on).waitFor()
    await page.getByText('Portable de Camille').waitFor()
    expect(await kept()).toBe(1)
    await expectFit(page)

    // At the login, after the password.
    await page.context().clearCookies()
    await logIn(named)
    await button(w.use).waitFor()
    await page.getByText(w.orCode).waitFor()
    await expectFit(page)
    await button(w.use).click()
    await page.waitForURL(`${named.url}/`)

    // Somebody who cancels is told, and can try again.
    await page.context().clearCookies()
    await logIn(named)
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
    await devtools.send('WebAuthn.clearCredentials', { authenticatorId })
    await button(w.use).click()
    await page.getByText(w.none).waitFor()
    await expectFit(page)
    for (const credential of credentials) {
      await devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
    }
    await button(w.use).click()
    await page.waitForURL(`${named.url}/`)

    // Asked again with the password: new recovery codes, then it is taken away.
    await page.goto(`${named.url}/profile`)
    await button(w.renew).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(w.yours).fill(password)
    await dialog.getByRole('button', { name: w.use }).click()
    await dialog.getByText(w.shown).waitFor()
    await expectFit(page)
    await dialog.getByRole('button', { name: w.renew }).click()
    await button(w.kept).click()
    await button(w.remove).click()
    await dialog.getByLabel(w.yours).fill(password)
    await dialog.getByRole('button', { name: w.use }).click()
    await dialog.getByText(w.shown).waitFor()
    await dialog.getByRole('button', { name: w.removeNow }).click()
    await page.getByText(w.off).waitFor()
    await page.context().clearCookies()
    await logIn(named)
    await page.waitForURL(`${named.url}/`)
  },
)
