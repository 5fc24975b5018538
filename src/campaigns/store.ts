// SQL of campaigns.
import type { AccountId, CampaignId, ContactId, Instant, UserId } from '../kernel/index.ts'
import { type Asks, type Tx, toTimestamp } from '../storage/index.ts'
import type { Campaign } from './campaign.ts'
import type { CampaignState, CheckSheet } from './contract.ts'
import { openColumn, type Seals, sealColumn } from './sealed-columns.ts'

type CampaignRow = {
  account_id: AccountId
  id: CampaignId
  number: number
  name: string
  state: CampaignState
  list_id: Campaign['listId']
  class: Campaign['class']
  basis: Campaign['basis']
  purpose: string | null
  controller_id: Campaign['controllerId']
  sender: string
  content_sealed: Buffer
  send_at: Instant | null
  send_at_local: boolean
  useful_until: Instant | null
  if_unsure: Campaign['ifUnsure']
  per_hour: number | null
  template_id: string | null
  template_version: number | null
  recurring_id: string | null
  occurrence_on: string | null
  is_picked: boolean
  prepared_by: UserId | null
  sheet_sealed: Buffer | null
  sheet_hash: string | null
  approved_hash: string | null
  approved_by: UserId | null
  approved_at: Instant | null
  accepted_through: ContactId | null
  is_accepted: boolean
  launches: number
  failure: string | null
  created_at: Instant
  started_at: Instant | null
  ended_at: Instant | null
}

type SealedContent = Pick<Campaign, 'text' | 'overrideReason'>

