// Records refusals from a file: the earlier consents of those people end.
import type {
  AccountId,
  Caller,
  ControllerId,
  EntryId,
  Instant,
  SubjectId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys } from '../../vault/index.ts'
import type { Channel, Purpose } from '../consent.ts'
import { isSaidBefore } from '../consent-dates.ts'
import { placeOf } from '../entry-id.ts'
import { actorOf, type EventInput, isoText, writeEntries } from '../ledger/write-entries.ts'
import { holdForNo } from '../store/hold-people.ts'
import {
  deleteLegalBases,
  legalBasesOfSubjects,
  lockLegalBases,
} from '../store/legal-basis-store.ts'
import { lockStates, type WithdrawnState, writeWithdrawn } from '../store/state-store.ts'
import { countingEntries, withoutConsent } from '../store/take-back-store.ts'
import type { LegalBasisRow, StateRow } from '../tables.ts'
import { bodyOf, type TakeBackDeps } from './take-back.ts'

/** What a file says no to; a null means every entity, or every purpose. */
export type RefuseBulk = {
  /** When each said so, as the file dates it; null: it does not. */
  saidAt: ReadonlyMap<SubjectId, Instant | null>
  controllerId: ControllerId | null
  channel: Channel
  purpose: Purpose | null
}

export type RefusedBulk = {
  /** The batches of the withdrawals: enough to take them back. */
  batchIds: readonly string[]
  /** Of those asked about, who has neither a consent for SMS left nor another legal basis. */
  closed: readonly SubjectId[]
}

const reason = 'file_says_no'

/**
 * Whatever the consent rests on: a file tells of a no that was said elsewhere, and who wants it may
 * agree anew by an act of their own. Only a no that is dated before the yes does not end it.
 * Another legal basis it ends whenever it was said, with an entry of its own (R-111 g, R-112): a
 * person who has refused is not brought back by a sale.
 */
export async function refuseBulk(
  deps: TakeBackDeps,
  tx: Tx,
  caller: Caller,
  asked: RefuseBulk,
): Promise<RefusedBulk> {
  const { saidAt } = asked
  if (saidAt.size === 0) return { batchIds: [], closed: [] }
  const { accountId } = caller
  const subjects = [...saidAt.keys()]
  // As every no takes them: first their contacts, then this lock, then rows.
  await holdForNo(tx, accountId, subjects)
  await lockLegalBases(tx, accountId, 'end')
  const meant = (await lockStates(tx, accountId, subjects)).filter((row) => isMeant(asked, row))
  const ending = meant.filter(
    (row) => row.state === 'given' && !isSaidBefore(saidAt.get(row.subject_id) ?? null, row.since),
  )
  const ended = meant.filter((row) => row.state === 'withdrawn')
  const legalBases = await legalBasesThatEnd(tx, accountId, asked, { meant, ending })
  const keysOf = await deps.vault.openSubjects(tx, accountId, [
    ...new Set([...ending, ...ended, ...legalBases].map((row) => row.subject_id)),
  ])
  const rows = [
    ...ending,
    ...(await endedByFile(deps, tx, accountId, { ended, keysOf })),
    ...restingOnLegalBasis(legalBases, meant),
  ]
  const batchIds = await writeRefusals(deps, tx, caller, { rows, keysOf, saidAt })
  await deleteLegalBases(deps.guard, tx, accountId, legalBases)
  return { batchIds, closed: await withoutConsent(tx, accountId, subjects) }
}

type Refused = Omit<WithdrawnState, 'entry_id'>

const isMeant = ({ channel, controllerId, purpose }: RefuseBulk, row: Refused): boolean =>
  row.channel === channel &&
  (controllerId === null || row.controller_id === controllerId) &&
  (purpose === null || row.purpose === purpose)

const ofLegalBasis = (row: LegalBasisRow): Refused => ({ ...row, channel: 'sms' })
const keyOf = (row: Refused): string =>
  `${row.subject_id}|${row.controller_id}|${row.channel}|${row.purpose}`

/** All but those beside a consent that is newer than this no: that person has agreed since. */
async function legalBasesThatEnd(
  tx: Tx,
  accountId: AccountId,
  asked: RefuseBulk,
  { meant, ending }: { meant: readonly StateRow[]; ending: readonly StateRow[] },
): Promise<LegalBasisRow[]> {
  const ends = new Set(ending.map(keyOf))
  const newer = meant.filter((row) => row.state === 'given' && !ends.has(keyOf(row))).map(keyOf)
  const stays = new Set(newer)
  const held = await legalBasesOfSubjects(tx, accountId, [...asked.saidAt.keys()])
  return held.filter(
    (row) => isMeant(asked, ofLegalBasis(row)) && !stays.has(keyOf(ofLegalBasis(row))),
  )
}

/** Of whom nothing but a legal basis is held: their no has no consent that it could end. */
function restingOnLegalBasis(
  legalBases: readonly LegalBasisRow[],
  meant: readonly StateRow[],
): readonly Refused[] {
  const held = new Set(meant.map(keyOf))
  return legalBases.map(ofLegalBasis).filter((row) => !held.has(keyOf(row)))
}

type Keys = ReadonlyMap<SubjectId, SubjectKeys>

/**
 * That another file said so too is kept: should the first be taken back, the no of this one stands.
 */
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
  asked: { rows: readonly Refused[]; keysOf: Keys; saidAt: RefuseBulk['saidAt'] },
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
  const rows = known.map(({ row }, place) => ({ ...row, entry_id: entryIds[place] as EntryId }))
  await writeWithdrawn(deps.guard, tx, accountId, { rows, at })
  return [...new Set(entryIds.map((entryId) => placeOf(entryId).batchId))]
}
