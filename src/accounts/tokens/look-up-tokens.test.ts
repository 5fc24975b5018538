// Look-ups that share a statement: a revoked token is refused all the same, from its commit on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, realTimers } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, TokenId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import { insertToken, revokeTrees } from '../credential-store.ts'
import { type LookUpToken, tokenLookUps } from './look-up-tokens.ts'

const makeId = makeTestId()
const accountId = makeId() as AccountId
let db: TestDatabase
let lookUp: LookUpToken
let statements = 0

beforeAll(async () => {
  db = await testDatabase()
  await db.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at)
       values ($1, 1, 'Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    ),
  )
  const counting: Database = {
    ...db.database,
    inAnyAccount: (work, options) => {
      statements += 1
      return db.database.inAnyAccount(work, options)
    },
  }
  lookUp = tokenLookUps({ database: counting, clock: realTimers })
})
afterAll(() => db.close())

async function token(fill: number): Promise<{ id: TokenId; hash: Buffer }> {
  const made = { id: makeId() as TokenId, hash: Buffer.alloc(32, fill) }
  await db.database.inAccount(accountId, (tx) =>
    insertToken(tx, {
      accountId,
      tokenId: made.id,
      name: 'till',
      hash: made.hash,
      rights: ['messages.send'],
      createdBy: null,
      madeBy: null,
      at: realTimers.now(),
      expiresAt: null,
    }),
  )
  return made
}

test('a hundred requests at once share one look, and each gets its own answer', async () => {
  const [first, second] = [await token(1), await token(2)]
  const strange = Buffer.alloc(32, 3)
  // Once for all: that they are used is noted apart.
  await Promise.all([first, second].map(({ hash }) => lookUp(hash)))
  const before = statements
  const asked = Array.from(
    { length: 99 },
    (_, index) => [first.hash, second.hash, strange][index % 3],
  )
  const found = await Promise.all(asked.map((hash) => lookUp(hash ?? strange)))
  const ids = found.map((row) => row?.token_id ?? null)
  expect(ids.slice(0, 6)).toEqual([first.id, second.id, null, first.id, second.id, null])
  expect(statements - before).toBe(1)
})

test('a token is refused from the commit of its revocation on, also in the middle of many', async () => {
  const { id, hash } = await token(4)
  const crowd = Array.from({ length: 50 }, () => lookUp(hash))
  await db.database.inAccount(accountId, (tx) =>
    revokeTrees(tx, accountId, { tokens: [id], at: realTimers.now() }),
  )
  const after = Array.from({ length: 50 }, () => lookUp(hash))
  await Promise.all(crowd)
  expect((await Promise.all(after)).every((row) => row === null)).toBe(true)
})
