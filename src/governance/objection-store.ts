// The SQL of objections to changes of sub-processors: what is answered, and what they bar.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { ObjectionOutcome } from './contract.ts'
import type { AccountBar, Bar } from './objection.ts'

export type Objection = { changeId: string; reasonSealed: Buffer; at: Instant }
export type SealedAnswer = {
  changeId: string
  number: number
  outcome: ObjectionOutcome
  until: Instant | null
  reasonSealed: Buffer | null
  at: Instant
}
/** With what decides where it stands. */
export type KeptObjection = Objection & {
  accountId: AccountId
  supplierId: string
  supplier: string
  changeAt: Instant
  gone: Instant | null
  barFrom: Instant | null
  answers: SealedAnswer[]
}

/** False when the account has objected to it already. */
export async function insertObjection(
  tx: Tx,
  accountId: AccountId,
  objection: Objection & { by: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into governance.objection
       (account_id, change_id, reason_sealed, objected_by, objected_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [
      accountId,
      objection.changeId,
      objection.reasonSealed,
      objection.by,
      toTimestamp(objection.at),
    ],
  )
  return rowCount === 1
}

/** Two answers at once are numbered one after the other. */
export async function lockObjection(tx: Tx, changeId: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('objection ' || $1, 0))", [
    changeId,
  ])
}

