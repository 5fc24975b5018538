// Contacts over a real database and vault: bulk, single, lists, looks in clear, erasure.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { type Audit, createAudit } from '../audit/index.ts'
import {
  type AccountId,
  asE164,
  type Caller,
  type ContactId,
  type E164,
  type ImportId,
  type ListId,
  type Right,
  type SubjectId,
  type UserId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import type { ContactRow } from './contact.ts'
import type { ContactRequest } from './contract.ts'
import { deleteContact } from './hold-subject.ts'
import { type Contacts, type ContactsDeps, createContacts } from './index.ts'
import { addMembers, readLists } from './lists/list-store.ts'
import { saveContact } from './save-contact.ts'
import { findBySubject } from './store.ts'

let db: TestDatabase
let folder: string
let vault: Vault
let audit: Audit
let deps: ContactsDeps
let contacts: Contacts
let account: AccountId
const clock = testClock('2026-11-25T09:00:00Z')
const makeId = makeTestId(clock)
const at = clock.now()

beforeAll(async () => {
  db = await testDatabase()
  folder = newTestFolder()
  vault = await openVault({
    keysFolder: join(folder, 'keys'),
    database: db.database,
    randomness: seededRandomness(11),
  })
  audit = createAudit({ vault, clock, makeId })
  const facts = async () => ({ kind: 'sandbox' as const, country: 'FR' })
  // What is proven of people is the consent room's, which stands to the right of this one.
  const proofs = { letGo: async () => undefined }
  deps = { database: db.database, vault, audit, accounts: { facts }, clock, makeId, proofs }
  contacts = createContacts(deps)
})
afterAll(async () => {
  await db.close()
  removeTestFolder(folder)
})
beforeEach(async () => {
  account = makeId() as AccountId
  await vault.createAccount(account)
})

const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.database.inAccount(account, work)
const number = (index: number): E164 => asE164(`+3363998${String(index).padStart(4, '0')}`) as E164
const row = (index: number, over: Partial<ContactRow> = {}): ContactRow => ({
  number: number(index),
  fields: { firstName: `Prénom ${index}` },
  country: 'FR',
  territory: 'FR',
  zone: 'Europe/Paris',
  postcodeArea: null,
  marketingState: 'quarantine',
  quarantineReason: 'no_proof_of_consent',
  ...over,
})
const keep = (rows: readonly ContactRow[], listId: ListId | null = null) =>
  within((tx) => contacts.bulkUpsert(tx, { accountId: account, rows, importId: null, listId, at }))
const callerWith = (...rights: Right[]): Caller => ({
  accountId: account,
  by: { kind: 'user', userId: makeId() as UserId },
  rights: new Set(rights),
  language: 'fr',
  traceId: 't',
})
const request = (over: Partial<ContactRequest>): ContactRequest => ({
  number: '06 39 98 00 07',
  country: 'FR',
  fields: {},
  ...over,
})

describe('a batch', () => {
  test('keeps new people with keys, each number once, in the order of the rows', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(index))
    const report = await keep([...rows, row(5, { fields: { firstName: 'Again' } })])
    expect(report).toMatchObject({ inserted: 300, updated: 0, unchanged: 0 })
    expect(report.rows.length).toBe(301)
    expect(report.rows[300]).toMatchObject({
      outcome: 'duplicate_in_batch',
      contactId: report.rows[5]?.contactId,
    })
    const found = await within((tx) => contacts.findByNumber(tx, account, number(7)))
    expect(found?.id).toBe(report.rows[7]?.contactId)
    const opened = await within(async (tx) =>
      contacts.openContacts(tx, account, found === null ? [] : [found]),
    )
    const open = opened.get(found?.subjectId as SubjectId)
    expect(open?.body).toEqual({ number: number(7), fields: { firstName: 'Prénom 7' } })
    expect(
      Buffer.from(open?.keys.proofKey ?? []).equals(
        report.rows[7]?.keys.proofKey ?? Buffer.alloc(1),
      ),
    ).toBe(true)
  })

  test('keeps who may write to a number, also where a later row does not tell', async () => {
    const reachOfOne = async () => {
      const found = await within((tx) => contacts.findByNumber(tx, account, number(1)))
      const opened = await within((tx) => contacts.openContacts(tx, account, found ? [found] : []))
      return [...opened.values()][0]?.body.reach
    }
    await keep([row(1, { reach: 'none' })])
    expect(await reachOfOne()).toBe('none')
    await keep([row(1, { fields: { lastName: 'Exemple' } })])
    expect(await reachOfOne()).toBe('none')
    await keep([row(1, { fields: { lastName: 'Autre' }, reach: 'sandbox' })])
    expect(await reachOfOne()).toBe('sandbox')
  })

  test('merges with what is there', async () => {
    await keep([row(1), row(2), row(3)])
    const report = await keep([
      row(1),
      row(2, { fields: { lastName: 'Exemple' } }),
      row(3, { marketingState: 'open', quarantineReason: null }),
      row(4),
    ])
    expect(report.rows.map((saved) => saved.outcome)).toEqual([
      'unchanged',
      'updated',
      'updated',
      'inserted',
    ])
    const [second, third] = await within(async (tx) => [
      await contacts.findByNumber(tx, account, number(2)),
      await contacts.findByNumber(tx, account, number(3)),
    ])
    expect(third).toMatchObject({ marketingState: 'open', quarantineReason: null })
    const opened = await within((tx) => contacts.openContacts(tx, account, second ? [second] : []))
    expect([...opened.values()][0]?.body.fields).toEqual({
      firstName: 'Prénom 2',
      lastName: 'Exemple',
    })
  })

  test('leaves nothing readable in the table', async () => {
    await keep(Array.from({ length: 70 }, (_, index) => row(index)))
    const { rows } = await db.asSuperuser((client) =>
      client.query('select c::text as t from contacts.contact c'),
    )
    const text = JSON.stringify(rows)
    for (const plain of ['Prénom', '3363998', '063998']) {
      expect(text).not.toContain(plain)
      expect(text).not.toContain(Buffer.from(plain).toString('hex'))
    }
  })

  test('beside another with the same people gives each number one contact', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => row(index))
    const reports = await Promise.all([
      keep(rows),
      keep(rows.toReversed()),
      keep([...rows.slice(200), ...rows.slice(0, 200)]),
    ])
    expect(reports.reduce((sum, report) => sum + report.inserted, 0)).toBe(400)
    const ids = new Set(reports.flatMap((report) => report.rows.map((saved) => saved.contactId)))
    expect(ids.size).toBe(400)
    for (const [index, saved] of (reports[0]?.rows ?? []).entries()) {
      expect(saved.contactId).toBe(reports[1]?.rows[399 - index]?.contactId)
    }
  })

  test('of whom nobody is looked for finds those who are there after all', async () => {
    const importId = makeId() as ImportId
    const others = () => within((tx) => contacts.hasOthers(tx, account, importId))
    const bring = (rows: ContactRow[]) =>
      within((tx) =>
        contacts.bulkUpsert(tx, {
          accountId: account,
          rows,
          importId,
          listId: null,
          at,
          areNew: true,
        }),
      )
    await bring(Array.from({ length: 70 }, (_, index) => row(100 + index)))
    expect(await others()).toBe(false)
    const [known] = (await keep([row(1)])).rows
    expect(await others()).toBe(true)
    const report = await bring([row(0), row(1), row(2), row(100)])
    const outcomes = report.rows.map((saved) => saved.outcome)
    expect(outcomes).toEqual(['inserted', 'unchanged', 'inserted', 'unchanged'])
    expect(report.rows[1]).toMatchObject({ contactId: known?.contactId, keys: known?.keys })
  })

  test('gives a person whose key was destroyed a new contact', async () => {
    const [first] = (await keep([row(1)])).rows
    await within((tx) => vault.destroyKeys(tx, account, [first?.subjectId as SubjectId], 'both'))
    const again = await keep([row(1)])
    expect(again.inserted).toBe(1)
    expect(again.rows[0]?.subjectId).not.toBe(first?.subjectId)
  })

  test('of an account is unknown to another', async () => {
    await keep([row(1)])
    const other = makeId() as AccountId
    await vault.createAccount(other)
    const seen = await db.database.inAccount(other, (tx) =>
      contacts.findByNumber(tx, other, number(1)),
    )
    expect(seen).toBeNull()
  })

  test('of nothing is nothing', async () => {
    expect(await keep([])).toEqual({ inserted: 0, updated: 0, unchanged: 0, rows: [] })
  })
})

