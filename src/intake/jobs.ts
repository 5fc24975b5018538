// Background work of intake; thin.

import type { Job, JobHandlers } from '../jobs/index.ts'
import {
  type AccountId,
  assert,
  type Caller,
  type ImportId,
  type SubjectId,
} from '../kernel/index.ts'
import { notify } from '../notifications/index.ts'
import { undoImport } from './after/undo-import.ts'
import { analyseImport } from './analyse/analyse-import.ts'
import { type ImportWork, type IntakeDeps, intakeLimits, type ReadElsewhere } from './deps.ts'
import { deleteRejects, deleteUpload } from './reading/delete-files.ts'
import { failImport } from './reading/fail-import.ts'
import { isBusy, readFileWith } from './reading/read-file.ts'
import { runImport } from './run/run-import.ts'
import { type Key, markUndoGivenUp } from './store.ts'

export function intakeJobs(deps: IntakeDeps & { elsewhere: ReadElsewhere }): JobHandlers {
  const work = readFileWith(deps)
  return {
    'intake.analyse_import': (job) =>
      toldAtLast(deps, job, work({ what: 'analyse', ...keyOf(job) })),
    'intake.run_import': (job) => toldAtLast(deps, job, work({ what: 'run', ...keyOf(job) })),
    'intake.undo_import': async (job) => {
      const { accountId, importId } = keyOf(job)
      const caller = callerOf(accountId, importId, 'intake.undo_import')
      try {
        await undoImport(deps, caller, importId)
      } catch (error) {
        if (job.isLastAttempt) await giveUndoUp(deps, { accountId, importId })
        throw error
      }
    },
    'intake.delete_upload': (job) => deleteUpload(deps, keyOf(job), keysOf(job)),
    'intake.delete_rejects': (job) => deleteRejects(deps, keyOf(job)),
  }
}

/**
 * What is cut off goes on by itself where it stopped. What is cut off again and again is told as
 * stopped: an import does not seem to run for ever.
 */
async function toldAtLast(deps: IntakeDeps, job: Job, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (isBusy(error)) return askAgain(deps, job)
    if (job.isLastAttempt) {
      const key = keyOf(job)
      const failure = { code: 'intake.given_up', details: {} }
      await deps.database.inAccount(key.accountId, (tx) => failImport(deps, tx, key, failure))
      deps.logger.warn('intake.import_given_up', { import: key.importId })
      // Nothing goes on from it any more.
      await deleteUpload(deps, key)
    }
    throw error
  }
}

const againAfterMs = 5_000

/** It is no attempt: meanwhile whoever runs the queue has its hands free. */
async function askAgain(deps: IntakeDeps, job: Job): Promise<void> {
  const { accountId, importId: key } = keyOf(job)
  const { attemptsMax } = intakeLimits
  const { name, input } = job
  const again = { name, key, accountId, input, attemptsMax, afterMs: againAfterMs }
  await deps.database.inAccount(accountId, (tx) => deps.jobs.enqueue(tx, again))
}

/** Whoever waits for its end hears of it, and may ask again. */
async function giveUndoUp(deps: IntakeDeps, key: Key): Promise<void> {
  const { accountId, importId: about } = key
  await deps.database.inAccount(accountId, async (tx) => {
    await markUndoGivenUp(tx, key)
    const details = { variant: 'undo' }
    const told = { kind: 'import_failed', about, step: 'undo', details } as const
    await notify(tx, accountId, { ...told, at: deps.clock.now() })
  })
  deps.logger.warn('intake.undo_given_up', { import: key.importId })
}

/** Asked of the reader, in its own process. */
export async function doImportWork(deps: IntakeDeps, work: ImportWork): Promise<void> {
  const { accountId, importId } = work
  const caller = callerOf(accountId, importId)
  if (work.what === 'analyse') await analyseImport(deps, caller, importId)
  else await runImport(deps, caller, importId, work.share)
}

function keyOf(job: Job): { accountId: AccountId; importId: ImportId } {
  assert(job.accountId !== null, 'an import belongs to an account')
  return { accountId: job.accountId, importId: job.input['importId'] as ImportId }
}

/** Of the file and of its rejected rows. */
const keysOf = ({ input }: Job): SubjectId[] =>
  [input['file'], input['rejects']].flatMap((id) =>
    typeof id === 'string' ? [id as SubjectId] : [],
  )

function callerOf(accountId: AccountId, importId: ImportId, what = 'intake.run_import'): Caller {
  return {
    accountId,
    by: { kind: 'system', what },
    rights: new Set(['imports.run']),
    language: 'fr',
    traceId: importId,
  }
}
