// Backups of a real server: made, restored with today's keys, tried, kept and removed.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, realTimers, seededRandomness, testClock } from '../../test/support/clock.ts'
import { embeddedPlaces } from '../../test/support/embedded-places.ts'
import { removeTestFolder } from '../../test/support/folder.ts'
import { eventually } from '../../test/support/wait.ts'
import type { AccountId, SubjectId } from '../kernel/index.ts'
import { openStorage, type Storage } from '../storage/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { type FoundBackup, listBackups, outdated, overdueSince } from './backup-folder.ts'
import { backupState } from './backup-state.ts'
import { unseenChanges } from './change-state.ts'
import type { WorkDeps } from './deps.ts'
import { restoreBackup } from './restore-backup.ts'
import { runBackup, runDrill } from './run-work.ts'
import { isDue, isNeededNow, lastSlot, runSchedule } from './schedule.ts'
import { insertRun } from './store.ts'

const randomness = seededRandomness(7)
const makeId = makeTestId()
const hourMs = 3_600_000
let root: string
let places: { dataFolder: string; filesFolder: string; keysFolder: string }
let storage: Storage
let vault: Vault
let account: AccountId
let people: SubjectId[]
/** How far the clock is ahead. */
let aheadMs = 0
const timers = { ...realTimers, now: () => realTimers.now() + aheadMs }

beforeAll(async () => {
  ;({ root, places } = await embeddedPlaces())
  const { dataFolder, keysFolder } = places
  const shared = { databaseUrl: null, dataFolder, keysFolder }
  storage = await openStorage({ ...shared, timers, randomness })
  vault = await openVault({ ...shared, database: storage.database, randomness })
  account = makeId() as AccountId
  await vault.createAccount(account)
  // Whole pages, and some who came one by one.
  people = [...(await made(300)), ...(await made(3))]
}, 60_000)
afterAll(async () => {
  await storage.close()
  removeTestFolder(root)
})

const made = async (count: number): Promise<SubjectId[]> =>
  (await storage.database.inAccount(account, (tx) => vault.createSubjects(tx, account, count))).map(
    ({ subjectId }) => subjectId,
  )

const readable = async (of: Pick<Storage, 'database'>, by: Vault): Promise<SubjectId[]> => {
  const found = await of.database.inAccount(account, (tx) => by.openSubjects(tx, account, people))
  return people.filter((id) => (found.get(id)?.contactKey.length ?? 0) > 0)
}

const folder = () => join(root, 'backups')

function deps(over: Partial<WorkDeps['settings']> = {}): WorkDeps {
  return {
    ...{ storage, database: storage.database, vault, timers, randomness, makeId, places },
    version: '0.1.0',
    settings: {
      ...{ folder: folder(), keysCopy: join(root, 'safe'), hour: 2, keepDays: 35 },
      ...{ erasureWaitDays: 7, changes: false, ...over },
    },
    sample: async ({ database, keysFolder }) => {
      const opened = await readable(
        { database },
        await openVault({ keysFolder, database, randomness }),
      )
      return { tried: opened.length, opened: opened.length }
    },
  }
}

const restore = (
  backup: string,
  to: string,
  pages: string | null = null,
  keys = places.keysFolder,
) =>
  restoreBackup(
    {
      keysFolder: keys,
      timers,
      randomness,
      countClosed: async () => 0,
      loseUploads: async () => [],
    },
    { backup, to, pages, at: 'end' },
  )

async function lookInto<T>(
  dataFolder: string,
  look: (restored: Storage, by: Vault) => Promise<T>,
): Promise<T> {
  const { keysFolder } = places
  const given = { databaseUrl: null, dataFolder, keysFolder, timers, randomness, migrations: [] }
  const restored = await openStorage(given)
  try {
    return await look(
      restored,
      await openVault({ keysFolder, database: restored.database, randomness }),
    )
  } finally {
    await restored.close()
  }
}

