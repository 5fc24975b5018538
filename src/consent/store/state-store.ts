// The SQL of the projection beside what opens it: rows are locked, changed, and get their MAC.
import type { AccountId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import type { StateRow } from '../tables.ts'
import type { Guard } from './guard.ts'
import { macOfRow } from './guard-macs.ts'
import type { AllowingRow } from './suppression-log.ts'

const columns = `subject_id, controller_id, channel, purpose, state, since, valid_until, grade_rank,
  wording_id, entry_id`

export async function readStates(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<(StateRow & { mac: Buffer | null })[]> {
  const { rows } = await tx.query<StateRow & { mac: Buffer | null }>(
    `select ${columns}, mac from consent.state where account_id = $1 and subject_id = $2
     order by controller_id, channel, purpose`,
    [accountId, subjectId],
  )
  return rows
}

/**
 * Held until the end of the transaction: a no that comes meanwhile waits, and ends what is left.
 */
export async function lockStates(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<StateRow[]> {
  const { rows } = await tx.query<StateRow>(
    `select ${columns} from consent.state
     where account_id = $1 and subject_id = any($2::uuid[])
     order by subject_id, controller_id, channel, purpose for update`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

/** Ends all that these people had given. */
export async function markWithdrawn(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  ended: { subjectIds: readonly SubjectId[]; entryIds: readonly EntryId[]; at: Instant },
): Promise<number> {
  if (ended.subjectIds.length === 0) return 0
  const entryOf = new Map(ended.subjectIds.map((id, place) => [id, ended.entryIds[place]]))
  const given = (await lockStates(tx, accountId, ended.subjectIds)).filter(isGiven)
  const rows = given.map((row): StateRow => {
    const entryId = entryOf.get(row.subject_id) ?? row.entry_id
    return { ...row, state: 'withdrawn', since: ended.at, entry_id: entryId }
  })
  endStates(guard, tx, accountId, given)
  await rewriteStates(guard, tx, accountId, rows)
  return rows.length
}

const isGiven = (row: { state: string }): boolean => row.state === 'given'

export type WithdrawnState = Pick<
  StateRow,
  'subject_id' | 'controller_id' | 'channel' | 'purpose' | 'entry_id'
>

const nameOf = (row: Omit<WithdrawnState, 'entry_id'>): string =>
  `${row.subject_id}|${row.controller_id}|${row.channel}|${row.purpose}`

/**
 * Each by its own key. Who had agreed to nothing, and was held by another legal basis, has said no
 * all the same: from now on no legal basis and no file opens what only their own act does.
 */
export async function writeWithdrawn(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  { rows, at }: { rows: readonly WithdrawnState[]; at: Instant },
): Promise<void> {
  if (rows.length === 0) return
  const fresh = rows.map(
    (row): StateRow => ({
      ...{ subject_id: row.subject_id, controller_id: row.controller_id },
      ...{ channel: row.channel, purpose: row.purpose, state: 'withdrawn', since: at },
      ...{ valid_until: at, grade_rank: 0, wording_id: null, entry_id: row.entry_id },
    }),
  )
  const macOf = macOfRow(guard.keyOf(accountId), accountId)
  // Waits for whoever writes the same row just now, so that what they gave is seen below.
  const { rowCount } = await tx.query(
    `insert into consent.state (account_id, ${columns}, mac)
     select $1, ${columns}, mac from ${madeRows}
     on conflict (account_id, subject_id, controller_id, channel, purpose) do nothing`,
    [accountId, ...listsOf(fresh), arrayOf.bytea(fresh.map(macOf))],
  )
  if (rowCount === fresh.length) return
  const entryOf = new Map(rows.map((row) => [nameOf(row), row.entry_id]))
  const held = await lockStates(tx, accountId, [...new Set(rows.map((row) => row.subject_id))])
  const given = held.filter((row) => isGiven(row) && entryOf.has(nameOf(row)))
  const ended = given.map((row): StateRow => {
    const entryId = entryOf.get(nameOf(row)) ?? row.entry_id
    return { ...row, state: 'withdrawn', since: at, entry_id: entryId }
  })
  endStates(guard, tx, accountId, given)
  await rewriteStates(guard, tx, accountId, ended)
}

/** Rows as they were: the MAC that each had is worth nothing from now on. */
export function endStates(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  rows: readonly StateRow[],
): void {
  guard.suppressions.end(tx, accountId, withMacs(guard, accountId, rows.filter(isGiven)))
}

/** Rows as they stand again, where what had ended them was taken back. */
export function reopenStates(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  rows: readonly StateRow[],
): void {
  guard.suppressions.reopen(tx, accountId, withMacs(guard, accountId, rows.filter(isGiven)))
}

function withMacs(guard: Guard, accountId: AccountId, rows: readonly StateRow[]) {
  const macOf = macOfRow(guard.keyOf(accountId), accountId)
  return rows.map((row) => ({ ...row, mac: macOf(row) }))
}

const madeRows = `unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
    $7::timestamptz[], $8::timestamptz[], $9::int2[], $10::uuid[], $11::uuid[], $12::bytea[])
  as made (${columns}, mac)`

const keysOf = (rows: readonly StateRow[]) => [
  arrayOf.uuid(rows.map((row) => row.subject_id)),
  arrayOf.uuid(rows.map((row) => row.controller_id)),
  arrayOf.text(rows.map((row) => row.channel)),
  arrayOf.text(rows.map((row) => row.purpose)),
]

/** Parameters 2 to 11. */
const listsOf = (rows: readonly StateRow[]) => [
  ...keysOf(rows),
  arrayOf.text(rows.map((row) => row.state)),
  arrayOf.timestamptz(rows.map((row) => row.since)),
  arrayOf.timestamptz(rows.map((row) => row.valid_until)),
  arrayOf.int2(rows.map((row) => row.grade_rank)),
  arrayOf.uuid(rows.map((row) => row.wording_id)),
  arrayOf.uuid(rows.map((row) => row.entry_id)),
]

const matches = `held.account_id = $1 and held.subject_id = made.subject_id
  and held.controller_id = made.controller_id and held.channel = made.channel
  and held.purpose = made.purpose`

/** As if it had never been given. */
export async function deleteStates(
  tx: Tx,
  accountId: AccountId,
  rows: readonly StateRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `delete from consent.state held
     using unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[])
       as made (subject_id, controller_id, channel, purpose)
     where ${matches}`,
    [accountId, ...keysOf(rows)],
  )
}

/** With the people themselves; a row that is put back later allows nothing. How many. */
export async function deleteStatesOf(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const { rows } = await tx.query<AllowingRow & { state: string }>(
    `delete from consent.state where account_id = $1 and subject_id = any($2::uuid[])
     returning subject_id, valid_until, mac, state`,
    [accountId, arrayOf.uuid(subjects)],
  )
  guard.suppressions.end(tx, accountId, rows.filter(isGiven))
  return rows.length
}

/** Rows that this transaction holds, as they are from now on. */
export async function rewriteStates(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  rows: readonly StateRow[],
): Promise<void> {
  if (rows.length === 0) return
  const macOf = macOfRow(guard.keyOf(accountId), accountId)
  await tx.query(
    `update consent.state held
     set state = made.state, since = made.since, valid_until = made.valid_until,
       grade_rank = made.grade_rank, wording_id = made.wording_id, entry_id = made.entry_id,
       mac = made.mac
     from ${madeRows}
     where ${matches}`,
    [accountId, ...listsOf(rows), arrayOf.bytea(rows.map(macOf))],
  )
}
