// The list of requests: what is late on top and told in words, filters in the address, and each
// request by an address of its own.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { testOfMatrix } from '../support/screens.ts'

let life: AccordInBrowser
let page: Page
let lateId: string

async function take(last: string, kind: string, receivedOn: string): Promise<string> {
  const number = `+336399807${last}`
  await asked(life.accord, 'POST', '/v1/contacts', { number })
  const { id } = await asked<{ id: string }>(life.accord, 'POST', '/v1/person-requests', {
    ...{ number, kind, heardBy: 'letter', receivedOn, text: `Par lettre : ${kind}` },
  })
  return id
}

beforeAll(async () => {
  life = await accordInBrowser()
  page = life.page
  lateId = await take('00', 'erasure', '2026-10-01')
  for (let one = 10; one < 64; one += 1) await take(String(one), 'access', '2026-11-24')
  await logIn(page, life.accord)
  await page.waitForURL(`${life.accord.url}/`)
}, 180_000)
afterAll(() => life?.close())

const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const rows = () => page.getByRole('row')

test('what is overdue is on top, however many came after it; more come by the page', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.requests}`)
  await page.getByText('Overdue: 1. Answer these first.').waitFor()
  expect(await rows().nth(1).textContent()).toMatch(/Overdue since/)
  expect(await rows().count()).toBe(51)
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => rows().count()).toBe(56)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('state and kind stand in the address, and a request has one', {
  timeout: 120_000,
}, async () => {
  await choose('State', 'Overdue')
  await choose('Kind of request', 'Erasure')
  await expect.poll(() => new URL(page.url()).search).toBe('?state=late&kind=erasure')
  await expect.poll(() => rows().count()).toBe(2)
  await page.reload()
  await expect.poll(() => rows().count()).toBe(2)
  await page.getByRole('button', { name: 'Answer this request' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Answer this request' })
  await dialog.getByText(/^Overdue since/).waitFor()
  await expect.poll(() => new URL(page.url()).pathname).toBe(paths.request(lateId))
  await expectFit(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('?state=late&kind=erasure')
  // The open point of the first page leads to the same address.
  await page.goto(`${life.accord.url}${paths.openPoints}`)
  const way = page.locator(`a[href="${paths.request(lateId)}"]`)
  await way.filter({ visible: true }).first().click()
  await dialog.waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

testOfMatrix('in French as in English', { timeout: 60_000 }, async () => {
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
  await page.getByText('En retard : 1. Répondez-y d’abord.').waitFor()
  await page
    .getByText(/^En retard depuis le/)
    .filter({ visible: true })
    .first()
    .waitFor()
  await choose('État', 'Traitées')
  await page.getByText('Aucune demande traitée').waitFor()
  await expectFit(page)
})
