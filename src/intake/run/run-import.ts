// The run of an import: batch after batch, each in its own transaction with its place in the file.
import { headerWords } from '../../classification/index.ts'
import { AppError, type Caller, type ImportId } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { tellPrograms } from '../../webhooks/index.ts'
import type { AccountFacts, IntakeDeps, Share } from '../deps.ts'
import { intakeLimits } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { consentDefaults, type ResolvedConsent } from '../mapping/confirm-mapping.ts'
import { mayDateNo } from '../mapping/consent-title.ts'
import { overruled } from '../mapping/mapping.ts'
import {
  type NumberReader,
  numberReader,
  type ReaderOptions,
  type RecordReader,
  recordReader,
} from '../mapping/read-record.ts'
import { sensitiveLabels } from '../mapping/sensitive-labels.ts'
import { deleteUpload } from '../reading/delete-files.ts'
import { dateRejects, failImport } from '../reading/fail-import.ts'
import {
  fileKeyOf,
  importOf,
  openColumn,
  openMapping,
  placeOf,
  type StoredAnalysis,
  type StoredMapping,
  type StoredSettings,
} from '../reading/import-record.ts'
import { NumberSet } from '../reading/number-set.ts'
import { openTable } from '../reading/open-table.ts'
import { type FileKey, uploadSource, writeRejects } from '../reading/sealed-file.ts'
import type { RowBatch } from '../reading/table.ts'
import { Turns, wholeFile } from '../reading/turns.ts'
import { addCounts, finishImport, type Key, moveOn } from '../store.ts'
import type { ImportRow } from '../tables.ts'
import type { BatchContext } from './batch-context.ts'
import { type Entry, prepareBatch, saveBatch } from './import-batch.ts'
import { recordRefusals } from './record-refusals.ts'
import { type RejectsWriter, rejectsWriter } from './rejects.ts'

const turnWaitMsMax = 60_000

type Run = {
  deps: IntakeDeps
  key: Key
  row: ImportRow
  context: Omit<BatchContext, 'at' | 'areNew'>
  /** While the account has nobody but whom this file brings, nobody is looked for. */
  areNew: boolean
  share: Share
  turns: Turns
  read: RecordReader
  numberOf: NumberReader
  rejects: RejectsWriter
  rejectsKey: FileKey
  seen: NumberSet
  /** Where the run stands: what is taken up, committed or about to be. */
  done: number
  parts: number
}

