// Background work of intake; thin.

import type { Job, JobHandlers } from '../jobs/index.ts'
import { type AccountId, assert, type Caller, type ImportId } from '../kernel/index.ts'
import { analyseImport } from './analyse-import.ts'
import { deleteRejects, deleteUpload } from './delete-files.ts'
import type { IntakeDeps } from './deps.ts'
import { runImport } from './run-import.ts'

export function intakeJobs(deps: IntakeDeps): JobHandlers {
  return {
    'intake.analyse_import': async (job) => {
      const { accountId, importId } = keyOf(job)
      await analyseImport(deps, callerOf(accountId, importId), importId)
    },
    'intake.run_import': async (job) => {
      const { accountId, importId } = keyOf(job)
      await runImport(deps, callerOf(accountId, importId), importId)
    },
    'intake.delete_upload': (job) => deleteUpload(deps, keyOf(job)),
    'intake.delete_rejects': (job) => deleteRejects(deps, keyOf(job)),
  }
}

function keyOf(job: Job): { accountId: AccountId; importId: ImportId } {
  assert(job.accountId !== null, 'an import belongs to an account')
  return { accountId: job.accountId, importId: job.input['importId'] as ImportId }
}

function callerOf(accountId: AccountId, importId: ImportId): Caller {
  return {
    accountId,
    by: { kind: 'system', what: 'intake.run_import' },
    rights: new Set(['imports.run']),
    language: 'fr',
    traceId: importId,
  }
}
