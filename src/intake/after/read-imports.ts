// Reads imports: one, all, the progress of one, its rejected rows.
import type { Page, PageQuery } from '../../http/contract.ts'
import { cursorPart, defineCursor } from '../../http/index.ts'
import { type Caller, type ImportId, isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { ImportProgress, ImportState, ImportSummary, ImportView } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { consentDefaults } from '../mapping/confirm-mapping.ts'
import { fileKeyOf, importOf, openColumn, placeOf } from '../reading/import-record.ts'
import { readRejects } from '../reading/sealed-file.ts'
import { countsOf, findSameFile, listImports } from '../store.ts'
import type { ImportRow } from '../tables.ts'
import { importSummary, importView, progressOf } from './import-view.ts'

const pollMs = 400

export async function readImport(
  deps: IntakeDeps,
  caller: Caller,
  importId: ImportId,
): Promise<ImportView> {
  const key = { accountId: caller.accountId, importId }
  const now = deps.clock.now()
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const row = await importOf(tx, key)
    const counts = await countsOf(tx, caller.accountId, [importId])
    const reader = { language: caller.language, now }
    if (!isMapped(row.state)) return importView(deps, row, counts.get(importId) ?? [], reader)
    const mapping = { consent: null }
    const { texts } = await consentDefaults(deps, tx, { caller, mapping, now })
    const sameFile = await sameFileOf(deps, tx, row)
    return importView(deps, row, counts.get(importId) ?? [], { ...reader, usable: texts, sameFile })
  })
}

const importCursor = defineCursor('imports', {
  createdAt: cursorPart.instant(),
  importId: cursorPart.uuid<ImportId>(),
})

export async function readImports(
  deps: IntakeDeps,
  caller: Caller,
  query: PageQuery,
): Promise<Page<ImportSummary>> {
  const before = importCursor.read(query.cursor)
  const { accountId } = caller
  const reader = { language: caller.language, now: deps.clock.now() }
  return deps.database.inAccount(accountId, async (tx) => {
    const rows = await listImports(tx, { accountId, before, limit: query.limit + 1 })
    const shown = rows.slice(0, query.limit)
    const ids = shown.map((row) => row.import_id)
    const counts = await countsOf(tx, accountId, ids)
    const last = shown[shown.length - 1]
    const more = rows.length > shown.length && last !== undefined
    return {
      items: shown.map((row) => {
        return importSummary(deps, row, counts.get(row.import_id) ?? [], reader)
      }),
      nextCursor: more
        ? importCursor.write({ createdAt: last.created_at, importId: last.import_id })
        : null,
    }
  })
}

/** A file that comes twice belongs in the list that it made the first time. */
async function sameFileOf(
  { contacts }: Pick<IntakeDeps, 'contacts'>,
  tx: Tx,
  row: ImportRow,
): Promise<ImportView['sameFile']> {
  const earlier = await findSameFile(tx, row)
  if (earlier === null) return null
  const list = await contacts.listName(tx, row.account_id, earlier.list_id)
  if (list === null) return null
  const { import_id: importId, created_at: at } = earlier
  return { importId, importedAt: isoTime(at), list }
}

/** A person chooses what its columns become. */
const isMapped = (state: ImportState): boolean => state === 'analysed' || state === 'mapping_needed'

/** States that end by themselves. */
const isWorking: ReadonlySet<ImportState> = new Set(['received', 'running', 'undoing'])

/** One value at once and at each change, until the import rests. */
export async function* watchImport(
  deps: IntakeDeps,
  caller: Caller,
  { importId, gone }: { importId: ImportId; gone: AbortSignal },
): AsyncGenerator<ImportProgress> {
  const key = { accountId: caller.accountId, importId }
  let told = ''
  while (!gone.aborted) {
    const row = await deps.database.inAccount(caller.accountId, (tx) => importOf(tx, key))
    const progress = progressOf(row, deps.clock.now())
    const text = `${progress.state} ${progress.bytesDone} ${progress.rowsDone}`
    if (text !== told) yield progress
    told = text
    if (!isWorking.has(row.state)) return
    await deps.timers.sleep(pollMs)
  }
}

export async function openRejects(
  deps: IntakeDeps,
  caller: Caller,
  { importId, reason }: { importId: ImportId; reason: string },
) {
  const { accountId } = caller
  const row = await deps.database.inAccount(accountId, async (tx) => {
    const found = await importOf(tx, { accountId, importId })
    if (found.reject_parts === 0) throw intakeError('intake.no_rejects')
    await deps.audit.record(tx, caller, {
      ...{ action: 'intake.rejects_downloaded', reason },
      details: { import: importId },
    })
    return found
  })
  const key = await fileKeyOf(deps, accountId, row, 'rejects')
  const name = openColumn<string>(deps, row, 'file_name_sealed') ?? 'import'
  return {
    fileName: `${name.replace(/\.[^.]*$/, '')}-${caller.language === 'fr' ? 'rejets' : 'rejects'}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    stream: readRejects(placeOf(deps, importId), key, row.reject_parts),
  }
}
