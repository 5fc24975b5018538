// The SQL of which programs an account told about one person: for the answer to that person.
import type { AccountId, Instant, MessageId, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx } from '../storage/index.ts'
import type { DeliveredKind } from './contract.ts'

export type ProgramTold = { host: string; kinds: DeliveredKind[]; from: Instant; until: Instant }

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
    `select e.host, array_agg(distinct d.kind order by d.kind) as kinds, min(d.at) as "from",
       max(d.at) as until
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
