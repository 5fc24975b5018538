// Everything stored about one person's consents: states, legal bases, documents, entries.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { EffectiveConsent, GateQuestion } from '../consent.ts'
import { statesOf } from '../gate/gate-facts.ts'
import { type ConsentEvent, historyOf, type ProofDeps } from '../ledger/prove-consent.ts'
import { type AuthorisationRow, authorisationsOf } from '../store/authorisation-store.ts'
import type { Guard } from '../store/guard.ts'
import { legalBasesOfSubject } from '../store/legal-basis-store.ts'
import type { LegalBasisRow } from '../tables.ts'
import {
  type DocumentDeps,
  documentsOf,
  type HeldDocument,
  openDocument,
} from './record-document.ts'

/** For whoever shows one person what is held of them. */
export interface PersonConsents {
  statesOf(
    tx: Tx,
    accountId: AccountId,
    subjectId: SubjectId,
    at: Instant,
  ): Promise<
    (Omit<GateQuestion, 'at'> & {
      consent: EffectiveConsent
      since: Instant
      validUntil: Instant
    })[]
  >
  historyOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<ConsentEvent[]>
  legalBasesOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<LegalBasisRow[]>
  documentsOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<HeldDocument[]>
  /** In clear: whoever calls it records the look in the same transaction. */
  openDocument(
    tx: Tx,
    accountId: AccountId,
    documentId: string,
  ): Promise<{ document: HeldDocument; subjectId: SubjectId; bytes: Buffer }>
  authorisationsOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<AuthorisationRow[]>
}

export function createPersonConsents(
  deps: ProofDeps & DocumentDeps & { guard: Guard },
): PersonConsents {
  return {
    statesOf: (tx, ...asked) => statesOf(deps.guard, tx, ...asked),
    historyOf: (tx, accountId, subjectId) => historyOf(deps, tx, accountId, subjectId),
    legalBasesOf: legalBasesOfSubject,
    documentsOf,
    openDocument: (tx, accountId, id) => openDocument(deps, tx, accountId, id),
    authorisationsOf,
  }
}
