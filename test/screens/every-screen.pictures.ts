// Pictures of every screen: empty, filled, failed, refused and on its way; by day and night, on a
// desk and on a telephone.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, logInAs } from '../support/browser-life.ts'
import { oneOfEverything, type Things } from '../support/one-of-everything.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'
import { addresses } from './addresses.ts'
import { type Shot, writeIndex, writeSheet } from './sheet.ts'

type State = 'empty' | 'filled' | 'failed' | 'refused' | 'loading'
type Chosen = {
  out: string
  language: 'fr' | 'en'
  state: State[]
  scheme: ('light' | 'dark')[]
  device: ('desktop' | 'phone')[]
  only: string[]
}
const told = process.env['ACCORD_SCREENS']
if (told === undefined) throw new Error('Started by `npm run screens`.')
const chosen: Chosen = JSON.parse(told)
const sizes = {
  desktop: { width: 1280, height: 800, wide: 500, high: 340 },
  phone: { width: 390, height: 844, wide: 240, high: 700 },
}
const locale = chosen.language === 'fr' ? 'fr-FR' : 'en-GB'

let life: AccordInBrowser
let things: Things = {}
beforeAll(async () => {
  life = await accordInBrowser()
})
afterAll(() => life?.close())

/** Somebody's browser, in the language of the pictures. */
async function owner(): Promise<Page> {
  const { browser, accord } = life
  const context = await browser.newContext({ locale })
  const { email, password } = accord.owner
  const data = { email, password }
  const headers = { 'x-accord': 'web' }
  const entered = await context.request.post(`${accord.url}/v1/sessions`, { data, headers })
  expect(entered.ok()).toBe(true)
  return context.newPage()
}

/** What an account has after a month: people from a file, and one of everything else. */
async function fill(): Promise<void> {
  const { accord } = life
  things = await oneOfEverything(accord)
  const { token } = accord.accounts[0]
  const file = { name: 'boutique.csv', bytes: readFileSync('samples/boutique.csv') }
  const { body } = await accord.upload<{ id: string }>(token, '/v1/imports', file)
  things['/v1/imports/{id}'] = body.id
  await eventually(async () => {
    const { state } = await asked<{ state: string }>(accord, 'GET', `/v1/imports/${body.id}`)
    return state === 'received' ? null : state
  })
}

async function ready(page: Page, state: State): Promise<void> {
  await page.locator('h1, [role="alert"], [role="status"]').first().waitFor()
  if (state === 'loading') return
  const waits = page.getByRole('status', { name: /^(Chargement|Loading)$/ })
  await eventually(async () => ((await waits.count()) === 0 ? true : null))
  const parts = page.locator('.mantine-Skeleton-root')
  await eventually(async () => ((await parts.count()) === 0 ? true : null))
  await page.evaluate('document.fonts.ready')
}

/** One screen in one state: every scheme and device, without asking again. */
async function shotsOf(page: Page, screen: { name: string; path: string }, state: State) {
  const shots: (Shot & { device: keyof typeof sizes })[] = []
  await page.goto(`${life.accord.url}${screen.path}`)
  await ready(page, state)
  // Else a picture is taken while the menu is still moving to its place on a narrow screen.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const device of chosen.device) {
    const { width, height } = sizes[device]
    await page.setViewportSize({ width, height })
    for (const scheme of chosen.scheme) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const file = `${state}/${screen.name}-${device}-${scheme}.png`
      await page.screenshot({ path: join(chosen.out, file), fullPage: true })
      shots.push({ screen: screen.name, scheme, file, device })
    }
  }
  return shots
}

/** What the server answers in this state, who is logged in apart. */
async function arrange(page: Page, state: State): Promise<void> {
  if (state !== 'failed' && state !== 'loading') return
  await page.route(/\/v1\/(?!me$)/, async (route) => {
    if (state === 'loading') return
    const detail =
      chosen.language === 'fr'
        ? 'La base de données ne répond pas. Réessayez dans une minute.'
        : 'The database does not answer. Try again in a minute.'
    await route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'storage.unavailable', title: detail, detail, status: 503 }),
    })
  })
}

test.each(chosen.state)('%s', async (state) => {
  if (state !== 'empty' && Object.keys(things).length === 0) await fill()
  mkdirSync(join(chosen.out, state), { recursive: true })
  const page = state === 'refused' ? (await logInAs(life, 'viewer', locale)).other : await owner()
  await arrange(page, state)
  const stranger = await (await life.browser.newContext({ locale })).newPage()
  const wanted = addresses(things).filter(
    ({ name }) => chosen.only.length === 0 || chosen.only.includes(name),
  )
  const shots: Awaited<ReturnType<typeof shotsOf>> = []
  for (const screen of wanted) {
    if (screen.isOutside && state !== 'empty' && state !== 'filled') continue
    shots.push(...(await shotsOf(screen.isOutside ? stranger : page, screen, state)))
  }
  for (const device of chosen.device) {
    await writeSheet(life.browser, chosen.out, {
      title: `${state}, ${device}, ${chosen.language}`,
      name: `${state}-${device}`,
      wide: sizes[device].wide,
      high: sizes[device].high,
      shots: shots.filter((shot) => shot.device === device),
    })
  }
  writeIndex(chosen.out)
  expect(shots.length).toBeGreaterThan(0)
  await page.context().close()
  await stranger.context().close()
})
