// Two runners of one import: the same counts, people and rejects as one alone, and a stop survived.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import type { ImportId } from '../../kernel/index.ts'
import { openRejects } from '../after/read-imports.ts'
import { type MappingRequest, mappingRequest } from '../contract.ts'
import { confirmMapping } from '../mapping/confirm-mapping.ts'
import { Turns, wholeFile } from '../reading/turns.ts'
import { runImport } from './run-import.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

const two = [
  { index: 0, of: 2 },
  { index: 1, of: 2 },
] as const

/** Of three records a batch: duplicates, a no after a yes and rejected rows cross the batches. */
function fileOf(first: number, rows: number): string {
  const lines = ['Prénom;Portable;Accord SMS;Date;Recueilli']
  for (let row = 0; row < rows; row += 1) {
    const last = first + (row % 11 === 10 ? row - 9 : row)
    const number = row % 7 === 5 ? 'pas un numéro' : `063998${last}`
    const answer = row % 11 === 10 ? 'non' : 'oui'
    lines.push(`Camille;${number};${answer};12/03/2026;caisse`)
  }
  return `${lines.join('\n')}\n`
}

const mapping = (): MappingRequest => ({
  columns: [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'number' },
    { index: 2, field: 'consent_given' },
    { index: 3, field: 'consent_date' },
    { index: 4, field: 'consent_source' },
  ],
  listName: 'Deux',
  consent: { wordingId: here.wordingId },
})

async function confirmed(text: string): Promise<ImportId> {
  const importId = await here.received(text)
  const { deps, fixture } = here
  await confirmMapping(deps, fixture.caller, { importId, mapping: mappingRequest.parse(mapping()) })
  return importId
}

async function rejectsOf(importId: ImportId): Promise<string[]> {
  const { stream } = await openRejects(here.deps, here.fixture.caller, {
    importId,
    reason: 'Rows to be mended',
  })
  let text = ''
  for await (const piece of stream) text += piece.toString()
  return text.split('\r\n').map((line) => line.replace(/^[^;]*;/, ''))
}

describe('beside each other', () => {
  test('they keep what one alone keeps, and tell the same', async () => {
    const alone = await confirmed(fileOf(7000, 60))
    await runImport(here.deps, here.fixture.caller, alone)
    const shared = await confirmed(fileOf(7100, 60))
    await Promise.all(two.map((share) => runImport(here.deps, here.fixture.caller, shared, share)))
    const [one, both] = [await here.view(alone), await here.view(shared)]
    expect(both.state).toBe('done')
    expect(both.counts).toEqual(one.counts)
    expect(both.counts).toMatchObject({ rows: 60, rejected: 8 })
    expect(await rejectsOf(shared)).toEqual(await rejectsOf(alone))
  })

  test('where one breaks nothing is lost, and a runner alone goes on from there', async () => {
    const importId = await confirmed(fileOf(7200, 60))
    let batches = 0
    const breaking = {
      ...here.deps,
      contacts: {
        ...here.deps.contacts,
        bulkUpsert: (...args: Parameters<typeof here.deps.contacts.bulkUpsert>) => {
          batches += 1
          if (batches > 4) throw new Error('stops here')
          return here.deps.contacts.bulkUpsert(...args)
        },
      },
    }
    const [first, second] = two
    const { caller } = here.fixture
    // The one that waits for the other gives way, as it does after a minute.
    const after = (ms: number, call: () => void) => here.deps.timers.after(Math.min(ms, 400), call)
    const impatient = { ...here.deps, timers: { ...here.deps.timers, after } }
    const ends = await Promise.allSettled([
      runImport(impatient, caller, importId, first),
      runImport(breaking, caller, importId, second),
    ])
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const { progress, state } = await here.view(importId)
    expect(state).toBe('running')
    expect(progress.rowsDone).toBeGreaterThan(0)
    await runImport(here.deps, caller, importId)
    const done = await here.view(importId)
    expect(done.state).toBe('done')
    expect(done.counts).toMatchObject({ rows: 60, rejected: 8 })
  }, 60_000)
})

test('a batch that fails fails those after it, and none that comes before', async () => {
  const { timers } = here.deps
  const turns = new Turns('one' as ImportId, wholeFile, {
    committed: 3,
    timers,
    look: () => Promise.resolve(3),
  })
  await turns.wait(3)
  const [before, after] = [turns.wait(6), turns.wait(12)]
  const failing = expect(after).rejects.toThrow('stops here')
  turns.fail(12, new Error('stops here'))
  await failing
  await expect(turns.wait(15)).rejects.toThrow('stops here')
  turns.committed(6)
  await before
  turns.close()
})
