// SQL of requests that somebody else approve, and of the bound above which somebody else must.
import type { AccountId, CampaignId, Instant, UserId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { approvalOutcomes } from '../contract-approval.ts'
import { openText, type Seals, sealText } from '../sealed-columns.ts'

type Outcome = (typeof approvalOutcomes)[number]

export type ApprovalRequest = {
  id: string
  campaignId: CampaignId
  askedAt: Instant
  askedBy: UserId | null
  note: string | null
  outcome: Outcome | null
  settledAt: Instant | null
  settledBy: UserId | null
  remark: string | null
}

type Row = {
  id: string
  campaign_id: CampaignId
  asked_at: Instant
  asked_by: UserId | null
  note_sealed: Buffer | null
  outcome: Outcome | null
  settled_at: Instant | null
  settled_by: UserId | null
  remark_sealed: Buffer | null
}

const columns = `r.id, r.campaign_id, r.asked_at, r.asked_by, r.note_sealed, r.outcome,
  r.settled_at, r.settled_by, r.remark_sealed`

type SealedText = 'note_sealed' | 'remark_sealed'
const place = (column: SealedText, rowId: string) => ({
  table: 'campaigns.approval_request',
  column,
  rowId,
})

function fromRow(seals: Seals, accountId: AccountId, row: Row): ApprovalRequest {
  const open = (column: SealedText) => {
    const sealed = row[column]
    return sealed === null ? null : openText(seals, accountId, place(column, row.id), sealed)
  }
  return {
    id: row.id,
    campaignId: row.campaign_id,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    note: open('note_sealed'),
    outcome: row.outcome,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
    remark: open('remark_sealed'),
  }
}

export async function insertRequest(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  asked: Pick<ApprovalRequest, 'id' | 'campaignId' | 'askedAt' | 'askedBy' | 'note'>,
): Promise<void> {
  const { id, note } = asked
  const sealed = note === null ? null : sealText(seals, accountId, place('note_sealed', id), note)
  await tx.query(
    `update campaigns.approval_request set is_latest = false,
       outcome = coalesce(outcome, 'changed'), settled_at = coalesce(settled_at, $3)
     where account_id = $1 and campaign_id = $2 and is_latest`,
    [accountId, asked.campaignId, toTimestamp(asked.askedAt)],
  )
  await tx.query(
    `insert into campaigns.approval_request (account_id, id, campaign_id, asked_at, asked_by,
       note_sealed)
     values ($1, $2, $3, $4, $5, $6)`,
    [accountId, id, asked.campaignId, toTimestamp(asked.askedAt), asked.askedBy, sealed],
  )
}

/** False where nobody waits for an answer. */
export async function settleRequest(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  settled: {
    campaignId: CampaignId
    outcome: Outcome
    at: Instant
    by: UserId | null
    remark: string | null
  },
): Promise<{ askedBy: UserId | null } | null> {
  const { rows } = await tx.query<{ id: string; askedBy: UserId | null }>(
    `update campaigns.approval_request set outcome = $3, settled_at = $4, settled_by = $5
     where account_id = $1 and campaign_id = $2 and is_latest and outcome is null
     returning id, asked_by as "askedBy"`,
    [accountId, settled.campaignId, settled.outcome, toTimestamp(settled.at), settled.by],
  )
  const [row] = rows
  if (row === undefined) return null
  const { id, askedBy } = row
  if (settled.remark !== null) {
    await tx.query(
      `update campaigns.approval_request set remark_sealed = $3
       where account_id = $1 and id = $2`,
      [accountId, id, sealText(seals, accountId, place('remark_sealed', id), settled.remark)],
    )
  }
  return { askedBy }
}

/** Of each campaign the last. */
export async function latestRequests(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  ids: readonly CampaignId[],
): Promise<Map<CampaignId, ApprovalRequest>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.approval_request r
     where r.account_id = $1 and r.campaign_id = any($2::uuid[]) and r.is_latest`,
    [accountId, arrayOf.uuid(ids)],
  )
  return new Map(rows.map((row) => [row.campaign_id, fromRow(seals, accountId, row)]))
}

export type NamedRequest = ApprovalRequest & { name: string }

/**
 * The oldest first; with `returned` those that this user got back, and those whose asker is not
 * among these who prepare campaigns, else those that wait.
 */
export async function listRequests(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  wish: { returned: { to: UserId; there: readonly UserId[] } | null; limit: number },
): Promise<NamedRequest[]> {
  const { returned } = wish
  const which =
    returned === null
      ? 'r.outcome is null and $2::uuid is null and $4::uuid[] is null'
      : `r.outcome = 'returned' and (r.asked_by = $2 or r.asked_by <> all($4::uuid[]))`
  const { rows } = await tx.query<Row & { name: string }>(
    `select ${columns}, c.name from campaigns.approval_request r
       join campaigns.campaign c on c.account_id = r.account_id and c.id = r.campaign_id
     where r.account_id = $1 and r.is_latest and ${which} and c.state = 'draft'
     order by ${returned === null ? 'r.asked_at' : 'r.settled_at'} limit $3`,
    [
      accountId,
      returned?.to ?? null,
      wish.limit,
      returned === null ? null : arrayOf.uuid(returned.there),
    ],
  )
  return rows.map((row) => ({ ...fromRow(seals, accountId, row), name: row.name }))
}

/** How many wait for an answer, counted no further than `limit`. */
export async function countToDecide(tx: Tx, accountId: AccountId, limit: number): Promise<number> {
  const { rows } = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from (
       select from campaigns.approval_request
       where account_id = $1 and is_latest and outcome is null limit $2) waits`,
    [accountId, limit],
  )
  return rows[0]?.waiting ?? 0
}

export async function readAnotherAbove(tx: Tx, accountId: AccountId): Promise<number | null> {
  const { rows } = await tx.query<{ another_above: number }>(
    'select another_above from campaigns.policy where account_id = $1',
    [accountId],
  )
  return rows[0]?.another_above ?? null
}

export async function putAnotherAbove(
  tx: Tx,
  accountId: AccountId,
  { above, at }: { above: number | null; at: Instant },
): Promise<void> {
  if (above === null) {
    await tx.query('delete from campaigns.policy where account_id = $1', [accountId])
    return
  }
  await tx.query(
    `insert into campaigns.policy (account_id, another_above, changed_at) values ($1, $2, $3)
     on conflict (account_id) do update set another_above = excluded.another_above,
       changed_at = excluded.changed_at`,
    [accountId, above, toTimestamp(at)],
  )
}
