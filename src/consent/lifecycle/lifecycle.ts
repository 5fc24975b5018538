// What happens to consents and their proofs as time passes.
import type { AccountId, Caller, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { GateQuestion } from '../consent.ts'
import type { ProofPart } from '../contract.ts'
import { seqsOf } from '../ledger/prove-consent.ts'
import { findErasure } from '../store/entry-store.ts'
import { countHolds, type HeldProofs, holdsAmong, lockHold, readHeld } from '../store/hold-store.ts'
import { type ExpireDeps, type Expired, expireConsents } from './expire-consents.ts'
import { destroyProofs, endHolds, type HoldDeps, letGo } from './hold-proofs.ts'
import { type KeptDeps, type KeptProofs, keptIfGone, partsOf } from './kept-proofs.ts'
import { recordAsking } from './record-asking.ts'

/** For the program's own rounds, and for whoever lets a person go. */
export interface ConsentLifecycle {
  /** Tells the ledger which consents have run out, a batch a call, behind the one before. */
  expireConsents(tx: Tx, caller: Caller, after?: Expired['last']): Promise<Expired>
  /** Tells the ledger that these people are asked once more; who can be told is answered. */
  recordAsking(
    tx: Tx,
    caller: Caller,
    asked: Omit<GateQuestion, 'at'> & { subjects: readonly SubjectId[] },
  ): Promise<SubjectId[]>
  /** Their contacts go: what proves their consents stays to a set date, and lets nothing leave. */
  letGo(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<void>
  /** Destroys a page of the proofs whose day has come; how many. */
  endHolds(tx: Tx, accountId: AccountId, limit: number): Promise<number>
  /** One before its day; false when none is held. */
  endHold(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<boolean>
  /** What proves something of these people, and to which day it is kept once they are gone. */
  proofsOf(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<HeldProofs[]>
  /** What the proofs of these people say of them, by kind of entry. */
  proofPartsOf(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<Map<string, ProofPart[]>>
  /** What would be kept of this person if their contact went now; null: nothing. */
  keptIfGone(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<KeptProofs | null>
  /** Whether proofs of anybody who is gone are held in this account. */
  holdsProofs(tx: Tx, accountId: AccountId): Promise<boolean>
  /** Of these people, those whose proofs are still held. */
  heldAmong(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<SubjectId[]>
  /** What the ledger says of an erasure, by the token that joins a person's entries. */
  erasureEntry(
    tx: Tx,
    accountId: AccountId,
    link: Uint8Array,
  ): Promise<{ recordedAt: Instant; place: number | null } | null>
}

export function createLifecycle(deps: ExpireDeps & HoldDeps & KeptDeps): ConsentLifecycle {
  return {
    expireConsents: (tx, caller, after = null) => expireConsents(deps, tx, caller, after),
    recordAsking: (tx, caller, asked) => recordAsking(deps, tx, caller, asked),
    letGo: (tx, accountId, subjects) => letGo(deps, tx, accountId, subjects),
    endHolds: (tx, accountId, limit) => endHolds(deps, tx, accountId, limit),
    endHold: async (tx, accountId, subjectId) => {
      if (!(await lockHold(tx, accountId, subjectId))) return false
      await destroyProofs(deps, tx, accountId, { subjects: [subjectId], at: deps.clock.now() })
      return true
    },
    proofsOf: readHeld,
    proofPartsOf: (tx, accountId, subjects) => partsOf(deps, tx, accountId, subjects),
    keptIfGone: (tx, accountId, subjectId) => keptIfGone(deps, tx, accountId, subjectId),
    holdsProofs: async (tx, accountId) => (await countHolds(tx, accountId)) > 0,
    heldAmong: holdsAmong,
    erasureEntry: async (tx, accountId, link) => {
      const entry = await findErasure(tx, accountId, link)
      if (entry === null) return null
      const [place = null] = await seqsOf(tx, accountId, [entry.entryId])
      return { recordedAt: entry.recordedAt, place }
    },
  }
}
