// Files that follow each other: a no ends what an earlier one brought,
// and one taken back leaves no trace of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { verified } from '../../../test/support/verified.ts'
import type { ImportId } from '../../kernel/index.ts'
import { askUndo, undoImport } from '../after/undo-import.ts'
import type { ImportView, MappingRequest } from '../contract.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(async () => {
  // Whatever came and went, an outsider finds nothing wrong in the ledger.
  expect(await verified(here.fixture)).toContain('VERDICT: true')
  await here.close()
})

const columns: MappingRequest['columns'] = [
  { index: 0, field: 'number' },
  { index: 1, field: 'consent_given' },
  { index: 2, field: 'consent_date' },
  { index: 3, field: 'consent_source' },
]
type Row = [number: string, answer: string, date: string]
let files = 0

async function imported(rows: Row[]): Promise<ImportView> {
  files += 1
  await here.fixture.clock.advance(60_000)
  const text = `Portable;Accord SMS;Date;Recueilli\n${rows.map((row) => `${row.join(';')};caisse\n`).join('')}`
  const importId = await here.received(text)
  const consent = { wordingId: here.wordingId }
  const done = await here.run(importId, { columns, listName: `Fichier ${files}`, consent })
  expect(done.failure).toBeNull()
  return done
}

async function undo({ id }: ImportView): Promise<ImportView> {
  await here.fixture.clock.advance(60_000)
  await askUndo(here.deps, here.fixture.caller, id as ImportId)
  await undoImport(here.deps, here.fixture.caller, id as ImportId)
  return here.view(id as ImportId)
}

const within: IntakeFixture['deps']['database']['inAccount'] = (_, work) =>
  here.deps.database.inAccount(here.fixture.accountId, work)
const account = () => here.fixture.accountId

async function personOf(number: string) {
  const contact = await here.find(number)
  if (contact === null) throw new Error('a contact')
  return contact
}

/** The contact's state, and the day since which a consent counts or why none does. */
async function stands(number: string): Promise<string> {
  const { subjectId, marketingState, quarantineReason } = await personOf(number)
  const states = await within(account(), (tx) =>
    here.deps.consent.statesOf(tx, account(), subjectId, here.deps.clock.now()),
  )
  const said = states.map(({ consent }) =>
    consent.effective ? new Date(consent.since).toISOString().slice(0, 10) : consent.why,
  )
  return [marketingState, quarantineReason, ...said].filter((one) => one !== null).join(' ')
}

async function keysOf(number: string) {
  const { subjectId } = await personOf(number)
  const opened = await within(account(), (tx) =>
    here.fixture.vault.openSubjects(tx, account(), [subjectId]),
  )
  const keys = opened.get(subjectId)
  if (keys === undefined) throw new Error('keys')
  return keys
}

async function takesBack(number: string): Promise<void> {
  const keys = await keysOf(number)
  await within(account(), (tx) =>
    here.deps.consent.withdrawConsent(tx, here.fixture.caller, {
      ...{ keys, tag: null, controllerId: here.fixture.controllerId, channel: 'sms' },
      ...{ purpose: 'offers', reason: 'at the desk', at: here.deps.clock.now() },
    }),
  )
}

async function confirms(number: string, givenAt: number): Promise<void> {
  const keys = await keysOf(number)
  await within(account(), (tx) =>
    here.deps.consent.recordConsent(tx, here.fixture.caller, {
      ...{ keys, tag: null, controllerId: here.fixture.controllerId, channel: 'sms' },
      ...{ purpose: 'offers', wordingId: here.wordingId, witness: 'server' },
      evidence: { grade: 'double_opt_in', givenAt, source: null },
    }),
  )
}

const kindsOf = async (number: string) => {
  const { subjectId } = await personOf(number)
  const history = await within(account(), (tx) =>
    here.deps.consent.historyOf(tx, account(), subjectId),
  )
  return history.map(({ kind }) => kind.replace('consent.', ''))
}

