// What the gate asks of consent: who may be written to at an instant, and who has objected.
import type { AccountId, ControllerId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { GateQuestion, Purpose, SuppressionScope } from '../consent.ts'
import type { OtherLegalBasis } from '../contract.ts'
import { authorisedAmong } from '../store/authorisation-store.ts'
import { legalBasisOfEntry } from '../store/entry-store.ts'
import type { Guard } from '../store/guard.ts'
import {
  type StatusAbout,
  type StatusElsewhere,
  type StatusLegalBases,
  type StatusRule,
  statusLegalBases,
  statusRule,
} from '../store/status-store.ts'
import {
  readSuppressions,
  suppressionsAtGate,
  suppressionsWhole,
} from '../store/suppression-store.ts'
import { type GateFact, gateFacts } from './gate-facts.ts'

/** Thousands of people a call; nothing is written. */
export interface ConsentGate {
  /**
   * The gate's truth, one statement for thousands, at acceptance and at the moment of leaving.
   * `subjects[i]` and `tags[i]` are the same person; a null subject has no consent.
   */
  gateFacts(
    tx: Tx,
    accountId: AccountId,
    people: {
      subjects: readonly (SubjectId | null)[]
      tags: readonly (Uint8Array | null)[]
    },
    question: GateQuestion,
  ): Promise<GateFact[]>
  /** Of these people, those for whom a parent's word counts at an instant. */
  authorisedAmong(
    tx: Tx,
    accountId: AccountId,
    asked: {
      subjects: readonly SubjectId[]
      controllerId: ControllerId
      purpose: Purpose
      at: Instant
    },
  ): Promise<Set<SubjectId>>
  /** The one rule of a person's status, for a statement over contacts. */
  statusRule(
    tx: Tx,
    accountId: AccountId,
    asked: { at: Instant; about: StatusAbout; elsewhere: StatusElsewhere },
  ): Promise<StatusRule>
  /** What each status of a page rests on. */
  statusLegalBases(
    tx: Tx,
    accountId: AccountId,
    people: readonly { subjectId: SubjectId; suppressionTag: Uint8Array | null }[],
  ): Promise<Map<SubjectId, StatusLegalBases>>
  /** What the entry that allowed a message was. */
  legalBasisOfEntry(
    tx: Tx,
    accountId: AccountId,
    entryId: EntryId,
  ): Promise<'consent' | OtherLegalBasis>
  /**
   * Which of these numbers have objected: the scope, or null, in the order asked. Throws
   * `consent.suppressions_unknown` where nobody can say so of one of them.
   */
  suppressionsOf(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<(SuppressionScope | null)[]>
  /** For whoever takes a word for a yes: `all` where nobody can say. */
  suppressionsAtGate(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<(SuppressionScope | null)[]>
  /** For whoever shows it, and for alerts at the gate: what is known, and where more may stand. */
  suppressionsKnown(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<{ scopes: (SuppressionScope | null)[]; unknown: ReadonlySet<number> }>
  /** False: of some numbers nobody can say whether they have objected, until it is mended. */
  suppressionsWhole(accountId: AccountId): Promise<boolean>
}

export function createConsentGate(deps: { guard: Guard; database: Database }): ConsentGate {
  const { guard, database } = deps
  return {
    gateFacts: (tx, ...asked) => gateFacts(guard, tx, ...asked),
    authorisedAmong,
    statusRule: (tx, ...asked) => statusRule(guard, tx, ...asked),
    statusLegalBases,
    legalBasisOfEntry,
    suppressionsOf: (tx, ...asked) => readSuppressions(guard, tx, ...asked),
    suppressionsAtGate: (tx, ...asked) => suppressionsAtGate(guard, tx, ...asked),
    suppressionsKnown: (tx, ...asked) => guard.suppressions.standing(tx, ...asked),
    suppressionsWhole: (accountId) =>
      database.inAccount(accountId, (tx) => suppressionsWhole(guard, tx, accountId)),
  }
}
