// Values of articles 9 and 10 of somebody whose data may only be kept (GDPR 18): they stay past
// their days, the end of their legal basis and the undoing of their import, until that is lifted.
import { afterAll, expect, test } from 'vitest'
import { askUndo, undoImport } from '../../src/intake/after/undo-import.ts'
import type { SubjectId } from '../../src/kernel/index.ts'
import { eraseValues } from '../../src/sensitive/look-at-values.ts'
import { sparedValues, sweepAccount } from '../../src/sensitive/sweep.ts'
import { sensitiveLife } from '../support/sensitive-life.ts'

const dayMs = 86_400_000
const { here, deps, officer, within, inForce, end, eraseRows, imported, contactOf, look, rows } =
  await sensitiveLife()
afterAll(() => here.close())

const restrict = (number: string, isRestricted: boolean) =>
  within(async (tx) => {
    const asked = { contactId: await contactOf(number), at: deps.clock.now(), isRestricted }
    await here.contacts.restrict(tx, here.fixture.accountId, asked)
  })
const spared = () => within((tx) => sparedValues(deps, tx, here.fixture.accountId))
const sweep = () => sweepAccount(deps, here.fixture.caller)

test('a value stays past its days, and goes by itself once that is lifted', async () => {
  const legalBasisId = await inForce({ keepDays: 3 })
  const { numbers } = await imported(341, legalBasisId)
  const [number = ''] = numbers
  await restrict(number, true)
  expect(await spared()).toBe(0)
  await here.fixture.clock.advance(4 * dayMs)
  await sweep()
  expect((await rows('legal_basis_id', legalBasisId)).length).toBe(1)
  expect(await spared()).toBe(1)
  expect(await look(number)).toEqual(['Diagnostic: diabète'])
  const contactId = await contactOf(number)
  await expect(
    within((tx) => eraseValues(deps, tx, officer, { contactId, reason: 'par erreur' })),
  ).rejects.toMatchObject({ code: 'sensitive.data_restricted' })
  await restrict(number, false)
  await sweep()
  expect(await rows('legal_basis_id', legalBasisId)).toEqual([])
  expect(await spared()).toBe(0)
})

test('the end of a legal basis leaves their value readable, and no other', async () => {
  const legalBasisId = await inForce()
  const { numbers } = await imported(351, legalBasisId)
  const [number = '', other = ''] = numbers
  await restrict(number, true)
  await end(legalBasisId)
  await eraseRows(legalBasisId)
  expect((await rows('legal_basis_id', legalBasisId)).length).toBe(1)
  expect([await look(number), await look(other)]).toEqual([['Diagnostic: diabète'], []])
  await sweep()
  expect(await look(number)).toEqual(['Diagnostic: diabète'])
  expect(await spared()).toBe(1)
  await restrict(number, false)
  await sweep()
  expect(await rows('legal_basis_id', legalBasisId)).toEqual([])
  const { rows: keys } = await within((tx) =>
    tx.query<{ key: SubjectId }>(
      'select key_subject_id as key from sensitive.legal_basis where legal_basis_id = $1',
      [legalBasisId],
    ),
  )
  const opened = await within((tx) =>
    deps.vault.openSubjects(tx, here.fixture.accountId, [keys[0]?.key as SubjectId]),
  )
  expect(opened.size).toBe(0)
})

test('an import that is undone leaves it, and it goes once that is lifted', async () => {
  const legalBasisId = await inForce()
  const { numbers, importId } = await imported(361, legalBasisId)
  const [number = ''] = numbers
  await restrict(number, true)
  const { caller } = here.fixture
  await askUndo(here.deps, caller, importId)
  await undoImport(here.deps, caller, importId)
  expect((await rows('import_id', importId)).length).toBe(1)
  expect(await here.find(number)).not.toBeNull()
  await sweep()
  expect((await rows('import_id', importId)).length).toBe(1)
  await restrict(number, false)
  await sweep()
  expect(await rows('import_id', importId)).toEqual([])
})
