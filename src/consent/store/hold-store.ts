// The SQL of proofs of deleted contacts: until when each is kept, and what goes with it.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import type { LeafKind } from '../../ledger/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import { forgetFileRefusals } from './file-refusal-store.ts'
import type { Guard } from './guard.ts'
import { deleteStatesOf } from './state-store.ts'

/** What proves that somebody agreed, or that another legal basis let messages leave. */
const proving: readonly LeafKind[] = [
  'consent.given',
  'consent.confirmed',
  'consent.refreshed',
  'consent.expired',
  'consent.withdrawn',
  'consent.invalidated',
  'ground.soft_opt_in',
  'ground.b2b_opt_out',
  'parent.authorised',
  'parent.withdrawn',
]
/** What ends a legal basis or a parent's word leaves no row of it: its entry tells the day. */
const ending: readonly LeafKind[] = [
  'objection',
  'consent.withdrawn',
  'consent.invalidated',
  'ground.soft_opt_in',
  'ground.b2b_opt_out',
  'parent.authorised',
  'parent.withdrawn',
]

/**
 * What a person's contact leaves behind: entries, and of whom something is proven, when it ended.
 */
export type Left = {
  subjectId: SubjectId
  isProven: boolean
  /** Signed papers or recordings. */
  hasPapers: boolean
  endedAt: Instant
}

/** Of these people, those of whom the ledger has a body or a paper is kept. */
export async function leftBy(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  at: Instant,
): Promise<Left[]> {
  const { rows } = await tx.query<Left>(
    `select asked.subject_id as "subjectId",
       coalesce(said.is_proof, false) or papers.any as "isProven", papers.any as "hasPapers",
       least($3::timestamptz, coalesce(greatest(
         (select max(case when s.state = 'withdrawn' then s.since else s.valid_until end)
          from consent.state s where s.account_id = $1 and s.subject_id = asked.subject_id),
         (select max(g.valid_until) from consent.other_legal_basis g
          where g.account_id = $1 and g.subject_id = asked.subject_id),
         (select max(p.valid_until) from consent.parental_authorisation p
          where p.account_id = $1 and p.subject_id = asked.subject_id),
         said.ended_at), $3::timestamptz)) as "endedAt"
     from unnest($2::uuid[]) as asked (subject_id)
     cross join lateral (
       select count(*) as entries, bool_or(e.kind = any($4::text[])) as is_proof,
         max(e.recorded_at) filter (where e.kind = any($5::text[])) as ended_at
       from consent.entry_body b
       join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
       where b.account_id = $1 and b.subject_id = asked.subject_id) said
     cross join lateral (
       select exists (select from consent.document d
         where d.account_id = $1 and d.subject_id = asked.subject_id) as any) papers
     where said.entries > 0 or papers.any`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(at), proving, ending],
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
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  await deleteStatesOf(guard, tx, accountId, subjects)
  await forgetFileRefusals(tx, accountId, subjects)
}

/** What allows something went with the contact; should a row be left, it goes here. */
const withProofs = [
  'entry_body',
  'document',
  'proof_hold',
  'state',
  'other_legal_basis',
  'parental_authorisation',
  'file_refusal',
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

export type HeldProofs = {
  subjectId: SubjectId
  /** A kind of entry, or a signed paper. */
  kind: LeafKind | 'document'
  proofs: number
  /** Null: no day is set, since the contact is there. */
  holdUntil: Instant | null
}

/** Bodies and papers of these people by kind, and the day to which each is held. */
export async function readHeld(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<HeldProofs[]> {
  if (subjects.length === 0) return []
  const { rows } = await tx.query<HeldProofs>(
    `select p.subject_id as "subjectId", p.kind, count(*)::int as proofs,
       h.hold_until as "holdUntil"
     from (
       select b.subject_id, e.kind from consent.entry_body b
       join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
       where b.account_id = $1 and b.subject_id = any($2::uuid[])
       union all
       select d.subject_id, 'document' from consent.document d
       where d.account_id = $1 and d.subject_id = any($2::uuid[])) p
     left join consent.proof_hold h on h.account_id = $1 and h.subject_id = p.subject_id
     group by p.subject_id, p.kind, h.hold_until`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

export async function holdsAmong(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<SubjectId[]> {
  if (subjects.length === 0) return []
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select subject_id as id from consent.proof_hold
     where account_id = $1 and subject_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows.map(({ id }) => id)
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
