// The SQL of parents' words for those below the age of consent.
import type {
  AccountId,
  ControllerId,
  EntryId,
  Instant,
  SubjectId,
  WordingId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { ParentRelation } from '../contract.ts'

export type AuthorisationRow = {
  subject_id: SubjectId
  controller_id: ControllerId
  purpose: string
  relation: ParentRelation
  since: Instant
  valid_until: Instant
  wording_id: WordingId
  document_id: string | null
  entry_id: EntryId
}
const columns = `subject_id, controller_id, purpose, relation, since, valid_until, wording_id,
  document_id, entry_id`

export async function upsertAuthorisation(
  tx: Tx,
  accountId: AccountId,
  row: AuthorisationRow,
): Promise<void> {
  await tx.query(
    `insert into consent.parental_authorisation (account_id, ${columns})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (account_id, subject_id, controller_id, purpose) do update
     set relation = excluded.relation, since = excluded.since, valid_until = excluded.valid_until,
       wording_id = excluded.wording_id, document_id = excluded.document_id,
       entry_id = excluded.entry_id`,
    [
      accountId,
      row.subject_id,
      row.controller_id,
      row.purpose,
      row.relation,
      toTimestamp(row.since),
      toTimestamp(row.valid_until),
      row.wording_id,
      row.document_id,
      row.entry_id,
    ],
  )
}

/** Of these people, those for whom a parent's word counts at an instant. */
export async function authorisedAmong(
  tx: Tx,
  accountId: AccountId,
  asked: {
    subjects: readonly SubjectId[]
    controllerId: ControllerId
    purpose: string
    at: Instant
  },
): Promise<Set<SubjectId>> {
  if (asked.subjects.length === 0) return new Set()
  const { rows } = await tx.query<{ subject_id: SubjectId }>(
    `select subject_id from consent.parental_authorisation
     where account_id = $1 and subject_id = any($2::uuid[]) and controller_id = $3
       and purpose = $4 and since <= $5 and valid_until > $5`,
    [
      accountId,
      arrayOf.uuid(asked.subjects),
      asked.controllerId,
      asked.purpose,
      toTimestamp(asked.at),
    ],
  )
  return new Set(rows.map((row) => row.subject_id))
}

export async function authorisationsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<AuthorisationRow[]> {
  const { rows } = await tx.query<AuthorisationRow>(
    `select ${columns} from consent.parental_authorisation
     where account_id = $1 and subject_id = $2 order by controller_id, purpose`,
    [accountId, subjectId],
  )
  return rows
}

/** For whichever entity: that stands in the sealed body, and a word given anew stands for each. */
export async function lastParentWithdrawalAt(
  tx: Tx,
  accountId: AccountId,
  asked: { subjectId: SubjectId; purpose: string },
): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant | null }>(
    `select max(e.recorded_at) as at from consent.entry_body b
     join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
     where b.account_id = $1 and b.subject_id = $2 and e.kind = 'parent.withdrawn'
       and e.purpose = $3`,
    [accountId, asked.subjectId, asked.purpose],
  )
  return rows[0]?.at ?? null
}

/** One of them, or all of a person's. */
export async function deleteAuthorisations(
  tx: Tx,
  accountId: AccountId,
  gone: {
    subjects: readonly SubjectId[]
    only: { controllerId: ControllerId; purpose: string } | null
  },
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from consent.parental_authorisation
     where account_id = $1 and subject_id = any($2::uuid[])
       and ($3::uuid is null or (controller_id = $3 and purpose = $4))`,
    [
      accountId,
      arrayOf.uuid(gone.subjects),
      gone.only?.controllerId ?? null,
      gone.only?.purpose ?? null,
    ],
  )
  return rowCount
}
