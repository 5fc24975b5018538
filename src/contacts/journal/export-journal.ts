// The journal as a file: CSV as it is read, a spreadsheet made whole; the journal says who took it.
import { Readable } from 'node:stream'
import type { AuditEntry } from '../../audit/index.ts'
import { type Caller, isUuid, type Language } from '../../kernel/index.ts'
import { type Cell, csvMediaType, csvPages, odsMediaType, odsOf } from '../../paper/index.ts'
import { deedSentence, journalFileWords, programPartName } from '../../words/index.ts'
import type { AuditAbout, AuditEntryView, AuditFileQuery } from '../contract.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { readJournal, wishOf } from './read-journal.ts'

const pageEntries = 500
/** A spreadsheet stands in memory as a whole; a CSV of any length does not. */
export const sheetEntriesMax = 10_000

type File = { fileName: string; mediaType: string; stream: Readable }

/** The newest first, from the moment in which it is asked for. */
async function* pagesOf(
  deps: ContactsRoutesDeps,
  caller: Caller,
  query: AuditFileQuery,
): AsyncGenerator<AuditEntryView[]> {
  const reader = { accountId: caller.accountId, language: query.language ?? caller.language }
  const wish = wishOf(query)
  let before: AuditEntry['id'] | null = null
  for (;;) {
    const page = { ...wish, before, limit: pageEntries }
    const entries: AuditEntryView[] = await deps.database.inAccount(caller.accountId, (tx) =>
      readJournal(deps, tx, reader, page),
    )
    if (entries.length > 0) yield entries
    const last = entries.at(-1)
    if (last === undefined || entries.length < pageEntries) return
    before = last.id as AuditEntry['id']
  }
}

/** What the filter can hold by its shape alone: free text of whoever asks. */
const isKnown: Readonly<Record<string, (value: string) => boolean>> = {
  actor: (value) => isUuid(value) || programPartName('en', value) !== null,
  action: (value) => deedSentence('en', value) !== null,
}

/**
 * The filters of an export as the journal keeps them, for ever: of what is known only. Somebody may
 * have typed a name or a number into one, which finds nothing, and nobody could erase it again.
 */
function filtersTold(query: Omit<AuditFileQuery, 'language'>): Record<string, string> {
  const told: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (value) told[name] = isKnown[name]?.(value) === false ? 'other' : value
  }
  return told
}

/** Whoever asks is told of first: what is given cannot be taken back. */
async function record(
  deps: ContactsRoutesDeps,
  caller: Caller,
  { language: _, ...query }: AuditFileQuery,
): Promise<void> {
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.audit.record(tx, caller, {
      action: 'contacts.journal_exported',
      details: filtersTold(query),
    }),
  )
}

export async function journalCsv(
  deps: ContactsRoutesDeps,
  caller: Caller,
  query: AuditFileQuery,
): Promise<File> {
  await record(deps, caller, query)
  const language = query.language ?? caller.language
  const w = journalFileWords[language]
  async function* pages() {
    for await (const entries of pagesOf(deps, caller, query)) {
      yield entries.map((entry) => cellsOf(entry, language))
    }
  }
  const lines = csvPages({ titles: w.columns, pages: pages(), language })
  return { fileName: `${w.stem}.csv`, mediaType: csvMediaType, stream: Readable.from(lines) }
}

export async function journalOds(
  deps: ContactsRoutesDeps,
  caller: Caller,
  query: AuditFileQuery,
): Promise<File> {
  const language = query.language ?? caller.language
  const w = journalFileWords[language]
  const rows: Cell[][] = [w.columns.map((text) => ({ text, isHeading: true }))]
  for await (const entries of pagesOf(deps, caller, query)) {
    if (rows.length + entries.length > sheetEntriesMax + 1) {
      throw contactsError('contacts.journal_too_long', { max: sheetEntriesMax })
    }
    for (const entry of entries) {
      rows.push(cellsOf(entry, language).map((text) => ({ text, isHeading: false })))
    }
  }
  await record(deps, caller, query)
  const note = w.note.replace('{day}', written(new Date(deps.clock.now()).toISOString()))
  const octets = odsOf({ title: w.title, note, sheets: [{ name: w.title, rows }] })
  return { fileName: `${w.stem}.ods`, mediaType: odsMediaType, stream: Readable.from([octets]) }
}

/** As a spreadsheet reads a day and an hour. */
const written = (iso: string) => iso.slice(0, 19).replace('T', ' ')

function cellsOf(entry: AuditEntryView, language: Language): string[] {
  const w = journalFileWords[language]
  return [
    written(entry.at),
    entry.actorName ?? w.unknown,
    w.actors[entry.actorKind],
    entry.sentence ?? '',
    entry.about.map((one) => aboutText(one, language)).join(', '),
    entry.isReasonErased ? w.reasonErased : (entry.reason ?? ''),
    entry.action,
  ]
}

function aboutText({ id, name }: AuditAbout, language: Language): string {
  const w = journalFileWords[language]
  return id === null ? w.gone : (name ?? w.message)
}
