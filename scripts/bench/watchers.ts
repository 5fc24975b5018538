// Ten people who look on while a campaign leaves: each in a browser of their own, logged in.
import type { Page } from 'playwright-core'
import { startBrowser } from '../../test/support/browser.ts'
import { type Asking, answered, loggedIn, type Owner, watchRequests } from './measure-screens.ts'
import type { LookingOn } from './measure-sending.ts'
import { sleep } from './wait.ts'

/** Where each of them is: on the campaign's own page, the first page, or the inbox. */
type Place = 'campaign' | 'home' | 'inbox'
const places: readonly Place[] = [
  ...Array.from({ length: 8 }, () => 'campaign' as const),
  'home',
  'inbox',
]
export const watchersCount = places.length

export type Watchers = {
  lookingOn: LookingOn
  /** How many requests to the API their pages made while the last campaign left. */
  asked(): number
  /** They leave the pages; their browsers stay. */
  leave(): Promise<void>
  close(): Promise<void>
}

type Watcher = { page: Page; place: Place; asking: Asking }

/**
 * The browsers give way to what is measured, which has to share its cores with them: it is the
 * processor's time that is counted, and theirs is none of it.
 */
export async function startWatchers(owner: Owner): Promise<Watchers> {
  const { browser, close } = await startBrowser({ givesWay: true })
  const all: Watcher[] = []
  const asks = { now: 0, last: 0 }
  for (const place of places) {
    const page = await loggedIn(browser, owner)
    page.on('request', (request) => {
      if (request.url().includes('/v1/')) asks.now += 1
    })
    all.push({ page, place, asking: watchRequests(page) })
  }
  const first = all.find(({ place }) => place === 'campaign')
  return {
    lookingOn: {
      before: async (path) => {
        const addresses: Record<Place, string> = {
          campaign: `${owner.url}${path.slice('/v1'.length)}`,
          home: `${owner.url}/`,
          inbox: `${owner.url}/inbox`,
        }
        for (const { page, place, asking } of all) {
          await page.goto(addresses[place])
          await answered(page, asking)
        }
        asks.now = 0
      },
      launched: async () => {
        if (first !== undefined) await seeItLeave(first.page)
      },
      ended: () => {
        asks.last = asks.now
      },
    },
    asked: () => asks.last,
    leave: async () => {
      for (const { page } of all) await page.goto('about:blank')
    },
    close,
  }
}

/** What somebody who comes back to a tab does to it: it asks at once. */
const comeBack = `dispatchEvent(new Event('visibilitychange'))`
const seesItLeave = `[...document.querySelectorAll('h2')].some(
  ({ textContent }) => textContent === 'Live progress')`

/**
 * Who launched it sees that at once, as one of the pages does here. The others see it the next time
 * they ask, within five seconds, and ask oftener from then on.
 */
async function seeItLeave(page: Page): Promise<void> {
  while (!(await page.evaluate(seesItLeave))) {
    await page.evaluate(comeBack)
    await sleep(250)
  }
}