describe('an import that is taken back', () => {
  test('lets an earlier consent stand again, and a mended file comes in', async () => {
    const number = '+33639986001'
    await imported([[number, 'oui', '12/03/2026']])
    const wrong = await imported([[number, 'oui', '01/09/2026']])
    expect(await stands(number)).toBe('open 2026-09-01')
    expect((await undo(wrong)).undo).toMatchObject({ erased: 0, kept: 0, withdrawn: 1 })
    expect(await stands(number)).toBe('open 2026-03-12')
    expect(await kindsOf(number)).toEqual(['given', 'given', 'invalidated'])
    const mended = await imported([[number, 'oui', '01/08/2026']])
    expect(mended.counts).toMatchObject({ consents: 1, quarantined: 0 })
    expect(await stands(number)).toBe('open 2026-08-01')
  })

  test('leaves who was known without a consent as they were', async () => {
    const number = '+33639986002'
    await imported([[number, 'oui', '']])
    const wrong = await imported([[number, 'oui', '01/09/2026']])
    expect(await stands(number)).toBe('open 2026-09-01')
    await undo(wrong)
    expect(await stands(number)).toBe('quarantine import_undone')
    const mended = await imported([[number, 'oui', '01/08/2026']])
    expect(mended.counts).toMatchObject({ consents: 1, quarantined: 0 })
    expect(await stands(number)).toBe('open 2026-08-01')
  })

  test('does not bring back another one that was taken back before it', async () => {
    const number = '+33639986003'
    await imported([[number, 'oui', '12/03/2026']])
    const second = await imported([[number, 'oui', '01/05/2026']])
    const third = await imported([[number, 'oui', '01/09/2026']])
    await undo(second)
    expect(await stands(number)).toBe('open 2026-09-01')
    await undo(third)
    expect(await stands(number)).toBe('open 2026-03-12')
  })

  test('leaves what the person took back themselves, before it or after it', async () => {
    const number = '+33639986004'
    await imported([[number, 'oui', '12/03/2026']])
    const later = await imported([[number, 'oui', '01/09/2026']])
    await takesBack(number)
    await undo(later)
    expect(await stands(number)).toContain('withdrawn')
    const again = await imported([[number, 'oui', '01/10/2026']])
    expect(again.counts).toMatchObject({ consents: 0, quarantined: 1 })
  })

  test('and the better proof of a person stays, whichever comes later', async () => {
    const number = '+33639986005'
    const wrong = await imported([[number, 'oui', '01/09/2026']])
    await confirms(number, Date.parse('2026-06-02T10:00:00Z'))
    expect(await stands(number)).toBe('open 2026-06-02')
    await undo(wrong)
    expect(await stands(number)).toBe('open 2026-06-02')
  })
})

