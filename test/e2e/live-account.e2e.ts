// In a browser, by screens alone: staff lead a route to an operator made with the npm package
// `smpp`, open a live account and approve its sender;
// its owner sends a message and sees it delivered.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  accordInBrowser,
  expectFit as expectFitNow,
  logIn,
} from '../support/browser-life.ts'
import { testOfMatrix } from '../support/screens.ts'
import { type TheirOperator, theirOperator } from '../support/their-operator.ts'
import { type TheirWebOperator, theirWebOperator } from '../support/their-web-operator.ts'

let operator: TheirOperator
let webOperator: TheirWebOperator
let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  operator = await theirOperator({ user: 'lumen', password: 'p@ss/w?rd' })
  webOperator = await theirWebOperator('key-4512')
  life = await accordInBrowser({
    startsAt: '2026-11-25T10:00:00+01:00',
    // The operator of this test stands on this machine: the configuration has to name it.
    environment: { ACCORD_PRIVATE_NETWORKS: '127.0.0.1' },
  })
  page = life.page
  await logIn(page, life.accord)
}, 120_000)
afterAll(async () => {
  await life?.close()
  await operator?.close()
  await webOperator?.close()
})

/** What lies under the mouse looks as it does for a moment only. */
async function expectFit(on: Page): Promise<void> {
  await on.mouse.move(0, 0)
  await expectFitNow(on)
}
const button = (name: string | RegExp, on = page) =>
  on.getByRole('button', { name, exact: typeof name === 'string' })
const entry = (name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { level: 1, name })
const region = (name: string | RegExp) => page.getByRole('region', { name })
const choose = async (label: string, option: string, on = page) => {
  await on.getByRole('combobox', { name: label }).click()
  await on.getByRole('option', { name: option, exact: true }).click()
}

test('staff add a supplier, its contract and a route, test it, and open it', {
  timeout: 180_000,
}, async () => {
  await entry('Routes')
  await heading('Routes').waitFor()
  await page.getByRole('link', { name: 'Add a route' }).click()
  await heading('Add a route').waitFor()

  const first = region('Step 1 of 5: Supplier')
  await choose('Choose a supplier', 'A new supplier')
  await first.getByRole('textbox', { name: 'Name of the company' }).fill('Opérateur Exemple SAS')
  await button('Add a supplier').click()
  await first.getByText('Done', { exact: true }).waitFor()

  const second = region('Step 2 of 5: Contract')
  await second.getByRole('textbox', { name: 'Reference of the contract' }).fill('DPA-2026-014')
  // Without what article 28 asks for the contract is kept, and data goes nowhere yet.
  // The clock of this test is not the browser's.
  await second.getByLabel('In force from').fill('2026-01-05')
  await button('Record the contract').click()
  await second.getByText('Contract incomplete').waitFor()
  await expectFit(page)
  await second.getByRole('textbox', { name: 'Reference of the contract' }).fill('DPA-2026-015')
  await second.getByLabel('In force from').fill('2026-01-05')
  await second.getByRole('button', { name: 'It says all of this' }).click()
  await button('Record the contract').click()
  await second.getByText('A contract is in force.').waitFor()

  const third = region('Step 3 of 5: Address')
  await third.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await third.getByRole('textbox', { name: 'Port' }).fill(String(operator.port))
  await third.getByRole('textbox', { name: 'User (system id)' }).fill('lumen')
  await third.getByRole('textbox', { name: 'Password' }).fill('p@ss/w?rd')
  await third.getByRole('textbox', { name: /^How people say stop/ }).fill('STOP au 36111')
  await third.getByRole('textbox', { name: /^Short number/ }).fill('36111')
  await expectFit(page)
  await button('Save the address').click()
  await third.getByText(`127.0.0.1:${operator.port}`).waitFor()

  const fourth = region('Step 4 of 5: Test message')
  await fourth.getByRole('textbox', { name: 'Mobile number of yours' }).fill('+33 6 12 34 56 78')
  await fourth.getByRole('textbox', { name: 'Sender shown on the telephone' }).fill('LUMEN')
  await button('Send the test message').click()
  await fourth.getByText('The operator took it').waitFor({ timeout: 30_000 })
  expect(operator.taken).toMatchObject([{ from: 'LUMEN', to: '33612345678' }])
  await expectFit(page)

  // Whoever comes back later finds all that is done.
  await page.reload()
  await button('Open the route').click()
  await page.getByText('The route is open.').waitFor()
  expect(await page.content()).not.toContain('p@ss/w?rd')
  await page.getByRole('link', { name: 'See the route' }).click()
  await region('Now').getByText('Open', { exact: true }).waitFor({ timeout: 30_000 })
  await expectFit(page)
})

