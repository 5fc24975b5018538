// The SQL of contacts that consent still needs: recent consents or objections, or valid ones.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

/**
 * Of these people, those who said yes or no since then, or of whom a yes or a legal basis runs on.
 */
export async function consentStays(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  term: { since: Instant; at: Instant },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select s.subject_id as id from consent.state s
     where s.account_id = $1 and s.subject_id = any($2::uuid[])
       and (s.state = 'withdrawn' and s.since > $3
         or s.state = 'given' and s.grade_rank > 0 and (s.since > $3 or s.valid_until > $4))
     union select g.subject_id from consent.other_legal_basis g
     where g.account_id = $1 and g.subject_id = any($2::uuid[])
       and (g.since > $3 or g.valid_until > $4)
     union select p.subject_id from consent.parental_authorisation p
     where p.account_id = $1 and p.subject_id = any($2::uuid[])
       and (p.since > $3 or p.valid_until > $4)`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(term.since), toTimestamp(term.at)],
  )
  return rows.map(({ id }) => id)
}
