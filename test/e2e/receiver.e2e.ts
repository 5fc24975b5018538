// The person who receives: says what is wrong, reads the answer and a copy of all that is held,
// under the logo that staff chose; on the smallest telephone, without scripts, in light and dark.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { lastCodeOf, ownPageOf, provenOf } from '../support/own-page.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { isWholeMatrix } from '../support/screens.ts'
import { smallPng } from '../support/small-picture.ts'

let life: AccordInBrowser
let accord: Accord
let staff: Page
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
  staff = life.page
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  await logIn(staff, accord)
  await staff.waitForURL(`${accord.url}/`)
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

async function agreed(number: string): Promise<string> {
  const { controllerId, wordingId } = await publishedWording(accord)
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number,
    fields: { firstName: 'Zoé', email: 'zoe@example.org' },
  })
  await ask('POST', '/v1/consents', {
    number,
    wordingId,
    controllerId,
    channel: 'sms',
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse' },
  })
  return contact.id
}

/** Nothing that a reader would stumble on, in both schemes, and nothing wider than the screen. */
async function expectRead(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectFit(page)
  }
  const tooWide = 'document.documentElement.scrollWidth - window.innerWidth'
  expect(await page.evaluate(tooWide)).toBeLessThanOrEqual(0)
  const small = await page.evaluate(`[...document.querySelectorAll('button,textarea,.links a')]
    .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)`)
  expect(small).toEqual([])
}

const stories = [
  {
    language: 'fr',
    number: '+33639980971',
    label: 'Dites ce qui est faux, et ce qui est juste',
    send: 'Envoyer ma correction',
    empty: 'Écrivez ce qui est faux, puis envoyez.',
    wrong: 'Mon prénom est Zoë, et non Zoé.',
    recorded: 'Votre demande de correction est enregistrée.',
    waits: 'En attente de réponse',
    done: 'Corrigé le 25 novembre 2026',
    copy: 'Lire ou imprimer mes données',
    copyTitle: 'Vos données',
    sendCode: 'M’envoyer un code',
    code: 'Code reçu sur votre téléphone',
    open: 'Ouvrir mes données',
    history: 'Vous avez accepté',
  },
  {
    language: 'en',
    number: '+33639980972',
    label: 'Say what is wrong, and what is right',
    send: 'Send my correction',
    empty: 'Write what is wrong, then send it.',
    wrong: 'My first name is Zoë, not Zoé.',
    recorded: 'Your request for a correction is recorded.',
    waits: 'Waiting for an answer',
    done: 'Corrected on 25 November 2026',
    copy: 'Read or print my data',
    copyTitle: 'Your data',
    sendCode: 'Send me a code',
    code: 'Code from your phone',
    open: 'Open my data',
    history: 'You agreed',
  },
] as const

test('staff choose the logo that people see', { timeout: 120_000 }, async () => {
  await staff.goto(`${accord.url}${paths.settings}`)
  await staff.getByText('No logo yet: people see your name alone.').waitFor()
  const file = { name: 'logo.png', mimeType: 'image/png', buffer: smallPng([240, 80]) }
  await staff.locator('input[type=file]').setInputFiles(file)
  await staff.getByRole('button', { name: 'Use this logo' }).click()
  await staff.getByText('People see the new logo from now on.').waitFor()
  await staff.getByRole('img', { name: /^Current logo of / }).waitFor()
  await expectFit(staff)
})

test.each(isWholeMatrix ? stories : stories.slice(0, 1))(
  'a person says what is wrong, is answered, and reads their copy, in $language',
  async (story) => {
    const own = await ownPageOf(accord, accord.accounts[0].token, await agreed(story.number))
    const context = await life.browser.newContext({
      // What 640 pixels are at 200 %, too.
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
      isMobile: true,
      hasTouch: true,
    })
    const page = await context.newPage()
    const address = `${accord.url}${own}?lang=${story.language}`
    await page.goto(address)
    await page.getByRole('textbox', { name: story.label }).waitFor()
    expect(await page.locator('header img').count()).toBe(1)
    await page.getByRole('button', { name: story.send }).click()
    await page.getByText(story.empty).waitFor()
    await page.getByRole('textbox', { name: story.label }).fill(story.wrong)
    await page.getByRole('button', { name: story.send }).click()
    await page.getByText(story.recorded).waitFor()
    await page.getByText(story.waits).waitFor()
    await page.getByText(story.wrong).waitFor()

    await staff.goto(`${accord.url}${paths.requests}`)
    await staff.getByRole('button', { name: 'Read the request' }).first().click()
    await staff.getByLabel('Why do you need it?').fill('To correct the name')
    await staff.getByRole('button', { name: 'Reveal', exact: true }).click()
    await staff.getByText(story.wrong).waitFor()
    await expectFit(staff)
    await staff.keyboard.press('Escape')
    await staff.getByRole('button', { name: 'Answer this request' }).first().click()
    await staff.getByRole('combobox', { name: 'What will you do?' }).click()
    await staff.getByRole('option', { name: 'Answer or refuse' }).click()
    await staff.getByRole('combobox', { name: 'Result' }).click()
    await staff.getByRole('option', { name: 'Corrected', exact: true }).click()
    const told = 'What you did and why (the person will read this)'
    await staff.getByRole('dialog').getByLabel(told).fill('C’est fait.')
    await staff.getByRole('button', { name: 'Record the answer' }).click()
    const corrected = staff.getByText('Corrected · Answered on').filter({ visible: true })
    await corrected.first().waitFor()
    await staff.keyboard.press('Escape')

    await page.goto(address)
    await page.getByText(story.done).waitFor()
    await page.getByText('C’est fait.').waitFor()
    await page.getByRole('link', { name: story.copy }).click()
    await page.getByRole('button', { name: story.sendCode, exact: true }).click()
    const code = await lastCodeOf(accord, accord.accounts[0].token)
    await page.getByLabel(story.code).fill(code)
    await page.getByRole('button', { name: story.open }).click()
    await page.getByRole('heading', { level: 1, name: story.copyTitle }).waitFor()
    await page.getByText(story.number).first().waitFor()
    await page.getByText(story.history).first().waitFor()
    await context.close()
  },
  120_000,
)

test('page and copy are read on a telephone of 320 pixels and on a desk, in light and dark', {
  timeout: 120_000,
}, async () => {
  const own = await ownPageOf(accord, accord.accounts[0].token, await agreed('+33639980973'))
  const proven = await provenOf(accord, accord.accounts[0].token, own)
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    const context = await life.browser.newContext({ viewport, locale: 'fr-FR' })
    const page = await context.newPage()
    for (const path of [own, `${own}/copy?to=read`]) {
      await page.goto(`${accord.url}${path}`)
      await expectRead(page)
    }
    const [name = '', value = ''] = proven.split('=')
    await context.addCookies([{ name, value, url: `${accord.url}${own}` }])
    for (const path of [`${own}/copy.html`]) {
      await page.goto(`${accord.url}${path}`)
      await expectRead(page)
    }
    await context.close()
  }
})
