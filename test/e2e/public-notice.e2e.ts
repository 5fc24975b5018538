// What an account tells of itself: declared on screen, read by anybody, its changes seen.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const entry = (name: string) => page.getByRole('link', { name, exact: true }).first()
const heading = (name: string) => page.getByRole('heading', { name, exact: true, level: 1 })

test('what is missing leads to where it is declared, and anybody reads it from then on', {
  timeout: 120_000,
}, async () => {
  await entry('Public notice').click()
  await heading('Public notice').waitFor()
  const lacks = page.getByRole('region', { name: 'What is missing' })
  await lacks.getByText('How to reach you').waitFor()
  await expectFit(page)
  await lacks.getByRole('link', { name: 'Declare it: How to reach you' }).click()

  await heading('Register of processing').waitFor()
  const account = page.getByRole('form', { name: 'Complete: The account' })
  await account.getByRole('textbox', { name: 'Contact' }).fill('donnees@tilleuls.example')
  await account.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. The public notice says it too.').waitFor()
  const history = page.getByRole('region', { name: 'What was declared, and when' })
  await history.getByRole('cell', { name: 'donnees@tilleuls.example' }).waitFor()
  await expectFit(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Spreadsheet (.ods)' }).click()
  expect((await download).suggestedFilename()).toBe('register.ods')
  const printed = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF', exact: true }).click()
  expect((await printed).suggestedFilename()).toBe('register.pdf')

  await entry('Operator and DPO').click()
  await heading('Operator and data protection officer').waitFor()
  const operator = page.getByRole('form', { name: 'Who runs this server' })
  await operator.getByLabel('Organisation that runs it').fill('Exemple Télécom SAS')
  await operator.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. The notices say it from now on.').waitFor()
  await page.getByText('Exemple Télécom SAS runs this server.').first().waitFor()
  await expectFit(page)

  await entry('Public notice').click()
  await heading('Public notice').waitFor()
  await page.getByText('Contact: donnees@tilleuls.example.').waitFor()
  await page.getByRole('button', { name: 'What changed in version 2' }).click()
  const changes = page.getByRole('region', { name: 'Changes in version 2' })
  await changes.getByText('Contact: donnees@tilleuls.example.').waitFor()
  const address = await page
    .getByRole('link', { name: 'Open the public page' })
    .getAttribute('href')

  // Nobody in particular, on a phone, in French.
  const context = await life.browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  })
  const anybody = await context.newPage()
  const asked: string[] = []
  anybody.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const path = new URL(address ?? '', life.accord.url)
  path.search = ''
  await anybody.goto(path.href)
  await anybody.getByRole('heading', { name: /^Comment .* utilise les données/ }).waitFor()
  await anybody.getByText('Contact : donnees@tilleuls.example.').waitFor()
  await anybody.getByRole('link', { name: 'Versions précédentes et changements' }).click()
  await anybody.getByText('Supprimé').first().waitFor()
  expect(await context.cookies()).toEqual([])
  expect(asked).toEqual([path.pathname, `${path.pathname}/versions`])
  await context.close()
})
