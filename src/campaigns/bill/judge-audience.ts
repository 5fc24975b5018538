// Judges a list by the gate of every message, whatever the text will be; kept for a while,
// since texts change and people do not.
import type { AccountId, ContactId, Instant } from '../../kernel/index.ts'
import {
  assessPeople,
  type CustomPlace,
  namesCustom,
  Plans,
  type SendOrder,
  wordless,
} from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { nextCases, orderOf, type WrittenCampaign } from '../audience-cases.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { Audience } from './audience.ts'

/** People judged in one transaction. */
const pagePeople = 2_000
/**
 * So long the answer stays the same for another text: a STOP within it is seen by the check sheet.
 */
const keptMs = 3 * 60_000
/** Whoever has gone elsewhere is no longer counted for. */
const forgottenMs = 15_000
/**
 * Where nobody receives it, something is missing that is mended next, such as a sender: the figure
 * of before would be told for minutes.
 */
const nobodyMs = 10_000

/** Somebody who waits asks every second; whoever has gone on to another list does not. */
const leftMs = 3_000
/** In this process: each is some megabytes at most. */
const keptMax = 12
const ofAccountMax = 3

/** `people`: on the list, once it is known. */
export type Judging = {
  accountId: AccountId
  key: string
  begunAt: Instant
  askedAt: Instant
  done: number
  people: number
  audience: Audience | null
  /** Another list takes its place. */
  isLeft: boolean
  failure: unknown
  end: Promise<void>
}

/**
 * All that decides who may receive, and nothing that is only said but the custom fields that the
 * text names: people are kept by what they have of those.
 */
const keyOf = (campaign: WrittenCampaign): string =>
  JSON.stringify([
    campaign.accountId,
    campaign.listId,
    campaign.class,
    campaign.basis,
    campaign.purpose,
    campaign.controllerId,
    campaign.sender,
    campaign.sendAt,
    campaign.sendAtLocal,
    campaign.usefulUntil,
    customNamed(campaign.text),
  ])

const customNamed = (text: string): string[] =>
  namesCustom(text) ? [...text.matchAll(/\{[^{}|]*/g)].map(([named]) => named).sort() : []

export class Audiences {
  readonly #deps: CampaignsDeps
  readonly #known = new Map<string, Judging>()

  constructor(deps: CampaignsDeps) {
    this.#deps = deps
  }

  /** The judging of this campaign's list, which goes on by itself while somebody asks for it. */
  of(campaign: WrittenCampaign, asked: { anew: boolean }): Judging {
    const now = this.#deps.clock.now()
    this.#drop(now)
    const key = keyOf(campaign)
    const known = this.#known.get(key)
    const judged = known?.audience ?? null
    const isOver = judged?.reached === 0 && now - judged.madeAt >= nobodyMs
    const mayStay = known !== undefined && !(asked.anew && judged !== null) && !isOver
    if (mayStay) {
      known.askedAt = now
      return known
    }
    this.#known.delete(key)
    this.#makeRoom(campaign.accountId, now)
    const judging: Judging = {
      accountId: campaign.accountId,
      key,
      begunAt: now,
      askedAt: now,
      done: 0,
      people: 0,
      audience: null,
      isLeft: false,
      failure: null,
      end: Promise.resolve(),
    }
    this.#known.set(key, judging)
    judging.end = judge(this.#deps, campaign, judging).catch((error: unknown) => {
      judging.failure = error
      this.#forget(judging)
    })
    return judging
  }

  #forget(judging: Judging): void {
    if (this.#known.get(judging.key) === judging) this.#known.delete(judging.key)
  }

  /** At each question of whichever account: no timer holds up the end of the program. */
  #drop(now: Instant): void {
    for (const one of this.#known.values()) {
      if (one.audience !== null && now - one.audience.madeAt >= keptMs) this.#forget(one)
    }
  }

  /** The one that was asked for longest ago gives way; who still counts is not sent away. */
  #makeRoom(accountId: AccountId, now: Instant): void {
    const all = [...this.#known.values()].sort((a, b) => a.askedAt - b.askedAt)
    const own = all.filter((one) => one.accountId === accountId)
    const among = own.length >= ofAccountMax ? own : all.length >= keptMax ? all : []
    if (among.length === 0) return
    const mayLeave = ({ audience, askedAt }: Judging) => audience !== null || now - askedAt > leftMs
    const leaves = among.find(mayLeave)
    if (leaves === undefined) throw campaignsError('campaigns.counting_busy')
    leaves.isLeft = true
    this.#forget(leaves)
  }
}

/** Where the text names custom fields. */
const placesOf = ({ pieces }: SendOrder): CustomPlace[] =>
  pieces.flatMap((piece) => (typeof piece !== 'string' && 'custom' in piece ? [piece] : []))

async function judge(
  deps: CampaignsDeps,
  campaign: WrittenCampaign,
  judging: Judging,
): Promise<void> {
  const { accountId } = campaign
  const at = judging.begunAt
  const { said, sandbox, people } = await deps.database.inAccount(accountId, async (tx) => ({
    said: await orderOf(deps, tx, campaign),
    sandbox: (await deps.accounts.facts(tx, accountId)).kind === 'sandbox',
    people: await deps.contacts.audienceSize(tx, accountId, campaign.listId),
  }))
  judging.people = people
  const plans = new Plans()
  const audience = new Audience(at, placesOf(said))
  const order = wordless(said)
  const pageAfter = (after: ContactId | null) =>
    deps.database.inAccount(
      accountId,
      async (tx: Tx) => {
        const page = { campaign, order, after, limit: pagePeople, sandbox }
        const next = await nextCases(deps, tx, page)
        return { ...next, assessed: await assessPeople(deps, tx, { cases: next.cases, at, plans }) }
      },
      { byIndex: true },
    )
  let after: ContactId | null = null
  for (;;) {
    const page = await pageAfter(after)
    for (const assessed of page.assessed) audience.add(assessed)
    audience.gone += page.people - page.cases.length
    judging.done += page.people
    if (page.through === null) break
    after = page.through
    if (judging.isLeft || deps.clock.now() - judging.askedAt > forgottenMs) {
      throw campaignsError('campaigns.counting_left')
    }
  }
  judging.people = judging.done
  judging.audience = audience
}
