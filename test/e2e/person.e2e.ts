// From a phone or a desktop, by keyboard alone, in both languages: the form, the code, one's page,
// a withdrawal.
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  accordInBrowser,
  expectFit as expectNoStumbling,
} from '../support/browser-life.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, type Method } from '../support/scenario.ts'
import { type Device, isWholeMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let accord: Accord
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

const shop = 'Boutique des Tilleuls'
const words = {
  fr: `Oui, j’accepte de recevoir par SMS et par e-mail les offres de ${shop}.`,
  en: `Yes, I agree to receive the offers of ${shop} by SMS and by e-mail.`,
}

async function openForm(language: 'fr' | 'en'): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const controllerId = items[0]?.id
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: language === 'fr' ? 'Carte de fidélité' : 'Loyalty card',
    language,
    medium: 'web',
    controllerId,
    shownText: words[language],
    channels: ['sms', 'email'],
    purposes: ['offers'],
    form: { boxInitially: 'unticked' },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const form = await ask<{ id: string; url: string }>('POST', '/v1/forms', {
    name: 'Site',
    language,
    controllerId,
    wordingIds: [wording.id],
    notice: {
      controllerAddress: '1 rue des Tilleuls, 69000 Lyon',
      controllerContact: 'bonjour@tilleuls.example',
      recipients: 'la boutique et son opérateur de SMS',
      retention: 'trois ans',
      policyUrl: 'https://tilleuls.example/donnees',
    },
    sender: 'Tilleuls',
    asksName: true,
    minimumAge: 15,
  })
  await ask('POST', `/v1/forms/${form.id}/open`)
  return form.url
}

async function codeSentTo(number: string): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/messages?limit=20')
  for (const { id } of items) {
    const reason = 'essai du formulaire'
    const shown = await ask<{ to: string; text: string }>('POST', `/v1/messages/${id}/handset`, {
      reason,
    })
    if (shown.to === number) return /\b(\d{6})\b/.exec(shown.text)?.[1] ?? ''
  }
  throw new Error('no code was sent')
}

/** The viewport of a small telephone, on which nothing may need to be moved sideways. */
const phone = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

async function open(
  device: Device,
  locale: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await life.browser.newContext({ locale, ...(device === 'phone' ? phone : {}) })
  return { context, page: await context.newPage() }
}

/** What a screen reader, a keyboard or a narrow screen would stumble on. */
async function expectFit(page: Page): Promise<void> {
  await expectNoStumbling(page)
  // Written as text: this file is typed for Node, which has no document.
  const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(wide).toBeLessThanOrEqual(0)
  expect(await page.evaluate('document.scripts.length')).toBe(0)
}

/** Tab by tab until this control has the focus, as somebody without a pointer goes. */
async function tabTo(page: Page, role: string, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const wanted = page.getByRole(role as 'button', { name }).first()
    if (await wanted.and(page.locator(':focus')).count()) return
  }
  throw new Error(`the keyboard does not reach ${role} "${String(name)}"`)
}

const stories = [
  {
    language: 'fr',
    locale: 'fr-FR',
    number: '+33639980301',
    typed: '06 39 98 03 01',
    labels: {
      form: `Les messages de ${shop}`,
      sms: 'par SMS',
      email: 'par e-mail',
      number: /numéro de mobile/,
      age: /au moins 15 ans/,
      send: 'Envoyer mes choix',
      missing: 'Il y a un problème',
      code: 'Confirmez depuis votre téléphone',
      digits: /6 chiffres/,
      confirm: 'Confirmer',
      thanks: 'Vos choix sont enregistrés',
      own: 'Voir ou modifier mes choix',
      page: 'Votre page',
      withdraw: 'Ne plus me contacter par SMS',
      withdrawn: 'Votre accord est retiré. Plus rien n’est envoyé à ce titre.',
      other: 'English',
      otherPage: 'Your page',
    },
  },
  {
    language: 'en',
    locale: 'en-GB',
    number: '+33639980302',
    typed: '+33 6 39 98 03 02',
    labels: {
      form: `Messages from ${shop}`,
      sms: 'by SMS',
      email: 'by e-mail',
      number: /mobile number/,
      age: /at least 15 years old/,
      send: 'Send my choices',
      missing: 'There is a problem',
      code: 'Confirm from your phone',
      digits: /6-digit/,
      confirm: 'Confirm',
      thanks: 'Your choices are recorded',
      own: 'See or change my choices',
      page: 'Your page',
      withdraw: 'Stop contacting me by SMS',
      withdrawn: 'Your consent is withdrawn. Nothing more is sent on that basis.',
      other: 'Français',
      otherPage: 'Votre page',
    },
  },
] as const

