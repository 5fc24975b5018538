// A file large enough for two threads of its own: a STOP counts meanwhile, a restart goes on,
// all adds up.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportView, MappingRequest } from '../../src/intake/contract.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord()
  token = accord.accounts[0].token
}, 240_000)
afterAll(() => accord.stop())

const people = 9_000
const rows = 24_000
const numberOf = (index: number) => `06 39 98 ${String(index % people).padStart(4, '0')}`

/** More than four mebibytes: each person again and again, the first time counts. */
function largeFile(): string {
  let text = 'Prénom;Nom;Portable;Accord SMS;Date accord;Recueilli par;Remarque\n'
  for (let index = 0; index < rows; index += 1) {
    text += `Camille;Exemple;${numberOf(index)};oui;12/03/2026;caisse;${'x'.repeat(160)}\n`
  }
  return text
}

const read = async (id: string): Promise<ImportView> =>
  (await accord.call<ImportView>(token, 'GET', `/v1/imports/${id}`)).body

async function until(id: string, isThere: (view: ImportView) => boolean): Promise<ImportView> {
  for (let turn = 0; turn < 1_200; turn += 1) {
    const view = await read(id)
    if (isThere(view)) return view
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the import does not come there')
}

test('An import in its threads is stopped in the middle, and goes on with nothing lost.', async () => {
  const { wordingId } = await publishedWording(accord)
  const file = { name: 'gros.csv', bytes: largeFile() }
  expect(file.bytes.length).toBeGreaterThan(4 * 1_048_576)
  const { body: made } = await accord.upload<ImportView>(token, '/v1/imports', file)
  const analysed = await until(made.id, ({ state }) => state !== 'received')
  expect(analysed.analysis?.rows).toBe(rows)
  const columns: MappingRequest['columns'] = (analysed.analysis?.columns ?? []).flatMap(
    ({ index, proposedField }) => (proposedField === null ? [] : [{ index, field: proposedField }]),
  )
  const mapping: MappingRequest = { columns, listName: 'Gros', consent: { wordingId } }
  await accord.call(token, 'POST', `/v1/imports/${made.id}/mapping`, mapping)
  const from = performance.now()
  const begun = await until(made.id, ({ progress }) => progress.rowsDone > 0)

  // People near the end of the file say STOP while it runs: recorded at once, and it stands. The
  // middle one of three, since a machine that runs other tests may hold one of them up.
  const number = `+33639${String(980_000 + people - 1)}`
  const waits: number[] = []
  for (const said of [number, `+33639${980_000 + people - 2}`, `+33639${980_000 + people - 3}`]) {
    const before = performance.now()
    const stop = await accord.call(token, 'POST', '/v1/objections', { number: said })
    expect(stop.status).toBeLessThan(300)
    waits.push(performance.now() - before)
  }
  if (begun.state === 'running') await accord.restart()
  const done = await until(made.id, ({ state }) => state === 'done' || state === 'failed')
  // None waited for the import, nor for a large part of it.
  expect(waits.sort((a, b) => a - b)[1]).toBeLessThan((performance.now() - from) / 4)
  const { counts } = done
  if (counts === null) throw new Error('no counts')
  const { imported, updated, duplicates, objected, rejected, quarantined, consents } = counts
  expect(done.state).toBe('done')
  expect(imported + updated + duplicates + objected + rejected).toBe(rows)
  expect(duplicates).toBe(rows - people)
  expect(imported + objected).toBe(people)
  expect(consents + quarantined + objected).toBe(people)
  const checked = await accord.call<{ items: unknown[] }>(token, 'POST', '/v1/objections/check', {
    numbers: [number],
  })
  expect(JSON.stringify(checked.body)).toContain('marketing')
}, 240_000)
