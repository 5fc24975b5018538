// An exported installation comes into an unused one: all of it, or nothing.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AppError } from '../../kernel/index.ts'
import { type Migration, readMigrations } from '../migrate.ts'
import { openStorage, type StorageOptions } from '../open-storage.ts'
import { withoutValues } from '../sql-error.ts'
import {
  type ExportedJob,
  type ExportedTable,
  exportDamaged,
  type Manifest,
  readManifest,
} from './installation-manifest.ts'
import { type InstallationTable, installationTables, quoteColumns } from './installation-tables.ts'

export type ImportResult = { tables: number; rows: number; jobs: number }

/**
 * The migrations that an export was made with: the database is brought to them, filled, and then
 * brought to today's by the next start. So an older version's export comes into a newer one.
 */
export function migrationsOfExport(folder: string, known = readMigrations()): Migration[] {
  const manifest = readManifest(folder)
  const ours = new Map(known.map((each) => [each.name, each]))
  return manifest.migrations.map(({ name, sha256 }) => {
    const found = ours.get(name)
    if (found !== undefined && found.sha256 === sha256) return found
    throw new AppError(
      'storage.export_of_other_schema',
      'invalid',
      `This export was made with the migration ${name}, which this version of Accord does not ` +
        `have: ` +
        'import it with the version that made it, or a newer one.',
      { details: { migration: name } },
    )
  })
}

/**
 * The whole way: a database with the export's tables, its rows, then the tables of this version.
 * `prepareQueue` lays the tables of the queue, which another room knows.
 */
export async function importIntoStorage(
  options: StorageOptions,
  folder: string,
  prepareQueue: (pool: pg.Pool) => Promise<void>,
): Promise<ImportResult> {
  const before = await openStorage({ ...options, migrations: migrationsOfExport(folder) }).catch(
    (error: unknown) => {
      // A start of this version has been here, with tables that the export does not know.
      if (error instanceof AppError && error.code === 'storage.schema_newer') throw notEmpty()
      throw error
    },
  )
  try {
    const pool = before.newJobsPool()
    await prepareQueue(pool).finally(() => pool.end())
    return await before.asOwner((client) => importInstallation(client, folder))
  } finally {
    await before.close()
    const after = await openStorage(options)
    await after.close()
  }
}

/** As the owner, on a database with just the export's migrations and the queue's tables laid. */
export async function importInstallation(client: pg.Client, folder: string): Promise<ImportResult> {
  const manifest = readManifest(folder)
  try {
    await client.query('begin')
    await client.query('set local client_min_messages = warning')
    const tables = await installationTables(client)
    await refuseWhatDoesNotFit(client, manifest, tables)
    for (const { name } of tables)
      await client.query(`alter table ${name} no force row level security`)
    await empty(client, tables)
    for (const table of inOrder(manifest, tables)) await importTable(client, folder, table)
    for (const { name, isForced } of tables) {
      if (isForced) await client.query(`alter table ${name} force row level security`)
    }
    for (const { name, lastValue } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2)', [name, lastValue])
    }
    await importJobs(client, manifest.jobs)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw withoutValues(error)
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { tables: manifest.tables.length, rows, jobs: manifest.jobs.length }
}

async function refuseWhatDoesNotFit(
  client: pg.Client,
  manifest: Manifest,
  tables: readonly InstallationTable[],
): Promise<void> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from storage.migration order by name',
  )
  const isSame = JSON.stringify(rows) === JSON.stringify(manifest.migrations)
  if (isSame && !(await isUsed(client, tables))) return
  throw notEmpty()
}

function notEmpty(): AppError {
  return new AppError(
    'storage.import_not_empty',
    'conflict',
    'The installation to import into is in use already: name an empty ACCORD_DATA or an empty ' +
      'database in DATABASE_URL. Nothing was imported.',
  )
}

/** Rows that migrations put there are no use of it; rows of an account are. */
async function isUsed(client: pg.Client, tables: readonly InstallationTable[]): Promise<boolean> {
  for (const { name } of tables.filter(({ hasAccount }) => hasAccount)) {
    const { rows } = await client.query(`select from ${name} limit 1`)
    if (rows.length > 0) return true
  }
  return false
}

/** What migrations put there is in the export too. Tables that only grow refuse even this. */
async function empty(client: pg.Client, tables: readonly InstallationTable[]): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
}

function inOrder(manifest: Manifest, tables: readonly InstallationTable[]): ExportedTable[] {
  const place = new Map(tables.map(({ name }, index) => [name, index]))
  const at = (table: ExportedTable): number => {
    const found = place.get(table.name)
    if (found === undefined) throw exportDamaged(table.file)
    return found
  }
  return [...manifest.tables].sort((a, b) => at(a) - at(b))
}

async function importTable(client: pg.Client, folder: string, table: ExportedTable): Promise<void> {
  if (!existsSync(join(folder, table.file))) throw exportDamaged(table.file)
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const into = client.query(
    copyFrom(`copy ${table.name} (${quoteColumns(table.columns)}) from stdin`),
  )
  try {
    await pipeline(createReadStream(join(folder, table.file)), hashing, into)
  } catch (error) {
    const mapped = withoutValues(error)
    throw mapped instanceof AppError ? mapped : exportDamaged(table.file)
  }
  if (hash.digest('hex') !== table.sha256 || into.rowCount !== table.rows) {
    throw exportDamaged(table.file)
  }
}

async function importJobs(client: pg.Client, jobs: readonly ExportedJob[]): Promise<void> {
  if (jobs.length === 0) return
  await client.query('set local role accord_jobs')
  for (const job of jobs) {
    await client.query(
      `select graphile_worker.add_job(identifier => $1, payload => $2, run_at => $3,
         max_attempts => $4, job_key => $5)`,
      [job.name, JSON.stringify(job.payload), job.runAt, job.attemptsMax, job.key],
    )
  }
  await client.query('reset role')
}
