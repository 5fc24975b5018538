// Each campaign of an account whole, one after the other: text, approved sheet, times and results.
import type { Caller } from '../../kernel/index.ts'
import type { Campaign } from '../campaign.ts'
import { listCampaigns } from '../store.ts'
import { viewCampaign } from '../view-campaign.ts'
import type { ResultsDeps } from './results-deps.ts'
import { viewResults } from './view-results.ts'

const perPage = 50

export type ExportedCampaign = { number: number; content: unknown }

export async function* exportCampaigns(
  deps: ResultsDeps,
  caller: Caller,
): AsyncGenerator<ExportedCampaign> {
  const { accountId } = caller
  let before: number | null = null
  for (;;) {
    const place: number | null = before
    const page: Campaign[] = await deps.database.inAccount(accountId, (tx) =>
      listCampaigns(tx, deps.vault, accountId, { state: null, before: place, limit: perPage }),
    )
    for (const { id, number, sheet } of page) {
      const campaign = await viewCampaign(deps, caller, id)
      const results = await viewResults(deps, caller, id)
      yield { number, content: { campaign, sheet, results } }
    }
    before = page.at(-1)?.number ?? null
    if (page.length < perPage) return
  }
}
