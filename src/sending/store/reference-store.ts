// The SQL of the references that clients give to their messages.
import type { AccountId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'

/** Of those that have one, by the ids of the messages. */
export async function referencesOf(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; reference: string }>(
    `select id, reference from sending.message
     where account_id = $1 and id = any($2::uuid[]) and reference is not null`,
    [accountId, arrayOf.uuid(ids)],
  )
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}
