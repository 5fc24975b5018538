// The SQL of the comparison with the ledger: rows page by page, and what the last one found.
import type { AccountId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { LegalBasisRow, StateRow } from '../tables.ts'

export type EntryOfPerson = {
  entry_id: EntryId
  kind: string
  channel: string
  purpose: string
  recorded_at: Instant
  subject_id: SubjectId
  body_sealed: Buffer
  commitment: Buffer
}

/** All of these people, in the order in which they were written. */
export async function entriesOfPeople(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<EntryOfPerson[]> {
  const { rows } = await tx.query<EntryOfPerson>(
    `select e.entry_id, e.kind, e.channel, e.purpose, e.recorded_at, e.commitment, b.subject_id,
       b.body_sealed
     from consent.entry_body b
     join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
     where b.account_id = $1 and b.subject_id = any($2::uuid[])
     order by e.entry_id`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

export type MarkedState = StateRow & { mac: Buffer | null }

const stateColumns = `subject_id, controller_id, channel, purpose, state, since, valid_until,
  grade_rank, wording_id, entry_id, mac`

/** States of the next people in the order of their ids: all of each. */
export async function nextStates(
  tx: Tx,
  accountId: AccountId,
  { after, limit, lock }: { after: SubjectId | null; limit: number; lock: boolean },
): Promise<MarkedState[]> {
  const { rows } = await tx.query<MarkedState>(
    `with next as materialized (
       select distinct subject_id from (
         select subject_id from consent.state
         where account_id = $1 and ($2::uuid is null or subject_id > $2)
         order by subject_id limit $3) oldest
     )
     select ${stateColumns} from consent.state
     where account_id = $1 and subject_id in (select subject_id from next)
     order by subject_id, controller_id, channel, purpose ${lock ? 'for update' : ''}`,
    [accountId, after, limit],
  )
  return rows
}

export type MarkedLegalBasis = LegalBasisRow & { mac: Buffer | null }

/** Legal bases of the next people in the order of their ids: all of each. */
export async function nextLegalBases(
  tx: Tx,
  accountId: AccountId,
  { after, limit }: { after: SubjectId | null; limit: number },
): Promise<MarkedLegalBasis[]> {
  const { rows } = await tx.query<MarkedLegalBasis>(
    `with next as materialized (
       select distinct subject_id from (
         select subject_id from consent.other_legal_basis
         where account_id = $1 and ($2::uuid is null or subject_id > $2)
         order by subject_id limit $3) oldest
     )
     select subject_id, controller_id, purpose, legal_basis, since, valid_until, wording_id,
       entry_id, mac
     from consent.other_legal_basis
     where account_id = $1 and subject_id in (select subject_id from next)
     order by subject_id, controller_id, purpose`,
    [accountId, after, limit],
  )
  return rows
}

export async function markLegalBasis(
  tx: Tx,
  accountId: AccountId,
  row: LegalBasisRow,
  mac: Buffer,
): Promise<void> {
  await tx.query(
    `update consent.other_legal_basis set mac = $5
     where account_id = $1 and subject_id = $2 and controller_id = $3 and purpose = $4
       and mac is null`,
    [accountId, row.subject_id, row.controller_id, row.purpose, mac],
  )
}

/** Batches from before MACs that still wait for their place. */
export async function hasUnmarkedBatches(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query(
    'select from consent.unsequenced where account_id = $1 and mac is null limit 1',
    [accountId],
  )
  return rows.length > 0
}

export type EntryCounts = { entries: number; waiting: number; aside: number }

export async function countEntries(tx: Tx, accountId: AccountId): Promise<EntryCounts> {
  const { rows } = await tx.query<EntryCounts>(
    `select (select count(*) from consent.entry where account_id = $1) as entries,
       (select coalesce(sum(entries), 0)::int8 from consent.unsequenced where account_id = $1)
         as waiting,
       (select coalesce(sum(entries), 0)::int8 from consent.set_aside where account_id = $1)
         as aside`,
    [accountId],
  )
  return rows[0] ?? { entries: 0, waiting: 0, aside: 0 }
}

/**
 * Links of entries about somebody whose sealed body is not there any more,
 * as an erasure leaves them.
 */
export async function bodilessLinks(tx: Tx, accountId: AccountId): Promise<Set<string>> {
  const { rows } = await tx.query<{ link: Buffer }>(
    `select distinct e.link from consent.entry e
     where e.account_id = $1 and e.link is not null and not exists (
       select from consent.entry_body b where b.account_id = $1 and b.entry_id = e.entry_id)`,
    [accountId],
  )
  return new Set(rows.map(({ link }) => link.toString('hex')))
}

export type Differences = Record<string, number>
export type Reconciliation = {
  beganAt: Instant
  endedAt: Instant
  people: number
  entries: number
  differences: Differences
}

export async function writeReconciliation(
  tx: Tx,
  accountId: AccountId,
  found: Reconciliation,
): Promise<void> {
  await tx.query(
    `insert into consent.reconciliation
       (account_id, began_at, ended_at, people, entries, differences)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id) do update
     set began_at = excluded.began_at, ended_at = excluded.ended_at, people = excluded.people,
       entries = excluded.entries, differences = excluded.differences`,
    [
      accountId,
      toTimestamp(found.beganAt),
      toTimestamp(found.endedAt),
      found.people,
      found.entries,
      JSON.stringify(found.differences),
    ],
  )
}

export async function readReconciliation(
  tx: Tx,
  accountId: AccountId,
): Promise<Reconciliation | null> {
  const { rows } = await tx.query<Reconciliation>(
    `select began_at as "beganAt", ended_at as "endedAt", people, entries, differences
     from consent.reconciliation where account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}
