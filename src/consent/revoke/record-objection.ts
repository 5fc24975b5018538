// STOP, objections, withdrawals: what ends consent, effective at the commit of its transaction.
import type { Caller, Clock, EntryId, Instant } from '../../kernel/index.ts'
import { everyPurpose } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys } from '../../vault/index.ts'
import type { GateQuestion } from '../consent.ts'
import {
  type Channel,
  type ObjectionReason,
  type SuppressionScope,
  scopeCovers,
} from '../consent.ts'
import type { HeardBy } from '../contract.ts'
import {
  actorOf,
  type EntryDeps,
  type EventInput,
  isoText,
  writeEntries,
} from '../ledger/write-entries.ts'
import { holdForNo } from '../store/hold-people.ts'
import { endLegalBases } from '../store/legal-basis-store.ts'
import { markWithdrawn, writeWithdrawn } from '../store/state-store.ts'
import { readFacts } from '../store/store.ts'
import { addSuppressions } from '../store/suppression-store.ts'
import { addWithdrawnNumber, withdrawnAmong } from '../store/withdrawn-store.ts'
import { tellOptedOut } from './tell-opt-out.ts'

export type ObjectionInput = {
  /** The number's suppression tag. */
  tag: Uint8Array
  /** The person, when the account knows them: their consents end with it. */
  keys: SubjectKeys | null
  scope: SuppressionScope
  reason: ObjectionReason
  /** Where it came from, in the account's words or as the route's id; sealed. */
  origin: string
  /** When the person said so; the record's own time is the clock's. */
  at: Instant
  channel?: Channel
  messageId?: string
  onBehalf?: OnBehalf
}
/**
 * Staff did it in the person's place: how they heard it, and in their words why. `web`: it was
 * written on the account's public request page.
 */
export type OnBehalf = { heardBy: HeardBy | 'web'; note: string }
export type StopRow = Pick<ObjectionInput, 'tag' | 'keys' | 'at'>

export type ObjectionOutcome = {
  entryId: EntryId
  /** False when the same number had already objected in this scope. */
  isNew: boolean
  withdrawnConsents: number
}

export type WithdrawalInput = GateQuestion & {
  keys: SubjectKeys
  /** Of the number, so that the withdrawal outlives the person's erasure; null: not known. */
  tag: Uint8Array | null
  reason: string
  onBehalf?: OnBehalf
}

export type ObjectionDeps = EntryDeps & { clock: Clock }

type Common = Pick<
  ObjectionInput,
  'scope' | 'reason' | 'origin' | 'channel' | 'messageId' | 'onBehalf'
>

function eventOf(caller: Caller, common: Common, row: StopRow): EventInput {
  // Without a proof key (unknown to the account, or erased) the leaf names nobody.
  const keys = row.keys !== null && hasKey(row.keys.proofKey) ? row.keys : null
  return {
    kind: keys === null ? 'suppression.added' : 'objection',
    purpose: everyPurpose,
    channel: common.channel ?? 'sms',
    wordingSha256: null,
    keys,
    body: {
      actor: actorOf(caller),
      heardBy: common.onBehalf?.heardBy,
      messageId: common.messageId,
      note: common.onBehalf?.note,
      origin: common.origin,
      reason: common.reason,
      saidAt: isoText(row.at),
      scope: common.scope,
    },
  }
}

export async function recordStop(
  deps: ObjectionDeps,
  tx: Tx,
  caller: Caller,
  input: ObjectionInput,
): Promise<ObjectionOutcome> {
  const { accountId } = caller
  const { tag, scope, reason } = input
  await holdForNo(tx, accountId, [input.keys?.subjectId])
  const at = deps.clock.now()
  const [before] = await addSuppressions(deps.guard, tx, accountId, {
    ...{ tags: [tag], scope, reason, at },
  })
  const written = await writeEntries(deps, tx, { accountId, at }, [eventOf(caller, input, input)])
  const entryId = written[0] as EntryId
  const subjectIds =
    input.keys !== null && scopeCovers(scope, 'marketing') ? [input.keys.subjectId] : []
  const entryIds = subjectIds.map(() => entryId)
  await endLegalBases(deps.guard, tx, accountId, { subjects: subjectIds, only: null })
  const withdrawnConsents = await markWithdrawn(deps.guard, tx, accountId, {
    subjectIds,
    entryIds,
    at,
  })
  const isNew = before !== 'all' && before !== scope
  if (input.keys !== null && (isNew || withdrawnConsents > 0)) {
    const { subjectId } = input.keys
    const how = { how: 'objection', scope, purpose: null } as const
    await tellOptedOut(tx, accountId, { entryId, subjectId, ...how, at })
  }
  return { entryId, isNew, withdrawnConsents }
}