export async function insertAnswer(
  tx: Tx,
  accountId: AccountId,
  answer: SealedAnswer & { by: string },
): Promise<void> {
  await tx.query(
    `insert into governance.objection_answer (account_id, change_id, number, outcome, until,
       reason_sealed, answered_by, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      accountId,
      answer.changeId,
      answer.number,
      answer.outcome,
      answer.until === null ? null : toTimestamp(answer.until),
      answer.reasonSealed,
      answer.by,
      toTimestamp(answer.at),
    ],
  )
}

/** Null takes it away. */
export async function setBar(
  tx: Tx,
  accountId: AccountId,
  of: { supplierId: string; changeId: string },
  bar: Bar | null,
): Promise<void> {
  const key = [accountId, of.supplierId, of.changeId]
  if (bar === null) {
    await tx.query(
      `delete from governance.supplier_bar
       where account_id = $1 and supplier_id = $2 and change_id = $3`,
      key,
    )
    return
  }
  await tx.query(
    `insert into governance.supplier_bar (account_id, supplier_id, change_id, from_at)
     values ($1, $2, $3, $4)
     on conflict (account_id, supplier_id, change_id) do update set from_at = excluded.from_at`,
    [...key, toTimestamp(bar.from)],
  )
}

type Row = Omit<KeptObjection, 'answers'>

/**
 * When the sub-processor `p` of the change `c` goes again. What bars it bars on until accounts
 * had the time to object to whoever replaces it, also where that one was declared afterwards.
 */
const goneAt = `
greatest(p.until, (
  select max(r.object_until) from governance.subprocessor_change r
  where r.supplier_id = c.supplier_id and r.removed_id = p.subprocessor_id
    and r.kind = 'replaced'))`

const kept = `
  governance.objection o
  join governance.subprocessor_change c using (change_id)
  join governance.supplier s using (supplier_id)
  left join governance.subprocessor p on p.subprocessor_id = c.added_id
  left join governance.supplier_bar b
    on b.account_id = o.account_id and b.supplier_id = c.supplier_id
    and b.change_id = o.change_id`

const objections = `
  select o.account_id as "accountId", o.change_id as "changeId",
    o.reason_sealed as "reasonSealed", o.objected_at as at, c.supplier_id as "supplierId",
    s.name as supplier, c.effective_at as "changeAt", ${goneAt} as gone,
    b.from_at as "barFrom"
  from ${kept}`

async function withAnswers(tx: Tx, rows: readonly Row[]): Promise<KeptObjection[]> {
  if (rows.length === 0) return []
  const found = await tx.query<SealedAnswer & { accountId: AccountId }>(
    `select account_id as "accountId", change_id as "changeId", number, outcome, until,
       reason_sealed as "reasonSealed", answered_at as at
     from governance.objection_answer
     where (account_id, change_id) in (
       select * from unnest($1::uuid[], $2::uuid[]))
     order by number`,
    [rows.map(({ accountId }) => accountId), rows.map(({ changeId }) => changeId)],
  )
  const keyOf = (of: { accountId: AccountId; changeId: string }) => `${of.accountId} ${of.changeId}`
  const answers = new Map<string, SealedAnswer[]>()
  for (const one of found.rows) {
    const before = answers.get(keyOf(one))
    if (before === undefined) answers.set(keyOf(one), [one])
    else before.push(one)
  }
  return rows.map((row) => ({ answers: answers.get(keyOf(row)) ?? [], ...row }))
}

export async function readOwnObjections(tx: Tx, accountId: AccountId): Promise<KeptObjection[]> {
  const { rows } = await tx.query<Row>(`${objections} where o.account_id = $1`, [accountId])
  return withAnswers(tx, rows)
}

/** Of all accounts, newest first; of one supplier or of all. */
export async function objectionsInAnyAccount(
  tx: Tx,
  supplierId: string | null,
  limit: number,
): Promise<KeptObjection[]> {
  const { rows } = await tx.query<Row>(
    `${objections} where $1::uuid is null or c.supplier_id = $1
     order by o.objected_at desc, o.account_id limit $2`,
    [supplierId, limit],
  )
  return withAnswers(tx, rows)
}

export type OpenObjection = {
  accountId: AccountId
  changeId: string
  supplierId: string
  supplier: string
  /** Of the last answer; null: there is none yet. */
  outcome: ObjectionOutcome | null
  answerBy: Instant
}

/** What is open of all accounts by `standingOf`, in the order of its days. */
export async function openInAnyAccount(
  tx: Tx,
  at: Instant,
  asked: { limit: number } | { from: Instant; through: Instant },
): Promise<OpenObjection[]> {
  const window = 'limit' in asked ? null : asked
  const { rows } = await tx.query<OpenObjection>(
    `select * from (
       select o.account_id as "accountId", o.change_id as "changeId",
         c.supplier_id as "supplierId", s.name as supplier, l.outcome,
         case when l.outcome is null then coalesce(b.from_at, c.effective_at)
           when l.outcome in ('put_off', 'may_end') then l.until end as "answerBy"
       from ${kept}
       left join lateral (
         select outcome, until from governance.objection_answer
         where account_id = o.account_id and change_id = o.change_id
         order by number desc limit 1) l on true
       where p.until is null or ${goneAt} > greatest($1, c.effective_at)) open
     where "answerBy" is not null and ($2::timestamptz is null or "answerBy" >= $2)
       and ($3::timestamptz is null or "answerBy" <= $3)
     order by "answerBy", "accountId", "changeId" limit $4`,
    [
      toTimestamp(at),
      window === null ? null : toTimestamp(window.from),
      window === null ? null : toTimestamp(window.through),
      'limit' in asked ? asked.limit : null,
    ],
  )
  return rows
}

/** One whose sub-processor has gone again bars nothing. */
const inForce = `
  governance.supplier_bar b
  join governance.subprocessor_change c using (change_id)
  left join governance.subprocessor p on p.subprocessor_id = c.added_id`
const isNotGone = (at: string) => `(p.until is null or ${goneAt} > ${at})`
const isNow = (at: string) => `b.from_at <= ${at} and ${isNotGone(at)}`

/** The suppliers to whom nothing of the account goes at that instant. */
export async function barredSuppliers(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ supplierId: string }>(
    {
      name: 'governance_barred_suppliers',
      text: `select b.supplier_id as "supplierId" from ${inForce}
             where b.account_id = $1 and ${isNow('$2')}`,
    },
    [accountId, toTimestamp(at)],
  )
  return new Set(rows.map(({ supplierId }) => supplierId))
}

/** And those to whom nothing goes from a later day on. */
export async function suppliersEverBarred(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ supplierId: string }>(
    `select b.supplier_id as "supplierId" from ${inForce}
     where b.account_id = $1 and ${isNotGone('$2')}`,
    [accountId, toTimestamp(at)],
  )
  return new Set(rows.map(({ supplierId }) => supplierId))
}

export async function barsInAnyAccount(tx: Tx, at: Instant): Promise<AccountBar[]> {
  const { rows } = await tx.query<AccountBar>(
    `select distinct b.account_id as "accountId", b.supplier_id as "supplierId" from ${inForce}
     where ${isNow('$1')}`,
    [toTimestamp(at)],
  )
  return rows
}
