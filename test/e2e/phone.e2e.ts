// On a telephone, in French: filters are folded until they are asked for, and the columns of a file
// and the rows of tables stand as blocks below each other, so that nothing scrolls sideways.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
  sendAlert,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let page: Page
let leave: () => Promise<void>
beforeAll(async () => {
  life = await ownerInBrowser()
  const administrator = await logInAs(life, 'owner', 'fr-FR')
  page = administrator.other
  leave = administrator.leave
  await page.setViewportSize({ width: 390, height: 844 })
}, 120_000)
afterAll(async () => {
  await leave?.()
  await life?.close()
})

const inBothSchemes = async (look: () => Promise<void>) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await look()
    await expectFit(page)
  }
}

test('contacts begin on the first screen, and their filters open where they are', {
  timeout: 60_000,
}, async () => {
  await asked(life.accord, 'POST', '/v1/contacts', { number: '+33639980078', fields: {} })
  await page.goto(`${life.accord.url}${paths.contacts}`)
  const first = page.getByRole('link', { name: /^Ouvrir \+33/ })
  await first.waitFor({ timeout: 20_000 })
  await inBothSchemes(async () => {
    const box = await first.boundingBox()
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThan(844)
  })
  const list = page.getByRole('combobox', { name: 'Liste' })
  expect(await list.isVisible()).toBe(false)
  await page.getByText('Filtres', { exact: true }).click()
  await list.waitFor()
  await page.getByRole('combobox', { name: 'Provenance' }).click()
  await page.getByRole('option', { name: 'Un import', exact: true }).click()
  await page.getByText('Filtres (choisis : 1)', { exact: true }).waitFor()
  // A filter that is set stays in sight, and the focus stays where the screen is turned.
  await page.reload()
  await list.waitFor()
  await list.focus()
  const isFocused = () => list.evaluate((one) => one.matches(':focus'))
  for (const [width, height] of [
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.getByText('Filtres (choisis : 1)', { exact: true }).waitFor({
      state: width > 768 ? 'hidden' : 'visible',
    })
    expect(await isFocused()).toBe(true)
  }
  await page.getByRole('button', { name: 'Effacer les filtres' }).click()
  await page.getByText('Filtres', { exact: true }).waitFor()
  // The order leaves nobody out, and is no filter.
  await page.getByRole('combobox', { name: 'Ordre' }).click()
  await page.getByRole('option').last().click()
  await page.waitForURL(/sort=changed/)
  await page.getByText('Filtres', { exact: true }).waitFor()
})

test('a search by name stays open with its end in sight, also where the screen is turned', {
  timeout: 60_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.contacts}`)
  const search = page.getByRole('search', { name: 'Chercher par nom' })
  const stop = search.getByRole('button', { name: 'Fermer la recherche' })
  await search.locator('summary').click()
  await search.getByRole('textbox').fill('zoé')
  await search.getByRole('textbox').press('Enter')
  await stop.waitFor()
  await page.setViewportSize({ width: 844, height: 390 })
  await search.locator('summary').waitFor({ state: 'hidden' })
  expect(await search.getByRole('textbox').inputValue()).toBe('zoé')
  await page.setViewportSize({ width: 390, height: 844 })
  await search.locator('summary').waitFor()
  await stop.click()
  await stop.waitFor({ state: 'detached' })
})

test('the columns of a file that ask for an opinion fit into the width', {
  timeout: 60_000,
}, async () => {
  const { accord } = life
  const bytes = [
    'Nom;Portable;Groupe sanguin;Religion;Consentement SMS',
    'Exemple;0639980079;O+;Catholique;oui',
    'Modèle;0639980080;A-;Protestante;non',
  ].join('\n')
  const file = { name: 'adherents.csv', bytes: `${bytes}\n` }
  const token = accord.accounts[0].token
  const { id } = (await accord.upload<{ id: string }>(token, '/v1/imports', file)).body
  await eventually(async () => {
    const { state } = await asked<{ state: string }>(accord, 'GET', `/v1/imports/${id}`)
    return state === 'received' ? null : state
  })
  await page.goto(`${accord.url}${paths.import(id)}`)
  const columns = page.getByRole('table').filter({ hasText: 'Groupe sanguin' }).last()
  await columns.waitFor({ timeout: 20_000 })
  await inBothSchemes(async () => {
    const frame = columns.locator('xpath=..')
    expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
  })
  const row = columns.getByRole('row').filter({ hasText: 'Groupe sanguin' })
  expect(await row.getByRole('cell').count()).toBe(5)
})

const post = (path: string, body: unknown): Promise<{ id: string }> =>
  asked<{ id: string }>(life.accord, 'POST', path, body)
const campaign = async (): Promise<void> => {
  const { id: listId } = await post('/v1/lists', { name: 'Abonnés de la lettre du marché' })
  const text = 'Boutique : -20 % jusqu’à dimanche.'
  const chosen = { class: 'marketing', purpose: 'offers', sender: 'Tilleuls', listId, text }
  await post('/v1/campaigns', { ...chosen, name: 'Avent' })
}
const hook = { url: 'https://crm.tilleuls.example/accord', events: ['message.delivered'] }
const template = { name: 'Rappel', class: 'alert', text: 'Votre rendez-vous est demain.' }

/** What is there for each to show, made before it is looked at. */
const tables: readonly [string, string, () => Promise<unknown>][] = [
  ['journal', paths.journal, async () => undefined],
  ['lists', paths.lists, () => post('/v1/lists', { name: 'Clients de la boutique du centre' })],
  [
    'imports',
    paths.imports,
    () =>
      life.accord.upload(life.accord.accounts[0].token, '/v1/imports', {
        ...{ name: 'clients-de-la-caisse-de-mars-2026.csv', bytes: 'Portable\n0639980081\n' },
      }),
  ],
  ['messages', paths.messages, () => sendAlert(life)],
  ['contacts', paths.contacts, async () => undefined],
  ['campaigns', paths.campaigns, campaign],
  ['templates', paths.templates, () => post('/v1/templates', template)],
  ['webhooks', paths.webhooks, () => post('/v1/webhooks', hook)],
]

test.each(tables)(
  '%s: each row is a block with what matters first and its buttons in sight',
  {
    timeout: 60_000,
  },
  async (_, path, make) => {
    await make()
    await page.goto(`${life.accord.url}${path}`)
    const table = page.getByRole('table').first()
    await table.getByRole('cell').first().waitFor({ timeout: 20_000 })
    await inBothSchemes(async () => {
      const frame = table.locator('xpath=..')
      expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(
        0,
      )
      expect(await frame.getAttribute('data-scrolls')).toBeNull()
      for (const act of await table.locator('a, button').all()) {
        const { x = -1, width = 0 } = (await act.boundingBox()) ?? {}
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(390)
      }
    })
    // To a screen reader it is the table that it is on a wide screen.
    const row = table.getByRole('row').nth(1)
    const columns = table.getByRole('row').first().locator('> *')
    expect(await row.locator('> [role=cell]').count()).toBe(await columns.count())
    // A name of a column with nothing beside it says nothing.
    for (const empty of await table.locator('[role=cell]:empty').all()) {
      expect(await empty.isVisible()).toBe(false)
    }
    const tops = await row
      .locator('> [role=cell]:not(:empty)')
      .evaluateAll((cells) =>
        cells.map((cell) => [cell.hasAttribute('data-leads'), cell.getBoundingClientRect().top]),
      )
    const [first] = tops.sort(([, one], [, other]) => Number(one) - Number(other))
    expect(first?.[0]).toBe(true)
  },
)

test('the buttons of a list are reached by the keyboard, one after the other', async () => {
  await page.goto(`${life.accord.url}${paths.lists}`)
  const row = page.getByRole('row').filter({ hasText: 'Clients de la boutique du centre' })
  await row.getByRole('link', { name: 'Clients de la boutique du centre', exact: true }).focus()
  for (const act of ['button', 'link'] as const) {
    await page.keyboard.press('Tab')
    const focused = row.locator(':focus')
    expect(await focused.evaluate((one) => one.tagName)).toBe(act === 'button' ? 'BUTTON' : 'A')
    expect(await focused.isVisible()).toBe(true)
  }
})
