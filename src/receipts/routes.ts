// The HTTP of consent receipts: one person's, and export and import of all. Thin.
import { tarOf } from '../consent/index.ts'
import { filesErrorCodes, readingLimits, takeUpload } from '../files/index.ts'
import { defineDownload, defineRoute, defineUpload, type Route } from '../http/index.ts'
import type { ContactId } from '../kernel/index.ts'
import { receiptsApi } from './contract-api.ts'
import type { ReadElsewhere, ReceiptsDeps } from './deps.ts'
import { receiptsErrors } from './errors.ts'
import { demandObjectionsKnown, exportReceipts, receiptsOfContact } from './export-receipts.ts'
import { demandMayVouch } from './import-receipts.ts'

export function receiptsRoutes(deps: ReceiptsDeps & { elsewhere: ReadElsewhere }): Route[] {
  return [
    defineRoute({
      ...receiptsApi['POST /v1/consents/receipts'],
      needs: 'contacts.reveal',
      summary: 'Show a contact’s consents and objections as receipts (ISO/IEC TS 27560, JSON-LD)',
      description:
        'The number is in them, so that it needs the right to see people in clear, and a reason, which is recorded.',
      errors: ['receipts.contact_not_found', 'consent.suppressions_unknown'],
      handle: (caller, { body: { contactId, reason } }) =>
        deps.database.inAccount(caller.accountId, async (tx) => {
          // A look in clear is recorded in the same transaction (invariant 9).
          const id = contactId as ContactId
          const contact = await deps.contacts.find(tx, caller.accountId, id)
          const about = { subjectId: contact?.subjectId ?? null, details: { contactId } }
          await deps.record(tx, caller, { action: 'receipts.shown', reason, ...about })
          return receiptsOfContact(deps, tx, caller.accountId, id)
        }),
    }),
    defineDownload({
      ...receiptsApi['POST /v1/consents/export'],
      needs: 'ledger.export',
      summary: 'Export all consents and objections as receipts, with the ledger that proves them',
      description: 'Numbers stand in it in clear: the reason is recorded.',
      mediaType: 'application/x-tar',
      errors: ['consent.suppressions_unknown'],
      handle: async (caller, { query, body: { reason } }) => {
        await demandObjectionsKnown(deps, caller.accountId)
        await deps.database.inAccount(caller.accountId, (tx) =>
          deps.record(tx, caller, { action: 'receipts.exported', reason, details: {} }),
        )
        const files = exportReceipts(deps, caller, query)
        const mediaType = 'application/x-tar'
        return { fileName: 'accord-receipts.tar', mediaType, stream: tarOf(files) }
      },
    }),
    defineUpload({
      ...receiptsApi['POST /v1/consents/import'],
      needs: 'consent.record',
      summary: 'Import receipts that another installation exported',
      description:
        'The archive’s signature, its tree and each opened commitment are checked. Objections that stand here are never undone.',
      fileOctetsMax: readingLimits.archiveOctetsMax,
      errors: [...receiptsErrors, ...filesErrorCodes],
      handle: async (caller, { body, file }) => {
        const ledgerKey = body.ledgerKey ?? null
        demandMayVouch(caller, ledgerKey)
        await takeUpload(deps, caller.accountId)
        return deps.elsewhere.receipts(caller, { octets: file.stream, ledgerKey })
      },
    }),
  ]
}
