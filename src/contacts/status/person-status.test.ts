// Where nobody can say who has objected, a screen says that it is being checked, and no more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakChains } from '../../../test/support/broken-chains.ts'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { statusesOver } from '../../../test/support/statuses.ts'
import { viewStatuses } from './person-status.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

test('a contact over a broken chain is being checked, until it is mended', async () => {
  const { fixture, deps } = here
  const { accountId, caller } = fixture
  const importId = await here.received('Portable\n0639987801\n')
  await here.run(importId, { columns: [{ index: 0, field: 'number' }], listName: 'Ici' })
  const contact = await here.find('+33639987801')
  if (contact === null) throw new Error('a contact')
  await breakChains(fixture)
  const marketing = fixture.restarted()
  const truths = () =>
    deps.database.inAccount(accountId, async (tx) => {
      const shown = { ...deps, statuses: statusesOver(marketing) }
      const reader = { accountId, language: 'en' as const }
      return (await viewStatuses(shown, tx, reader, [contact])).map(({ code }) => code)
    })
  expect(await truths()).toEqual(['checked'])
  await marketing.reconcile(caller, { mends: true })
  expect(await truths()).toEqual(['unproven'])
})
