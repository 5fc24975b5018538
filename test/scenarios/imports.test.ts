// The samples come in over HTTP as a sender would send them: verdict, mapping, counts,
// rejected rows.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportView, MappingRequest } from '../../src/intake/contract.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord()
  token = accord.accounts[0].token
}, 120_000)
afterAll(() => accord.stop())

const sample = (name: string) => ({ name, bytes: readFileSync(`samples/${name}`) })

async function rests(id: string): Promise<ImportView> {
  for (let turn = 0; turn < 300; turn += 1) {
    const { body } = await accord.call<ImportView>(token, 'GET', `/v1/imports/${id}`)
    if (body.state !== 'received' && body.state !== 'running') return body
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the import does not come to rest')
}

async function analysed(name: string): Promise<ImportView> {
  const { status, body } = await accord.upload<ImportView>(token, '/v1/imports', sample(name))
  expect(status).toBe(201)
  return rests(body.id)
}

/** As proposed, which is what the screen sends when nothing is changed. */
function proposedOf(view: ImportView): MappingRequest['columns'] {
  return (view.analysis?.columns ?? []).flatMap(({ index, proposedField }) =>
    proposedField === null ? [] : [{ index, field: proposedField }],
  )
}

async function published(shownText: string, controllerName: string): Promise<string> {
  const { body } = await accord.call<{ items: { id: string }[] }>(token, 'GET', '/v1/controllers')
  const draft = {
    name: controllerName,
    language: 'fr',
    medium: 'till',
    controllerId: body.items[0]?.id,
    controllerName,
    shownText,
    channels: ['sms'],
    purposes: ['offers'],
  }
  const made = await accord.call<{ id: string }>(token, 'POST', '/v1/wordings', draft)
  expect(made.status).toBe(201)
  const done = await accord.call(token, 'POST', `/v1/wordings/${made.body.id}/publish`)
  expect(done.status).toBeLessThan(300)
  return made.body.id
}

const shopWording = 'J’accepte de recevoir par SMS les offres de la boutique Lumen.'

test('The shop’s file goes in with its consents, and each of its 220 rows is accounted for.', async () => {
  await published(shopWording, 'boutique Lumen')
  const view = await analysed('boutique.csv')
  expect(view).toMatchObject({ state: 'analysed', analysis: { rows: 220 } })
  const mapping: MappingRequest = {
    columns: proposedOf(view),
    listName: 'Boutique',
    repairs: ['lost_zero'],
    consent: {},
  }
  const started = await accord.call(token, 'POST', `/v1/imports/${view.id}/mapping`, mapping)
  expect(started.status).toBe(202)
  const done = await rests(view.id)
  expect(done.state).toBe('done')
  const counts = done.counts
  if (counts === null) throw new Error('no counts')
  const { imported, updated, duplicates, objected, rejected, quarantined, consents } = counts
  expect(imported + updated + duplicates + objected + rejected).toBe(220)
  expect(imported).toBeGreaterThan(150)
  expect(duplicates).toBeGreaterThan(15)
  expect(consents).toBeGreaterThan(80)
  expect(consents + quarantined).toBe(imported + updated)
  const reasons = counts.rejectedBy.map(({ reason }) => reason)
  expect(reasons).toEqual(
    expect.arrayContaining(['number_empty', 'number_two_numbers', 'number_landline']),
  )
  const why = counts.quarantinedBy.map(({ reason }) => reason)
  expect(why).toEqual(
    expect.arrayContaining([
      'consent_not_given',
      'consent_date_unreadable',
      'consent_date_in_future',
      'consent_wording_unknown',
    ]),
  )
  const file = await accord.call<string>(token, 'POST', `/v1/imports/${view.id}/rejects`, {
    reason: 'To mend the rows',
  })
  expect(file.status).toBe(200)
  expect(file.body.trim().split('\r\n')).toHaveLength(rejected + 1)
  expect(file.headers.get('content-disposition')).toContain('boutique')
})

test('The surgery’s illnesses and social-security numbers do not go in.', async () => {
  const view = await analysed('cabinet.xlsx')
  const storage = new Map(view.analysis?.columns.map(({ type, storage }) => [type, storage]))
  expect(storage.get('nir')).toBe('never_kept')
  expect(storage.get('health')).toBe('needs_legal_basis')
  expect(view.analysis?.warnings.length).toBeGreaterThanOrEqual(2)
  const columns = proposedOf(view)
  const health = view.analysis?.columns.find(({ type }) => type === 'health')?.index ?? -1
  const path = `/v1/imports/${view.id}/mapping`
  const refused = await accord.call<{ code: string }>(token, 'POST', path, {
    columns: [...columns, { index: health, field: 'email' }],
    listName: 'Patients',
  })
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'intake.mapping_column_needs_legal_basis' },
  })
  const mapping = { columns, listName: 'Patients', repairs: ['lost_zero'] }
  expect((await accord.call(token, 'POST', path, mapping)).status).toBe(202)
  const done = await rests(view.id)
  expect(done.counts).toMatchObject({ rows: 120, imported: 120, consents: 0, quarantined: 120 })
  expect(done.droppedColumns.length).toBeGreaterThan(3)
})