export async function recordStops(
  deps: ObjectionDeps,
  tx: Tx,
  caller: Caller,
  input: Omit<Common, 'channel' | 'messageId' | 'onBehalf'> & { rows: readonly StopRow[] },
): Promise<{ recorded: number; alreadyThere: number }> {
  const { accountId } = caller
  const { rows, scope, reason } = input
  await holdForNo(
    tx,
    accountId,
    rows.map(({ keys }) => keys?.subjectId),
  )
  const at = deps.clock.now()
  const tags = rows.map((row) => row.tag)
  const before = await addSuppressions(deps.guard, tx, accountId, { tags, scope, reason, at })
  const seen = new Set<string>()
  const added = rows.filter((row, index) => {
    const tag = Buffer.from(row.tag).toString('hex')
    const isKnown = before[index] === 'all' || before[index] === scope || seen.has(tag)
    seen.add(tag)
    return !isKnown
  })
  const events = added.map((row) => eventOf(caller, input, row))
  const entryIds = await writeEntries(deps, tx, { accountId, at }, events)
  const known = added.flatMap((row, index) =>
    row.keys === null || !scopeCovers(scope, 'marketing')
      ? []
      : [{ subjectId: row.keys.subjectId, entryId: entryIds[index] as EntryId }],
  )
  const subjects = known.map((one) => one.subjectId)
  await endLegalBases(deps.guard, tx, accountId, { subjects, only: null })
  await markWithdrawn(deps.guard, tx, accountId, {
    subjectIds: known.map((one) => one.subjectId),
    entryIds: known.map((one) => one.entryId),
    at,
  })
  return { recorded: added.length, alreadyThere: rows.length - added.length }
}

export async function withdrawConsent(
  deps: ObjectionDeps,
  tx: Tx,
  caller: Caller,
  input: WithdrawalInput,
): Promise<{ entryId: EntryId } | null> {
  const { accountId } = caller
  const { keys, tag, controllerId, channel, purpose } = input
  const key = { controllerId, channel, purpose }
  await holdForNo(tx, accountId, [keys.subjectId])
  const people = { subjects: [keys.subjectId], tags: [null] }
  const {
    held: [held],
  } = await readFacts(deps.guard, tx, accountId, people, key)
  const only = { controllerId, purpose }
  const ended =
    channel === 'sms'
      ? await endLegalBases(deps.guard, tx, accountId, { subjects: people.subjects, only })
      : 0
  if (held?.state !== 'given' && ended === 0) {
    // A file has said it before them: should that be taken back, their own word stands.
    const isTheirs = tag === null || (await withdrawnAmong(tx, accountId, [tag], key)).size > 0
    if (held?.state !== 'withdrawn' || isTheirs) return null
  }
  const at = deps.clock.now()
  const event: EventInput = {
    kind: 'consent.withdrawn',
    purpose,
    channel,
    wordingSha256: null,
    keys,
    body: {
      actor: actorOf(caller),
      controller: controllerId,
      heardBy: input.onBehalf?.heardBy,
      note: input.onBehalf?.note,
      reason: input.reason,
      saidAt: isoText(input.at),
    },
  }
  const written = await writeEntries(deps, tx, { accountId, at }, [event])
  const entryId = written[0] as EntryId
  const said = { subject_id: keys.subjectId, controller_id: controllerId, channel, purpose }
  await writeWithdrawn(deps.guard, tx, accountId, { rows: [{ ...said, entry_id: entryId }], at })
  if (tag !== null) await addWithdrawnNumber(tx, accountId, { ...key, tag, at })
  const how = { how: 'withdrawal', scope: null, purpose } as const
  await tellOptedOut(tx, accountId, { entryId, subjectId: keys.subjectId, ...how, at })
  return { entryId }
}
