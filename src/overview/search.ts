// Finds what has a name: campaigns, wordings, messages; each for whom its own list is open.
import { findCampaignsByName, findSendsByName } from '../campaigns/index.ts'
import { findAudiencesByName } from '../contacts/index.ts'
import type { Caller } from '../kernel/index.ts'
import { findMessages } from '../sending/index.ts'
import { hitMax, type SearchResult } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

export async function search(
  deps: OverviewDeps,
  caller: Caller,
  text: string,
): Promise<SearchResult> {
  const { rights } = caller
  return {
    campaigns: rights.has('campaigns.read') ? await campaignsOf(deps, caller, text) : [],
    wordings: rights.has('consent.read') ? await wordingsOf(deps, caller, text) : [],
    messages: rights.has('messages.read') ? await messagesOf(deps, caller, text) : [],
    named: await namedOf(deps, caller, text),
  }
}

const namedOf = ({ database }: OverviewDeps, { accountId, rights }: Caller, text: string) =>
  database.inAccount(accountId, async (tx) => {
    const wish = { text, limit: hitMax }
    return [
      ...(rights.has('contacts.read') ? await findAudiencesByName(tx, accountId, wish) : []),
      ...(rights.has('campaigns.read') ? await findSendsByName(tx, accountId, wish) : []),
    ]
  })

const campaignsOf = ({ database }: OverviewDeps, { accountId }: Caller, text: string) =>
  database.inAccount(accountId, (tx) => findCampaignsByName(tx, accountId, { text, limit: hitMax }))

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

async function wordingsOf(
  { database, consent }: OverviewDeps,
  { accountId }: Caller,
  text: string,
) {
  const all = await database.inAccount(accountId, (tx) => consent.listWordings(tx, accountId))
  const wanted = plain(text)
  return all
    .filter(({ name }) => plain(name).includes(wanted))
    .slice(0, hitMax)
    .map(({ wordingId, name, state }) => ({ id: wordingId, name, state }))
}

async function messagesOf(deps: OverviewDeps, caller: Caller, text: string) {
  const found = await findMessages(deps, caller, { text, limit: hitMax })
  return found.map(({ id, to, state, acceptedAt }) => ({ id, to, state, acceptedAt }))
}