describe('a later file that says no', () => {
  test('ends the consent that an earlier one brought, and the counts say so', async () => {
    const [gone, stays] = ['+33639986011', '+33639986012']
    await imported([
      [gone, 'oui', '12/01/2026'],
      [stays, 'oui', '12/01/2026'],
    ])
    const march = await imported([
      [gone, 'non', '05/03/2026'],
      [stays, 'oui', '12/01/2026'],
    ])
    expect(march.counts).toMatchObject({ updated: 2, quarantined: 1 })
    expect(march.counts?.quarantinedBy).toMatchObject([{ reason: 'consent_not_given', rows: 1 }])
    expect(await stands(gone)).toBe('quarantine consent_not_given withdrawn')
    expect(await stands(stays)).toBe('open 2026-01-12')
    // An import cannot undo it.
    const april = await imported([[gone, 'oui', '05/04/2026']])
    expect(april.counts).toMatchObject({ consents: 0, quarantined: 1 })
  })

  test('does nothing by an empty cell: that is no answer', async () => {
    const number = '+33639986020'
    await imported([[number, 'oui', '12/01/2026']])
    const till = await imported([[number, '', '']])
    expect(await stands(number)).toBe('open 2026-01-12')
    expect(till.counts).toMatchObject({ consents: 0, quarantined: 0 })
  })

  test('does nothing where it tells but a state of its own list, or of another channel', async () => {
    const states = ['pending', 'cleaned', 'Never subscribed', 'Non-subscribed', 'e-mail']
    const numbers = states.map((_, place) => `+3363998603${place}`)
    await imported(numbers.map((number): Row => [number, 'oui', '12/01/2026']))
    const rows = numbers.map((number, place): Row => [number, states[place] ?? '', '01/05/2026'])
    const platform = await imported([...rows, ['+33639986039', 'pending', '01/05/2026']])
    for (const number of numbers) expect(await stands(number)).toBe('open 2026-01-12')
    expect(await stands('+33639986039')).toBe('quarantine consent_not_given')
    expect(platform.counts).toMatchObject({ updated: 5, consents: 0, quarantined: 1 })
  })

  test('without a day counts as of now, also against a better proof', async () => {
    const number = '+33639986013'
    await imported([[number, 'oui', '12/01/2026']])
    await confirms(number, here.deps.clock.now())
    await imported([[number, 'non', '']])
    expect(await stands(number)).toBe('quarantine consent_not_given withdrawn')
  })

  test('does not end a newer yes, and nobody is counted who is not held back', async () => {
    const [newer, sameDay] = ['+33639986014', '+33639986015']
    await imported([
      [newer, 'oui', '12/03/2026'],
      [sameDay, 'oui', '12/03/2026 09:00'],
    ])
    const old = await imported([
      [newer, 'non', '11/03/2026'],
      [sameDay, 'non', '12/03/2026'],
    ])
    expect(await stands(newer)).toBe('open 2026-03-12')
    expect(await stands(sameDay)).toBe('quarantine consent_not_given withdrawn')
    expect(old.counts).toMatchObject({ quarantined: 1 })
  })

  test('does so from a row that comes batches after a yes of the same file', async () => {
    const number = '+33639986016'
    await imported([[number, 'oui', '12/01/2026']])
    const others = ['+33639986017', '+33639986018', '+33639986019'].map(
      (other): Row => [other, 'oui', '12/01/2026'],
    )
    const both = await imported([
      [number, 'oui', '01/02/2026'],
      ...others,
      [number, 'non', '05/02/2026'],
    ])
    expect(both.counts).toMatchObject({ consents: 3, quarantined: 1, duplicates: 1 })
    expect(await stands(number)).toBe('quarantine consent_not_given withdrawn')
  })

  test('that is taken back ends nothing, unless another file has said no too', async () => {
    const [once, twice] = ['+33639986021', '+33639986022']
    await imported([
      [once, 'oui', '12/01/2026'],
      [twice, 'oui', '12/01/2026'],
    ])
    const wrong = await imported([
      [once, 'non', ''],
      [twice, 'non', ''],
    ])
    await imported([[twice, 'non', '']])
    expect(await stands(once)).toBe('quarantine consent_not_given withdrawn')
    await undo(wrong)
    expect(await stands(once)).toBe('open 2026-01-12')
    expect(await stands(twice)).toBe('quarantine consent_not_given withdrawn')
    const next = await imported([[once, 'oui', '12/02/2026']])
    expect(next.counts).toMatchObject({ consents: 1 })
  })

  test('of somebody who was not known stands against an older yes, and not against a newer one', async () => {
    const [older, newer, undated] = ['+33639986051', '+33639986052', '+33639986053']
    await imported([
      [older, 'non', '01/06/2026'],
      [newer, 'non', '01/06/2026'],
      [undated, 'non', ''],
    ])
    const next = await imported([
      [older, 'oui', '12/01/2026'],
      [newer, 'oui', '02/06/2026'],
      [undated, 'oui', '12/01/2026'],
    ])
    expect(next.counts).toMatchObject({ consents: 1, quarantined: 2 })
    expect(next.counts?.quarantinedBy).toMatchObject([{ reason: 'consent_older_than_no', rows: 2 }])
    expect(await stands(older)).toBe('quarantine consent_older_than_no')
    expect(await stands(newer)).toBe('open 2026-06-02')
    expect(await stands(undated)).toBe('quarantine consent_older_than_no')
    await confirms(older, here.deps.clock.now())
    expect((await stands(older)).split(' ').at(-1)).toBe(
      new Date(here.deps.clock.now()).toISOString().slice(0, 10),
    )
  })

  test('of somebody new that is taken back lets an older yes in', async () => {
    const number = '+33639986054'
    const wrong = await imported([[number, 'non', '01/06/2026']])
    await undo(wrong)
    const next = await imported([[number, 'oui', '12/01/2026']])
    expect(next.counts).toMatchObject({ consents: 1 })
  })

  test('in a later row of the same file too', async () => {
    const numbers = ['+33639986055', '+33639986056', '+33639986057', '+33639986058']
    await imported(numbers.map((number): Row => [number, 'oui', '12/01/2026']))
    const [number = ''] = numbers
    await imported([
      ...numbers.map((one): Row => [one, 'oui', '01/02/2026']),
      [number, 'non', '05/02/2026'],
    ])
    const old = await imported([[number, 'oui', '03/02/2026']])
    expect(old.counts).toMatchObject({ consents: 0, quarantined: 1 })
  })

  test('is not proven away by a declaration, and a file without a date does not hide it', async () => {
    const number = '+33639986061'
    await imported([[number, 'non', '01/06/2026']])
    await imported([[number, 'oui', '']])
    expect(await stands(number)).toBe('quarantine consent_not_given')
    const keys = await keysOf(number)
    const outcome = await within(account(), (tx) =>
      here.deps.consent.recordConsent(tx, here.fixture.caller, {
        ...{ keys, tag: null, controllerId: here.fixture.controllerId, channel: 'sms' },
        ...{ purpose: 'offers', wordingId: here.wordingId, witness: 'declared' },
        evidence: {
          grade: 'api_declared',
          givenAt: Date.parse('2026-01-12T00:00:00Z'),
          source: 'caisse',
        },
      }),
    )
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: 'refused_since' })
  })

  test('of a whole day counts whole, also beside one of its hours', async () => {
    const number = '+33639986062'
    await imported([[number, 'non', '01/06/2026']])
    await imported([[number, 'non', '01/06/2026 08:00']])
    const same = await imported([[number, 'oui', '01/06/2026 12:00']])
    expect(same.counts).toMatchObject({ consents: 0 })
  })

  test('that is taken back tells no more why somebody is held back', async () => {
    const number = '+33639986063'
    const no = await imported([[number, 'non', '01/06/2026']])
    await imported([[number, 'oui', '12/01/2026']])
    expect(await stands(number)).toBe('quarantine consent_older_than_no')
    await undo(no)
    expect(await stands(number)).toBe('quarantine import_undone')
  })
})
