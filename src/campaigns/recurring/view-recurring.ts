// A recurring send and its days, as the API shows them.
import type { z } from 'zod'
import { accountOf, actorNames } from '../../accounts/index.ts'
import { type Caller, type CampaignId, isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { Campaign } from '../campaign.ts'
import type { CheckSheet } from '../contract.ts'
import type { occurrenceView, recurringView } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { judgeSheet } from '../make-check-sheet.ts'
import { countsOf } from '../view-campaign.ts'
import { chosenAgain } from './choose-again.ts'
import { listOccurrences } from './occurrence-store.ts'
import { campaignContent } from './prepare-recurring.ts'
import { contentOf, dayOfIso, type Recurring } from './recurring.ts'
import { lastInstant, sendInstant } from './rule.ts'
import { findRecurring, listRecurring, type RecurringPage } from './store.ts'
import { starters } from './waiting.ts'

type View = z.input<typeof recurringView>
type DayView = z.input<typeof occurrenceView>

const twoDigits = (value: number) => String(value).padStart(2, '0')
const timeOf = (minute: number) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`

/** Null of no code; a code without a sentence stands for itself. */
function failureOf(code: string | null, language: Caller['language']) {
  if (code === null) return null
  const said = sentence(language, code) ?? sentence(language, `sending.${code}`)
  return { code, sentence: said ?? code }
}

async function viewsOf(
  deps: CampaignsDeps,
  tx: Tx,
  { accountId, language }: Caller,
  all: readonly Recurring[],
): Promise<View[]> {
  const { zone } = await accountOf(tx, accountId)
  const ids = all.flatMap(({ preparedBy, approvedBy }) => [preparedBy, approvedBy])
  const users = [...new Set(ids.filter((id) => id !== null))]
  const names = await actorNames(deps.vault, tx, accountId, { users, tokens: [] })
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const there = new Set(await starters(tx, accountId))
  return all.map((held) => {
    const { sendMinute, ...content } = contentOf(held)
    return {
      id: held.id,
      ...content,
      time: timeOf(sendMinute),
      state: held.state,
      version: held.version,
      zone,
      next:
        held.nextDay === null
          ? null
          : {
              day: held.nextDay,
              at: isoTime(sendInstant(zone, dayOfIso(held.nextDay), held.sendMinute)),
            },
      createdAt: isoTime(held.createdAt),
      changedAt: isoTime(held.changedAt),
      preparedBy: nameOf(held.preparedBy),
      approvedAt: isoTimeOrNull(held.approvedAt),
      approvedBy: nameOf(held.approvedBy),
      isStarterGone: held.approvedBy !== null && !there.has(held.approvedBy),
      failure: failureOf(held.failure, language),
    }
  })
}

async function find(
  deps: CampaignsDeps,
  tx: Tx,
  { accountId }: Caller,
  id: string,
): Promise<Recurring> {
  const held = await findRecurring(tx, deps.vault, { accountId, id })
  if (held === null) throw campaignsError('campaigns.recurring_not_found')
  return held
}

export async function viewRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
): Promise<View> {
  const [view] = await deps.database.inAccount(caller.accountId, async (tx) =>
    viewsOf(deps, tx, caller, [await find(deps, tx, caller, id)]),
  )
  return view as View
}

export async function viewAllRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  page: RecurringPage,
): Promise<{ items: View[]; last: RecurringPage['before'] }> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const asked = { ...page, limit: page.limit + 1 }
    const found = await listRecurring(tx, deps.vault, accountId, asked)
    const shown = found.slice(0, page.limit)
    const end = shown.at(-1)
    const hasMore = found.length > page.limit && end !== undefined
    return {
      items: await viewsOf(deps, tx, caller, shown),
      last: hasMore ? { createdAt: end.createdAt, id: end.id } : null,
    }
  })
}

export async function viewDays(
  deps: CampaignsDeps,
  caller: Caller,
  { id, ...page }: { id: string; before: string | null; limit: number },
): Promise<{ items: DayView[]; last: string | null }> {
  const { accountId, language } = caller
  const found = await deps.database.inAccount(accountId, async (tx) => {
    const { sendMinute } = await find(deps, tx, caller, id)
    const { zone } = await accountOf(tx, accountId)
    const asked = { ...page, limit: page.limit + 1 }
    const all = await listOccurrences(tx, { accountId, recurringId: id }, asked)
    return all.map((one) => ({
      ...one,
      waitsUntil: one.state === 'waiting' ? lastInstant(zone, dayOfIso(one.day), sendMinute) : null,
    }))
  })
  const shown = found.slice(0, page.limit)
  const ids = shown.flatMap(({ campaignId }) => (campaignId === null ? [] : [campaignId]))
  const counters = await deps.messages.counters(accountId, ids)
  const items = shown.map((one) => {
    const own = one.campaignId === null ? undefined : counters.get(one.campaignId)
    const counts = own === undefined ? null : countsOf(own)
    return {
      day: one.day,
      state: one.state,
      campaignId: one.campaignId,
      people: one.people,
      accepted: counts?.accepted ?? 0,
      delivered: counts?.delivered ?? 0,
      refused: counts?.refused ?? 0,
      failure: failureOf(one.failure, language),
      waitsUntil: isoTimeOrNull(one.waitsUntil),
    }
  })
  return { items, last: found.length > page.limit ? (shown.at(-1)?.day ?? null) : null }
}

/** So long the people of a segment count as those of now, for whoever only looks. */
const chosenForMs = 600_000

/** As if today were its day, for each person of the list: read before it is started. */
export async function viewSheet(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
): Promise<CheckSheet> {
  const found = await deps.database.inAccount(caller.accountId, (tx) => find(deps, tx, caller, id))
  // Whoever only reads chooses nobody: they see the sheet for those who were chosen last.
  const held = caller.rights.has('campaigns.prepare')
    ? await chosenAgain(deps, caller, found, deps.clock.now() - chosenForMs)
    : found
  const campaign: Campaign = {
    ...campaignContent(held),
    id: held.id as CampaignId,
    number: 0,
    state: 'draft',
    recurringId: null,
    occurrenceDay: null,
    isPicked: false,
    sheet: null,
    sheetHash: null,
    approvedHash: null,
    acceptedThrough: null,
    isAccepted: false,
    launches: 0,
    startedAt: null,
    endedAt: null,
  }
  return judgeSheet(deps, campaign, { at: deps.clock.now(), language: caller.language })
}
