// Imports over a real database, vault and ledger: a messy file comes in,
// every row is accounted for.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestId, realTimers, seededRandomness } from '../../../test/support/clock.ts'
import { type ConsentFixture, consentFixture } from '../../../test/support/consent-fixture.ts'
import { programAt, programsTold } from '../../../test/support/told.ts'
import { createAudit } from '../../audit/index.ts'
import type { Consent } from '../../consent/index.ts'
import { type Contacts, createContacts } from '../../contacts/index.ts'
import type { JobRequest } from '../../jobs/index.ts'
import {
  AppError,
  asE164,
  type E164,
  type ImportId,
  type ListId,
  type WordingId,
} from '../../kernel/index.ts'
import { createMetrics, silentLogger } from '../../observability/index.ts'
import { createSensitive } from '../../sensitive/index.ts'
import { openRejects, readImport, readImports } from '../after/read-imports.ts'
import { analyseImport } from '../analyse/analyse-import.ts'
import { type ImportView, type MappingRequest, mappingRequest } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { confirmMapping } from '../mapping/confirm-mapping.ts'
import { deleteRejects, sweepShown } from '../reading/delete-files.ts'
import { receiveFile } from '../reading/receive-file.ts'
import { copiesOfFilesUntil } from '../shown-store.ts'
import { runImport } from './run-import.ts'

let fixture: ConsentFixture
let contacts: Contacts
let deps: IntakeDeps & { consent: Consent }
let wordingId: WordingId
const asked: JobRequest[] = []

beforeAll(async () => {
  fixture = await consentFixture()
  const { vault, clock, consent, dataFolder, test: db } = fixture
  const { database } = db
  const makeId = makeTestId(clock, seededRandomness('intake'))
  const audit = createAudit({ vault, clock, makeId })
  const accounts = {
    facts: async () => ({ kind: 'sandbox' as const, country: 'FR', zone: 'Europe/Paris' }),
  }
  contacts = createContacts({
    ...{ database, vault, audit, accounts, clock, makeId },
    proofs: consent,
  })
  deps = {
    database,
    vault,
    contacts,
    consent,
    sensitive: createSensitive({ vault, clock, consent }),
    accounts,
    audit,
    clock,
    makeId,
    dataFolder,
    timers: realTimers,
    logger: silentLogger,
    metrics: createMetrics(),
    jobs: {
      enqueue: async (_tx, request) => {
        asked.push(request)
      },
    },
    batchRecords: 3,
  }
  wordingId = (await fixture.publish()).wordingId
})
afterAll(() => fixture.close())

async function received(text: string | Buffer, fileName = 'clients.csv'): Promise<ImportId> {
  const stream = Readable.from([Buffer.from(text)])
  const importId = await receiveFile(deps, fixture.caller, { fileName, stream, sheet: null })
  await analyseImport(deps, fixture.caller, importId)
  return importId
}
const view = (importId: ImportId): Promise<ImportView> => readImport(deps, fixture.caller, importId)

async function run(importId: ImportId, request: MappingRequest): Promise<ImportView> {
  const mapping = mappingRequest.parse(request)
  await confirmMapping(deps, fixture.caller, { importId, mapping })
  await runImport(deps, fixture.caller, importId)
  return view(importId)
}

