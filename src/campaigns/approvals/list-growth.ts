// Whether a campaign goes to the people who were approved: others may have joined its list since.
import type { Tx } from '../../storage/index.ts'
import type { Campaign } from '../campaign.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'

type Read = Pick<Campaign, 'accountId' | 'listId' | 'sheet' | 'isPicked'>
type Deps = Pick<CampaignsDeps, 'contacts'>

/** People join a list while its sheet is read: a few need no other sheet. */
const fewMax = 10
const share = 0.01

/**
 * How many on the list stand on no sheet: who joined since, also in the place of others, and who
 * came with an import that was under way as it was made. The people of a day are picked once.
 */
export async function joinedSince(
  { contacts }: Deps,
  tx: Tx,
  { accountId, listId, sheet, isPicked }: Read,
): Promise<number> {
  if (sheet === null || isPicked) return 0
  const list = { id: listId, since: Date.parse(sheet.madeAt) }
  const { people, joined } = await contacts.audienceSince(tx, accountId, list)
  return Math.max(joined, people - sheet.people)
}

/** The list is read as the campaign is launched: many who stand on no sheet nobody has approved. */
export async function demandListAsRead(deps: Deps, tx: Tx, read: Read): Promise<number> {
  const joined = await joinedSince(deps, tx, read)
  const people = read.sheet?.people ?? 0
  if (joined > Math.max(fewMax, people * share)) throw campaignsError('campaigns.sheet_changed')
  return joined
}
