// The runner of migrations: SQL files, forward only, each in a transaction of its own.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { AppError } from '../kernel/index.ts'
import type { Login } from './connection.ts'
import { withClient } from './connection.ts'
import { startError } from './errors.ts'
import type { ServerAddress } from './server-address.ts'
import { withoutValues } from './sql-error.ts'

/** Beside this file, both in the sources and in the build, which copies them. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

const namePattern = /^\d{8}T\d{4}_[a-z]+_[a-z0-9_]+\.sql$/
/** Any number, the same in each release: processes that start together take turns on it. */
const turnKey = 4_770_019_531_117

export type Migration = { name: string; text: string; sha256: string }

/** Told before the first one is applied: a large database may take its time. */
export type MigrationStep = { from: string; to: string; steps: number }

/** The instant in a migration's name is the version of the tables. */
const versionOf = (name: string): string => name.slice(0, name.indexOf('_'))

/** In the order of their names. Line ends are made one, since git may change them. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

/** Applies what is missing, as the owner; returns the names of what it applied. */
export async function migrate(
  address: ServerAddress,
  owner: Login,
  migrations: readonly Migration[] = readMigrations(),
  onMigrating: (step: MigrationStep) => void = () => undefined,
): Promise<string[]> {
  try {
    return await withClient(address, owner, async (client) => {
      await client.query('select pg_advisory_lock($1)', [turnKey])
      const applied = await appliedMigrations(client)
      refuseWhatDiffers(migrations, applied)
      const missing = migrations.filter(({ name }) => !applied.has(name))
      const from = [...applied.keys()].sort().at(-1)
      const to = missing.at(-1)?.name
      // A database that is being made has no version to come from.
      if (from !== undefined && to !== undefined) {
        onMigrating({ from: versionOf(from), to: versionOf(to), steps: missing.length })
      }
      for (const migration of missing) await apply(client, migration)
      return missing.map(({ name }) => name)
    })
  } catch (error) {
    throw withoutValues(error)
  }
}

/** Name and checksum of each migration that the database has had. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Map<string, string>> {
  await client.query(`
    set client_min_messages = warning;
    create schema if not exists storage;
    create table if not exists storage.migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );`)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from storage.migration',
  )
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

function refuseWhatDiffers(
  migrations: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): void {
  const ours = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  for (const [name, sha256] of applied) {
    const known = ours.get(name)
    if (known === undefined) {
      throw startError(
        'storage.schema_newer',
        `The database has the migration ${name}, which this version of Accord does not know: ` +
          `start ` +
          'the newer version that made it.',
        { migration: name },
      )
    }
    if (known !== sha256) {
      throw startError(
        'storage.migration_edited',
        `The migration ${name} is not the one that this database was made with: put the file ` +
          `back ` +
          'as it was, and write the change as a new migration.',
        { migration: name },
      )
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into storage.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const mapped = withoutValues(error)
    if (mapped instanceof AppError) throw mapped
    const reason = mapped instanceof Error ? mapped.message : 'unknown'
    throw startError(
      'storage.migration_failed',
      `The migration ${migration.name} failed and was undone (${reason}).`,
      { migration: migration.name, reason },
    )
  }
}
