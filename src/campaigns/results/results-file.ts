// The messages of a campaign as a file, numbers masked: CSV as it is read, XLSX made whole.
import {
  type Caller,
  type CampaignId,
  isoTime,
  type Language,
  type MessageId,
} from '../../kernel/index.ts'
import { finalStates, type MessageView } from '../../sending/contract.ts'
import { readMessages } from '../../sending/index.ts'
import { sentence } from '../../words/index.ts'
import type { CampaignCounts } from '../contract.ts'
import { resultRowsMax } from '../contract-results.ts'
import { campaignsError } from '../errors.ts'
import { viewCampaign } from '../view-campaign.ts'
import { groupsOf } from './rates.ts'
import type { ResultsDeps } from './results-deps.ts'
import { type Cell, mediaTypes, writeTable } from './table-file.ts'

export type FileWish = {
  id: CampaignId
  format: keyof typeof resultRowsMax
  state: MessageView['state'] | null
}

const columns = [
  ...(['number', 'state', 'reason', 'country', 'sender', 'parts', 'cost'] as const),
  ...(['accepted', 'ended'] as const),
]
type Column = (typeof columns)[number]
type Row = Record<Column, Cell>

/** So many messages are read at a time. */
const pageRows = 500

export async function resultsFile(deps: ResultsDeps, caller: Caller, wish: FileWish) {
  const { id, format } = wish
  const { number, counts } = await viewCampaign(deps, caller, id)
  demandFits(wish, counts)
  const deletedAt = await deps.figures.detailsDeletedAt(caller.accountId, id)
  // A file without the messages would be taken for a campaign that had none.
  if (deletedAt !== null) {
    throw campaignsError('campaigns.details_deleted', { date: isoTime(deletedAt).slice(0, 10) })
  }
  const details = { campaignId: id, format }
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'campaigns.results_downloaded', details }),
  )
  const say = (code: string) => sentence(caller.language, `campaigns.${code}`) ?? code
  const table = {
    sheet: say('file_sheet'),
    titles: columns.map((column) => say(`file_${column}`)),
    pages: pagesOf(deps, caller, wish),
  }
  return {
    fileName: `${say('file_name')}-${number}.${format}`,
    mediaType: mediaTypes[format],
    stream: writeTable(table, { format, language: caller.language }),
  }
}

/** Told before anything is read: a file that ends in the middle would be taken for the whole. */
function demandFits({ format, state }: FileWish, counts: CampaignCounts): void {
  const final = finalStates.find((one) => one === state)
  const rows = state === null ? counts.accepted : final ? counts[final] : groupsOf(counts).underway
  const max = resultRowsMax[format]
  if (rows > max) throw campaignsError('campaigns.too_many_rows', { rows, max })
}

async function* pagesOf(
  deps: ResultsDeps,
  caller: Caller,
  { id, state }: FileWish,
): AsyncIterable<Cell[][]> {
  const all = {
    class: null,
    contactId: null,
    reference: null,
    reason: null,
    routeId: null,
    sender: null,
  }
  let before: MessageId | null = null
  do {
    const page = { ...all, campaignId: id, state, from: null, until: null, limit: pageRows }
    const read: Awaited<ReturnType<typeof readMessages>> = await readMessages(deps, caller, {
      ...page,
      before,
    })
    yield read.items.map((message) => {
      const row = rowOf(message, caller.language)
      return columns.map((column) => row[column])
    })
    before = read.last
  } while (before !== null)
}

function rowOf(message: MessageView, language: Language): Row {
  return {
    number: message.to,
    state: sentence(language, `state.${message.state}`) ?? message.state,
    reason: message.failure?.sentence ?? message.sentence ?? '',
    country: message.country,
    sender: message.sender,
    parts: message.segments,
    cost: message.costMicroEur / 1_000_000,
    accepted: message.acceptedAt,
    ended: message.finalAt ?? '',
  }
}
