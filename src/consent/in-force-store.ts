// Whom something that was agreed to, or another ground, lets marketing by SMS reach today.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'

/**
 * For whichever entity and purpose. As `decideEffective` judges one state; an objection of the
 * person has withdrawn all of them, so that nobody who said no is among these.
 */
export async function subjectsInForce(
  tx: Tx,
  accountId: AccountId,
  asked: { subjects: readonly SubjectId[]; minimumRank: number; at: Instant },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select s.subject_id as id from consent.state s
     where s.account_id = $1 and s.subject_id = any($2::uuid[]) and s.channel = 'sms'
       and s.state = 'given' and s.valid_until > $3 and s.wording_id is not null
       and s.grade_rank > 0 and s.grade_rank >= $4
     union
     select g.subject_id from consent.other_ground g
     join consent.ground_switch w on w.account_id = g.account_id and w.ground = g.ground
     where g.account_id = $1 and g.subject_id = any($2::uuid[]) and g.valid_until > $3
       and not exists (select from consent.state s
         where s.account_id = g.account_id and s.subject_id = g.subject_id and s.channel = 'sms'
           and s.controller_id = g.controller_id and s.purpose = g.purpose
           and s.state = 'withdrawn')`,
    [accountId, arrayOf.uuid(asked.subjects), toTimestamp(asked.at), asked.minimumRank],
  )
  return rows.map(({ id }) => id)
}