function fromRow(seals: Seals, row: CampaignRow): Campaign {
  const key = { accountId: row.account_id, id: row.id }
  const sealed = row.sheet_sealed
  return {
    ...openColumn<SealedContent>(seals, key, 'content_sealed', row.content_sealed),
    accountId: row.account_id,
    id: row.id,
    number: row.number,
    name: row.name,
    state: row.state,
    listId: row.list_id,
    class: row.class,
    basis: row.basis,
    purpose: row.purpose,
    controllerId: row.controller_id,
    sender: row.sender,
    sendAt: row.send_at,
    sendAtLocal: row.send_at_local,
    usefulUntil: row.useful_until,
    ifUnsure: row.if_unsure,
    perHour: row.per_hour,
    template:
      row.template_id === null || row.template_version === null
        ? null
        : { id: row.template_id, version: row.template_version },
    recurringId: row.recurring_id,
    occurrenceDay: row.occurrence_on,
    isPicked: row.is_picked,
    preparedBy: row.prepared_by,
    sheet: sealed === null ? null : openColumn<CheckSheet>(seals, key, 'sheet_sealed', sealed),
    sheetHash: row.sheet_hash,
    approvedHash: row.approved_hash,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    acceptedThrough: row.accepted_through,
    isAccepted: row.is_accepted,
    launches: row.launches,
    failure: row.failure,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}

/** A day as its text: read as an instant it would be one of some zone. */
const columns = '*, occurrence_day::text as occurrence_on'

const instant = (at: Instant | null) => (at === null ? null : toTimestamp(at))

export type CampaignContent = Pick<
  Campaign,
  | 'name'
  | 'listId'
  | 'class'
  | 'basis'
  | 'purpose'
  | 'controllerId'
  | 'sender'
  | 'text'
  | 'sendAt'
  | 'sendAtLocal'
  | 'usefulUntil'
  | 'ifUnsure'
  | 'perHour'
  | 'overrideReason'
  | 'template'
>

type Key = { accountId: AccountId; id: CampaignId }

function contentValues(seals: Seals, key: Key, content: CampaignContent): unknown[] {
  const { text, overrideReason } = content
  return [
    content.name,
    content.listId,
    content.class,
    content.basis,
    content.purpose,
    content.controllerId,
    content.sender,
    sealColumn(seals, key, 'content_sealed', { text, overrideReason }),
    instant(content.sendAt),
    instant(content.usefulUntil),
    content.perHour,
    content.ifUnsure,
    content.template?.id ?? null,
    content.template?.version ?? null,
    content.sendAtLocal,
  ]
}

export async function insertCampaign(
  tx: Tx,
  seals: Seals,
  key: Key & { at: Instant; by: UserId | null },
  content: CampaignContent,
  occurrence: { recurringId: string; day: string; isPicked: boolean } | null = null,
): Promise<Campaign> {
  const { rows } = await tx.query<CampaignRow>(
    `insert into campaigns.campaign (account_id, id, state, created_at, prepared_by, name, list_id,
       class, basis, purpose, controller_id, sender, content_sealed, send_at, useful_until,
       per_hour, if_unsure, template_id, template_version, send_at_local, recurring_id,
       occurrence_day, is_picked)
     values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
       $18, $19, $20, $21, $22)
     returning ${columns}`,
    [
      ...[key.accountId, key.id, toTimestamp(key.at), key.by],
      ...contentValues(seals, key, content),
      ...[occurrence?.recurringId ?? null, occurrence?.day ?? null, occurrence?.isPicked ?? false],
    ],
  )
  return fromRow(seals, rows[0] as CampaignRow)
}

/** A changed draft is a draft again: its sheet and its approval go. */
export async function changeContent(
  tx: Tx,
  seals: Seals,
  key: Key & { by: UserId | null },
  content: CampaignContent,
): Promise<void> {
  await tx.query(
    `update campaigns.campaign set state = 'draft', sheet_sealed = null, sheet_hash = null,
       approved_hash = null, approved_by = null, approved_at = null, prepared_by = $3,
       name = $4, list_id = $5, class = $6, basis = $7, purpose = $8, controller_id = $9,
       sender = $10, content_sealed = $11, send_at = $12, useful_until = $13, per_hour = $14,
       if_unsure = $15, template_id = $16, template_version = $17, send_at_local = $18
     where account_id = $1 and id = $2`,
    [key.accountId, key.id, key.by, ...contentValues(seals, key, content)],
  )
}

/** A draft that nobody wants; the caller has locked it and knows that it was never launched. */
export async function deleteCampaign(tx: Tx, accountId: AccountId, id: CampaignId): Promise<void> {
  await tx.query('delete from campaigns.campaign where account_id = $1 and id = $2', [
    accountId,
    id,
  ])
}

export async function findCampaign(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  id: CampaignId,
): Promise<Campaign | null> {
  const { rows } = await tx.query<CampaignRow>(
    `select ${columns} from campaigns.campaign where account_id = $1 and id = $2`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(seals, rows[0])
}

/** Locks the campaign until the end of the transaction: its steps happen one after the other. */
export async function lockCampaign(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  id: CampaignId,
): Promise<Campaign | null> {
  const { rows } = await tx.query<CampaignRow>(
    `select ${columns} from campaigns.campaign where account_id = $1 and id = $2 for update`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(seals, rows[0])
}

/** Newest first. */
export async function listCampaigns(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  page: { state: CampaignState | null; before: number | null; limit: number },
): Promise<Campaign[]> {
  const { rows } = await tx.query<CampaignRow>(
    `select ${columns} from campaigns.campaign
     where account_id = $1 and ($2::integer is null or number < $2)
       and ($4::text is null or state = $4)
     order by number desc limit $3`,
    [accountId, page.before, page.limit, page.state],
  )
  return rows.map((row) => fromRow(seals, row))
}

/** What is not called off and whose instant is still ahead, the next first. */
export async function listUpcoming(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  { after, limit }: { after: Instant; limit: number },
): Promise<Campaign[]> {
  const { rows } = await tx.query<CampaignRow>(
    `select ${columns} from campaigns.campaign
     where account_id = $1 and send_at > $2
       and state in ('draft', 'approved', 'accepting', 'running', 'paused')
     order by send_at, id limit $3`,
    [accountId, toTimestamp(after), limit],
  )
  return rows.map((row) => fromRow(seals, row))
}

/** Ids of campaigns of one class that were launched and not stopped, the last before one first. */
export async function earlierLaunched(
  tx: Tx,
  accountId: AccountId,
  wish: { before: number; class: Campaign['class']; limit: number },
): Promise<CampaignId[]> {
  const { rows } = await tx.query<{ id: CampaignId }>(
    `select id from campaigns.campaign
     where account_id = $1 and number < $2 and class = $3 and state in ('running', 'done')
     order by number desc limit $4`,
    [accountId, wish.before, wish.class, wish.limit],
  )
  return rows.map(({ id }) => id)
}

export async function keepSheet(tx: Tx, seals: Seals, key: Key, sheet: CheckSheet): Promise<void> {
  await tx.query(
    `update campaigns.campaign set sheet_sealed = $3, sheet_hash = $4
     where account_id = $1 and id = $2`,
    [key.accountId, key.id, sealColumn(seals, key, 'sheet_sealed', sheet), sheet.hash],
  )
}

export async function approve(
  tx: Tx,
  accountId: AccountId,
  approval: { id: CampaignId; hash: string; by: UserId | null; at: Instant },
): Promise<void> {
  await tx.query(
    `update campaigns.campaign set state = 'approved', approved_hash = $3, approved_by = $4,
       approved_at = $5
     where account_id = $1 and id = $2`,
    [accountId, approval.id, approval.hash, approval.by, toTimestamp(approval.at)],
  )
}

export async function moveState(
  tx: Tx,
  accountId: AccountId,
  move: { id: CampaignId; to: CampaignState; at: Instant },
): Promise<void> {
  await tx.query(
    `update campaigns.campaign set state = $3, failure = null,
       launches = launches + (state = 'approved' and $3 = 'accepting')::integer,
       started_at = case when $3 = 'accepting' then coalesce(started_at, $4) else started_at end,
       ended_at = case when $3 in ('cancelled', 'done') then $4 else ended_at end
     where account_id = $1 and id = $2`,
    [accountId, move.id, move.to, toTimestamp(move.at)],
  )
}

/** How far acceptance has come, in the transaction that accepted. */
export function advance(
  to: Asks,
  accountId: AccountId,
  step: { id: CampaignId; through: ContactId | null; isAccepted: boolean },
): void {
  to.ask(
    `update campaigns.campaign set accepted_through = coalesce($3, accepted_through),
       is_accepted = $4, state = case when $4 then 'running' else state end
     where account_id = $1 and id = $2`,
    [accountId, step.id, step.through, step.isAccepted],
  )
}

export type NamedCampaign = { id: CampaignId; name: string }

/** Those whose list is not through yet, also where somebody had paused them; and what recurs. */
export async function stopUnaccepted(tx: Tx, accountId: AccountId): Promise<NamedCampaign[]> {
  const { rows } = await tx.query<NamedCampaign>(
    `update campaigns.campaign set state = 'paused', failure = 'campaigns.restored'
     where account_id = $1 and not is_accepted and state in ('accepting', 'paused')
     returning id, name`,
    [accountId],
  )
  // Which days were made is forgotten as well: somebody who knows goes on with them.
  await tx.query(
    `update campaigns.recurring set state = 'paused', failure = 'campaigns.recurring_restored',
       next_day = null, next_at = null
     where account_id = $1 and state = 'active'`,
    [accountId],
  )
  await tx.query(
    `update campaigns.occurrence set state = 'stopped', failure = 'campaigns.recurring_restored',
       look_at = null, waits_in = '{}'
     where account_id = $1 and state in ('gathering', 'made', 'waiting')`,
    [accountId],
  )
  return rows
}

/** How often it was launched; whatever is moved or launched again is at another one. */
export async function readLaunches(tx: Tx, accountId: AccountId, id: CampaignId): Promise<number> {
  const { rows } = await tx.query<{ launches: number }>(
    'select launches from campaigns.campaign where account_id = $1 and id = $2',
    [accountId, id],
  )
  return rows[0]?.launches ?? 0
}

/** Of this launch alone: what was moved meanwhile begins anew, and has failed at nothing. */
export async function keepFailure(
  tx: Tx,
  accountId: AccountId,
  failed: { id: CampaignId; launch: number; code: string },
): Promise<NamedCampaign | null> {
  const { rows } = await tx.query<NamedCampaign>(
    `update campaigns.campaign set state = 'paused', failure = $3
     where account_id = $1 and id = $2 and state = 'accepting' and launches = $4
     returning id, name`,
    [accountId, failed.id, failed.code, failed.launch],
  )
  return rows[0] ?? null
}

/** Accepting or running, the longest first. */
export async function listMoving(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  limit: number,
): Promise<Campaign[]> {
  const { rows } = await tx.query<CampaignRow>(
    `select ${columns} from campaigns.campaign
     where account_id = $1 and state in ('accepting', 'running') order by number limit $2`,
    [accountId, limit],
  )
  return rows.map((row) => fromRow(seals, row))
}

export type CampaignUse = {
  class: 'marketing' | 'alert'
  basis: string | null
  purpose: string | null
  /** The newest campaign or recurring send of this use. */
  name: string
  campaigns: number
}

/** For what campaigns and recurring sends were approved; drafts are nobody's decision yet. */
export async function campaignUses(tx: Tx, accountId: AccountId): Promise<CampaignUse[]> {
  const { rows } = await tx.query<CampaignUse>(
    `select class, basis, purpose, (array_agg(name order by created_at desc))[1] as name,
       count(*)::int as campaigns
     from (
       select class, basis, purpose, name, created_at from campaigns.campaign
       where account_id = $1 and state not in ('draft', 'cancelled')
       union all
       select class, basis, purpose, name, created_at from campaigns.recurring
       where account_id = $1 and state <> 'draft') used
     group by class, basis, purpose order by class, basis, purpose`,
    [accountId],
  )
  return rows
}
