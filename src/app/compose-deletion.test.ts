// A deletion that is cut off again and again is carried out by the next attempt, and once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccountsFixture,
  accountsFixture,
  password,
} from '../../test/support/accounts-fixture.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { createAccount, readAccount, systemCaller } from '../accounts/index.ts'
import { jobs } from '../jobs/index.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { createMail } from '../notifications/index.ts'
import { createMetrics, silentLogger } from '../observability/index.ts'
import {
  askDeletion,
  carryOut,
  lookAfterDeletions,
  type PrivacyDeps,
  pageOfDeletions,
  undoDeletion,
} from '../privacy/index.ts'
import type { Database } from '../storage/index.ts'
import { baseOf } from './compose-base.ts'
import { deletionDepsOf } from './compose-deletion.ts'

const dayMs = 86_400_000
let here: AccountsFixture
let folder: string
let deps: PrivacyDeps
let owner: Caller

beforeAll(async () => {
  here = await accountsFixture()
  folder = newTestFolder()
  mkdirSync(join(folder, 'data'))
  await here.ownerCookie()
  deps = depsOver(here.store.database)
  const account = await createAccount(here.deps, await ownerOf(), {
    ...{ name: 'Second', kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
  })
  owner = await ownerOf(account.id)
})
afterAll(async () => {
  await here?.close()
  removeTestFolder(folder)
})

/** Everything as the program has it, over this database. */
function depsOver(database: Database): PrivacyDeps {
  const { vault, clock, randomness, makeId } = here.deps
  const tools = { logger: silentLogger, metrics: createMetrics(), randomness, makeId }
  const infrastructure = { ...tools, database, vault, timers: here.clock }
  const places = { dataFolder: join(folder, 'data'), storage: {} as never }
  const more = { nodeFolder: folder, keysFolder: folder }
  const base = baseOf({ ...infrastructure, ...places, ...more }, { originHost: 'accord.test' })
  const mail = createMail({ vault, clock, makeId, jobs, hasSmtp: false })
  const options = { originHost: 'accord.test', publicUrl: 'https://accord.test' }
  return deletionDepsOf(base, {
    ...{ accounts: { ...here.deps, database }, mail, ownUrl: () => null },
    ...{ lastDrill: async () => null, backupsKept: async () => null, dataMaps: () => [] },
    // Nothing is taken along here.
    campaigns: async function* () {},
    options: {
      ...options,
      secureCookie: true,
      backlogSeconds: 1,
      privateNetworks: [],
      hasThreads: false,
    },
  })
}

async function ownerOf(accountId?: AccountId): Promise<Caller> {
  const { rows } = await here.store.asSuperuser((client) =>
    client.query<{ account_id: AccountId; user_id: string }>(
      `select m.account_id, m.user_id from accounts.membership m
       join accounts.account a using (account_id) order by a.number`,
    ),
  )
  const found = rows.find((row) => row.account_id === (accountId ?? row.account_id))
  if (found === undefined) throw new Error('there is no such member')
  const account = await readAccount(here.store.database, found.account_id)
  const caller = systemCaller(account, 'command_line', '')
  return { ...caller, by: { kind: 'user', userId: found.user_id as never } }
}

/** Every transaction after so many fails, as where the database goes away. */
function failingAfter(count: number): Database {
  let left = count
  const { database } = here.store
  const counted = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => {
    return (...args: A): Promise<T> => {
      left -= 1
      return left < 0 ? Promise.reject(new Error('cut off')) : work(...args)
    }
  }
  return {
    ...database,
    inAccount: counted(database.inAccount) as Database['inAccount'],
    inAnyAccount: counted(database.inAnyAccount) as Database['inAnyAccount'],
  }
}

const deletions = async () =>
  (await pageOfDeletions(deps, { before: null, state: null, limit: 10 })).items

test('only the owner’s password asks for it, and an undone one leaves nothing behind', async () => {
  await expect(askDeletion(deps, owner, { password: 'les figues' })).rejects.toMatchObject({
    code: 'accounts.password_wrong',
  })
  // No program asks for it, whatever it knows.
  const program: Caller = { ...owner, by: { kind: 'token', tokenId: here.deps.makeId() as never } }
  await expect(askDeletion(deps, program, { password })).rejects.toMatchObject({
    code: 'accounts.owner_in_person',
  })
  const asked = await askDeletion(deps, owner, { password })
  expect(asked.deletion).toMatchObject({ state: 'waiting', askedHow: 'screen' })
  const { deletionDueAt } = await readAccount(here.store.database, owner.accountId)
  expect(deletionDueAt).toBe(here.clock.now() + 14 * dayMs)
  await undoDeletion(deps, owner, { how: 'screen', reason: null })
  const after = await readAccount(here.store.database, owner.accountId)
  expect(after.deletionDueAt).toBeNull()
})

test('cut off again and again, each time further on, it is carried out all the same, and once', async () => {
  await askDeletion(deps, owner, { password })
  const id = (await deletions())[0]?.id ?? ''
  // Before its day nobody carries it out.
  await carryOut(deps, id)
  expect((await deletions())[0]?.state).toBe('waiting')
  here.clock.set('2026-12-10T09:00:00Z')
  await lookAfterDeletions(deps)
  let cuts = 0
  for (; cuts < 1_000; cuts += 4) {
    const failed = await carryOut(depsOver(failingAfter(cuts)), id).then(
      () => false,
      () => true,
    )
    if (!failed) break
  }
  expect(cuts).toBeGreaterThan(5)
  const [done] = await deletions()
  expect(done).toMatchObject({ state: 'done', hasCertificate: true, accountName: null })
  const { rows } = await here.store.asSuperuser((client) =>
    client.query<{ mails: number; keys: number }>(
      `select (select count(*)::int from notifications.mail where for_account is null) as mails,
         (select count(*)::int from vault.account where account_id = $1) as keys`,
      [owner.accountId],
    ),
  )
  expect(rows[0]).toEqual({ mails: 1, keys: 0 })
  expect(here.deps.vault.destroyedKeys(owner.accountId)?.deletionId).toBe(id)
  expect(() => here.deps.vault.accountSigningSeed(owner.accountId)).toThrow()
  // Its owner has another account, and stays.
  expect((await here.logIn()).status).toBe(201)
  await carryOut(deps, id)
  expect(await deletions()).toHaveLength(2)
})

test('the only account of whoever manages the installation is not deleted', async () => {
  const first = await ownerOf()
  await expect(askDeletion(deps, first, { password })).rejects.toMatchObject({
    code: 'privacy.staff_left_without_account',
  })
})

test('records go when their time is over: the one that was undone first', async () => {
  here.clock.set('2027-12-31T09:00:00Z')
  await lookAfterDeletions(deps)
  expect((await deletions()).map(({ state }) => state)).toEqual(['done'])
  here.clock.set('2031-12-31T09:00:00Z')
  await lookAfterDeletions(deps)
  expect(await deletions()).toEqual([])
})
