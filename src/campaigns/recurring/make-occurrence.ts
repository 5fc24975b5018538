// Makes the days of a recurring send that are due: whose date it is, the campaign, its launch. Each
// step commits with its mark, so that whatever stops in between goes on behind it.
import { type Account, accountOf, systemCaller } from '../../accounts/index.ts'
import { writeCustom } from '../../contacts/contract.ts'
import { isoDateOf } from '../../countries/index.ts'
import {
  type AccountId,
  AppError,
  type Caller,
  type CampaignId,
  type ContactId,
  type Instant,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hashOfSheet } from '../campaign.ts'
import { birthDateField } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { type Judged, judgeDraft } from '../make-check-sheet.ts'
import { launchMade } from '../run-campaign.ts'
import { insertCampaign, keepSheet, lockCampaign } from '../store.ts'
import { chosenAgain } from './choose-again.ts'
import { daysToLook, mayGoOn, refusedLaunch, standsAgainst, stopped } from './closed-way.ts'
import { becameByHand, hashOfDraft } from './draft-of-day.ts'
import * as occurrences from './occurrence-store.ts'
import { campaignContent } from './prepare-recurring.ts'
import { dayOfIso, type Recurring, ruleOf } from './recurring.ts'
import { civilOf, comesBack, lastInstant, sendInstant, todayIn, usefulUntil } from './rule.ts'
import { type Due, goOn, interrupted, keyOf, settle, unlessByHand } from './settle-day.ts'
import { lockRecurring } from './store.ts'

/** People whose dates are opened in one transaction. */
const pagePeople = 2_000
/** Of a longer absence no more days are told one by one. */
const missedMax = 31

/** All days that are due, one after the other; then those that wait and may go on by now. */
export async function makeDueDays(
  deps: CampaignsDeps,
  accountId: AccountId,
  id: string,
): Promise<void> {
  for (;;) {
    const due = await beginDue(deps, accountId, id)
    if (due === 'nothing') break
    if (due !== 'passed') await makeDay(deps, due)
  }
  for (const due of await daysToLook(deps, accountId, id)) {
    if (await mayGoOn(deps, due)) await makeDay(deps, due)
  }
}

async function beginDue(
  deps: CampaignsDeps,
  accountId: AccountId,
  id: string,
): Promise<Due | 'passed' | 'nothing'> {
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await lockRecurring(tx, deps.vault, { accountId, id })
    if (held === null || held.state !== 'active') return 'nothing'
    if (held.nextDay === null || held.nextAt === null || held.nextAt > at) return 'nothing'
    const account = await accountOf(tx, accountId)
    const key = { accountId, recurringId: id, day: held.nextDay }
    const day = dayOfIso(held.nextDay)
    const isLate = at > lastInstant(account.zone, day, held.sendMinute)
    const state = isLate ? 'missed' : 'gathering'
    const occurrence = await occurrences.beginOccurrence(tx, key, { state, at })
    const isBegun = occurrence.state === 'gathering' || occurrence.state === 'made'
    if (isBegun && !isLate) return { account, held, occurrence }
    if (isBegun) {
      // Begun, and then the server was away.
      const missed = { state: 'missed', people: null, failure: null } as const
      const settled = await unlessByHand(deps, tx, { held, occurrence }, missed)
      await occurrences.settleOccurrence(tx, key, settled)
    }
    const from = isLate ? Math.max(day + 1, todayIn(account.zone, at) - missedMax) : day + 1
    await goOn(tx, held, account.zone, from)
    return 'passed'
  })
}

async function makeDay(deps: CampaignsDeps, began: Due): Promise<void> {
  let due = began
  try {
    const caller = systemCaller(due.account, 'recurring_sends', '')
    if (due.occurrence.state === 'gathering') {
      due = { ...due, held: await peopleOf(deps, caller, due) }
      await gather(deps, due)
    }
    const campaignId = await makeCampaign(deps, due)
    if (campaignId === null) return
    await launch(deps, due, campaignId, await judgeDraft(deps, caller, campaignId))
  } catch (error) {
    // What waiting does not mend is told with the day; the next day is tried as any other.
    if (!(error instanceof AppError) || error.kind === 'unavailable') throw error
    await settle(deps, due, async (tx, { accountId }, { campaignId, draftHash }) => {
      if (campaignId === null) return refusedLaunch(error.code)
      const draft = await lockCampaign(tx, deps.vault, accountId, campaignId)
      return becameByHand(draft, draftHash) ?? refusedLaunch(error.code)
    })
  }
}

/** Of a segment, whoever fits as the day begins: what was begun goes on with the same people. */
async function peopleOf(
  deps: CampaignsDeps,
  caller: Caller,
  { held, occurrence }: Due,
): Promise<Recurring> {
  const isBegun = occurrence.isScanned || occurrence.scannedThrough !== null
  return isBegun ? held : chosenAgain(deps, caller, held, deps.clock.now())
}

/**
 * Dates are sealed with each person and have no index: an index of birthdays would tell, without
 * the keys, who is born when. So the list is opened page by page, on the one day that asks.
 */
async function gather(deps: CampaignsDeps, due: Due): Promise<void> {
  const rule = ruleOf(due.held)
  if (rule === null || rule.every !== 'persons_date') return
  let after = due.occurrence.isScanned ? null : due.occurrence.scannedThrough
  let isThrough = due.occurrence.isScanned
  while (!isThrough) {
    const page = await gatherPage(deps, due, { field: rule.field, after })
    isThrough = page.isThrough
    after = page.through
  }
}

