// In a browser: a sender name that was refused is asked for again, with what was missing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

test('a refusal says why, and what shows the right to the name is given below', {
  timeout: 120_000,
}, async () => {
  const { accord, page } = life
  const [account] = accord.accounts
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/senders', {
    ...{ name: 'AMELI', evidence: 'We write about health' },
  })
  await page.goto(`${accord.url}${paths.settings}`)
  await page.getByText(/^The administrator of this installation decides\. You are told/).waitFor()

  const path = `/v1/accounts/${account.id}/senders/${id}/decision`
  const refusal = { state: 'refused', reason: 'The written mandate is missing' }
  expect((await accord.call(accord.owner.cookie, 'PUT', path, refusal)).status).toBeLessThan(300)
  await page.reload()
  await page.getByText('Why it was refused: The written mandate is missing').waitFor()
  await page.getByRole('button', { name: 'Ask again for AMELI' }).click()
  await page.getByText(/^Say what shows your right to the name\./).waitFor()
  expect(await page.getByLabel('Sender name').inputValue()).toBe('AMELI')
  await page
    .getByLabel('Your right to this name: brand, trade name, mandate')
    .fill('Mandate of 3 March 2026')
  await expectFit(page)
  await page.getByRole('button', { name: 'Request this sender' }).click()
  await page.getByText('Waiting for approval').waitFor()
  expect(await page.getByText('Why it was refused').count()).toBe(0)

  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await page.keyboard.press('Escape')
  await page.getByText(/^L’administrateur de l’installation décide\./).waitFor()
  await expectFit(page)
})
