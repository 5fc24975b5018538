// The SQL of cancelled imports: their entries, and the states that depend on them.
import type { AccountId, EntryId, SubjectId } from '../../kernel/index.ts'
import type { LeafKind } from '../../ledger/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import { batchEntriesMax, entryIdAt, placeOf } from '../entry-id.ts'
import type { BodyRow } from '../tables.ts'

export type TakeBackBulk = {
  /** As `recordConsents` answered. */
  batchIds: readonly string[]
  /** Only of these people; of all of them when null. */
  subjects: readonly SubjectId[] | null
  /** Only what it recorded as a yes; when left out, the objections that it told too. */
  only?: 'consent.given'
  /** A code, written into the ledger. */
  reason: string
}

/** What a bulk writes of people: their yes, and the no that a file tells. */
const ofBulks: readonly LeafKind[] = ['consent.given', 'consent.withdrawn']

export type BulkEntry = BodyRow & {
  subject_id: SubjectId
  body_sealed: Buffer
  wording_sha256: Buffer | null
}

const entriesOfBulk = `select b.entry_id, b.subject_id, b.body_sealed, e.kind, e.channel, e.purpose,
    e.recorded_at, e.wording_sha256
  from consent.entry_body b
  join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
  where b.account_id = $1 and b.subject_id is not null and e.kind = any($2::text[])
    and not exists (select from consent.taken_back t
      where t.account_id = b.account_id and t.entry_id = b.entry_id)`

/** The entries of these batches that have not been taken back yet; of these people, or of all. */
export async function bulkEntries(
  tx: Tx,
  accountId: AccountId,
  { batchIds, subjects, only }: Omit<TakeBackBulk, 'reason'>,
): Promise<BulkEntry[]> {
  const kinds = only === undefined ? ofBulks : [only]
  if (subjects !== null) {
    const { rows } = await tx.query<BulkEntry>(
      `${entriesOfBulk} and b.subject_id = any($3::uuid[]) order by b.entry_id`,
      [accountId, kinds, arrayOf.uuid(subjects)],
    )
    const batches = new Set(batchIds)
    return rows.filter((row) => batches.has(placeOf(row.entry_id).batchId))
  }
  const found: BulkEntry[] = []
  for (const batchId of batchIds) {
    const { rows } = await tx.query<BulkEntry>(
      `${entriesOfBulk} and b.entry_id between $3::uuid and $4::uuid order by b.entry_id`,
      [accountId, kinds, batchId, entryIdAt(batchId, batchEntriesMax - 1)],
    )
    found.push(...rows)
  }
  return found
}

export async function insertTakenBack(
  tx: Tx,
  accountId: AccountId,
  entryIds: readonly EntryId[],
): Promise<void> {
  await tx.query(
    `insert into consent.taken_back (account_id, entry_id) select $1, unnest($2::uuid[])`,
    [accountId, arrayOf.uuid(entryIds)],
  )
}

/** Of these people, what counts in the ledger: all but what was taken back. */
export async function countingEntries(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<BodyRow[]> {
  const { rows } = await tx.query<BodyRow>(
    `select e.entry_id, e.kind, e.channel, e.purpose, e.recorded_at, b.subject_id, b.body_sealed
     from consent.entry_body b
     join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
     where b.account_id = $1 and b.subject_id = any($2::uuid[]) and e.kind <> 'consent.invalidated'
       and not exists (select from consent.taken_back t
         where t.account_id = b.account_id and t.entry_id = b.entry_id)
     order by e.entry_id`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

/**
 * Of these people, those who have no consent for SMS left that proves anything,
 * nor another legal basis.
 */
export async function withoutConsent(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ subject_id: SubjectId }>(
    `select subject_id from unnest($2::uuid[]) as asked (subject_id)
     where not exists (select from consent.state s
       where s.account_id = $1 and s.subject_id = asked.subject_id and s.state = 'given'
         and s.channel = 'sms' and s.grade_rank > 0)
       and not exists (select from consent.other_legal_basis g
         where g.account_id = $1 and g.subject_id = asked.subject_id)`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows.map((row) => row.subject_id)
}
