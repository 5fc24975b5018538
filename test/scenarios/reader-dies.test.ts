// The process that reads an import dies in the middle: it goes on by itself, or is told as stopped;
// nothing is lost.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askUndo } from '../../src/intake/after/undo-import.ts'
import { type ImportView, mappingRequest } from '../../src/intake/contract.ts'
import type { ReadElsewhere } from '../../src/intake/deps.ts'
import { intakeJobs } from '../../src/intake/jobs.ts'
import { confirmMapping } from '../../src/intake/mapping/confirm-mapping.ts'
import { receiveFile } from '../../src/intake/reading/receive-file.ts'
import { findImport, moveOn } from '../../src/intake/store.ts'
import { AppError, type ImportId } from '../../src/kernel/index.ts'
import { type IntakeFixture, intakeFixture } from '../support/intake-fixture.ts'
import { publishedWording } from '../support/published-wording.ts'
import { readersBegun } from '../support/readers-begun.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
}, 240_000)
afterAll(() => accord?.stop())

const people = 9_000
const rows = 23_500
/** Less than four mebibytes: one thread keeps it. */
function fileOf(): string {
  const lines = ['Portable;Prénom;Accord SMS;Date;Recueilli par;Remarque']
  for (let index = 0; index < rows; index += 1) {
    const number = `063998${String(index % people).padStart(4, '0')}`
    lines.push(`${number};Camille;oui;12/03/2026;caisse;${'x'.repeat(120)}`)
  }
  return `${lines.join('\n')}\n`
}

const read = async (id: string): Promise<ImportView> =>
  (await accord.call<ImportView>(token, 'GET', `/v1/imports/${id}`)).body
