// The log over a real database: what is recorded, read, and never changed.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import type { AccountId, Caller, SubjectId, UserId } from '../kernel/index.ts'
import { openVault } from '../vault/index.ts'
import { type AuditAction, deedSentence, programPartName } from '../words/index.ts'
import { type Audit, createAudit } from './index.ts'

let db: TestDatabase
let folder: string
let audit: Audit
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
  const vault = await openVault({
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
  const subjectId = makeId() as SubjectId
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
