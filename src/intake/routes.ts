// The HTTP of imports; thin.
import { filesErrorCodes, readingLimits, takeUpload } from '../files/index.ts'
import {
  defineDownload,
  defineProgress,
  defineRoute,
  defineUpload,
  type Route,
} from '../http/index.ts'
import type { ImportId, ListId } from '../kernel/index.ts'
import { dropFile } from './after/drop-file.ts'
import { deleteQuarantined, proveQuarantined, readQuarantine } from './after/quarantine.ts'
import { openRejects, readImport, readImports, watchImport } from './after/read-imports.ts'
import { askUndo } from './after/undo-import.ts'
import { columnTypes } from './analyse/column-types.ts'
import * as shapes from './contract.ts'
import { intakeApi } from './contract-api.ts'
import type { IntakeDeps, ReadElsewhere } from './deps.ts'
import { confirmMapping } from './mapping/confirm-mapping.ts'
import { receiveFile } from './reading/receive-file.ts'

export function intakeRoutes(deps: IntakeDeps & { elsewhere: ReadElsewhere }): Route[] {
  const upload = defineUpload({
    ...intakeApi['POST /v1/imports'],
    needs: 'imports.run',
    summary: 'Send a contact file',
    description: 'CSV or XLSX. It is sealed as it comes in, read, and waits for its mapping.',
    fileOctetsMax: readingLimits.contactFileOctetsMax,
    errors: ['intake.file_empty', 'intake.uploads_held', 'files.uploads_too_many'],
    handle: async (caller, { body, file }) => {
      const { fileName, stream } = file
      const sheet = body.sheet ?? null
      return readImport(deps, caller, await receiveFile(deps, caller, { fileName, stream, sheet }))
    },
  })
  const list = defineRoute({
    ...intakeApi['GET /v1/imports'],
    needs: 'imports.run',
    summary: 'List imports, newest first',
    handle: (caller, { query }) => readImports(deps, caller, query),
  })
  const one = defineRoute({
    ...intakeApi['GET /v1/imports/{id}'],
    needs: 'imports.run',
    summary: 'Read an import: its verdict, its columns, what became of its rows',
    errors: ['intake.import_not_found'],
    handle: (caller, { params }) => readImport(deps, caller, params.id as ImportId),
  })
  const types = defineRoute({
    ...intakeApi['GET /v1/column-types'],
    needs: 'imports.run',
    summary: 'What a column of a file can hold, and what follows from it',
    handle: (caller) => Promise.resolve({ items: columnTypes(caller.language) }),
  })
  return [
    upload,
    suppressions(deps),
    list,
    one,
    types,
    ...runRoutes(deps),
    forecasts(deps),
    ...quarantineRoutes(deps),
  ]
}

function suppressions(deps: IntakeDeps & { elsewhere: ReadElsewhere }): Route {
  return defineUpload({
    ...intakeApi['POST /v1/objections/import'],
    needs: 'consent.record',
    summary: 'Import a suppression list of another platform: each number is an objection',
    description:
      'CSV or XLSX. A row that says outright that the person is subscribed to SMS is left alone; ' +
      'a doubtful one counts as a no.',
    fileOctetsMax: readingLimits.listOctetsMax,
    errors: [
      'intake.file_empty',
      'intake.file_kind_unknown',
      'intake.file_too_large',
      'intake.too_many_columns',
      ...filesErrorCodes,
    ],
    handle: async (caller, { body: { source, country }, file: { stream } }) => {
      await takeUpload(deps, caller.accountId)
      return deps.elsewhere.list(caller, { octets: stream, source, country: country ?? null })
    },
  })
}

function forecasts(deps: { elsewhere: ReadElsewhere }): Route {
  return defineRoute({
    ...intakeApi['POST /v1/imports/{id}/forecast'],
    needs: 'imports.run',
    summary: 'Tell what an import would do with a mapping; nothing is kept',
    description:
      'By the import itself, on the first rows of the file: who could receive marketing, who ' +
      'lacks proof and of what, which rows would be rejected.',
    errors: [...mappingErrors, 'intake.forecast_busy', 'files.reading_busy'],
    handle: (caller, { params, body }) =>
      deps.elsewhere.forecast(caller, { importId: params.id as ImportId, mapping: body }),
  })
}

