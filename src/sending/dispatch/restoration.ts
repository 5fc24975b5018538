// Detects a restored database from its marks, and holds all sending until released.
import { accountsInAnyAccount, endWhatCameBack } from '../../accounts/index.ts'
import type { ConsentGate } from '../../consent/index.ts'
import type { AccountId, Instant, MakeId } from '../../kernel/index.ts'
import { uuidV7 } from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { adoptMarkJournals } from '../../vault/index.ts'
import { sendingError } from '../errors.ts'
import { writeOutcomes } from '../outcome/settle.ts'
import {
  heldMomentPlace,
  isSamePlace,
  leftPrefix,
  marksAgainst,
  readMarks,
} from '../store/left-marks.ts'
import {
  claimCountsInAnyAccount,
  closeRestorationInAnyAccount,
  countFromBeforeInAnyAccount,
  type EarlierFound,
  greatestWaitingInAnyAccount,
  lastRestorationInAnyAccount,
  letMarketingGoInAnyAccount,
  neverRepeatInAnyAccount,
  openRestorationInAnyAccount,
  type Restoration,
  raiseClaimCountsInAnyAccount,
  takeFromBeforeInAnyAccount,
  unbundleFromBeforeInAnyAccount,
  type Waiting,
  type WhyHeld,
  widenRestorationInAnyAccount,
} from '../store/restoration-store.ts'

export type { Restoration, Waiting, WhyHeld } from '../store/restoration-store.ts'

export type RestorationDeps = {
  database: Database
  keysFolder: string
  makeId: MakeId
  logger: Pick<Logger, 'error' | 'info'>
  metrics: Metrics
}

/**
 * Asked once at a start, before anything can leave or be accepted; `asked` holds whatever the marks
 * say. A database without an account cannot have sent: it counts on from where the marks end.
 */
export async function lookForRestoration(
  deps: RestorationDeps & {
    hasAccounts: boolean
    /** Campaigns that were turning their lists into messages stand still first. */
    stopCampaigns(): Promise<void>
  },
  at: Instant,
  asked = false,
): Promise<Restoration | null> {
  const { database, keysFolder } = deps
  const read = readMarks(keysFolder)
  const counted = await database.inAnyAccount(claimCountsInAnyAccount)
  // What was counted first of all has its mark a moment later.
  const marks = marksAgainst(read.isEmpty ? readMarks(keysFolder) : read, counted)
  if (!deps.hasAccounts) {
    await database.inAnyAccount((tx) => raiseClaimCountsInAnyAccount(tx, marks.highest))
    await adoptMarkJournals(keysFolder, leftPrefix)
    return null
  }
  const why = whyHeld(marks, counted.length > 0) ?? (asked ? 'asked' : null)
  if (why !== null) await hold(deps, { why, marks, at })
  // What a copy could tell has been told: it lies where it lies now.
  await adoptMarkJournals(keysFolder, leftPrefix)
  const now = await database.inAnyAccount(lastRestorationInAnyAccount)
  return now !== null && now.releasedAt === null ? now : null
}

function whyHeld(
  { beyond, isCopied, isEmpty }: ReturnType<typeof marksAgainst>,
  hasCounted: boolean,
): WhyHeld | null {
  if (isCopied) return 'copied'
  if (beyond.to !== null) return 'behind'
  return isEmpty && hasCounted ? 'unmarked' : null
}

type Found = {
  why: WhyHeld
  marks: ReturnType<typeof marksAgainst>
  at: Instant
}

/**
 * Sessions and recovery codes end before it is open: cut off between, the next start begins again.
 */
async function hold(
  deps: RestorationDeps & { stopCampaigns?: () => Promise<void> },
  found: Found,
): Promise<void> {
  const { why, marks, at } = found
  const { database } = deps
  const last = await database.inAnyAccount(lastRestorationInAnyAccount)
  const open = last?.releasedAt === null ? last : null
  if (open !== null && !isPutBackAgain(open, found)) return
  await deps.stopCampaigns?.()
  // Marks that are missing say nothing of the database.
  const voided = { at, by: 'restored_data' as const }
  const ended = why === 'unmarked' ? {} : await endWhatCameBack(database, voided)
  const { slices, messages, byAccount, from, to, isAtLeast } = marks.beyond
  const isNew = await database.inAnyAccount(async (tx) => {
    const waiting = await greatestWaitingInAnyAccount(tx)
    const byClock = uuidV7(at, new Uint8Array(10), 0)
    const held = {
      why,
      foundAt: at,
      throughId: waiting !== null && waiting > byClock ? waiting : byClock,
      gapFrom: from,
      gapTo: to,
      slices,
      messages,
      isAtLeast: isAtLeast || why !== 'behind',
      byAccount: Object.fromEntries(byAccount),
    }
    // What passes while it is held counts on from here: put back once more, it is seen again.
    const passed = marks.highest.filter((place) => isSamePlace(place, heldMomentPlace))
    await raiseClaimCountsInAnyAccount(tx, passed)
    if (open === null) return openRestorationInAnyAccount(tx, { ...held, id: deps.makeId() })
    const again = { ...held, id: open.id, gapTo: endOfBoth(open, held) }
    return widenRestorationInAnyAccount(tx, again, foundBefore(open))
  })
  if (!isNew) return
  deps.logger.error('sending.held_since_restored', { why, slices, messages, ...ended })
}

type Ends = Pick<Restoration, 'gapTo' | 'foundAt'>