test('staff add a route that is asked by HTTP, with its authority’s certificate, and change it', {
  timeout: 180_000,
}, async () => {
  await entry('Routes')
  await page.getByRole('link', { name: 'Add a route' }).click()
  await choose('Choose a supplier', 'Opérateur Exemple SAS')
  await button('Go on').click()
  const third = region('Step 3 of 5: Address')
  const type = (name: string | RegExp, text: string, on = third) =>
    on.getByRole('textbox', { name, exact: typeof name === 'string' }).fill(text)
  await type('Name of the route, for your own screens', 'Par le web')
  await third.getByRole('radio', { name: /^By HTTP/ }).check()
  await type('Address of its service', `https://127.0.0.1:${webOperator.port}/v1/messages`)
  await type('Header that holds the key', 'X-Api-Key')
  await type('The key, as the header holds it', 'key-4512')
  await button('Make a secret').click()
  await third.getByText(/^Copy it for the operator now/).waitFor()
  const body = 'What is sent for each message (JSON)'
  await type(body, '{"to": {to}}')
  await third.getByText(/^What is sent is not valid JSON/).waitFor()
  expect(await button('Save the address').isDisabled()).toBe(true)
  await type(body, '{"recipient": "{to}", "from": "{from}", "text": "{text}", "plan": "gold"}')
  await choose('How a number is written', 'Digits alone: 33639980001')
  await type('Path of the message ID', 'messages.0.id')
  await type('Path of the result', 'messages.0.status')
  await type('Results that mean “accepted”', '0')
  await type('Path of the message ID in a receipt', 'id')
  await type('Path of the state in a receipt', 'state')
  await third.getByRole('checkbox', { name: /^It reaches nobody/ }).check()
  await third.getByText(/^Advanced/).click()
  await type('Certificate of the operator’s own authority', webOperator.authority)
  await type('Name on the operator’s certificate', webOperator.name)
  await third.getByRole('checkbox', { name: 'Turkish' }).check()
  await type('Parts a second in the name of each sender', '0,5')
  await expectFit(page)
  await button('Save the address').click()
  await third.getByText('Address for delivery receipts').waitFor()
  await third.getByText(/\/v1\/routes\/.+\/receipts$/).waitFor()

  const fourth = region('Step 4 of 5: Test message')
  await type('Mobile number of yours', '+33 6 39 98 00 01', fourth)
  await type('Sender shown on the telephone', 'LUMEN', fourth)
  await button('Send the test message').click()
  await fourth.getByText('The operator took it').waitFor({ timeout: 30_000 })
  expect(webOperator.taken).toMatchObject([
    { recipient: '33639980001', from: 'LUMEN', plan: 'gold' },
  ])
  await button('Open the route').click()
  await page.getByRole('link', { name: 'See the route' }).click()
  await region('Now').getByText('Open', { exact: true }).waitFor({ timeout: 30_000 })
  await region('Now')
    .getByText(/By HTTP/)
    .waitFor()

  // What is set is shown, but for what may be a key.
  const advanced = region('Advanced')
  const certificate = advanced.getByRole('textbox', { name: /^Certificate of the operator/ })
  expect(await certificate.inputValue()).toContain('BEGIN CERTIFICATE')
  expect(await advanced.getByRole('checkbox', { name: 'Turkish' }).isChecked()).toBe(true)
  await type('Parts a second in the name of each sender', 'many', advanced)
  await advanced.getByText('Write a number, such as 10 or 0.5.').waitFor()
  await type('Parts a second in the name of each sender', '2', advanced)
  await advanced.getByRole('button', { name: 'Save the advanced settings' }).click()
  await advanced.getByText('Saved.').waitFor()

  const asked = region('HTTP settings')
  await asked.locator('summary').click()
  const shown = asked.getByRole('textbox', { name: body })
  expect(await shown.inputValue()).toContain('"plan": "…"')
  await type('The key, as the header holds it', 'key-4512', asked)
  await asked.getByRole('button', { name: 'Make a secret' }).click()
  const save = asked.getByRole('button', { name: 'Save the HTTP settings' })
  await asked.getByText(/^Replace “…” with your own values/).waitFor()
  expect(await save.isDisabled()).toBe(true)
  await expectFit(page)
  await shown.fill('{"recipient": "{to}", "from": "{from}", "text": "{text}", "plan": "silver"}')
  await save.click()
  await asked.getByText('Saved.').waitFor()
  const trial = region('Test message')
  await type('Mobile number of yours', '+33 6 39 98 00 01', trial)
  await type('Sender shown on the telephone', 'LUMEN', trial)
  await button('Send the test message').click()
  await trial.getByText('The operator took it').waitFor({ timeout: 30_000 })
  expect(webOperator.taken[1]).toMatchObject({ plan: 'silver' })
  expect(await page.content()).not.toContain('key-4512')
})

