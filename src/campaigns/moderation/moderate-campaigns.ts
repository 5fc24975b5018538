// What whoever manages the installation does with campaigns of any account: sees that they are
// under way, reads the text of one for a reason, and pauses it.
import { accountNamesInAnyAccount } from '../../accounts/index.ts'
import type { AccountId, Caller, CampaignId } from '../../kernel/index.ts'
import { isoTimeOrNull } from '../../kernel/index.ts'
import type { AuditAction } from '../../words/index.ts'
import type { CampaignUnderWay, ModeratedText } from '../contract.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { pauseCampaign } from '../run-campaign.ts'
import { findCampaign } from '../store.ts'
import { tellStopped } from '../told/tell-users.ts'
import { countsOf } from '../view-campaign.ts'
import { type UnderWayPlace, type UnderWayRow, underWayInAnyAccount } from './under-way-store.ts'

export async function campaignsUnderWay(
  deps: CampaignsDeps,
  page: { before: UnderWayPlace | null; limit: number },
): Promise<{ items: CampaignUnderWay[]; last: UnderWayPlace | null }> {
  const { before, limit } = page
  const found = await deps.database.inAnyAccount(async (tx) => {
    const rows = await underWayInAnyAccount(tx, { before, limit: limit + 1 })
    const ids = rows.map(({ accountId }) => accountId)
    return { rows, accounts: await accountNamesInAnyAccount(tx, ids) }
  })
  const shown = found.rows.slice(0, limit)
  const counters = await countersOf(deps, shown)
  const items = shown.flatMap((row) => {
    const account = found.accounts.get(row.accountId)
    const own = counters.get(row.id)
    if (account === undefined || own === undefined) return []
    return [viewOf(row, { id: row.accountId, ...account }, countsOf(own))]
  })
  return { items, last: found.rows.length > limit ? (shown.at(-1) ?? null) : null }
}

/** Each account's counters are read in a transaction of that account. */
async function countersOf(deps: CampaignsDeps, rows: readonly UnderWayRow[]) {
  const byAccount = new Map<AccountId, CampaignId[]>()
  for (const { accountId, id } of rows) {
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), id])
  }
  const all: Awaited<ReturnType<CampaignsDeps['messages']['counters']>> = new Map()
  for (const [accountId, ids] of byAccount) {
    for (const [id, own] of await deps.messages.counters(accountId, ids)) all.set(id, own)
  }
  return all
}

function viewOf(
  row: UnderWayRow,
  account: CampaignUnderWay['account'],
  counts: CampaignUnderWay['counts'],
): CampaignUnderWay {
  return {
    id: row.id,
    account,
    name: row.name,
    state: row.state,
    class: row.class,
    sender: row.sender,
    sendAt: isoTimeOrNull(row.sendAt),
    approvedAt: isoTimeOrNull(row.approvedAt),
    startedAt: isoTimeOrNull(row.startedAt),
    counts,
  }
}

type Asked = { accountId: AccountId; id: CampaignId; reason: string }

/** The account reads in its journal who has read it, and why. */
export async function readTextForModeration(
  deps: CampaignsDeps,
  caller: Caller,
  asked: Asked,
): Promise<ModeratedText> {
  const { accountId, id } = asked
  const campaign = await deps.database.inAccount(accountId, (tx) =>
    findCampaign(tx, deps.vault, accountId, id),
  )
  if (campaign === null) throw campaignsError('campaigns.campaign_not_found')
  await record(deps, caller, 'campaigns.text_read', asked)
  return { sender: campaign.sender, text: campaign.text }
}

/** What has left has left. The account may let it go on: whoever must not is suspended. */
export async function pauseForModeration(
  deps: CampaignsDeps,
  caller: Caller,
  asked: Asked,
): Promise<void> {
  const { accountId, id } = asked
  await pauseCampaign(deps, { ...caller, accountId }, id)
  await record(deps, caller, 'campaigns.paused_by_installation', asked)
  await deps.database.inAccount(accountId, async (tx) => {
    const campaign = await findCampaign(tx, deps.vault, accountId, id)
    if (campaign === null) return
    const at = deps.clock.now()
    await tellStopped(tx, accountId, { id, name: campaign.name, why: 'moderated', at })
  })
}

async function record(
  deps: CampaignsDeps,
  caller: Caller,
  action: AuditAction,
  { accountId, id, reason }: Asked,
): Promise<void> {
  await deps.database.inAccount(accountId, (tx) =>
    deps.record(tx, { ...caller, accountId }, { action, details: { campaign: id }, reason }),
  )
}
