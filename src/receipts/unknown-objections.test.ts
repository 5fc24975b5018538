// Where nobody can say who has objected, no receipt says that somebody has.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakChains } from '../../test/support/broken-chains.ts'
import { type IntakeFixture, intakeFixture } from '../../test/support/intake-fixture.ts'
import type { ContactId } from '../kernel/index.ts'
import { demandObjectionsKnown, receiptsOfContact } from './export-receipts.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

test('receipts are refused over a broken chain, and go on once it is mended', async () => {
  const { fixture, contacts, deps } = here
  const { accountId, caller } = fixture
  const importId = await here.received('Portable\n0639987801\n')
  const columns = [{ index: 0, field: 'number' as const }]
  await here.run(importId, { columns, listName: 'Ici' })
  const contact = await here.find('+33639987801')
  if (contact === null) throw new Error('a contact')
  await breakChains(fixture)
  const consent = fixture.restarted()
  const broken = { ...deps, contacts, consent }
  const receipts = () =>
    deps.database.inAccount(accountId, (tx) =>
      receiptsOfContact(broken, tx, accountId, contact.id as ContactId),
    )
  const refused = { code: 'consent.suppressions_unknown', kind: 'unavailable' }
  await expect(receipts()).rejects.toMatchObject(refused)
  await expect(demandObjectionsKnown(broken, accountId)).rejects.toMatchObject(refused)
  await consent.reconcile(caller, { mends: true })
  await demandObjectionsKnown(broken, accountId)
  expect(JSON.stringify(await receipts())).not.toContain('Objection')
})
