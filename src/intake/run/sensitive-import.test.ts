// Sensitive data beside a number: what is blocked whatever the verdict,
// and what a person overrules.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestId, realTimers, seededRandomness } from '../../../test/support/clock.ts'
import { type ConsentFixture, consentFixture } from '../../../test/support/consent-fixture.ts'
import { type Audit, createAudit } from '../../audit/index.ts'
import { createContacts } from '../../contacts/index.ts'
import type { ImportId } from '../../kernel/index.ts'
import { createMetrics, silentLogger } from '../../observability/index.ts'
import { createSensitive } from '../../sensitive/index.ts'
import { readImport } from '../after/read-imports.ts'
import { analyseImport } from '../analyse/analyse-import.ts'
import { type MappingRequest, mappingRequest } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { confirmMapping } from '../mapping/confirm-mapping.ts'
import { openMapping, sealColumn } from '../reading/import-record.ts'
import { receiveFile } from '../reading/receive-file.ts'
import type { ImportRow } from '../tables.ts'
import { runImport } from './run-import.ts'

let fixture: ConsentFixture
let audit: Audit
let deps: IntakeDeps

beforeAll(async () => {
  fixture = await consentFixture()
  const { vault, clock, consent, dataFolder, test: db } = fixture
  const { database } = db
  const makeId = makeTestId(clock, seededRandomness('sensitive'))
  audit = createAudit({ vault, clock, makeId })
  const accounts = {
    facts: async () => ({ kind: 'sandbox' as const, country: 'FR', zone: 'Europe/Paris' }),
  }
  const contacts = createContacts({
    ...{ database, vault, audit, accounts, clock, makeId },
    proofs: consent,
  })
  deps = {
    ...{ database, vault, contacts, consent, accounts, audit, clock, makeId, dataFolder },
    sensitive: createSensitive({ vault, clock, consent }),
    timers: realTimers,
    logger: silentLogger,
    metrics: createMetrics(),
    jobs: { enqueue: async () => {} },
  }
})
afterAll(() => fixture.close())

async function received(text: string): Promise<ImportId> {
  const stream = Readable.from([Buffer.from(text)])
  const file = { fileName: 'suivi.csv', stream, sheet: null }
  const importId = await receiveFile(deps, fixture.caller, file)
  await analyseImport(deps, fixture.caller, importId)
  return importId
}
const view = (importId: ImportId) => readImport(deps, fixture.caller, importId)
const confirm = (importId: ImportId, request: MappingRequest) =>
  confirmMapping(deps, fixture.caller, { importId, mapping: mappingRequest.parse(request) })
const deeds = async (action: string) => {
  const entries = await deps.database.inAccount(fixture.accountId, (tx) =>
    audit.list(tx, fixture.accountId, { before: null, limit: 50 }),
  )
  return entries.filter((entry) => entry.action === action)
}

describe('a number beside a diagnosis', () => {
  const text = 'Mobile;Diagnostic\n0639980101;diabète\n0639980102;asthme\n0639980103;cancer\n'
  let importId: ImportId
  beforeAll(async () => {
    importId = await received(text)
  })

  test('is blocked though the rule of the notice finds nothing personal in it', async () => {
    const { analysis } = await view(importId)
    expect(analysis?.verdict).toBe('not_personal')
    expect(analysis?.rowVerdicts).toEqual({ S: 0, C: 0, N: 3 })
    expect(analysis?.columns[1]).toMatchObject({
      class: 'special',
      storage: 'needs_legal_basis',
      proposedField: null,
    })
    expect(analysis?.warnings.length).toBeGreaterThan(0)
    expect(analysis?.columns[1]?.follows[0]).toMatch(/legal basis|base légale/)
    const columns: MappingRequest['columns'] = [
      { index: 0, field: 'number' },
      { index: 1, field: 'last_name' },
    ]
    await expect(confirm(importId, { columns, listName: 'Suivi' })).rejects.toMatchObject({
      code: 'intake.mapping_column_needs_legal_basis',
    })
  })

  test('goes in without the diagnosis, and that is recorded', async () => {
    await confirm(importId, { columns: [{ index: 0, field: 'number' }], listName: 'Suivi' })
    await runImport(deps, fixture.caller, importId)
    const done = await view(importId)
    expect(done.counts).toMatchObject({ imported: 3, rejected: 0 })
    expect(done.droppedColumns.map(({ index }) => index)).toEqual([1])
    const [deed] = await deeds('intake.special_columns_left_out')
    expect(deed?.details).toEqual({ import: importId, columns: '2: health' })
  })
})

