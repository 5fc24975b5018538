// How somebody acts on a page: with a mouse, with a finger, or with the keyboard alone.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language, Look } from './screens.ts'

export type Hands = {
  press(what: Locator): Promise<void>
  /** One of several: a radio button. */
  choose(what: Locator): Promise<void>
  type(into: Locator, text: string): Promise<void>
}

export const withMouse: Hands = {
  press: (what) => what.click(),
  choose: (what) => what.check(),
  type: (into, text) => into.fill(text),
}

export const withFinger: Hands = {
  press: (what) => what.tap(),
  choose: (what) => what.check(),
  type: (into, text) => into.fill(text),
}

/** Nobody wants to press Tab more often than this for the next thing on a screen. */
const stepsMax = 60

/** Written as text: this file is typed for Node, which has no document. */
const focused = `(() => {
  const one = document.activeElement
  return one === null || one === document.body ? null : one.tagName + ' ' + one.textContent
})()`

/**
 * Tab by tab, and an arrow where a browser wants one. What was pressed may not take the focus with
 * it: who sees no screen would be told of nothing.
 */
export function byKeyboard(page: Page): Hands {
  let isUnderway = false
  const hasFocus = (what: Locator) => what.evaluate((one) => one.matches(':focus'))
  /** Back where it stands before the focus, as who sees the screen goes. */
  const keyTo = async (what: Locator) => {
    const isBefore = await what.evaluate((one) => {
      const now = one.ownerDocument.activeElement
      const follows = 4
      return now !== null && (one.compareDocumentPosition(now) & follows) > 0
    })
    return isBefore && isUnderway ? 'Shift+Tab' : 'Tab'
  }
  const goTo = async (what: Locator, isThere = hasFocus) => {
    await what.waitFor({ timeout: 60_000 })
    if (isUnderway) {
      const message = `the focus is nowhere, before ${what}`
      await expect.poll(() => page.evaluate(focused), { message, timeout: 20_000 }).not.toBeNull()
    }
    const waits = { message: `${what} stays disabled`, timeout: 20_000 }
    await expect.poll(() => what.isEnabled(), waits).toBe(true)
    // Asked at each step: a screen that was drawn anew may have moved either of the two.
    for (let step = 0; step < stepsMax; step += 1) {
      if (await isThere(what)) return
      await page.keyboard.press(await keyTo(what))
    }
    throw new Error(
      `the keyboard does not reach ${what}; it is at: ${await page.evaluate(focused)}`,
    )
  }
  const press = async (what: Locator) => {
    await goTo(what)
    isUnderway = true
    const isLinkOrButton = await what.evaluate((one) => one.matches('a, button'))
    await page.keyboard.press(isLinkOrButton ? 'Enter' : 'Space')
  }
  const isOfGroup = (what: Locator) =>
    what.evaluate((one) => {
      const now = one.ownerDocument.activeElement
      return now?.getAttribute('name') === one.getAttribute('name')
    })
  return {
    press,
    choose: async (what) => {
      await goTo(what, isOfGroup)
      isUnderway = true
      for (let step = 0; step < 9 && !(await hasFocus(what)); step += 1) {
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Space')
      expect(await what.isChecked()).toBe(true)
    },
    type: async (into, text) => {
      await goTo(into)
      isUnderway = true
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
  }
}

const doors = {
  en: { email: 'E-mail address', password: 'Password', enter: 'Log in', menu: 'Menu' },
  fr: {
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    enter: 'Se connecter',
    menu: 'Menu',
  },
}

export type Somebody = { email: string; password: string }

/** On the page of the login, and from there to the first page. */
export async function logInWith(
  page: Page,
  hands: Hands,
  language: Language,
  { email, password }: Somebody,
): Promise<void> {
  const w = doors[language]
  await hands.type(page.getByLabel(w.email), email)
  await hands.type(page.getByRole('textbox', { name: w.password }), password)
  await hands.press(page.getByRole('button', { name: w.enter, exact: true }))
  await page.waitForURL((url) => url.pathname === '/')
}

/** By the navigation, which is a drawer on a telephone. */
export async function goToEntry(page: Page, hands: Hands, look: Look, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: doors[look.language].menu, exact: true })
  if (look.device === 'phone') await hands.press(menu)
  await hands.press(page.getByRole('navigation').getByRole('link', { name, exact: true }))
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ timeout: 60_000 })
}
