// The SQL of legal bases for sensitive data and of its values.
import type { AccountId, ImportId, Instant, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { LegalBasis } from './legal-basis.ts'

export type LegalBasisRow = Omit<LegalBasis, 'words'> & { wordsSealed: Buffer }

const columns = `legal_basis_id as id, key_subject_id as "keySubjectId",
  controller_id as "controllerId",
  category, basis, words_sealed as "wordsSealed", wording_id as "wordingId",
  keep_days as "keepDays", ends_at as "endsAt", state, recorded_by as "recordedBy",
  recorded_at as "recordedAt", approved_by as "approvedBy", approved_at as "approvedAt",
  ended_by as "endedBy", ended_at as "endedAt", values_erased as "valuesErased"`

export async function insertLegalBasis(
  tx: Tx,
  accountId: AccountId,
  row: LegalBasisRow,
): Promise<void> {
  await tx.query(
    `insert into sensitive.legal_basis (account_id, legal_basis_id, key_subject_id, controller_id,
       category,
       basis, words_sealed, wording_id, keep_days, ends_at, state, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      accountId,
      row.id,
      row.keySubjectId,
      row.controllerId,
      row.category,
      row.basis,
      row.wordsSealed,
      row.wordingId,
      row.keepDays,
      toTimestamp(row.endsAt),
      row.state,
      row.recordedBy,
      toTimestamp(row.recordedAt),
    ],
  )
}

/** Newest first. */
export async function readLegalBases(tx: Tx, accountId: AccountId): Promise<LegalBasisRow[]> {
  const { rows } = await tx.query<LegalBasisRow>(
    `select ${columns} from sensitive.legal_basis where account_id = $1
     order by recorded_at desc, legal_basis_id desc`,
    [accountId],
  )
  return rows
}

export async function findLegalBasis(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  lock: 'none' | 'share' | 'update',
): Promise<LegalBasisRow | null> {
  const locking = lock === 'none' ? '' : `for ${lock}`
  const { rows } = await tx.query<LegalBasisRow>(
    `select ${columns} from sensitive.legal_basis where account_id = $1 and legal_basis_id = $2 ${locking}`,
    [accountId, legalBasisId],
  )
  return rows[0] ?? null
}

export async function markApproved(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  by: { actor: string; at: Instant },
): Promise<void> {
  await tx.query(
    `update sensitive.legal_basis set state = 'in_force', approved_by = $3, approved_at = $4
     where account_id = $1 and legal_basis_id = $2`,
    [accountId, legalBasisId, by.actor, toTimestamp(by.at)],
  )
}

export async function markEnded(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  by: { actor: string; at: Instant; wordsSealed: Buffer },
): Promise<void> {
  await tx.query(
    `update sensitive.legal_basis set state = 'ended', ended_by = $3, ended_at = $4,
       words_sealed = $5
     where account_id = $1 and legal_basis_id = $2`,
    [accountId, legalBasisId, by.actor, toTimestamp(by.at), by.wordsSealed],
  )
}

/** Those in force whose end has come. */
export async function legalBasesToEnd(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select legal_basis_id as id from sensitive.legal_basis
     where account_id = $1 and state <> 'ended' and ends_at <= $2 order by ends_at`,
    [accountId, toTimestamp(at)],
  )
  return rows.map(({ id }) => id)
}

/** Of how many people values are kept, by legal basis. */
export async function peopleByLegalBasis(
  tx: Tx,
  accountId: AccountId,
): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: string; people: number }>(
    `select legal_basis_id as id, count(distinct subject_id)::int as people
     from sensitive.value where account_id = $1 group by 1`,
    [accountId],
  )
  return new Map(rows.map(({ id, people }) => [id, people]))
}

export type NewValue = { subjectId: SubjectId; columnTag: Uint8Array; sealed: Uint8Array }

