// For whoever writes a program: the example of the API's page works as it stands, tokens have a
// page of their own, and the request log tells what a program asked.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const run = promisify(execFile)
let life: AccordInBrowser
let page: Page
let token = ''
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
  const rights = ['messages.send', 'messages.read']
  const made = await asked<{ secret: string }>(life.accord, 'POST', '/v1/tokens', {
    ...{ name: 'Caisse du marché', rights, days: 30 },
  })
  token = made.secret
}, 120_000)
afterAll(() => life?.close())

const link = (name: string) => page.getByRole('link', { name, exact: true })
const code = (starts: string) => page.locator('pre').filter({ hasText: starts })

test('the example of the page sends a message and reads its state', {
  timeout: 60_000,
}, async () => {
  await link('API').click()
  await code('export ACCORD=').waitFor()
  await expectFit(page)
  const shown = (await code('export ACCORD=').textContent()) ?? ''
  const read = (await code('?reference=').textContent()) ?? ''
  expect(shown).toContain('accord_your_token')
  const send = shown.replace('accord_your_token', token)
  const sent = await run('sh', ['-c', send])
  expect(JSON.parse(sent.stdout)).toMatchObject({ sender: 'SANDBOX', class: 'alert' })
  const names = send.split('\n').filter((line) => line.startsWith('export '))
  await eventually(async () => {
    const { stdout } = await run('sh', ['-c', [...names, read].join('\n')])
    const states = JSON.parse(stdout).items.map(({ state }: { state: string }) => state)
    return states.join() === 'delivered' ? true : null
  })
  // Twice is once: the key of the example is the same.
  const again = await run('sh', ['-c', send])
  expect(JSON.parse(again.stdout).id).toBe(JSON.parse(sent.stdout).id)
})

test('the sandbox is found from there, with the numbers that fail and the simulated phone', {
  timeout: 60_000,
}, async () => {
  await link('Sandbox: test numbers, and a simulated phone').click()
  await page.getByRole('row', { name: /\+33639980910 The operator refuses the number/ }).waitFor()
  await expectFit(page)
  const hours = page.getByRole('region', { name: 'Hours' })
  await hours.getByText(/^It reads the real time: /).waitFor()
  await hours.getByLabel('Hour that it is to read').fill('2027-03-02T21:30')
  await hours.getByRole('button', { name: 'Set the clock' }).click()
  await hours.getByText(/^It was set and reads .*2027/).waitFor()
  // The line above each screen says so too.
  await page
    .getByRole('note')
    .getByText(/Its clock was set/)
    .waitFor()
  await expectFit(page)
  await hours.getByRole('button', { name: 'Back to the real time' }).click()
  await hours.getByText(/^It reads the real time: /).waitFor()
  await page.getByRole('link', { name: 'Answer on the simulated phone' }).waitFor()
  await page.getByRole('region', { name: 'A simulated phone' }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Send yourself one' }).waitFor()
})

test('the reference tells each operation on one page, without a script, by day and by night', {
  timeout: 90_000,
}, async () => {
  await link('API').click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: /^All operations, with their fields/ }).click()
  const reference = await opened
  await reference.locator('h1', { hasText: 'Accord API reference' }).waitFor()
  expect(await reference.locator('script').count()).toBe(0)
  await reference.locator('nav a[href="#postMessages"]', { hasText: 'Send one message' }).click()
  const one = reference.locator('#postMessages')
  await one.getByText('Needs the right messages.send.').waitFor()
  await one.locator('th', { hasText: /^sender/ }).waitFor()
  await one.locator('li', { hasText: /^409/ }).waitFor()
  const command = (await one.locator('pre').first().textContent()) ?? ''
  expect(command).toContain('"$ACCORD/v1/messages"')
  // Its example works as it stands.
  const names = `export ACCORD=${life.accord.url}\nexport TOKEN=${token}\n`
  const sent = await run('sh', ['-c', names + command])
  expect(JSON.parse(sent.stdout)).toMatchObject({ sender: 'Tilleuls', class: 'alert' })
  for (const width of [390, 1280]) {
    await reference.setViewportSize({ width, height: 844 })
    const wider = await reference.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect([width, wider]).toEqual([width, 0])
  }
  // Every operation is made alike: one stands for all, in what takes a minute of them all.
  const html = await (await fetch(`${life.accord.url}/v1/reference`)).text()
  const part = (from: string, to: string) => {
    const start = html.indexOf(from)
    return html.slice(start, html.indexOf(to, start) + to.length)
  }
  const group = part('<h2 id="tag-messages"', '</h2>')
  const article = part('<article id="postMessages"', '</article>')
  const cut = `${part('<!doctype', '</header>')}<main id="operations">${group}${article}</main>`
  for (const colorScheme of ['light', 'dark'] as const) {
    await reference.emulateMedia({ colorScheme })
    await reference.setContent(cut)
    const { violations } = await new AxeBuilder({ page: reference }).analyze()
    const found = violations.map(({ id, nodes }) => [id, nodes[0]?.html])
    expect([colorScheme, found]).toEqual([colorScheme, []])
  }
  await reference.close()
})

