// A file that would change whom it may not change: told, kept apart, decided by a person, undone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  holdRows,
  leaveHeld,
  readHeld,
  revealHeld,
  takeHeld,
} from '../../../test/support/held-acts.ts'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import type { ContactId, ImportId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { askUndo, undoImport } from '../after/undo-import.ts'
import type { ImportView, MappingRequest } from '../contract.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

const mapping = (): MappingRequest => ({
  columns: [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'number' },
    { index: 2, field: 'birth_date' },
    { index: 3, field: 'postcode' },
    { index: 4, field: 'consent_given' },
    { index: 5, field: 'consent_date' },
    { index: 6, field: 'consent_source' },
  ],
  listName: 'Clients',
  consent: { wordingId: here.wordingId },
})
type Row = readonly [name: string, number: string, born: string, postcode?: string, yes?: string]
const textOf = (rows: readonly Row[]) =>
  [
    'Prénom;Portable;Date de naissance;Code postal;Accord SMS;Date;Recueilli',
    ...rows.map(([name, number, born, postcode = '', yes = '']) =>
      [name, number, born, postcode, yes, yes === '' ? '' : '12/03/2026', 'caisse'].join(';'),
    ),
  ].join('\n')

async function imported(rows: readonly Row[]): Promise<ImportView> {
  await here.fixture.clock.advance(60_000)
  const done = await here.run(await here.received(textOf(rows)), mapping())
  expect(done.failure).toBeNull()
  return done
}
const within = <T>(work: (tx: Tx) => Promise<T>) =>
  here.deps.database.inAccount(here.fixture.accountId, work)

async function contactOf(number: string) {
  const contact = await here.find(number)
  if (contact === null) throw new Error('a contact')
  return contact
}
async function fieldsOf(number: string) {
  const contact = await contactOf(number)
  const opened = await within((tx) =>
    here.contacts.openContacts(tx, here.fixture.accountId, [contact]),
  )
  return opened.get(contact.subjectId)?.body.fields
}
const restrict = async (number: string, isRestricted: boolean) => {
  const { id: contactId } = await contactOf(number)
  const at = here.deps.clock.now()
  const asked = { contactId, at, isRestricted }
  await within((tx) => here.contacts.restrict(tx, here.fixture.accountId, asked))
}
const caller = () => here.fixture.caller
const held = async (of: { importId?: string; contactId?: ContactId } = {}) => {
  const page = { importId: (of.importId ?? null) as ImportId | null, after: null, limit: 10 }
  const asked = { ...page, contactId: of.contactId ?? null }
  return (await within((tx) => readHeld(here.deps, tx, caller(), asked))).items
}
const ofNumber = async (number: string, importId?: string) => {
  const { id: contactId } = await contactOf(number)
  const rows = await held({ contactId, ...(importId === undefined ? {} : { importId }) })
  return rows[0]
}
type Seen = Awaited<ReturnType<typeof ofNumber>>
const nobodys = '019bbbbb-0000-7000-8000-000000000001'
const readOf = (row: Seen) => ({
  id: row?.id ?? nobodys,
  ...{ heldAt: row?.heldAt ?? '', updatedAt: row?.contactUpdatedAt ?? '' },
})
const takeSeen = (row: Seen, reason = 'La mère a montré le livret.') => {
  const at = here.deps.clock.now()
  return within((tx) => takeHeld(here.deps, tx, caller(), { ...readOf(row), reason, at }))
}
const take = async (number: string, importId?: string) =>
  (await takeSeen(await ofNumber(number, importId))).changed
const leaveSeen = (row: Seen) => within((tx) => leaveHeld(here.deps, tx, caller(), readOf(row)))
const leave = async (number: string) => leaveSeen(await ofNumber(number))
async function undo({ id }: ImportView): Promise<ImportView> {
  await here.fixture.clock.advance(60_000)
  await askUndo(here.deps, caller(), id as ImportId)
  await undoImport(here.deps, caller(), id as ImportId)
  return here.view(id as ImportId)
}
const deeds = async (action: string) => {
  const entries = await within((tx) =>
    here.deps.audit.list(tx, here.fixture.accountId, { before: null, limit: 100 }),
  )
  return entries.filter((entry) => entry.action === action)
}

