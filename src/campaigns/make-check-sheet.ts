// Makes the check sheet of a draft: who will receive it, who not and why, the cost, the hours.
import type { CountryCode } from '../countries/index.ts'
import type { Caller, CampaignId, ContactId, Instant } from '../kernel/index.ts'
import type { refusals } from '../sending/contract.ts'
import {
  assessPeople,
  exampleOf,
  type OutgoingRoute,
  Plans,
  render,
  type SendOrder,
} from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import { nextCases, orderOf } from './audience-cases.ts'
import { type Campaign, hashOfSheet, mayStep } from './campaign.ts'
import { codePointOf } from './code-point.ts'
import type { CheckSheet } from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
import { campaignsError } from './errors.ts'
import { endOf, SheetSums } from './sheet-sums.ts'
import { findCampaign, keepSheet, lockCampaign } from './store.ts'

/** People judged in one transaction. */
const pagePeople = 2_000

/** Refusals that are about the campaign and not about a person: one line mends it for all. */
const aboutTheCampaign = new Set<string>([
  'class_missing',
  'alert_basis_missing',
  'alert_reads_like_advertising',
  'sector_banned',
  'sender_not_registered',
  'sender_not_allowed',
  'brand_missing',
  'stop_mention_mismatch',
  'text_too_long',
  'route_missing',
  'route_without_contract',
  'route_barred',
  'route_closed',
  'outlived',
] satisfies (typeof refusals)[number][])

/** A sheet, and the countries in which something stands against the whole campaign. */
export type Judged = { sheet: CheckSheet; closedIn: readonly CountryCode[] }

