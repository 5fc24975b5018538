// Where nobody can say who has objected, a screen says that it is being checked, and no more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakChains } from '../../test/support/broken-chains.ts'
import { type IntakeGround, intakeGround } from '../../test/support/intake-ground.ts'
import { marketingOf } from './marketing-truth.ts'

let here: IntakeGround
beforeAll(async () => {
  here = await intakeGround()
})
afterAll(() => here.close())

test('a contact over a broken chain is being checked, until it is mended', async () => {
  const { ground, contacts, deps } = here
  const { accountId, caller } = ground
  const importId = await here.received('Portable\n0639987801\n')
  await here.run(importId, { columns: [{ index: 0, field: 'number' }], listName: 'Ici' })
  const contact = await here.find('+33639987801')
  if (contact === null) throw new Error('a contact')
  await breakChains(ground)
  const marketing = ground.restarted()
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
