// An account's policy: minimum proof for marketing, validity, other legal bases.
import { type AccountId, assert, type Clock } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type EvidenceGrade, gradeOfRank, rankOf } from '../consent.ts'
import { policyByDefault } from '../consent-dates.ts'
import type { OtherLegalBasis } from '../contract.ts'
import { readSwitches, writeSwitches } from '../store/legal-basis-store.ts'
import { readPolicy, writePolicy } from '../store/store.ts'

/** An account sets this once, and it applies to all its people. */
export interface AccountPolicy {
  policyOf(
    tx: Tx,
    accountId: AccountId,
  ): Promise<{
    minimumGrade: EvidenceGrade
    validMonths: number
    proofMonths: number
    isDefault: boolean
  }>
  /**
   * What the account holds to be enough for marketing; complete evidence of any grade by default.
   */
  setPolicy(
    tx: Tx,
    accountId: AccountId,
    policy: {
      minimumGrade: EvidenceGrade
      validMonths: number
      /** As before when left out. */
      proofMonths?: number | undefined
    },
  ): Promise<void>
  /** Which legal bases other than consent are on; none to begin with. */
  switchedOn(tx: Tx, accountId: AccountId): Promise<OtherLegalBasis[]>
  switchLegalBases(
    tx: Tx,
    accountId: AccountId,
    legalBases: readonly OtherLegalBasis[],
  ): Promise<void>
}

export function createAccountPolicy({ clock }: { clock: Clock }): AccountPolicy {
  return {
    policyOf: async (tx, accountId) => {
      const row = await readPolicy(tx, accountId)
      const held = row ?? policyByDefault
      return {
        minimumGrade: gradeOfRank(held.minimum_rank),
        validMonths: held.valid_months,
        proofMonths: held.proof_months,
        isDefault: row === null,
      }
    },
    setPolicy: async (tx, accountId, policy) => {
      // Whoever calls: what proves nothing is never enough.
      assert(rankOf(policy.minimumGrade) > 0, 'a policy asks for evidence that proves something')
      const held = (await readPolicy(tx, accountId)) ?? policyByDefault
      await writePolicy(tx, accountId, {
        minimum_rank: rankOf(policy.minimumGrade),
        valid_months: policy.validMonths,
        proof_months: policy.proofMonths ?? held.proof_months,
      })
    },
    switchedOn: readSwitches,
    switchLegalBases: (tx, accountId, legalBases) =>
      writeSwitches(tx, accountId, { legalBases, at: clock.now() }),
  }
}