/** Beside what other files said in the same column: each goes with its own. */
export async function putValues(
  tx: Tx,
  accountId: AccountId,
  batch: { legalBasisId: string; importId: ImportId; at: Instant; keepUntil: Instant },
  values: readonly NewValue[],
): Promise<void> {
  if (values.length === 0) return
  await tx.query(
    `insert into sensitive.value (account_id, subject_id, legal_basis_id, column_tag, sealed,
       import_id,
       stored_at, keep_until)
     select $1, subject_id, $2, column_tag, sealed, $3, $4, $5
     from unnest($6::uuid[], $7::bytea[], $8::bytea[]) as given (subject_id, column_tag, sealed)
     order by subject_id
     on conflict (account_id, subject_id, legal_basis_id, column_tag, import_id) do update
     set sealed = excluded.sealed, stored_at = excluded.stored_at,
       keep_until = excluded.keep_until`,
    [
      accountId,
      batch.legalBasisId,
      batch.importId,
      toTimestamp(batch.at),
      toTimestamp(batch.keepUntil),
      arrayOf.uuid(values.map((value) => value.subjectId)),
      arrayOf.bytea(values.map((value) => value.columnTag)),
      arrayOf.bytea(values.map((value) => value.sealed)),
    ],
  )
}

export type ValueRow = {
  subjectId: SubjectId
  legalBasisId: string
  columnTag: Buffer
  importId: ImportId
  sealed: Buffer
  storedAt: Instant
  keepUntil: Instant
}

/**
 * What may still be kept at this instant: of each column what was said last, or all. `overdue`:
 * also what is past its days, of somebody whose data stays since it may only be kept.
 */
export async function valuesOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
  asked: { at: Instant; which: 'newest' | 'all'; overdue: boolean },
): Promise<ValueRow[]> {
  const { rows } = await tx.query<ValueRow>(
    `select "subjectId", "legalBasisId", "columnTag", "importId", sealed, "storedAt",
       "keepUntil" from (
       select subject_id as "subjectId", legal_basis_id as "legalBasisId",
         column_tag as "columnTag",
         import_id as "importId", sealed, stored_at as "storedAt", keep_until as "keepUntil",
         row_number() over (partition by legal_basis_id, column_tag
           order by stored_at desc, import_id desc) as place
       from sensitive.value
       where account_id = $1 and subject_id = $2 and (keep_until > $3 or $5)) held
     where place = 1 or $4 order by "legalBasisId", "storedAt"`,
    [accountId, subjectId, toTimestamp(asked.at), asked.which === 'all', asked.overdue],
  )
  return rows
}

export async function subjectsWithValues(
  tx: Tx,
  accountId: AccountId,
  page: { after: SubjectId | null; limit: number },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select distinct subject_id as id from sensitive.value
     where account_id = $1 and ($2::uuid is null or subject_id > $2)
     order by subject_id limit $3`,
    [accountId, page.after, page.limit],
  )
  return rows.map(({ id }) => id)
}

/** Counted by column, as they are shown. */
export async function deleteOfPeople(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const { rows } = await tx.query<{ values: number }>(
    `with gone as (
       delete from sensitive.value where account_id = $1 and subject_id = any($2::uuid[])
       returning subject_id, legal_basis_id, column_tag)
     select count(distinct (subject_id, legal_basis_id, column_tag))::int as values from gone`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows[0]?.values ?? 0
}

/** A page of rows; those of the people in `spared` stay, whose data may only be kept (GDPR 18). */
type Some = { limit: number; spared: readonly SubjectId[] }

/** A page of them, so that a legal basis of a million people ends without one long statement. */
export async function deleteOfLegalBasis(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  { limit, spared }: Some,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from sensitive.value where account_id = $1 and ctid in (
       select ctid from sensitive.value
       where account_id = $1 and legal_basis_id = $2 and subject_id <> all($4::uuid[]) limit $3)`,
    [accountId, legalBasisId, limit, arrayOf.uuid(spared)],
  )
  await tx.query(
    `update sensitive.legal_basis set values_erased = values_erased + $3
     where account_id = $1 and legal_basis_id = $2`,
    [accountId, legalBasisId, rowCount],
  )
  return rowCount
}

/** Of these people, or of anybody where nobody is named: whether something is kept on it. */
export async function hasValuesOn(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  subjects: readonly SubjectId[] | null,
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from sensitive.value where account_id = $1 and legal_basis_id = $2
       and ($3::uuid[] is null or subject_id = any($3)) limit 1`,
    [accountId, legalBasisId, subjects === null ? null : arrayOf.uuid(subjects)],
  )
  return rows.length > 0
}

export async function deleteOfImport(
  tx: Tx,
  accountId: AccountId,
  importId: ImportId,
  { limit, spared }: Some,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from sensitive.value where account_id = $1 and ctid in (
       select ctid from sensitive.value
       where account_id = $1 and import_id = $2 and subject_id <> all($4::uuid[]) limit $3)`,
    [accountId, importId, limit, arrayOf.uuid(spared)],
  )
  return rowCount
}

