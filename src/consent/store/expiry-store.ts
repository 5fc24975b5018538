// The SQL of consents that run out: which have, and which will soon.
import type { AccountId, ControllerId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { GateQuestion } from '../consent.ts'
import type { Channel } from '../contract.ts'
import type { StateRow } from '../tables.ts'

/** Where a page of states ended. */
export type StatePlace = Pick<StateRow, 'subject_id' | 'controller_id' | 'channel' | 'purpose'>

/**
 * Run out by this instant, and the ledger has not been told yet; in their order, so that a page
 * does not pass by all those that were told before.
 */
export async function readExpired(
  tx: Tx,
  accountId: AccountId,
  asked: { at: Instant; after: StatePlace | null; limit: number },
): Promise<StateRow[]> {
  const { after } = asked
  const { rows } = await tx.query<StateRow>(
    `select s.subject_id, s.controller_id, s.channel, s.purpose, s.state, s.since, s.valid_until,
       s.grade_rank, s.wording_id, s.entry_id
     from consent.state s
     join consent.entry e on e.account_id = s.account_id and e.entry_id = s.entry_id
     where s.account_id = $1 and s.state = 'given' and s.grade_rank > 0 and s.valid_until <= $2
       and e.kind <> 'consent.expired'
       and ($4::uuid is null
         or (s.subject_id, s.controller_id, s.channel, s.purpose) > ($4, $5::uuid, $6, $7))
     order by s.subject_id, s.controller_id, s.channel, s.purpose
     limit $3
     for update of s skip locked`,
    [
      ...[accountId, toTimestamp(asked.at), asked.limit],
      ...[after?.subject_id, after?.controller_id, after?.channel, after?.purpose].map(
        (value) => value ?? null,
      ),
    ],
  )
  return rows
}

export type Ending = { open: SubjectId[]; askedBefore: number }

/**
 * Whose consent for SMS ends soon: the first of those who were not asked to renew it since they
 * gave it, and how many were.
 */
export async function readEnding(
  tx: Tx,
  accountId: AccountId,
  asked: {
    controllerId: ControllerId
    purpose: string
    at: Instant
    before: Instant
    limit: number
  },
): Promise<Ending> {
  const values = [
    ...[accountId, asked.controllerId, asked.purpose],
    ...[toTimestamp(asked.at), toTimestamp(asked.before)],
  ]
  const ending = `from consent.state s
    where s.account_id = $1 and s.controller_id = $2 and s.channel = 'sms' and s.purpose = $3
      and s.state = 'given' and s.grade_rank > 0 and s.valid_until > $4 and s.valid_until <= $5
      and coalesce(s.asked_at >= s.since, false)`
  const { rows } = await tx.query<{ subject_id: SubjectId }>(
    `select s.subject_id ${ending} = false order by s.valid_until, s.subject_id limit $6`,
    [...values, asked.limit],
  )
  const before = await tx.query<{ people: number }>(
    `select count(*)::int as people ${ending}`,
    values,
  )
  return {
    open: rows.map((row) => row.subject_id),
    askedBefore: before.rows[0]?.people ?? 0,
  }
}

/** Those whom this entity has not asked since they gave it; two that ask at once share them out. */
export async function markAsked(
  tx: Tx,
  accountId: AccountId,
  asked: Omit<GateQuestion, 'at'> & { subjects: readonly SubjectId[]; at: Instant },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ subject_id: SubjectId }>(
    `update consent.state set asked_at = $6
     where account_id = $1 and controller_id = $2 and channel = $3 and purpose = $4
       and subject_id = any($5::uuid[]) and (asked_at is null or asked_at < since)
     returning subject_id`,
    [
      accountId,
      asked.controllerId,
      asked.channel,
      asked.purpose,
      arrayOf.uuid(asked.subjects),
      toTimestamp(asked.at),
    ],
  )
  return rows.map((row) => row.subject_id)
}

export type ExpiringCount = {
  controllerId: ControllerId
  channel: Channel
  purpose: string
  expired: number
  soon: number
}

/** How many have run out, and how many will before an instant: time to ask them again. */
export async function countExpiring(
  tx: Tx,
  accountId: AccountId,
  asked: { at: Instant; before: Instant },
): Promise<ExpiringCount[]> {
  const { rows } = await tx.query<ExpiringCount>(
    `select controller_id as "controllerId", channel, purpose,
       count(*) filter (where valid_until <= $2)::int as expired,
       count(*) filter (where valid_until > $2)::int as soon
     from consent.state
     where account_id = $1 and state = 'given' and grade_rank > 0 and valid_until <= $3
     group by controller_id, channel, purpose order by channel, purpose, controller_id`,
    [accountId, toTimestamp(asked.at), toTimestamp(asked.before)],
  )
  return rows
}
