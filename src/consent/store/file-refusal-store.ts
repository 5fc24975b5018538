// The SQL of refusals reported by files, which override older consents from other files.
import { holdContactsOf, restrictedPeople } from '../../contacts/index.ts'
import type { AccountId, ControllerId, ImportId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import { endOfNo } from '../consent-dates.ts'
import type { Purpose } from '../contract-words.ts'
import type { StateKey } from '../tables.ts'

/** Objections of one file; a null means every entity, or every purpose. */
export type FileRefusals = {
  controllerId: ControllerId | null
  purpose: Purpose | null
  importId: ImportId
  /** Of whom, and when they said so. */
  objections: readonly (readonly [SubjectId, Instant])[]
  /** Made in this transaction: nobody has deleted them. */
  areNew: boolean
}

/** Of several rows of one file the latest no counts; whose contact has gone leaves none. */
export async function addFileRefusals(
  tx: Tx,
  accountId: AccountId,
  { importId, objections: told, controllerId, purpose, areNew }: FileRefusals,
): Promise<void> {
  if (told.length === 0) return
  const subjects = told.map(([subjectId]) => subjectId)
  const there = areNew ? null : await holdContactsOf(tx, accountId, subjects)
  const objections = there === null ? told : told.filter(([subjectId]) => there.has(subjectId))
  if (objections.length === 0) return
  await tx.query(
    `insert into consent.file_refusal as held
       (account_id, subject_id, import_id, controller_id, purpose, until)
     select $1, no.subject_id, $2, $3, $4, no.until
     from unnest($5::uuid[], $6::timestamptz[]) as no (subject_id, until)
     on conflict (account_id, subject_id, import_id) do update
     set until = greatest(held.until, excluded.until)`,
    [
      accountId,
      importId,
      controllerId,
      purpose,
      arrayOf.uuid(objections.map(([subjectId]) => subjectId)),
      objections.map(([, at]) => toTimestamp(endOfNo(at))),
    ],
  )
}

/** Until when the latest no of a file counts, of those among these people of whom one told it. */
export async function fileRefusals(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  { controllerId, purpose }: StateKey,
): Promise<ReadonlyMap<SubjectId, Instant>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await tx.query<{ id: SubjectId; until: Instant }>(
    `select subject_id as id, max(until) as until from consent.file_refusal
     where account_id = $1 and subject_id = any($2::uuid[])
       and (controller_id is null or controller_id = $3) and (purpose is null or purpose = $4)
     group by subject_id`,
    [accountId, arrayOf.uuid(subjects), controllerId, purpose],
  )
  return new Map(rows.map(({ id, until }) => [id, until]))
}

export type FileRefusalRow = {
  controller_id: ControllerId | null
  purpose: Purpose | null
  until: Instant
  import_id: ImportId
}

/** For an access request. */
export async function fileRefusalsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<FileRefusalRow[]> {
  const { rows } = await tx.query<FileRefusalRow>(
    `select controller_id, purpose, until, import_id from consent.file_refusal
     where account_id = $1 and subject_id = $2 order by until`,
    [accountId, subjectId],
  )
  return rows
}

/**
 * With the import that told them, a page a call; `freed` are those of whom no other file has told
 * a no. A no of somebody whose data may only be kept (GDPR 18) stays.
 */
export async function deleteFileRefusals(
  tx: Tx,
  accountId: AccountId,
  told: { importId: ImportId; limit: number },
): Promise<{ deleted: number; freed: SubjectId[] }> {
  const { rows } = await tx.query<{ id: SubjectId; is_left: boolean }>(
    `with page as (
       select subject_id from consent.file_refusal
       where account_id = $1 and import_id = $2 and subject_id <> all($4::uuid[])
       order by subject_id limit $3
     ), gone as (
       delete from consent.file_refusal held using page
       where held.account_id = $1 and held.import_id = $2 and held.subject_id = page.subject_id
       returning held.subject_id
     )
     select gone.subject_id as id, exists (
       select from consent.file_refusal other
       where other.account_id = $1 and other.subject_id = gone.subject_id and other.import_id <> $2
     ) as is_left from gone`,
    [accountId, told.importId, told.limit, arrayOf.uuid(await restrictedPeople(tx, accountId))],
  )
  return {
    deleted: rows.length,
    freed: rows.filter(({ is_left: isLeft }) => !isLeft).map(({ id }) => id),
  }
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
