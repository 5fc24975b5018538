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
import type { CheckSheet } from '../contract.ts'
import { birthDateField } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { makeCheckSheet } from '../make-check-sheet.ts'
import { launchMade } from '../run-campaign.ts'
import { insertCampaign, lockCampaign } from '../store.ts'
import { chosenAgain } from './choose-again.ts'
import * as occurrences from './occurrence-store.ts'
import { campaignContent } from './prepare-recurring.ts'
import { dayOfIso, type Occurrence, type Recurring, ruleOf } from './recurring.ts'
import { catchUpMs, civilOf, comesBack, sendInstant, todayIn, usefulUntil } from './rule.ts'
import { nextRun } from './steps.ts'
import { lockRecurring, setState } from './store.ts'

/** People whose dates are opened in one transaction. */
const pagePeople = 2_000
/** Of a longer absence no more days are told one by one. */
const missedMax = 31

type Due = { account: Account; held: Recurring; occurrence: Occurrence }

/** All days that are due, one after the other. */
export async function makeDueDays(
  deps: CampaignsDeps,
  accountId: AccountId,
  id: string,
): Promise<void> {
  for (;;) {
    const due = await beginDue(deps, accountId, id)
    if (due === 'nothing') return
    if (due !== 'passed') await makeDay(deps, due)
  }
}

const keyOf = ({ held, occurrence }: Pick<Due, 'held' | 'occurrence'>) => ({
  accountId: held.accountId,
  recurringId: held.id,
  day: occurrence.day,
})

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
    if (at > sendInstant(account.zone, day, held.sendMinute) + catchUpMs) {
      await occurrences.beginOccurrence(tx, key, { state: 'missed', at })
      const from = Math.max(day + 1, todayIn(account.zone, at) - missedMax)
      await goOn(tx, held, account.zone, from)
      return 'passed'
    }
    const occurrence = await occurrences.beginOccurrence(tx, key, { state: 'gathering', at })
    const isOver = occurrence.state !== 'gathering' && occurrence.state !== 'made'
    if (!isOver) return { account, held, occurrence }
    await goOn(tx, held, account.zone, day + 1)
    return 'passed'
  })
}

/** To its next day; without one it has come to its end. */
async function goOn(tx: Tx, held: Recurring, zone: string, from: number): Promise<void> {
  const next = nextRun(held, zone, from)
  await setState(tx, held, { state: next === null ? 'ended' : 'active', next })
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
    const sheet = await makeCheckSheet(deps, caller, campaignId)
    await launch(deps, due, campaignId, sheet)
  } catch (error) {
    // What waiting does not mend is told with the day; the next day is tried as any other.
    if (!(error instanceof AppError) || error.kind === 'unavailable') throw error
    await settle(deps, due, { state: 'stopped', people: null, failure: error.code })
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

type Settled = Parameters<typeof occurrences.settleOccurrence>[2]

/** The day and the step to the next in one transaction; once, whoever else is at it. */
async function settle(
  deps: CampaignsDeps,
  due: Due,
  settled: Settled,
  act?: (tx: Tx, now: Recurring) => Promise<Settled>,
): Promise<void> {
  const { accountId, id } = due.held
  await deps.database.inAccount(accountId, async (tx) => {
    const now = await lockRecurring(tx, deps.vault, { accountId, id })
    const occurrence = await occurrences.lockOccurrence(tx, keyOf(due))
    if (now === null || occurrence === null) return
    if (occurrence.state !== 'gathering' && occurrence.state !== 'made') return
    const outcome = act === undefined ? settled : await act(tx, now)
    await occurrences.settleOccurrence(tx, keyOf(due), outcome)
    // Paused meanwhile, or changed: its next day is not this job's to choose.
    if (now.state !== 'active' || now.nextDay !== occurrence.day) return
    await goOn(tx, now, due.account.zone, dayOfIso(occurrence.day) + 1)
  })
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

const interrupted = 'campaigns.recurring_interrupted'

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
    if (now.state === 'made') return now.campaignId
    if (now.state !== 'gathering') return null
    if (isInterrupted(due, held)) {
      const failure = interrupted
      await occurrences.settleOccurrence(tx, keyOf(due), {
        state: 'stopped',
        people: null,
        failure,
      })
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
    await insertCampaign(tx, deps.vault, key, content, occurrence)
    await occurrences.setMade(tx, keyOf(due), campaignId)
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
  sheet: CheckSheet,
): Promise<void> {
  const { accountId, approvedBy } = due.held
  const caller = systemCaller(due.account, 'recurring_sends', '')
  const none: Settled = { state: 'stopped', people: null, failure: null }
  await settle(deps, due, none, async (tx, now) => {
    if (isInterrupted(due, now)) return { ...none, failure: interrupted }
    const problem = sheet.problems[0]
    if (problem !== undefined) return { ...none, failure: problem.refusal }
    const campaign = await lockCampaign(tx, deps.vault, accountId, campaignId)
    if (campaign === null) return { ...none, failure: 'campaigns.campaign_not_found' }
    // Somebody was quicker, and launched or called off what they saw.
    if (campaign.state !== 'draft') return { ...none, state: 'launched', people: sheet.receive }
    if (campaign.sheetHash !== sheet.hash) return { ...none, failure: 'campaigns.sheet_changed' }
    const approval = { hash: sheet.hash, by: approvedBy }
    await launchMade(deps, tx, caller, campaign, approval)
    return {
      state: 'launched',
      people: due.held.every === 'persons_date' ? null : sheet.receive,
      failure: null,
    }
  })
}
