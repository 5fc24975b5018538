// The gate's truth: who has an effective consent at an instant, and who has objected.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  decideEffective,
  type EffectiveConsent,
  type GateQuestion,
  type SuppressionScope,
} from '../consent.ts'
import { policyByDefault } from '../consent-dates.ts'
import type { OtherLegalBasis } from '../contract.ts'
import type { Guard } from '../store/guard.ts'
import { isSameMac, macOfRow } from '../store/guard-macs.ts'
import { readLegalBases } from '../store/legal-basis-store.ts'
import { readStates } from '../store/state-store.ts'
import { readFacts, readPolicy } from '../store/store.ts'
import type { HeldState, LegalBasisRow } from '../tables.ts'

/**
 * `unknown`: it stands, as far as anybody can say, and a no may be missing. It allows nothing, and
 * ends nothing either: once the ledger is mended it is asked again.
 */
export type GateConsent = EffectiveConsent | UnknownConsent
type UnknownConsent = { effective: false; why: 'unknown'; stands: StandingConsent }
type StandingConsent = Extract<EffectiveConsent, { effective: true }>

/** What it rests on, whether or not somebody can say that nothing stands against it. */
export function whatStands(consent: GateConsent): StandingConsent | null {
  if (consent.effective) return consent
  return consent.why === 'unknown' ? consent.stands : null
}

/** The truth for one person at one instant, in the order asked. */
export type GateFact = {
  consent: GateConsent
  /** Null when no suppression stands on the number. */
  suppression: SuppressionScope | null
  /** Nobody can say whether more stands on it. */
  isUnknown: boolean
}

export async function gateFacts(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  people: {
    subjects: readonly (SubjectId | null)[]
    tags: readonly (Uint8Array | null)[]
  },
  question: GateQuestion,
): Promise<GateFact[]> {
  const { controllerId, channel, purpose, at } = question
  const key = { controllerId, channel, purpose }
  const found = await readFacts(guard, tx, accountId, people, key)
  const { held, scopes, altered, undecided, unknown, minimumRank, legalBases } = found
  const policy = { minimumRank: minimumRank ?? policyByDefault.minimum_rank }
  const facts: Decided[] = held.map((row, index) => ({
    consent:
      row !== null && altered.has(row.subject_id)
        ? alteredAt(row)
        : decideEffective(row === null ? null : standingOf(row), policy, at),
    suppression: scopes[index] ?? null,
    isUnknown: unknown.has(index),
  }))
  const asked = { subjects: people.subjects, legalBases, question, undecided }
  const rests = legalBases.length > 0 && channel === 'sms'
  const all = rests ? await withLegalBases(guard, tx, accountId, facts, asked) : facts
  if (unknown.size === 0 && undecided.size === 0) return all
  return all.map((fact, index) => {
    const subjectId = people.subjects[index] ?? null
    const isDoubted = fact.isUnknown || (subjectId !== null && undecided.has(subjectId))
    return isDoubted ? { ...fact, consent: doubted(fact.consent) } : fact
  })
}

/** Changed by somebody without the keys. */
const alteredAt = (row: Pick<HeldState, 'entry_id'> | null): EffectiveConsent => ({
  effective: false,
  why: 'altered',
  entryId: row?.entry_id ?? null,
})

/** Nobody can say whether there is a no. What is no yes without it stays what it is. */
const doubted = (consent: EffectiveConsent): GateConsent =>
  consent.effective ? { effective: false, why: 'unknown', stands: consent } : consent

type Standing = Omit<HeldState, 'subject_id' | 'mac'>

const standingOf = (row: Standing) => ({
  state: row.state,
  since: row.since,
  validUntil: row.valid_until,
  gradeRank: row.grade_rank,
  wordingId: row.wording_id,
  entryId: row.entry_id,
})

/** Whoever took a consent back has said no: no other legal basis stands in for it. */
const mayRestElsewhere = ({ consent }: Decided): boolean =>
  !consent.effective && consent.why !== 'withdrawn' && consent.why !== 'altered'

type Decided = Omit<GateFact, 'consent'> & { consent: EffectiveConsent }

/**
 * Asked only where an account has switched one on: most never do. Whom nobody can say more of is
 * added to `undecided`.
 */
async function withLegalBases(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  facts: readonly Decided[],
  asked: {
    subjects: readonly (SubjectId | null)[]
    legalBases: readonly OtherLegalBasis[]
    question: GateQuestion
    undecided: Set<SubjectId>
  },
): Promise<Decided[]> {
  const { controllerId, purpose, at } = asked.question
  const open = facts.flatMap((fact, index) => {
    const subjectId = asked.subjects[index] ?? null
    return subjectId !== null && mayRestElsewhere(fact) ? [subjectId] : []
  })
  const { legalBases } = asked
  const found = await readLegalBases(guard, tx, accountId, {
    subjects: open,
    controllerId,
    purpose,
    legalBases,
    at,
  })
  for (const row of found.values()) {
    if (row.truth === 'unknown') asked.undecided.add(row.subject_id)
  }
  return facts.map((fact, index) => {
    const row = found.get(asked.subjects[index] as SubjectId)
    return row === undefined || !mayRestElsewhere(fact)
      ? fact
      : { ...fact, consent: row.truth === 'false' ? alteredAt(row) : effectiveBy(row) }
  })
}

const effectiveBy = (row: LegalBasisRow): EffectiveConsent => ({
  effective: true,
  entryId: row.entry_id,
  wordingId: row.wording_id,
  gradeRank: 0,
  since: row.since,
  validUntil: row.valid_until,
  legalBasis: row.legal_basis,
})

type StateOf = Omit<GateQuestion, 'at'> & {
  consent: EffectiveConsent
  since: Instant
  validUntil: Instant
}

/** All that one person has said, entity by entity, channel by channel, purpose by purpose. */
export async function statesOf(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
  at: Instant,
): Promise<StateOf[]> {
  const policy = (await readPolicy(tx, accountId)) ?? policyByDefault
  const macOf = macOfRow(guard.keyOf(accountId), accountId)
  const rows = await readStates(tx, accountId, subjectId)
  await guard.suppressions.look(tx, accountId)
  return rows.map((row) => {
    const { controller_id: controllerId, channel, purpose } = row
    const state = standingOf(row)
    const { since, validUntil } = state
    const isTrue =
      row.mac === null
        ? !guard.isSealed(accountId)
        : isSameMac(row.mac, macOf(row)) &&
          (row.state === 'withdrawn' ||
            guard.suppressions.rowState(accountId, subjectId, row.mac) === 'stands')
    const consent = isTrue
      ? decideEffective(state, { minimumRank: policy.minimum_rank }, at)
      : alteredAt(row)
    return { controllerId, channel, purpose, since, validUntil, consent }
  })
}
