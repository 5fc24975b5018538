// Who reads and decides: the journal by name, sort and person; who did not agree; campaigns.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'
import { asked, type Method } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
beforeAll(async () => {
  life = await ownerInBrowser()
}, 120_000)
afterAll(() => life?.close())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(life.accord, method, path, body)

/** Two who said nothing that proves a yes, and one of whom the file says no. */
async function imported(): Promise<{ importId: string; listId: string }> {
  const { accord } = life
  const bytes = 'Portable;Accord\r\n0639981901;oui\r\n0639981902;oui\r\n0639981903;non'
  const file = { name: 'caisse-mars.csv', bytes }
  const token = accord.accounts[0].token
  const { id } = (await accord.upload<{ id: string }>(token, '/v1/imports', file)).body
  type View = { state: string; listId: string }
  const is = (state: string) => async () => {
    const view = await ask<View>('GET', `/v1/imports/${id}`)
    return view.state === state ? view : null
  }
  await eventually(is('analysed'))
  const columns = ['number', 'consent_given'].map((field, index) => ({ index, field }))
  await ask('POST', `/v1/imports/${id}/mapping`, { columns, listName: 'Clients' })
  const { listId } = await eventually(is('done'))
  return { importId: id, listId }
}

test('who reads finds whom and what each entry is about, and goes there', {
  timeout: 180_000,
}, async () => {
  const { importId, listId } = await imported()
  type Found = { contact: { id: string } | null }
  const of = async (number: string) =>
    (await ask<Found>('POST', '/v1/contacts/search', { number })).contact?.id ?? ''
  const [stays, goes] = [await of('+33639981901'), await of('+33639981902')]
  for (const id of [stays, goes]) {
    await ask('POST', `/v1/contacts/${id}/reveal`, { reason: 'A parcel came back' })
  }
  await ask('DELETE', `/v1/contacts/${goes}`)
  await ask('PATCH', `/v1/lists/${listId}`, { name: 'Clients de mars' })
  const campaign = { class: 'marketing', purpose: 'offers', sender: 'Tilleuls', listId }
  await ask('POST', '/v1/campaigns', { ...campaign, name: 'Avent', text: 'Boutique : -20 %.' })
  const { other, leave } = await logInAs(life, 'dpo')
  const to = (path: string) => other.goto(`${life.accord.url}${path}`)

  await to(paths.journal)
  await other.getByRole('link', { name: 'List “Clients de mars”' }).waitFor()
  await other.getByText('A person who was erased').first().waitFor()
  await expectFit(other)
  await other.getByRole('combobox', { name: 'Sort of entry' }).click()
  await other.getByRole('option', { name: 'Data viewed in clear' }).click()
  await other.getByText('List “Clients de mars”').waitFor({ state: 'detached' })
  await other.getByRole('link', { name: 'Person +33 6 ** ** ** 01' }).first().click()
  await other.getByRole('link', { name: 'Their entries in the journal' }).click()
  await other.getByText('Only entries about +33 6 ** ** ** 01.').waitFor()
  await other.getByText('A parcel came back').waitFor()
  expect(await other.getByText('A person who was erased').count()).toBe(0)
  expect(await other.locator('main').textContent()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  await other.getByRole('button', { name: 'Show everybody’s' }).click()
  await other.getByText('A person who was erased').first().waitFor()

  // Who did not agree is not to be proven, here as in the result of the import.
  await to(paths.quarantine)
  await other.getByRole('heading', { name: 'Did not agree', exact: true }).waitFor()
  await other.getByText('Nothing is to be proven here').waitFor()
  await expectFit(other)
  await to(paths.contactsOf(listId))
  await other.getByText('Did not agree', { exact: true }).first().waitFor()

  // A campaign can be read, and nothing of it changed.
  await to(paths.campaigns)
  await other.getByRole('link', { name: 'Avent' }).first().click()
  await other.getByText('Boutique : -20 %.', { exact: true }).waitFor()
  await other.getByRole('heading', { name: 'Check sheet' }).waitFor()
  for (const name of ['Change', 'Duplicate', 'Approve', 'Delete']) {
    expect([name, await other.getByRole('button', { name }).count()]).toEqual([name, 0])
  }
  await expectFit(other)
  await leave()
  await life.page.goto(`${life.accord.url}${paths.import(importId)}`)
  await life.page.getByText('Did not agree: no marketing').first().waitFor()
})
