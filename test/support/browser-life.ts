// A life in a browser begins and ends alike: the platform, a page on it, who logs in,
// what must fit.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { AccountRole } from '../../src/accounts/contract.ts'
import type { RunningApp } from '../../src/app/index.ts'
import type { MessageView } from '../../src/sending/contract.ts'
import { startApp } from './app.ts'
import { startBrowser } from './browser.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'
import { layInstalled } from './installed-data.ts'
import { lawfulConfig } from './lawful-hours.ts'
import { type Accord, type AccordOptions, asked, movedTimers, startAccord } from './scenario.ts'

type Life = { browser: Browser; page: Page; close(): Promise<void> }

/** With a page beside what was started, and an end for both. */
async function withPage(stop: () => Promise<void>): Promise<Life> {
  try {
    const { browser, close } = await startBrowser()
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
    const closeAll = async () => {
      await close()
      await stop()
    }
    return { browser, page: await context.newPage(), close: closeAll }
  } catch (error) {
    await stop()
    throw error
  }
}

export type AccordInBrowser = Life & { accord: Accord }
export type NewAppInBrowser = Life & { app: RunningApp }

/** The platform with its accounts, at an hour at which marketing may leave. */
export async function accordInBrowser(
  options: AccordOptions = { startsAt: '2026-11-25T10:00:00+01:00' },
): Promise<AccordInBrowser> {
  const accord = await startAccord(options)
  return { accord, ...(await withPage(() => accord.stop())) }
}

/** The same, with a sender, and its owner on the first page. */
export async function ownerInBrowser(options?: AccordOptions): Promise<AccordInBrowser> {
  const life = await accordInBrowser(options)
  await asked(life.accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  await logIn(life.page, life.accord)
  await life.page.waitForURL(`${life.accord.url}/`)
  return life
}

export const sendAlert = ({ accord }: AccordInBrowser, more: Record<string, unknown> = {}) =>
  asked<MessageView>(accord, 'POST', '/v1/messages', {
    to: '+33639980031',
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande 4512 est prête.',
    ...more,
  })

/** A platform that nobody has used yet, at a lawful hour unless one is given. */
export async function newAppInBrowser(startsAt?: string): Promise<NewAppInBrowser> {
  const [data, keys] = [newTestFolder(), newTestFolder()]
  const { config, timers: lawful } = lawfulConfig({
    ACCORD_DATA: data,
    ACCORD_KEYS: keys,
    ACCORD_PORT: '0',
    ACCORD_LANGUAGE: 'en',
  })
  await layInstalled(data)
  const timers = startsAt === undefined ? lawful : movedTimers(startsAt).timers
  const app = await startApp(config, { timers })
  const stop = async () => {
    await app.stop()
    removeTestFolder(data)
    removeTestFolder(keys)
  }
  return { app, ...(await withPage(stop)) }
}

/** On the page of the first run, and from there to the first page of the new account. */
export async function createAccount(page: Page, organisation: string): Promise<void> {
  await page.getByLabel('Name of your organisation').fill(organisation)
  await page.getByLabel('Your name').fill('Camille Exemple')
  await page.getByLabel('Your e-mail address').fill('camille@example.org')
  await page.getByRole('textbox', { name: 'Password' }).fill('les cerises de juin')
  await page.getByRole('button', { name: 'Create the account', exact: true }).click()
}

export async function logIn(page: Page, accord: Accord): Promise<void> {
  await page.goto(`${accord.url}/login`)
  await page.getByLabel('E-mail address').fill(accord.owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(accord.owner.password)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
}

/** Somebody with this role, invited and logged in on a page of their own. */
export async function logInAs(
  { accord, browser }: AccordInBrowser,
  role: AccountRole,
  locale: 'en-GB' | 'fr-FR' = 'en-GB',
): Promise<{ other: Page; leave(): Promise<void> }> {
  const email = `${role}@example.org`
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', {
    name: 'Dominique Modèle',
    email,
    role,
  })
  const password = 'un hiver sans neige'
  const joined = await accord.call('', 'POST', '/v1/invitations', { code, password })
  expect(joined.status).toBe(201)
  const context = await browser.newContext({ locale })
  const other = await context.newPage()
  const entered = await context.request.post(`${accord.url}/v1/sessions`, {
    data: { email, password },
    headers: { 'x-accord': 'web' },
  })
  expect(entered.ok()).toBe(true)
  return { other, leave: () => context.close() }
}

/** What a screen reader or a keyboard would stumble on. */
export async function expectFit(page: Page): Promise<void> {
  // One document without frames: what was found need not be put together on a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.any[0]?.message ?? ''}`),
  )
  expect(found).toEqual([])
}

export type Scheme = 'light' | 'dark'

/** The colours of the night are others, and so is what can be read. */
export async function expectFitIn(page: Page, schemes: readonly Scheme[]): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`:root[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    await expectFit(page)
  }
}
