// What a person's entries come to, for one entity, channel and purpose: the projection, made again.
import type { EntryId, Instant } from '../../kernel/index.ts'
import { evidenceGrades, rankOf, type SuppressionScope, scopeCovers } from '../consent.ts'
import { monthsLater } from '../consent-dates.ts'
import type { OtherLegalBasis } from '../contract.ts'
import type { StateKey } from '../tables.ts'

/**
 * An entry with its body in clear. What an import brought and took back again is not among them.
 */
export type FoldedEntry = {
  entryId: EntryId
  kind: string
  channel: string
  purpose: string
  recordedAt: Instant
  body: Readonly<Record<string, unknown>>
}

export type Fold = {
  state: 'given' | 'withdrawn'
  since: Instant
  validUntil: Instant
  gradeRank: number
  /** Hexadecimal; null for a claim. */
  wordingSha256: string | null
  entryId: EntryId
}

const yes: ReadonlySet<string> = new Set([
  'consent.given',
  'consent.confirmed',
  'consent.refreshed',
  'import.declared',
])

/**
 * As recording does it, entry by entry in their order: the stronger evidence stays, then the later
 * act; a no ends it, and only a yes that lifted it begins anew. Null: nothing was ever said of it.
 */
export function foldEntries(
  entries: readonly FoldedEntry[],
  key: StateKey,
  validMonths: number,
): Fold | null {
  let held: Fold | null = null
  let isLifted = false
  for (const entry of entries) {
    if (isNo(entry, key)) {
      if (held?.state === 'given') held = ended(held, entry)
      else if (held === null && entry.kind === 'consent.withdrawn') held = refusedBy(entry)
      continue
    }
    if (!isAbout(entry, key)) continue
    if (entry.kind === 'suppression.lifted') {
      isLifted = true
    } else if (entry.kind === 'consent.expired') {
      if (held?.state === 'given') held = ranOut(held, entry)
    } else if (yes.has(entry.kind)) {
      const given = givenBy(entry, validMonths)
      if (held === null || isLifted || replaces(given, held, entry.recordedAt)) held = given
      isLifted = false
    }
  }
  return held
}

function isAbout({ channel, purpose, body }: FoldedEntry, key: StateKey): boolean {
  const isSame = channel === key.channel && purpose === key.purpose
  return isSame && body['controller'] === key.controllerId
}

/** An objection speaks of every entity and purpose; a withdrawal of its own. */
function isNo(entry: FoldedEntry, key: StateKey): boolean {
  if (entry.kind === 'consent.withdrawn') return isAbout(entry, key)
  if (entry.kind !== 'objection') return false
  return scopeCovers(entry.body['scope'] as SuppressionScope, 'marketing')
}

/** The no of somebody who had agreed to nothing: another legal basis held them. */
const refusedBy = ({ recordedAt, entryId }: FoldedEntry): Fold => ({
  state: 'withdrawn',
  since: recordedAt,
  validUntil: recordedAt,
  gradeRank: 0,
  wordingSha256: null,
  entryId,
})

const ended = (held: Fold, { recordedAt, entryId }: FoldedEntry): Fold => ({
  ...held,
  state: 'withdrawn',
  since: recordedAt,
  entryId,
})

const ranOut = (held: Fold, { entryId, body }: FoldedEntry): Fold => ({
  ...held,
  validUntil: instantOf(body['saidAt']) ?? held.validUntil,
  entryId,
})

function givenBy({ entryId, recordedAt, body }: FoldedEntry, validMonths: number): Fold {
  const since = instantOf(body['givenAt']) ?? recordedAt
  const grade = evidenceGrades.find((one) => one === body['grade']) ?? 'claimed'
  return {
    state: 'given',
    since,
    validUntil: instantOf(body['validUntil']) ?? monthsLater(since, validMonths),
    gradeRank: rankOf(grade),
    wordingSha256: grade === 'claimed' ? null : wordingOf(body),
    entryId,
  }
}

function replaces(given: Fold, held: Fold, at: Instant): boolean {
  if (held.state !== 'given') return false
  if (given.gradeRank > 0 && held.validUntil <= at) return true
  if (given.gradeRank !== held.gradeRank) return given.gradeRank > held.gradeRank
  return given.since > held.since
}

function instantOf(text: unknown): Instant | null {
  const at = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : at
}

function wordingOf(body: FoldedEntry['body']): string | null {
  const wording = body['wording']
  return typeof wording === 'string' ? wording : null
}

export type LegalBasisFold = {
  legalBasis: OtherLegalBasis
  since: Instant
  wordingSha256: string | null
  entryId: EntryId
}

const legalBases: ReadonlyMap<string, OtherLegalBasis> = new Map([
  ['ground.soft_opt_in', 'soft_opt_in'],
  ['ground.b2b_opt_out', 'b2b_opt_out'],
])

/**
 * The other legal basis that these entries leave: the later sale,
 * unless a no or a lifted one follows.
 */
export function foldLegalBasis(
  entries: readonly FoldedEntry[],
  key: StateKey,
): LegalBasisFold | null {
  let held: LegalBasisFold | null = null
  for (const entry of entries) {
    // With the yes that lifts an objection every legal basis from before it ends,
    // whatever it was for.
    if (isNo(entry, key) || entry.kind === 'suppression.lifted') held = null
    const legalBasis = legalBases.get(entry.kind)
    if (legalBasis === undefined || !isAbout(entry, key)) continue
    const { entryId, recordedAt, body } = entry
    const since = instantOf(body['givenAt']) ?? recordedAt
    if (held === null || since >= held.since) {
      held = { legalBasis, since, wordingSha256: wordingOf(body), entryId }
    }
  }
  return held
}