async function rejectsOf(importId: ImportId): Promise<string> {
  const { stream } = await openRejects(deps, fixture.caller, {
    importId,
    reason: 'Rows to be mended',
  })
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

const find = (number: string) =>
  deps.database.inAccount(fixture.accountId, (tx) =>
    contacts.findByNumber(tx, fixture.accountId, asE164(number) as E164),
  )

const shop = `Clients de la boutique;;;;;;
;;;;;;
Nom;Prénom;Portable;NIR;Accord SMS;Date consentement;Source consentement
Martin;Zoé;06 39 98 10 01;2 95 10 99 126 111 93;oui;12/03/2026;caisse
Durand;Luc;0639981002;;non;12/03/2026;caisse
Petit;Ana;639981003;;oui;13/03/2026;caisse
Petit;Ana;+33 6 39 98 10 03;;oui;13/03/2026;caisse
Moreau;Éva;01 45 67 89 10;;oui;13/03/2026;caisse
=cmd();Max;pas de tel;;oui;13/03/2026;caisse
Simon;Léa;06.39.98.10.04;;oui;;caisse
Roux;Tom;06-39-98-10-05;;oui;30/02/2026;caisse
Blanc;Mia;0639981006;;oui;01/04/2026;
Faure;Jo;0639981007;;oui;02/04/2026;caisse
`
const shopColumns: MappingRequest['columns'] = [
  { index: 0, field: 'last_name' },
  { index: 1, field: 'first_name' },
  { index: 2, field: 'number' },
  { index: 4, field: 'consent_given' },
  { index: 5, field: 'consent_date' },
  { index: 6, field: 'consent_source' },
]

describe('a messy file of a shop', () => {
  let importId: ImportId
  let done: ImportView

  beforeAll(async () => {
    // The one who has said STOP before: no import undoes it.
    const number = asE164('+33639981007') as E164
    const tag = fixture.vault.suppressionTag(fixture.accountId, number)
    await deps.database.inAccount(fixture.accountId, (tx) =>
      deps.consent.recordStop(tx, fixture.caller, {
        tag,
        keys: null,
        scope: 'marketing',
        reason: 'stop_reply',
        origin: 'test',
        at: deps.clock.now(),
      }),
    )
    importId = await received(Buffer.from(shop, 'latin1'))
  })

  test('is read and judged before anything of it is kept', async () => {
    const { state, analysis } = await view(importId)
    expect(state).toBe('analysed')
    expect(analysis?.format).toMatchObject({ encoding: 'windows-1252', delimiter: ';' })
    expect(analysis?.format.titleLines).toBeGreaterThan(0)
    expect(analysis?.verdict).toBe('personal_by_itself')
    expect(analysis?.columns.map(({ type }) => type)).toEqual([
      'last_name',
      'first_name',
      'phone',
      'nir',
      'consent',
      'consent_date',
      'consent_source',
    ])
    expect(analysis?.columns[3]).toMatchObject({ storage: 'never_kept', proposedField: null })
    expect(JSON.stringify(analysis)).not.toMatch(/Martin|06 39 98 10 01|2 95 10/)
    expect(asked.map(({ name }) => name)).toContain('intake.analyse_import')
  })

  test('is refused a mapping that would keep the social-security number', async () => {
    const columns = [...shopColumns, { index: 3, field: 'email' as const }]
    await expect(run(importId, { columns, listName: 'Boutique' })).rejects.toMatchObject({
      code: 'intake.mapping_column_never_kept',
    })
  })

  test('ends with every row accounted for', async () => {
    done = await run(importId, {
      columns: shopColumns,
      listName: 'Boutique',
      repairs: ['lost_zero'],
      consent: { wordingId },
    })
    expect(done.state).toBe('done')
    expect(done.counts).toMatchObject({
      rows: 10,
      imported: 6,
      updated: 0,
      duplicates: 1,
      objected: 1,
      rejected: 2,
      quarantined: 4,
      declined: 1,
      consents: 2,
    })
    expect(done.counts?.rejectedBy.map(({ reason }) => reason)).toEqual([
      'number_not_a_number',
      'number_landline',
    ])
    expect(done.counts?.quarantinedBy.map(({ reason }) => reason)).toEqual([
      'consent_not_given',
      'consent_date_unreadable',
      'consent_without_date',
      'consent_without_source',
    ])
    expect(done.droppedColumns.map(({ index }) => index)).toEqual([3])
  })

  test('opens to marketing only those whose consent is proven', async () => {
    expect(await find('+33639981001')).toMatchObject({ marketingState: 'open' })
    expect(await find('+33639981003')).toMatchObject({ marketingState: 'open' })
    expect(await find('+33639981004')).toMatchObject({ marketingState: 'quarantine' })
    expect(await find('+33639981007')).toMatchObject({
      marketingState: 'quarantine',
      quarantineReason: 'objected',
    })
  })

  test('gives back its rejected rows with the reason, without what is never kept', async () => {
    const text = await rejectsOf(importId)
    const lines = text.trim().split('\r\n')
    expect(lines[0]).toContain('"Raison du rejet";"Ligne"')
    expect(lines).toHaveLength(3)
    expect(text).toContain('"Moreau";"Éva";"01 45 67 89 10"')
    expect(text).toContain('Ligne fixe')
    expect(text).toContain("'=cmd()")
    expect(text).not.toContain('NIR')
  })

  test('leaves no file in clear, and no uploaded file at all', async () => {
    const folder = join(fixture.dataFolder, 'imports', importId)
    const names = readdirSync(folder)
    expect(names.every((name) => name.startsWith('rejects'))).toBe(true)
    for (const name of names) {
      expect(readFileSync(join(folder, name)).includes('Moreau')).toBe(false)
    }
  })

  test('does nothing when it is run again', async () => {
    await runImport(deps, fixture.caller, importId)
    expect((await view(importId)).counts).toEqual(done.counts)
  })
})

test('a run that stops in the middle goes on without doubling', async () => {
  const lines = Array.from(
    { length: 20 },
    (_, index) => `Nom${index};063998${String(2000 + (index % 18)).padStart(4, '0')}`,
  )
  const importId = await received(`Nom;Mobile\n${lines.join('\n')}\n`)
  const mapping = mappingRequest.parse({
    columns: [{ index: 1, field: 'number' }],
    listName: 'Reprise',
  })
  await confirmMapping(deps, fixture.caller, { importId, mapping })
  // Two batches are at work at once: the one that breaks is told by a number of its own.
  const breaking: IntakeDeps = {
    ...deps,
    contacts: {
      ...contacts,
      bulkUpsert: (tx, batch) => {
        const isFourth = batch.rows.some((row) => row.number === '+33639982009')
        if (isFourth) throw new Error('the machine stops here')
        return contacts.bulkUpsert(tx, batch)
      },
    },
  }
  await expect(runImport(breaking, fixture.caller, importId)).rejects.toThrow('stops here')
  const halfway = await view(importId)
  expect(halfway).toMatchObject({ state: 'running', counts: { rows: 9 } })
  await runImport(deps, fixture.caller, importId)
  const { counts, listId } = await view(importId)
  expect(counts).toMatchObject({ rows: 20, imported: 18, updated: 0, duplicates: 2 })
  const members = await deps.database.inAccount(fixture.accountId, (tx) =>
    contacts.audienceSize(tx, fixture.accountId, listId as ListId),
  )
  expect(members).toBe(18)
})

test('one that fails in the middle keeps its rejected rows for thirty days and no longer', async () => {
  const importId = await received('Mobile\nabc\n0639984001\n0639984002\n0639984003\n')
  const columns: MappingRequest['columns'] = [{ index: 0, field: 'number' }]
  const mapping = mappingRequest.parse({ columns, listName: 'Rejets' })
  await confirmMapping(deps, fixture.caller, { importId, mapping })
  const failing: IntakeDeps = {
    ...deps,
    contacts: {
      ...contacts,
      bulkUpsert: (tx, batch) => {
        const isSecond = batch.rows.some((row) => row.number === '+33639984003')
        if (isSecond) throw new AppError('intake.file_unreadable', 'invalid', 'torn')
        return contacts.bulkUpsert(tx, batch)
      },
    },
  }
  asked.length = 0
  await programAt(fixture.test, fixture)
  await runImport(failing, fixture.caller, importId)
  const toldOf = { kind: 'import.finished', about: importId, facts: { state: 'failed', rows: 3 } }
  expect(await programsTold(fixture.test, fixture.accountId)).toEqual([toldOf])
  const failed = await view(importId)
  const days = 30 * 86_400_000
  const until = new Date(fixture.clock.now() + days).toISOString()
  expect(failed).toMatchObject({ state: 'failed', rejectsUntil: until })
  expect(await rejectsOf(importId)).toContain('abc')
  expect(asked).toMatchObject([{ name: 'intake.delete_rejects', key: importId, afterMs: days }])
  await deleteRejects(deps, { accountId: fixture.accountId, importId })
  await expect(rejectsOf(importId)).rejects.toMatchObject({ code: 'intake.no_rejects' })
})

test('a second import of the same people updates them and adds no consent of its own', async () => {
  const importId = await received('Mobile;Ville\n0639981001;Lyon\n0639981002;Lyon\n')
  const columns: MappingRequest['columns'] = [{ index: 0, field: 'number' }]
  const { counts } = await run(importId, { columns, listName: 'Encore' })
  expect(counts).toMatchObject({ rows: 2, imported: 0, updated: 2, consents: 0, quarantined: 1 })
  expect(await programsTold(fixture.test, fixture.accountId)).toContainEqual({
    ...{ kind: 'import.finished', about: importId, facts: { state: 'done', rows: 2 } },
  })
  expect(await find('+33639981001')).toMatchObject({ marketingState: 'open' })
})

test('a whole file is declared only with a wording that names SMS, a day and a source', async () => {
  const importId = await received('Mobile\n0639983001\n0639983002\n')
  const request = {
    columns: [{ index: 0, field: 'number' as const }],
    listName: 'Déclarés',
    consent: { wholeFile: true, wordingId, date: '2026-05-01', source: 'bulletin papier' },
  }
  const future = { ...request.consent, date: '2027-01-01' }
  await expect(run(importId, { ...request, consent: future })).rejects.toMatchObject({
    code: 'intake.consent_date_in_future',
  })
  const { counts } = await run(importId, request)
  expect(counts).toMatchObject({ imported: 2, consents: 2, quarantined: 0 })
})

test('a file that cannot be read fails with its sentence, and its key is gone', async () => {
  const importId = await received(Buffer.from('%PDF-1.7 not a table'), 'liste.pdf')
  const failed = await view(importId)
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'intake.file_kind_unknown' } })
  expect(failed.failure?.sentence).toMatch(/CSV/)
})