test('a later date of birth makes nobody older: the row is kept apart, and a user decides', async () => {
  const number = '+33639989101'
  await imported([['Lou', number, '10/05/2014']])
  const later = await imported([['Louise', number, '10/05/1990', '67000', 'oui']])
  expect(later.counts).toMatchObject({ rows: 1, updated: 1, held: 1, consents: 1 })
  expect(later.counts?.heldBy).toMatchObject([{ reason: 'made_older', rows: 1 }])
  expect(later.counts?.heldBy[0]?.sentence).toMatch(/mineur|minor/)
  expect(await fieldsOf(number)).toEqual({ firstName: 'Lou', birthDate: '2014-05-10' })
  // What it says of consent counts: the gate asks for the age by itself.
  expect(await contactOf(number)).toMatchObject({ marketingState: 'open', postcodeArea: null })
  const [row, ...more] = await held({ importId: later.id })
  expect(more).toEqual([])
  expect(row).toMatchObject({
    ...{ importId: later.id, line: 2, reason: 'made_older', mayTake: true },
    isContactNewer: false,
    changes: ['firstName', 'postcode', 'birthDate'],
  })
  const look = { id: row?.id ?? '', reason: 'comparer les dates' }
  const shown = await within((tx) => revealHeld(here.deps, tx, caller(), look))
  expect(shown.row.fields).toMatchObject({ birthDate: '1990-05-10' })
  expect(shown.contact.fields).toMatchObject({ birthDate: '2014-05-10' })
  expect(await take(number)).toEqual(['firstName', 'postcode', 'birthDate'])
  expect(await fieldsOf(number)).toEqual({
    ...{ firstName: 'Louise', postcode: '67000', birthDate: '1990-05-10' },
  })
  expect(await contactOf(number)).toMatchObject({ postcodeArea: '67' })
  expect(await held({ importId: later.id })).toEqual([])
  expect(await deeds('contacts.held_taken')).toMatchObject([
    { reason: 'La mère a montré le livret.' },
  ])
  expect(await deeds('contacts.held_revealed')).toHaveLength(1)
  await expect(take(number)).rejects.toMatchObject({ code: 'contacts.held_row_not_found' })
})

// biome-ignore format: a table reads as a table
test.each([
  ['one year earlier, and still a minor', '10/05/2014', '10/05/2013', true],
  ['a year without its day that may be earlier', '10/05/2014', '2013-00-00', true],
  ['younger', '10/05/2014', '10/05/2015', false],
  ['the same', '10/05/2014', '10/05/2014', false],
  ['an adult made another adult', '10/05/1990', '10/05/1980', false],
  ['an adult made a minor', '10/05/1990', '10/05/2014', false],
  ['nobody knew', '', '10/05/1990', false],
  ['no date in the row', '10/05/2014', '', false],
])('A date of birth: %s', async (_, first, second, isHeld) => {
  const number = `+336399892${String(10 + cases).padStart(2, '0')}`
  cases += 1
  await imported([['Ana', number, first]])
  const before = await fieldsOf(number)
  const { counts } = await imported([['Anna', number, second]])
  expect(counts?.held).toBe(isHeld ? 1 : 0)
  const after = await fieldsOf(number)
  if (isHeld) expect(after).toEqual(before)
  else expect(after?.firstName).toBe('Anna')
})
let cases = 0

test('whose data is restricted is not changed by a file, and their STOP and consent are', async () => {
  const number = '+33639989103'
  await imported([['Zoé', number, '10/05/1990']])
  await restrict(number, true)
  const same = await imported([['Zoé', number, '10/05/1990']])
  expect(same.counts?.held).toBe(0)
  const later = await imported([['Zoe', number, '10/05/1990', '67000', 'oui']])
  expect(later.counts?.heldBy).toMatchObject([{ reason: 'data_restricted', rows: 1 }])
  expect(later.counts).toMatchObject({ consents: 1 })
  expect(await fieldsOf(number)).toEqual({ firstName: 'Zoé', birthDate: '1990-05-10' })
  expect(await held({ importId: later.id })).toMatchObject([
    { reason: 'data_restricted', mayTake: false },
  ])
  await expect(take(number)).rejects.toMatchObject({ code: 'contacts.data_restricted' })
  await expect(leave(number)).rejects.toMatchObject({ code: 'contacts.deletion_restricted' })
  const no = await imported([['Zoe', number, '', '', 'non']])
  expect(no.counts).toMatchObject({ held: 1 })
  expect(await contactOf(number)).toMatchObject({ marketingState: 'quarantine' })
  // Each file keeps its row; once the restriction ends they may be taken.
  expect(await held({ importId: later.id })).toHaveLength(1)
  await restrict(number, false)
  expect(await held({ importId: no.id })).toMatchObject([{ mayTake: true }])
  expect(await take(number, no.id)).toEqual(['firstName'])
  expect(await take(number, later.id)).toEqual(['postcode'])
})

test('left out, a row goes and nothing is changed', async () => {
  const number = '+33639989104'
  await imported([['Lou', number, '10/05/2014']])
  await imported([['Lou', number, '10/05/1990']])
  await leave(number)
  expect(await fieldsOf(number)).toMatchObject({ birthDate: '2014-05-10' })
  expect(await deeds('contacts.held_left')).toHaveLength(1)
  await expect(leave(number)).rejects.toMatchObject({ code: 'contacts.held_row_not_found' })
})

