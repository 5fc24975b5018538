// A backup beside a server that writes much, and lets go of what it wrote long before the end.

import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, realTimers, seededRandomness } from '../../test/support/clock.ts'
import { embeddedPlaces } from '../../test/support/embedded-places.ts'
import { removeTestFolder } from '../../test/support/folder.ts'
import { administered, markIn } from '../../test/support/storage-acts.ts'
import { eventually } from '../../test/support/wait.ts'
import type { AccountId, SubjectId } from '../kernel/index.ts'
import {
  askReplay,
  chooseServerUser,
  endReplay,
  openStorage,
  rowsWritten,
  type Storage,
} from '../storage/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { ArchiveWriter } from './archive.ts'
import { dataFile, listBackups, manifestFile, summaryFile, walFile } from './backup-folder.ts'
import type { WorkDeps } from './deps.ts'
import { openBackup, sealManifest } from './manifest.ts'
import { Pace } from './pace.ts'
import { extractBackup, restoreBackup } from './restore-backup.ts'
import { runBackup, runDrill } from './run-work.ts'
import { sealedWriter } from './sealed-file.ts'

const randomness = seededRandomness(29)
const timers = realTimers
const makeId = makeTestId()
let root: string
let places: WorkDeps['places']
let storage: Storage
let vault: Vault
let account: AccountId
let people: SubjectId[]
const folder = () => join(root, 'backups')

beforeAll(async () => {
  ;({ root, places } = await embeddedPlaces())
  ;({ storage, vault } = await open(places.dataFolder))
  account = makeId() as AccountId
  await vault.createAccount(account)
  const made = await storage.database.inAccount(account, (tx) =>
    vault.createSubjects(tx, account, 50),
  )
  people = made.map(({ subjectId }) => subjectId)
  const noise = "string_agg(sha512(convert_to(row || '-' || part, 'UTF8')), ''::bytea)"
  await administer(
    // As beside a large campaign: each checkpoint removes what is before it.
    ...["alter system set max_wal_size = '32MB'", "alter system set min_wal_size = '32MB'"],
    'select pg_reload_conf()',
    // In a database beside ours, so that the copy takes its time.
    `create table ballast as select row, ${noise} as noise
     from generate_series(1, 40000) as row, generate_series(1, 16) as part group by row`,
    'checkpoint',
  )
}, 120_000)
afterAll(async () => {
  await storage.close()
  removeTestFolder(root)
})

async function open(dataFolder: string): Promise<{ storage: Storage; vault: Vault }> {
  const { keysFolder } = places
  const shared = { databaseUrl: null, dataFolder, keysFolder, timers, randomness }
  const opened = await openStorage(shared)
  const by = await openVault({ database: opened.database, keysFolder, randomness })
  return { storage: opened, vault: by }
}

function deps(over: Partial<WorkDeps> = {}, at = folder()): WorkDeps {
  return {
    ...{ storage, database: storage.database, vault, timers, randomness, makeId, places },
    version: '0.1.0',
    settings: {
      ...{ folder: at, keysCopy: null, changes: false, hour: 2, keepDays: 35 },
      erasureWaitDays: 7,
    },
    sample: async ({ database, keysFolder }) => {
      const by = await openVault({ keysFolder, database, randomness })
      const found = await database.inAccount(account, (tx) => by.openSubjects(tx, account, people))
      return { tried: people.length, opened: found.size }
    },
    ...over,
  }
}

const administer = (...texts: string[]) => administered(storage, texts)
const mark = (text: string) => markIn(storage, makeId, text)

async function marksIn(to: string): Promise<string[]> {
  const restored = await open(to)
  try {
    return await restored.storage.database.inInstallation(async (tx) => {
      const { rows } = await tx.query<{ tag: Buffer }>('select email_tag as tag from accounts.user')
      return rows.map(({ tag }) => tag.toString()).sort()
    })
  } finally {
    await restored.storage.close()
  }
}

/** What keeps a restore short, and is far more than the server keeps. */
const roundsMost = 8

/** Rows, a whole file of the WAL and a checkpoint, again and again while the work goes on. */
async function beside<T>(work: Promise<T>): Promise<{ result: T; rounds: number }> {
  let isOver = false
  const end = () => {
    isOver = true
  }
  work.then(end, end)
  let rounds = 0
  for (; !isOver && rounds < roundsMost; rounds += 1) {
    await mark(`during ${rounds}`)
    await administer('select pg_switch_wal()', 'checkpoint')
  }
  return { result: await work, rounds }
}

const slotsOfBackups = async (): Promise<number[]> => {
  const [found] = await administer(
    "select active_pid as pid from pg_replication_slots where slot_name like 'accord_backup_%'",
  )
  return (found?.rows ?? []).map(({ pid }) => Number(pid))
}
const noSlot = () => eventually(async () => ((await slotsOfBackups()).length === 0 ? true : null))

const restore = (backup: string, to: string) =>
  restoreBackup(
    {
      keysFolder: places.keysFolder,
      timers,
      randomness,
      countClosed: async () => 0,
      loseUploads: async () => [],
    },
    { backup, to: join(root, to), pages: null, at: 'end' },
  )

