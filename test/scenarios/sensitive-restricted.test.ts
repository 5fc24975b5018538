// Values of articles 9 and 10 of somebody whose data may only be kept (GDPR 18): they stay past
// their days, the end of their legal basis and the undoing of their import, until that is lifted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makerOfToken } from '../../src/accounts/index.ts'
import { askUndo, undoImport } from '../../src/intake/after/undo-import.ts'
import type { MappingRequest } from '../../src/intake/contract.ts'
import type { JobRequest } from '../../src/jobs/index.ts'
import type { Caller, ContactId, ControllerId, SubjectId, UserId } from '../../src/kernel/index.ts'
import { type LegalBasisRequestBody, legalBasisRequest } from '../../src/sensitive/contract.ts'
import type { SensitiveDeps } from '../../src/sensitive/deps.ts'
import { sensitiveJobs } from '../../src/sensitive/jobs.ts'
import { eraseValues, showValues } from '../../src/sensitive/look-at-values.ts'
import {
  approveLegalBasis,
  endLegalBasis,
  recordLegalBasis,
} from '../../src/sensitive/manage-legal-bases.ts'
import { sparedValues, sweepAccount } from '../../src/sensitive/sweep.ts'
import type { Tx } from '../../src/storage/index.ts'
import { type IntakeFixture, intakeFixture } from '../support/intake-fixture.ts'

const dayMs = 86_400_000
let here: IntakeFixture
let deps: SensitiveDeps
let author: Caller
let officer: Caller
let controllerId: ControllerId
const asked: JobRequest[] = []

beforeAll(async () => {
  here = await intakeFixture()
  const { fixture, contacts } = here
  const jobs = {
    enqueue: async (_tx: Tx, request: JobRequest) => {
      asked.push(request)
    },
  }
  deps = { ...here.deps, contacts, consent: fixture.consent, jobs, makerOfToken }
  author = { ...fixture.caller, by: { kind: 'user', userId: 'u-author' as UserId } }
  officer = { ...fixture.caller, by: { kind: 'user', userId: 'u-officer' as UserId } }
  const made = await within((tx) =>
    contacts.createController(tx, fixture.accountId, 'Cabinet des Tilleuls', fixture.clock.now()),
  )
  controllerId = made.id
})
afterAll(() => here.close())

function within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return deps.database.inAccount(here.fixture.accountId, work)
}

async function recorded(
  changed: Partial<LegalBasisRequestBody> = {},
  by: Caller = author,
): Promise<string> {
  const body = legalBasisRequest.parse({
    controllerId,
    category: 'health',
    basis: 'health_care',
    justification: 'Rappels de suivi par un professionnel tenu au secret médical.',
    endsAt: new Date(deps.clock.now() + 200 * dayMs).toISOString(),
    ...changed,
  })
  return within((tx) => recordLegalBasis(deps, tx, by, body))
}
async function inForce(changed: Partial<LegalBasisRequestBody> = {}): Promise<string> {
  const legalBasisId = await recorded(changed)
  await within((tx) => approveLegalBasis(deps, tx, officer, legalBasisId))
  return legalBasisId
}
const end = async (legalBasisId: string) => {
  await within((tx) =>
    endLegalBasis(deps, tx, officer, { legalBasisId, reason: 'le suivi est clos' }),
  )
  const job = asked.at(-1)
  expect(job).toMatchObject({ name: 'sensitive.erase_values', input: { legalBasisId } })
}
const eraseRows = (legalBasisId: string) =>
  sensitiveJobs(deps)['sensitive.erase_values']?.({
    name: 'sensitive.erase_values',
    accountId: here.fixture.accountId,
    input: { legalBasisId },
    attempt: 1,
    isLastAttempt: false,
    isStopping: () => false,
  })

const mapping = (legalBasisId: string, changed: Partial<MappingRequest> = {}): MappingRequest => ({
  columns: [{ index: 0, field: 'number' }],
  sensitive: [{ index: 1, legalBasisId }],
  listName: 'Suivi',
  ...changed,
})
const fileOf = (numbers: readonly string[], ills: readonly string[]) =>
  `Mobile;Diagnostic\n${numbers.map((number, at) => `${number};${ills[at]}\n`).join('')}`
const three = ['diabète', 'asthme', 'cancer']
async function imported(
  first: number,
  legalBasisId: string,
  changed: Partial<MappingRequest> = {},
) {
  const numbers = [0, 1, 2].map((more) => `063998${String(first + more).padStart(4, '0')}`)
  const importId = await here.received(fileOf(numbers, three))
  const view = await here.run(importId, mapping(legalBasisId, changed))
  return { importId, view, numbers: numbers.map((number) => `+33${number.slice(1)}`) }
}

async function contactOf(number: string): Promise<ContactId> {
  const contact = await here.find(number)
  if (contact === null) throw new Error('the contact is there')
  return contact.id
}
const look = async (number: string) => {
  const contactId = await contactOf(number)
  const shown = await within((tx) =>
    showValues(deps, tx, officer, { contactId, reason: 'demande du cabinet' }),
  )
  return shown.items.map(({ label, value }) => `${label}: ${value}`)
}
const rows = async (what: 'legal_basis_id' | 'import_id', id: string) => {
  const { rows: found } = await here.fixture.test.asSuperuser((client) =>
    client.query<{ sealed: Buffer }>(`select sealed from sensitive.value where ${what} = $1`, [id]),
  )
  return found
}

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
