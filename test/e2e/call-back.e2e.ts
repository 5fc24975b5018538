// In a browser, in both languages: a message that waits is called back,
// and whoever may not is told.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageView } from '../../src/sending/contract.ts'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
  sendAlert,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const send = (more: Record<string, unknown> = {}) => sendAlert(life, more)
const addressOf = ({ id }: MessageView) => `${life.accord.url}${paths.message(id)}`
const thisEvening = { sendAt: '2026-11-25T18:00:00+01:00' }
const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })

test('a message that waits is called back once it was asked twice', {
  timeout: 60_000,
}, async () => {
  await page.goto(addressOf(await send(thisEvening)))
  await button('Cancel this message').click()
  await page.getByText('The message leaves the queue and is never sent.').waitFor()
  await expectFit(page)
  await button('Keep it').click()
  await button('Cancel this message').click()
  await button('Yes, cancel it').click()
  await page.getByText('Cancelled', { exact: true }).waitFor()
  expect(await button('Cancel this message').count()).toBe(0)
})

test('a message that has left meanwhile says so', { timeout: 60_000 }, async () => {
  const { acceptedAt } = await send()
  const soon = new Date(Date.parse(acceptedAt) + 6_000).toISOString()
  const message = await send({ sendAt: soon })
  await page.goto(addressOf(message))
  await button('Cancel this message').click()
  // The screen looks again every moment: it is kept from learning that the message has left.
  await page.route('**/story', () => undefined)
  await eventually(async () => {
    const now = await asked<MessageView>(life.accord, 'GET', `/v1/messages/${message.id}`)
    return now.finalAt
  })
  await button('Yes, cancel it').click()
  await page.getByRole('alert').getByText('This message is no longer waiting').waitFor()
  await page.unroute('**/story')
  await page.reload()
  await page.getByText('Delivered', { exact: true }).waitFor()
  expect(await button('Cancel this message').count()).toBe(0)
})

test('whoever may not send reads so, in French', { timeout: 60_000 }, async () => {
  const address = addressOf(await send(thisEvening))
  const { other, leave } = await logInAs(life, 'viewer', 'fr-FR')
  await other.goto(address)
  await other
    .getByText(
      'Votre rôle ne vous permet pas d’effectuer cette action : envoyer des messages un à un. Adressez-vous au propriétaire du compte.',
    )
    .waitFor()
  expect(await button('Annuler ce message', other).isDisabled()).toBe(true)
  expect(await other.getByText(/\b[a-z]+\.(?:send|read|reveal|manage)\b/).count()).toBe(0)
  await expectFit(other)
  await leave()
})
