// The log over a real database: what is recorded, read, and never changed.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import type { AccountId, Caller, SubjectId, UserId } from '../kernel/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { type AuditAction, deedSentence, programPartName } from '../words/index.ts'
import { type Audit, createAudit, forgetReasons, sealPastReasons } from './index.ts'

let db: TestDatabase
let folder: string
let audit: Audit
let vault: Vault
const clock = testClock('2026-11-25T09:00:00Z')
const makeId = makeTestId(clock)
const account = makeId() as AccountId
const userId = makeId() as UserId
const caller: Caller = {
  accountId: account,
  by: { kind: 'user', userId },
  rights: new Set(),
  language: 'en',
  traceId: 'trace-1',
}

beforeAll(async () => {
  db = await testDatabase()
  folder = newTestFolder()
  vault = await openVault({
    keysFolder: join(folder, 'keys'),
    database: db.database,
    randomness: seededRandomness(3),
  })
  await vault.createAccount(account)
  audit = createAudit({ vault, clock, makeId })
})
afterAll(async () => {
  await db.close()
  removeTestFolder(folder)
})

test('An entry that an earlier version wrote is found and told by the name of today', async () => {
  const other = makeId() as AccountId
  const action = 'contacts.keeping_told' as AuditAction
  const found = await db.database.inAccount(other, async (tx) => {
    await audit.record(tx, { ...caller, accountId: other }, { action })
    return audit.list(tx, other, { before: null, limit: 10, action: 'contacts.retention_told' })
  })
  expect(found.map((entry) => entry.action)).toEqual(['contacts.keeping_told'])
  expect(deedSentence('en', action)).toBe(deedSentence('en', 'contacts.retention_told'))
  expect(programPartName('fr', 'texts_keeping')).toBe(programPartName('fr', 'text_retention'))
})

test('A deed is read back newest first, with its reason in clear, which the table does not hold', async () => {
  const subjectId = await newPerson()
  const reason = 'The person rang about their number'
  await db.database.inAccount(account, async (tx) => {
    await audit.record(tx, caller, { action: 'contacts.revealed', subjectId, reason })
    await clock.advance(5)
    await audit.record(tx, caller, { action: 'contacts.retention_told', details: { members: 3 } })
  })
  const all = await db.database.inAccount(account, (tx) =>
    audit.list(tx, account, { before: null, limit: 10 }),
  )
  expect(all.map((entry) => entry.action)).toEqual(['contacts.retention_told', 'contacts.revealed'])
  expect(all[0]?.details).toEqual({ members: 3 })
  expect(all[1]).toMatchObject({
    subjectId,
    reason,
    actorKind: 'user',
    actor: userId,
    traceId: 'trace-1',
    at: Date.parse('2026-11-25T09:00:00Z'),
  })
  const next = await db.database.inAccount(account, (tx) =>
    audit.list(tx, account, { before: all[0]?.id ?? null, limit: 10, subjectId }),
  )
  expect(next.map((entry) => entry.action)).toEqual(['contacts.revealed'])
  const raw = await db.asSuperuser((client) => client.query('select t::text from audit.entry t'))
  expect(JSON.stringify(raw.rows)).not.toContain(Buffer.from('rang about').toString('hex'))
})

const newPerson = (): Promise<SubjectId> =>
  db.database.inAccount(account, async (tx) => {
    const [keys] = await vault.createSubjects(tx, account, 1)
    return keys?.subjectId ?? ('' as SubjectId)
  })
const record = (deed: Parameters<Audit['record']>[2]): Promise<void> =>
  db.database.inAccount(account, (tx) => audit.record(tx, caller, deed))
const erase = (subjectId: SubjectId): Promise<void> =>
  db.database.inAccount(account, (tx) => vault.destroyContactKey(tx, account, subjectId))
const newest = (limit: number) =>
  db.database.inAccount(account, (tx) => audit.list(tx, account, { before: null, limit }))
const whys = async (limit: number) =>
  (await newest(limit)).map(({ reason, isReasonErased }) => [reason, isReasonErased])
/** As a version before wrote it: under the account's key, whomever it was about. */
async function recordAsBefore(
  reason: string,
  about: { subjectId: SubjectId | null; action: string; details?: object },
): Promise<void> {
  const id = makeId()
  const place = { table: 'audit.entry', column: 'reason_sealed', rowId: id }
  const sealed = vault.sealForAccount(account, place, Buffer.from(reason, 'utf8'))
  const { subjectId, action, details = {} } = about
  await db.database.inAccount(account, (tx) =>
    tx.query(
      `insert into audit.entry (account_id, id, at, actor_kind, actor, action, subject_id,
         reason_sealed, details, trace_id)
       values ($1, $2, $3, 'user', $4, $5, $6, $7, $8, 'trace-0')`,
      [
        ...[account, id, new Date(clock.now()).toISOString(), userId, action, subjectId],
        ...[sealed, JSON.stringify(details)],
      ],
    ),
  )
}

