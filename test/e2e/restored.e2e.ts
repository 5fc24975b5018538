// In a browser, in both languages: a restored database holds all sending, tells what is missing,
// and is released.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../../src/app/index.ts'
import type { MessageView, RestorationView } from '../../src/sending/contract.ts'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
  sendAlert,
} from '../support/browser-life.ts'
import { asked, logInOwner } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  // The terminal's clock is the machine's: the platform has the same.
  life = await ownerInBrowser({})
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const send = (more: Record<string, unknown> = {}) => sendAlert(life, more)
const stateOf = async ({ id }: MessageView) =>
  (await asked<MessageView>(life.accord, 'GET', `/v1/messages/${id}`)).state
const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
const heading = (name: string, on = page) => on.getByRole('heading', { name, exact: true })
/** As at the terminal: `accord restored hold`. All sessions end with it. */
async function hold(): Promise<void> {
  const office = await openOffice(life.accord.config)
  await office.hold()
  await office.close()
  await logInOwner(life.accord)
  const { email, password } = life.accord.owner
  const entered = await page.context().request.post(`${life.accord.url}/v1/sessions`, {
    data: { email, password },
    headers: { 'x-accord': 'web' },
  })
  expect(entered.ok()).toBe(true)
}

test('nothing is held: the screen says so, and Settings leads to it', {
  timeout: 60_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.settings}`)
  await page.getByRole('link', { name: 'After a restore of the database' }).click()
  await heading('Nothing is on hold').waitFor()
  await expectFit(page)
})

test('what is held is told on every screen, and goes on as it was chosen', {
  timeout: 120_000,
}, async () => {
  const { acceptedAt } = await send()
  const tonight = new Date(Date.parse(acceptedAt) + 6 * 3_600_000).toISOString()
  const waits = await send({ sendAt: tonight })
  await hold()
  const after = await send()
  await page.goto(life.accord.url)
  await page.getByText('All sending is on hold for all accounts').waitFor()
  await page.getByRole('link', { name: 'See what is missing' }).click()
  await heading('All sending is on hold').waitFor()
  const row = page.getByRole('row', { name: /Boutique des Tilleuls/ })
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Boutique des Tilleuls', '0', '1'])
  await expectFit(page)
  expect(await stateOf(after)).toBe('queued')
  await page.getByRole('radio', { name: /mark them as unconfirmed/ }).waitFor()
  expect(await page.getByRole('radio', { name: /^Keep it on hold until/ }).isChecked()).toBe(true)
  await button('Resume sending').click()
  await page.getByText('marked as unconfirmed and never sent').waitFor()
  await button('Keep on hold').click()
  await button('Resume sending').click()
  await button('Yes, resume').click()
  await heading('Marketing is still on hold').waitFor()
  await page.getByText('Marked as unconfirmed: 1.').waitFor()
  await expectFit(page)
  expect(await stateOf(waits)).toBe('unconfirmed')
  await eventually(async () => (await stateOf(after)) === 'delivered' || null)
  await button('Resume marketing').click()
  await button('Yes, resume').click()
  await heading('Marketing is still on hold').waitFor({ state: 'detached' })
  const { cookie } = life.accord.owner
  const view = await life.accord.call<RestorationView>(cookie, 'GET', '/v1/restoration')
  expect(view.body).toMatchObject({ state: 'released', isMarketingKept: false })
  await page.getByRole('link', { name: 'Journal', exact: true }).click()
  await page.getByText('Sending resumed after a database restore').waitFor()
})

test('an owner of an account alone is told whom to ask, in French', {
  timeout: 60_000,
}, async () => {
  const { other, leave } = await logInAs(life, 'owner', 'fr-FR')
  await other.goto(`${life.accord.url}${paths.restored}`)
  await heading('Après une restauration de la base', other).waitFor()
  await other
    .getByText(
      /^Votre rôle ne vous permet pas d’effectuer cette action\s: gérer toute l’installation/,
    )
    .waitFor()
  await other.getByText('Adressez-vous à l’administrateur de l’installation.').waitFor()
  await expectFit(other)
  await leave()
})