const mappingErrors = [
  'intake.import_not_found',
  'intake.not_ready_for_mapping',
  'intake.file_gone',
  'intake.mapping_without_number',
  'intake.mapping_field_twice',
  'intake.mapping_column_unknown',
  'intake.mapping_type_unknown',
  'intake.mapping_column_never_kept',
  'intake.mapping_column_needs_legal_basis',
  'intake.mapping_column_not_sensitive',
  'intake.mapping_column_says_no',
  'intake.mapping_column_of_something_else',
  'sensitive.legal_basis_not_found',
  'sensitive.legal_basis_unusable',
  'intake.consent_wording_unusable',
  'intake.consent_date_in_future',
  'intake.list_not_found',
]

function runRoutes(deps: IntakeDeps): Route[] {
  const mapping = defineRoute({
    ...intakeApi['POST /v1/imports/{id}/mapping'],
    needs: 'imports.run',
    summary: 'Confirm what the columns are, and run the import',
    errors: mappingErrors,
    handle: async (caller, { params, body }) => {
      const importId = params.id as ImportId
      await confirmMapping(deps, caller, { importId, mapping: body })
      return readImport(deps, caller, importId)
    },
  })
  const progress = defineProgress({
    path: '/v1/imports/{id}/progress',
    needs: 'imports.run',
    summary: 'Follow an import',
    params: shapes.importParams,
    event: shapes.importProgress,
    errors: ['intake.import_not_found'],
    handle: (caller, { params, exchange }) =>
      watchImport(deps, caller, { importId: params.id as ImportId, gone: exchange.gone }),
  })
  const undo = defineRoute({
    ...intakeApi['POST /v1/imports/{id}/undo'],
    needs: 'imports.run',
    summary: 'Take an import back',
    description:
      'What it recorded of consents is taken back by entries in the ledger; contacts that it ' +
      'made and nobody touched since are erased; its list is emptied. Objections stay.',
    errors: ['intake.import_not_found', 'intake.nothing_to_undo'],
    handle: async (caller, { params }) => {
      const importId = params.id as ImportId
      await askUndo(deps, caller, importId)
      return readImport(deps, caller, importId)
    },
  })
  const drop = defineRoute({
    ...intakeApi['DELETE /v1/imports/{id}/file'],
    needs: 'imports.run',
    summary: 'Delete a file that waits for its mapping; nothing of it was stored',
    description: 'By itself this is done 24 hours after the file came.',
    errors: ['intake.import_not_found', 'intake.file_not_waiting'],
    handle: async (caller, { params }) => {
      const importId = params.id as ImportId
      await dropFile(deps, caller, importId)
      return readImport(deps, caller, importId)
    },
  })
  const rejects = defineDownload({
    ...intakeApi['POST /v1/imports/{id}/rejects'],
    needs: 'imports.run',
    summary: 'Fetch the rejected rows with the reason beside each',
    description: 'They hold numbers in clear: each download is recorded, with its reason.',
    mediaType: 'text/csv',
    errors: ['intake.import_not_found', 'intake.no_rejects'],
    handle: (caller, { params, body: { reason } }) =>
      openRejects(deps, caller, { importId: params.id as ImportId, reason }),
  })
  return [mapping, progress, undo, drop, rejects]
}

function quarantineRoutes(deps: IntakeDeps): Route[] {
  const read = defineRoute({
    ...intakeApi['GET /v1/quarantine'],
    needs: 'contacts.read',
    summary: 'Count who is held back from marketing, by reason, with what to do next',
    handle: (caller, { query }) => readQuarantine(deps, caller, (query.listId ?? null) as ListId),
  })
  const prove = defineRoute({
    ...intakeApi['POST /v1/quarantine/prove'],
    needs: 'consent.record',
    summary: 'Declare the proof of people in quarantine, some thousand a call',
    description:
      'The grade is `import_declared`, as in an import. Whoever said no is not proven by a declaration.',
    errors: [
      'intake.quarantine_said_no',
      'intake.consent_wording_unusable',
      'intake.consent_date_in_future',
      'intake.consent_date_unreadable',
    ],
    handle: (caller, { body }) => proveQuarantined(deps, caller, body),
  })
  const remove = defineRoute({
    ...intakeApi['POST /v1/quarantine/delete'],
    needs: 'contacts.write',
    summary: 'Delete people in quarantine, some thousand a call; objections stay',
    handle: (caller, { body }) => deleteQuarantined(deps, caller, body),
  })
  return [read, prove, remove]
}