describe('one contact', () => {
  test('is saved from a number as people write it, and found again', async () => {
    const save = (over: Partial<ContactRequest>) =>
      within((tx) =>
        saveContact(deps, tx, callerWith('contacts.write'), { request: request(over), at }),
      )
    const first = await save({ fields: { postcode: '67000', firstName: 'Ana' } })
    expect(first).toMatchObject({
      created: true,
      contact: { postcodeArea: '67', territory: 'FR', zone: 'Europe/Paris' },
    })
    const second = await save({ number: '+33 639 98 00 07', fields: { email: 'ana@example.org' } })
    expect(second.created).toBe(false)
    expect(second.contact.id).toBe(first.contact.id)
    expect(second.contact.fieldsHeld).toEqual(['firstName', 'email', 'postcode'])
    expect(second.contact.marketingState).toBe('quarantine')
  })

  test.each([
    ['0199 00 12 34', 'a landline'],
    ['hello', 'no number'],
  ])('is refused with the number %s: %s', async (written) => {
    const saving = within((tx) =>
      saveContact(deps, tx, callerWith('contacts.write'), {
        at,
        request: request({ number: written }),
      }),
    )
    await expect(saving).rejects.toMatchObject({ code: 'contacts.number_unusable' })
  })

  test('is made for a number that a message goes to, in quarantine', async () => {
    const make = () => within((tx) => contacts.subjectOf(tx, account, number(9), at))
    const made = await make()
    expect(made).toMatchObject({
      marketingState: 'quarantine',
      quarantineReason: 'no_proof_of_consent',
      territory: 'FR',
    })
    expect((await make()).id).toBe(made.id)
    expect(await within((tx) => contacts.openToMarketing(tx, account, [made.subjectId]))).toBe(1)
    expect((await make()).marketingState).toBe('open')
  })
})