describe('an overrule', () => {
  test('leaves what was said, what is said now, and why', async () => {
    const importId = await received('Mobile;Motif\n0639980111;diabète\n0639980112;asthme\n')
    const columns: MappingRequest['columns'] = [
      { index: 0, field: 'number' },
      { index: 1, field: 'last_name' },
    ]
    const reason = 'Ce sont les noms de nos ateliers.'
    const overrules = [{ index: 1, type: 'last_name', reason }]
    await confirm(importId, { columns, listName: 'Ateliers', overrules })
    const [deed] = await deeds('intake.column_overruled')
    expect(deed).toMatchObject({
      reason,
      details: { import: importId, column: 2, was: 'health', type: 'last_name' },
    })
  })

  test('towards something sensitive keeps the column out', async () => {
    const importId = await received('Mobile;Groupe\n0639980121;A1\n0639980122;B2\n')
    const columns: MappingRequest['columns'] = [
      { index: 0, field: 'number' },
      { index: 1, field: 'last_name' },
    ]
    const overrules = [{ index: 1, type: 'health', reason: 'Stade de la maladie.' }]
    await expect(
      confirm(importId, { columns, listName: 'Groupes', overrules }),
    ).rejects.toMatchObject({ code: 'intake.mapping_column_needs_legal_basis' })
  })

  test('makes a consent of a column that says no, which its choice alone does not', async () => {
    const importId = await received('Mobile;Opt-out\n0639980141;oui\n0639980142;non\n')
    const columns: MappingRequest['columns'] = [
      { index: 0, field: 'number' },
      { index: 1, field: 'consent_given' },
    ]
    await expect(confirm(importId, { columns, listName: 'Clients' })).rejects.toMatchObject({
      code: 'intake.mapping_column_says_no',
      details: { index: 2 },
    })
    expect((await view(importId)).listId).toBeNull()
    const reason = 'Le titre a été mal choisi : oui veut dire d’accord.'
    const overrules = [{ index: 1, type: 'consent', reason }]
    await confirm(importId, { columns, listName: 'Clients', overrules })
    expect(await deeds('intake.column_overruled')).toContainEqual(
      expect.objectContaining({
        reason,
        details: { import: importId, column: 2, was: 'objection', type: 'consent' },
      }),
    )
  })

  test('by a type that does not exist is refused', async () => {
    const importId = await received('Mobile;Groupe\n0639980131;A1\n0639980132;B2\n')
    const columns: MappingRequest['columns'] = [{ index: 0, field: 'number' }]
    const overrules = [{ index: 1, type: 'horoscope', reason: 'Signe astral.' }]
    await expect(
      confirm(importId, { columns, listName: 'Signes', overrules }),
    ).rejects.toMatchObject({ code: 'intake.mapping_type_unknown' })
  })
})

test('a mapping that an earlier version wrote names its legal basis as it did, and is read', () => {
  const [importId, legalBasisId] = [deps.makeId() as ImportId, deps.makeId()]
  const key = { accountId: fixture.accountId, importId }
  const written = { mapping: { sensitive: [{ index: 1, groundId: legalBasisId }] }, language: 'fr' }
  const mapping_sealed = sealColumn(deps, key, 'mapping_sealed', written)
  const row = { account_id: key.accountId, import_id: importId, mapping_sealed }
  const read = openMapping(deps, row as ImportRow)
  expect(read?.mapping.sensitive).toEqual([{ index: 1, legalBasisId }])
})