/** Begins, or goes on where an earlier run was stopped: what is committed is not done again. */
export async function runImport(
  deps: IntakeDeps,
  caller: Caller,
  importId: ImportId,
  share: Share = wholeFile,
) {
  const { accountId } = caller
  const key = { accountId, importId }
  const row = await deps.database.inAccount(accountId, (tx) => importOf(tx, key))
  if (row.state !== 'running') return
  try {
    const run = await openRun(deps, caller, row, share)
    try {
      await runAll(run)
      // The first runner sees the file to its end, whoever keeps the last batch.
      if (share.index === 0) {
        await run.turns.wait(run.done)
        await finish(run)
      }
    } finally {
      run.turns.close()
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unavailable') throw error
    await deps.database.inAccount(accountId, (tx) => failImport(deps, tx, key, error))
  }
}

async function openRun(
  deps: IntakeDeps,
  caller: Caller,
  row: ImportRow,
  share: Share,
): Promise<Run> {
  const { accountId } = caller
  const analysis = openColumn<StoredAnalysis>(deps, row, 'analysis_sealed')
  const stored = openMapping(deps, row)
  if (analysis === null || stored === null) throw intakeError('intake.interrupted')
  const { mapping, language } = stored
  const key = { accountId, importId: row.import_id }
  const rules = await rulesOf(deps, caller, row, { analysis, stored })
  return {
    deps,
    key,
    share,
    turns: new Turns(row.import_id, share, {
      committed: row.records_done,
      timers: deps.timers,
      look: () =>
        deps.database.inAccount(accountId, async (tx) => (await importOf(tx, key)).records_done),
    }),
    row,
    context: rules.context,
    areNew: rules.areNew,
    read: recordReader(rules.reading),
    numberOf: numberReader(rules.reading),
    rejects: rejectsWriter(overruled(analysis.columns, mapping), language),
    rejectsKey: await fileKeyOf(deps, accountId, row, 'rejects'),
    seen: new NumberSet(),
    done: row.records_done,
    parts: row.reject_parts,
  }
}

export type Rules = {
  reading: ReaderOptions
  context: Omit<BatchContext, 'at' | 'areNew'>
  /** While the account has nobody but whom this file brings, nobody is looked for. */
  areNew: boolean
}

/** By what each row of the file is judged, and what its batches are kept with. */
export async function rulesOf(
  deps: IntakeDeps,
  caller: Caller,
  row: ImportRow,
  { analysis, stored }: { analysis: StoredAnalysis; stored: StoredMapping },
): Promise<Rules> {
  const { accountId } = caller
  const { mapping, custom = [] } = stored
  const { sensitive } = mapping
  const now = deps.clock.now()
  const [consent, facts, hasOthers] = await deps.database.inAccount(
    accountId,
    async (tx): Promise<[ResolvedConsent, AccountFacts, boolean]> => [
      await consentDefaults(deps, tx, { caller, mapping, now }),
      await deps.accounts.facts(tx, accountId),
      await deps.contacts.hasOthers(tx, accountId, row.import_id),
    ],
  )
  const labels = sensitiveLabels(analysis.columns, sensitive)
  const sandbox = facts.kind === 'sandbox'
  const mayDateNo = isDayOfNo(analysis, mapping)
  const purpose = mapping.consent?.purpose ?? null
  return {
    reading: { mapping, defaults: consent, sandbox, mayDateNo, custom },
    context: {
      caller,
      row,
      consent,
      purpose: purpose ?? 'offers',
      refusal: { controllerId: controllerOf(consent), purpose },
      sensitive: sensitive.map(({ legalBasisId }, place) => ({
        label: labels[place] ?? '',
        legalBasisId,
      })),
    },
    areNew: !hasOthers,
  }
}

/** What stands over the column of the day, where there is one. */
function isDayOfNo({ columns }: StoredAnalysis, mapping: StoredMapping['mapping']): boolean {
  const place = mapping.columns.find(({ field }) => field === 'consent_date')?.index ?? -1
  return mayDateNo(headerWords(columns[place]?.header ?? ''))
}

/** Whose consents the file is about, where it is about one entity's. */
const controllerOf = ({ wordingId, controllers }: ResolvedConsent) =>
  wordingId === null ? null : (controllers.get(wordingId) ?? null)

/** Of a runner: while the database keeps one and one waits for its turn, the next is sealed. */
const batchesOpenMax = 3

/** Batches commit in their order, each after the one before, whichever runner keeps that. */
async function runAll(run: Run): Promise<void> {
  const { deps, row } = run
  const fileKey = await fileKeyOf(deps, run.key.accountId, row, 'file')
  const source = uploadSource(placeOf(deps, row.import_id), fileKey, row.size_bytes)
  const settings = openColumn<StoredSettings>(deps, row, 'settings_sealed')
  const table = await openTable(source, { sheet: settings?.sheet ?? null })
  const size = deps.batchRecords ?? intakeLimits.batchRecords
  const resumeAt = run.done
  let at = 0
  let place = 0
  const open: Promise<void>[] = []
  try {
    for await (const { entries, bytesDone } of batchesOf(table.batches(), size)) {
      const left = entries.slice(Math.max(0, resumeAt - at))
      // Numbers of the part that is done are seen again, so that no duplicate slips in.
      const passed = entries.slice(0, entries.length - left.length)
      passBy(run, passed)
      at += entries.length
      const isMine = place % run.share.of === run.share.index
      place += 1
      if (left.length === 0) continue
      if (!isMine) {
        if (passBy(run, left)) run.parts += 1
        run.done += left.length
        continue
      }
      const batch = oneBatch(run, left, bytesDone)
      open.push(batch)
      // Its cells are read: they need not live until the batch is kept.
      entries.length = 0
      left.length = 0
      const to = run.done
      batch.catch((error: unknown) => run.turns.fail(to, error))
      if (open.length >= batchesOpenMax) await open.shift()
    }
    await Promise.all(open)
  } finally {
    // Where one batch fails, the next fails after it: both are rolled back before anyone goes on.
    await Promise.allSettled(open)
  }
}

/** True when a row of it is rejected. What somebody else keeps is only remembered as seen. */
function passBy(run: Run, entries: readonly Entry[]): boolean {
  let hasRejects = false
  for (const { cells } of entries) {
    const number = cells === null ? null : run.numberOf(cells)
    if (number === null) hasRejects = true
    else run.seen.add(number)
  }
  return hasRejects
}

async function oneBatch(run: Run, entries: readonly Entry[], bytesDone: number) {
  const { deps, key } = run
  const at = deps.clock.now()
  const prepared = prepareBatch(entries, run.read, { seen: run.seen, now: at })
  const from = run.done
  const to = from + entries.length
  const part = run.parts
  const hasRejects = prepared.rejected.length > 0
  run.done = to
  if (hasRejects) run.parts += 1
  const step = { from, to, bytesDone, rejectParts: run.parts }
  if (hasRejects) {
    const head = part === 0 ? run.rejects.header() : ''
    const text = head + run.rejects.rows(prepared.rejected)
    await writeRejects(placeOf(deps, key.importId), run.rejectsKey, part, text)
  }
  const { refusedLater: later, objecting } = prepared
  const work = async (tx: Tx) => {
    const context = { at, areNew: run.areNew, ...run.context }
    const { tally, known } = await saveBatch(deps, tx, prepared, context)
    await inTurn(run, from)
    await recordRefusals(deps, tx, { known, later, objecting }, { key, context, tally })
    // Another runner has been here: it goes on, this one stops.
    if (!(await moveOn(tx, key, step))) throw intakeError('intake.interrupted')
    await addCounts(tx, key, tally.rows())
    return tally.rows()
  }
  const counts = await deps.database.inAccount(key.accountId, work, { byIndex: true })
  // Somebody else brings the same people meanwhile: from now on they are looked for.
  if (counts.some(({ kind }) => kind === 'updated')) run.areNew = false
  run.turns.committed(to)
  for (const { kind, rows } of counts) {
    if (rows > 0) deps.metrics.count('accord_import_rows_total', { outcome: kind }, rows)
  }
}

/**
 * The database does not see that this transaction waits for the one before; should that one wait,
 * by way of a third, for this one, they would wait for ever. So this one gives way after a while.
 */
async function inTurn({ deps, turns }: Run, from: number): Promise<void> {
  let giveUp = () => {}
  const late = new Promise<void>((_, reject) => {
    giveUp = deps.timers.after(turnWaitMsMax, () => reject(intakeError('intake.interrupted')))
  })
  try {
    await Promise.race([turns.wait(from), late])
  } finally {
    giveUp()
  }
}

/** Records and unreadable lines in their order, in batches of one size. */
async function* batchesOf(batches: AsyncIterable<RowBatch>, size: number) {
  let held: Entry[] = []
  let bytesDone = 0
  for await (const batch of batches) {
    bytesDone = batch.bytesDone
    held.push(...entriesOf(batch))
    let at = 0
    for (; held.length - at >= size; at += size) {
      yield { entries: held.slice(at, at + size), bytesDone }
    }
    held = at === 0 ? held : held.slice(at)
  }
  if (held.length > 0) yield { entries: held, bytesDone }
}

export function entriesOf({ rows, faults }: RowBatch): Entry[] {
  if (faults.length === 0) return rows
  const bad: Entry[] = faults.map(({ line }) => ({ line, cells: null }))
  return [...rows, ...bad].sort((a, b) => a.line - b.line)
}

async function finish(run: Run): Promise<void> {
  const { deps, key } = run
  const at = deps.clock.now()
  await deps.database.inAccount(key.accountId, async (tx) => {
    const bytesDone = run.row.size_bytes
    await finishImport(tx, key, { at, bytesDone, rows: run.done })
    await dateRejects(deps, tx, key, { at, rejectParts: run.parts })
    const { accountId, importId: about } = key
    await tellPrograms(tx, accountId, [
      { kind: 'import.finished', about, facts: { state: 'done', rows: run.done }, at },
    ])
    await notify(tx, accountId, { kind: 'import_ended', about, details: { count: run.done }, at })
  })
  await deleteUpload(deps, key)
  deps.logger.info('intake.import_done', { import: key.importId, rows: run.done })
}
