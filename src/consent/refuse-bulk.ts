// A file says no for people whom the account knows: what they had agreed to ends with it.
import type {
  AccountId,
  Caller,
  ControllerId,
  EntryId,
  Instant,
  SubjectId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys } from '../vault/index.ts'
import type { Channel, Purpose } from './consent.ts'
import type { RefuseBulk, RefusedBulk } from './consent-door.ts'
import { placeOf } from './entry-id.ts'
import { endGrounds, readSwitches } from './ground-store.ts'
import { markWithdrawn } from './store.ts'
import type { StateRow } from './tables.ts'
import { bodyOf, type TakeBackDeps } from './take-back.ts'
import { countingEntries, lockStates, withoutConsent } from './take-back-store.ts'
import { actorOf, type EventInput, isoText, writeEntries } from './write-entries.ts'

const reason = 'file_says_no'
const dayMs = 24 * 60 * 60 * 1000

/**
 * Whatever the consent rests on: a file tells of a no that was said elsewhere, and who wants it may
 * agree anew by an act of their own. Only a no that is dated before the yes does not end it.
 */
export async function refuseBulk(
  deps: TakeBackDeps,
  tx: Tx,
  caller: Caller,
  { saidAt, controllerId, channel, purpose }: RefuseBulk,
): Promise<RefusedBulk> {
  if (saidAt.size === 0) return { batchIds: [], closed: [] }
  const { accountId } = caller
  const asked = [...saidAt.keys()]
  const meant = (await lockStates(tx, accountId, asked)).filter(
    (row) =>
      row.channel === channel &&
      (controllerId === null || row.controller_id === controllerId) &&
      (purpose === null || row.purpose === purpose),
  )
  const ending = meant.filter(
    (row) => row.state === 'given' && !isBefore(saidAt.get(row.subject_id) ?? null, row.since),
  )
  const ended = meant.filter((row) => row.state === 'withdrawn')
  const keysOf = await deps.vault.openSubjects(tx, accountId, [
    ...new Set([...ending, ...ended].map((row) => row.subject_id)),
  ])
  const rows = [...ending, ...(await endedByFile(deps, tx, accountId, { ended, keysOf }))]
  const batchIds = await writeRefusals(deps, tx, caller, { rows, keysOf, saidAt })
  if ((await readSwitches(tx, accountId)).length > 0) {
    const only = controllerId === null || purpose === null ? null : { controllerId, purpose }
    await endGrounds(tx, accountId, { subjects: asked, only })
  }
  return { batchIds, closed: await withoutConsent(tx, accountId, asked) }
}

/** A day without its hour ends with its last. */
function isBefore(saidAt: Instant | null, since: Instant): boolean {
  if (saidAt === null) return false
  return saidAt % dayMs === 0 ? saidAt + dayMs <= since : saidAt < since
}

type Keys = ReadonlyMap<SubjectId, SubjectKeys>

/** That another file said so too is kept: should the first be taken back, the no of this one stands. */
async function endedByFile(
  deps: TakeBackDeps,
  tx: Tx,
  accountId: AccountId,
  { ended, keysOf }: { ended: readonly StateRow[]; keysOf: Keys },
): Promise<StateRow[]> {
  if (ended.length === 0) return []
  const subjects = [...new Set(ended.map((row) => row.subject_id))]
  const ids = new Set(ended.map((row) => row.entry_id))
  const ofFiles = new Set<EntryId>()
  for (const entry of await countingEntries(tx, accountId, subjects)) {
    if (!ids.has(entry.entry_id) || entry.kind !== 'consent.withdrawn') continue
    const keys = keysOf.get(entry.subject_id as SubjectId)
    if (keys === undefined || !hasKey(keys.proofKey)) continue
    if (bodyOf(deps, accountId, entry, keys)?.['reason'] === reason) ofFiles.add(entry.entry_id)
  }
  return ended.filter((row) => ofFiles.has(row.entry_id))
}

async function writeRefusals(
  deps: TakeBackDeps,
  tx: Tx,
  caller: Caller,
  asked: { rows: readonly StateRow[]; keysOf: Keys; saidAt: RefuseBulk['saidAt'] },
): Promise<string[]> {
  const { accountId } = caller
  const at = deps.clock.now()
  const known = asked.rows.flatMap((row) => {
    const keys = asked.keysOf.get(row.subject_id)
    return keys !== undefined && hasKey(keys.proofKey) ? [{ row, keys }] : []
  })
  const events = known.map(({ row, keys }): EventInput => {
    const { purpose, channel, controller_id: controller, subject_id: subjectId } = row
    const saidAt = isoText(asked.saidAt.get(subjectId) ?? at)
    const body = { actor: actorOf(caller), controller, reason, saidAt }
    return { kind: 'consent.withdrawn', purpose, channel, wordingSha256: null, keys, body }
  })
  const entryIds = await writeEntries(deps, tx, { accountId, at }, events)
  for (const { key, places } of byKey(known.map(({ row }) => row))) {
    await markWithdrawn(tx, accountId, {
      subjectIds: places.map((place) => known[place]?.row.subject_id as SubjectId),
      entryIds: places.map((place) => entryIds[place] as EntryId),
      key,
      at,
    })
  }
  return [...new Set(entryIds.map((entryId) => placeOf(entryId).batchId))]
}

type Key = { controllerId: ControllerId; channel: Channel; purpose: Purpose }

function byKey(rows: readonly StateRow[]): { key: Key; places: number[] }[] {
  const groups = new Map<string, { key: Key; places: number[] }>()
  for (const [place, { controller_id: controllerId, channel, purpose }] of rows.entries()) {
    const name = `${controllerId}|${channel}|${purpose}`
    const group = groups.get(name) ?? { key: { controllerId, channel, purpose }, places: [] }
    group.places.push(place)
    groups.set(name, group)
  }
  return [...groups.values()]
}
