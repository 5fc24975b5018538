// Many people erased at once are told in few events, each person once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, ContactId } from '../../kernel/index.ts'
import { tellErased } from './programs-told.ts'

const makeId = makeTestId()
const accountId = makeId() as AccountId
const endpointId = makeId()
let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.asSuperuser((client) =>
    client.query(
      `insert into webhooks.endpoint (account_id, endpoint_id, host, url_sealed, description,
         kinds, campaign_messages, reply_text, secret_sealed, state, created_at)
       values ($1, $2, 'crm.example', '', '', '{contact.erased}', false, false, '', 'active', now())`,
      [accountId, endpointId],
    ),
  )
})
afterAll(() => db.close())

test('two hundred and fifty people are three events', async () => {
  const contacts = Array.from({ length: 250 }, () => makeId() as ContactId)
  const id = makeId()
  const tell = () =>
    db.database.inAccount(accountId, (tx) =>
      tellErased(tx, accountId, { id, contacts, at: Date.parse('2026-11-25T09:30:00Z') }),
    )
  await tell()
  // What runs again after a crash tells nothing twice.
  await tell()
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ about: string; facts: { contactIds: string[]; erasedAt: string } }>(
      'select about, facts from webhooks.delivery where account_id = $1',
      [accountId],
    ),
  )
  expect(rows.map(({ facts }) => facts.contactIds.length).sort()).toEqual([100, 100, 50])
  expect(rows.flatMap(({ facts }) => facts.contactIds).sort()).toEqual([...contacts].sort())
  expect(new Set(rows.map(({ about }) => about))).toEqual(new Set([id]))
})
