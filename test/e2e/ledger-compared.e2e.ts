// In a browser: whether the database says what the ledger says is shown, with what to do; an
// administrator repairs it, and somebody who may not is told whom to ask.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  expectFit,
  logInAs,
  ownerInBrowser,
} from '../support/browser-life.ts'
import { asked } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let page: Page
beforeAll(async () => {
  life = await ownerInBrowser()
  page = life.page
  await asked(life.accord, 'POST', '/v1/objections', { number: '+33639980931' })
}, 120_000)
afterAll(() => life?.close())

/** As somebody does who has the database and not the keys. */
const objectionLost = () =>
  withClient(
    {
      host: join(life.accord.config.dataFolder, 'run'),
      port: 5432,
      database: 'accord',
      ssl: false,
    },
    { user: superuser },
    async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query('delete from consent.suppression')
    },
  )

/** What one finds is told of the moment in which it began. */
const settled = () =>
  eventually(async () => {
    type Comparison = { isRunning: boolean }
    const { isRunning } = await asked<Comparison>(life.accord, 'GET', '/v1/ledger/comparison')
    return isRunning ? null : true
  })

const button = (name: string) => page.getByRole('button', { name, exact: true })

test('a data protection officer reads it, and whom to ask for the repair', {
  timeout: 120_000,
}, async () => {
  const { other, leave } = await logInAs(life, 'dpo', 'fr-FR')
  await other.goto(`${life.accord.url}${paths.proofs}`)
  const section = other.getByRole('region', { name: 'Comparaison avec la base' })
  await section.getByText('Rien n’a encore été comparé.').waitFor()
  await section.getByRole('button', { name: 'Comparer maintenant' }).click()
  await section.getByText(/Aucune différence\.$/).waitFor({ timeout: 60_000 })
  await settled()

  const differs = section.getByRole('alert', { name: 'La base diffère du registre' })
  // The upkeep of a new account puts back once what its tables lack: what is lost later stays so.
  await expect
    .poll(
      async () => {
        await objectionLost()
        await section.getByRole('button', { name: 'Comparer maintenant' }).click()
        await settled()
        await other.reload()
        await section.getByText(/^Comparé le/).waitFor()
        return differs.count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await differs
    .getByText(/Demandez à l’administrateur de l’installation/)
    .waitFor({ timeout: 60_000 })
  expect(await differs.getByRole('button').count()).toBe(0)
  await expectFit(other)
  await leave()
})

test('a difference is told with what it does and who repairs it; then there is none', {
  timeout: 120_000,
}, async () => {
  await page.goto(`${life.accord.url}${paths.proofs}`)
  const section = page.getByRole('region', { name: 'Comparison with the database' })
  const differs = section.getByRole('alert', { name: 'The database differs from the ledger' })
  await differs
    .getByText('1 · objections missing or reduced in the database; they still apply')
    .waitFor({ timeout: 60_000 })
  await expectFit(page)

  await differs.getByRole('button', { name: 'Repair…' }).click()
  const asking = page.getByRole('dialog', { name: 'Repair the differences' })
  await asking.getByLabel(/What was found out\?/).fill('A restore by hand on Tuesday')
  await asking.getByRole('button', { name: 'Repair now' }).click()
  await asking.waitFor({ state: 'hidden' })
  await settled()
  await button('Compare now').click()
  await section.getByText(/No differences\.$/).waitFor({ timeout: 60_000 })
  await settled()
})
