// What stands before the login, and the screens with nothing on them, that failed, or that somebody
// may not see: fit for whoever does not see them, by night too.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import {
  createAccount,
  expectFitIn,
  type NewAppInBrowser,
  newAppInBrowser,
} from '../support/browser-life.ts'
import { isWholeMatrix } from '../support/screens.ts'

let life: NewAppInBrowser
let page: Page
beforeAll(async () => {
  life = await newAppInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

/** By day most of them are looked at where they come about. */
const schemes = isWholeMatrix ? (['light', 'dark'] as const) : (['dark'] as const)
const time = { timeout: 120_000 }

const button = (name: string) => page.getByRole('button', { name, exact: true })
const title = (on: Page, name: string | RegExp) => on.getByRole('heading', { level: 1, name })
const at = (path: string) => `${life.app.url}${path}`

/** As a screen of the program asks, in the session of this page. */
async function invite(email: string): Promise<string> {
  const answer = await page.request.post(at('/v1/users'), {
    data: { name: 'Dominique Modèle', email, role: 'viewer' },
    headers: { 'x-accord': 'web' },
  })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { code: string }).code
}

test('the first run: the form, a code that is wrong, and that it is over', time, async () => {
  await page.goto(at(`${paths.firstRun}#not-the-code`))
  await title(page, 'Welcome to Accord').waitFor()
  await expectFitIn(page, schemes)
  await createAccount(page, 'Boutique Lumen')
  await page.getByRole('alert').waitFor()
  await expectFitIn(page, schemes)
  await page.getByLabel('Setup code').fill(life.app.setupCode ?? '')
  await button('Create the account').click()
  await title(page, 'Welcome, Camille Exemple').waitFor()
  await expectFitIn(page, schemes)
  await page.goto(at(paths.firstRun))
  await page.getByRole('link', { name: 'Go to the login page' }).waitFor()
  await expectFitIn(page, schemes)
})

/** Each looks like the others: all of them in the whole matrix. */
const empties = [
  'contacts',
  'requests',
  'webhooks',
  'imports',
  'lists',
  'segments',
  'customFields',
  'leftOut',
  'quarantine',
  'wordings',
  'forms',
  'erasures',
  'sensitive',
  'campaigns',
  'recurring',
  'templates',
  'links',
  'messages',
  'inbox',
  'reviews',
  'breaches',
  'ownBreaches',
  'notifications',
] as const
test.each(isWholeMatrix ? empties : empties.slice(0, 3))('%s, empty', time, async (name) => {
  await page.goto(at(paths[name]))
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  await expectFitIn(page, schemes)
})

test('a screen whose answer does not come says so, and asks again', time, async () => {
  const calls = '**/v1/campaigns?**'
  await page.route(calls, (route) => route.abort())
  await page.goto(at(paths.campaigns))
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor(time)
  await expectFitIn(page, schemes)
  await page.unroute(calls)
  await button('Try again').click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

/** Named by what they show: the campaign, the person, the file. */
const named = {
  import: 'Import contacts',
  segment: 'Segments',
  contact: 'Contacts',
  wording: 'Consent wordings',
  form: 'Forms',
  campaign: 'Campaigns',
  campaignResults: 'Campaigns',
  recurringSend: 'Recurring sends',
  template: 'Templates',
  webhook: 'Webhooks',
  message: 'History of this message',
} as const
const nobodys = '0192f3a0-0000-7000-8000-000000000000'
const names = Object.keys(named) as (keyof typeof named)[]

test.each(names)('%s, gone: a title, and nothing to ask again', time, async (name) => {
  await page.goto(at(paths[name](nobodys)))
  await title(page, named[name]).waitFor()
  await expect.poll(() => page.title()).toContain(named[name])
  expect(await button('Try again').count()).toBe(0)
})

test.each(isWholeMatrix ? names : names.slice(0, 2))(
  '%s, not read: a title, and it can be asked again',
  time,
  async (name) => {
    const calls = /\/v1\/(?!me$)/
    await page.route(calls, (route) => route.abort())
    await page.goto(at(paths[name](nobodys)))
    await title(page, named[name]).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor()
    await page.unroute(calls)
  },
)

test(
  'the first page says of nothing that it is not there when it could not be read',
  time,
  async () => {
    const calls = /\/v1\/(?!me$)/
    await page.route(calls, (route) => route.abort())
    await page.goto(at(paths.home))
    const todo = page.getByRole('region', { name: 'What waits for you' })
    await todo.getByRole('button', { name: 'Try again' }).waitFor(time)
    const requests = page.getByRole('region', { name: 'Requests without an answer' })
    await requests.getByText('Could not be read').waitFor(time)
    for (const untrue of ['Nothing waits for you.', 'No request waits.', '0 entries']) {
      expect(await page.getByText(untrue, { exact: true }).count()).toBe(0)
    }
    await page.unroute(calls)
    await todo.getByRole('button', { name: 'Try again' }).click()
    await todo.getByText('Nothing waits for you.').waitFor(time)
  },
)

test('an invitation, a code that is no more, and what a role may not see', time, async () => {
  const code = await invite('dominique@example.org')
  const context = await life.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  const other = await context.newPage()
  const accept = other.getByRole('button', { name: 'Accept', exact: true })
  const password = other.getByRole('textbox', { name: 'Password' })
  await other.goto(at(`${paths.join}#${'x'.repeat(43)}`))
  await other.getByRole('alert').waitFor()
  await expectFitIn(other, schemes)
  // A page that is open already does not read the code of another link.
  await other.goto('about:blank')
  await other.goto(at(`${paths.join}#${code}`))
  await other.getByText(/ invites dominique@example\.org\./).waitFor()
  await expectFitIn(other, schemes)
  await password.fill('un hiver sans neige')
  await accept.click()
  await title(other, 'Welcome, Dominique Modèle').waitFor()
  for (const path of [paths.journal, paths.openPoints, paths.settings, paths.health]) {
    await other.goto(at(path))
    await other.locator('main').getByText('Your role does not allow this').first().waitFor()
    await expectFitIn(other, schemes)
  }
  await context.close()
})

test('the login, and a password that is wrong', time, async () => {
  const context = await life.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  const other = await context.newPage()
  await other.goto(at(paths.login))
  await title(other, 'Log in').waitFor()
  await expectFitIn(other, schemes)
  await other.getByLabel('E-mail address').fill('camille@example.org')
  await other.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await other.getByRole('button', { name: 'Log in', exact: true }).click()
  await other.getByRole('alert').waitFor()
  await expectFitIn(other, schemes)
  await context.close()
})
