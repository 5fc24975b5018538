// Passkeys on screens, with Chromium's virtual authenticator: added, used, asked again, taken away.
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
/** The same server by its name: a passkey is bound to one. */
let named: AccordInBrowser['accord']
let devtools: CDPSession
let authenticatorId: string

beforeAll(async () => {
  life = await accordInBrowser()
  page = life.page
  const { accord } = life
  named = { ...accord, url: accord.url.replace('127.0.0.1', 'localhost') }
  devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const added = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  authenticatorId = added.authenticatorId
}, 120_000)
afterAll(() => life?.close())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const kept = async () =>
  (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length

test('a passkey is added at the name of the machine, opens, confirms and is taken away', {
  timeout: 180_000,
}, async () => {
  const { password } = life.accord.owner
  // By its number the page says where they work.
  await logIn(page, life.accord)
  await page.waitForURL(`${life.accord.url}/`)
  await page.goto(`${life.accord.url}/profile`)
  await page.getByText(`They work at ${named.url}: open Accord there.`).waitFor()
  expect(await button('Add a passkey').count()).toBe(0)
  await expectFit(page)

  await logIn(page, named)
  await page.waitForURL(`${named.url}/`)
  await page.goto(`${named.url}/profile`)
  await button('Add a passkey').click()
  const form = page.getByRole('form', { name: 'Add a passkey' })
  await form.getByLabel('Name of the passkey').fill('Portable de Camille')
  await form.getByLabel('Your password').fill(password)
  await expectFit(page)
  await form.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Your recovery codes').waitFor()
  await expectFit(page)
  await button('I have kept them').click()
  await page.getByText('You have one: it is asked for at each login.').waitFor()
  await page.getByText('Portable de Camille').waitFor()
  expect(await kept()).toBe(1)
  await expectFit(page)

  // At the login, after the password.
  await page.context().clearCookies()
  await logIn(page, named)
  await button('Use a passkey').waitFor()
  await page.getByText('Or enter a recovery code.').waitFor()
  await expectFit(page)
  await button('Use a passkey').click()
  await page.waitForURL(`${named.url}/`)

  // Somebody who cancels is told, and can try again.
  await page.context().clearCookies()
  await logIn(page, named)
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
  await devtools.send('WebAuthn.clearCredentials', { authenticatorId })
  await button('Use a passkey').click()
  await page.getByText(/^Your browser gave no passkey/).waitFor()
  await expectFit(page)
  for (const credential of credentials) {
    await devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
  await button('Use a passkey').click()
  await page.waitForURL(`${named.url}/`)

  // Asked again with the password: new recovery codes, then it is taken away.
  await page.goto(`${named.url}/profile`)
  await button('Create new recovery codes').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Use a passkey' }).click()
  await dialog.getByText('Your browser gave the passkey. Confirm now.').waitFor()
  await expectFit(page)
  await dialog.getByRole('button', { name: 'Create new recovery codes' }).click()
  await button('I have kept them').click()
  await button('Turn off Portable de Camille').click()
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Use a passkey' }).click()
  await dialog.getByText('Your browser gave the passkey. Confirm now.').waitFor()
  await dialog.getByRole('button', { name: 'Turn off now' }).click()
  await page.getByText('You have none: your password is enough to get in.').waitFor()
  await page.context().clearCookies()
  await logIn(page, named)
  await page.waitForURL(`${named.url}/`)
})
