// A file says no of people whom another legal basis than consent covers: it ends that,
// for every later sale.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { verified } from '../../../test/support/verified.ts'
import type { E164, ImportId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { askUndo, undoImport } from '../after/undo-import.ts'
import { type ImportView, type MappingRequest, mappingRequest } from '../contract.ts'
import { confirmMapping } from '../mapping/confirm-mapping.ts'
import { runImport } from './run-import.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
  await switched(['soft_opt_in'])
})
afterAll(async () => {
  // Whatever came and went, an outsider finds nothing wrong in the ledger.
  expect(await verified(here.fixture)).toContain('VERDICT: true')
  await here.close()
})

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  here.deps.database.inAccount(here.fixture.accountId, work)
const switched = (legalBases: Parameters<typeof here.deps.consent.switchLegalBases>[2]) =>
  within((tx) => here.deps.consent.switchLegalBases(tx, here.fixture.accountId, legalBases))

const mapping = (): MappingRequest => ({
  columns: [
    { index: 0, field: 'number' },
    { index: 1, field: 'consent_given' },
    { index: 2, field: 'consent_date' },
    { index: 3, field: 'consent_source' },
  ],
  listName: 'Clients',
  consent: { wordingId: here.wordingId },
})
type Row = [number: string, answer: string, date?: string]
const textOf = (rows: Row[]) =>
  `Portable;Accord SMS;Date;Recueilli\n${rows.map(([number, answer, date = '']) => `${number};${answer};${date};caisse\n`).join('')}`

async function imported(rows: Row[]): Promise<ImportView> {
  await here.fixture.clock.advance(60_000)
  const done = await here.run(await here.received(textOf(rows)), mapping())
  expect(done.failure).toBeNull()
  return done
}

async function undo({ id }: ImportView): Promise<void> {
  await here.fixture.clock.advance(60_000)
  await askUndo(here.deps, here.fixture.caller, id as ImportId)
  await undoImport(here.deps, here.fixture.caller, id as ImportId)
}

async function personOf(number: string) {
  const contact = await here.find(number)
  if (contact === null) throw new Error('a contact')
  const { accountId } = here.fixture
  const opened = await within((tx) =>
    here.fixture.vault.openSubjects(tx, accountId, [contact.subjectId]),
  )
  const keys = opened.get(contact.subjectId)
  if (keys === undefined) throw new Error('keys')
  return { contact, keys, tag: here.fixture.vault.suppressionTag(accountId, number as E164) }
}

async function sold(number: string, daysAgo = 1, purpose = 'offers'): Promise<string> {
  const { contact, keys, tag } = await personOf(number)
  return within(async (tx) => {
    const done = await here.deps.consent.recordLegalBasis(tx, here.fixture.caller, {
      ...{ legalBasis: 'soft_opt_in', keys, tag, countries: ['FR', 'FR'], purpose },
      ...{ controllerId: here.fixture.controllerId, wordingId: here.wordingId },
      since: here.fixture.clock.now() - daysAgo * 86_400_000,
      ...{ reference: 'commande 4512', source: 'boutique' },
      ...{ collectedFromPerson: true, refusalOffered: true, ownSimilarProducts: true },
    })
    if (done.outcome === 'refused') return done.refusal
    await here.contacts.openToMarketing(tx, here.fixture.accountId, [contact.subjectId])
    return done.outcome
  })
}

/** Who bought something, and has agreed to nothing. */
async function customer(number: string): Promise<void> {
  await imported([[number, '']])
  expect(await sold(number)).toBe('recorded')
  expect(await stands(number)).toBe('open soft_opt_in')
}

/** The contact's state, and by which legal basis they may be written to or why not. */
async function stands(number: string): Promise<string> {
  const { contact, tag } = await personOf(number)
  const people = { subjects: [contact.subjectId], tags: [tag] }
  const { accountId, controllerId, clock } = here.fixture
  const question = { controllerId, channel: 'sms', purpose: 'offers', at: clock.now() } as const
  const [fact] = await within((tx) => here.deps.consent.gateFacts(tx, accountId, people, question))
  const consent = fact?.consent
  const said = consent?.effective ? (consent.legalBasis ?? 'consent') : consent?.why
  return [contact.marketingState, contact.quarantineReason, said]
    .filter((one) => one !== null)
    .join(' ')
}

async function kindsOf(number: string): Promise<string[]> {
  const { contact } = await personOf(number)
  const history = await within((tx) =>
    here.deps.consent.historyOf(tx, here.fixture.accountId, contact.subjectId),
  )
  return history.map(({ kind }) => kind)
}

test('it is told to the ledger, and no later sale and no file brings them back', async () => {
  const number = '+33639986101'
  await customer(number)
  const no = await imported([[number, 'non']])
  expect(no.counts).toMatchObject({ updated: 1, quarantined: 1 })
  expect(await stands(number)).toBe('quarantine consent_not_given withdrawn')
  expect(await kindsOf(number)).toEqual(['ground.soft_opt_in', 'consent.withdrawn'])
  expect(await sold(number, 0)).toBe('objection_stands')
  expect((await imported([[number, 'oui', '01/05/2026']])).counts).toMatchObject({ consents: 0 })
  expect(await stands(number)).toContain('withdrawn')
})

test('whenever they said so: a sale does not bring back who has refused before it', async () => {
  const number = '+33639986102'
  await customer(number)
  await imported([[number, 'non', '01/02/2020']])
  expect(await stands(number)).toContain('withdrawn')
  expect(await sold(number, 0)).toBe('objection_stands')
})

