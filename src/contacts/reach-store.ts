// SQL of how many of all contacts marketing may reach, by the rule by which lists count.
import type { AccountId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { InForceRule } from './deps.ts'

const open = `select c.subject_id from contacts.contact c
  where c.account_id = $1 and c.marketing_state = 'open'`

/** Not in quarantine, and fits the rule. */
export async function countReachableOfAll(tx: Tx, rule: InForceRule): Promise<number> {
  const { rows } = await tx.query<{ people: number }>(
    `select ((select count(*) from (${open}) person where ${rule.consented})
       + (select count(*) from (${open}) person where ${rule.onOtherBasis}))::int as people`,
    [...rule.values],
  )
  return rows[0]?.people ?? 0
}

/** Somebody is on a list: a contact that a message alone has made is on none. */
export async function hasListed(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'select exists (select from contacts.list_member where account_id = $1) as found',
    [accountId],
  )
  return rows[0]?.found ?? false
}