describe('a look in clear', () => {
  test('is recorded with who and why', async () => {
    const [saved] = (await keep([row(1)])).rows
    const caller = callerWith('contacts.reveal')
    const seen = await within((tx) =>
      contacts.reveal(tx, caller, saved?.contactId as ContactId, 'The person rang us'),
    )
    expect(seen.body.number).toBe(number(1))
    const log = await within((tx) => audit.list(tx, account, { before: null, limit: 5 }))
    expect(log).toMatchObject([
      { action: 'contacts.revealed', subjectId: saved?.subjectId, reason: 'The person rang us' },
    ])
  })

  test.each([
    [
      'without the right',
      ['contacts.read'] as Right[],
      'A good reason',
      'contacts.reveal_not_allowed',
    ],
    ['without a reason', ['contacts.reveal'] as Right[], '  x ', 'contacts.reason_missing'],
  ])('is refused %s', async (_, rights, reason, code) => {
    const [saved] = (await keep([row(1)])).rows
    const look = within((tx) =>
      contacts.reveal(tx, callerWith(...rights), saved?.contactId as ContactId, reason),
    )
    await expect(look).rejects.toMatchObject({ code })
  })
})

describe('lists', () => {
  test('give their members page by page', async () => {
    const list = await within((tx) => contacts.createList(tx, account, 'Clients', at))
    expect(list.number).toBeGreaterThan(1000)
    const open = { marketingState: 'open', quarantineReason: null } as const
    await keep([row(1), row(2, open), row(3), row(4), row(5)], list.id)
    await keep([row(1), row(9)], list.id)
    const found = await within((tx) => contacts.list(tx, account, list.id))
    expect(found).toMatchObject({ name: 'Clients' })
    expect(await within((tx) => contacts.audienceSize(tx, account, list.id))).toBe(6)
    const seen: ContactId[] = []
    for (let after: ContactId | null = null; ; ) {
      const page = await within((tx) =>
        contacts.audience(tx, { accountId: account, listId: list.id, after, limit: 4 }),
      )
      if (page.length === 0) break
      seen.push(...page.map((member) => member.contactId))
      after = seen.at(-1) ?? null
    }
    expect(new Set(seen).size).toBe(6)
    expect(seen).toEqual(seen.toSorted())
    const lists = await within((tx) => readLists(tx, account, { before: null, limit: 5 }))
    expect(lists).toEqual([found])
  })

  test('pass over contacts that the account does not have', async () => {
    const list = await within((tx) => contacts.createList(tx, account, 'Clients', at))
    const [saved] = (await keep([row(1)])).rows
    const contactIds = [saved?.contactId as ContactId, makeId() as ContactId]
    const add = () => within((tx) => addMembers(tx, account, list.id, { contactIds, at }))
    expect([await add(), await add()]).toEqual([1, 0])
  })
})

