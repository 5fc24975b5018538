// Assigns a reply that matches no recent message to accounts of the route that know the number.
import { accountsInAnyAccount } from '../../accounts/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import type {
  AccountId,
  CampaignId,
  E164,
  Instant,
  MessageId,
  RouteId,
} from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Routes } from '../ports.ts'
import { replyNumbers } from '../reply-number.ts'
import type { InboundKind } from '../store/inbound-store.ts'
import { pastOfPerson } from '../store/past-store.ts'
import { lastSentTo } from '../store/person-store.ts'

/** An account that a reply is for, and its latest message to the number where there is one. */
export type Written = {
  accountId: AccountId
  messageId: MessageId | null
  campaignId: CampaignId | null
  /** False where the words may be meant for another account: then they are kept nowhere in it. */
  mayRead: boolean
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

/**
 * Each account has tags of its own, so each is asked: so many at a time, and no more than these.
 */
const accountsAtOnce = 4
const accountsMost = 5_000

/**
 * What waits holds its delivery open, and receipts need theirs too. Beyond these a no is refused,
 * so that the operator brings it again; anything else is told as unplaced.
 */
const waitingMost = { no: 100, other: 20 }

/**
 * For the rare reply whose tag is too old or never was. One number is looked for at a time, so
 * that what strangers send takes no more of the database than that. Null: nobody can say whom it
 * is for.
 */
export function createPlaceReply(deps: PlaceDeps): PlaceReply {
  const look = createLook(deps)
  let waiting = 0
  return async (asked) => {
    const { routeId: route, kind: meaning, from } = asked
    const numbers = replyNumbers(from)
    const isFull = waiting >= (isNo(meaning) ? waitingMost.no : waitingMost.other)
    if (isFull && isNo(meaning) && numbers.length > 0) {
      deps.logger.warn('sending.reply_line_full', { route, meaning })
      throw new Error('too many replies wait for their account')
    }
    let found: Found | null = null
    if (!isFull && numbers.length > 0) {
      waiting += 1
      try {
        const looked = await look(asked, numbers)
        found = looked && whoIsMeant(looked, { kind: meaning, numbers })
      } finally {
        waiting -= 1
      }
    }
    if (found === null) {
      deps.metrics.count('accord_replies_unplaced_total', { route, meaning })
      deps.logger.warn('sending.reply_unplaced', { route, meaning })
    }
    return found
  }
}

const isNo = (kind: InboundKind) => kind === 'stop' || kind === 'doubtful'

/** Who uses the route, and which of them know one of the numbers. */
type Looked = { using: readonly AccountId[]; known: readonly Knows[] }

/**
 * One search after the other. What comes from the same number shares the search that has not begun:
 * one that has may be past an account that learnt of the number since.
 */
function createLook(deps: PlaceDeps) {
  const notBegun = new Map<string, Promise<Looked | null>>()
  let last: Promise<unknown> = Promise.resolve()
  return (asked: Asked, numbers: readonly E164[]): Promise<Looked | null> => {
    const key = `${asked.routeId} ${numbers.join(' ')}`
    const shared = notBegun.get(key)
    if (shared !== undefined) return shared
    const looked = last.then(() => {
      notBegun.delete(key)
      return whoKnows(deps, asked, numbers)
    })
    notBegun.set(key, looked)
    last = looked.catch(() => undefined)
    return looked
  }
}

async function whoKnows(
  deps: PlaceDeps,
  asked: Asked,
  numbers: readonly E164[],
): Promise<Looked | null> {
  const route = deps.routes.all(asked.at).find(({ id }) => id === asked.routeId)
  if (route === undefined) return null
  const wanted = route.isSandbox ? 'sandbox' : 'live'
  const all = await accountsInAnyAccount(deps.database)
  const using = all.filter((account) => account.kind === wanted).map(({ id }) => id)
  return { using, known: await knownAmong(deps, asked, { numbers, accounts: using }) }
}

function whoIsMeant(
  { using, known }: Looked,
  { kind, numbers }: { kind: InboundKind; numbers: readonly E164[] },
): Found | null {
  const number = numbers.find((one) => known.some((knows) => knows.number === one))
  if (number === undefined) {
    const [only] = using
    const [likeliest] = numbers
    if (only === undefined || likeliest === undefined) return null
    // Nobody else can be meant; a question of a stranger is kept nowhere all the same.
    if (using.length > 1 || !isNo(kind)) return null
    const to = { accountId: only, messageId: null, campaignId: null, mayRead: true }
    return { number: likeliest, written: [to] }
  }
  const latest = known
    .filter((knows) => knows.number === number)
    .sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))
    // Of several that know it, one that never wrote is not to read what may be meant for another.
    .map(({ to, sentAt }, _, { length }) => ({ ...to, mayRead: sentAt !== null || length === 1 }))
  const readers = latest.filter(({ mayRead }) => mayRead)
  if (kind === 'stop') return { number, written: latest }
  // Where nobody may read what is doubtful, it is taken for a no by all.
  if (kind === 'doubtful') return { number, written: readers.length > 0 ? readers : latest }
  return readers.length === 0 ? null : { number, written: readers.slice(0, 1) }
}

type Knows = { number: E164; to: Omit<Written, 'mayRead'>; sentAt: Instant | null }

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
      const past = sent === null ? await pastOfPerson(tx, accountId, person.subjectId) : null
      const sentAt = sent?.accepted_at ?? past?.lastMessageAt ?? null
      return { number, to: { accountId, messageId, campaignId }, sentAt }
    }
    return null
  })
}
