// In a browser: from a launched campaign to its results, and from a number to its messages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let page: Page
let id: string
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
  id = await launched()
}, 180_000)
afterAll(() => life?.close())

/** Two arrive, one says STOP, one asks, one cannot be delivered. */
async function launched(): Promise<string> {
  const { accord } = life
  const list = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Clients' })
  for (const end of ['001', '002', '940', '941', '901']) {
    const contact = { number: `+33639980${end}`, listId: list.id }
    await asked(accord, 'POST', '/v1/contacts', contact)
  }
  const made = await asked<CampaignView>(accord, 'POST', '/v1/campaigns', {
    ...{ name: 'Avis de novembre', listId: list.id, class: 'alert', sender: 'Tilleuls' },
    basis: 'legitimate_interest',
    text: 'Votre avis nous aide. Merci de répondre à ce message.',
  })
  const address = `/v1/campaigns/${made.id}`
  const sheet = await asked<CheckSheet>(accord, 'GET', `${address}/check-sheet`)
  await asked(accord, 'POST', `${address}/approve`, { hash: sheet.hash })
  await asked(accord, 'POST', `${address}/launch`)
  await eventually(async () => {
    const { counts } = await asked<CampaignView>(accord, 'GET', address)
    return counts.delivered === 4 && counts.undelivered === 1 ? true : null
  })
  return made.id
}

