// What somebody does with campaigns in a simulation: prepares, launches, pauses, resumes, cancels.
import { makeCheckSheet } from '../../src/campaigns/make-check-sheet.ts'
import { createCampaign } from '../../src/campaigns/prepare-campaign.ts'
import {
  approveCampaign,
  cancelCampaign,
  launchCampaign,
  pauseCampaign,
  resumeCampaign,
} from '../../src/campaigns/run-campaign.ts'
import { findCampaign } from '../../src/campaigns/store.ts'
import { AppError, type CampaignId, type Instant } from '../../src/kernel/index.ts'
import type { Chance } from '../support/seeded-chance.ts'
import type { Doing } from './actions.ts'
import type { KnownCampaign } from './ledger-of-truth.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Runs some of the work by a process that lives; false when it failed, or the process died. */
export type DoBy = (work: (doing: Doing) => Promise<void>) => Promise<boolean>

export type Plan = {
  tag: string
  /** Which of the account's lists. */
  list: 0 | 1
  isLong: boolean
  perHour: number | null
  hoursUseful: number | null
  /** After the launch. */
  steps: readonly { afterMs: number; step: Step }[]
}
export type Step = 'pause' | 'resume' | 'cancel'

const againMs = 700
const triesMax = 6

export function planOf(chance: Chance, tag: string): Plan {
  return {
    tag,
    list: chance.is(0.6) ? 0 : 1,
    isLong: chance.is(0.3),
    perHour: chance.is(0.2) ? 7_200 : null,
    hoursUseful: chance.is(0.5) ? 24 : null,
    steps: stepsOf(chance),
  }
}

function stepsOf(chance: Chance): Plan['steps'] {
  const first = { afterMs: chance.between(0, 2_500), last: chance.between(200, 6_000) }
  const pause = { afterMs: first.afterMs, step: 'pause' as const }
  const then = (step: Step) => [pause, { afterMs: first.last, step }]
  return chance.pick([
    [],
    [],
    [],
    [],
    then('resume'),
    then('resume'),
    then('cancel'),
    [pause],
    [{ afterMs: first.afterMs, step: 'cancel' as const }],
    [{ afterMs: first.afterMs, step: 'cancel' as const }],
  ])
}

export const textOf = (tag: string, isLong: boolean): string => {
  const short = `Lumen ${tag} : nouvelle collection en boutique.`
  const filling = 'Les premiers froids sont la, et avec eux les laines, les lampes et les livres.'
  return isLong ? `${short} ${filling} ${filling} A bientot chez Lumen ${tag}.` : short
}

/** From the draft to the last step of the plan. Whatever is not heard to be done is tried again. */
export async function runCampaign(
  campaign: KnownCampaign,
  plan: Plan,
  { doBy, time, say }: { doBy: DoBy; time: VirtualTime; say: (what: string) => void },
): Promise<void> {
  const insist = async (work: (doing: Doing) => Promise<void>): Promise<boolean> => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      if (tries > 0) await pause(time, againMs)
      if (await doBy(work)) return true
    }
    return false
  }
  if (!(await insist((doing) => draft(doing, campaign, plan)))) return
  if (!(await insist((doing) => launch(doing, campaign)))) return
  say(`campaign ${plan.tag} is launched`)
  for (const { afterMs, step } of plan.steps) {
    await pause(time, afterMs)
    const isDone = await insist((doing) => takeStep(doing, campaign, step))
    say(`campaign ${plan.tag}: ${step}${isDone ? '' : ', and nobody heard that it was done'}`)
  }
}

const pause = (time: VirtualTime, ms: number): Promise<void> =>
  new Promise((resolve) => time.schedule(ms, null, resolve))

async function draft(doing: Doing, campaign: KnownCampaign, plan: Plan): Promise<void> {
  const { process, account, time } = doing
  const iso = (at: Instant) => new Date(at).toISOString()
  const made = await createCampaign(process.campaigns, account.caller, {
    name: `Campagne ${plan.tag}`,
    listId: account.lists[plan.list],
    class: 'marketing',
    basis: null,
    purpose: 'offers',
    controllerId: account.controllerId,
    sender: 'LUMEN',
    text: textOf(plan.tag, plan.isLong),
    sendAt: null,
    sendAtLocal: false,
    usefulUntil: plan.hoursUseful === null ? null : iso(time.now + plan.hoursUseful * 3_600_000),
    ifUnsure: 'never_twice',
    perHour: plan.perHour,
    overrideReason: null,
    template: null,
  })
  campaign.id = made.id
}

const idOf = ({ id }: KnownCampaign): CampaignId => {
  if (id === null) throw new Error('a campaign without an id is not launched')
  return id
}

/** Looks where it stands first: of a step that was not answered nobody knows. */
async function launch(doing: Doing, campaign: KnownCampaign): Promise<void> {
  const { process, account, truth, time } = doing
  const { campaigns, database, vault } = process
  const did = (action: string) => truth.did({ accountId: account.id, action, campaignId: id })
  const id = idOf(campaign)
  const state = async () =>
    (await database.inAccount(account.id, (tx) => findCampaign(tx, vault, account.id, id)))?.state
  let now = await state()
  if (now === 'draft') {
    const sheet = await makeCheckSheet(campaigns, account.caller, id)
    await approveCampaign(campaigns, account.caller, { id, hash: sheet.hash, launch: false })
    did('campaigns.approve')
    now = 'approved'
  }
  campaign.triedAt ??= time.stamp()
  if (now !== 'approved') return
  await launchCampaign(campaigns, account.caller, id)
  did('campaigns.launch')
}

const acts = { pause: pauseCampaign, resume: resumeCampaign, cancel: cancelCampaign }

async function takeStep(doing: Doing, campaign: KnownCampaign, step: Step): Promise<void> {
  const { process, account, truth, time } = doing
  const id = idOf(campaign)
  // From the first try on it may be so, and from the answer on it is.
  if (step === 'resume') campaign.stillFrom = null
  try {
    await acts[step](process.campaigns, account.caller, id)
    truth.did({ accountId: account.id, action: `campaigns.${step}`, campaignId: id })
  } catch (error) {
    // The step before was done and not heard of, or the campaign has ended meanwhile.
    const isPast = error instanceof AppError && error.code === 'campaigns.step_not_possible'
    if (!isPast) throw error
    return
  }
  if (step !== 'resume') campaign.stillFrom = time.now
}