test('taken back, it ends nothing: the sale counts again, and another may be recorded', async () => {
  const number = '+33639986103'
  await customer(number)
  await undo(await imported([[number, 'non']]))
  expect(await stands(number)).toBe('open soft_opt_in')
  expect(await kindsOf(number)).toEqual([
    'ground.soft_opt_in',
    'consent.withdrawn',
    'consent.invalidated',
  ])
  expect(await sold(number, 0)).toBe('recorded')
})

test('taken back, it ends it all the same where another file has said no too', async () => {
  const number = '+33639986104'
  await customer(number)
  const [first, second] = [await imported([[number, 'non']]), await imported([[number, 'non']])]
  await undo(first)
  expect(await stands(number)).toBe('quarantine consent_not_given withdrawn')
  expect(await sold(number, 0)).toBe('objection_stands')
  await undo(second)
  expect(await stands(number)).toBe('open soft_opt_in')
})

test('taken back, it brings nothing back to whom has objected since', async () => {
  const number = '+33639986105'
  await customer(number)
  const no = await imported([[number, 'non']])
  const { keys, tag } = await personOf(number)
  await within((tx) =>
    here.deps.consent.recordStop(tx, here.fixture.caller, {
      ...{ tag, keys, scope: 'marketing', reason: 'stop_reply', origin: '' },
      at: here.fixture.clock.now(),
    }),
  )
  await undo(no)
  expect(await within((tx) => legalBasesOf(tx, keys.subjectId))).toEqual([])
  expect(await sold(number, 0)).toBe('objection_stands')
})

const legalBasesOf = (tx: Tx, subjectId: Parameters<typeof here.deps.consent.legalBasesOf>[2]) =>
  here.deps.consent.legalBasesOf(tx, here.fixture.accountId, subjectId)

test('it ends the sale beside a consent too, unless it is older than that consent', async () => {
  const [both, newer] = ['+33639986106', '+33639986107']
  for (const number of [both, newer]) {
    await customer(number)
    await imported([[number, 'oui', '12/03/2026']])
  }
  const no = await imported([
    [both, 'non'],
    [newer, 'non', '11/03/2026'],
  ])
  expect(await stands(both)).toBe('quarantine consent_not_given withdrawn')
  expect(await sold(both, 0)).toBe('objection_stands')
  expect(await stands(newer)).toBe('open consent')
  await undo(no)
  expect(await stands(both)).toBe('open consent')
  const { keys } = await personOf(both)
  expect(await within((tx) => legalBasesOf(tx, keys.subjectId))).toHaveLength(1)
})

test('while the account has the legal basis switched off as well', async () => {
  const number = '+33639986108'
  await customer(number)
  await switched([])
  await imported([[number, 'non']])
  await switched(['soft_opt_in'])
  expect(await stands(number)).toBe('quarantine consent_not_given withdrawn')
})

test('a file that is taken back leaves who bought something open', async () => {
  const number = '+33639986109'
  await customer(number)
  await undo(await imported([[number, 'oui', '12/03/2026']]))
  expect(await stands(number)).toBe('open soft_opt_in')
})

test('a sale does not wait for a batch that waits for its turn', async () => {
  const rows = [1, 2, 3, 4, 5, 6].map((last): Row => [`+3363998611${last}`, ''])
  const [refusing, buyer] = ['+33639986114', '+33639986117']
  await imported([...rows, [buyer, '']])
  expect(await sold(refusing)).toBe('recorded')
  const importId = await here.received(textOf(rows.map(([number]) => [number, 'non'])))
  const { caller } = here.fixture
  await confirmMapping(here.deps, caller, { importId, mapping: mappingRequest.parse(mapping()) })
  const [firstGoesOn, secondWaits] = [signal(), signal()]
  const deps: typeof here.deps = {
    ...here.deps,
    contacts: {
      ...here.deps.contacts,
      bulkUpsert: async (tx, batch) => {
        if (batch.rows.some(({ number }) => number === rows[0]?.[0])) await firstGoesOn.given
        return here.deps.contacts.bulkUpsert(tx, batch)
      },
    },
    timers: {
      ...here.deps.timers,
      after: (ms, call) => {
        secondWaits.give()
        return here.deps.timers.after(ms, call)
      },
    },
  }
  const running = runImport(deps, caller, importId)
  await secondWaits.given
  expect(await sold(buyer)).toBe('recorded')
  firstGoesOn.give()
  await running
  expect((await here.view(importId)).counts).toMatchObject({ updated: 6, quarantined: 6 })
  expect(await stands(refusing)).toBe('quarantine consent_not_given withdrawn')
})

test('a sale and a batch that records several kinds of objections do not wait for each other', async () => {
  const [refusing, buyer] = ['+33639986121', '+33639986122']
  await imported([
    [refusing, ''],
    [buyer, ''],
  ])
  const rows: Row[] = [
    [buyer, 'oui', '12/03/2026'],
    ['+33639986123', ''],
    ['+33639986124', ''],
  ]
  const importId = await here.received(textOf([...rows, [refusing, 'non'], [buyer, 'non']]))
  const { caller } = here.fixture
  await confirmMapping(here.deps, caller, { importId, mapping: mappingRequest.parse(mapping()) })
  let selling: Promise<string> | null = null
  const { consent } = here.deps
  const deps: typeof here.deps = {
    ...here.deps,
    consent: {
      ...consent,
      refuseBulk: async (tx, by, asked) => {
        const done = await consent.refuseBulk(tx, by, asked)
        if (selling === null) {
          selling = sold(buyer)
          selling.catch(() => undefined)
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
        return done
      },
    },
  }
  await runImport(deps, caller, importId)
  // The sale came while the file told the buyer's no, and no sale brings back who said no.
  expect(await selling).toBe('objection_stands')
  expect((await here.view(importId)).failure).toBeNull()
})

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
