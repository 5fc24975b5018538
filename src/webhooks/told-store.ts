// The SQL of which programs an account tells: about one person, for the answer to that person; and
// at all, for the register and the notice.
import type { AccountId, Instant, MessageId, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx } from '../storage/index.ts'
import type { DeliveredKind, WebhookKind } from './contract.ts'

export type ProgramTold = {
  host: string
  /** Where it uses what it is told; null: nobody declared it. */
  country: string | null
  kinds: DeliveredKind[]
  from: Instant
  until: Instant
}

/** Of several webhooks at one host: theirs, where they say the same. */
const countryOf = `case when count(*) = count(e.country) and min(e.country) = max(e.country)
  then min(e.country) end as country`

export type ProgramInUse = {
  host: string
  country: string | null
  kinds: WebhookKind[]
  /** Whether replies go there with their texts. */
  replyText: boolean
}

/** Programs that are told now; a webhook that is paused tells nothing. */
export async function programsInUse(tx: Tx, accountId: AccountId): Promise<ProgramInUse[]> {
  const { rows } = await tx.query<ProgramInUse>(
    `select e.host, ${countryOf}, array_agg(distinct told.kind order by told.kind) as kinds,
       bool_or(e.reply_text and 'reply.received' = any(e.kinds)) as "replyText"
     from webhooks.endpoint e cross join lateral unnest(e.kinds) as told (kind)
     where e.account_id = $1 and e.state = 'active' group by e.host order by e.host`,
    [accountId],
  )
  return rows
}

/**
 * What was sent at least once, and is in the log still. An event of a message has the message's own
 * id, and names no person. A terminal that listens is none of them: it is somebody of the account,
 * and each text that it is given is noted as a look.
 */
export async function programsToldOf(
  tx: Tx,
  accountId: AccountId,
  { subjectId, messages }: { subjectId: SubjectId; messages: readonly MessageId[] },
): Promise<ProgramTold[]> {
  const { rows } = await tx.query<ProgramTold>(
    `select e.host, ${countryOf}, array_agg(distinct d.kind order by d.kind) as kinds,
       min(d.at) as "from", max(d.at) as until
     from webhooks.endpoint e
       cross join lateral (
         select kind, at from webhooks.delivery one where one.account_id = $1
           and one.endpoint_id = e.endpoint_id and one.event_id = any($3::uuid[])
           and one.about = one.event_id and one.last_at is not null
         union all
         select kind, at from webhooks.delivery one where one.account_id = $1
           and one.endpoint_id = e.endpoint_id and one.subject_id = $2
           and one.last_at is not null) d
     where e.account_id = $1 and e.state <> 'listening' group by e.host order by e.host`,
    [accountId, subjectId, arrayOf.uuid(messages)],
  )
  return rows
}
