// How long each screen takes to answer a click, in a real browser that remembers no data.
import type { Browser, Page } from 'playwright-core'
import { paths } from '../../src/web/paths.ts'
import { addresses } from '../../test/screens/addresses.ts'
import { startBrowser } from '../../test/support/browser.ts'
import type { Things } from './fill-screens.ts'
import { numberOf } from './people.ts'

/** Under this name stands the search of a number among all contacts. */
export const searched = 'contacts: a number searched'

/** Lists that are narrowed to little or nothing of what is stored, with the count beside them. */
const narrowed = [
  ...['state=failed', 'class=alert', 'reference=none', 'state=failed&from=2025-01-01'].map(
    (query) => `${paths.messages}?${query}`,
  ),
  ...['sort=looks', 'sort=people&from=2025-01-01'].map((query) => `${paths.journal}?${query}`),
].map((path) => ({ name: path, path }))

/** Milliseconds. `shown`: the screen, with its data; `whole`: each figure on it as well. */
export type Answer = { shown: number; whole: number }

/** A sample a round; by the screen's name. */
export type Answers = Map<string, Answer[]>

export type Owner = { url: string; email: string; password: string }

export async function measureScreens(
  owner: Owner,
  things: Things,
  rounds: number,
): Promise<Answers> {
  const own = addresses(things).filter(({ isOutside }) => !isOutside)
  const screens = [...own, ...narrowed]
  const answers: Answers = new Map()
  const keep = (name: string, answer: Answer) =>
    answers.set(name, [...(answers.get(name) ?? []), answer])
  const { browser, close } = await startBrowser()
  try {
    const page = await loggedIn(browser, owner)
    const asking = watchRequests(page)
    // The round before the first loads the programs of the screens: once a release.
    for (let round = -1; round < rounds; round += 1) {
      // A new page remembers no data.
      await page.goto(`${owner.url}/profile`)
      await answered(page, asking)
      for (const { name, path } of screens) {
        // Between two lists of one screen its title stays: nobody would see the second come.
        if (name === path) await away(page, asking)
        const start = performance.now()
        await page.evaluate(goTo(path))
        const answer = since(start, await answered(page, asking))
        if (round >= 0) keep(name, answer)
      }
      const found = await findByNumber(page, asking, round)
      if (round >= 0) keep(searched, found)
    }
  } finally {
    await close()
  }
  return answers
}

type Came = { shown: number; whole: number }

const since = (start: number, { shown, whole }: Came): Answer => ({
  shown: shown - start,
  whole: whole - start,
})

export async function loggedIn(browser: Browser, { url, email, password }: Owner): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  const headers = { 'x-accord': 'web' }
  const data = { email, password }
  const entered = await context.request.post(`${url}/v1/sessions`, { data, headers })
  if (!entered.ok()) throw new Error(`the log-in answered ${entered.status()}`)
  return context.newPage()
}

/** As a link does it: the program in the page goes there. */
const goTo = (path: string) => `
  document.querySelector('h1')?.setAttribute('data-left', 'yes')
  history.pushState(null, '', ${JSON.stringify(path)})
  dispatchEvent(new PopStateEvent('popstate'))`

/** The title of the screen is there, and nothing on it says that it is being loaded. */
const isShown = `
  document.querySelector('h1:not([data-left])') !== null &&
  document.querySelector('[role="status"][aria-label="Loading"]') === null`

async function away(page: Page, asking: Asking): Promise<void> {
  await page.evaluate(goTo(paths.training))
  await answered(page, asking)
}

export type Asking = { open: Set<unknown> }

export function watchRequests(page: Page): Asking {
  const open = new Set<unknown>()
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return { open }
}

/** Asked from outside: the policy of the page lets nothing in it evaluate a text. */
export async function answered(page: Page, { open }: Asking): Promise<Came> {
  while (!(await page.evaluate(isShown))) await pause()
  const shown = performance.now()
  while (open.size > 0) await pause()
  return { shown, whole: performance.now() }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10))

/** Another number each round: none is remembered. */
async function findByNumber(page: Page, asking: Asking, round: number): Promise<Answer> {
  await page.evaluate(goTo('/contacts'))
  await answered(page, asking)
  const search = page.getByRole('search', { name: 'Find a person' })
  await search.getByRole('textbox').fill(numberOf(round + 1))
  const start = performance.now()
  await search.getByRole('button').first().click()
  await page.getByRole('region', { name: 'Found' }).waitFor()
  return since(start, await answered(page, asking))
}
