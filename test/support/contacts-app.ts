// The routes of contacts on a real database, asked as a client asks them.
import { join } from 'node:path'
import { createAudit } from '../../src/audit/index.ts'
import { contactsRoutes, keepCounts, type Statuses } from '../../src/contacts/index.ts'
import { type AccountId, type Caller, rights, type UserId } from '../../src/kernel/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { makeTestId, seededRandomness, testClock } from './clock.ts'
import { testDatabase } from './database.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'
import { testServer } from './test-server.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type ContactsApp = Awaited<ReturnType<typeof contactsApp>>

// Nobody here has agreed to anything, or said no.
const statuses: Statuses = {
  facts: {
    ...{ lastReplyAt: 'null', agreedAt: 'null' },
    ...{ writtenSince: () => 'false', ofCampaign: () => 'false' },
  },
  keepsMessagesOf: async () => false,
  rule: async (_tx, accountId) => ({
    ...{ each: '', all: '', values: [accountId, 0, 0, 0, 0, 0] },
    status: `case when $1::uuid is null or 1 < any(array[$2::int, $3::int, $4::int, $5::int, $6::int])
            then 'checked' else 'unproven' end`,
  }),
  legalBases: async () => new Map(),
}

export async function contactsApp() {
  const db = await testDatabase()
  const folder = newTestFolder()
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock)
  const account = makeId() as AccountId
  const { database } = db
  const keysFolder = join(folder, 'keys')
  const vault = await openVault({ keysFolder, database, randomness: seededRandomness(5) })
  await vault.createAccount(account)
  await db.asSuperuser((client) =>
    client.query(
      `insert into accounts.account
         (account_id, number, name, kind, country, zone, language, created_at)
       values ($1, 900001, 'Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [account],
    ),
  )
  const by = { kind: 'user' as const, userId: makeId() as UserId }
  const caller: Caller = {
    ...{ accountId: account, by, rights: new Set(rights), language: 'en', traceId: 't' },
  }
  const now = { caller, campaigns: 0 }
  const audit = createAudit({ vault, clock, makeId })
  const accounts = { facts: async () => ({ kind: 'sandbox' as const, country: 'FR' }) }
  const server = await testServer(
    contactsRoutes({
      ...{ database, vault, audit, accounts, clock, makeId },
      proofs: { letGo: async () => undefined },
      campaignsOf: async () => now.campaigns,
      statuses,
      counts: keepCounts({ database, clock, statuses }),
    }),
    { authenticate: async () => ({ caller: now.caller, via: 'token' }), timers: clock },
  )
  return {
    ...{ db, vault, account, clock, makeId, audit, server },
    /** Who asks, and how many campaigns still have to read whichever list is asked about. */
    now,
    ask: async (method: Method, url: string, body?: object) => {
      const answer = await server.inject({
        ...{ method, url, headers: { authorization: 'Bearer x' } },
        ...(body === undefined ? {} : { payload: body }),
      })
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
    },
    close: async () => {
      await server.close()
      await db.close()
      removeTestFolder(folder)
    },
  }
}
