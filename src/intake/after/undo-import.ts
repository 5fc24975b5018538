// Undoes an import: its consents, the contacts it created, its list. Objections stay.
import type { Caller, ContactId, ImportId } from '../../kernel/index.ts'
import type { ImportState } from '../contract.ts'
import { type IntakeDeps, intakeLimits } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { importOf, lockedImport } from '../reading/import-record.ts'
import { batchesOfImport, finishUndo, type Key, startUndo, stepUndo } from '../store.ts'
import type { ImportRow } from '../tables.ts'

/** Contacts looked at a transaction. */
const stepContacts = 2_000
const reason = 'import_undone'

/** One that is being taken back already may be asked for again: its work may have been lost. */
const undoable: ReadonlySet<ImportState> = new Set(['done', 'failed', 'undoing'])

/** Recorded, and asked of the queue: a large import takes its time. */
export async function askUndo(deps: IntakeDeps, caller: Caller, importId: ImportId): Promise<void> {
  const { accountId } = caller
  const key = { accountId, importId }
  await deps.database.inAccount(accountId, async (tx) => {
    const row = await lockedImport(tx, key)
    if (row.started_at === null || !undoable.has(row.state))
      throw intakeError('intake.nothing_to_undo', { state: row.state })
    await deps.audit.record(tx, caller, {
      action: 'intake.import_undone',
      details: { import: importId },
    })
    await startUndo(tx, key)
    await deps.jobs.enqueue(tx, {
      name: 'intake.undo_import',
      attemptsMax: intakeLimits.attemptsMax,
      key: importId,
      accountId,
      input: { importId },
    })
  })
}

/** Begins, or goes on where it was stopped: each step commits with its place. */
export async function undoImport(deps: IntakeDeps, caller: Caller, importId: ImportId) {
  const { accountId } = caller
  const { database } = deps
  const key = { accountId, importId }
  const row = await database.inAccount(accountId, (tx) => importOf(tx, key))
  if (row.state !== 'undoing') return
  // Consents first: from here on nothing of this file lets a message leave.
  const batchIds = await database.inAccount(accountId, (tx) => batchesOfImport(tx, key))
  for (const batchId of batchIds) await withdrawBatch(deps, caller, { key, batchId })
  while ((await takeBackSensitive(deps, key)) === stepContacts);
  while ((await takeBackObjections(deps, key)) === stepContacts);
  let after = row.undo_after
  for (;;) {
    const last = await takeBackStep(deps, caller, { row, after })
    if (last === null) break
    after = last
  }
  await database.inAccount(accountId, async (tx) => {
    const { listId, from, until } = spanOf(row)
    await deps.contacts.dropHeldRows(tx, accountId, importId)
    if (listId !== null) await deps.contacts.leaveList(tx, accountId, { listId, from, until })
    await finishUndo(tx, key, deps.clock.now())
  })
  deps.logger.info('intake.import_undone', { import: importId })
}

/** What it brought under articles 9 and 10 goes also from contacts that stay. */
function takeBackSensitive({ database, sensitive }: IntakeDeps, { accountId, importId }: Key) {
  return database.inAccount(accountId, (tx) =>
    sensitive.takeBack(tx, accountId, importId, stepContacts),
  )
}

/** Who was held back for a no of this file alone is held back for what it was taken back for. */
function takeBackObjections(
  { database, consent, contacts }: IntakeDeps,
  key: Key,
): Promise<number> {
  const { accountId, importId } = key
  return database.inAccount(accountId, async (tx) => {
    const told = { importId, limit: stepContacts }
    const { deleted, freed } = await consent.deleteFileRefusals(tx, accountId, told)
    const renamed = { subjects: freed, from: 'consent_older_than_no', to: reason }
    await contacts.renameQuarantine(tx, accountId, renamed)
    return deleted
  })
}

async function withdrawBatch(
  { database, consent, contacts }: IntakeDeps,
  caller: Caller,
  { key, batchId }: { key: Key; batchId: string },
): Promise<void> {
  const { accountId, importId } = key
  await database.inAccount(accountId, async (tx) => {
    const bulk = { batchIds: [batchId], subjects: null, reason }
    const { takenBack, closed, reopened } = await consent.takeBackBulk(tx, caller, bulk)
    // Who said no in this file alone is as they were; who agreed before it stays open.
    if (reopened.length > 0) await contacts.openToMarketing(tx, accountId, reopened)
    if (takenBack.length === 0) return
    // Those that the import changed last are judged below, by what they were before this.
    const shut = { subjects: closed, reason, notOf: importId }
    await contacts.quarantineSubjects(tx, accountId, shut)
    await stepUndo(tx, key, { erased: 0, kept: 0, withdrawn: takenBack.length, last: null })
  })
}

async function takeBackStep(
  { database, contacts, consent }: IntakeDeps,
  caller: Caller,
  { row, after }: { row: ImportRow; after: ContactId | null },
): Promise<ContactId | null> {
  const { account_id: accountId, import_id: importId } = row
  return database.inAccount(accountId, async (tx) => {
    const step = await contacts.takeBackImported(tx, caller, {
      importId,
      ...spanOf(row),
      after,
      limit: stepContacts,
      whoGave: (subjects) => consent.subjectsWhoGave(tx, accountId, subjects),
      reason,
    })
    if (step.last === null) return null
    await stepUndo(tx, { accountId, importId }, { ...step, withdrawn: 0 })
    return step.last
  })
}

/** When the import wrote: what changed later was changed by somebody else. */
function spanOf(row: ImportRow) {
  const from = row.started_at ?? row.created_at
  return { listId: row.list_id, from, until: row.finished_at ?? from }
}
