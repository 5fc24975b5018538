// Where nobody can say who has objected an import waits: it drops nobody,
// and is done once it is mended.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakChains } from '../../../test/support/broken-chains.ts'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { mappingRequest } from '../contract.ts'
import { confirmMapping } from '../mapping/confirm-mapping.ts'
import { runImport } from './run-import.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

test('an import over a broken chain is asked again, and counts nobody as objected', async () => {
  const { fixture, deps } = here
  const { caller } = fixture
  await breakChains(fixture)
  const broken = { ...deps, consent: fixture.restarted() }
  const importId = await here.received('Portable\n0639987801\n0639987802\n')
  const mapping = mappingRequest.parse({
    columns: [{ index: 0, field: 'number' }],
    listName: 'Attend',
  })
  await confirmMapping(broken, caller, { importId, mapping })
  await expect(runImport(broken, caller, importId)).rejects.toMatchObject({
    code: 'consent.suppressions_unknown',
    kind: 'unavailable',
  })
  expect((await here.view(importId)).failure).toBeNull()
  await broken.consent.reconcile(caller, { mends: true })
  await runImport(broken, caller, importId)
  const done = await here.view(importId)
  expect(done.failure).toBeNull()
  expect(done.counts).toMatchObject({ rows: 2, imported: 2, objected: 0 })
})
