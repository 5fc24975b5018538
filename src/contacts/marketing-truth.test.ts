// Where nobody can say who has objected, a screen says that it is being checked, and no more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakChains } from '../../test/support/broken-chains.ts'
import { type IntakeFixture, intakeFixture } from '../../test/support/intake-fixture.ts'
import { marketingOf } from './marketing-truth.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

test('a contact over a broken chain is being checked, until it is mended', async () => {
  const { fixture, contacts, deps } = here
  const { accountId, caller } = fixture
  const importId = await here.received('Portable\n0639987801\n')
  await here.run(importId, { columns: [{ index: 0, field: 'number' }], listName: 'Ici' })
  const contact = await here.find('+33639987801')
  if (contact === null) throw new Error('a contact')
  await breakChains(fixture)
  const marketing = fixture.restarted()
  const truths = () =>
    deps.database.inAccount(accountId, async (tx) => {
      const open = (await contacts.openContacts(tx, accountId, [contact])).get(contact.subjectId)
      if (open === undefined) throw new Error('can be opened')
      const people = [{ contact: { ...contact, fieldsHeld: [] }, open }]
      return marketingOf({ ...deps, marketing }, tx, accountId, people)
    })
  expect(await truths()).toEqual(['checked'])
  await marketing.reconcile(caller, { mends: true })
  expect(await truths()).toEqual(['quarantine'])
})
