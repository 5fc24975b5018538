// Webhooks on screens: added, the secret shown once, a test that fails and then arrives, a pause,
// a replay, and the end.

import type { Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  expectFit,
  ownerInBrowser,
  sendAlert,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts'

let life: AccordInBrowser
let page: Page
let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
  life = await ownerInBrowser({ environment: { ACCORD_WEBHOOK_NETWORKS: '127.0.0.1' } })
  page = life.page
}, 120_000)
afterAll(async () => {
  await life?.close()
  await receiver?.close()
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const row = (name: string | RegExp) => page.getByRole('row', { name })

test('a program is told of a message, and what it missed is replayed', {
  timeout: 180_000,
}, async () => {
  await page.getByRole('link', { name: 'Webhooks', exact: true }).click()
  await page.getByText('No webhook yet').waitFor()
  await expectFit(page)
  await page.getByRole('link', { name: 'New webhook' }).click()
  await page.getByText('Enter an address.').waitFor()
  await page.getByLabel('Address').fill('https://10.0.0.8/hook')
  await page.getByLabel('A message was delivered').check()
  await expectFit(page)
  await button('Add the webhook').click()
  await page.getByText('This address is not public', { exact: false }).waitFor()
  await page.getByLabel('Address').fill(receiver.url)
  await button('Add the webhook').click()
  const shown = page.getByText(/^whsec_/)
  const secret = (await shown.textContent()) ?? ''
  await expectFit(page)
  await page.getByRole('link', { name: 'Open the webhook' }).click()
  await page.getByText('Nothing yet').waitFor()
  expect(await page.getByText(/whsec_/).count()).toBe(0)

  receiver.answer(500)
  await button('Send a test').click()
  await row(/Test.*Waiting.*HTTP 500 in/).waitFor()
  await expectFit(page)
  receiver.answer(204)
  await row(/Test/).getByRole('button', { name: 'Send again' }).click()
  await row(/Test.*Delivered.*HTTP 204 in/).waitFor()

  await button('Pause').click()
  await page.getByText(/^Paused by a user on/).waitFor()
  await sendAlert(life)
  await row(/A message was delivered.*Held/).waitFor()
  await button('Resume').click()
  await page.getByText('It is active again.', { exact: false }).waitFor()
  const replay = page.getByRole('form', { name: 'Replay' })
  const anHourAgo = new Date(Date.now() - 3_600_000)
  await replay.getByLabel('Since').fill(localText(anHourAgo))
  await replay.getByRole('button', { name: 'Replay' }).click()
  await page.getByText('Events sent again: 1.', { exact: false }).waitFor()
  await row(/A message was delivered.*Delivered/).waitFor()
  const last = receiver.got.at(-1)
  const said = new Webhook(secret).verify(last?.body ?? '', last?.headers ?? {})
  expect(said).toMatchObject({ type: 'message.delivered', data: { state: 'delivered' } })
  await expectFit(page)

  await button('Delete the webhook').click()
  await button('Delete the webhook').click()
  await page.getByText('No webhook yet').waitFor()
})

test('on a telephone the log is read, and an event sent again, without scrolling to the side', {
  timeout: 60_000,
}, async () => {
  const { webhook } = await asked<{ webhook: { id: string } }>(
    ...([life.accord, 'POST', '/v1/webhooks'] as const),
    { url: receiver.url, events: ['message.delivered'] },
  )
  receiver.answer(503, { 'retry-after': '7200' })
  await asked(life.accord, 'POST', `/v1/webhooks/${webhook.id}/test`)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${life.accord.url}/webhooks/${webhook.id}`)
  const test = row(/Test.*Waiting.*HTTP 503 in.*The program asked to wait until.*Next try/)
  await test.waitFor()
  const again = test.getByRole('button', { name: 'Send again' })
  await again.scrollIntoViewIfNeeded()
  const box = await again.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  expect(await page.locator('.accord-wide[data-scrolls]').count()).toBe(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`:root[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    await expectFit(page)
  }
  receiver.answer(204)
  await again.click()
  await row(/Test.*Delivered.*HTTP 204 in/).waitFor()
})

/** As a field of the browser takes it, in the zone of this machine. */
function localText(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