test('What was written of a person goes with their key, and the entry says that it was there', async () => {
  const [gone, stays] = [await newPerson(), await newPerson()]
  const action = 'contacts.revealed' as const
  await record({ action, subjectId: gone, reason: 'Zoé Quatrevaux rang' })
  await record({ action, subjectId: stays, reason: 'Théo Brin rang' })
  await record({ action: 'contacts.retention_chosen', reason: 'Less is better' })
  await record({ action, subjectId: gone })
  expect(await whys(4)).toEqual([
    [null, false],
    ['Less is better', false],
    ['Théo Brin rang', false],
    ['Zoé Quatrevaux rang', false],
  ])
  await erase(gone)
  await record({ action, subjectId: gone, reason: 'Zoé Quatrevaux wrote again' })
  expect(await whys(5)).toEqual([
    [null, true],
    [null, false],
    ['Less is better', false],
    ['Théo Brin rang', false],
    [null, true],
  ])
})

test('Of whoever asks and is no contact it goes with their request, or to the contact they are', async () => {
  const [asker, tied, contact] = [await newPerson(), await newPerson(), await newPerson()]
  const action = 'preferences.request_asker_shown' as const
  const of = (key: SubjectId) => ({ action, asker: key, details: { requestId: makeId() } })
  await record({ ...of(asker), reason: 'An asker' })
  await record({ ...of(tied), reason: 'A contact, as it turns out' })
  expect((await newest(2)).map(({ subjectId }) => subjectId)).toEqual([null, null])
  await db.database.inAccount(account, (tx) =>
    audit.giveReasons(tx, account, { from: tied, to: contact }),
  )
  await erase(asker)
  await erase(tied)
  expect(await whys(2)).toEqual([
    ['A contact, as it turns out', false],
    [null, true],
  ])
  await erase(contact)
  expect(await whys(1)).toEqual([[null, true]])
})

test('What a version before wrote of people comes under their keys, and goes with who is erased', async () => {
  const [gone, stays, late] = [await newPerson(), await newPerson(), await newPerson()]
  const requestId = makeId()
  const action = 'contacts.revealed'
  await recordAsBefore('Of one who goes', { subjectId: gone, action })
  await recordAsBefore('Of one who stays', { subjectId: stays, action })
  await recordAsBefore('Of a request', {
    ...{ subjectId: null, action: 'preferences.request_asker_shown', details: { requestId } },
  })
  await recordAsBefore('Of nobody', { subjectId: null, action: 'contacts.retention_chosen' })
  await recordAsBefore('Of one who went before', { subjectId: makeId() as SubjectId, action })
  const all = async () => (await whys(5)).reverse()
  expect((await all()).map(([why]) => why)).toEqual([
    ...['Of one who goes', 'Of one who stays', 'Of a request', 'Of nobody'],
    'Of one who went before',
  ])
  // Erased before the upkeep came by.
  await db.database.inAccount(account, async (tx) => {
    await forgetReasons(tx, account, { subjects: [gone], requests: new Map() })
    await vault.destroyContactKey(tx, account, gone)
  })
  const askersOf = async () => new Map([[requestId, late]])
  await sealPastReasons({ database: db.database, vault, askersOf }, account)
  expect(await all()).toEqual([
    [null, true],
    ['Of one who stays', false],
    ['Of a request', false],
    ['Of nobody', false],
    [null, true],
  ])
  await erase(stays)
  await erase(late)
  expect((await all()).map(([why]) => why)).toEqual([null, null, null, 'Of nobody', null])
})

test('A reason that stands under a person’s key is never another, and only its own account asks', async () => {
  const person = await newPerson()
  await record({ action: 'contacts.revealed', subjectId: person, reason: 'They rang' })
  const [entry] = await newest(1)
  const seal = (inAccount: AccountId, key: SubjectId) =>
    db.database.inAccount(inAccount, async (tx) => {
      const { rows } = await tx.query<{ moved: number }>(
        `select audit.seal_reasons($1, array[$2::uuid], array[$3::uuid], array[null::bytea])::int
           as moved`,
        [account, entry?.id, key],
      )
      return rows[0]?.moved
    })
  expect(await seal(account, person)).toBe(0)
  expect(await seal(account, await newPerson())).toBe(0)
  await expect(seal(makeId() as AccountId, person)).rejects.toThrow()
  expect(await whys(1)).toEqual([['They rang', false]])
})

test('Nobody changes the log, not even its owner', async () => {
  for (const statement of ['update audit.entry set action = $$x$$', 'delete from audit.entry']) {
    await expect(db.asOwner((client) => client.query(statement))).rejects.toThrow(/only ever added/)
    await expect(db.database.inAccount(account, (tx) => tx.query(statement))).rejects.toThrow()
  }
})

test('Another account sees nothing of it', async () => {
  const seen = await db.database.inAccount(makeId() as AccountId, (tx) =>
    audit.list(tx, account, { before: null, limit: 10 }),
  )
  expect(seen).toEqual([])
})

test('What somebody wrote is no detail: it would stand in clear', async () => {
  for (const name of ['reason', 'note', 'name']) {
    const deed = {
      action: 'contacts.deleted' as const,
      details: { [name]: 'Zoé rang on +33639980001' },
    }
    const recording = db.database.inAccount(account, (tx) => audit.record(tx, caller, deed))
    await expect(recording).rejects.toThrow(/is no detail of a deed/)
  }
})
