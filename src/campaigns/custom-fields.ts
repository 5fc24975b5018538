// The custom fields that a campaign's text may name.
import type { AccountId } from '../kernel/index.ts'
import { type CustomKnown, namesCustom, noCustom } from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import type { CampaignsDeps } from './deps.ts'

type Deps = Pick<CampaignsDeps, 'contacts' | 'accounts'>

/**
 * `new`: a text that is being written, for which archived fields are none; a text that was written
 * before goes on with them.
 */
export async function customKnown(
  { contacts, accounts }: Deps,
  tx: Tx,
  accountId: AccountId,
  { text, age }: { text: string; age: 'new' | 'written' },
): Promise<CustomKnown> {
  if (!namesCustom(text)) return noCustom
  const [all, { language }] = await Promise.all([
    contacts.customFields(tx, accountId),
    accounts.facts(tx, accountId),
  ])
  return { fields: age === 'new' ? all.filter((one) => !one.isArchived) : all, language }
}
