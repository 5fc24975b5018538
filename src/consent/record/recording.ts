// Records a consent: by the person's own act, on paper, by a legal basis, or by a parent.
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { RecordInput, RecordOutcome } from './consent-input.ts'
import {
  type AuthorisationInput,
  type AuthorisationOutcome,
  recordAuthorisation,
} from './record-authorisation.ts'
import { recordConsent } from './record-consent.ts'
import {
  type DocumentDeps,
  type DocumentInput,
  type DocumentOutcome,
  recordWithDocument,
} from './record-document.ts'
import {
  type LegalBasisInput,
  type LegalBasisOutcome,
  recordLegalBasis,
} from './record-legal-basis.ts'

/** Each of these writes an entry; from the commit of `tx` on it counts. */
export interface Recording {
  recordConsent(tx: Tx, caller: Caller, input: RecordInput): Promise<RecordOutcome>
  /** On paper or by voice, with the file that shows it; on a refusal take the transaction back. */
  recordWithDocument(tx: Tx, caller: Caller, input: DocumentInput): Promise<DocumentOutcome>
  /** A legal basis other than consent, when it is on, allowed and complete. */
  recordLegalBasis(tx: Tx, caller: Caller, input: LegalBasisInput): Promise<LegalBasisOutcome>
  /** A parent's word for a person below the age of consent, beside that person's own. */
  recordAuthorisation(
    tx: Tx,
    caller: Caller,
    input: AuthorisationInput,
  ): Promise<AuthorisationOutcome>
}

export function createRecording(deps: DocumentDeps): Recording {
  return {
    recordConsent: (tx, caller, input) => recordConsent(deps, tx, caller, input),
    recordWithDocument: (tx, caller, input) => recordWithDocument(deps, tx, caller, input),
    recordLegalBasis: (tx, caller, input) => recordLegalBasis(deps, tx, caller, input),
    recordAuthorisation: (tx, caller, input) => recordAuthorisation(deps, tx, caller, input),
  }
}
