// Look-ups of sessions share a statement: who was logged out is refused all the same, at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, realTimers } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import type { AccountId, UserId } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import { deleteSessionInAnyAccount, insertSession } from './credential-store.ts'
import { type LookUpSession, sessionLookUps } from './look-up-sessions.ts'

const makeId = makeTestId()
const accountId = makeId() as AccountId
const userId = makeId() as UserId
let db: TestDatabase
let lookUp: LookUpSession
let statements = 0

beforeAll(async () => {
  db = await testDatabase()
  await db.asSuperuser(async (client) => {
    await client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at)
       values ($1, 1, 'Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    )
    await client.query(
      `insert into accounts.user (user_id, email_tag, email_sealed, name_sealed, language,
         created_at)
       values ($1, '\\x01', '\\x02', '\\x03', 'fr', now())`,
      [userId],
    )
    await client.query(
      `insert into accounts.membership (account_id, user_id, role, created_at)
       values ($1, $2, 'owner', now())`,
      [accountId, userId],
    )
  })
  const counting: Database = {
    ...db.database,
    inAnyAccount: (work, options) => {
      statements += 1
      return db.database.inAnyAccount(work, options)
    },
  }
  lookUp = sessionLookUps({ database: counting })
})
afterAll(() => db.close())

async function session(fill: number): Promise<Buffer> {
  const hash = Buffer.alloc(32, fill)
  const at = realTimers.now()
  const opened = { hash, userId, accountId, at, expiresAt: at + 60_000, withFactor: false }
  await db.database.inAccount(accountId, (tx) => insertSession(tx, opened))
  return hash
}

test('a hundred requests at once share one look, and each gets its own answer', async () => {
  const [first, second] = [await session(1), await session(2)]
  const strange = Buffer.alloc(32, 3)
  const before = statements
  const asked = Array.from({ length: 99 }, (_, index) => [first, second, strange][index % 3])
  const found = await Promise.all(asked.map((hash) => lookUp(hash ?? strange)))
  expect(found.slice(0, 4).map((row) => row?.session_hash[0] ?? null)).toEqual([1, 2, null, 1])
  expect(found[0]).toMatchObject({ user_id: userId, account_id: accountId, role: 'owner' })
  expect(statements - before).toBe(1)
})

test('who logged out is refused from that commit on, also in the middle of many', async () => {
  const hash = await session(4)
  const crowd = Array.from({ length: 50 }, () => lookUp(hash))
  await db.database.inAnyAccount((tx) => deleteSessionInAnyAccount(tx, hash))
  const after = Array.from({ length: 50 }, () => lookUp(hash))
  await Promise.all(crowd)
  expect((await Promise.all(after)).every((row) => row === null)).toBe(true)
})
