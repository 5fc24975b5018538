// The whole installation as files: one a table, as it stood at one moment; what is sealed stays so.
import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { AppError, assert, type Instant } from '../../kernel/index.ts'
import { folderFault } from '../errors.ts'
import { nothingHere } from '../open-storage.ts'
import { withoutValues } from '../sql-error.ts'
import {
  type ExportedJob,
  type ExportedTable,
  type Manifest,
  manifestFile,
  manifestFormat,
} from './installation-manifest.ts'
import {
  type InstallationTable,
  installationTables,
  quoteColumns,
  sequenceValues,
} from './installation-tables.ts'

export type ExportResult = { tables: number; rows: number }

/**
 * As the owner, beside a running server if there is one: one transaction sees one moment. The keys
 * are not in it; whoever moves an installation moves their folder by another way.
 */
export async function exportInstallation(
  client: pg.Client,
  options: { folder: string; exportedAt: Instant },
): Promise<ExportResult> {
  const { folder } = options
  try {
    await client.query('begin isolation level repeatable read read only')
    await refuseWithoutTables(client)
    openFolder(folder)
    const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from storage.migration order by name',
    )
    const tables: ExportedTable[] = []
    for (const table of await installationTables(client)) {
      tables.push(await exportTable(client, folder, table))
    }
    const manifest: Manifest = {
      format: manifestFormat,
      exportedAt: new Date(options.exportedAt).toISOString(),
      migrations,
      tables,
      sequences: await sequenceValues(client),
      jobs: await waitingJobs(client),
    }
    await client.query('commit')
    const text = `${JSON.stringify(manifest, null, 2)}\n`
    writeFileSync(join(folder, manifestFile), text, { mode: 0o600, flush: true })
    return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
  } catch (error) {
    throw folderFault(withoutValues(error), folder)
  }
}

async function refuseWithoutTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(
    "select to_regclass('storage.migration') is not null as is",
  )
  if (rows[0]?.is !== true) throw nothingHere('the database')
}

function openFolder(folder: string): void {
  mkdirSync(join(folder), { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0) {
    throw new AppError(
      'storage.export_folder_not_empty',
      'invalid',
      `The folder ${folder} is not empty: name a new one.`,
      { details: { folder } },
    )
  }
  mkdirSync(join(folder, 'tables'), { mode: 0o700 })
}

async function exportTable(
  client: pg.Client,
  folder: string,
  table: InstallationTable,
): Promise<ExportedTable> {
  // A table hidden from the owner would come out empty without a word.
  assert(
    !table.isHidden,
    `the owner may read all of ${table.name}: call storage.owner_reads for it`,
  )
  const file = `tables/${table.name.replaceAll(/[^a-z0-9_.]/g, '_')}.copy`
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  // A query, since COPY of a table takes neither partitions nor policies.
  const rows = client.query(
    copyTo(`copy (select ${quoteColumns(table.columns)} from ${table.name}) to stdout`),
  )
  const path = join(folder, file)
  await pipeline(rows, hashing, createWriteStream(path, { mode: 0o600, flush: true }))
  const { name, columns } = table
  return { name, columns, file, rows: rows.rowCount, sha256: hash.digest('hex') }
}

/** Work that was asked for and not yet done; it holds ids only. */
async function waitingJobs(client: pg.Client): Promise<ExportedJob[]> {
  await client.query('set local role accord_jobs')
  const { rows: laid } = await client.query<{ is: boolean }>(
    "select to_regclass('graphile_worker._private_jobs') is not null as is",
  )
  const jobs = laid[0]?.is === true ? await client.query<ExportedJob>(waitingJobsText) : null
  await client.query('reset role')
  return jobs?.rows ?? []
}

const waitingJobsText = `
  select t.identifier as name, j.key, j.payload,
    to_char(j.run_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "runAt",
    j.max_attempts::int as "attemptsMax"
  from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts < j.max_attempts
  order by j.id`
