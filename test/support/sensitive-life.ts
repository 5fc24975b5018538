// An account with a legal basis of article 9, imports with such values, and looks at them.
import { expect } from 'vitest'
import { makerOfToken } from '../../src/accounts/index.ts'
import type { MappingRequest } from '../../src/intake/contract.ts'
import type { JobRequest } from '../../src/jobs/index.ts'
import type { Caller, ContactId, UserId } from '../../src/kernel/index.ts'
import { type LegalBasisRequestBody, legalBasisRequest } from '../../src/sensitive/contract.ts'
import type { SensitiveDeps } from '../../src/sensitive/deps.ts'
import { sensitiveJobs } from '../../src/sensitive/jobs.ts'
import { showValues } from '../../src/sensitive/look-at-values.ts'
import {
  approveLegalBasis,
  endLegalBasis,
  recordLegalBasis,
} from '../../src/sensitive/manage-legal-bases.ts'
import type { Tx } from '../../src/storage/index.ts'
import { intakeFixture } from './intake-fixture.ts'

const dayMs = 86_400_000

export const mapping = (
  legalBasisId: string,
  changed: Partial<MappingRequest> = {},
): MappingRequest => ({
  columns: [{ index: 0, field: 'number' }],
  sensitive: [{ index: 1, legalBasisId }],
  listName: 'Suivi',
  ...changed,
})

export const fileOf = (numbers: readonly string[], ills: readonly string[]) =>
  `Mobile;Diagnostic\n${numbers.map((number, at) => `${number};${ills[at]}\n`).join('')}`
export const three = ['diabète', 'asthme', 'cancer']

/** Whoever makes it closes `here`. */
export async function sensitiveLife() {
  const asked: JobRequest[] = []
  const here = await intakeFixture()
  const { fixture, contacts } = here
  const jobs = {
    enqueue: async (_tx: Tx, request: JobRequest) => {
      asked.push(request)
    },
  }
  const deps: SensitiveDeps = {
    ...here.deps,
    ...{ contacts, consent: fixture.consent, jobs, makerOfToken },
  }
  const author: Caller = { ...fixture.caller, by: { kind: 'user', userId: 'u-author' as UserId } }
  const officer: Caller = { ...fixture.caller, by: { kind: 'user', userId: 'u-officer' as UserId } }
  function within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return deps.database.inAccount(fixture.accountId, work)
  }
  const { id: controllerId } = await within((tx) =>
    contacts.createController(tx, fixture.accountId, 'Cabinet des Tilleuls', fixture.clock.now()),
  )

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
      client.query<{ sealed: Buffer }>(`select sealed from sensitive.value where ${what} = $1`, [
        id,
      ]),
    )
    return found
  }

  return {
    ...{ here, deps, asked, author, officer, controllerId, within, recorded, inForce, end },
    ...{ eraseRows, imported, contactOf, look, rows },
  }
}
