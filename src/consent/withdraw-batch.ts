// Takes back consents that a bulk recorded: a file's later row says no, or its import is undone.
import type { Caller, Clock, EntryId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../vault/index.ts'
import type { WithdrawBulk } from './consent-door.ts'
import { type GivenRow, givenInBatch, givenOf } from './entry-store.ts'
import { markWithdrawn } from './store.ts'
import { actorOf, type EntryDeps, type EventInput, isoText, writeEntries } from './write-entries.ts'

export type WithdrawDeps = EntryDeps & { clock: Clock; vault: Pick<Vault, 'openSubjects'> }

/**
 * Only what still rests on those entries: who has consented otherwise since keeps that consent. It
 * is no objection of the person: the number may agree anew, and what they objected to stands.
 */
export async function withdrawBulk(
  deps: WithdrawDeps,
  tx: Tx,
  caller: Caller,
  { batchIds, subjects, reason }: WithdrawBulk,
): Promise<SubjectId[]> {
  const { accountId } = caller
  const held = await heldBy(tx, caller, { batchIds, subjects })
  if (held.length === 0) return []
  const people = [...new Set(held.map((row) => row.subject_id))]
  const keysOf = await deps.vault.openSubjects(tx, accountId, people)
  const at = deps.clock.now()
  const known = held.flatMap((row) => {
    const keys = keysOf.get(row.subject_id)
    return keys !== undefined && hasKey(keys.proofKey) ? [{ row, keys }] : []
  })
  const events = known.map(({ row, keys }) => eventOf(caller, row, { keys, reason, at }))
  const entryIds = await writeEntries(deps, tx, { accountId, at }, events)
  for (const [key, of] of byKey(known.map(({ row }, index) => ({ row, index })))) {
    await markWithdrawn(tx, accountId, {
      subjectIds: of.map(({ row }) => row.subject_id),
      entryIds: of.map(({ index }) => entryIds[index] as EntryId),
      key,
      at,
    })
  }
  return known.map(({ row }) => row.subject_id)
}

async function heldBy(
  tx: Tx,
  { accountId }: Caller,
  { batchIds, subjects }: Pick<WithdrawBulk, 'batchIds' | 'subjects'>,
): Promise<GivenRow[]> {
  if (subjects !== null) return givenOf(tx, accountId, { subjects, batchIds })
  const rows: GivenRow[] = []
  for (const batchId of batchIds) rows.push(...(await givenInBatch(tx, accountId, batchId)))
  return rows
}

type Told = { keys: SubjectKeys; reason: string; at: number }

function eventOf(caller: Caller, row: GivenRow, { keys, reason, at }: Told): EventInput {
  return {
    kind: 'consent.withdrawn',
    purpose: row.purpose,
    channel: row.channel,
    wordingSha256: null,
    keys,
    body: {
      actor: actorOf(caller),
      controller: row.controller_id,
      reason,
      saidAt: isoText(at),
    },
  }
}

type Placed = { row: GivenRow; index: number }

function byKey(placed: readonly Placed[]) {
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const { controller_id, channel, purpose } = one.row
    const key = `${controller_id}|${channel}|${purpose}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].map((of) => {
    const { controller_id: controllerId, channel, purpose } = (of[0] as Placed).row
    return [{ controllerId, channel, purpose }, of] as const
  })
}
