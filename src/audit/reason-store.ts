// The SQL of reasons that change their key: of versions before, and of askers who are tied.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx } from '../storage/index.ts'

/** Of a person by id, or of whoever made this request. */
export type ReasonRow = {
  id: string
  subjectId: SubjectId | null
  requestId: string | null
  sealed: Buffer
}

const columns = `id, subject_id as "subjectId", details->>'requestId' as "requestId",
  reason_sealed as sealed`

/** About a person, and still under the account's key: as the index of them says it. */
const unmoved = `reason_key is null and reason_sealed is not null
  and (subject_id is not null or starts_with(action, 'preferences.') and details ? 'requestId')`

export async function reasonsUnmoved(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<ReasonRow[]> {
  const { rows } = await tx.query<ReasonRow>(
    `select ${columns} from audit.entry where account_id = $1 and ${unmoved} order by id limit $2`,
    [accountId, limit],
  )
  return rows
}

/** The same of these people and of these requests alone. */
export async function reasonsUnmovedOf(
  tx: Tx,
  accountId: AccountId,
  of: { subjects: readonly SubjectId[]; requests: readonly string[] },
): Promise<ReasonRow[]> {
  const { rows } = await tx.query<ReasonRow>(
    `select ${columns} from audit.entry where account_id = $1 and ${unmoved}
       and (subject_id = any($2::uuid[]) or details->>'requestId' = any($3::text[]))`,
    [accountId, arrayOf.uuid(of.subjects), arrayOf.text(of.requests)],
  )
  return rows
}

/** What the journal has of somebody who asked and is no contact. */
export async function reasonsOfAsker(
  tx: Tx,
  accountId: AccountId,
  key: SubjectId,
): Promise<ReasonRow[]> {
  const { rows } = await tx.query<ReasonRow>(
    `select ${columns} from audit.entry
     where account_id = $1 and subject_id is null and reason_key = $2
       and reason_sealed is not null`,
    [accountId, key],
  )
  return rows
}

export type MovedReason = { id: string; key: string; sealed: Buffer | null }

export async function moveReasons(
  tx: Tx,
  accountId: AccountId,
  moved: readonly MovedReason[],
): Promise<void> {
  if (moved.length === 0) return
  await tx.query('select audit.seal_reasons($1, $2::uuid[], $3::uuid[], $4::bytea[])', [
    accountId,
    arrayOf.uuid(moved.map(({ id }) => id)),
    arrayOf.uuid(moved.map(({ key }) => key)),
    arrayOf.bytea(moved.map(({ sealed }) => sealed)),
  ])
}
