// The SQL of accountability: entries that are only added, of which the newest of a place counts.
import type { Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { Whose } from './deps.ts'

export const entryKinds = [
  'answer',
  'plan',
  'assessment',
  'topic',
  'session',
  'attestation',
  'review',
  'review_document',
] as const
export type EntryKind = (typeof entryKinds)[number]

export type EntryRow = {
  id: string
  kind: EntryKind
  place: string
  at: Instant
  /** `user:` or `token:` and an id, or a part of the program. */
  by: string
  contentSealed: Buffer
}

const columns = 'entry_id as id, kind, place, at, by, content_sealed as "contentSealed"'

const tableOf = (whose: Whose) =>
  whose === null
    ? { table: 'accountability.installation_entry', own: 'true', first: [] }
    : { table: 'accountability.entry', own: 'account_id = $1', first: [whose] }

/** Of each place of a kind the newest; the last places first, from before one of them. */
export async function newestOfEach(
  tx: Tx,
  whose: Whose,
  asked: { kind: EntryKind; limit: number; before?: string | null },
): Promise<EntryRow[]> {
  const { table, own, first } = tableOf(whose)
  const [kind, limit, before] = [1, 2, 3].map((place) => first.length + place)
  const { rows } = await tx.query<EntryRow>(
    `select distinct on (place) ${columns} from ${table}
     where ${own} and kind = $${kind} and ($${before}::text is null or place < $${before})
     order by place desc, entry_id desc limit $${limit}`,
    [...first, asked.kind, asked.limit, asked.before ?? null],
  )
  return rows
}

/**
 * Newest first: the history of one place, of a whole kind, or of the places that begin with
 * `under`.
 */
export async function listEntries(
  tx: Tx,
  whose: Whose,
  asked: {
    kind: EntryKind
    place: string | null
    under: string
    before: string | null
    limit: number
  },
): Promise<EntryRow[]> {
  const { table, own, first } = tableOf(whose)
  const [kind, place, before, limit, under] = [1, 2, 3, 4, 5].map((at) => first.length + at)
  const { rows } = await tx.query<EntryRow>(
    `select ${columns} from ${table}
     where ${own} and kind = $${kind} and ($${place}::text is null or place = $${place})
       and ($${before}::uuid is null or entry_id < $${before})
       and starts_with(place, $${under})
     order by entry_id desc limit $${limit}`,
    [...first, asked.kind, asked.place, asked.before, asked.limit, asked.under],
  )
  return rows
}

/** Of what stands before the last seven signs of its place: the newest of each. */
export async function newestOfEachSeries(
  tx: Tx,
  whose: Whose,
  kind: EntryKind,
): Promise<EntryRow[]> {
  const { table, own, first } = tableOf(whose)
  const { rows } = await tx.query<EntryRow>(
    `select distinct on (left(place, -7)) ${columns} from ${table}
     where ${own} and kind = $${first.length + 1}
     order by left(place, -7), entry_id desc`,
    [...first, kind],
  )
  return rows
}

export async function findEntry(
  tx: Tx,
  whose: Whose,
  asked: { kind: EntryKind; place: string; id: string },
): Promise<EntryRow | null> {
  const { table, own, first } = tableOf(whose)
  const [kind, place, id] = [1, 2, 3].map((at) => first.length + at)
  const { rows } = await tx.query<EntryRow>(
    `select ${columns} from ${table}
     where ${own} and kind = $${kind} and place = $${place} and entry_id = $${id}`,
    [...first, asked.kind, asked.place, asked.id],
  )
  return rows[0] ?? null
}

export async function countEntries(tx: Tx, whose: Whose, kind: EntryKind): Promise<number> {
  const { table, own, first } = tableOf(whose)
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${own} and kind = $${first.length + 1}`,
    [...first, kind],
  )
  return rows[0]?.count ?? 0
}

/** One after the other: what is counted or numbered before it is written. */
export async function holdEntries(tx: Tx, whose: Whose): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 7302))`, [
    `accountability.entry ${whose ?? ''}`,
  ])
}

export async function insertEntry(tx: Tx, whose: Whose, row: EntryRow): Promise<void> {
  const values = [row.id, row.kind, row.place, toTimestamp(row.at), row.by, row.contentSealed]
  const names = 'entry_id, kind, place, at, by, content_sealed'
  if (whose === null) {
    await tx.query(
      `insert into accountability.installation_entry (${names}) values ($1, $2, $3, $4, $5, $6)`,
      values,
    )
    return
  }
  await tx.query(
    `insert into accountability.entry (${names}, account_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [...values, whose],
  )
}