beforeAll(async () => {
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
})

/** Each number is somebody else. */
const onDesktop = stories.map((story) => ({
  ...story,
  device: 'desktop' as const,
  number: story.number.replace('030', '031'),
  typed: story.typed.replace('03 0', '03 1'),
}))
const journeys = [...stories.map((story) => ({ ...story, device: 'phone' as const })), ...onDesktop]

test.each(isWholeMatrix ? journeys : journeys.slice(0, 1))(
  'a person agrees and takes it back, in $language, on a $device',
  async (story) => {
    const { labels } = story
    const url = await openForm(story.language)
    const { context, page } = await open(story.device, story.locale)
    const title = (name: string) => page.getByRole('heading', { level: 1, name })
    await page.goto(url)
    await title(labels.form).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(story.language)
    await page.getByText(words[story.language]).waitFor()
    for (const box of await page.getByRole('checkbox').all()) {
      expect(await box.isChecked()).toBe(false)
    }
    await expectFit(page)

    // Sent as it stands, nothing ticked: a no is no mistake of ours,
    // and the page says what is missing.
    await realTimers.sleep(2_100)
    await tabTo(page, 'button', labels.send)
    await page.keyboard.press('Enter')
    await page.getByText(labels.missing).waitFor()
    await expectFit(page)

    await realTimers.sleep(2_100)
    await tabTo(page, 'checkbox', labels.sms)
    await page.keyboard.press('Space')
    await tabTo(page, 'textbox', labels.number)
    await page.keyboard.type(story.typed)
    await tabTo(page, 'checkbox', labels.age)
    await page.keyboard.press('Space')
    await tabTo(page, 'button', labels.send)
    await page.keyboard.press('Enter')
    await title(labels.code).waitFor()
    await expectFit(page)

    await tabTo(page, 'textbox', labels.digits)
    await page.keyboard.type(await codeSentTo(story.number))
    await page.keyboard.press('Enter')
    await title(labels.thanks).waitFor()
    await expectFit(page)

    await tabTo(page, 'link', labels.own)
    await page.keyboard.press('Enter')
    await title(labels.page).waitFor()
    expect(await page.content()).not.toContain(story.number.slice(3))
    await expectFit(page)

    await tabTo(page, 'button', labels.withdraw)
    await page.keyboard.press('Enter')
    await page.getByText(labels.withdrawn).waitFor()
    await expectFit(page)
    expect(await page.getByRole('button', { name: labels.withdraw }).count()).toBe(0)

    await tabTo(page, 'link', labels.other)
    await page.keyboard.press('Enter')
    await title(labels.otherPage).waitFor()
    await expectFit(page)

    const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
      number: story.number,
    })
    const { states } = await ask<{ states: { channel: string; why: string }[] }>(
      'GET',
      `/v1/consents?contactId=${contact.id}`,
    )
    expect(states).toMatchObject([{ channel: 'sms', why: 'withdrawn' }])
    await context.close()
  },
  120_000,
)

test('without scripts the whole form works the same', async () => {
  const url = await openForm('fr')
  const context = await life.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(url)
  await realTimers.sleep(2_100)
  await page.getByRole('checkbox', { name: 'par SMS' }).check()
  await page.getByRole('textbox', { name: /numéro de mobile/ }).fill('06 39 98 03 03')
  await page.getByRole('checkbox', { name: /au moins 15 ans/ }).check()
  await page.getByRole('button', { name: 'Envoyer mes choix' }).click()
  await page.getByRole('heading', { name: 'Confirmez depuis votre téléphone' }).waitFor()
  await page.getByRole('textbox', { name: /6 chiffres/ }).fill(await codeSentTo('+33639980303'))
  await page.getByRole('button', { name: 'Confirmer' }).click()
  await page.getByRole('heading', { name: 'Vos choix sont enregistrés' }).waitFor()
  await context.close()
}, 60_000)
