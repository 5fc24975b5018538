// The SQL of proofs whose person is gone: until when each is held, and what goes with it.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'

/** Of these people, those of whom something is proven, and when the last of it ended. */
export async function provenAmong(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  at: Instant,
): Promise<{ subjectId: SubjectId; endedAt: Instant }[]> {
  const { rows } = await tx.query<{ subjectId: SubjectId; endedAt: Instant }>(
    `select asked.subject_id as "subjectId", least($3::timestamptz, coalesce(
       (select max(case when s.state = 'withdrawn' then s.since else s.valid_until end)
        from consent.state s where s.account_id = $1 and s.subject_id = asked.subject_id),
       $3::timestamptz)) as "endedAt"
     from unnest($2::uuid[]) as asked (subject_id)
     where exists (select from consent.entry_body b
         where b.account_id = $1 and b.subject_id = asked.subject_id)
       or exists (select from consent.document d
         where d.account_id = $1 and d.subject_id = asked.subject_id)`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(at)],
  )
  return rows
}

export type Hold = { subjectId: SubjectId; heldSince: Instant; holdUntil: Instant }

export async function insertHolds(
  tx: Tx,
  accountId: AccountId,
  holds: readonly Hold[],
): Promise<void> {
  if (holds.length === 0) return
  await tx.query(
    `insert into consent.proof_hold (account_id, subject_id, held_since, hold_until)
     select $1, subject_id, since, until
     from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[])
       as held (subject_id, since, until)
     on conflict do nothing`,
    [
      accountId,
      arrayOf.uuid(holds.map((hold) => hold.subjectId)),
      holds.map((hold) => toTimestamp(hold.heldSince)),
      holds.map((hold) => toTimestamp(hold.holdUntil)),
    ],
  )
}

/** What lets messages leave goes with the contact: no proof on hold allows anything. */
export async function deleteStanding(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  await tx.query(
    'delete from consent.state where account_id = $1 and subject_id = any($2::uuid[])',
    [accountId, arrayOf.uuid(subjects)],
  )
}

/** What allows something went with the contact; should a row be left, it goes here. */
const withProofs = [
  'entry_body',
  'document',
  'proof_hold',
  'state',
  'other_ground',
  'parental_authorisation',
] as const

/** Sealed bodies, documents and the hold itself; the entries of the ledger name nobody and stay. */
export async function deleteProofs(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  for (const table of withProofs) {
    await tx.query(
      `delete from consent.${table} where account_id = $1 and subject_id = any($2::uuid[])`,
      [accountId, arrayOf.uuid(subjects)],
    )
  }
}

/** Those whose day has come; nobody else ends them meanwhile. */
export async function lockDue(
  tx: Tx,
  accountId: AccountId,
  due: { at: Instant; limit: number },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select subject_id as id from consent.proof_hold
     where account_id = $1 and hold_until <= $2
     order by hold_until limit $3 for update skip locked`,
    [accountId, toTimestamp(due.at), due.limit],
  )
  return rows.map(({ id }) => id)
}

export async function lockHold(tx: Tx, accountId: AccountId, subjectId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select from consent.proof_hold where account_id = $1 and subject_id = $2 for update',
    [accountId, subjectId],
  )
  return rowCount === 1
}

/** An erasure waits for no day. */
export async function deleteHold(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<number> {
  const { rowCount } = await tx.query(
    'delete from consent.proof_hold where account_id = $1 and subject_id = $2',
    [accountId, subjectId],
  )
  return rowCount
}

export type HoldRow = Hold & { documents: string[] }

/** The soonest to end first. */
export async function readHolds(tx: Tx, accountId: AccountId, limit: number): Promise<HoldRow[]> {
  const { rows } = await tx.query<HoldRow>(
    `select h.subject_id as "subjectId", h.held_since as "heldSince", h.hold_until as "holdUntil",
       array(select d.document_id::text from consent.document d
         where d.account_id = h.account_id and d.subject_id = h.subject_id
         order by d.document_id) as documents
     from consent.proof_hold h where h.account_id = $1
     order by h.hold_until, h.subject_id limit $2`,
    [accountId, limit],
  )
  return rows
}

export async function countHolds(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ people: number }>(
    'select count(*)::int as people from consent.proof_hold where account_id = $1',
    [accountId],
  )
  return rows[0]?.people ?? 0
}
