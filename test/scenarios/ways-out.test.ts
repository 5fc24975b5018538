// Whichever way a contact goes, no room keeps a row of them, and what went has a certificate.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import type { Contact, Contacts } from '../../src/contacts/index.ts'
import { sweepRetention } from '../../src/contacts/sweep-retention.ts'
import type { ControllerId, E164, ImportId, SubjectId } from '../../src/kernel/index.ts'
import { type HeldTable, tablesOfPeople } from '../../src/preferences/answer/held-tables.ts'
import type { ErasureWhy } from '../../src/privacy/contract.ts'
import { completeErasures } from '../../src/privacy/person-erasure/complete-erasures.ts'
import type { ErasureDeps } from '../../src/privacy/person-erasure/deps.ts'
import {
  certificateOfErasure,
  pageOfErasedContacts,
  pageOfErasures,
} from '../../src/privacy/person-erasure/manage-erasures.ts'
import { personCertificateIn } from '../../src/privacy/person-erasure/person-certificate.ts'
import { personCertificatePage } from '../../src/privacy/person-erasure/person-certificate-page.ts'
import type { Tx } from '../../src/storage/index.ts'
import { rowOf } from '../support/consent-fixture.ts'
import { type ErasureFixture, erasureFixture } from '../support/erasure-fixture.ts'
import { isThere, loosen, markedUuid, type Planted, plantRow } from '../support/plant-rows.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const { dataMaps } = roomsOnPaper()
/** Those that a room has beside the ones that an answer shows. */
const beside: Pick<HeldTable, 'table' | 'way'>[] = [
  { table: 'preferences.answer_code', way: 'subject_id' },
]
/**
 * The list of objections stays, which is what it is for. Papers are proofs with a day, and have a
 * test below. The contact itself is a real one; whoever is in a list of another import is kept.
 */
const isApart = /^(contacts\.|privacy\.|consent\.(suppression|document|proof_hold))/
const tables = [
  // What is kept of an erasure names nobody, and begins as the contact goes.
  ...tablesOfPeople(dataMaps).filter(({ table }) => !isApart.test(table)),
  ...beside,
]

let here: ErasureFixture
let contacts: Contacts
let deps: ErasureDeps

beforeAll(async () => {
  here = await erasureFixture()
  contacts = here.contacts
  deps = here.deps
  await here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    for (const { table } of tables) await loosen(client, table)
  })
}, 120_000)
afterAll(() => here?.close())

const within = <T>(work: (tx: Tx) => Promise<T>) => here.within(work)
const nextNumber = () => here.nextNumber()
const contactOf = (number: E164, importId: ImportId | null = null) =>
  here.contactOf(number, importId)

let made = 0
const importIdOf = (last: number) => markedUuid(800_000 + last) as ImportId

async function plant(contact: Contact, number: E164): Promise<Planted[]> {
  made += 1
  const keys = {
    ...{ accountId: here.accountId, subjectId: contact.subjectId, contactId: contact.id },
    numberTag: contact.numberTag,
    suppressionTag: here.vault.suppressionTag(here.accountId, number),
    ...{ messageId: markedUuid(600_000 + made), entryId: markedUuid(700_000 + made) },
  }
  return here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    const planted: Planted[] = []
    for (const table of tables) planted.push(...(await plantRow(client, table, keys)))
    return planted
  })
}

/**
 * What is left on purpose, each under an id that leads to nobody once the key is gone: when a
 * message left, in which département, and what it cost; what became of a request. A leaf of the
 * ledger names nobody, and who took their word back is known by the tag of the list of objections.
 */
const stays = new RegExp(
  '^(attribute sending\\.message\\.postcode_area$|pseudonymous (' +
    'sending\\.(message|inbound)|preferences\\.request(_step)?|' +
    'consent\\.(entry|withdrawn_number))\\.)',
)

const labelOf = (table: string, column: string) =>
  dataMaps.find((map) => table in map)?.[table]?.[column]?.kind

/** Columns about the person in which what was planted still stands. */
async function leftOf(planted: readonly Planted[]): Promise<string[]> {
  return here.test.asSuperuser(async (client) => {
    const left: string[] = []
    const rowsOf = new Map<string, Record<string, unknown>[]>()
    for (const { table, column, value } of planted) {
      const label = labelOf(table, column)
      if (column === 'account_id' || label === 'none' || label === undefined) continue
      const rows = rowsOf.get(table) ?? (await jsonOf(client, table))
      rowsOf.set(table, rows)
      if (rows.some((row) => isThere(row[column], value))) left.push(`${label} ${table}.${column}`)
    }
    return left.filter((name) => !stays.test(name)).sort()
  })
}

