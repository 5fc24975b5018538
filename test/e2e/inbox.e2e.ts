// On the screen of replies: what was understood as a question is read, and said to be a STOP.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, accordInBrowser, expectFit, logIn } from '../support/browser-life.ts'
import { type Accord, asked, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let accord: Accord
beforeAll(async () => {
  life = await accordInBrowser()
  accord = life.accord
}, 120_000)
afterAll(() => life?.close())

const person = '+33639980061'

test('a reply that no rule heard is called a STOP by whoever reads it', {
  timeout: 120_000,
}, async () => {
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/messages', {
    to: person,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
  await eventually(async () => {
    const sent = await asked<{ state: string }>(accord, 'GET', `/v1/messages/${id}`)
    return sent.state === 'delivered' ? sent : null
  })
  await textFrom(accord, person, 'Le magasin est ouvert dimanche matin ?')
  const { page } = life
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
  await page.goto(`${accord.url}/replies`)
  const row = page.getByRole('row').filter({ hasText: 'Other' })
  await row.waitFor()
  await row.getByRole('button', { name: 'Read' }).click()
  const dialog = page.getByRole('dialog', { name: 'What the person wrote' })
  await dialog.getByLabel('Why do you need it?').fill('Weekly reading of the replies')
  await dialog.getByRole('button', { name: 'Reveal' }).click()
  await dialog.getByText('Le magasin est ouvert dimanche matin ?').waitFor()
  expect(await dialog.getByRole('button', { name: 'Not a STOP' }).count()).toBe(0)
  await expectFit(page)
  await dialog.getByRole('button', { name: 'It is a STOP' }).click()
  await row.getByText('Reviewed: STOP').waitFor()
  await dialog.waitFor({ state: 'hidden' })
  // Whoever uses the keyboard is where they were.
  const read = row.getByRole('button', { name: 'Read' })
  await eventually(async () => {
    return (await read.evaluate((button) => button.matches(':focus'))) || null
  })
  await row.getByRole('button', { name: 'Read' }).click()
  await dialog.getByLabel('Why do you need it?').fill('Weekly reading of the replies')
  await dialog.getByRole('button', { name: 'Reveal' }).click()
  await dialog.getByText('Le magasin est ouvert dimanche matin ?').waitFor()
  expect(await dialog.getByRole('button', { name: 'It is a STOP' }).count()).toBe(0)
})