test('from the campaign to its results, a number’s messages, and a file', {
  timeout: 90_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.campaign(id)}`)
  await page.getByRole('link', { name: 'View the results' }).click()
  await page.getByRole('heading', { level: 1, name: 'Avis de novembre' }).waitFor()
  await page.getByRole('img', { name: /Messages over time/ }).waitFor()
  await page.getByText('People who said STOP: 1.').waitFor()
  await page.getByText('The phone received it. Its parts are charged.').waitFor()
  await page.getByText('STOP: marketing ended').waitFor()
  await expectFit(page)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const saved = await file
  expect(saved.suggestedFilename()).toMatch(/^results-\d+\.csv$/)
  const text = readFileSync(await saved.path(), 'utf8')
  expect(text.trim().split('\n')).toHaveLength(6)
  expect(text).not.toMatch(/639980\d{3}/)
  await page.getByRole('link', { name: /^1, The network could not deliver it/ }).click()
  await page.getByText('Only messages with one reason are shown.').waitFor()
  await page.getByRole('row').nth(1).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
  await page.getByText('Only the campaign “Avis de novembre” is shown.').waitFor()
  await expectFit(page)
})

test('its results lead to a segment of those who did not reply', { timeout: 60_000 }, async () => {
  await page.goto(`${life.accord.url}${paths.campaignResults(id)}`)
  await page.getByRole('link', { name: 'New segment: did not reply to this campaign' }).click()
  const rule = page.getByRole('group', { name: 'Rule 1' })
  const shownIn = (name: string) => rule.getByRole('combobox', { name }).inputValue()
  await expect.poll(() => shownIn('Which campaign')).toBe('Avis de novembre')
  expect(await shownIn('How')).toBe('was sent to them and got no reply')
  // Five were written to, and one asked something; a STOP is no reply.
  await page.getByText('People who fit: 4').waitFor()
  await rule.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: 'was sent and did not reach them' }).click()
  await page.getByText('People who fit: 1').waitFor()
  await expectFit(page)
  await page.getByLabel('Name of the segment').fill('Par courrier')
  await page.getByRole('button', { name: 'Save the segment' }).click()
  await page.getByText('“Avis de novembre” did not reach them').waitFor()
})

test('each figure on top opens what it counts, and a message its person and its campaign', {
  timeout: 90_000,
}, async () => {
  const results = `${life.accord.url}${paths.campaignResults(id)}`
  const rows = page.getByRole('main').getByRole('row')
  const figures: [RegExp, number][] = [
    [/^4, Delivered$/, 4],
    [/^1, Not delivered$/, 1],
    [/^1, People who said STOP$/, 1],
    [/^2, Replies$/, 2],
    [/^5, Parts$/, 5],
    [/, Cost$/, 5],
  ]
  for (const [name, many] of figures) {
    await page.goto(results)
    await page.getByRole('link', { name }).first().click()
    await page.waitForURL(/campaign=/)
    await expect.poll(() => rows.count()).toBe(many + 1)
  }
  await page.goto(results)
  await page
    .getByRole('link', { name: /^1, .+, Not delivered$/ })
    .first()
    .click()
  await page.waitForURL(/route=.*group=failed/)
  await expect.poll(() => rows.count()).toBe(2)
  const number = page.getByRole('main').getByRole('link', { name: /^\+33/ })
  await number.click()
  await page.getByText('Person:').waitFor()
  await page.getByRole('link', { name: 'Avis de novembre' }).waitFor()
  await expectFit(page)
  await page.getByRole('main').getByRole('link', { name: /^\+33/ }).click()
  await page.waitForURL(/\/contacts\/[0-9a-f-]+$/)
  await page.goBack()
  await page.getByRole('link', { name: 'Avis de novembre' }).click()
  await page.getByRole('heading', { level: 1, name: 'Avis de novembre' }).waitFor()
})

test('in French, for somebody who may only look', { timeout: 60_000 }, async () => {
  const { other, leave } = await logInAs(life, 'sender', 'fr-FR')
  await other.goto(`${life.accord.url}${paths.campaignResults(id)}`)
  await other.getByText('Ce que les messages sont devenus').waitFor()
  await other.getByText('Personnes qui ont dit STOP : 1.').waitFor()
  await expectFit(other)
  await other.getByRole('link', { name: '1, Personnes qui ont dit STOP' }).click()
  await other.getByText('Seule la campagne « Avis de novembre » est affichée.').waitFor()
  await other.goto(`${life.accord.url}${paths.campaignMessages(id)}`)
  await other.getByRole('region', { name: 'Télécharger ces messages' }).waitFor()
  await other.getByRole('columnheader', { name: 'Expéditeur', exact: true }).waitFor()
  await other.getByRole('main').getByRole('link', { name: /^\+33/ }).first().click()
  await other.getByText('Personne :').waitFor()
  await other.getByText('Campagne :').waitFor()
  await expectFit(other)
  await leave()
})

/** As the nights of thirteen months leave it: `resumed-after-retention.test.ts`. */
const firstMessagesDeleted = (campaignId: string) =>
  withClient(
    {
      ...{ host: join(life.accord.config.dataFolder, 'run'), port: 5432 },
      ...{ database: 'accord', ssl: false },
    },
    { user: superuser },
    (client) =>
      client.query(
        `insert into sending.campaign_breakdown (account_id, campaign_id, counted_at, took_ms,
           fingerprint, figures, details_deleted_at)
         select account_id, id, now(), 0, '', '{}', now() from campaigns.campaign
         where id = $1 and not is_accepted
         on conflict (account_id, campaign_id) do update set details_deleted_at = now()`,
        [campaignId],
      ),
  )

test('a paused campaign offers to be resumed, and no longer once its first messages are deleted', {
  timeout: 60_000,
}, async () => {
  const { accord } = life
  const { items } = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/lists')
  const later = await asked<CampaignView>(accord, 'POST', '/v1/campaigns', {
    ...{ name: 'Avis de janvier', listId: items[0]?.id, class: 'alert', sender: 'Tilleuls' },
    ...{ basis: 'legitimate_interest', sendAt: '2026-11-26T10:00:00+01:00' },
    text: 'Votre avis nous aide. Merci de répondre à ce message.',
  })
  const address = `/v1/campaigns/${later.id}`
  const sheet = await asked<CheckSheet>(accord, 'GET', `${address}/check-sheet`)
  await asked(accord, 'POST', `${address}/approve`, { hash: sheet.hash })
  await asked(accord, 'POST', `${address}/launch`)
  await asked(accord, 'POST', `${address}/pause`)
  const resume = page.getByRole('button', { name: 'Resume', exact: true })
  const open = () => page.goto(`${accord.url}${paths.campaign(later.id)}`)
  await open()
  await resume.waitFor()
  await firstMessagesDeleted(later.id)
  await open()
  await page.getByText(/its first messages were deleted. It cannot be resumed/).waitFor()
  expect(await resume.count()).toBe(0)
  // Nothing is cancelled by one press.
  const cancel = page.getByRole('button', { name: 'Cancel the remaining messages' })
  const state = async () => (await asked<CampaignView>(accord, 'GET', address)).state
  await cancel.click()
  await page.getByText(/Messages that have not left are never sent/).waitFor()
  await page.getByRole('button', { name: 'Do not cancel' }).click()
  expect(await state()).toBe('paused')
  await cancel.click()
  await page.getByRole('button', { name: 'Cancel them now' }).click()
  await expect.poll(state).toBe('cancelled')
})
