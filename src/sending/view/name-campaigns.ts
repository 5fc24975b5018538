// The names of the campaigns that messages belong to, for whoever may read campaigns.
import type { AccountId, Caller } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { ListedMessage, MessageView } from '../contract.ts'

/** Today's names by their ids; of what was deleted, nothing. Asked of the room of campaigns. */
export type CampaignNames = (
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
) => Promise<readonly { id: string; name: string }[]>

export type NameCampaignsDeps = { database: Database; campaignNames: CampaignNames }

export async function withCampaignNames(
  { database, campaignNames }: NameCampaignsDeps,
  { accountId, rights }: Pick<Caller, 'accountId' | 'rights'>,
  messages: readonly MessageView[],
): Promise<ListedMessage[]> {
  const ids = new Set(messages.flatMap(({ campaignId }) => campaignId ?? []))
  const mayRead = ids.size > 0 && rights.has('campaigns.read')
  const named = mayRead
    ? await database.inAccount(accountId, (tx) => campaignNames(tx, accountId, [...ids]))
    : []
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return messages.map((message) => ({
    ...message,
    campaignName: names.get(message.campaignId ?? '') ?? null,
  }))
}