test('The first legal entity is the default, and a name stands once', async () => {
  const make = (name: string) => within((tx) => contacts.createController(tx, account, name, at))
  const first = await make('Exemple SAS')
  const second = await make('Exemple Réunion SARL')
  expect([first.isDefault, second.isDefault]).toEqual([true, false])
  await expect(make('Exemple SAS')).rejects.toMatchObject({ code: 'contacts.controller_exists' })
  const all = await within((tx) => contacts.controllers(tx, account))
  expect(all.map((one) => one.name)).toEqual(['Exemple SAS', 'Exemple Réunion SARL'])
  const byDefault = await within((tx) => contacts.controller(tx, account, 'default'))
  expect(byDefault?.id).toBe(first.id)
})

describe('a person', () => {
  test('gets all that is held of them', async () => {
    const list = await within((tx) => contacts.createList(tx, account, 'Clients', at))
    const [saved] = (await keep([row(1)], list.id)).rows
    const subjectId = saved?.subjectId as SubjectId
    const held = await within((tx) => contacts.holder.exportSubject(tx, account, subjectId))
    expect(held).toMatchObject({
      number: number(1),
      fields: { firstName: 'Prénom 1' },
      lists: ['Clients'],
      createdAt: '2026-11-25T09:00:00.000Z',
    })
  })

  test('is erased with their row, their lists and their key, and keeps the proof key', async () => {
    const list = await within((tx) => contacts.createList(tx, account, 'Clients', at))
    const [saved] = (await keep([row(1), row(2)], list.id)).rows
    const subjectId = saved?.subjectId as SubjectId
    await within((tx) =>
      deleteContact(deps, tx, callerWith('contacts.write'), {
        ...{ contactId: saved?.contactId as ContactId, asked: null },
      }),
    )
    expect(await within((tx) => findBySubject(tx, account, subjectId))).toBeNull()
    expect(await within((tx) => contacts.audienceSize(tx, account, list.id))).toBe(1)
    const keys = (await within((tx) => vault.openSubjects(tx, account, [subjectId]))).get(subjectId)
    expect([keys?.contactKey.length, keys?.proofKey.length]).toEqual([0, 32])
    expect(await within((tx) => contacts.holder.eraseSubjects(tx, account, [subjectId]))).toBe(0)
  })
})
