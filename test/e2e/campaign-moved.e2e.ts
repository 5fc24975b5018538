// In a browser: a scheduled campaign is moved from its page and, by keyboard, from the calendar;
// then it is taken back. And the figures of a period lead to what they count.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let page: Page
let later: string
let day: (days: number) => string
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
  const { accord } = life
  const [today] = await page.evaluate(() => [new Date().toISOString()])
  day = (days) => new Date(Date.parse(today ?? '') + days * 86_400_000).toISOString().slice(0, 10)
  const list = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Clients' })
  for (const end of ['001', '002', '901']) {
    await asked(accord, 'POST', '/v1/contacts', { number: `+33639980${end}`, listId: list.id })
  }
  await launched('Avis', list.id, null)
  later = await launched('Rappel de la semaine', list.id, `${day(2)}T10:00:00Z`)
  await eventually(async () => {
    const { items } = await asked<{ items: CampaignView[] }>(accord, 'GET', '/v1/campaigns')
    const ended = items.find(({ name }) => name === 'Avis')?.counts
    return ended !== undefined && ended.delivered + ended.undelivered === 3 ? true : null
  })
}, 180_000)
afterAll(() => life?.close())

async function launched(name: string, listId: string, sendAt: string | null): Promise<string> {
  const { accord } = life
  const { id } = await asked<CampaignView>(accord, 'POST', '/v1/campaigns', {
    ...{ name, listId, class: 'alert', sender: 'Tilleuls', basis: 'contract', sendAt },
    text: 'Votre rendez-vous est confirmé.',
  })
  const { hash } = await asked<CheckSheet>(accord, 'GET', `/v1/campaigns/${id}/check-sheet`)
  await asked(accord, 'POST', `/v1/campaigns/${id}/approve`, { hash, launch: true })
  return id
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog', { name: 'Move “Rappel de la semaine”' })
const planned = async () =>
  (await asked<CampaignView>(life.accord, 'GET', `/v1/campaigns/${later}`)).sendAt?.slice(0, 10)

test('moved from its page: a date, the sheet for it, and the approval with the move', {
  timeout: 90_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.campaign(later)}`)
  await button('Move to another date').click()
  await dialog()
    .getByLabel('New date and time')
    .fill(`${day(3)}T11:30`)
  await button('View the check sheet for this date').click()
  await page.getByRole('heading', { name: 'Check sheet for this date' }).waitFor()
  await expectFit(page)
  expect(await planned()).toBe(day(2))
  await button('Approve and move').click()
  await dialog().waitFor({ state: 'detached' })
  await eventually(async () => ((await planned()) === day(3) ? true : null))
  await page.getByText(/Sent from .*\./).waitFor()
  await expectFit(page)
})

test('moved from the calendar with the keyboard alone', { timeout: 90_000 }, async () => {
  await page.goto(`${life.accord.url}${paths.calendarOf(day(3).slice(0, 7))}`)
  const move = page.getByRole('button', { name: 'Move, Rappel de la semaine' })
  await move.focus()
  await page.keyboard.press('Enter')
  const field = dialog().getByLabel('New date and time')
  await field.waitFor()
  await field.fill(`${day(4)}T09:00`)
  await field.press('Enter')
  const approve = button('Approve and move')
  await approve.waitFor()
  await approve.focus()
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await eventually(async () => ((await planned()) === day(4) ? true : null))
})

test('taken back, it is a draft that must be approved again', { timeout: 60_000 }, async () => {
  await page.goto(`${life.accord.url}${paths.campaign(later)}`)
  await button('Take back to a draft').click()
  await page.getByText(/Nothing has been sent. The campaign becomes a draft again/).waitFor()
  await button('Take back to a draft').click()
  await page.getByText('Waiting for someone to approve its check sheet.').waitFor()
  await button('Approve this sheet').waitFor()
  await expectFit(page)
})

test('what failed is opened from a period and from the first page', {
  timeout: 90_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.periodResults}`)
  await page.getByRole('link', { name: '1, All, Not delivered' }).click()
  await page.getByText('1 message.').waitFor()
  await page.getByText(/^Only campaigns launched from /).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
  await expectFit(page)
  await page.goto(`${life.accord.url}${paths.home}`)
  const tile = page.getByRole('region', { name: 'Not delivered' })
  await tile.getByRole('link', { name: 'See them: 1', exact: true }).click()
  await page.getByText('1 message.').waitFor()
  await expectFit(page)
})

test('the results of a period are kept as a PDF', { timeout: 60_000 }, async () => {
  await page.goto(`${life.accord.url}${paths.periodResults}`)
  const file = page.waitForEvent('download')
  await button('Download PDF').click()
  expect((await file).suggestedFilename()).toMatch(/^results-[\d-]+\.pdf$/)
})