test('A school’s two numbers a row are a person’s choice.', async () => {
  const view = await analysed('ecole.csv')
  expect(view.state).toBe('mapping_needed')
  expect(view.analysis?.columns.find(({ type }) => type === 'ine')?.storage).toBe('never_kept')
})

test('Nobody sees the imports of another account, nor any without the right.', async () => {
  const { body } = await accord.call<{ items: ImportView[] }>(token, 'GET', '/v1/imports')
  expect(body.items.length).toBeGreaterThanOrEqual(3)
  const other = accord.accounts[1].token
  const others = await accord.call<{ items: ImportView[] }>(other, 'GET', '/v1/imports')
  expect(others.body.items).toEqual([])
  const path = `/v1/imports/${body.items[0]?.id}`
  for (const of of ['', '/progress']) {
    expect((await accord.call(other, 'GET', `${path}${of}`)).status).toBe(404)
  }
  const reason = 'To mend the rows'
  expect((await accord.call(other, 'POST', `${path}/rejects`, { reason })).status).toBe(404)
  expect((await accord.call('', 'GET', '/v1/imports')).status).toBe(401)
})

test('Bad files are answered with one sentence that says what to do.', async () => {
  const empty = await accord.upload<{ code: string }>(token, '/v1/imports', {
    name: 'vide.csv',
    bytes: '',
  })
  expect(empty).toMatchObject({ status: 400, body: { code: 'intake.file_empty' } })
  const cut = readFileSync('samples/cabinet.xlsx').subarray(0, 4_000)
  const sent = await accord.upload<ImportView>(token, '/v1/imports', {
    name: 'coupe.xlsx',
    bytes: cut,
  })
  const view = await rests(sent.body.id)
  expect(view).toMatchObject({ state: 'failed', failure: { code: 'intake.xlsx_cut' } })
})

test('a file that nobody wants is deleted before its day, and runs no more', async () => {
  const { id } = await analysed('cabinet.xlsx')
  const { status, body } = await accord.call<ImportView>(token, 'DELETE', `/v1/imports/${id}/file`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ state: 'failed', failure: { code: 'intake.file_dropped' } })
  // What was shown of it went too.
  expect(body.analysis?.preview).toEqual([])
  type Refused = { code: string }
  const mapping = { columns: [{ index: 0, field: 'number' }], listName: 'Rien' }
  const run = await accord.call<Refused>(token, 'POST', `/v1/imports/${id}/mapping`, mapping)
  expect([run.status, run.body.code]).toEqual([409, 'intake.not_ready_for_mapping'])
  const again = await accord.call<Refused>(token, 'DELETE', `/v1/imports/${id}/file`)
  expect([again.status, again.body.code]).toEqual([409, 'intake.file_not_waiting'])
  const { cookie } = accord.owner
  type Notices = { items: { kind: string; leadsTo: string }[] }
  const told = await accord.call<Notices>(cookie, 'GET', '/v1/notifications')
  expect(told.body.items.filter(({ leadsTo }) => leadsTo === `/imports/${id}`)).toEqual([])
})
