// The SQL of noes that files have told: what a yes of another file is held against.
import type { AccountId, ControllerId, ImportId, Instant, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { FileRefusals } from './consent-door.ts'
import type { Purpose } from './contract-words.ts'
import type { StateKey } from './store.ts'

/** Of several rows of one file the latest no counts. */
export async function addFileRefusals(
  tx: Tx,
  accountId: AccountId,
  { importId, noes, controllerId, purpose }: FileRefusals,
): Promise<void> {
  if (noes.length === 0) return
  await tx.query(
    `insert into consent.file_refusal as held
       (account_id, subject_id, import_id, controller_id, purpose, said_at)
     select $1, no.subject_id, $2, $3, $4, no.said_at
     from unnest($5::uuid[], $6::timestamptz[]) as no (subject_id, said_at)
     on conflict (account_id, subject_id, import_id) do update
     set said_at = greatest(held.said_at, excluded.said_at)`,
    [
      accountId,
      importId,
      controllerId,
      purpose,
      arrayOf.uuid(noes.map(([subjectId]) => subjectId)),
      noes.map(([, at]) => toTimestamp(at)),
    ],
  )
}

/** When the latest file said no, of those among these people of whom one did. */
export async function fileRefusals(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  { controllerId, purpose }: StateKey,
): Promise<ReadonlyMap<SubjectId, Instant>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await tx.query<{ id: SubjectId; at: Instant }>(
    `select subject_id as id, max(said_at) as at from consent.file_refusal
     where account_id = $1 and subject_id = any($2::uuid[])
       and (controller_id is null or controller_id = $3) and (purpose is null or purpose = $4)
     group by subject_id`,
    [accountId, arrayOf.uuid(subjects), controllerId, purpose],
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

export type FileRefusalRow = {
  controller_id: ControllerId | null
  purpose: Purpose | null
  said_at: Instant
}

/** For an access request. */
export async function fileRefusalsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<FileRefusalRow[]> {
  const { rows } = await tx.query<FileRefusalRow>(
    `select controller_id, purpose, said_at from consent.file_refusal
     where account_id = $1 and subject_id = $2 order by said_at`,
    [accountId, subjectId],
  )
  return rows
}

/** With the import that told them. */
export async function deleteFileRefusals(
  tx: Tx,
  accountId: AccountId,
  importId: ImportId,
): Promise<void> {
  await tx.query('delete from consent.file_refusal where account_id = $1 and import_id = $2', [
    accountId,
    importId,
  ])
}

/** With the person. */
export async function forgetFileRefusals(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const { rowCount } = await tx.query(
    'delete from consent.file_refusal where account_id = $1 and subject_id = any($2::uuid[])',
    [accountId, arrayOf.uuid(subjects)],
  )
  return rowCount
}