async function jsonOf(client: pg.Client, table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t where account_id = $1`,
    [here.accountId],
  )
  return rows.map(({ row }) => row)
}

/** Each lets this one contact go. */
const ways: Readonly<Record<ErasureWhy, (contact: Contact, number: E164) => Promise<unknown>>> = {
  asked: ({ id: contactId }) =>
    within((tx) => {
      const asked = { how: 'letter', at: here.clock.now(), requestId: markedUuid(1) } as const
      return contacts.erase(tx, here.caller, { contactId, asked })
    }),
  contact_deleted: ({ id: contactId }) =>
    within((tx) => contacts.erase(tx, here.caller, { contactId, asked: null })),
  quarantine_deleted: (contact) =>
    within((tx) =>
      contacts.deleteMany(tx, here.caller, { contacts: [contact], why: 'quarantine_deleted' }),
    ),
  import_undone: ({ createdAt }) =>
    within((tx) =>
      contacts.takeBackImported(tx, here.caller, {
        ...{ importId: importIdOf(1), listId: null, from: createdAt, until: here.clock.now() },
        ...{ after: null, limit: 10, whoGave: async () => [], reason: 'import_undone' },
      }),
    ),
  retention: async () => {
    await swept()
    await here.clock.advance(40 * 31 * dayMs)
    return swept()
  },
  key_gone: async ({ subjectId }, number) => {
    await within((tx) => here.vault.destroyKeys(tx, here.accountId, [subjectId], 'both'))
    await contactOf(number)
  },
}

function swept() {
  const { clock, test: db } = here
  const accounts = { facts: async () => ({ kind: 'sandbox' as const, country: 'FR' }) }
  const audit = { record: async () => undefined } as never
  const sweep = { database: db.database, audit, clock, accounts, contacts, whoStays: [] }
  return sweepRetention(sweep, here.caller)
}

const recordOf = async (contactId: string) => {
  const asked = { requestId: null, contactId, why: null }
  const { items } = await pageOfErasures(deps, here.caller, { before: null, asked, limit: 10 })
  return items
}

describe('nothing is left of who went', () => {
  test.each(Object.keys(ways) as ErasureWhy[])('%s', async (why) => {
    const number = nextNumber()
    const contact = await contactOf(number, why === 'import_undone' ? importIdOf(1) : null)
    const planted = await plant(contact, number)
    expect((await leftOf(planted)).length).toBeGreaterThan(20)
    await ways[why](contact, number)
    expect(await leftOf(planted)).toEqual([])
    const [record, ...others] = await recordOf(contact.id)
    expect(others).toEqual([])
    expect(record).toMatchObject({ why, people: 1 })
    const counted = Object.fromEntries(record?.destroyed.map((one) => [one.kind, one.count]) ?? [])
    expect(counted).toMatchObject({ contacts: 1, sensitive: 1, planned: 1, links: 1, messages: 2 })
    const id = record?.id ?? ''
    const { note, test: tried } = await certificateOfErasure(deps, here.accountId, {
      ...{ id, forWhom: { contactId: contact.id } },
    })
    expect(personCertificateIn(note)).toMatchObject({ why, contact: contact.id, people: 1 })
    expect(tried).toMatchObject({ contactKey: 'gone', people: 1 })
  })
})

test('who goes together has one record; each of them a certificate, and a proof its day', async () => {
  const wording = await here.publish({ controllerId: here.controllerId as ControllerId })
  const gone: Contact[] = []
  for (let turn = 0; turn < 3; turn += 1) gone.push(await contactOf(nextNumber()))
  const [agreed] = gone
  await within(async (tx) => {
    const subjectId = agreed?.subjectId as SubjectId
    const keys = (await here.vault.openSubjects(tx, here.accountId, [subjectId])).get(subjectId)
    if (keys === undefined) throw new Error('the keys are there')
    await here.consent.recordConsents(tx, here.caller, {
      ...{ controllerId: here.controllerId, channel: 'sms', purpose: 'offers' },
      grade: 'own_form',
      rows: [
        rowOf(
          { keys, subjectId, number: nextNumber(), tag: Buffer.alloc(16, 3) },
          wording.wordingId,
        ),
      ],
    })
  })
  await within((tx) =>
    contacts.deleteMany(tx, here.caller, { contacts: gone, why: 'quarantine_deleted' }),
  )
  const records = await Promise.all(gone.map(({ id }) => recordOf(id)))
  const [record] = records[0] ?? []
  expect(new Set(records.flat().map(({ id }) => id)).size).toBe(1)
  expect(record).toMatchObject({ people: 3, why: 'quarantine_deleted', recipients: [] })
  // Why a proof stays, and until when, is counted by kind.
  const kinds = record?.proofs.list.map(({ kind, reason, count }) => [kind, reason, count])
  expect(kinds).toContainEqual(['consent.given', 'legal_claims', 1])
  expect(record?.proofs.list.reduce((sum, { count }) => sum + count, 0)).toBe(record?.proofs.held)
  // What a form keeps beside the consent is said, and of an entry that holds nothing, nothing.
  const held = new Map(record?.proofs.list.map(({ kind, holds }) => [kind, holds]))
  expect(held.get('consent.given')).toContain('number')
  expect(held.get('erasure.contact_destroyed')).toEqual([])
  const id = record?.id ?? ''
  const subjects = gone.map(({ subjectId }) => subjectId).sort()
  const all = await certificateOfErasure(deps, here.accountId, { id, forWhom: null })
  expect(personCertificateIn(all.note)).toMatchObject({
    ...{ people: 3, contact: null },
    commitment: createHash('sha256').update(subjects.join('\n')).digest('base64url'),
  })
  expect(all.test).toMatchObject({ people: 3, contactKey: 'gone', proofKey: 'held' })
  const ofOne = async (one: Contact | undefined) => {
    const forWhom = { contactId: one?.id ?? '' }
    return (await certificateOfErasure(deps, here.accountId, { id, forWhom })).test
  }
  const pageOf = async (one: Contact | undefined, language: 'fr' | 'en') => {
    const forWhom = { contactId: one?.id ?? '' }
    const { note, ...shown } = await certificateOfErasure(deps, here.accountId, { id, forWhom })
    return personCertificatePage(language, note, { ...shown, urls: null })
  }
  // Of whom a proof is kept: what it holds, why, who opens it, where to complain.
  const ofAgreed = await pageOf(agreed, 'fr')
  expect(ofAgreed).toContain('le numéro de téléphone')
  expect(ofAgreed).toContain('art. 17(3)(e)')
  expect(ofAgreed).toContain('chaque ouverture est enregistrée')
  expect(ofAgreed).toContain('CNIL')
  expect(ofAgreed).not.toContain('son numéro, son nom')
  // Of whom none is: the whole of them is gone.
  const ofOther = await pageOf(gone[1], 'fr')
  expect(ofOther).toContain('son numéro, son nom, ses champs et ses messages')
  expect(ofOther).toContain('Aucune preuve de consentement de cette personne')
  expect(ofOther).not.toContain('CNIL')
  expect(await pageOf(agreed, 'en')).toContain('the telephone number')
  expect(await ofOne(agreed)).toMatchObject({ people: 1, proofKey: 'held' })
  expect(await ofOne(gone[1])).toMatchObject({ people: 1, proofKey: 'gone' })
  const stranger = { id, forWhom: { contactId: markedUuid(9) } }
  await expect(certificateOfErasure(deps, here.accountId, stranger)).rejects.toMatchObject({
    code: 'privacy.erasure_not_found',
  })
  // Programs that keep copies read the ids that they know.
  const { items } = await pageOfErasedContacts(deps, here.caller, { before: null, limit: 3 })
  expect(items.map(({ contactId }) => contactId).sort()).toEqual(gone.map((one) => one.id).sort())
  // The proof comes to its day: the record says so once nothing is held of anybody.
  await completeErasures(deps, here.accountId)
  expect((await recordOf(agreed?.id ?? ''))[0]?.proofs.goneAt).toBeNull()
  const until = Date.parse(record?.proofs.until ?? '')
  await here.clock.advance(until - here.clock.now() + 1_000)
  await within((tx) => here.consent.endHolds(tx, here.accountId, 10))
  await completeErasures(deps, here.accountId)
  expect((await recordOf(agreed?.id ?? ''))[0]?.proofs.goneAt ?? null).not.toBeNull()
  expect(await pageOf(agreed, 'en')).toContain('No proof of consent of this person is kept')
})

test('whose data may only be kept waits: no rule and no undone import takes them', async () => {
  const importId = importIdOf(2)
  const [number, other] = [nextNumber(), nextNumber()]
  const kept = await contactOf(number, importId)
  await contactOf(other, importId)
  const restrict = (isRestricted: boolean) =>
    within((tx) =>
      contacts.restrict(tx, here.accountId, {
        ...{ contactId: kept.id, at: here.clock.now(), isRestricted },
      }),
    )
  await restrict(true)
  const there = async () =>
    (await within((tx) => contacts.findByNumber(tx, here.accountId, number))) !== null
  const until = here.clock.now()
  const page = { importId, listId: null, from: kept.createdAt, until, after: null, limit: 10 }
  const undo = { ...page, whoGave: async () => [], reason: 'import_undone' }
  const undone = await within((tx) => contacts.takeBackImported(tx, here.caller, undo))
  expect(undone).toMatchObject({ erased: 1, kept: 1 })
  const held = { reason: 'no_proof_of_consent', listId: null, after: null, limit: 10 }
  const locked = await within((tx) => contacts.lockQuarantined(tx, here.accountId, held))
  expect(locked.map(({ id }) => id)).not.toContain(kept.id)
  await here.clock.advance(40 * 31 * dayMs)
  await swept()
  expect(await there()).toBe(true)
  await restrict(false)
  expect(await swept()).toMatchObject({ erased: 1 })
  expect(await there()).toBe(false)
})

test('somebody whose key is gone, brought by two files at once, has one record and one contact', async () => {
  const numbers = [nextNumber(), nextNumber()] as const
  const gone = await contactOf(numbers[0])
  await within((tx) => here.vault.destroyKeys(tx, here.accountId, [gone.subjectId], 'both'))
  const bring = (tx: Tx) =>
    contacts.bulkUpsert(tx, {
      ...{ accountId: here.accountId, importId: null, listId: null, at: here.clock.now() },
      rows: numbers.map((number) => ({
        ...{ number, fields: { firstName: 'Zéphirine' }, country: 'FR', territory: 'FR' },
        ...{ zone: 'Europe/Paris', postcodeArea: null },
        ...{ marketingState: 'quarantine' as const, quarantineReason: 'no_proof_of_consent' },
      })),
    })
  let second: ReturnType<typeof bring> | null = null
  const first = await within(async (tx) => {
    const report = await bring(tx)
    second = within(bring)
    // It has read the contact as it was, and comes to what this transaction has locked.
    await eventually(async () => {
      const { rows } = await here.test.asSuperuser((client) =>
        client.query(`select from pg_stat_activity where wait_event_type = 'Lock'
          and datname = current_database()`),
      )
      return rows.length > 0 ? true : null
    })
    return report
  })
  const other = await (second ?? within(bring))
  expect(await recordOf(gone.id)).toHaveLength(1)
  expect(first.rows.map(({ outcome }) => outcome)).toEqual(['inserted', 'inserted'])
  expect(other.rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
  expect(other.rows.map(({ contactId }) => contactId)).toEqual(
    first.rows.map(({ contactId }) => contactId),
  )
})

test('whether a backup or a file from before is still there is looked at, and not promised', async () => {
  const contact = await contactOf(nextNumber())
  await ways.contact_deleted(contact, nextNumber())
  const [record] = await recordOf(contact.id)
  const { id = '', erasedAt = '', backupsUntil = '' } = record ?? {}
  const looked = async (oldestAt: number | null) => {
    const over = { ...deps, backupsKept: async () => ({ oldestAt }) }
    const asked = { id, forWhom: null }
    const { note, ...shown } = await certificateOfErasure(over, here.accountId, asked)
    return [
      shown.test.backups,
      personCertificatePage('en', note, { ...shown, urls: null }),
    ] as const
  }
  const before = Date.parse(erasedAt) - dayMs
  const [kept, planned] = await looked(before)
  expect([kept, planned.includes('once a newer one has been made')]).toEqual(['kept', true])
  const [gone, page] = await looked(Date.parse(erasedAt) + dayMs)
  expect([gone, page.includes('No backup from before the erasure is left')]).toEqual(['gone', true])
  await here.clock.advance(Date.parse(backupsUntil) + dayMs - here.clock.now())
  const [late, told] = await looked(before)
  expect([late, told.includes('is still there')]).toEqual(['late', true])
  const none = await certificateOfErasure(deps, here.accountId, { id, forWhom: null })
  expect(none.test).toMatchObject({ backups: 'elsewhere', filesUntil: null })
})