test('A backup of a running server gives everybody back, with the files beside the database', async () => {
  const ledger = join(places.filesFolder, 'ledger', account)
  mkdirSync(join(ledger, 'tile'), { recursive: true })
  writeFileSync(join(ledger, 'checkpoint'), 'signed')
  writeFileSync(join(ledger, 'tile', '000'), Buffer.alloc(200_000, 7))
  const backup = await runBackup(deps(), 'command_line')
  expect(readdirSync(folder())).toHaveLength(1)
  // Sealed: neither what the files say nor what every data folder of PostgreSQL says.
  const octets = readFileSync(join(backup.path, 'data.sealed'))
  for (const text of ['signed', 'PG_VERSION', account]) expect(octets.includes(text)).toBe(false)
  // One copy of the keys, apart.
  expect(readdirSync(join(root, 'safe'))).toEqual(['keys'])
  expect(existsSync(join(root, 'safe', 'keys', 'accounts', `${account}.json`))).toBe(true)

  const to = join(root, 'restored')
  await restore(backup.path, to)
  expect(readFileSync(join(to, 'ledger', account, 'checkpoint'), 'utf8')).toBe('signed')
  expect(readFileSync(join(to, 'ledger', account, 'tile', '000'))).toHaveLength(200_000)
  const found = await lookInto(to, (restored, by) => readable(restored, by))
  expect(found).toEqual(people)
}, 120_000)

test('Recovery codes and sessions of a backup end once it is restored, and are counted', async () => {
  const users = [makeId(), makeId()]
  const codes = (of: Pick<Storage, 'database'>) =>
    of.database.inInstallation(async (tx) => {
      const { rowCount } = await tx.query('select from accounts.recovery_code')
      return rowCount
    })
  await storage.database.inInstallation(async (tx) => {
    await tx.query(
      `insert into accounts.user (user_id, email_tag, email_sealed, name_sealed, language, created_at)
       select id, id::text::bytea, '', '', 'fr', now() from unnest($1::uuid[]) as given (id)`,
      [users],
    )
    await tx.query(
      `insert into accounts.recovery_code (user_id, code_tag, created_at)
       select id, tag::text::bytea, now()
       from unnest($1::uuid[]) as given (id), generate_series(1, 3) as tag`,
      [users],
    )
    // The one has a passkey alone, the other an app beside it.
    await tx.query(
      `insert into accounts.factor (factor_id, user_id, kind, name_sealed, secret_sealed,
         created_at, confirmed_at, enrolment_id)
       select gen_random_uuid(), id, kind, '', '', now(), now(), id
       from unnest($1::uuid[], $2::text[]) as given (id, kind)`,
      [
        [users[0], users[1], users[1]],
        ['passkey', 'passkey', 'totp'],
      ],
    )
  })
  await storage.database.inAccount(account, async (tx) => {
    await tx.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at)
       values ($1, 902, 'Chorale du Lac', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [account],
    )
    await tx.query(
      `insert into accounts.session
         (session_hash, user_id, account_id, created_at, last_seen_at, expires_at, with_factor)
       values ('open', $1, $2, now(), now(), now() + interval '7 days', true)`,
      [users[0], account],
    )
  })
  const backup = await runBackup(deps(), 'command_line', join(root, 'apart'))
  const to = join(root, 'restored-codes')
  expect(await restore(backup.path, to)).toMatchObject({
    ...{ recoveryCodesVoidOf: 2, passkeyOnlyUsers: 1, sessionsEnded: 1 },
  })
  expect(await lookInto(to, codes)).toBe(0)
  expect(await codes(storage)).toBe(6)
}, 120_000)

test('The role that reads the whole server reads nothing else', async () => {
  const { address } = storage.wayIn
  const powers = await storage.asOwner(async (client) => {
    const { rows } = await client.query(
      `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication
       from pg_roles where rolname = 'accord_backup'`,
    )
    return rows[0]
  })
  expect(powers).toEqual({
    ...{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false },
    rolreplication: true,
  })
  const { host, port, database } = address
  const client = new pg.Client({ host, port, database, user: 'accord_backup' })
  await expect(client.connect()).rejects.toThrow('pg_hba.conf rejects connection')
})