/** What stays of an import that is undone is overdue from now on: it goes once it is lifted. */
export async function endSparedOfImport(
  tx: Tx,
  accountId: AccountId,
  importId: ImportId,
  { at, spared }: { at: Instant; spared: readonly SubjectId[] },
): Promise<void> {
  await tx.query(
    `update sensitive.value set keep_until = $3
     where account_id = $1 and import_id = $2 and subject_id = any($4::uuid[])
       and keep_until > $3`,
    [accountId, importId, toTimestamp(at), arrayOf.uuid(spared)],
  )
}

export async function deleteOverdue(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
  { limit, spared }: Some,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from sensitive.value where account_id = $1 and ctid in (
       select ctid from sensitive.value
       where account_id = $1 and keep_until <= $2 and subject_id <> all($4::uuid[]) limit $3)`,
    [accountId, toTimestamp(at), limit, arrayOf.uuid(spared)],
  )
  return rowCount
}

/** Legal bases that somebody recorded and nobody approved, and whose end has not come. */
export async function countProposed(tx: Tx, accountId: AccountId, at: Instant): Promise<number> {
  const { rows } = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from sensitive.legal_basis
     where account_id = $1 and state = 'proposed' and ends_at > $2`,
    [accountId, toTimestamp(at)],
  )
  return rows[0]?.waiting ?? 0
}

/** What of these people is past its days, or on a legal basis that has ended. */
export async function countOverdueOf(
  tx: Tx,
  accountId: AccountId,
  { at, subjects }: { at: Instant; subjects: readonly SubjectId[] },
): Promise<number> {
  if (subjects.length === 0) return 0
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from sensitive.value v
     join sensitive.legal_basis b
       on b.account_id = $1 and b.legal_basis_id = v.legal_basis_id
     where v.account_id = $1 and v.subject_id = any($2::uuid[])
       and (v.keep_until <= $3 or b.state = 'ended')`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(at)],
  )
  return rows[0]?.count ?? 0
}

/** People of a legal basis, a page in the order of their ids. */
export async function subjectsOfLegalBasis(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  page: { after: SubjectId | null; limit: number },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select distinct subject_id as id from sensitive.value
     where account_id = $1 and legal_basis_id = $2 and ($3::uuid is null or subject_id > $3)
     order by 1 limit $4`,
    [accountId, legalBasisId, page.after, page.limit],
  )
  return rows.map(({ id }) => id)
}

export async function deleteOfSubjects(
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
  subjects: readonly SubjectId[],
): Promise<number> {
  if (subjects.length === 0) return 0
  const { rowCount } = await tx.query(
    `delete from sensitive.value
     where account_id = $1 and legal_basis_id = $2 and subject_id = any($3::uuid[])`,
    [accountId, legalBasisId, arrayOf.uuid(subjects)],
  )
  return rowCount
}

/** Of these people, those of whom something is still kept on a legal basis at that instant. */
export async function sensitiveStays(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  term: { at: Instant },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select distinct subject_id as id from sensitive.value
     where account_id = $1 and subject_id = any($2::uuid[]) and keep_until > $3`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(term.at)],
  )
  return rows.map(({ id }) => id)
}

export type SensitiveUse = Pick<
  LegalBasis,
  'controllerId' | 'category' | 'basis' | 'keepDays' | 'endsAt'
>

/** Legal bases in force at that instant, without their words. */
export async function sensitiveUses(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<SensitiveUse[]> {
  const { rows } = await tx.query<SensitiveUse>(
    `select controller_id as "controllerId", category, basis, keep_days as "keepDays",
       ends_at as "endsAt"
     from sensitive.legal_basis where account_id = $1 and state = 'in_force' and ends_at > $2
     order by category, basis, legal_basis_id`,
    [accountId, toTimestamp(at)],
  )
  return rows
}
