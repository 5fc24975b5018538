// The people of a segment at this instant, as a list of their own: what a campaign is prepared for.
import type {
  AccountId,
  Caller,
  ContactId,
  ControllerId,
  Instant,
  ListId,
  SegmentId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SegmentRules, SegmentSnapshot } from '../contract-segments.ts'
import { contactsError } from '../errors.ts'
import { lockLists } from '../lists/list-change-store.ts'
import { addMembers } from '../lists/list-store.ts'
import { createList } from '../lists/make-list.ts'
import { type Asked, findSpan, readAsked, type SegmentDeps } from './find-people.ts'
import { demandReadable, demandSegment, openRules, sealRules } from './keep-segment.ts'
import {
  emptyChosen,
  entitiesOf,
  findSegment,
  findSnapshot,
  keepSnapshot,
  oldChosen,
} from './segment-store.ts'

type Kept = SegmentRules & { name: string }

/**
 * Chosen span by span, each in a transaction of its own. Whoever reads the list before it is whole
 * would miss people: its id is told only then.
 */
export async function chooseAudience(
  deps: SegmentDeps,
  caller: Caller,
  segmentId: SegmentId,
): Promise<ListId> {
  const { accountId } = caller
  const at = deps.clock.now()
  const { listId, asked } = await deps.database.inAccount(accountId, (tx) =>
    beginList(deps, tx, accountId, { segmentId, at }),
  )
  let people = 0
  let after: ContactId | null = null
  do {
    const from: ContactId | null = after
    after = await deps.database.inAccount(
      accountId,
      async (tx) => {
        const span = await findSpan(deps, tx, accountId, { asked, at, after: from })
        const contactIds = span.found.map(({ id }) => id)
        if (contactIds.length > 0) {
          people += await addMembers(tx, accountId, listId, { contactIds, at })
        }
        return span.through
      },
      { byIndex: true },
    )
  } while (after !== null)
  const details = { segmentId, listId, people }
  await deps.database.inAccount(accountId, (tx) =>
    deps.audit.record(tx, caller, { action: 'contacts.segment_chosen', details }),
  )
  await letGoOfOlder(deps, accountId, at)
  return listId
}

async function beginList(
  deps: SegmentDeps,
  tx: Tx,
  accountId: AccountId,
  { segmentId, at }: { segmentId: SegmentId; at: Instant },
): Promise<{ listId: ListId; asked: Asked }> {
  const { name, match, rules } = await demandSegment(deps, tx, accountId, segmentId)
  await demandReadable(deps, tx, accountId, { match, rules })
  const asked = await readAsked(deps, tx, accountId, { match, rules })
  const controllerId = await entityOf(tx, accountId, rules)
  const { id: listId } = await createList(deps, tx, accountId, { name, at, controllerId })
  const place = { accountId, table: 'contacts.list' as const, id: listId }
  const kept: Kept = { name, match, rules }
  const sealed = sealRules(deps.vault, place, kept)
  await keepSnapshot(tx, accountId, { listId, segmentId, sealed, chosenAt: at })
  return { listId, asked }
}

/** Whoever comes from a list of one entity is written to for that entity alone. */
async function entityOf(
  tx: Tx,
  accountId: AccountId,
  rules: SegmentRules['rules'],
): Promise<ControllerId | null> {
  const named = rules.flatMap((rule) =>
    rule.field === 'list' && rule.op === 'is' ? [rule.listId as ListId] : [],
  )
  const entities = await entitiesOf(tx, accountId, named)
  const bound = new Set(entities.flatMap(({ controllerId }) => controllerId ?? []))
  if (bound.size > 1) throw contactsError('contacts.lists_of_different_entities')
  const [only = null] = bound
  return only as ControllerId | null
}

/** So long a draft may take its time before its people are chosen again. */
const keptMs = 7 * 86_400_000
/** A few each time: whoever chooses again lets go of the rest. */
const letGoMax = 5

async function letGoOfOlder(deps: SegmentDeps, accountId: AccountId, at: Instant): Promise<void> {
  const old = await deps.database.inAccount(accountId, (tx) =>
    oldChosen(tx, accountId, { before: at - keptMs, limit: letGoMax * 10 }),
  )
  let gone = 0
  for (const listId of old) {
    if (gone >= letGoMax) return
    await deps.database.inAccount(accountId, async (tx) => {
      // A campaign that is moved reads it again: it holds the list before it says so.
      await lockLists(tx, accountId, [listId])
      if ((await deps.campaignsOf(tx, accountId, [listId])) > 0) return
      await emptyChosen(tx, accountId, { listId, at })
      gone += 1
    })
  }
}

/** For whoever sends to a segment again and again. */
export type SegmentChoice = {
  /** The segment that a list was chosen of; null: of none, or there is no such list. */
  segmentOf(
    tx: Tx,
    accountId: AccountId,
    listId: ListId,
  ): Promise<{ segmentId: SegmentId; chosenAt: Instant } | null>
  /** False: it was deleted. */
  has(tx: Tx, accountId: AccountId, segmentId: SegmentId): Promise<boolean>
  /** Chooses its people as they are now. */
  choose(caller: Caller, segmentId: SegmentId): Promise<ListId>
}

export const createSegmentChoice = (deps: SegmentDeps): SegmentChoice => ({
  segmentOf: findSnapshot,
  has: async (tx, accountId, segmentId) => (await findSegment(tx, accountId, segmentId)) !== null,
  choose: (caller, segmentId) => chooseAudience(deps, caller, segmentId),
})

export async function snapshotOf(
  deps: Pick<SegmentDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
): Promise<SegmentSnapshot | null> {
  const row = await findSnapshot(tx, accountId, listId)
  if (row === null) return null
  const place = { accountId, table: 'contacts.list' as const, id: listId }
  const { name, match, rules } = openRules<Kept>(deps.vault, place, row.sealed)
  return {
    id: row.segmentId,
    name,
    match,
    rules,
    chosenAt: new Date(row.chosenAt).toISOString(),
    isEmptied: row.emptiedAt !== null,
  }
}