test('staff open a live account and approve the sender that it asks for', {
  timeout: 120_000,
}, async () => {
  await entry('Accounts')
  const opening = region('Open an account')
  await opening.getByRole('textbox', { name: 'Name of the organisation' }).fill('Maison des Lilas')
  await opening.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'English', exact: true }).click()
  await opening.getByRole('textbox', { name: 'Name of the owner' }).fill('Dominique Modèle')
  const email = opening.getByRole('textbox', { name: 'E-mail address of the owner' })
  await email.fill('dominique@example.org')
  await expectFit(page)
  await button('Open an account').click()
  // Whoever opened it gives the link and does not belong to it.
  await opening.getByText(/^Give this link to dominique@example\.org/).waitFor()
  const wrong = await opening.getByText(/\/join#/).textContent()
  await opening.getByRole('link', { name: 'See the page of Maison des Lilas' }).click()
  await heading('Maison des Lilas').waitFor()
  const standing = region('Standing')
  await standing.getByText('Live', { exact: true }).waitFor()
  await standing.getByText('You are not one of its people, so you cannot go into it.').waitFor()
  const first = region('First owner')
  await first.getByText(/An invitation waits for the answer of dominique@example\.org/).waitFor()
  await expectFit(page)

  // The e-mail may have been wrong: another invitation, and the first link opens nothing any more.
  await first.getByRole('textbox', { name: 'Name of the owner' }).fill('Dominique Modèle')
  await first
    .getByRole('textbox', { name: 'E-mail address of the owner' })
    .fill('dominique.modele@example.org')
  await button('Invite the owner', page).click()
  await first.getByText(/^Give this link to dominique\.modele@example\.org/).waitFor()
  const link = await first.getByText(/\/join#/).textContent()
  expect(link).not.toBe(wrong)

  const other = await owner(link ?? '')
  await other.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).click()
  await other.getByLabel('Sender name').fill('AMELI')
  await other
    .getByLabel('Your right to this name: brand, trade name, mandate')
    .fill('Mandat du 3 mars 2026')
  await button('Request this sender', other).click()
  await other.getByText('Waiting for approval').waitFor()

  // Staff are told of it wherever they are.
  await page.goto(life.accord.url)
  await page.getByRole('navigation').getByText('1 to decide').waitFor({ state: 'attached' })
  await button(/^Notifications, unread/).click()
  const bell = page.getByRole('dialog', { name: 'Notifications' })
  await bell.getByRole('link', { name: 'Unread. Sender name to decide' }).waitFor()
  await bell.getByText(/asks for the sender name “AMELI”/).waitFor()
  await page.keyboard.press('Escape')
  const waits = region('What waits for you')
  await waits.getByRole('link', { name: '1 sender name to decide' }).click()
  await heading('Moderation').waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'AMELI' })
  await row.getByRole('link', { name: 'Maison des Lilas' }).waitFor()
  await row.getByText(/Mandat du 3 mars 2026/).waitFor()
  await expectFit(page)
  await row.getByRole('button', { name: 'Approve AMELI' }).click()
  await page.getByText('Nothing waits for you').waitFor()
})

/** The page of the account's owner, once they have joined. */
let ownersPage: Page | null = null
async function owner(link: string): Promise<Page> {
  if (ownersPage !== null) return ownersPage
  const context = await life.browser.newContext({ locale: 'en-GB' })
  ownersPage = await context.newPage()
  await ownersPage.goto(link)
  await ownersPage.getByRole('textbox', { name: 'Password' }).fill('un hiver sans neige')
  await button('Accept', ownersPage).click()
  await heading('Welcome, Dominique Modèle', ownersPage).waitFor()
  // What concerns the installation is not shown to them.
  const navigation = ownersPage.getByRole('navigation')
  expect(await navigation.getByRole('link', { name: 'Moderation' }).count()).toBe(0)
  return ownersPage
}

