// In a browser: a lost password, with a link that a real mail server took.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit } from '../support/browser-life.ts'
import { freePort } from '../support/free-port.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let mailServer: MailServer
beforeAll(async () => {
  mailServer = await startMailServer()
  const port = await freePort()
  life = await accordInBrowser({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: {
      ACCORD_PORT: String(port),
      ACCORD_URL: `http://127.0.0.1:${port}`,
      ACCORD_SMTP: `smtp://127.0.0.1:${mailServer.port}`,
      ACCORD_MAIL_FROM: 'Accord <accord@example.org>',
    },
  })
}, 120_000)
afterAll(async () => {
  await life?.close()
  await mailServer?.close()
})

/** The newest e-mail, without its quoted-printable signs. */
function newest(): string {
  const lines = (mailServer.mails.at(-1)?.raw ?? '').replaceAll('=\r\n', '')
  const octets = lines.replace(/=([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(octets, 'latin1').toString('utf8')
}

const linkIn = () =>
  eventually(async () => /http:\S+\/new-password#[\w-]+/.exec(newest())?.[0] ?? null)

async function lose(page: Page): Promise<void> {
  await page.goto(`${life.accord.url}/login`)
  await page.getByRole('link', { name: 'Mot de passe perdu ?' }).click()
  await page.getByRole('heading', { name: 'Mot de passe perdu', level: 1 }).waitFor()
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill(life.accord.owner.email)
  await expectFit(page)
  await page.getByRole('button', { name: 'M’envoyer un lien' }).click()
  await page.getByRole('status').filter({ hasText: 'un lien est en route' }).waitFor()
}

test('a password that is lost is chosen anew, in French on a telephone, with the link of an e-mail', {
  timeout: 90_000,
}, async () => {
  const context = await life.browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await lose(page)
  await page.goto(await linkIn())
  await page.getByRole('heading', { name: 'Nouveau mot de passe', level: 1 }).waitFor()
  const password = page.getByRole('textbox', { name: 'Nouveau mot de passe' })
  await password.fill('motdepasse2026')
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await page.getByRole('alert').waitFor()
  await password.fill('les prunes de septembre')
  await expectFit(page)
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill(life.accord.owner.email)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill('les prunes de septembre')
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL(`${life.accord.url}/`)
  // Whoever did not ask for it hears of it.
  await eventually(async () => (mailServer.mails.length === 2 ? true : null))
  expect(mailServer.mails.map(({ to }) => to)).toEqual([
    [life.accord.owner.email],
    [life.accord.owner.email],
  ])
  await context.close()
})
