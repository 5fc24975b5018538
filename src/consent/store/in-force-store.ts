// The SQL of who can receive SMS marketing today, by consent or another legal basis.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

const consented = `exists (select from consent.state s
  where s.account_id = $1 and s.subject_id = person.subject_id and s.channel = 'sms'
    and s.state = 'given' and s.valid_until > $2 and s.wording_id is not null
    and s.grade_rank > 0 and s.grade_rank >= $3 offset 0)`

const onOtherBasis = `exists (select from consent.other_legal_basis g
  join consent.legal_basis_switch w on w.account_id = g.account_id and w.legal_basis = g.legal_basis
  where g.account_id = $1 and g.subject_id = person.subject_id and g.valid_until > $2
    and not exists (select from consent.state s
      where s.account_id = g.account_id and s.subject_id = g.subject_id and s.channel = 'sms'
        and s.controller_id = g.controller_id and s.purpose = g.purpose
        and s.state = 'withdrawn') offset 0)`

/**
 * Two conditions on a row that a room's own statement names `person`, by its `subject_id`: for
 * whichever entity and purpose. As `decideEffective` judges one state; an objection of the person
 * has withdrawn all of them, so that nobody who said no fits. `offset 0` has each person looked up
 * by the key. Without it PostgreSQL plans a join, and right after an import, of which it has no
 * statistics yet, compares each of nine thousand people with each row for 80 seconds.
 */
export type InForceRule = {
  consented: string
  /** By another legal basis alone. */
  onOtherBasis: string
  /** What the conditions take: $1 to $3. */
  values: readonly [AccountId, Date, number]
}

export function inForceRule(
  accountId: AccountId,
  asked: { minimumRank: number; at: Instant },
): InForceRule {
  return {
    consented,
    onOtherBasis: `${onOtherBasis} and not ${consented}`,
    values: [accountId, toTimestamp(asked.at), asked.minimumRank],
  }
}

/** For a page of people. */
export async function subjectsInForce(
  tx: Tx,
  subjects: readonly SubjectId[],
  rule: InForceRule,
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select person.subject_id as id from unnest($4::uuid[]) as person (subject_id)
     where ${rule.consented} or ${rule.onOtherBasis}`,
    [...rule.values, arrayOf.uuid(subjects)],
  )
  return rows.map(({ id }) => id)
}
