// Second factors on screens: enrolled, shown at the login, required of others, lost and taken away.
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  expectFit,
  logIn,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
let ahead = 0
beforeAll(async () => {
  // The hour of this machine: the codes are those of an app beside it.
  life = await ownerInBrowser({})
  page = life.page
}, 120_000)
afterAll(() => life?.close())

/** A code that was not used yet: the clock goes on by a step. */
function nextCode(key: string): string {
  life.accord.letPass(30_000)
  ahead += 30_000
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: Date.now() + ahead })
}

/** On a page that shows the form; the key and a recovery code. */
async function enrol(on: Page, password: string, done = 'I have kept them') {
  const form = on.getByRole('form', { name: 'Add an authenticator app' })
  await form.getByLabel('Your password').fill(password)
  await form.getByRole('button', { name: 'Continue' }).click()
  await on.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
  await expectFit(on)
  const key =
    (await on.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/).textContent())?.replaceAll(' ', '') ?? ''
  await on.getByLabel('Code that the app shows now').fill(nextCode(key))
  await on.getByRole('button', { name: 'Confirm' }).click()
  await on.getByText('Your recovery codes').waitFor()
  await expectFit(on)
  const recovery = await on
    .getByRole('listitem')
    .filter({ hasText: /^[0-9A-Z]{4}-/ })
    .first()
    .textContent()
  await on.getByRole('button', { name: done }).click()
  return { key, recovery: recovery ?? '' }
}

test('an owner enrols an app, logs in with it, requires it, and gives a way back', {
  timeout: 180_000,
}, async () => {
  const { accord } = life
  const { password } = accord.owner
  await page.goto(`${accord.url}/profile`)
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const { key, recovery } = await enrol(page, password)
  await page.getByText('You have one: it is asked for at each login.').waitFor()
  await page.getByText('Recovery codes left: 10.').waitFor()
  await expectFit(page)

  // Logging in takes two steps, and a recovery code does in place of a code.
  await page.context().clearCookies()
  await logIn(page, accord)
  await page.getByRole('textbox', { name: 'Code' }).fill('000000')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.getByText(/^This code is wrong or was used already/).waitFor()
  await expectFit(page)
  await page.getByRole('textbox', { name: 'Code' }).fill(nextCode(key))
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL(`${accord.url}/`)
  await page.context().clearCookies()
  await logIn(page, accord)
  await page.getByRole('textbox', { name: 'Code' }).fill(recovery)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL(`${accord.url}/`)

  // A colleague is reminded before the date, and can only enrol after it.
  const { other, leave } = await logInAs(life, 'sender')
  const rule = page.getByRole('form', { name: 'Require a second factor' })
  await page.getByRole('link', { name: 'Settings' }).click()
  await rule.getByLabel('Those who may send').check()
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  await rule.getByLabel('From').fill(tomorrow)
  await rule.getByLabel('Your password').fill(password)
  await rule.getByLabel('Code of your app, or a recovery code').fill(nextCode(key))
  await rule.getByRole('button', { name: 'Save the requirement' }).click()
  await page.getByText('The requirement is saved.').waitFor()
  await page.getByText(/^Required from .* Without one yet: 1\.$/).waitFor()
  await expectFit(page)
  await other.goto(`${accord.url}/`)
  await other.getByText(/^From .* a second factor is required of you here\.$/).waitFor()
  // The frame tells it before the screen in it is there.
  await other.getByRole('heading', { level: 1 }).waitFor()
  await expectFit(other)

  await rule.getByLabel('From').fill('')
  await rule.getByLabel('Your password').fill(password)
  await rule.getByLabel('Code of your app, or a recovery code').fill(nextCode(key))
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await rule.getByRole('button', { name: 'Save the requirement' }).click()
  expect((await saved).status()).toBe(200)
  await other.reload()
  await other.getByRole('heading', { name: 'A second factor is required' }).waitFor()
  await expectFit(other)
  await enrol(other, 'un hiver sans neige', 'Go on to Accord')
  await other.getByRole('link', { name: 'Settings' }).waitFor()

  // Lost: the owner takes it away, and the colleague is out.
  await page.reload()
  const row = page.getByRole('row', { name: /Dominique Modèle/ })
  await row.getByRole('button', { name: 'Remove the second factor' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why, and how you made sure').fill('Téléphone perdu, vu au bureau')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByLabel('Code of your app, or a recovery code').fill(nextCode(key))
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await row.getByText('No second factor').waitFor()
  await other.reload()
  await other.getByLabel('E-mail address').waitFor()
  const journal = await accord.call<{ items: { action: string }[] }>(
    accord.accounts[0].token,
    'GET',
    '/v1/audit',
  )
  expect(journal.body.items.map(({ action }) => action)).toContain('accounts.factor_removed')
  await leave()
})
