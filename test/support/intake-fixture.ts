// An intake room over a real database, vault and ledger, and the way of one file through it.
import { Readable } from 'node:stream'
import { createAudit } from '../../src/audit/index.ts'
import type { Consent } from '../../src/consent/index.ts'
import { type Contacts, createContacts } from '../../src/contacts/index.ts'
import { forecastImport } from '../../src/intake/after/forecast-import.ts'
import { readImport } from '../../src/intake/after/read-imports.ts'
import { analyseImport } from '../../src/intake/analyse/analyse-import.ts'
import { type ImportView, type MappingRequest, mappingRequest } from '../../src/intake/contract.ts'
import type { IntakeDeps, ReadElsewhere } from '../../src/intake/deps.ts'
import { doImportWork } from '../../src/intake/jobs.ts'
import { confirmMapping } from '../../src/intake/mapping/confirm-mapping.ts'
import { receiveFile } from '../../src/intake/reading/receive-file.ts'
import { importSuppressions } from '../../src/intake/run/import-suppressions.ts'
import { runImport } from '../../src/intake/run/run-import.ts'
import { asE164, type E164, type ImportId, type WordingId } from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { createSensitive } from '../../src/sensitive/index.ts'
import { makeTestId, realTimers, seededRandomness } from './clock.ts'
import { type ConsentFixture, consentFixture } from './consent-fixture.ts'
import { streamAsSource } from './octets.ts'

export type IntakeFixture = {
  fixture: ConsentFixture
  deps: IntakeDeps & { consent: Consent }
  /** Reads in this process: who tests what becomes of a file, and not who reads it. */
  elsewhere: ReadElsewhere
  contacts: Contacts
  /** Published; it names SMS. */
  wordingId: WordingId
  /** Received and analysed. */
  received(text: string | Buffer, fileName?: string): Promise<ImportId>
  view(importId: ImportId): Promise<ImportView>
  run(importId: ImportId, request: MappingRequest): Promise<ImportView>
  find(number: string): ReturnType<Contacts['findByNumber']>
  close(): Promise<void>
}

/** Three records a batch, so that a short file has several. */
export async function intakeFixture(): Promise<IntakeFixture> {
  const fixture = await consentFixture()
  const { vault, clock, consent, dataFolder, test: db, accountId, caller } = fixture
  const { database } = db
  const makeId = makeTestId(clock, seededRandomness('intake'))
  const audit = createAudit({ vault, clock, makeId })
  const accounts = {
    facts: async () => ({ kind: 'sandbox' as const, country: 'FR', zone: 'Europe/Paris' }),
  }
  const contacts = createContacts({
    ...{ database, vault, audit, accounts, clock, makeId },
    proofs: consent,
  })
  const base = { database, vault, contacts, consent, accounts, audit, clock, makeId, dataFolder }
  const deps: IntakeFixture['deps'] = {
    ...base,
    sensitive: createSensitive(base),
    timers: realTimers,
    logger: silentLogger,
    metrics: createMetrics(),
    jobs: { enqueue: async () => undefined },
    batchRecords: 3,
  }
  const { wordingId } = await fixture.publish()
  const view = (importId: ImportId) => readImport(deps, caller, importId)
  return {
    fixture,
    deps,
    elsewhere: {
      import: async (work, begin) => {
        if (await begin()) await doImportWork(deps, work)
      },
      forecast: (by, asked) => forecastImport(deps, by, asked),
      list: (by, { octets, ...about }) => {
        const source = streamAsSource(() => octets)
        return importSuppressions(deps, by, { ...about, octets: source })
      },
      isCrash: () => false,
    },
    contacts,
    wordingId,
    received: async (text, fileName = 'clients.csv') => {
      const stream = Readable.from([Buffer.from(text)])
      const importId = await receiveFile(deps, caller, { fileName, stream, sheet: null })
      await analyseImport(deps, caller, importId)
      return importId
    },
    view,
    run: async (importId, request) => {
      const mapping = mappingRequest.parse(request)
      await confirmMapping(deps, caller, { importId, mapping })
      await runImport(deps, caller, importId)
      return view(importId)
    },
    find: (number) =>
      database.inAccount(accountId, (tx) =>
        contacts.findByNumber(tx, accountId, asE164(number) as E164),
      ),
    close: () => fixture.close(),
  }
}