test('an empty upload leaves nothing behind', async () => {
  const stream = Readable.from([])
  const file = { fileName: 'vide.csv', stream, sheet: null }
  await expect(receiveFile(deps, fixture.caller, file)).rejects.toMatchObject({
    code: 'intake.file_empty',
  })
  const page = await readImports(deps, fixture.caller, { limit: 50 })
  expect(page.items.map(({ fileName }) => fileName)).not.toContain('vide.csv')
  expect(existsSync(join(fixture.dataFolder, 'imports'))).toBe(true)
})

test('What was shown of the rows goes with the file; what was found of the columns stays', async () => {
  const importId = await received('telephone;nom\n0639981501;Zéphirine\n0639981502;Théodule\n')
  const before = (await view(importId)).analysis
  expect(before?.preview).toHaveLength(2)
  expect(before?.columns.every(({ sample }) => sample.length > 0)).toBe(true)
  await run(importId, { columns: [{ index: 0, field: 'number' }], listName: 'Aperçu' })
  const after = (await view(importId)).analysis
  expect(after?.preview).toEqual([])
  expect(after?.columns.map(({ header, sample }) => [header, sample])).toEqual([
    ['telephone', []],
    ['nom', []],
  ])
})

test('An import from before this was done loses what it showed on the next round', async () => {
  const importId = await received('telephone\n0639981503\n')
  const { accountId } = fixture
  const { analysis } = await view(importId)
  expect(analysis?.preview).toHaveLength(1)
  await fixture.test.asSuperuser((client) =>
    client.query('update intake.import set file_deleted_at = now() where import_id = $1', [
      importId,
    ]),
  )
  await sweepShown(deps, { accountId }, () => false)
  expect((await view(importId)).analysis?.preview).toEqual([])
  await sweepShown(deps, { accountId }, () => false)
  expect((await view(importId)).analysis?.rows).toBe(1)
})

test('Until when a copy of a file is there is known, for whoever is erased meanwhile', async () => {
  const { accountId, clock } = fixture
  const until = (cameBefore: number) =>
    deps.database.inAccount(accountId, (tx) =>
      copiesOfFilesUntil(tx, accountId, { cameBefore, fileKeptMs: 86_400_000 }),
    )
  expect(await until(0)).toBeNull()
  const importId = await received('telephone\nquatre\n0639981504\n')
  expect(await until(clock.now())).toBeGreaterThanOrEqual(clock.now() + 86_400_000)
  const done = await run(importId, {
    columns: [{ index: 0, field: 'number' }],
    listName: 'Restes',
  })
  const rejectsUntil = Date.parse(done.rejectsUntil ?? '')
  expect(rejectsUntil).toBe(clock.now() + 30 * 86_400_000)
  expect(await until(clock.now())).toBe(rejectsUntil)
})
