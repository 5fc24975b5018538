// What consent holds of one person: given out for an access request, removed by an erasure.
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectDataHolder } from '../../vault/index.ts'
import type { ConsentEvent } from '../ledger/prove-consent.ts'
import { isoText } from '../ledger/write-entries.ts'
import { authorisationsOf, deleteAuthorisations } from '../store/authorisation-store.ts'
import { deleteDocuments, readDocuments } from '../store/document-store.ts'
import { fileRefusalsOf, forgetFileRefusals } from '../store/file-refusal-store.ts'
import type { Guard } from '../store/guard.ts'
import { deleteHold } from '../store/hold-store.ts'
import { endLegalBases, legalBasesOfSubject } from '../store/legal-basis-store.ts'
import { readStates } from '../store/state-store.ts'
import { deleteSubject } from '../store/tree-store.ts'

/** Suppressions are not touched: an erasure must not undo an objection. */
export function consentHolder(
  guard: Guard,
  historyOf: (tx: Tx, accountId: AccountId, subjectId: SubjectId) => Promise<ConsentEvent[]>,
): SubjectDataHolder {
  return {
    room: 'consent',
    exportSubject: async (tx, accountId, subjectId) => {
      const events = await historyOf(tx, accountId, subjectId)
      const states = await readStates(tx, accountId, subjectId)
      const legalBases = await legalBasesOfSubject(tx, accountId, subjectId)
      const refusals = await fileRefusalsOf(tx, accountId, subjectId)
      const held = [events, states, legalBases, refusals]
      if (held.every((rows) => rows.length === 0)) return null
      const documents = await readDocuments(tx, accountId, subjectId)
      return {
        documents: documents.map((document) => ({
          id: document.document_id,
          mediaType: document.media_type,
          octets: document.octets,
          sha256: document.sha256.toString('hex'),
          addedAt: isoText(document.added_at),
        })),
        events: events.map((event) => ({
          ...event.body,
          entry: event.entryId,
          kind: event.kind,
          channel: event.channel,
          purpose: event.purpose,
          recordedAt: isoText(event.recordedAt),
          ledgerPlace: event.seq,
        })),
        otherLegalBases: legalBases.map((row) => ({
          legalBasis: row.legal_basis,
          controller: row.controller_id,
          purpose: row.purpose,
          since: isoText(row.since),
          validUntil: isoText(row.valid_until),
        })),
        parentalAuthorisations: (await authorisationsOf(tx, accountId, subjectId)).map((row) => ({
          controller: row.controller_id,
          purpose: row.purpose,
          relation: row.relation,
          since: isoText(row.since),
          validUntil: isoText(row.valid_until),
        })),
        objectionsOfFiles: refusals.map((row) => ({
          controller: row.controller_id,
          purpose: row.purpose,
          until: isoText(row.until),
          import: row.import_id,
        })),
        states: states.map((state) => ({
          controller: state.controller_id,
          channel: state.channel,
          purpose: state.purpose,
          state: state.state,
          since: isoText(state.since),
          validUntil: isoText(state.valid_until),
        })),
      }
    },
    eraseSubjects: async (tx, accountId, subjects) => {
      let rows = 0
      for (const subjectId of subjects) {
        rows += await deleteHold(tx, accountId, subjectId)
        rows += await deleteSubject(guard, tx, accountId, subjectId)
        rows += await deleteDocuments(tx, accountId, subjectId)
      }
      rows += await forgetFileRefusals(tx, accountId, subjects)
      rows += await deleteAuthorisations(tx, accountId, { subjects, only: null })
      return rows + (await endLegalBases(guard, tx, accountId, { subjects, only: null }))
    },
  }
}
