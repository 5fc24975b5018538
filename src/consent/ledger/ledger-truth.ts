// Holds rows that let marketing leave against the person's own entries:
// no row says more than they do.
import type { AccountId, EntryId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { monthsLater, policyByDefault } from '../consent-dates.ts'
import { type EntryOfPerson, entriesOfPeople } from '../store/reconcile-store.ts'
import { listWordings, readPolicy } from '../store/store.ts'
import type { LegalBasisRow, StateKey, StateRow } from '../tables.ts'
import {
  type Fold,
  type FoldedEntry,
  foldEntries,
  foldLegalBasis,
  type LegalBasisFold,
} from './fold-entries.ts'
import { bodyContext } from './write-entries.ts'

export type TruthDeps = { vault: Pick<Vault, 'commitment' | 'openSubjects' | 'openProof'> }

/** A row that says more than the ledger, and what the ledger says instead. */
export type Doubt = { row: StateRow; fold: Fold | null }

/**
 * What may end or undo a yes: where a person has none of these, their yes stands as it was written.
 */
const turning: ReadonlySet<string> = new Set([
  'objection',
  'consent.withdrawn',
  'consent.invalidated',
  'suppression.lifted',
])
const monthsMax = 36

/** People with their entries, which are opened when they are first needed. */
export type People = {
  entriesOf(subjectId: SubjectId): readonly EntryOfPerson[]
  fold(subjectId: SubjectId, key: StateKey): Fold | null
  legalBasis(subjectId: SubjectId, key: StateKey): LegalBasisFold | null
  /** How many of their entries have another body than the one that they commit to. */
  altered(): number
}

/**
 * `isOurs`: the row's MAC holds, so that it says what its own entry says, and only others can have
 * ended it. Of a row without one the entries are opened and folded anew. A no is believed as it is:
 * it lets nothing leave.
 */
export async function doubtsAmong(
  people: People,
  tx: Tx,
  accountId: AccountId,
  rows: readonly { row: StateRow; isOurs: boolean }[],
): Promise<Doubt[]> {
  const unclear = rows.filter(({ row, isOurs }) => {
    if (row.state !== 'given') return false
    const entries = people.entriesOf(row.subject_id)
    const own = entries.find(({ entry_id }) => entry_id === row.entry_id)
    return !isOurs || own === undefined || entries.some(({ kind }) => turning.has(kind))
  })
  if (unclear.length === 0) return []
  const shaOf = await wordingHashes(tx, accountId)
  return unclear.flatMap(({ row }): Doubt[] => {
    const fold = people.fold(row.subject_id, keyOf(row))
    return agrees(row, fold, shaOf) ? [] : [{ row, fold }]
  })
}

/** Of one page of people: each legal basis is folded anew. */
export async function doubtfulLegalBases(
  deps: TruthDeps,
  tx: Tx,
  accountId: AccountId,
  rows: readonly LegalBasisRow[],
): Promise<LegalBasisRow[]> {
  if (rows.length === 0) return []
  const people = await peopleOf(deps, tx, accountId, [...new Set(rows.map(personOf))])
  const shaOf = await wordingHashes(tx, accountId)
  return rows.filter((row) => {
    const key = { controllerId: row.controller_id, channel: 'sms' as const, purpose: row.purpose }
    const fold = people.legalBasis(row.subject_id, key)
    return (
      fold === null ||
      fold.entryId !== row.entry_id ||
      fold.legalBasis !== row.legal_basis ||
      fold.since !== row.since ||
      fold.wordingSha256 !== shaOf.get(row.wording_id)
    )
  })
}

const keyOf = (row: StateRow): StateKey => ({
  controllerId: row.controller_id,
  channel: row.channel,
  purpose: row.purpose,
})

/** The account may have changed for how long a consent counts since it was recorded. */
function agrees(row: StateRow, fold: Fold | null, shaOf: ReadonlyMap<string, string>): boolean {
  if (fold === null || fold.state !== 'given') return false
  const sha = row.wording_id === null ? null : (shaOf.get(row.wording_id) ?? 'unknown')
  const isSame =
    fold.entryId === row.entry_id &&
    fold.gradeRank === row.grade_rank &&
    fold.since === row.since &&
    fold.wordingSha256 === sha
  if (!isSame || fold.validUntil === row.valid_until) return isSame
  for (let months = 1; months <= monthsMax; months += 1) {
    if (monthsLater(row.since, months) === row.valid_until) return true
  }
  return false
}

async function wordingHashes(tx: Tx, accountId: AccountId): Promise<Map<string, string>> {
  const wordings = await listWordings(tx, accountId)
  return new Map(
    wordings.map(({ wordingId, sha256 }) => [wordingId, Buffer.from(sha256).toString('hex')]),
  )
}

const personOf = (row: LegalBasisRow): SubjectId => row.subject_id

export async function peopleOf(
  deps: TruthDeps,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<People> {
  const entriesOf = new Map<SubjectId, EntryOfPerson[]>()
  for (const entry of await entriesOfPeople(tx, accountId, subjects)) {
    const before = entriesOf.get(entry.subject_id)
    if (before === undefined) entriesOf.set(entry.subject_id, [entry])
    else before.push(entry)
  }
  const months = ((await readPolicy(tx, accountId)) ?? policyByDefault).valid_months
  const keysOf = await deps.vault.openSubjects(tx, accountId, subjects)
  const opened = new Map<SubjectId, Opened>()
  const of = (subjectId: SubjectId): Opened => {
    let entries = opened.get(subjectId)
    if (entries === undefined) {
      const keys = keysOf.get(subjectId)
      entries = countingOf(deps, accountId, keys, entriesOf.get(subjectId) ?? [])
      opened.set(subjectId, entries)
    }
    return entries
  }
  return {
    entriesOf: (subjectId) => entriesOf.get(subjectId) ?? [],
    fold: (subjectId, key) => foldEntries(of(subjectId).counting, key, months),
    legalBasis: (subjectId, key) => foldLegalBasis(of(subjectId).counting, key),
    altered: () => subjects.reduce((sum, subjectId) => sum + of(subjectId).altered, 0),
  }
}

type Opened = { counting: FoldedEntry[]; altered: number }

/**
 * What was taken back is told by the ledger itself, never by a table: a body that names the entry.
 * A body that does not open says nothing.
 */
function countingOf(
  deps: TruthDeps,
  accountId: AccountId,
  keys: SubjectKeys | undefined,
  entries: readonly EntryOfPerson[],
): Opened {
  if (keys === undefined || !hasKey(keys.proofKey)) return { counting: [], altered: 0 }
  const folded: FoldedEntry[] = []
  const takenBack = new Set<EntryId>()
  let altered = 0
  for (const entry of entries) {
    const body = openedBody(deps, accountId, keys, entry)
    if (body === null) {
      altered += 1
      continue
    }
    if (entry.kind === 'consent.invalidated') {
      takenBack.add(body['takesBack'] as EntryId)
      continue
    }
    const { entry_id: entryId, kind, channel, purpose, recorded_at: recordedAt } = entry
    folded.push({ entryId, kind, channel, purpose, recordedAt, body })
  }
  const counting = folded.filter(({ entryId }) => !takenBack.has(entryId))
  return { counting, altered }
}

/** Null where it does not open, or is not the one that its entry commits to. */
function openedBody(
  { vault }: TruthDeps,
  accountId: AccountId,
  keys: SubjectKeys,
  { entry_id, body_sealed, commitment }: EntryOfPerson,
): Record<string, unknown> | null {
  try {
    const plain = vault.openProof(keys, accountId, bodyContext(entry_id), body_sealed)
    if (!vault.commitment(keys, entry_id, plain).equals(commitment)) return null
    return JSON.parse(plain.toString('utf8')) as Record<string, unknown>
  } catch {
    return null
  }
}
