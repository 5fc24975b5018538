// The SQL of wordings, entries, the projection and suppressions;
// every statement filters by account.
import type { AccountId, EntryId, Instant, SubjectId, WordingId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { Channel, Purpose, SuppressionScope, Wording } from '../consent.ts'
import type { OtherLegalBasis } from '../contract.ts'
import type { HeldState, PolicyRow, StateKey, WordingRow } from '../tables.ts'
import type { Guard } from './guard.ts'
import { StateMacs } from './guard-macs.ts'

// Wordings

const wordingColumns = `wording_id, name, version, language, medium, controller_id, controller_name,
  shown_text, sha256, channels, purposes, form, state, created_at, published_at, entry_id`

function toWording(accountId: AccountId, row: WordingRow): Wording {
  return {
    wordingId: row.wording_id,
    accountId,
    name: row.name,
    version: row.version,
    language: row.language,
    medium: row.medium,
    controllerId: row.controller_id,
    controllerName: row.controller_name,
    shownText: row.shown_text,
    sha256: row.sha256,
    channels: row.channels,
    purposes: row.purposes,
    form: row.form,
    state: row.state,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    entryId: row.entry_id,
  }
}

export async function insertWording(
  tx: Tx,
  wording: Wording,
  replaces: WordingId | null,
): Promise<void> {
  await tx.query(
    `insert into consent.wording (account_id, wording_id, name, version, replaces, language, medium,
       controller_id, controller_name, shown_text, sha256, channels, purposes, form, state,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', $15)`,
    [
      wording.accountId,
      wording.wordingId,
      wording.name,
      wording.version,
      replaces,
      wording.language,
      wording.medium,
      wording.controllerId,
      wording.controllerName,
      wording.shownText,
      Buffer.from(wording.sha256),
      wording.channels,
      wording.purposes,
      JSON.stringify(wording.form),
      toTimestamp(wording.createdAt),
    ],
  )
}

export async function listWordings(tx: Tx, accountId: AccountId): Promise<Wording[]> {
  const { rows } = await tx.query<WordingRow>(
    `select ${wordingColumns} from consent.wording where account_id = $1 order by wording_id desc`,
    [accountId],
  )
  return rows.map((row) => toWording(accountId, row))
}

export async function findWordings(
  tx: Tx,
  accountId: AccountId,
  wordingIds: readonly WordingId[],
): Promise<Map<WordingId, Wording>> {
  if (wordingIds.length === 0) return new Map()
  const { rows } = await tx.query<WordingRow>(
    `select ${wordingColumns} from consent.wording
     where account_id = $1 and wording_id = any($2::uuid[])`,
    [accountId, wordingIds],
  )
  return new Map(rows.map((row) => [row.wording_id, toWording(accountId, row)]))
}

/** Holds the draft until the end of the transaction, so that it is published once. */
export async function lockWording(
  tx: Tx,
  accountId: AccountId,
  wordingId: WordingId,
): Promise<Wording | null> {
  const { rows } = await tx.query<WordingRow>(
    `select ${wordingColumns} from consent.wording
     where account_id = $1 and wording_id = $2 for update`,
    [accountId, wordingId],
  )
  return rows[0] === undefined ? null : toWording(accountId, rows[0])
}

export async function markPublished(
  tx: Tx,
  accountId: AccountId,
  published: { wordingId: WordingId; entryId: EntryId; at: Instant },
): Promise<void> {
  await tx.query(
    `update consent.wording set state = 'published', published_at = $3, entry_id = $4
     where account_id = $1 and wording_id = $2`,
    [accountId, published.wordingId, toTimestamp(published.at), published.entryId],
  )
}

// The projection

type Settings = {
  minimum_rank: number | null
  /** Legal bases other than consent that the account has switched on. */
  legalBases: OtherLegalBasis[] | null
}
type NoState = { state: null }
/** `held` and `scopes` in the order of the question. */
export type Facts = {
  held: (HeldState | null)[]
  /** Of whom the row was changed by somebody without the keys. */
  altered: ReadonlySet<SubjectId>
  /** Of whom the row is as it was written, and nobody can say whether it has been ended since. */
  undecided: Set<SubjectId>
  scopes: (SuppressionScope | null)[]
  /** Places of those of whom nobody can say whether they have objected. */
  unknown: ReadonlySet<number>
  minimumRank: number | null
  legalBases: readonly OtherLegalBasis[]
}

/** One walk of the index for all; and one row where nobody is found, for the account's settings. */
const gateStatement = {
  name: 'consent_gate_facts',
  text: `
select held.*,
  (select minimum_rank from consent.policy where account_id = $1::uuid) as minimum_rank,
  (select array_agg(legal_basis) from consent.legal_basis_switch
   where account_id = $1::uuid) as "legalBases"
from (values (true)) as always (holds)
left join (
  select s.subject_id, s.state, s.since, s.valid_until, s.grade_rank, s.wording_id,
    s.entry_id, s.mac
  from consent.state s
  where s.account_id = $1::uuid and s.subject_id = any($2::uuid[]) and s.controller_id = $3::uuid
    and s.channel = $4::text and s.purpose = $5::text) held on true`,
}

type HeldRow = Settings & (HeldState | (NoState & { subject_id: null }))

const nobody: ReadonlySet<SubjectId> = new Set()

const hasMac = (row: HeldState): row is HeldState & { mac: Buffer } => row.mac !== null

export async function readFacts(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  people: { subjects: readonly (SubjectId | null)[]; tags: readonly (Uint8Array | null)[] },
  key: StateKey,
  looks = 1,
): Promise<Facts> {
  const [{ rows }, standing] = await Promise.all([
    tx.query<HeldRow>(gateStatement, [
      accountId,
      arrayOf.uuid(people.subjects),
      key.controllerId,
      key.channel,
      key.purpose,
    ]),
    guard.suppressions.standing(tx, accountId, people.tags),
  ])
  const states = new Map<SubjectId | null, HeldState>()
  const altered = new Set<SubjectId>()
  const macs = new StateMacs(guard.keyOf(accountId), accountId, key)
  const undecided = new Set<SubjectId>()
  for (const row of rows) {
    if (row.state === null) continue
    states.set(row.subject_id, row)
    if (!hasMac(row)) {
      if (guard.isSealed(accountId)) altered.add(row.subject_id)
    } else if (!macs.isTrue(row)) {
      altered.add(row.subject_id)
    } else if (row.state === 'given') {
      const said = guard.suppressions.rowState(accountId, row.subject_id, row.mac)
      if (said === 'unknown') undecided.add(row.subject_id)
      // It was ended between the two statements, or put back since: the next look tells.
      else if (said === 'ended' && looks > 0) return readFacts(guard, tx, accountId, people, key, 0)
      else if (said === 'ended') altered.add(row.subject_id)
    }
  }
  if (altered.size > 0) guard.alarm({ accountId, kind: 'state_false', count: altered.size })
  return {
    held: people.subjects.map((subjectId) => states.get(subjectId) ?? null),
    altered: altered.size === 0 ? nobody : altered,
    undecided,
    scopes: standing.scopes,
    unknown: standing.unknown,
    minimumRank: rows[0]?.minimum_rank ?? null,
    legalBases: rows[0]?.legalBases ?? [],
  }
}

export async function readPolicy(tx: Tx, accountId: AccountId): Promise<PolicyRow | null> {
  const { rows } = await tx.query<PolicyRow>(
    'select minimum_rank, valid_months, proof_months from consent.policy where account_id = $1',
    [accountId],
  )
  return rows[0] ?? null
}

export async function writePolicy(tx: Tx, accountId: AccountId, policy: PolicyRow): Promise<void> {
  await tx.query(
    `insert into consent.policy (account_id, minimum_rank, valid_months, proof_months)
     values ($1, $2, $3, $4)
     on conflict (account_id) do update
     set minimum_rank = excluded.minimum_rank, valid_months = excluded.valid_months,
       proof_months = excluded.proof_months`,
    [accountId, policy.minimum_rank, policy.valid_months, policy.proof_months],
  )
}

// Objections

/**
 * From when on a yes is later than the no: when this person last objected or took this consent
 * back, null when they never did. Of a number that is known by its tag alone only the month is
 * kept. A yes that this server heard itself comes after every no that it holds, so that the month's
 * beginning says enough. A paper may be recorded long after it was signed: it counts from the month
 * after, or from now while that lies ahead, unless the person's own entries tell the hour.
 */
export async function lastObjectionAt(
  tx: Tx,
  accountId: AccountId,
  asked: {
    subjectId: SubjectId
    tag: Uint8Array | null
    channel: Channel
    purpose: Purpose
    isHeardHere: boolean
    at: Instant
  },
): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant | null }>(
    `with said as materialized (
       select max(e.recorded_at) filter (where e.kind = 'objection') as objected,
         max(e.recorded_at) filter (where e.kind = 'consent.withdrawn') as withdrawn
       from consent.entry_body b
       join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
       where b.account_id = $1 and b.subject_id = $2 and (e.kind = 'objection'
         or (e.kind = 'consent.withdrawn' and e.channel = $4 and e.purpose = $5))
         and not exists (select from consent.taken_back t
           where t.account_id = b.account_id and t.entry_id = b.entry_id)
     ), by_tag as (
       select since_month, objected as told from consent.suppression, said
       where account_id = $1 and tag = $3
       union all
       select since_month, withdrawn from consent.withdrawn_number, said
       where account_id = $1 and tag = $3 and channel = $4 and purpose = $5
     )
     select greatest(
       (select greatest(objected, withdrawn) from said),
       (select max(case when $6 then since_month::timestamp at time zone 'UTC'
          else least((since_month + interval '1 month') at time zone 'UTC', $7::timestamptz) end)
        from by_tag
        where told is null or told < since_month::timestamp at time zone 'UTC')) as at`,
    [
      accountId,
      asked.subjectId,
      asked.tag === null ? null : Buffer.from(asked.tag),
      asked.channel,
      asked.purpose,
      asked.isHeardHere,
      toTimestamp(asked.at),
    ],
  )
  return rows[0]?.at ?? null
}
