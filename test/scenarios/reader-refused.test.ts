// The database refuses a statement of the process that reads a file: the file is not to blame,
// and is read again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isCrash, type Readings, readingProcesses } from '../../src/app/reading/reading-process.ts'
import { mappingRequest } from '../../src/intake/contract.ts'
import { intakeJobs } from '../../src/intake/jobs.ts'
import { confirmMapping } from '../../src/intake/mapping/confirm-mapping.ts'
import { findImport } from '../../src/intake/store.ts'
import type { ImportId } from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { SqlError } from '../../src/storage/index.ts'
import { launchReader } from '../support/app.ts'
import { realTimers } from '../support/clock.ts'
import { type IntakeFixture, intakeFixture } from '../support/intake-fixture.ts'

let here: IntakeFixture
let readings: Readings
beforeAll(async () => {
  here = await intakeFixture()
  const { test: db, clock, dataFolder, keysFolder, accountId } = here.fixture
  await db.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at) values ($1, 1001, 'Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    ),
  )
  const tools = { timers: realTimers, logger: silentLogger, metrics: createMetrics() }
  const { address, logins } = db
  const places = () => ({
    wayIn: { address, logins: { app: logins.app, engine: logins.engine } },
    dataFolder,
    keysFolder,
    originHost: 'accord.example',
    aheadMs: clock.now() - realTimers.now(),
  })
  readings = readingProcesses({ ...tools, places, launch: launchReader })
}, 120_000)
afterAll(async () => {
  await readings?.stop()
  await here?.close()
})

/** Two batches and a little, for two threads. */
const rowsOfTwo = 12_000
const rowsOfOne = 600
async function running(rows: number): Promise<ImportId> {
  const lines = ['Mobile']
  for (let at = 0; at < rows; at += 1) lines.push(`063998${String(at % 9_000).padStart(4, '0')}`)
  const importId = await here.received(`${lines.join('\n')}\n`)
  const mapping = mappingRequest.parse({
    columns: [{ index: 0, field: 'number' }],
    listName: importId,
  })
  await confirmMapping(here.deps, here.fixture.caller, { importId, mapping })
  return importId
}

/** The database refuses the step of an import beyond so many rows. */
const refuse = (sqlState: string, beyond: number) =>
  here.fixture.test.asSuperuser((client) =>
    client.query(`
      create or replace function public.refused() returns trigger language plpgsql as $$
      begin raise exception 'refused' using errcode = '${sqlState}'; end $$;
      create or replace trigger refused before update on intake.import for each row
      when (new.records_done > old.records_done and new.records_done > ${beyond})
      execute function public.refused()`),
  )

const readingsOpen = async (importId: ImportId) => {
  const { accountId } = here.fixture
  const row = await here.deps.database.inAccount(accountId, (tx) =>
    findImport(tx, { accountId, importId }),
  )
  return row?.readings_open
}

function run(importId: ImportId, runnersMax: number): Promise<void> {
  const { accountId } = here.fixture
  const elsewhere = {
    ...here.elsewhere,
    import: (...[work, begin]: Parameters<typeof here.elsewhere.import>) =>
      readings.read({ kind: 'import', work: { ...work, runnersMax } }, undefined, begin),
    isCrash,
  }
  const handler = intakeJobs({ ...here.deps, elsewhere })['intake.run_import']
  const job = { name: 'intake.run_import', accountId, input: { importId }, attempt: 1 }
  return handler?.({ ...job, isLastAttempt: false, isStopping: () => false }) ?? Promise.resolve()
}

const cases: readonly [string, string, number, number][] = [
  ['a deadlock', '40P01', 0, 1],
  ['a deadlock of the second of two threads', '40P01', 5_120, 2],
  ['a lock that was not to be had', '55P03', 0, 1],
]
for (const [name, sqlState, beyond, runners] of cases) {
  test(`${name} is told as what may pass, however often, and then all is kept`, {
    timeout: 240_000,
  }, async () => {
    const rows = runners === 1 ? rowsOfOne : rowsOfTwo
    const importId = await running(rows)
    await refuse(sqlState, beyond)
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(run(importId, runners)).rejects.toMatchObject({
        code: 'storage.database_busy',
        kind: 'unavailable',
        details: { reason: sqlState },
      })
      expect(await readingsOpen(importId)).toBe(0)
    }
    await here.fixture.test.asSuperuser((client) =>
      client.query('drop trigger refused on intake.import'),
    )
    await run(importId, runners)
    expect(await here.view(importId)).toMatchObject({ state: 'done', counts: { rows } })
  })
}

test('any other refusal is our own mistake, told as such, and not the file’s', {
  timeout: 240_000,
}, async () => {
  const importId = await running(rowsOfOne)
  await refuse('23514', 0)
  for (let turn = 0; turn < 3; turn += 1) {
    const failure = await run(importId, 1).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SqlError)
    expect(failure).toMatchObject({ sqlState: '23514' })
    expect((await here.view(importId)).state).toBe('running')
  }
})
