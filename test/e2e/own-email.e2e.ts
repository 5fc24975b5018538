// In a browser: another e-mail address of one's own, with the links that a real mail server took.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
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

const next = 'nouvelle@example.org'

/** The link in the newest e-mail to somebody, without its quoted-printable signs. */
const linkTo = (who: string, page: string) =>
  eventually(async () => {
    const mail = mailServer.mails.findLast(({ to }) => to.includes(who))
    const lines = (mail?.raw ?? '').replaceAll('=\r\n', '')
    return new RegExp(`http:\\S+/${page}#[\\w-]+`).exec(lines)?.[0] ?? null
  })

const region = (page: Page) => page.getByRole('region', { name: 'E-mail address' })

async function ask(page: Page): Promise<void> {
  const own = region(page)
  await own.getByRole('textbox', { name: 'New e-mail address' }).fill(next)
  await own.getByRole('textbox', { name: 'Current password' }).fill(life.accord.owner.password)
  await own.getByRole('button', { name: 'Send the link' }).click()
  await own.getByText(`A link was sent to ${next}.`).waitFor()
}

test('one’s own address is changed by a link, and taken back from the address before', {
  timeout: 120_000,
}, async () => {
  const { accord, page } = life
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
  await page.goto(`${accord.url}/profile`)
  await ask(page)
  await expectFit(page)
  // Withdrawn, its links open nothing.
  const withdrawn = await linkTo(next, 'confirm-email')
  await region(page).getByRole('button', { name: 'Withdraw the change' }).click()
  await region(page).getByText('The change is withdrawn.').waitFor()
  const other = await (await life.browser.newContext({ locale: 'en-GB' })).newPage()
  await other.goto(withdrawn)
  // Nobody is logged in here: the password is asked for.
  const own = other.getByRole('textbox', { name: 'Your Accord password' })
  await own.fill(accord.owner.password)
  await other.getByRole('button', { name: 'Confirm this address' }).click()
  await other.getByRole('alert').getByText('This link is not valid any more').waitFor()

  await ask(page)
  const link = await eventually(async () => {
    const found = await linkTo(next, 'confirm-email')
    return found === withdrawn ? null : found
  })
  // Whoever else reads that mailbox, on a telephone in French: nothing is needed from them.
  const stranger = await life.browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 390, height: 844 },
  })
  const read = await stranger.newPage()
  await read.goto(link)
  await read.getByText('Ce n’est pas vous ? Ne faites rien.').waitFor()
  await read.getByRole('textbox', { name: 'Votre mot de passe Accord' }).fill('je ne sais pas')
  await expectFit(read)
  await read.getByRole('button', { name: 'Confirmer cette adresse' }).click()
  await read.getByRole('alert').getByText('Le mot de passe actuel est incorrect.').waitFor()
  await stranger.close()

  await page.goto(link)
  await page.getByRole('heading', { name: 'New e-mail address', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Confirm this address' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Your Accord password' }).count()).toBe(0)
  await expectFit(page)
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  await page.getByRole('status').filter({ hasText: 'The address is changed.' }).waitFor()
  await page.goto(`${accord.url}/profile`)
  await region(page).getByText(next, { exact: true }).waitFor()

  // On a telephone, in French, by whoever reads the mailbox from before.
  const phone = await life.browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 390, height: 844 },
  })
  const back = await phone.newPage()
  await back.goto(await linkTo(accord.owner.email, 'undo-email'))
  await back.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill('les prunes de septembre')
  await expectFit(back)
  await back.getByRole('button', { name: 'Reprendre mon adresse' }).click()
  await back.getByRole('link', { name: 'Se connecter' }).click()
  await back.getByRole('textbox', { name: 'Adresse e-mail' }).fill(accord.owner.email)
  await back.getByRole('textbox', { name: 'Mot de passe' }).fill('les prunes de septembre')
  await back.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await back.waitForURL(`${accord.url}/`)
  // Whoever had changed it is logged out.
  await page.goto(`${accord.url}/profile`)
  await page.waitForURL(/\/login$/)
  expect(mailServer.mails.at(-1)?.to).toEqual([accord.owner.email])
  await phone.close()
})
