// How many of all contacts marketing may reach, by the rule by which lists count.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { StatusRule } from '../deps.ts'
import { peopleOf } from './person-status.ts'
import { countStatuses } from './status-store.ts'

/** Those whose status is that they can receive it. */
export async function countReachableOfAll(
  tx: Tx,
  accountId: AccountId,
  rule: StatusRule,
): Promise<number> {
  return peopleOf(await countStatuses(tx, accountId, rule, null), 'can_receive')
}

/** Somebody is on a list: a contact that a message alone has made is on none. */
export async function hasListed(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'select exists (select from contacts.list_member where account_id = $1) as found',
    [accountId],
  )
  return rows[0]?.found ?? false
}