test('what was changed meanwhile is decided by nobody who did not see it', async () => {
  const number = '+33639989109'
  await imported([['Lou', number, '10/05/2014']])
  const first = await imported([['Louise', number, '10/05/1990']])
  const seen = await ofNumber(number)
  // The contact is corrected after the row came and was read.
  await here.fixture.clock.advance(60_000)
  await imported([['Louison', number, '']])
  expect(await fieldsOf(number)).toMatchObject({ firstName: 'Louison' })
  const stale = { code: 'contacts.contact_stale' }
  await expect(takeSeen(seen)).rejects.toMatchObject(stale)
  await expect(leaveSeen(seen)).rejects.toMatchObject(stale)
  const again = await ofNumber(number, first.id)
  expect(again).toMatchObject({ isContactNewer: true, changes: ['firstName', 'birthDate'] })
  const other = { ...again, heldAt: '2020-01-01T00:00:00.000Z' } as Seen
  await expect(takeSeen(other)).rejects.toMatchObject({ code: 'contacts.held_row_stale' })
  expect((await takeSeen(again)).changed).toEqual(['firstName', 'birthDate'])
})

test('neither another file nor what came without one takes the place of a row', async () => {
  const number = '+33639989110'
  await imported([['Lou', number, '10/05/2014']])
  const first = await imported([['Louise', number, '10/05/1990']])
  const second = await imported([['Louisa', number, '10/05/1991']])
  const { id: contactId, subjectId } = await contactOf(number)
  const { accountId } = here.fixture
  const fromForm = (firstName: string) =>
    within(async (tx) => {
      const keys = (await here.deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
      if (keys === undefined) throw new Error('their keys')
      const row = { fields: { firstName } }
      const holding = { contactId, keys, row, reason: 'made_older' as const }
      const at = here.deps.clock.now()
      await holdRows(here.deps, tx, { accountId, importId: null, at }, [holding])
    })
  await fromForm('Anna')
  await fromForm('Anne')
  const rows = await held({ contactId })
  expect(rows.map(({ importId }) => importId)).toEqual([first.id, second.id, null])
  const look = (id: string) => ({ id, reason: 'comparer les lignes' })
  const told = []
  for (const { id } of rows) {
    const shown = await within((tx) => revealHeld(here.deps, tx, caller(), look(id)))
    told.push(shown.row.fields.firstName)
  }
  expect(told).toEqual(['Louise', 'Louisa', 'Anne'])
})

test('an import that is taken back takes its rows with it; what was decided stays', async () => {
  const [waits, decided] = ['+33639989105', '+33639989106']
  await imported([
    ['Lou', waits, '10/05/2014'],
    ['Max', decided, '10/05/2014'],
  ])
  const later = await imported([
    ['Louise', waits, '10/05/1990'],
    ['Maxime', decided, '10/05/1991'],
  ])
  expect(await held({ importId: later.id })).toHaveLength(2)
  await take(decided)
  expect((await undo(later)).state).toBe('undone')
  expect(await held({ importId: later.id })).toEqual([])
  await expect(take(waits)).rejects.toMatchObject({ code: 'contacts.held_row_not_found' })
  expect(await fieldsOf(waits)).toMatchObject({ firstName: 'Lou', birthDate: '2014-05-10' })
  expect(await fieldsOf(decided)).toMatchObject({ firstName: 'Maxime', birthDate: '1991-05-10' })
})

test('an erasure takes the row too, and the person reads it in their copy before', async () => {
  const number = '+33639989107'
  await imported([['Lou', number, '10/05/2014']])
  await imported([['Louise', number, '10/05/1990']])
  const { id: contactId, subjectId } = await contactOf(number)
  const { accountId } = here.fixture
  const copy = await within((tx) => here.contacts.holder.exportSubject(tx, accountId, subjectId))
  expect(copy).toMatchObject({ rowsKeptApart: [{ fields: { firstName: 'Louise' } }] })
  await within((tx) => here.contacts.erase(tx, caller(), { contactId, asked: null }))
  expect(await held({ contactId })).toEqual([])
  const rows = await here.fixture.test.asSuperuser((client) =>
    client.query('select from contacts.held_row where contact_id = $1', [contactId]),
  )
  expect(rows.rowCount).toBe(0)
})

test('the forecast tells it before anything is kept, with the row', async () => {
  const number = '+33639989108'
  await imported([['Lou', number, '10/05/2014']])
  const importId = await here.received(textOf([['Louise', number, '10/05/1990']]))
  const { listName: _, ...asked } = mapping()
  const forecast = await here.elsewhere.forecast(caller(), {
    importId,
    mapping: {
      ...asked,
      sensitive: [],
      custom: [],
      country: 'FR',
      repairs: [],
      overrules: [],
    } as never,
  })
  expect(forecast.problems).toContainEqual(
    expect.objectContaining({ kind: 'held', reason: 'made_older', rows: 1, lines: [2] }),
  )
  expect(await held({ contactId: (await contactOf(number)).id })).toEqual([])
})