test('the settings lead to the tokens, which stand in one place', { timeout: 60_000 }, async () => {
  await link('Settings').click()
  await page.getByRole('region', { name: 'API tokens' }).getByRole('link').click()
  await page.getByRole('row', { name: /Caisse du marché/ }).waitFor()
  await expectFit(page)
})

test('who may not make tokens reads the address of the API, and whom to ask', {
  timeout: 60_000,
}, async () => {
  const { other, leave } = await logInAs(life, 'viewer', 'fr-FR')
  await other.goto(`${life.accord.url}/api`)
  await other.getByText('Demandez-en un au propriétaire du compte.').waitFor()
  expect(await other.getByRole('link', { name: 'Jetons d’API', exact: true }).count()).toBe(0)
  await expectFit(other)
  await leave()
})

test('the account gets another name and zone, after it is said what changes', {
  timeout: 60_000,
}, async () => {
  await link('Settings').click()
  const form = page.getByRole('region', { name: 'Account', exact: true })
  await form.getByText('Change something first.').waitFor()
  await form.getByLabel('Name of the organisation').fill('')
  await form.getByText('Enter the name of the organisation.').waitFor()
  await form.getByLabel('Name of the organisation').fill('Boutique du Port')
  await form.getByRole('combobox', { name: 'Time zone' }).fill('reunion')
  await page.getByRole('option', { name: 'Indian/Reunion', exact: true }).click()
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await form.getByText(/A scheduled campaign and the next send of each series/).waitFor()
  await form.getByText(/The new name stands on forms/).waitFor()
  await expectFit(page)
  await form.getByRole('button', { name: 'Save these changes' }).click()
  await form.getByText('Saved.').waitFor()
  await page.reload()
  await expect
    .poll(() => form.getByLabel('Name of the organisation').inputValue())
    .toBe('Boutique du Port')
  const account = await asked(life.accord, 'GET', '/v1/account')
  expect(account).toMatchObject({ name: 'Boutique du Port', zone: 'Indian/Reunion' })
  await link('Journal').click()
  await page.getByRole('row', { name: /Settings of the account changed/ }).waitFor()
})

test('the request log tells what a program asked, narrowed by what stands in the address', {
  timeout: 90_000,
}, async () => {
  const authorization = `Bearer ${token}`
  await fetch(`${life.accord.url}/v1/contacts`, { headers: { authorization } })
  await fetch(`${life.accord.url}/v1/nothing/+33639980001`, { headers: { authorization } })
  await link('API tokens').click()
  await link('Requests of Caisse du marché').click()
  const row = (name: RegExp) => page.getByRole('row', { name })
  await row(/GET \/v1\/contacts .*Caisse du marché 403 .*http\.right_missing/).waitFor()
  await row(/GET Unknown address .*404/).waitFor()
  await row(/POST \/v1\/messages .* 202 .*was repeated/).waitFor()
  await expectFit(page)
  await page.getByRole('combobox', { name: 'Answer' }).click()
  await page.getByRole('option', { name: /^400 to 499/ }).click()
  await row(/POST \/v1\/messages .*was repeated/).waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Path' }).click()
  await page.getByRole('option', { name: '/v1/contacts', exact: true }).click()
  await row(/Unknown address/).waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('status')).toBe('4xx')
  await page.reload()
  await row(/GET \/v1\/contacts/).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectFit(page)
  await page.goto(`${page.url().split('?')[0]}?path=/v1/links`)
  await page.getByText('No request fits', { exact: true }).waitFor()
})
