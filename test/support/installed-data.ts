// A data folder of PostgreSQL with all migrations, made once and copied: no `initdb` for each test.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareJobs } from '../../src/jobs/index.ts'
import { newPool, withClient } from '../../src/storage/connection.ts'
import { startEmbedded, superuser } from '../../src/storage/embedded/index.ts'
import { findPackage } from '../../src/storage/embedded/runtime.ts'
import { type Migration, migrate, readMigrations } from '../../src/storage/migrate.ts'
import { type Logins, prepareEmbedded } from '../../src/storage/roles.ts'
import type { ServerAddress } from '../../src/storage/server-address.ts'
import { realTimers } from './clock.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'
import { onceInRun } from './test-run.ts'

/** The database in it, by the name that the program gives it. */
export const installedName = 'accord'

/** The tables of some rooms only (`storage,jobs,vault`), while another room's are being changed. */
const roomsOnly = process.env['ACCORD_TEST_ROOMS']?.split(',')

/** Puts a copy into a data folder that has none yet: a start finds it, migrations and all. */
export async function layInstalled(dataFolder: string): Promise<void> {
  copyData(await installedData(), dataFolder)
}

/** All that the program lays on its first start. */
export async function layTables(address: ServerAddress, logins: Logins): Promise<void> {
  await migrate(address, logins.owner, migrations())
  const pool = newPool(address, logins.jobs, 1)
  await prepareJobs(pool)
  await pool.end()
}

function migrations(): Migration[] {
  return readMigrations().filter(
    ({ name }) => roomsOnly === undefined || roomsOnly.includes(name.split('_')[1] ?? ''),
  )
}

/**
 * With its owner, who as root is another user; where the disk can, as a clone of the file. What is
 * empty in it, as most of the log is, is not written.
 */
function copyData(from: string, to: string, names = readdirSync(from)): void {
  const words =
    process.platform === 'darwin' ? ['-Rpc'] : ['-a', '--reflink=auto', '--sparse=always']
  const all = names.map((name) => join(from, name))
  const copied = spawnSync('cp', [...words, ...all, to], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(`the data could not be copied: ${copied.stderr}`)
}

/** The folder to copy from; what it is copied from is kept between runs, named by what made it. */
function installedData(): Promise<string> {
  return onceInRun('installed', async () => {
    const place = join(cacheFolder(), fingerprint())
    if (!existsSync(place)) await make(place)
    const now = realTimers.now() / 1000
    utimesSync(place, now, now)
    // One of the run's own: somebody may tidy the temporary folder meanwhile.
    const own = newTestFolder()
    copyData(place, own)
    return own
  })
}

/** What else decides how it looks. */
const madeBy = [
  'src/storage/embedded/initialise.ts',
  'src/storage/embedded/settings.ts',
  'src/storage/roles.ts',
  'test/support/installed-data.ts',
  'node_modules/graphile-worker/package.json',
]

function fingerprint(): string {
  const hash = createHash('sha256').update(findPackage()?.version ?? '')
  for (const { name, sha256 } of migrations()) hash.update(`${name} ${sha256}\n`)
  for (const file of madeBy) hash.update(readFileSync(new URL(`../../${file}`, import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}

/** Under another name until it is whole; a run that was quicker wins. */
async function make(place: string): Promise<void> {
  const folder = newTestFolder()
  const server = await startEmbedded(folder, realTimers)
  const logins = await prepareEmbedded(server.address, installedName)
  await layTables(server.address(installedName), logins)
  // One file of the log, and hardly begun, instead of eight: all of them are copied each time.
  await withClient(server.address('postgres'), { user: superuser }, async (client) => {
    await client.query('alter system set wal_recycle = off')
    await client.query("alter system set min_wal_size = '32MB'")
    await client.query('select pg_reload_conf()')
    await client.query('select pg_switch_wal()')
    await client.query('checkpoint')
    await client.query('alter system reset all')
  })
  await server.stop()
  const unfinished = `${place}.${process.pid}`
  mkdirSync(unfinished)
  // Beside the data it is written what opened it. The run may have its folder on another disk.
  copyData(folder, unfinished, ['postgres', 'postgres-opened-by.json'])
  removeTestFolder(folder)
  try {
    renameSync(unfinished, place)
  } catch (error) {
    rmSync(unfinished, { recursive: true })
    if (!existsSync(place)) throw error
  }
}

const dayMs = 24 * 60 * 60 * 1000

/** One for this user, closed to others. What was not used for two days goes. */
function cacheFolder(): string {
  const own = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `accord-installed-${own}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(folder)
  if (!stats.isDirectory() || stats.uid !== own || (stats.mode & 0o022) !== 0) {
    throw new Error(`${folder} belongs to somebody else: remove it`)
  }
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (realTimers.now() - statSync(path).mtimeMs > 2 * dayMs) rmSync(path, { recursive: true })
  }
  return folder
}
