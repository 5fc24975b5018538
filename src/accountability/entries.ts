// Entries with their content: sealed as they are written, opened and checked as they are read.
import type { z } from 'zod'
import { actorOf } from '../disclosure/index.ts'
import type { Caller, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { AccountabilityDeps, Whose } from './deps.ts'
import { accountabilityError } from './errors.ts'
import {
  countEntries,
  type EntryKind,
  type EntryRow,
  holdEntries,
  insertEntry,
  listEntries,
  newestOfEach,
  newestOfEachSeries,
} from './store.ts'

export type Entry<T> = Omit<EntryRow, 'contentSealed' | 'kind'> & { content: T }
type Sealing = Pick<AccountabilityDeps, 'vault'>

/** No account writes so much in earnest; each reading stays within it. */
const entriesMax = 20_000
export const placesMax = entriesMax

const placeOf = (whose: Whose, rowId: string) => ({
  table: whose === null ? 'accountability.installation_entry' : 'accountability.entry',
  column: 'content_sealed',
  rowId,
})

export const sealFor = ({ vault }: Sealing, whose: Whose, id: string, plain: Buffer): Buffer =>
  whose === null
    ? vault.sealForInstallation(placeOf(whose, id), plain)
    : vault.sealForAccount(whose, placeOf(whose, id), plain)

export const openFor = ({ vault }: Sealing, whose: Whose, { id, contentSealed }: EntryRow) =>
  whose === null
    ? vault.openForInstallation(placeOf(whose, id), contentSealed)
    : vault.openForAccount(whose, placeOf(whose, id), contentSealed)

function entryOf<S extends z.ZodType>(
  deps: Sealing,
  whose: Whose,
  row: EntryRow,
  schema: S,
): Entry<z.output<S>> {
  const { id, place, at, by } = row
  const content = schema.parse(JSON.parse(openFor(deps, whose, row).toString('utf8')))
  return { id, place, at, by, content }
}

/** Of each place the newest. */
export async function readNewest<S extends z.ZodType>(
  deps: Sealing,
  tx: Tx,
  whose: Whose,
  kind: EntryKind,
  schema: S,
  page: { before?: string | null; limit: number } = { limit: placesMax },
): Promise<Entry<z.output<S>>[]> {
  const rows = await newestOfEach(tx, whose, { kind, ...page })
  return rows.map((row) => entryOf(deps, whose, row, schema))
}

/** Of places that are numbered with seven digits, the newest of each series. */
export async function readNewestOfSeries<S extends z.ZodType>(
  deps: Sealing,
  tx: Tx,
  whose: Whose,
  kind: EntryKind,
  schema: S,
): Promise<Entry<z.output<S>>[]> {
  const rows = await newestOfEachSeries(tx, whose, kind)
  return rows.map((row) => entryOf(deps, whose, row, schema))
}

/** Newest first. */
export async function readHistory<S extends z.ZodType>(
  deps: Sealing,
  tx: Tx,
  whose: Whose,
  asked: {
    kind: EntryKind
    place?: string
    under?: string
    before?: string | null
    limit: number
    schema: S
  },
): Promise<Entry<z.output<S>>[]> {
  const { kind, place = null, under = '', before = null, limit, schema } = asked
  const rows = await listEntries(tx, whose, { kind, place, under, before, limit })
  return rows.map((row) => entryOf(deps, whose, row, schema))
}

/** Adds an entry; what stood at its place is kept. */
export async function addEntry(
  deps: Pick<AccountabilityDeps, 'vault' | 'makeId' | 'clock'>,
  tx: Tx,
  caller: Caller,
  entry: { whose: Whose; kind: EntryKind; place: string; content: unknown },
): Promise<{ id: string; at: Instant }> {
  const { content, ...where } = entry
  return addSealed(deps, tx, caller, {
    ...where,
    plain: Buffer.from(JSON.stringify(content), 'utf8'),
  })
}

/** The same for the octets of a file. */
export async function addSealed(
  deps: Pick<AccountabilityDeps, 'vault' | 'makeId' | 'clock'>,
  tx: Tx,
  caller: Caller,
  entry: { whose: Whose; kind: EntryKind; place: string; plain: Buffer },
): Promise<{ id: string; at: Instant }> {
  const { whose, kind, place, plain } = entry
  await holdEntries(tx, whose)
  if ((await countEntries(tx, whose, kind)) >= entriesMax) {
    throw accountabilityError('accountability.too_much_written')
  }
  const [id, at] = [deps.makeId(), deps.clock.now()]
  const contentSealed = sealFor(deps, whose, id, plain)
  await insertEntry(tx, whose, { id, kind, place, at, by: actorOf(caller), contentSealed })
  return { id, at }
}
