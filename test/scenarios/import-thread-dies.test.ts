// The thread of an import dies in the middle: the import goes on by itself, or is told as stopped; nothing is lost.
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmMapping } from '../../src/intake/confirm-mapping.ts'
import { type ImportView, mappingRequest } from '../../src/intake/contract.ts'
import { intakeJobs } from '../../src/intake/jobs.ts'
import { askUndo } from '../../src/intake/undo-import.ts'
import { AppError } from '../../src/kernel/index.ts'
import { intakeGround } from '../support/intake-ground.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
}, 240_000)
afterAll(() => accord?.stop())

const people = 9_000
const rows = 23_500
/** More than a mebibyte and less than four: one thread keeps it. */
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
  timeout: 240_000,
}, async () => {
  const { body } = await accord.call<{ items: { id: string }[] }>(token, 'GET', '/v1/controllers')
  const { body: wording } = await accord.call<{ id: string }>(token, 'POST', '/v1/wordings', {
    name: 'Caisse',
    language: 'fr',
    medium: 'till',
    controllerId: body.items[0]?.id,
    shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await accord.call(token, 'POST', `/v1/wordings/${wording.id}/publish`)
  const file = { name: 'gros.csv', bytes: fileOf() }
  expect(file.bytes.length).toBeGreaterThan(1_048_576)
  expect(file.bytes.length).toBeLessThan(4 * 1_048_576)
  const { body: made } = await accord.upload<ImportView>(token, '/v1/imports', file)
  await until(made.id, ({ state }) => state === 'analysed' || state === 'mapping_needed')

  const threads: Worker[] = []
  const seen = (thread: Worker) => threads.push(thread)
  process.on('worker', seen)
  try {
    await accord.call(token, 'POST', `/v1/imports/${made.id}/mapping`, {
      columns: [
        { index: 0, field: 'number' },
        { index: 2, field: 'consent_given' },
        { index: 3, field: 'consent_date' },
        { index: 4, field: 'consent_source' },
      ],
      listName: 'Gros',
      consent: { wordingId: wording.id },
    })
    const begun = await until(made.id, ({ progress, state }) => {
      return state !== 'running' || progress.rowsDone > 0
    })
    expect(begun.state).toBe('running')
    await threads[0]?.terminate()
    const cut = await read(made.id)
    expect([cut.state, cut.progress.rowsDone < rows]).toEqual(['running', true])
    const done = await until(made.id, ({ state }) => state === 'done' || state === 'failed')
    expect(threads.length).toBeGreaterThan(1)
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
    process.off('worker', seen)
  }
})

test('one that dies each time is told as stopped at its last attempt, and what went in can be taken back', {
  timeout: 120_000,
}, async () => {
  const here = await intakeGround()
  try {
    const { accountId } = here.ground
    const importId = await here.received(fileOf())
    const cutOff = () => Promise.reject(new AppError('intake.interrupted', 'unavailable', 'cut'))
    const handler = intakeJobs({ ...here.deps, elsewhere: cutOff })['intake.run_import']
    const job = { name: 'intake.run_import', accountId, input: { importId }, attempt: 1 }
    const mapping = mappingRequest.parse({
      columns: [{ index: 0, field: 'number' }],
      listName: 'Gros',
    })
    await confirmMapping(here.deps, here.ground.caller, { importId, mapping })
    await expect(handler?.({ ...job, isLastAttempt: false })).rejects.toThrow('cut')
    expect((await here.view(importId)).state).toBe('running')
    await expect(handler?.({ ...job, isLastAttempt: true })).rejects.toThrow('cut')
    const told = await here.view(importId)
    expect(told).toMatchObject({ state: 'failed', failure: { code: 'intake.given_up' } })
    expect(told.failure?.sentence).toMatch(/envoyez de nouveau/)
    await askUndo(here.deps, here.ground.caller, importId)
    expect((await here.view(importId)).state).toBe('undoing')
  } finally {
    await here.close()
  }
})