/**
 * Behind this instant nothing left that waits for its hour: as long as each of the two says so. Of
 * one that could not say it, nothing left after it was found.
 */
function endOfBoth(before: Ends, now: Ends): Instant | null {
  if (now.gapTo === null) return null
  return Math.max(before.gapTo ?? before.foundAt, now.gapTo)
}

const foundBefore = (open: Restoration): EarlierFound => {
  const { why, foundAt, gapFrom, gapTo, messages, isAtLeast } = open
  return { why, foundAt, gapFrom, gapTo, messages, isAtLeast }
}

/**
 * To a moment at which it was held already: the marks go on beyond what was found then, since time
 * passed while it was held, or since it was released and sent on. What was accepted while it was
 * held may have left too. Whoever asks for a hold that is there already changes nothing: what waits
 * behind it has not left.
 */
function isPutBackAgain(open: Restoration, { marks }: Found): boolean {
  const { slices, to } = marks.beyond
  const isFarther = to !== null && (open.gapTo === null || to > open.gapTo)
  return marks.isCopied || isFarther || slices > open.slices
}

/** A count that comes again: the database went back in time under a program that runs. */
export async function holdRolledBack(deps: RestorationDeps, at: Instant): Promise<void> {
  const read = readMarks(deps.keysFolder)
  const counted = await deps.database.inAnyAccount(claimCountsInAnyAccount)
  await hold(deps, { why: 'behind', marks: marksAgainst(read, counted), at })
}

export type RestorationReport = Restoration & {
  /** Of each account, how many messages wait from before: they may have left already. */
  waitingFromBefore: ReadonlyMap<AccountId, number>
}

/** Null: this database was never found to have been put back. */
export async function readRestoration(
  deps: Pick<RestorationDeps, 'database'>,
): Promise<RestorationReport | null> {
  return deps.database.inAnyAccount(async (tx) => {
    const last = await lastRestorationInAnyAccount(tx)
    if (last === null) return null
    const waitingFromBefore =
      last.releasedAt === null ? await countFromBeforeInAnyAccount(tx, last) : new Map()
    return { ...last, waitingFromBefore }
  })
}

const batch = 2_000

export type ReleaseDeps = RestorationDeps & { consent: Pick<ConsentGate, 'suppressionsWhole'> }

/**
 * Whoever lets advertising go says that the objections of the gap are told: while it cannot be said
 * who has objected, they are not, and all of it waits until the ledger of each account is mended.
 */
export async function requireObjectionsKnown({
  database,
  consent,
}: Pick<ReleaseDeps, 'database' | 'consent'>): Promise<void> {
  for (const { id } of await accountsInAnyAccount(database)) {
    if (!(await consent.suppressionsWhole(id))) throw sendingError('sending.suppressions_unknown')
  }
}

/**
 * What waits from before and may have left is ended first, or kept where the administrator says so;
 * then the counts go on from where the marks end, and with that commit sending begins again. Cut
 * off anywhere, it is asked for again. Null: nothing is held.
 */
export async function releaseRestoration(
  deps: ReleaseDeps,
  how: { waiting: Waiting; marketing: 'release' | 'keep'; by: string; at: Instant },
): Promise<Restoration | null> {
  const { database, keysFolder } = deps
  const { waiting, marketing, by, at } = how
  const open = await database.inAnyAccount(lastRestorationInAnyAccount)
  if (open === null || open.releasedAt !== null) return null
  // Before anything ends: whoever is refused can ask for it otherwise.
  if (marketing === 'release') await requireObjectionsKnown(deps)
  const ended = waiting === 'end' ? await endFromBefore(deps, open, at) : 0
  const { highest } = marksAgainst(readMarks(keysFolder), [])
  await database.inAnyAccount(async (tx) => {
    await raiseClaimCountsInAnyAccount(tx, highest)
    const marketingAt = marketing === 'release' ? at : null
    await closeRestorationInAnyAccount(tx, open.id, { at, by, waiting, ended, marketingAt })
  })
  deps.logger.info('sending.released_after_restore', { waiting, marketing, ended })
  return database.inAnyAccount(lastRestorationInAnyAccount)
}

async function endFromBefore(
  deps: RestorationDeps,
  open: Restoration,
  at: Instant,
): Promise<number> {
  const { database } = deps
  await database.inAnyAccount((tx) => neverRepeatInAnyAccount(tx, open.foundAt))
  for (;;) {
    const bundles = await database.inAnyAccount((tx) =>
      unbundleFromBeforeInAnyAccount(tx, open.throughId, batch),
    )
    if (bundles === 0) break
  }
  let ended = 0
  for (;;) {
    const taken = await database.inAnyAccount(async (tx) => {
      const some = await takeFromBeforeInAnyAccount(tx, open, batch)
      const outcomes = some.map((queued) => ({
        ...queued,
        state: 'unconfirmed' as const,
        reason: 'restored' as const,
        at,
        hadUnknown: false,
        isUnsent: true,
      }))
      await writeOutcomes(tx, outcomes, deps.metrics)
      return some.length
    })
    if (taken === 0) return ended
    ended += taken
  }
}

/** Advertising that was kept back at the release. */
export async function releaseMarketing(
  deps: Pick<ReleaseDeps, 'database' | 'logger' | 'consent'>,
  at: Instant,
): Promise<void> {
  await requireObjectionsKnown(deps)
  await deps.database.inAnyAccount((tx) => letMarketingGoInAnyAccount(tx, at))
  deps.logger.info('sending.marketing_released_after_restore', {})
}
