// What a crash run sends: campaigns one behind the other, and alerts beside them all the time.
import { realTimers } from '../support/clock.ts'
import type { Chance } from '../support/seeded-chance.ts'
import { type CrashAccount, campaignsPerAccount, crashNumber } from './accounts.ts'

export type LaunchedCampaign = { id: string; tag: string; receive: number; parts: number }
/** `id` is null where no answer came: then it may have been accepted or not. */
export type SentAlert = { tag: string; id: string | null; mayRepeat: boolean; to: string }

export type Load = {
  campaigns: LaunchedCampaign[]
  alerts: SentAlert[]
  /** Instants at which an alert was accepted, for how long the door was shut. */
  acceptedSince(instant: number): boolean
  /** Resolves when every campaign was launched and turned into messages. */
  campaignsDone: Promise<void>
  stopAlerts(): Promise<void>
}

type View = { state: string; counts: { accepted: number; waiting: number } }
type Sheet = { hash: string; receive: number; segments: number; problems: unknown[] }

/** Campaigns that are launched before the first of them has left. */
const campaignsAtOnce = 2
const alertWorkers = 4
const alertPauseMs = 40

export function startLoad(
  accounts: readonly CrashAccount[],
  options: { messages: number; chance: Chance },
): Load {
  const campaigns: LaunchedCampaign[] = []
  const alerts: SentAlert[] = []
  let lastAcceptedStart = 0
  let isSending = true
  let alertCount = 0

  const sendAlerts = async (worker: number): Promise<void> => {
    const chance = options.chance.fork(`alerts ${worker}`)
    while (isSending) {
      alertCount += 1
      const tag = `A${alertCount}Z`
      const account = chance.pick(accounts)
      const mayRepeat = chance.is(0.2)
      const to = crashNumber(chance.between(0, account.people - 1))
      const alert: SentAlert = { tag, id: null, mayRepeat, to }
      const startedAt = realTimers.now()
      try {
        const reply = await account.client.ask<{ id: string }>('POST', '/v1/messages', {
          to,
          class: 'alert',
          basis: 'contract',
          sender: 'LUMEN',
          reference: tag,
          text: `Votre commande ${tag} est au comptoir.`,
          ...(mayRepeat ? { ifUnsure: 'twice_rather_than_never' } : {}),
        })
        if (reply.status < 300) {
          alert.id = reply.body.id
          lastAcceptedStart = Math.max(lastAcceptedStart, startedAt)
        } else if (reply.status < 500) {
          throw new Error(`an alert was refused: ${reply.status} ${JSON.stringify(reply.body)}`)
        }
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('an alert was refused')) throw error
        // No answer: whether it was accepted is for nobody to know.
      }
      alerts.push(alert)
      await realTimers.sleep(alertPauseMs)
    }
  }

  const run = async (): Promise<void> => {
    const underWay: Promise<void>[] = []
    let launched = 0
    for (let round = 0; launched < options.messages; round += 1) {
      const account = accounts[Math.floor(round / campaignsPerAccount)]
      if (account === undefined) throw new Error('there are too few accounts for so many messages')
      const campaign = await launch(account, round)
      campaigns.push(campaign)
      launched += campaign.receive
      underWay.push(leaves(account, campaign))
      if (underWay.length >= campaignsAtOnce) await underWay.shift()
    }
    await Promise.all(underWay)
  }

  const workers = Array.from({ length: alertWorkers }, (_, worker) => sendAlerts(worker))
  return {
    campaigns,
    alerts,
    acceptedSince: (instant) => lastAcceptedStart >= instant,
    campaignsDone: run(),
    stopAlerts: async () => {
      isSending = false
      await Promise.all(workers)
    },
  }
}

/** Every fourth campaign is in two parts, the tag in each of them. */
function textOf(tag: string, round: number): string {
  const short = `Lumen ${tag} : nouvelle collection en boutique.`
  if (round % 4 !== 3) return short
  const filling = 'Les premiers froids sont là, et avec eux les laines, les lampes et les livres.'
  return `${short} ${filling} ${filling} A bientot chez Lumen ${tag}.`
}

async function launch(account: CrashAccount, round: number): Promise<LaunchedCampaign> {
  const { client, listId } = account
  const tag = `K${round}Z`
  const made = await client.must<{ id: string }>('POST', '/v1/campaigns', {
    name: tag,
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender: 'LUMEN',
    text: textOf(tag, round),
  })
  const path = `/v1/campaigns/${made.id}`
  const sheet = await client.must<Sheet>('GET', `${path}/check-sheet`)
  if (sheet.problems.length > 0) throw new Error(`a sheet has ${JSON.stringify(sheet.problems)}`)
  await step(client, `${path}/approve`, { hash: sheet.hash })
  await step(client, `${path}/launch`)
  const parts = Math.round(sheet.segments / sheet.receive)
  return { id: made.id, tag, receive: sheet.receive, parts }
}

/** Asked again after a crash, a step may have been made already: then it is not possible again. */
async function step(client: CrashAccount['client'], path: string, body?: unknown): Promise<void> {
  const reply = await client.insist<{ code?: string }>('POST', path, body)
  if (reply.status >= 300 && reply.body.code !== 'campaigns.step_not_possible') {
    throw new Error(`POST ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  }
}

async function leaves(account: CrashAccount, campaign: LaunchedCampaign): Promise<void> {
  const isOut = ({ state, counts }: View) =>
    state !== 'accepting' && counts.accepted >= campaign.receive && counts.waiting === 0
  await account.client.until<View>(`/v1/campaigns/${campaign.id}`, isOut, 1_800_000)
}