test('A folder that is not empty, other keys, and a file that is cut off or changed are refused', async () => {
  const [backup] = listBackups(folder())
  const path = backup?.path ?? ''
  await expect(restore(path, join(root, 'restored'))).rejects.toMatchObject({
    code: 'backup.target_not_empty',
  })
  const other = join(root, 'other-keys')
  mkdirSync(other, { mode: 0o700 })
  writeFileSync(join(other, 'root.key'), Buffer.alloc(32, 9), { mode: 0o600 })
  const to = join(root, 'nowhere')
  await expect(restore(path, to, null, other)).rejects.toMatchObject({ code: 'backup.key_wrong' })
  await expect(restore(join(root, 'safe'), to)).rejects.toMatchObject({ code: 'backup.not_one' })

  const damaged = join(root, 'damaged')
  mkdirSync(damaged)
  for (const name of readdirSync(path)) copyFileSync(join(path, name), join(damaged, name))
  const data = join(damaged, 'data.sealed')
  const whole = readFileSync(data)
  truncateSync(data, whole.length - 1)
  await expect(restore(damaged, to)).rejects.toMatchObject({
    code: 'backup.damaged',
    details: { file: data },
  })
  whole[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1
  writeFileSync(data, whole)
  await expect(restore(damaged, to)).rejects.toMatchObject({ code: 'backup.damaged' })
  // Nothing is left of it, neither the folder nor what was begun beside it.
  expect(readdirSync(root).filter((name) => /nowhere/.test(name))).toEqual([])
}, 60_000)

test('Who is erased after a backup is erased in it once it is restored; all others open', async () => {
  const [erased, ...others] = people as [SubjectId, ...SubjectId[]]
  const alone = people.at(-1) as SubjectId
  const stay = others.filter((id) => id !== alone)
  await storage.database.inAccount(account, (tx) =>
    vault.destroyKeys(tx, account, [erased, alone], 'both'),
  )
  // Before the account's key is turned an old key still opens them: in its time, and so no fault.
  const before = await runDrill(deps(), 'command_line')
  expect(before).toMatchObject({ isWell: true, found: { pending: 2, readable: 0, closed: 0 } })
  expect(before.found.tablesWrong).toEqual([])
  expect(before.found.sampled).toBeGreaterThan(250)

  aheadMs += 13 * hourMs
  await vault.keepInOrder(account, timers.now())
  const keyFile = join(places.keysFolder, 'accounts', `${account}.json`)
  const withOld = readFileSync(keyFile)
  // The old key stays while no backup has the new pages, and goes an hour after there is one.
  aheadMs += 3 * hourMs
  await vault.keepInOrder(account, timers.now())
  expect(readFileSync(keyFile)).toEqual(withOld)
  await runBackup(deps(), 'command_line')
  aheadMs += 1_000
  await vault.keepInOrder(account, timers.now())
  expect(Object.keys(JSON.parse(readFileSync(keyFile, 'utf8')).epochs)).toEqual(['2'])

  // The older one, with the keys of people of the younger one beside it.
  const [, older] = listBackups(folder())
  const to = join(root, 'older')
  await restore(older?.path ?? '', to)
  expect(await lookInto(to, (restored, by) => readable(restored, by))).toEqual(stay)

  const after = await runDrill(deps(), 'schedule')
  expect(after).toMatchObject({ isWell: true, found: { pending: 0, readable: 0, backups: 2 } })
  expect(after.found.unreadable).toBe(after.found.erased)
  expect(after.found.erased).toBeGreaterThanOrEqual(2)

  // Somebody puts an older copy of the keys back: the older backup would give both of them back.
  writeFileSync(keyFile, withOld, { mode: 0o600 })
  aheadMs += 3 * hourMs
  const planted = await runDrill(deps(), 'schedule')
  expect(planted).toMatchObject({ isWell: false, found: { readable: 2 } })
  const state = await backupState({
    ...{ database: storage.database, clock: timers, places, isEmbedded: true },
    settings: deps().settings,
    changes: async () => unseenChanges(deps().settings).changes,
  })
  expect(state).toMatchObject({ mode: 'on', horizonDays: 35, lastDrill: { isWell: false } })
  expect(state.ageMs).toBeLessThan(4 * hourMs)
}, 240_000)

test('Two at once: the second is told; the drill leaves no server and no folder', async () => {
  const [one, two] = await Promise.allSettled([
    runBackup(deps(), 'staff'),
    runBackup(deps(), 'staff'),
  ])
  const failed = [one, two].filter(({ status }) => status === 'rejected')
  expect(failed).toMatchObject([{ reason: { code: 'backup.under_way' } }])
  expect(readdirSync(places.dataFolder)).not.toContain('drill')
  expect(readdirSync(folder()).every((name) => name.startsWith('accord-'))).toBe(true)
}, 60_000)

test('At its hour a backup begins by itself, then its drill, and nothing where backups are off', async () => {
  const clock = testClock('2027-03-10T01:00:00Z')
  // That of the night before was made: nothing is to be caught up with.
  const begunAt = Date.parse('2027-03-09T02:00:30Z')
  const run = { kind: 'backup', trigger: 'schedule', begunAt } as const
  await storage.database.inInstallation((tx) =>
    insertRun(tx, { ...run, runId: '019bbbbb-0000-7000-8000-000000000001' }),
  )
  const ran: string[] = []
  const shared = { database: storage.database, isEmbedded: true, timers: clock }
  const logger = { error: () => undefined, info: () => undefined }
  const runApart = async (kind: string) => {
    ran.push(kind)
  }
  const neededSince = () => null
  const set = { ...shared, logger, neededSince }
  const running = runSchedule({ ...set, runApart, settings: deps().settings })
  const off = runSchedule({
    ...{ ...set, settings: deps({ folder: null }).settings },
    runApart: () => Promise.reject(new Error('backups are off')),
  })
  await clock.advance(59 * 60_000)
  expect(ran).toEqual([])
  await clock.advance(2 * 60_000)
  await eventually(async () => (ran.length >= 2 ? true : null))
  expect(ran.slice(0, 2)).toEqual(['backup', 'drill'])
  await running.stop()
  await off.stop()
})

test('Older backups go with their time, and the youngest never does', () => {
  const now = Date.parse('2026-11-30T02:00:00Z')
  const of = (days: number) => ({ begun: now - days * 86_400_000 }) as FoundBackup
  expect(outdated([of(0), of(3), of(36)], 35, now)).toEqual([of(36)])
  expect(outdated([of(50), of(60)], 35, now)).toEqual([of(60)])
  expect(outdated([of(50)], 35, now)).toEqual([])
  expect(outdated([], 35, now)).toEqual([])
})

test('The oldest is overdue once the night after its day has made no younger one', () => {
  const now = Date.parse('2026-11-30T02:00:00Z')
  const before = (days: number) => now - days * 86_400_000
  expect(overdueSince(null, 35, now)).toBeNull()
  expect(overdueSince(before(35.5), 35, now)).toBeNull()
  expect(overdueSince(before(40), 35, now)).toBe(before(5))
})

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`)
test.each([
  ['first start: not at once', '29T12:00', '29T12:05', null, false],
  ['first start: from the first slot on', '29T12:00', '30T02:00', null, true],
  ['a night later', '29T12:00', '30T02:01', '29T02:00', true],
  ['once a night', '29T12:00', '30T05:00', '30T02:00', false],
  ['off at the hour: a while after the start', '30T04:00', '30T04:05', '29T02:00', false],
  ['off at the hour: then', '30T04:00', '30T04:16', '29T02:00', true],
])('%s', (_, startedAt, now, last, due) => {
  expect(lastSlot(at(now), 2) % (24 * hourMs)).toBe(2 * hourMs)
  const facts = { now: at(now), startedAt: at(startedAt), hour: 2 }
  expect(isDue({ ...facts, last: last === null ? null : at(last) })).toBe(due)
})

test.each([
  ['nothing is lost', null, [5], false],
  ['lost, and the last one began a while ago', 0, [9], true],
  ['lost some minutes after one began', 0, [0.2], false],
  ['lost, and none was made in the last day', 0, [], true],
  ['lost once more within two hours of the second', 0, [1.5, 9], false],
  ['lost once more after that', 0, [2.1, 9], true],
  ['lost under load all day', 0, [7, 11, 14, 16, 20], false],
  ['lost under load all day: three a day at most', 0, [8.1, 12, 14, 16, 20], true],
  ['it is to be waited for after the start', -0.2, [9], false],
])('A backup out of its hour: %s', (_, neededHoursAgo, begunHoursAgo, isNeeded) => {
  const now = at('30T12:00')
  const ago = (hours: number) => now - hours * hourMs
  const neededSince = neededHoursAgo === null ? null : ago(neededHoursAgo)
  expect(isNeededNow({ now, neededSince, begun: begunHoursAgo.map(ago) })).toBe(isNeeded)
})

test('Changes that are lost twice in a row begin one backup, and the second one later', async () => {
  const clock = testClock('2027-05-10T12:00:00Z')
  let ran = 0
  const running = runSchedule({
    ...{ database: storage.database, isEmbedded: true, timers: clock, settings: deps().settings },
    logger: { error: () => undefined, info: () => undefined },
    neededSince: () => Date.parse('2027-05-10T12:00:00Z'),
    runApart: async (kind) => {
      if (kind !== 'backup') return
      ran += 1
      const runId = `019ccccc-0000-7000-8000-00000000000${ran}`
      const run = { runId, kind, trigger: 'schedule', begunAt: clock.now() } as const
      await storage.database.inInstallation((tx) => insertRun(tx, run))
    },
  })
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await clock.advance(60_000)
      await realTimers.sleep(15)
    }
  }
  await pass(5)
  expect(ran).toBe(1)
  await pass(50)
  expect(ran).toBe(1)
  await pass(15)
  expect(ran).toBe(2)
  await pass(100)
  expect(ran).toBe(2)
  await running.stop()
}, 60_000)