async function until(id: string, isThere: (view: ImportView) => boolean): Promise<ImportView> {
  for (let turn = 0; turn < 20_000; turn += 1) {
    const view = await read(id)
    if (isThere(view)) return view
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('the import does not come there')
}

test('killed after its first batch, it is taken up again where it stopped, and all adds up', {
  timeout: 75_000,
}, async () => {
  const { wordingId } = await publishedWording(accord)
  const file = { name: 'gros.csv', bytes: fileOf() }
  expect(file.bytes.length).toBeLessThan(4 * 1_048_576)
  const { readers, stop } = readersBegun()
  const { body: made } = await accord.upload<ImportView>(token, '/v1/imports', file)
  await until(made.id, ({ state }) => state === 'analysed' || state === 'mapping_needed')

  try {
    await accord.call(token, 'POST', `/v1/imports/${made.id}/mapping`, {
      columns: [
        { index: 0, field: 'number' },
        { index: 2, field: 'consent_given' },
        { index: 3, field: 'consent_date' },
        { index: 4, field: 'consent_source' },
      ],
      listName: 'Gros',
      consent: { wordingId },
    })
    const begun = await until(made.id, ({ progress, state }) => {
      return state !== 'running' || progress.rowsDone > 0
    })
    expect(begun.state).toBe('running')
    readers.at(-1)?.kill('SIGKILL')
    const cut = await read(made.id)
    expect([cut.state, cut.progress.rowsDone < rows]).toEqual(['running', true])
    const done = await until(made.id, ({ state }) => state === 'done' || state === 'failed')
    expect(readers.length).toBeGreaterThan(0)
    expect(done.state).toBe('done')
    expect(done.counts).toMatchObject({
      rows,
      imported: people,
      duplicates: rows - people,
      consents: people,
      rejected: 0,
    })
    const list = await accord.call<{ members: number }>(token, 'GET', `/v1/lists/${done.listId}`)
    expect(list.body.members).toBe(people)
    // One entry for each consent and no second one: what was cut off was not half there.
    const ledger = await accord.call<{ size: number; waiting: number }>(
      token,
      'GET',
      '/v1/ledger/checkpoint',
    )
    expect(ledger.body.size + ledger.body.waiting).toBe(people + 1)
  } finally {
    stop()
  }
})

async function onFixture(work: (here: IntakeFixture) => Promise<void>): Promise<void> {
  const here = await intakeFixture()
  try {
    await work(here)
  } finally {
    await here.close()
  }
}

/** A file that came in, and is not looked at yet. */
const received = ({ deps, fixture }: IntakeFixture): Promise<ImportId> =>
  receiveFile(deps, fixture.caller, {
    fileName: 'a.csv',
    stream: Readable.from([Buffer.from(fileOf())]),
    sheet: null,
  })

async function mapped({ deps, fixture }: IntakeFixture, importId: ImportId): Promise<void> {
  const mapping = mappingRequest.parse({
    columns: [{ index: 0, field: 'number' }],
    listName: 'Gros',
  })
  await confirmMapping(deps, fixture.caller, { importId, mapping })
}

/** The job of one file, with a reader that behaves so; as the queue runs it, again and again. */
function jobOf(
  here: IntakeFixture,
  name: 'intake.run_import' | 'intake.analyse_import',
  importId: ImportId,
  reader: Partial<ReadElsewhere>,
) {
  const elsewhere = { ...here.elsewhere, ...reader }
  const handler = intakeJobs({ ...here.deps, elsewhere })[name]
  const job = { name, accountId: here.fixture.accountId, input: { importId }, attempt: 1 }
  return (isLastAttempt = false) => handler?.({ ...job, isLastAttempt, isStopping: () => false })
}
type Begin = Parameters<ReadElsewhere['import']>[1]
const failsWith = (error: Error) => async (_work: unknown, begin: Begin) => {
  await begin()
  throw error
}
const gone = new AppError('files.reading_crashed', 'invalid', 'gone')

test(
  'one that dies each time is told as stopped at its last attempt, and what went in can be taken back',
  {
    timeout: 120_000,
  },
  () =>
    onFixture(async (here) => {
      const importId = await here.received(fileOf())
      const cut = failsWith(new AppError('intake.interrupted', 'unavailable', 'cut'))
      const run = jobOf(here, 'intake.run_import', importId, { import: cut })
      await mapped(here, importId)
      await expect(run()).rejects.toThrow('cut')
      expect((await here.view(importId)).state).toBe('running')
      await expect(run(true)).rejects.toThrow('cut')
      const told = await here.view(importId)
      expect(told).toMatchObject({ state: 'failed', failure: { code: 'intake.given_up' } })
      expect(told.failure?.sentence).toMatch(/renvoyez/i)
      await askUndo(here.deps, here.fixture.caller, importId)
      expect((await here.view(importId)).state).toBe('undoing')
    }),
)

test(
  'a file that ends its reader twice is told as such, and never read again',
  {
    timeout: 120_000,
  },
  () =>
    onFixture(async (here) => {
      let begun = 0
      const importId = await received(here)
      const look = jobOf(here, 'intake.analyse_import', importId, {
        import: async (_work, begin) => {
          await begin()
          begun += 1
          throw gone
        },
        isCrash: () => true,
      })
      await expect(look()).rejects.toThrow('gone')
      expect((await here.view(importId)).state).toBe('received')
      await look()
      const told = await here.view(importId)
      expect(told).toMatchObject({ state: 'failed', failure: { code: 'intake.file_crashed' } })
      expect(told.failure?.sentence).toMatch(/coupez-le en plusieurs fichiers/)
      await look()
      expect(begun).toBe(2)
    }),
)

test(
  'a second reading that went on and then meets one crash is not the last',
  {
    timeout: 120_000,
  },
  () =>
    onFixture(async (here) => {
      const { accountId } = here.fixture
      const { database } = here.deps
      const importId = await here.received(fileOf())
      const key = { accountId, importId }
      let done = 0
      const run = jobOf(here, 'intake.run_import', importId, {
        // Each goes on by a batch, the last one by none.
        import: async (_work, begin) => {
          await begin()
          const to = Math.min(done + 3, 6)
          await database.inAccount(accountId, (tx) =>
            moveOn(tx, key, { from: done, to, bytesDone: to, rejectParts: 0 }),
          )
          done = to
          throw gone
        },
        isCrash: () => true,
      })
      await mapped(here, importId)
      for (const rowsDone of [3, 6]) {
        await expect(run()).rejects.toThrow('gone')
        const { state, progress } = await here.view(importId)
        expect([state, progress.rowsDone]).toEqual(['running', rowsDone])
      }
      // Without a step forward it is given up as before.
      await database.inAccount(accountId, (tx) =>
        tx.query('update intake.import set records_done = 7 where import_id = $1', [importId]),
      )
      await run()
      expect(await here.view(importId)).toMatchObject({
        state: 'failed',
        failure: { code: 'intake.file_crashed' },
      })
    }),
)

test(
  'a reading that takes the whole server with it was counted before it began',
  {
    timeout: 120_000,
  },
  () =>
    onFixture(async (here) => {
      const { accountId } = here.fixture
      const importId = await received(here)
      const look = (reader: Partial<ReadElsewhere>) =>
        jobOf(here, 'intake.analyse_import', importId, reader)()
      const counted = async (readings: number) => {
        const key = { accountId, importId }
        const row = await here.deps.database.inAccount(accountId, (tx) => findImport(tx, key))
        return row?.readings_open === readings
      }
      for (const turn of [1, 2]) {
        // The server is gone: nobody hears how it ended.
        void look({ import: async (_work, begin) => (await begin()) && new Promise(() => {}) })
        await eventually(async () => ((await counted(turn)) ? true : null))
      }
      // The third start reads nothing: it says what became of the file.
      await look({ import: failsWith(new Error('read again')) })
      expect(await here.view(importId)).toMatchObject({
        state: 'failed',
        failure: { code: 'intake.file_crashed' },
      })
    }),
)

test(
  'a file that waits for its turn as the server ends is read at the next start, however often',
  {
    timeout: 120_000,
  },
  () =>
    onFixture(async (here) => {
      const importId = await received(here)
      for (let turn = 0; turn < 3; turn += 1) {
        let waits = false
        const reader = {
          import: () => {
            waits = true
            return new Promise(() => {})
          },
        }
        void jobOf(here, 'intake.analyse_import', importId, reader)()
        await eventually(async () => (waits ? true : null))
      }
      await jobOf(here, 'intake.analyse_import', importId, {})()
      expect((await here.view(importId)).state).not.toBe('received')
      expect((await here.view(importId)).state).not.toBe('failed')
    }),
)