test('its owner sends a message and sees it delivered, with its receipt', {
  timeout: 180_000,
}, async () => {
  const other = await owner('')
  const go = (name: string) =>
    other.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await go('Import contacts')
  const chooser = other.waitForEvent('filechooser')
  await button('Choose a file', other).click()
  await (await chooser).setFiles({
    name: 'clients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Nom;Portable\r\nExemple;06 12 34 56 78\r\n', 'utf8'),
  })
  await button('Analyse this file', other).click()
  await button('Import', other).click({ timeout: 60_000 })
  await other.getByRole('heading', { name: 'Result, row by row' }).waitFor({ timeout: 60_000 })
  await other.getByRole('link', { name: 'Prepare a campaign for this list' }).click()
  await other.getByRole('textbox', { name: /^Name/ }).fill('Commande prête')
  await other.getByRole('radio', { name: 'Alert' }).check()
  await other.getByRole('combobox', { name: 'Legal basis of this alert' }).click()
  await other.getByRole('option', { name: 'Contract, or a service they asked for' }).click()
  await other.getByRole('combobox', { name: 'Sender shown on the phone' }).fill('AMELI')
  await other
    .getByRole('textbox', { name: /^Text/ })
    .fill('Votre commande 4512 est prête. Retrait avant samedi.')
  await button('Save and view the check sheet', other).click()
  await button('Approve this sheet', other).click()
  await other.getByText('Approved', { exact: true }).waitFor()
  await button('Launch', other).click()
  await other.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 })
  await other.getByRole('link', { name: 'View the messages' }).click()
  await other.getByText('Delivered').first().waitFor({ timeout: 30_000 })
  await other
    .getByRole('link', { name: /\+33 6/ })
    .first()
    .click()
  await heading('History of this message', other).waitFor()
  await other.getByText('Delivered').first().waitFor()
  await expectFit(other)
  expect(operator.taken.slice(1)).toEqual([
    {
      from: 'AMELI',
      to: '33612345678',
      text: 'Votre commande 4512 est prête. Retrait avant samedi.',
    },
  ])
})

test('staff are told of a route that goes down, and that it is back', {
  timeout: 180_000,
}, async () => {
  const { port } = operator
  await page.goto(`${life.accord.url}${paths.notifications}`)
  await heading('Notifications').waitFor()
  const told = (sentence: RegExp) => page.getByText(sentence).first()
  const reads = async (sentence: RegExp) => {
    // What is told stands on the page with its next look, or when it is loaded again.
    await expect
      .poll(
        async () => {
          await page.reload()
          await heading('Notifications').waitFor()
          return told(sentence).isVisible()
        },
        { timeout: 80_000, interval: 3_000 },
      )
      .toBe(true)
  }
  await operator.close()
  await page.goto(`${life.accord.url}${paths.routes}`)
  await page.getByRole('row', { name: /Opérateur Exemple SAS Not connected/ }).waitFor()
  life.accord.letPass(61_000)
  await page.goto(`${life.accord.url}${paths.notifications}`)
  await reads(/^The route “Opérateur Exemple SAS” has been down for a minute/)
  await expectFit(page)
  await page.getByRole('link', { name: /Route down, or back/ }).click()
  await heading('Opérateur Exemple SAS').waitFor()
  operator = await theirOperator({ user: 'lumen', password: 'p@ss/w?rd', port })
  await region('Now').getByText('Open', { exact: true }).waitFor({ timeout: 60_000 })
  life.accord.letPass(61_000)
  await page.goto(`${life.accord.url}${paths.notifications}`)
  await reads(/^The route “Opérateur Exemple SAS” is back/)
})

