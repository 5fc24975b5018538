// The gate's truth: who has an effective consent at an instant, and who has objected.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { decideEffective, type EffectiveConsent } from './consent.ts'
import type { GateFact, GateQuestion } from './consent-door.ts'
import type { OtherGround } from './contract.ts'
import { type GroundRow, readGrounds } from './ground-store.ts'
import { policyByDefault } from './judge-claim.ts'
import { readFacts, readPolicy, readStates } from './store.ts'
import type { HeldState } from './tables.ts'

export async function gateFacts(
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
  const { held, scopes, minimumRank, grounds } = await readFacts(tx, accountId, people, key)
  const policy = { minimumRank: minimumRank ?? policyByDefault.minimum_rank }
  const facts = held.map((row, index) => ({
    consent: decideEffective(row === null ? null : standingOf(row), policy, at),
    suppression: scopes[index] ?? null,
  }))
  if (grounds.length === 0 || channel !== 'sms') return facts
  return withGrounds(tx, accountId, facts, { subjects: people.subjects, grounds, question })
}

const standingOf = (row: HeldState) => ({
  state: row.state,
  since: row.since,
  validUntil: row.valid_until,
  gradeRank: row.grade_rank,
  wordingId: row.wording_id,
  entryId: row.entry_id,
})

/** Whoever took a consent back has said no: no other ground stands in for it. */
const mayRestElsewhere = ({ consent }: GateFact): boolean =>
  !consent.effective && consent.why !== 'withdrawn'

/** Asked only where an account has switched one on: most never do. */
async function withGrounds(
  tx: Tx,
  accountId: AccountId,
  facts: readonly GateFact[],
  asked: {
    subjects: readonly (SubjectId | null)[]
    grounds: readonly OtherGround[]
    question: GateQuestion
  },
): Promise<GateFact[]> {
  const { controllerId, purpose, at } = asked.question
  const open = facts.flatMap((fact, index) => {
    const subjectId = asked.subjects[index] ?? null
    return subjectId !== null && mayRestElsewhere(fact) ? [subjectId] : []
  })
  const { grounds } = asked
  const found = await readGrounds(tx, accountId, {
    subjects: open,
    controllerId,
    purpose,
    grounds,
    at,
  })
  return facts.map((fact, index) => {
    const row = found.get(asked.subjects[index] as SubjectId)
    return row === undefined || !mayRestElsewhere(fact)
      ? fact
      : { ...fact, consent: effectiveBy(row) }
  })
}

const effectiveBy = (row: GroundRow): EffectiveConsent => ({
  effective: true,
  entryId: row.entry_id,
  wordingId: row.wording_id,
  gradeRank: 0,
  since: row.since,
  validUntil: row.valid_until,
  ground: row.ground,
})

type StateOf = Omit<GateQuestion, 'at'> & {
  consent: EffectiveConsent
  since: Instant
  validUntil: Instant
}

/** All that one person has said, entity by entity, channel by channel, purpose by purpose. */
export async function statesOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
  at: Instant,
): Promise<StateOf[]> {
  const policy = (await readPolicy(tx, accountId)) ?? policyByDefault
  return (await readStates(tx, accountId, subjectId)).map((row) => {
    const { controller_id: controllerId, channel, purpose } = row
    const state = standingOf(row)
    const { since, validUntil } = state
    const consent = decideEffective(state, { minimumRank: policy.minimum_rank }, at)
    return { controllerId, channel, purpose, since, validUntil, consent }
  })
}