export async function makeCheckSheet(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<CheckSheet> {
  return (await judgeDraft(deps, caller, id)).sheet
}

/** The sheet is kept with its draft. */
export async function judgeDraft(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<Judged> {
  const { accountId } = caller
  const at = deps.clock.now()
  const campaign = await deps.database.inAccount(accountId, (tx) =>
    findCampaign(tx, deps.vault, accountId, id),
  )
  if (campaign === null) throw campaignsError('campaigns.campaign_not_found')
  // Launched: what was approved stays to be read, and no other sheet takes its place.
  if (!mayStep('approve', campaign.state) && campaign.sheet !== null) {
    return { sheet: inLanguage(campaign.sheet, caller.language), closedIn: [] }
  }
  const judged = await judge(deps, campaign, { at, language: caller.language })
  const { sheet } = judged
  // Who only reads leaves no other sheet to be approved than the one that was asked about.
  const mayKeep = caller.rights.has('campaigns.prepare') || caller.rights.has('campaigns.approve')
  await deps.database.inAccount(accountId, async (tx) => {
    // Changed or launched while the list was judged: this sheet is of what the campaign was.
    const now = await lockCampaign(tx, deps.vault, accountId, id)
    if (now === null || !mayStep('approve', now.state) || !mayKeep) return
    if (hashOfSheet(now, sheet) !== sheet.hash) return
    await keepSheet(tx, deps.vault, { accountId, id }, sheet)
  })
  return judged
}

/** Kept nowhere: also of what is no campaign yet. */
export async function judgeSheet(
  deps: CampaignsDeps,
  campaign: Campaign,
  said: { at: Instant; language: Caller['language'] },
): Promise<CheckSheet> {
  return (await judge(deps, campaign, said)).sheet
}

async function judge(
  deps: CampaignsDeps,
  campaign: Campaign,
  { at, language }: { at: Instant; language: Caller['language'] },
): Promise<Judged> {
  const { sums, order, plans } = await sumUp(deps, campaign, at)
  const sheet = sheetOf({ campaign, sums, order, plans, at, language })
  const refusals = sheet.problems.map(({ refusal }) => refusal)
  return { sheet, closedIn: sums.countriesOf(refusals) }
}

async function sumUp(deps: CampaignsDeps, campaign: Campaign, at: Instant) {
  const sums = new SheetSums(campaign.text)
  const plans = new Plans()
  const { accountId } = campaign
  // The author's reason counts on the sheet; whether another approves it is asked at the approval.
  const presumed = { ...campaign, approvedBy: campaign.approvedBy ?? campaign.preparedBy }
  const { order, sandbox } = await deps.database.inAccount(accountId, async (tx) => ({
    order: await orderOf(deps, tx, presumed),
    sandbox: (await deps.accounts.facts(tx, accountId)).kind === 'sandbox',
  }))
  let after: ContactId | null = null
  for (;;) {
    const work = async (tx: Tx) => {
      const limit = pagePeople
      const next = await nextCases(deps, tx, { campaign, order, after, limit, sandbox })
      return { ...next, assessed: await assessPeople(deps, tx, { cases: next.cases, at, plans }) }
    }
    const page = await deps.database.inAccount(accountId, work, { byIndex: true })
    sums.gone += page.people - page.cases.length
    for (const assessed of page.assessed) sums.add(assessed, at)
    if (page.through === null) return { sums, order, plans }
    after = page.through
  }
}

type SheetParts = {
  campaign: Campaign
  sums: SheetSums
  order: SendOrder
  plans: Plans
  at: Instant
  language: Caller['language']
}

const sayIn = (language: Caller['language']) => (code: string) =>
  sentence(language, code) ?? sentence(language, `sending.${code}`) ?? code

/** What was kept speaks the language of whoever made it. */
function inLanguage(sheet: CheckSheet, language: Caller['language']): CheckSheet {
  const say = sayIn(language)
  return {
    ...sheet,
    leftOut: sheet.leftOut.map((one) => ({ ...one, sentence: say(one.refusal) })),
    notices: sheet.notices.map((one) => ({ ...one, sentence: say(one.code) })),
    problems: sheet.problems.map((one) => ({ ...one, sentence: say(one.refusal) })),
  }
}

const iso = (at: Instant) => new Date(at).toISOString()

function sheetOf(parts: SheetParts): CheckSheet {
  const { campaign, sums, order, at, language } = parts
  const say = sayIn(language)
  const leftOut = sums.leftOut().map((one) => ({ ...one, sentence: say(one.refusal) }))
  const plan = parts.plans.all(order)[0] ?? null
  const ratePerSecond = rateOf(campaign, sums, plan?.route ?? null)
  const hours = sums.hours()
  const startsAt = hours.length === 0 ? null : Math.min(...hours.map((one) => one.opensAt))
  const closesAt = hours[0]?.closesAt ?? null
  const endsAt =
    startsAt === null ? null : endOf({ startsAt, closesAt, segments: sums.segments, ratePerSecond })
  const pieces = plan?.pieces ?? order.pieces
  const sheet = {
    campaignId: campaign.id,
    madeAt: iso(at),
    people: sums.people,
    receive: sums.receive,
    statuses: campaign.class === 'marketing' ? sums.statuses() : [],
    leftOut,
    segments: sums.segments,
    costMicroEur: sums.costMicroEur,
    sample: render(pieces, exampleOf(pieces)).text,
    stopMention: plan?.stopMention?.trim() ?? null,
    encodings: sums.encodings,
    ucs2Because: sums
      .characters()
      .map((one) => ({ ...one, codePoint: codePointOf(one.character) })),
    segmentCounts: sums.segmentCounts(),
    hours: hours.map((one) => ({
      ...one,
      opensAt: iso(one.opensAt),
      closesAt: one.closesAt === null ? null : iso(one.closesAt),
    })),
    startsAt: startsAt === null ? null : iso(startsAt),
    endsAt: endsAt === null ? null : iso(endsAt),
    ratePerSecond,
    notices: noticesOf(sums).map((code) => ({ code, sentence: say(code) })),
    problems: leftOut
      .filter((one) => aboutTheCampaign.has(one.refusal))
      .map(({ refusal, sentence }) => ({ refusal, sentence })),
  }
  return { ...sheet, hash: hashOfSheet(campaign, sheet) }
}

/**
 * Segments a second: the route's, what it lets leave in the name of one sender, or the campaign's
 * own pace, whichever is slowest.
 */
function rateOf(campaign: Campaign, sums: SheetSums, route: OutgoingRoute | null): number | null {
  const { perHour } = campaign
  const hasPace = perHour !== null && sums.receive > 0
  const own = hasPace ? (perHour / 3_600) * (sums.segments / sums.receive) : null
  const rates = [route?.segmentsPerSecond, route?.senderSegmentsPerSecond, own]
  const known = rates.filter((rate) => typeof rate === 'number')
  return known.length === 0 ? null : Math.min(...known)
}

function noticesOf(sums: SheetSums): string[] {
  const notices: string[] = []
  if (sums.encodings.ucs2 > 0) notices.push('campaigns.notice_ucs2')
  if (sums.segments > sums.receive) notices.push('campaigns.notice_several_parts')
  if (sums.gone > 0) notices.push('campaigns.notice_gone')
  if (sums.unknown > 0) notices.push('campaigns.notice_objections_unknown')
  if (sums.dead > 0) notices.push('campaigns.notice_dead_numbers')
  return notices
}
