// What an import is forecast to do is what it does; a text that the file quotes is recognised.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { forecastRequest, type ImportView, type MappingRequest } from '../contract.ts'

let intake: IntakeFixture
beforeAll(async () => {
  intake = await intakeFixture()
  // One batch, so that the forecast meets the whole file as the import does.
  intake.deps.batchRecords = 5_120
})
afterAll(() => intake.close())

const boutique = readFileSync(new URL('../../../samples/boutique.csv', import.meta.url))
const text = 'J’accepte de recevoir par SMS les offres de la boutique Lumen.'

const proposed = (view: ImportView): MappingRequest['columns'] =>
  (view.analysis?.columns ?? []).flatMap(({ index, proposedField, storage }) =>
    proposedField !== null && storage === 'may_be_kept' ? [{ index, field: proposedField }] : [],
  )

async function forecast(view: ImportView, mapping: Omit<MappingRequest, 'listName'>) {
  const asked = { importId: view.id as never, mapping: forecastRequest.parse(mapping) }
  return intake.elsewhere.forecast(intake.fixture.caller, asked)
}

const peopleHeld = () =>
  intake.deps.database.inAccount(intake.fixture.accountId, async (tx) => {
    const { rows } = await tx.query<{ people: number; entries: number }>(
      `select (select count(*)::int from contacts.contact) as people,
              (select count(*)::int from intake.import_count) as entries`,
    )
    return rows[0]
  })

describe('the sample of a shop', () => {
  test('shows its first rows masked', async () => {
    const view = await intake.view(await intake.received(boutique, 'boutique.csv'))
    expect(view.analysis?.preview).toHaveLength(5)
    expect(JSON.stringify(view.analysis?.preview)).not.toContain('0639980000')
    expect(view.sameFile).toBeNull()
  })

  test('forecast and import agree, to the row', async () => {
    const { wordingId } = intake
    const view = await intake.view(await intake.received(boutique, 'boutique.csv'))
    expect(view.analysis?.quoted[0]).toMatchObject({ text, wordingId })
    const mapping: Omit<MappingRequest, 'listName'> = {
      columns: proposed(view),
      repairs: ['lost_zero', 'wrong_overseas_prefix'],
      consent: { wordingId, quotedOnly: true },
    }
    const before = await peopleHeld()
    const told = await forecast(view, mapping)
    expect(await peopleHeld()).toEqual(before)
    const whole = await forecast(view, { ...mapping, consent: { wordingId } })
    const done = await intake.run(view.id as never, { ...mapping, listName: 'Boutique' })
    expect(told.counts).toEqual(done.counts)
    expect(told.people).toBe(189)
    expect(told.canReceive).toBe(done.counts?.consents)
    expect(told.canReceive).toBe(107)
    // Only if somebody says so have those seen the text whose row quotes none.
    expect(whole.canReceive).toBe(116)
    const without = told.problems.find(({ reason }) => reason === 'consent_without_wording')
    expect(without?.rows).toBeGreaterThan(0)
    expect(without?.lines.length).toBe(Math.min(20, without?.rows ?? 0))
  })

  test('the same octets again: the list they made is offered, joined, and left by an undo', async () => {
    const view = await intake.view(await intake.received(boutique, 'copie.csv'))
    expect(view.sameFile?.list.name).toBe('Boutique')
    const again: Omit<MappingRequest, 'listName'> = {
      columns: proposed(view),
      repairs: ['lost_zero', 'wrong_overseas_prefix'],
    }
    const told = await forecast(view, again)
    const listId = view.sameFile?.list.id ?? ''
    const done = await intake.run(view.id as never, { ...again, listName: 'copie', listId })
    expect(done.listId).toBe(listId)
    expect(told.counts).toEqual(done.counts)
    expect(done.counts?.imported).toBe(0)
  })

  test('a list that is not there is refused', async () => {
    const view = await intake.view(await intake.received(boutique, 'autre.csv'))
    const listId = '00000000-0000-7000-8000-000000000000'
    const asked = { columns: proposed(view), listName: 'x', listId }
    await expect(intake.run(view.id as never, asked)).rejects.toMatchObject({
      code: 'intake.list_not_found',
    })
  })
})

test('a text that no published wording has is told, with how many rows quote it', async () => {
  const quoted = 'Oui, je veux bien recevoir les offres de la boutique Lumen par SMS.'
  const row = (number: string, source: string) => `${number};oui;12/03/2026;${source}`
  const file = ['Mobile;Accord SMS;Date accord;Recueilli par']
  file.push(row('0639989071', quoted), row('0639989072', `  ${quoted.toLowerCase()}`))
  file.push(row('0639989073', 'Vue une seule fois : rappeler Camille demain matin'))
  const view = await intake.view(await intake.received(file.join('\n')))
  const columns = proposed(view)
  expect(view.analysis?.quoted).toEqual([{ index: 3, text: quoted, rows: 2, wordingId: null }])
  const one = await forecast(view, { columns })
  expect(one.canReceive).toBe(0)
  const { wordingId } = await intake.fixture.publish({ name: 'Papier', shownText: quoted })
  const now = await intake.view(view.id as never)
  expect(now.analysis?.quoted[0]?.wordingId).toBe(wordingId)
  const two = await forecast(view, { columns, consent: { wordingId, quotedOnly: true } })
  expect(two.canReceive).toBe(2)
  const three = await forecast(view, { columns, consent: { wordingId } })
  expect(three.canReceive).toBe(3)
})

describe('row numbers', () => {
  test('are those of a spreadsheet, where a cell of two lines is one row', async () => {
    const file = [
      'Nom;Mobile;Remarque',
      'Un;0639980091;"deux',
      'lignes"',
      'Deux;0199001234;',
      'Trois;0639980091;',
    ].join('\n')
    const view = await intake.view(await intake.received(file))
    const columns: MappingRequest['columns'] = [{ index: 1, field: 'number' }]
    const told = await forecast(view, { columns })
    const lines = told.problems.map(({ kind, lines: at }) => [kind, at])
    expect(lines).toEqual([
      ['rejected', [3]],
      ['quarantined', [2]],
      ['duplicate', [4]],
    ])
  })
})
