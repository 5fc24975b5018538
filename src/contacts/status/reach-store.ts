// Whether an account has anybody on a list.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'

/** Somebody is on a list: a contact that a message alone has made is on none. */
export async function hasListed(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'select exists (select from contacts.list_member where account_id = $1) as found',
    [accountId],
  )
  return rows[0]?.found ?? false
}
