// The SQL of legal bases other than consent: which are enabled, and whom each covers.
import type { AccountId, ControllerId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { OtherLegalBasis } from '../contract.ts'
import type { LegalBasisRow } from '../tables.ts'
import type { Guard } from './guard.ts'
import { isSameMac, legalBasisMac } from './guard-macs.ts'
import type { AllowingRow } from './suppression-log.ts'

export async function readSwitches(tx: Tx, accountId: AccountId): Promise<OtherLegalBasis[]> {
  const { rows } = await tx.query<{ legal_basis: OtherLegalBasis }>(
    'select legal_basis from consent.legal_basis_switch where account_id = $1 order by legal_basis',
    [accountId],
  )
  return rows.map((row) => row.legal_basis)
}

export async function writeSwitches(
  tx: Tx,
  accountId: AccountId,
  decided: { legalBases: readonly OtherLegalBasis[]; at: Instant },
): Promise<void> {
  await tx.query(
    'delete from consent.legal_basis_switch where account_id = $1 and not legal_basis = any($2::text[])',
    [accountId, decided.legalBases],
  )
  await tx.query(
    `insert into consent.legal_basis_switch (account_id, legal_basis, decided_at)
     select $1, legal_basis, $3 from unnest($2::text[]) as on_now (legal_basis)
     on conflict (account_id, legal_basis) do nothing`,
    [accountId, decided.legalBases, toTimestamp(decided.at)],
  )
}

const columns =
  'subject_id, controller_id, purpose, legal_basis, since, valid_until, wording_id, entry_id'

/** A later sale takes the place of an earlier one. */
export async function upsertLegalBasis(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  row: LegalBasisRow,
): Promise<void> {
  await tx.query(
    `insert into consent.other_legal_basis as held (account_id, ${columns}, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (account_id, subject_id, controller_id, purpose) do update
     set legal_basis = excluded.legal_basis, since = excluded.since,
       valid_until = excluded.valid_until, wording_id = excluded.wording_id,
       entry_id = excluded.entry_id, mac = excluded.mac
     where excluded.since >= held.since`,
    [
      accountId,
      row.subject_id,
      row.controller_id,
      row.purpose,
      row.legal_basis,
      toTimestamp(row.since),
      toTimestamp(row.valid_until),
      row.wording_id,
      row.entry_id,
      legalBasisMac(guard.keyOf(accountId), accountId, row),
    ],
  )
}

/** As it stood before a no that is taken back. */
export async function reopenLegalBasis(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  row: LegalBasisRow,
): Promise<void> {
  const mac = legalBasisMac(guard.keyOf(accountId), accountId, row)
  guard.suppressions.reopen(tx, accountId, [{ ...row, mac }])
  await upsertLegalBasis(guard, tx, accountId, row)
}

/** `unknown`: as it was written, and nobody can say whether it has been ended since. */
export type RowTruth = 'true' | 'false' | 'unknown'
const [yes, no] = ['true', 'false'] as const

/** Of these people, those whom a legal basis covers at an instant; the chains are read before. */
export async function readLegalBases(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  asked: {
    subjects: readonly SubjectId[]
    controllerId: ControllerId
    purpose: string
    legalBases: readonly OtherLegalBasis[]
    at: Instant
  },
): Promise<Map<SubjectId, LegalBasisRow & { truth: RowTruth }>> {
  const { rows } = await tx.query<LegalBasisRow & { mac: Buffer | null }>(
    `select ${columns}, mac from consent.other_legal_basis
     where account_id = $1 and subject_id = any($2::uuid[]) and controller_id = $3
       and purpose = $4 and legal_basis = any($5::text[]) and valid_until > $6`,
    [
      accountId,
      asked.subjects,
      asked.controllerId,
      asked.purpose,
      asked.legalBases,
      toTimestamp(asked.at),
    ],
  )
  const key = guard.keyOf(accountId)
  const found = rows.map((row) => {
    if (row.mac === null) return { ...row, truth: guard.isSealed(accountId) ? no : yes }
    if (!isSameMac(row.mac, legalBasisMac(key, accountId, row))) return { ...row, truth: no }
    const said = guard.suppressions.rowState(accountId, row.subject_id, row.mac)
    return { ...row, truth: said === 'unknown' ? said : said === 'stands' ? yes : no }
  })
  const count = found.filter(({ truth }) => truth === no).length
  if (count > 0) guard.alarm({ accountId, kind: 'legal_basis_false', count })
  return new Map(found.map((row) => [row.subject_id, row]))
}

export async function legalBasesOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<LegalBasisRow[]> {
  const { rows } = await tx.query<LegalBasisRow>(
    `select ${columns} from consent.other_legal_basis
     where account_id = $1 and subject_id = $2 order by controller_id, purpose`,
    [accountId, subjectId],
  )
  return rows
}

/** Those of many people, whatever is switched on: what is off today may be on tomorrow. */
export async function legalBasesOfSubjects(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<LegalBasisRow[]> {
  const { rows } = await tx.query<LegalBasisRow>(
    `select ${columns} from consent.other_legal_basis
     where account_id = $1 and subject_id = any($2::uuid[])
     order by subject_id, controller_id, purpose`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

export async function deleteLegalBases(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  rows: readonly LegalBasisRow[],
): Promise<void> {
  if (rows.length === 0) return
  const { rows: gone } = await tx.query<AllowingRow>(
    `delete from consent.other_legal_basis held
     using unnest($2::uuid[], $3::uuid[], $4::text[]) as gone (subject_id, controller_id, purpose)
     where held.account_id = $1 and held.subject_id = gone.subject_id
       and held.controller_id = gone.controller_id and held.purpose = gone.purpose
     returning held.subject_id, held.valid_until, held.mac`,
    [
      accountId,
      arrayOf.uuid(rows.map((row) => row.subject_id)),
      arrayOf.uuid(rows.map((row) => row.controller_id)),
      arrayOf.text(rows.map((row) => row.purpose)),
    ],
  )
  guard.suppressions.end(tx, accountId, gone)
}

/**
 * A legal basis and a no do not pass each other unseen: who records one waits for every no of the
 * account that is being written, and reads them; a no waits for it, and ends it. Any number of
 * them go beside each other.
 */
export async function lockLegalBases(
  tx: Tx,
  accountId: AccountId,
  strength: 'record' | 'end',
): Promise<void> {
  const lock = strength === 'record' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  await tx.query(`select ${lock}(hashtextextended($1, 0))`, [`consent.legal_bases ${accountId}`])
}

/**
 * Whoever says no ends them for good: a legal basis does not come back with a consent for something
 * else.
 */
export async function endLegalBases(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  ended: {
    subjects: readonly SubjectId[]
    only: { controllerId: ControllerId; purpose: string } | null
  },
): Promise<number> {
  if (ended.subjects.length === 0) return 0
  await lockLegalBases(tx, accountId, 'end')
  const { rows } = await tx.query<AllowingRow>(
    `delete from consent.other_legal_basis
     where account_id = $1 and subject_id = any($2::uuid[])
       and ($3::uuid is null or (controller_id = $3 and purpose = $4))
     returning subject_id, valid_until, mac`,
    [accountId, ended.subjects, ended.only?.controllerId ?? null, ended.only?.purpose ?? null],
  )
  guard.suppressions.end(tx, accountId, rows)
  return rows.length
}
