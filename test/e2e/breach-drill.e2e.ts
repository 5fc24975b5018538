// On the screens: a breach is recorded, refused a letter, completed, and both letters are issued.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  // The clock of the screen is the browser's: the server must have the same.
  life = await ownerInBrowser({})
  page = life.page
}, 120_000)
afterAll(() => life?.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })

test('from discovery to both letters', { timeout: 120_000 }, async () => {
  const { accord } = life
  const [account] = accord.accounts
  const contact = { number: '+33639980521', fields: { lastName: 'Exemple' } }
  expect((await accord.call(account.token, 'POST', '/v1/contacts', contact)).status).toBe(201)
  const operator = {
    ...{ operatorName: 'Exemple Télécom SAS', operatorAddress: '1 rue des Exemples, Nantes' },
  }
  await page.goto(`${accord.url}${paths.breaches}`)
  await page.getByRole('heading', { name: 'No breach recorded' }).waitFor()
  await page.getByRole('link', { name: 'Record a breach', exact: true }).click()
  await page.getByLabel('Title').fill('Database copied from the server')
  await page.getByRole('combobox', { name: 'What happened' }).click()
  await page.getByRole('option', { name: 'Database copied, keys not' }).click()
  expect(await page.getByLabel('Confidentiality: somebody saw data').isChecked()).toBe(true)
  await page.getByRole('combobox', { name: 'Accounts concerned' }).click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await expectFit(page)
  await button('Save').click()

  await page.getByText(/^71 h 5\d min left to notify CNIL$/).waitFor({ timeout: 20_000 })
  await page.getByRole('link', { name: 'https://www.cnil.fr' }).waitFor()
  await page.getByText(/Address of the site on .* 2026 \(European Data Protection/).waitFor()
  await page.getByText(/^Measured: [4-9]\d\. Declared: \d+\. Missing: \d+\.$/).waitFor()
  const letters = page.getByRole('region', { name: 'Letters' })
  // Who writes is declared elsewhere: the way there stands beside what is missing.
  const declare = letters.getByRole('link', { name: 'Say who runs this server' })
  expect(await declare.getAttribute('href')).toBe(paths.operator)
  await accord.call(accord.owner.cookie, 'PUT', '/v1/operator', operator)
  await page.getByText(/^Before it can be closed: /).waitFor()
  await button('Letter to the authority: issue in French').click()
  await letters.getByText(/Not possible|cannot be done yet/).waitFor()
  await letters
    .getByText(/the likely consequences/)
    .first()
    .waitFor()

  await page.getByLabel('Facts').fill('A copy of the database was taken. The keys were elsewhere.')
  await page.getByLabel('Likely consequences').fill('The copy is unreadable without the keys.')
  await page.getByLabel('Measures taken').fill('Access closed, keys turned.')
  await page.getByLabel('Contact point').fill('dpo@exemple.example')
  await button('Save').click()
  await page.getByText('Saved. The version before is kept.').waitFor()
  expect(await letters.getByText('Nothing is missing.').count()).toBe(2)
  await button('Letter to the authority: issue in French').click()
  const history = page.getByRole('region', { name: 'History' })
  const download = page.waitForEvent('download')
  const issued = (name: string) => history.getByRole('link', { name, exact: true })
  await issued('Letter to the authority, French').click()
  expect((await download).suggestedFilename()).toBe('letter.html')
  const asPdf = page.waitForEvent('download')
  await issued('Letter to the authority, French, PDF').click()
  expect((await asPdf).suggestedFilename()).toBe('letter.pdf')
  await button('Letter to people: issue in English').click()
  await issued('Letter to people, English').waitFor()
  await button('Tell the accounts concerned').click()
  await page.getByText(/: Told on /).waitFor()
  await button('The authority was notified').click()
  await button('Yes, note it').click()
  await page.getByText(/^CNIL was notified in time, on /).waitFor()
  await expectFit(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFit(page)
  await page.goto(`${accord.url}${paths.ownBreaches}`)
  await page.getByRole('link', { name: 'Breach no. 1 of this server' }).waitFor()
  await expectFit(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByText('FR', { exact: true }).filter({ visible: true }).click()
  await page.getByRole('link', { name: 'Violation nº 1 de ce serveur' }).waitFor()
  await page.goto(`${accord.url}${paths.breaches}`)
  await page.getByRole('cell', { name: 'Autorité notifiée' }).waitFor()
  await expectFit(page)
})

test('an account judges what it was told, records a breach of its own, and sees its own time', {
  timeout: 120_000,
}, async () => {
  const { accord } = life
  await page.getByText('EN', { exact: true }).filter({ visible: true }).click()
  await page.goto(`${accord.url}${paths.ownBreaches}`)
  await page.getByRole('link', { name: 'Breach no. 1 of this server' }).click()
  await page.getByText(/^71 h 5\d min left to notify CNIL$/).waitFor({ timeout: 20_000 })
  await page.getByText(/Your 72 hours began when you were told/).waitFor()
  // The installation notified its authority: that is not the account’s own state.
  await page.getByText('State with them: Authority notified.').waitFor()
  await page.getByLabel('Why you judge it so').fill('The keys were not copied.')
  await page.getByRole('combobox', { name: 'Risk to people' }).click()
  await page.getByRole('option', { name: 'A risk to people is unlikely' }).click()
  await button('Save').click()
  await page.getByText('No time limit is running.').waitFor()
  await expectFit(page)

  await page.goto(`${accord.url}${paths.ownBreaches}`)
  await page.getByRole('link', { name: 'Record a breach of your own' }).click()
  await page.getByLabel('Title').fill('Laptop lost on a train')
  await page.getByRole('combobox', { name: 'What happened' }).click()
  await page.getByRole('option', { name: 'Lost laptop or export file' }).click()
  await page.getByLabel('Facts').fill('A laptop with an export was lost.')
  await page.getByLabel('Likely consequences').fill('Unwanted calls.')
  await page.getByLabel('Measures taken').fill('Access closed.')
  await page.getByLabel('Contact point').fill('dpo@exemple.example')
  await expectFit(page)
  await button('Save').click()
  await page.getByRole('heading', { name: 'Laptop lost on a train' }).waitFor({ timeout: 20_000 })
  const letters = page.getByRole('region', { name: 'Letters' })
  const declare = letters.getByRole('link', { name: /^Declare your address/ })
  expect(await declare.getAttribute('href')).toBe(paths.register)
  const address = { place: 'account', field: 'address', value: '2 rue des Tilleuls, Lyon' }
  await accord.call(accord.accounts[0].token, 'PUT', '/v1/register/declarations', address)
  await button('Count again').click()
  await letters.getByText('Nothing is missing.').first().waitFor()
  await button('Letter to the authority: issue in French').click()
  const history = page.getByRole('region', { name: 'History' })
  const letter = page.waitForEvent('download')
  await history.getByRole('link', { name: 'Letter to the authority, French', exact: true }).click()
  expect((await letter).suggestedFilename()).toBe('letter.html')
  // Pressed by mistake: the question names the breach, and a step is taken back with its reason.
  await button('The authority was notified').click()
  await page.getByText(/^Note on “Laptop lost on a train” that the authority/).waitFor()
  await button('Do not note it').click()
  await button('The authority was notified').click()
  await button('Yes, note it').click()
  await page.getByText(/^CNIL was notified in time, on /).waitFor()
  await history.getByRole('button', { name: 'Take back: Authority notified' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take this step back' })
  await dialog.getByLabel('Why this step is wrong').fill('Noted on the wrong breach.')
  await dialog.getByRole('button', { name: 'Take this step back' }).click()
  await page.getByText(/h \d+ min left to notify CNIL$/).waitFor()
  await history.getByText('Taken back: it no longer counts.').waitFor()
  await history.getByText('Noted on the wrong breach.').waitFor()
  await expectFit(page)
  await page.getByLabel('Note (way, reference)').fill('Online, file 1234')
  await button('The authority was notified').click()
  await button('Yes, note it').click()
  await page.getByText(/^CNIL was notified in time, on /).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFit(page)

  await page.goto(`${accord.url}${paths.ownBreaches}`)
  await page.getByRole('link', { name: 'Laptop lost on a train' }).waitFor()
  await expectFit(page)
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Spreadsheet (.ods)' }).click()
  expect((await file).suggestedFilename()).toBe('breaches.ods')
})
