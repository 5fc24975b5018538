// In a browser: no backup yet, one made now and tried now, and the same in French on a phone.
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'

let above: string
let life: AccordInBrowser
beforeAll(async () => {
  above = newTestFolder()
  chmodSync(above, 0o755)
  life = await ownerInBrowser({ environment: { ACCORD_BACKUP: join(above, 'backups') } })
}, 120_000)
afterAll(async () => {
  await life?.close()
  removeTestFolder(above)
})

test('a backup is made and tried from the screen, which says what was found', {
  timeout: 240_000,
}, async () => {
  const { page, accord } = life
  await page.goto(`${accord.url}${paths.backups}`)
  await page.getByRole('heading', { name: 'No backup yet', exact: true }).waitFor()
  await page.getByText('on the same disk as the data').waitFor()
  await page.getByRole('button', { name: 'Back up now', exact: true }).click()
  const whole = page.getByRole('cell', { name: 'Whole', exact: true })
  await whole.waitFor({ timeout: 90_000 })
  await page.getByText('Kept within seconds', { exact: true }).waitFor({ timeout: 60_000 })
  await page.getByText(/^You can restore any moment from /).waitFor({ timeout: 60_000 })
  const tryIt = page.getByRole('button', { name: 'Try it now', exact: true })
  await tryIt.click()
  const checked = page.getByRole('row', { name: /^Of these, readable although they should not be/ })
  await checked.waitFor({ timeout: 120_000 })
  expect(await checked.getByRole('cell').last().textContent()).toBe('0')
  const replayed = page.getByRole('row', { name: /^Changes replayed after the backup/ })
  expect(await replayed.getByRole('cell').last().textContent()).toMatch(/^up to /)
  await expectFit(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFit(page)
  await page.goto(`${accord.url}${paths.health}`)
  await page.getByText(/^Last backup: .* ago\.$/).waitFor()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${accord.url}${paths.backups}`)
  await page.getByRole('heading', { name: 'What the last drill found' }).waitFor()
  await page.getByText('FR', { exact: true }).filter({ visible: true }).click()
  await page.getByRole('heading', { name: 'Ce que le dernier essai a trouvé' }).waitFor()
  await expectFit(page)
})