async function gatherPage(
  deps: CampaignsDeps,
  due: Due,
  { field, after }: { field: string; after: ContactId | null },
): Promise<{ isThrough: boolean; through: ContactId | null }> {
  const { accountId, listId } = due.held
  const day = dayOfIso(due.occurrence.day)
  const work = async (tx: Tx) => {
    const now = await occurrences.lockOccurrence(tx, keyOf(due))
    // Somebody else reads the list as well: whoever is behind goes on where the other is.
    if (now === null || now.state !== 'gathering' || now.isScanned) {
      return { isThrough: true, through: null }
    }
    if (now.scannedThrough !== after) return { isThrough: false, through: now.scannedThrough }
    const page = { accountId, listId, after, limit: pagePeople }
    const members = await deps.contacts.audience(tx, page)
    const opened = await deps.contacts.openContacts(tx, accountId, members)
    const people = members.filter(({ subjectId }) => {
      const fields = opened.get(subjectId)?.body.fields
      const date = field === birthDateField ? fields?.birthDate : fields?.custom?.[field]
      return comesBack(date, day)
    })
    const through = members.at(-1)?.contactId ?? null
    const turn = civilOf(day).year
    await occurrences.keepPage(tx, keyOf(due), { turn, people, through })
    if (through === null) {
      // A person's turn of the year before last keeps nobody from anything.
      await occurrences.forgetTurns(tx, keyOf(due), turn - 1)
    }
    return { isThrough: through === null, through }
  }
  return deps.database.inAccount(accountId, work, { byIndex: true })
}

/** Paused, ended or changed while the day was made ready: it does not leave. */
const isInterrupted = (due: Due, now: Recurring): boolean =>
  now.state !== 'active' || now.version !== due.held.version

/** Null where there is nobody, or the day is over already. */
async function makeCampaign(deps: CampaignsDeps, due: Due): Promise<CampaignId | null> {
  const { accountId, id, every } = due.held
  const isPicked = every === 'persons_date'
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await lockRecurring(tx, deps.vault, { accountId, id })
    const now = await occurrences.lockOccurrence(tx, keyOf(due))
    if (held === null || now === null) return null
    if (now.state === 'made' || now.state === 'waiting') return now.campaignId
    if (now.state !== 'gathering') return null
    if (isInterrupted(due, held)) {
      await occurrences.settleOccurrence(tx, keyOf(due), stopped(interrupted))
      return null
    }
    if (isPicked && now.people === 0) {
      await occurrences.settleOccurrence(tx, keyOf(due), {
        state: 'nobody',
        people: 0,
        failure: null,
      })
      await goOn(tx, held, due.account.zone, dayOfIso(now.day) + 1)
      return null
    }
    const campaignId = deps.makeId() as CampaignId
    const at = deps.clock.now()
    const key = { accountId, id: campaignId, at, by: held.preparedBy }
    const occurrence = { recurringId: id, day: now.day, isPicked }
    const content = campaignOf(due.account, held, { day: now.day, at })
    const draft = await insertCampaign(tx, deps.vault, key, content, occurrence)
    await occurrences.setMade(tx, keyOf(due), { campaignId, draftHash: hashOfDraft(draft) })
    return campaignId
  })
}

function campaignOf(
  { zone, language }: Account,
  held: Recurring,
  { day, at }: { day: string; at: Instant },
) {
  const sendAt = sendInstant(zone, dayOfIso(day), held.sendMinute)
  return {
    ...campaignContent(held),
    name: `${held.name} · ${writeCustom('date', isoDateOf(dayOfIso(day)), language)}`,
    // A day that is made up for leaves at once.
    sendAt: sendAt > at ? sendAt : null,
    usefulUntil: usefulUntil(zone, dayOfIso(day)),
  }
}

/** Nobody presses a button: who started it has approved it. Its sheet may stand against it. */
async function launch(
  deps: CampaignsDeps,
  due: Due,
  campaignId: CampaignId,
  judged: Judged,
): Promise<void> {
  const { accountId, approvedBy } = due.held
  const { sheet } = judged
  const caller = systemCaller(due.account, 'recurring_sends', '')
  await settle(deps, due, async (tx, now, { draftHash }) => {
    if (isInterrupted(due, now)) return stopped(interrupted)
    const draft = await lockCampaign(tx, deps.vault, accountId, campaignId)
    // Somebody was quicker, and changed, launched or called off what they saw.
    const became = becameByHand(draft, draftHash)
    if (draft === null || became !== null) return became
    const against = standsAgainst(judged)
    if (against !== null) return against
    if (hashOfSheet(draft, sheet) !== sheet.hash) {
      return stopped('campaigns.recurring_draft_changed')
    }
    // Somebody looked at its sheet meanwhile: the one that is launched is the one that stays.
    if (draft.sheetHash !== sheet.hash) await keepSheet(tx, deps.vault, draft, sheet)
    await launchMade(deps, tx, caller, draft, { hash: sheet.hash, by: approvedBy })
    return {
      state: 'launched',
      people: due.held.every === 'persons_date' ? null : sheet.receive,
      failure: null,
    }
  })
}
