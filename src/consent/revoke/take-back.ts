// Cancels what an import recorded, when it is undone or when a later row refuses.
import type { AccountId, Caller, Clock, EntryId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { policyByDefault } from '../consent-dates.ts'
import { type FoldedEntry, foldEntries, foldLegalBasis } from '../ledger/fold-entries.ts'
import { rowOf, wordingFinder } from '../ledger/fold-rows.ts'
import {
  actorOf,
  bodyContext,
  type EntryDeps,
  type EventInput,
  isoText,
  writeEntries,
} from '../ledger/write-entries.ts'
import { legalBasisEnds } from '../legal-basis.ts'
import { holdForNo } from '../store/hold-people.ts'
import { reopenLegalBasis } from '../store/legal-basis-store.ts'
import {
  deleteStates,
  endStates,
  lockStates,
  reopenStates,
  rewriteStates,
} from '../store/state-store.ts'
import { readPolicy } from '../store/store.ts'
import {
  type BulkEntry,
  bulkEntries,
  countingEntries,
  insertTakenBack,
  type TakeBackBulk,
  withoutConsent,
} from '../store/take-back-store.ts'
import type { BodyRow, StateRow } from '../tables.ts'

export type TakeBackDeps = EntryDeps & {
  clock: Clock
  vault: Pick<Vault, 'openSubjects' | 'openProof'>
}

export type TakenBackBulk = {
  /** How many entries: also of consents that something stronger or later had replaced. */
  entries: number
  /** Whose consent rested on what was taken back, once a consent. */
  takenBack: readonly SubjectId[]
  /** Of those, who has neither a consent for SMS left nor another legal basis. */
  closed: readonly SubjectId[]
  /**
   * Whose no was taken back with it, so that a consent for SMS or another legal basis stands again.
   */
  reopened: readonly SubjectId[]
}

const nobody: TakenBackBulk = { entries: 0, takenBack: [], closed: [], reopened: [] }

/**
 * Each entry is taken back by one of its own, `consent.invalidated`, and no longer counts. Where a
 * state rested on it, that becomes what the person's other entries say: an earlier consent stands
 * again, and where there is none it is as if nothing had been given. With a no that is taken back
 * the other legal basis that it ended counts again too. It is nothing that the person said: what
 * they took back or objected to themselves stands on.
 */
export async function takeBackBulk(
  deps: TakeBackDeps,
  tx: Tx,
  caller: Caller,
  { reason, ...bulk }: TakeBackBulk,
): Promise<TakenBackBulk> {
  const { accountId } = caller
  const found = await bulkEntries(tx, accountId, bulk)
  if (found.length === 0) return nobody
  const people = [...new Set(found.map((entry) => entry.subject_id))]
  const keysOf = await deps.vault.openSubjects(tx, accountId, people)
  const entries = found.flatMap((entry) => {
    const keys = keysOf.get(entry.subject_id)
    return keys !== undefined && hasKey(keys.proofKey) ? [{ entry, keys }] : []
  })
  // As a no takes them: first their contacts, then rows. One that comes meanwhile is seen, or waits
  // and ends what stands again here.
  await holdForNo(tx, accountId, people)
  const states = await lockStates(tx, accountId, people)
  const at = deps.clock.now()
  const events = entries.map(({ entry, keys }) =>
    eventOf(deps, caller, { entry, keys, reason, at }),
  )
  await writeEntries(deps, tx, { accountId, at }, events)
  const taken = entries.map(({ entry }) => entry.entry_id)
  await insertTakenBack(tx, accountId, taken)
  const gone = new Set<EntryId>(taken)
  const resting = states.filter((row) => gone.has(row.entry_id))
  const { restored, covered } = await restore(deps, tx, accountId, { resting, keysOf })
  const withdrawn = resting.filter((row) => row.state === 'given').map((row) => row.subject_id)
  const saidNo = new Set(resting.filter((row) => row.state === 'withdrawn').map(personAndKey))
  const back = restored.filter((row) => saidNo.has(personAndKey(row)) && opens(row))
  return {
    entries: taken.length,
    takenBack: withdrawn,
    closed: await withoutConsent(tx, accountId, [...new Set(withdrawn)]),
    reopened: [...new Set([...back.map((row) => row.subject_id), ...covered])],
  }
}

const personAndKey = (row: StateRow): string =>
  `${row.subject_id}|${row.controller_id}|${row.channel}|${row.purpose}`

const opens = (row: StateRow): boolean =>
  row.state === 'given' && row.channel === 'sms' && row.grade_rank > 0

type Told = { entry: BulkEntry; keys: SubjectKeys; reason: string; at: number }

/** The leaf names the wording of the yes that is taken back, and none for a no. */
function eventOf(
  deps: TakeBackDeps,
  caller: Caller,
  { entry, keys, reason, at }: Told,
): EventInput {
  const body = bodyOf(deps, caller.accountId, entry, keys)
  const controller = body?.['controller']
  return {
    kind: 'consent.invalidated',
    purpose: entry.purpose,
    channel: entry.channel,
    wordingSha256: entry.wording_sha256,
    keys,
    body: {
      actor: actorOf(caller),
      controller: typeof controller === 'string' ? controller : undefined,
      reason,
      saidAt: isoText(at),
      takesBack: entry.entry_id,
    },
  }
}

export function bodyOf(
  { vault }: TakeBackDeps,
  accountId: AccountId,
  { entry_id, body_sealed }: BodyRow,
  keys: SubjectKeys,
): Record<string, unknown> | null {
  if (body_sealed === null) return null
  const plain = vault.openProof(keys, accountId, bodyContext(entry_id), body_sealed)
  return JSON.parse(plain.toString('utf8')) as Record<string, unknown>
}

/** Most have nothing else in the ledger; of the others each entry is opened and folded anew. */
async function restore(
  deps: TakeBackDeps,
  tx: Tx,
  accountId: AccountId,
  { resting, keysOf }: { resting: StateRow[]; keysOf: ReadonlyMap<SubjectId, SubjectKeys> },
): Promise<{ restored: StateRow[]; covered: SubjectId[] }> {
  const policy = (await readPolicy(tx, accountId)) ?? policyByDefault
  const subjects = [...new Set(resting.map((row) => row.subject_id))]
  const entriesOf = await entriesThatCount(deps, tx, accountId, { subjects, keysOf })
  const wordingOf = entriesOf.size === 0 ? () => null : await wordingFinder(tx, accountId)
  const none: StateRow[] = []
  const restored: StateRow[] = []
  for (const row of resting) {
    const entries = entriesOf.get(row.subject_id) ?? []
    const fold = foldEntries(entries, keyOf(row), policy.valid_months)
    if (fold === null) none.push(row)
    else restored.push(rowOf(row, fold, wordingOf(row, fold)))
  }
  endStates(deps.guard, tx, accountId, resting)
  reopenStates(deps.guard, tx, accountId, restored)
  await deleteStates(tx, accountId, none)
  await rewriteStates(deps.guard, tx, accountId, restored)
  const saidNo = resting.filter((row) => row.state === 'withdrawn' && row.channel === 'sms')
  const covered: SubjectId[] = []
  for (const row of saidNo) {
    const held = foldLegalBasis(entriesOf.get(row.subject_id) ?? [], keyOf(row))
    const wordingId = held === null ? null : wordingOf(row, held)
    if (held === null || wordingId === null) continue
    const { subject_id, controller_id, purpose } = row
    const { legalBasis: legal_basis, since, entryId } = held
    await reopenLegalBasis(deps.guard, tx, accountId, {
      ...{ subject_id, controller_id, purpose, legal_basis, since },
      valid_until: legalBasisEnds(since, policy.valid_months),
      ...{ wording_id: wordingId, entry_id: entryId },
    })
    covered.push(subject_id)
  }
  return { restored, covered }
}

const keyOf = ({ controller_id: controllerId, channel, purpose }: StateRow) => ({
  controllerId,
  channel,
  purpose,
})

async function entriesThatCount(
  deps: TakeBackDeps,
  tx: Tx,
  accountId: AccountId,
  { subjects, keysOf }: { subjects: SubjectId[]; keysOf: ReadonlyMap<SubjectId, SubjectKeys> },
): Promise<Map<SubjectId, FoldedEntry[]>> {
  const entriesOf = new Map<SubjectId, FoldedEntry[]>()
  for (const row of await countingEntries(tx, accountId, subjects)) {
    const subjectId = row.subject_id as SubjectId
    const body = bodyOf(deps, accountId, row, keysOf.get(subjectId) as SubjectKeys)
    if (body === null) continue
    const { entry_id: entryId, kind, channel, purpose, recorded_at: recordedAt } = row
    const folded = { entryId, kind, channel, purpose, recordedAt, body }
    const before = entriesOf.get(subjectId)
    if (before === undefined) entriesOf.set(subjectId, [folded])
    else before.push(folded)
  }
  return entriesOf
}
