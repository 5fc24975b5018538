// Asks after each run whether each campaign accounts for its recipients: every one, and once.

import type { CampaignId, E164, Instant } from '../../src/kernel/index.ts'
import { finalStates } from '../../src/sending/contract.ts'
import { type CampaignCounters, createCampaignMessages } from '../../src/sending/index.ts'
import type { KnownCampaign, LedgerOfTruth } from './ledger-of-truth.ts'
import { type SimulatedOperators, tagOf } from './operator.ts'
import type { World } from './world.ts'

/** What a slice has in flight when a campaign is stopped may leave so much later; nothing else. */
const inHandMs = 12_000

type CampaignRow = {
  id: CampaignId
  state: string
  is_accepted: boolean
  failure: string | null
}
type RecipientRow = {
  id: string
  campaign_id: CampaignId
  /** Null: the person was erased. */
  number_tag: string | null
  parts: number
  outcome: string | null
  reason: string | null
  hold: string | null
}

type Asked = { world: World; truth: LedgerOfTruth; operators: SimulatedOperators }

export async function askCampaigns(asked: Asked): Promise<string[]> {
  const { world, truth } = asked
  const { campaigns, recipients } = await read(world)
  const broken: string[] = []
  for (const account of world.accounts) {
    const ids = truth.campaigns.flatMap(({ id, accountId }) =>
      id !== null && accountId === account.id ? [id] : [],
    )
    const messages = createCampaignMessages({ ...world.test, wake: () => undefined })
    const counters = await messages.counters(account.id, ids)
    for (const known of truth.campaigns) {
      if (known.id === null || known.accountId !== account.id) continue
      const row = campaigns.get(known.id)
      const counted = counters.get(known.id)
      if (row === undefined || counted === undefined) {
        broken.push(`3: campaign ${known.tag} is lost`)
        continue
      }
      const own = recipients.filter((one) => one.campaign_id === known.id)
      const what = { known, row, own, counted }
      broken.push(
        ...[
          ...askState(what),
          ...askMembers(asked, what),
          ...askEnds(asked, what),
          ...askCounters(what),
          ...askStill(asked, what),
        ].map((breach) => `3: campaign ${known.tag} ${breach}`),
      )
    }
  }
  return broken
}

async function read({ onlooker }: World) {
  const campaigns = await onlooker.ask<CampaignRow>(
    'select id, state, is_accepted, failure from campaigns.campaign',
  )
  const recipients = await onlooker.ask<RecipientRow>(
    `select m.id, m.campaign_id, encode(m.number_tag, 'hex') as number_tag, m.parts,
       o.state as outcome, o.reason, q.hold
     from sending.message m
     left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
     left join sending.queue q on q.account_id = m.account_id and q.message_id = m.id
     where m.campaign_id is not null`,
  )
  return { campaigns: new Map(campaigns.map((row) => [row.id, row])), recipients }
}

type What = {
  known: KnownCampaign
  row: CampaignRow
  own: readonly RecipientRow[]
  counted: CampaignCounters
}

function askState({ row, own }: What): string[] {
  const broken: string[] = []
  if (row.failure !== null) broken.push(`stopped for ${row.failure}`)
  if (row.state === 'accepting') broken.push('is still being accepted, and nobody does it')
  if (['draft', 'approved'].includes(row.state) && own.length > 0) {
    broken.push(`has messages and is ${row.state}`)
  }
  return broken
}

/** Whoever was on the list when it was launched is one of its recipients, and nobody else is. */
function askMembers({ world, truth }: Asked, { known, row, own }: What): string[] {
  const broken: string[] = []
  const members = truth.membersOf(known.listId)
  const tagOfNumber = (number: E164) =>
    world.vault.numberTag(known.accountId, number).toString('hex')
  const allowed = new Set(members.map(({ number }) => tagOfNumber(number)))
  const everyTag = truth.peopleOf(known.accountId).map(({ number }) => tagOfNumber(number))
  // An erasure puts noise in the place of a tag: that is nobody's.
  const strangers = new Set(everyTag.filter((tag) => !allowed.has(tag)))
  const times = new Map<string, number>()
  for (const { number_tag } of own) {
    if (number_tag === null) continue
    times.set(number_tag, (times.get(number_tag) ?? 0) + 1)
    if (strangers.has(number_tag)) broken.push('writes to somebody who was never on its list')
  }
  for (const count of times.values()) {
    if (count > 1) broken.push(`has somebody ${count} times`)
  }
  if (!row.is_accepted || known.triedAt === null) return broken
  for (const { number, isFrom } of members) {
    const isSure = isFrom !== null && isFrom < known.triedAt
    const isGone = truth.person(known.accountId, number).mayBeErased
    if (isSure && !isGone && !times.has(tagOfNumber(number))) {
      broken.push('does not account for somebody of its list')
    }
  }
  return broken
}

const unsent = new Set(['refused', 'cancelled', 'expired'])

/**
 * Each has its end with its reason, or is held by a pause; and what is told as unsent never left.
 */
function askEnds({ world, operators }: Asked, { known, row, own }: What): string[] {
  const broken: string[] = []
  const taken = new Set<string>()
  for (const one of operators.taken()) {
    if (tagOf(one.octets) !== known.tag) continue
    const number = `+${one.destination}` as E164
    taken.add(world.vault.numberTag(known.accountId, number).toString('hex'))
  }
  for (const { id, number_tag, parts, outcome, reason, hold } of own) {
    const isHeld = hold === 'campaign_paused' && row.state === 'paused'
    if (outcome === null && !isHeld) broken.push(`leaves message ${id} without an end (${hold})`)
    if (outcome === 'refused' && reason === null) broken.push(`refused ${id} without a reason`)
    // Of a long one a part may have left before the person said no.
    const isTaken = parts === 1 && number_tag !== null && taken.has(number_tag)
    if (isTaken && (outcome === null || unsent.has(outcome))) {
      broken.push(`tells ${id} as ${outcome ?? 'held'}, and the operator has it`)
    }
  }
  return broken
}

/** What its page shows is what is there, and nobody counts in two places. */
function askCounters({ own, counted }: What): string[] {
  const broken: string[] = []
  const differs = (what: string, is: number, told: number): void => {
    if (is !== told) broken.push(`tells ${told} ${what}, and has ${is}`)
  }
  differs('accepted', own.length, counted.accepted)
  for (const state of finalStates) {
    const ended = own.filter(({ outcome }) => outcome === state).length
    differs(state, ended, counted.finals[state])
  }
  differs('waiting', own.filter(({ outcome }) => outcome === null).length, counted.waiting)
  differs('submitting', 0, counted.submitting)
  differs('submitted', 0, counted.submitted)
  differs('maybe sent', 0, counted.maybeSent)
  const leftOut = [...counted.leftOut.values()].reduce((sum, people) => sum + people, 0)
  if (leftOut > counted.finals.refused) broken.push('left out more people than it refused')
  return broken
}

/** Once it is known to be paused or called off, no more than what was in a hand leaves. */
function askStill({ operators }: Asked, { known }: What): string[] {
  const { stillFrom, tag } = known
  if (stillFrom === null) return []
  const after: Instant = stillFrom + inHandMs
  const late = operators.written.filter((one) => one.tag === tag && one.at > after)
  return late.length === 0 ? [] : [`left ${late.length} times after it was stopped`]
}