test('A backup is whole although the server let go of its WAL meanwhile', async () => {
  await mark('before')
  const { result: backup, rounds } = await beside(runBackup(deps(), 'command_line'))
  expect(rounds).toBeGreaterThan(3)
  const { manifest } = openBackup(backup.path, places.keysFolder, randomness)
  expect(manifest.parts.map(({ name }) => name)).toContain(walFile)
  await restore(backup.path, 'restored')
  const marks = await marksIn(join(root, 'restored'))
  // Everything up to the moment at which the copy of the files ended.
  expect(marks).toEqual(expect.arrayContaining(['before', 'during 0', 'during 1']))
  expect(await runDrill(deps(), 'command_line')).toMatchObject({
    ...{ isWell: true, found: { tablesWrong: [], opened: people.length, closed: 0 } },
  })
  await noSlot()
}, 240_000)

test('A server that writes much is seen to do so, and one at rest is not', async () => {
  const pace = new Pace({ timers, rowsWritten: () => storage.asOwner(rowsWritten) })
  const work = () => timers.sleep(1_100)
  await work()
  await pace.step()
  await work()
  expect(await pace.step()).toBe(false)
  const many = 'select generate_series(1, 500000) as row'
  await storage.asOwner((owner) => owner.query(`create table public.much as ${many}`))
  await work()
  expect(await pace.step()).toBe(true)
  await storage.asOwner((owner) => owner.query('drop table public.much'))
}, 60_000)

test('Where the server ends what receives its WAL, the backup fails, says so, and leaves the former ones', async () => {
  const before = readdirSync(folder())
  const making = runBackup(deps(), 'command_line').catch((error: unknown) => error)
  const pid = await eventually(async () => (await slotsOfBackups())[0] ?? null)
  await administer(`select pg_terminate_backend(${pid})`)
  expect(await making).toMatchObject({ code: 'backup.left_behind' })
  expect(readdirSync(folder())).toEqual(before)
  await noSlot()
}, 120_000)

test('A changed or missing file of the WAL is refused with its name', async () => {
  const [backup] = listBackups(folder())
  const path = copyOf(backup?.path ?? '', 'damaged')
  const file = join(path, walFile)
  const octets = readFileSync(file)
  octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1
  for (const other of [octets, null]) {
    if (other === null) rmSync(file)
    else writeFileSync(file, other)
    await expect(restore(path, 'nowhere')).rejects.toMatchObject({
      ...{ code: 'backup.damaged', details: { file } },
    })
  }
  expect(readdirSync(root).filter((name) => /nowhere/.test(name))).toEqual([])
}, 60_000)

function copyOf(path: string, name: string): string {
  const to = join(root, name, path.split('/').at(-1) ?? '')
  mkdirSync(to, { recursive: true })
  for (const file of readdirSync(path)) copyFileSync(join(path, file), join(to, file))
  return to
}

/** As the first form was: the WAL lies among the files of the database. */
async function inFirstForm(path: string): Promise<string> {
  const to = copyOf(path, 'first-form')
  const backup = openBackup(path, places.keysFolder, randomness)
  const files = join(root, 'files')
  mkdirSync(files)
  await extractBackup(backup, files)
  const tar = join(root, 'database.tar')
  execFileSync('tar', ['--format=ustar', '-C', join(files, 'postgres'), '-cf', tar, '.'])
  rmSync(join(to, walFile))
  rmSync(join(to, dataFile))
  const writer = sealedWriter(join(to, dataFile), backup.keys.ofFile(dataFile), true)
  const archive = new ArchiveWriter(writer.take)
  await archive.begin('database.tar')
  for await (const octets of createReadStream(tar)) await archive.write(octets as Buffer)
  await archive.endFile()
  await archive.begin('postgres-opened-by.json')
  await archive.write(readFileSync(join(files, 'postgres-opened-by.json')))
  await archive.endFile()
  await archive.end()
  const facts = await writer.end()
  const { wal, ...manifest } = backup.manifest
  expect(wal).toBeDefined()
  const others = manifest.parts.filter(({ name }) => name !== dataFile && name !== walFile)
  const parts = [{ name: dataFile, ...facts }, ...others]
  writeFileSync(join(to, manifestFile), sealManifest(backup.keys, { ...manifest, parts }))
  const summary = JSON.parse(readFileSync(join(to, summaryFile), 'utf8')) as object
  writeFileSync(join(to, summaryFile), JSON.stringify({ ...summary, format: 1 }))
  rmSync(files, { recursive: true })
  return to
}

test('A backup of the first form, with the WAL within, is restored and tried as before', async () => {
  const [backup] = listBackups(folder())
  const path = await inFirstForm(backup?.path ?? '')
  await restore(path, 'of-first-form')
  expect(await marksIn(join(root, 'of-first-form'))).toEqual(await marksIn(join(root, 'restored')))
  expect(await runDrill(deps({}, join(root, 'first-form')), 'command_line')).toMatchObject({
    ...{ isWell: true, found: { tablesWrong: [], opened: people.length } },
  })
}, 240_000)

test('A backup of a server with a later history brings that history along', async () => {
  const data = join(root, 'restored')
  askReplay(data, null, chooseServerUser(null))
  const later = await open(data)
  endReplay(data)
  const history = join('postgres', 'pg_wal', '00000002.history')
  try {
    expect(existsSync(join(data, history))).toBe(true)
    const { storage: on, vault: by } = later
    const of = { storage: on, database: on.database, vault: by }
    const settled = { ...places, dataFolder: data, filesFolder: data }
    await runBackup(deps({ ...of, places: settled }, join(root, 'later')), 'command_line')
  } finally {
    await later.storage.close()
  }
  await restore(join(root, 'later'), 'of-later')
  const to = join(root, 'of-later')
  expect(readFileSync(join(to, history))).toEqual(readFileSync(join(data, history)))
  expect(await marksIn(to)).toContain('before')
}, 240_000)
