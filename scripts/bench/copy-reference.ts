// The reference of the import: the same rows, by bare COPY into tables of the same columns and
// indexes.
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { withClient } from '../../src/storage/connection.ts'
import { startEmbedded, superuser } from '../../src/storage/embedded/index.ts'
import { realTimers } from '../../test/support/clock.ts'
import { secondsSince } from './wait.ts'

/** What an import fills, row by row. */
const ofImports = [
  'contacts.contact',
  'contacts.list_member',
  'consent.entry',
  'consent.entry_body',
  'consent.state',
] as const

/** What a campaign leaves, row by row; the queue is empty in the end. */
export const ofCampaigns = [
  'sending.message',
  'sending.result',
  'sending.reply_tag',
  'sending.receipt',
  'sending.outcome',
] as const

export type CopySeconds = { contacts: number; all: number }

export async function copyReference(dataFolder: string): Promise<CopySeconds> {
  const seconds = await secondsToCopy(dataFolder, ofImports)
  const all = Object.values(seconds).reduce((sum, one) => sum + one, 0)
  return { contacts: seconds['contacts.contact'] ?? 0, all }
}

/** On the very server that was measured, through the same driver, with the same durability. */
export async function secondsToCopy(
  dataFolder: string,
  tables: readonly string[],
): Promise<Record<string, number>> {
  // It runs already: this joins it and cannot stop it.
  const server = await startEmbedded(dataFolder, realTimers)
  const folder = mkdtempSync(join(tmpdir(), 'accord-copy-'))
  try {
    return await withClient(server.address('accord'), { user: superuser }, async (client) => {
      await client.query('create schema bench')
      const seconds: Record<string, number> = {}
      for (const table of tables) seconds[table] = await copyAgain(client, table, folder)
      await client.query('drop schema bench cascade')
      return seconds
    })
  } finally {
    if (folder.startsWith(join(tmpdir(), 'accord-copy-'))) rmSync(folder, { recursive: true })
  }
}

async function copyAgain(client: pg.Client, table: string, folder: string): Promise<number> {
  const copy = `bench.${table.replace('.', '_')}`
  const file = join(folder, table)
  await client.query(`create table ${copy} (like ${table} including all)`)
  const out = client.query(copyTo(`copy ${table} to stdout (format binary)`))
  await pipeline(out, createWriteStream(file))
  await client.query('checkpoint')
  const start = performance.now()
  const into = client.query(copyFrom(`copy ${copy} from stdin (format binary)`))
  await pipeline(createReadStream(file, { highWaterMark: 1 << 16 }), into)
  const seconds = secondsSince(start)
  rmSync(file)
  return seconds
}