test('the account is suspended and let go on; prices, suppliers and health say how things stand', {
  timeout: 120_000,
}, async () => {
  await entry('Accounts')
  await page.getByRole('link', { name: 'Maison des Lilas' }).click()
  const standing = region('Standing')
  await button('Suspend').click()
  const dialog = page.getByRole('dialog', { name: 'Suspend Maison des Lilas?' })
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('Plaintes de destinataires')
  await dialog.getByRole('button', { name: 'Suspend this account' }).click()
  await standing.getByText(/^Suspended since/).waitFor()
  await expectFit(page)
  await entry('Moderation')
  await region('Suspended accounts').getByRole('link', { name: 'Maison des Lilas' }).waitFor()
  // The list of accounts finds it by its name and by how it stands, and so does the search.
  await entry('Accounts')
  const filters = region('Filters')
  await filters.getByRole('textbox', { name: 'Name contains' }).fill('école')
  await page.getByRole('link', { name: 'Maison des Lilas' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'École du Port' }).waitFor()
  await choose('Suspended or not', 'Suspended alone')
  await page.getByText('No account fits').waitFor()
  await filters.getByRole('textbox', { name: 'Name contains' }).fill('lilas')
  await page.getByRole('link', { name: 'Maison des Lilas' }).waitFor()
  await expectFit(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('lilas')
  const found = page.getByRole('listbox').getByRole('group', { name: 'Accounts' })
  await found.getByRole('option', { name: /Maison des Lilas/ }).click()
  await heading('Maison des Lilas').waitFor()
  await button('End the suspension').click()
  await button('Let it send again').click()
  await standing.getByText(/^Suspended since/).waitFor({ state: 'detached' })

  await entry('Prices')
  // The account's own screen, which has prices too, stays until this one has come.
  await page.getByRole('heading', { level: 1, name: 'Prices' }).waitFor()
  await page.getByRole('textbox', { name: 'Euros a part' }).fill('0,05x')
  await page.getByText('Write a number of euros from 0 to 10, such as 0.045.').waitFor()
  await page.getByRole('textbox', { name: 'Euros a part' }).fill('0,052')
  await button('Save the price').click()
  const line = page.getByRole('row', { name: /France €0.052 Usual price/ })
  await line.getByRole('button', { name: 'Take away the price for France' }).click()
  await page.getByRole('row', { name: /France €0.045 Starting value/ }).waitFor()
  await expectFit(page)

  await entry('Health')
  await page.getByText('All routes are open.').waitFor()
  await page.getByRole('row', { name: /Opérateur Exemple SAS Open\s*0 0/ }).waitFor()
  await expectFit(page)

  await entry('Suppliers')
  const supplier = region('Opérateur Exemple SAS')
  await supplier.getByText('Contract in force').waitFor()
  await supplier.getByText('Data is processed on our documented instructions alone').waitFor()
  await expectFit(page)
  await button('End contract DPA-2026-015').click()
  await button('End it now').click()
  await supplier.getByText('Contract incomplete').waitFor()
  await entry('Routes')
  const closed = page.getByRole('row', { name: /Opérateur Exemple SAS Closed/ })
  await closed.getByText('The supplier’s contract is incomplete (GDPR, article 28)').waitFor()
  await expectFit(page)
})

testOfMatrix(
  'the wizard and the moderation speak French, on a telephone too',
  {
    timeout: 120_000,
  },
  async () => {
    await page.getByRole('radiogroup', { name: 'Language' }).getByText('FR').click()
    await heading('Routes').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('link', { name: 'Ajouter une route' }).click()
    await heading('Ajouter une route').waitFor()
    await choose('Choisir un fournisseur', 'Opérateur Exemple SAS')
    await button('Continuer').click()
    // Its contract was ended above: what the other one lacks is said, and the next step waits.
    const second = region('Étape 2 sur 5 : Contrat')
    await second.getByText('Contrat incomplet').waitFor()
    await second.getByText('Nous pouvons l’auditer').first().waitFor()
    await region('Étape 3 sur 5 : Adresse').getByText('Vient après l’étape précédente.').waitFor()
    await expectFit(page)
    await page.goto(`${life.accord.url}${paths.routes}`)
    await page.getByRole('link', { name: 'Par le web' }).click()
    await region('Maintenant')
      .getByText(/Par HTTP/)
      .waitFor()
    await page.getByText('Changer les réglages HTTP').click()
    await page.getByText('Chemin du résultat').waitFor()
    await expectFit(page)
    await page.goto(`${life.accord.url}${paths.moderation}`)
    await page.getByText('Rien ne vous attend').waitFor()
    await page.getByText('Aucun compte n’est suspendu.').waitFor()
    await expectFit(page)
  },
)
