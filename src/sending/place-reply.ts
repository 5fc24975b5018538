// A reply that answers no message of late is placed in the accounts of the route that know its number.
import { accountsInAnyAccount } from '../accounts/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { AccountId, CampaignId, E164, Instant, MessageId, RouteId } from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { InboundKind } from './inbound-store.ts'
import { lastSentTo } from './person-store.ts'
import type { Routes } from './ports.ts'
import { replyNumbers } from './reply-number.ts'

/** An account that a reply is for, and its latest message to the number where there is one. */
export type Written = {
  accountId: AccountId
  messageId: MessageId | null
  campaignId: CampaignId | null
}

export type Found = { number: E164; written: Written[] }

export type PlaceDeps = {
  database: Database
  vault: Pick<Vault, 'numberTag'>
  contacts: Pick<Contacts, 'findByTags'>
  routes: Pick<Routes, 'all'>
  logger: Logger
  metrics: Metrics
}

type Asked = { routeId: RouteId; from: string; kind: InboundKind; at: Instant }
export type PlaceReply = (asked: Asked) => Promise<Found | null>

/** Each account has tags of its own, so each is asked: so many at a time, and no more than these. */
const accountsAtOnce = 4
const accountsMost = 5_000

/**
 * For the rare reply whose tag is too old or never was. One is looked for at a time, so that what
 * strangers send takes no more of the database than that. Null: nobody can say whom it is for.
 */
export function createPlaceReply(deps: PlaceDeps): PlaceReply {
  let last: Promise<unknown> = Promise.resolve()
  return (asked) => {
    const found = last.then(() => place(deps, asked))
    last = found.catch(() => undefined)
    return found
  }
}

async function place(deps: PlaceDeps, asked: Asked): Promise<Found | null> {
  const found = await whoKnows(deps, asked)
  if (found === null) {
    const { routeId: route, kind: meaning } = asked
    deps.metrics.count('accord_replies_unplaced_total', { route, meaning })
    deps.logger.warn('sending.reply_unplaced', { route, meaning })
  }
  return found
}

const isNo = (kind: InboundKind) => kind === 'stop' || kind === 'doubtful'

async function whoKnows(deps: PlaceDeps, asked: Asked): Promise<Found | null> {
  const { kind, at } = asked
  const numbers = replyNumbers(asked.from)
  const [likeliest] = numbers
  const route = deps.routes.all(at).find(({ id }) => id === asked.routeId)
  if (likeliest === undefined || route === undefined) return null
  const wanted = route.isSandbox ? 'sandbox' : 'live'
  const all = await accountsInAnyAccount(deps.database)
  const using = all.filter((account) => account.kind === wanted).map(({ id }) => id)
  const known = await knownAmong(deps, asked, { numbers, accounts: using })
  const [first] = known
  if (first === undefined) {
    const [only] = using
    // Nobody else can be meant; a question of a stranger is kept nowhere all the same.
    if (only === undefined || using.length > 1 || !isNo(kind)) return null
    return { number: likeliest, written: [{ accountId: only, messageId: null, campaignId: null }] }
  }
  const number = numbers.find((one) => known.some((knows) => knows.number === one)) ?? first.number
  const latest = known
    .filter((knows) => knows.number === number)
    .sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))
  // Of several that never wrote none is to read what may be meant for another.
  const readers = latest.length > 1 ? latest.filter(({ sentAt }) => sentAt !== null) : latest
  const meant = isNo(kind) ? latest : readers.slice(0, 1)
  return meant.length === 0 ? null : { number, written: meant.map(({ to }) => to) }
}

type Knows = { number: E164; to: Written; sentAt: Instant | null }

async function knownAmong(
  deps: PlaceDeps,
  { routeId: route }: Asked,
  { numbers, accounts }: { numbers: readonly E164[]; accounts: readonly AccountId[] },
): Promise<Knows[]> {
  const asked = accounts.slice(0, accountsMost)
  if (asked.length < accounts.length) {
    const counts = { accounts: accounts.length, asked: asked.length }
    deps.logger.warn('sending.reply_looked_for_in_part', { route, ...counts })
  }
  const known: Knows[] = []
  for (let from = 0; from < asked.length; from += accountsAtOnce) {
    const group = asked.slice(from, from + accountsAtOnce)
    const found = await Promise.all(group.map((accountId) => knows(deps, accountId, numbers)))
    known.push(...found.filter((one) => one !== null))
  }
  return known
}

function knows(
  deps: PlaceDeps,
  accountId: AccountId,
  numbers: readonly E164[],
): Promise<Knows | null> {
  return deps.database.inAccount(accountId, async (tx) => {
    const tags = numbers.map((number) => deps.vault.numberTag(accountId, number))
    const people = await deps.contacts.findByTags(tx, accountId, tags)
    for (const [index, number] of numbers.entries()) {
      const person = people.get(tags[index]?.toString('hex') ?? '')
      if (person === undefined) continue
      const sent = await lastSentTo(tx, accountId, person.subjectId)
      const { id: messageId = null, campaign_id: campaignId = null } = sent ?? {}
      return { number, to: { accountId, messageId, campaignId }, sentAt: sent?.accepted_at ?? null }
    }
    return null
  })
}
