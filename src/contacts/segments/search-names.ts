// Finds people by name in a list, a segment or all contacts: names are sealed, so each is opened
// and compared.
import { fold } from '../../classification/index.ts'
import type {
  AccountId,
  Caller,
  ContactId,
  Instant,
  ListId,
  SegmentId,
} from '../../kernel/index.ts'
import { type Database, type Tx, takeTurn } from '../../storage/index.ts'
import { openContacts } from '../body.ts'
import type { ContactFields } from '../contact.ts'
import { nameSearchAllMax, nameSearchMax } from '../contract-segments.ts'
import { contactsError } from '../errors.ts'
import { countMembers } from '../lists/list-store.ts'
import { countContacts } from '../store.ts'
import { type Asked, findSpan, readAsked, type SegmentDeps } from './find-people.ts'
import { demandList, demandSegment } from './keep-segment.ts'
import { sealedSpan } from './people-store.ts'
import { nameOf } from './values-read.ts'

type AuditEntry = Parameters<SegmentDeps['audit']['record']>[2]

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Each word that was written begins a word of the name, in any order, case and accent. */
export function nameMatcher(text: string): (fields: ContactFields) => boolean {
  const asked = wordsOf(text)
  return ({ firstName = '', lastName = '' }) => {
    const held = wordsOf(`${firstName} ${lastName}`)
    return asked.length > 0 && asked.every((word) => held.some((name) => name.startsWith(word)))
  }
}

/** `all`: every contact of the account. */
export type Within =
  | { listId: ListId }
  | { segmentId: SegmentId }
  | { listId: ListId; segmentId: SegmentId }
  | 'all'

/** What is asked of the people, and how many they are where that is known at once. */
type Field = { asked: Asked | null; people: number | null; max: number }

/** A list is a segment of one rule: whoever is in it. Of all contacts nothing is asked. */
async function fieldOf(
  deps: SegmentDeps,
  tx: Tx,
  { accountId }: Caller,
  { within, isFirst }: { within: Within; isFirst: boolean },
): Promise<Field> {
  if (within === 'all') {
    const people = isFirst ? await countContacts(tx, accountId) : null
    return { asked: null, people, max: nameSearchAllMax }
  }
  const max = nameSearchMax
  if ('segmentId' in within) {
    const { match, rules } = await demandSegment(deps, tx, accountId, within.segmentId)
    const listId = 'listId' in within ? within.listId : null
    if (listId !== null) await demandList(tx, accountId, listId)
    return {
      asked: await readAsked(deps, tx, accountId, { match, rules }, listId),
      people: null,
      max,
    }
  }
  const { listId } = within
  await demandList(tx, accountId, listId)
  const people = await countMembers(tx, accountId, listId)
  if (people > max) throw contactsError('contacts.search_too_long', { max })
  const rules = [{ field: 'list' as const, op: 'is' as const, listId }]
  return { asked: await readAsked(deps, tx, accountId, { match: 'all', rules }), people, max }
}

/** As for numbers that are masked: whoever asks name after name comes to an end. */
const searchesPerHour = { masked: 60, clear: 2_000 } as const
/** Each of these opens every contact: fewer, whoever asks. */
const searchesOfAllPerHour = { masked: 20, clear: 120 } as const
const hourMs = 3_600_000

export async function demandNameTurn(
  deps: { database: Database },
  caller: Caller,
  { within, at }: { within: Within; at: Instant },
) {
  const { rights } = caller
  const isAll = within === 'all'
  const allowed = isAll ? searchesOfAllPerHour : searchesPerHour
  const max = rights.has('contacts.reveal') ? allowed.clear : allowed.masked
  const of = { of: nameOf(caller), max, turns: 1 }
  const count = isAll ? { door: 'contacts.all_names', ...of } : { door: 'contacts.names', ...of }
  const turn = await takeTurn(deps.database, { ...count, perMs: hourMs, now: new Date(at) })
  if (turn.allowed) return
  const seconds = Math.ceil(turn.retryAfterMs / 1_000)
  throw contactsError('contacts.too_many_searches', { seconds, minutes: Math.ceil(seconds / 60) })
}

/** How long one answer looks before it is given, and goes on with the next. */
export const lookMs = 900
/** One answer shows no more than this; whoever looks for more writes more of the name. */
const foundMax = 50

export type NamesAsked = {
  within: Within
  text: string
  /** Where the answer before ended; null: a search begins, which is counted and recorded. */
  after: SearchPlace | null
}
/** `of`: the mark of the search that it goes on with. */
export type SearchPlace = { id: ContactId; looked: number; of: number }
export type NamesFound = {
  ids: ContactId[]
  looked: number
  /** How many there are to look at; null where it is not known, and after the first answer. */
  people: number | null
  after: NamesAsked['after']
}

/** Contacts that are opened in one transaction. */
export const spanMax = 4_000

type Span = { named: ContactId[]; looked: number; through: ContactId | null }

async function lookThrough(
  deps: SegmentDeps,
  accountId: AccountId,
  look: {
    asked: Asked | null
    at: Instant
    after: ContactId | null
    isNamed: (fields: ContactFields) => boolean
  },
): Promise<Span> {
  const { asked, at, after } = look
  const work = async (tx: Tx): Promise<Span> => {
    const span =
      asked === null
        ? await everybody(tx, accountId, after)
        : await findSpan(deps, tx, accountId, { asked, at, after, opens: true })
    const people = span.found.flatMap(({ id, subjectId, sealed }) =>
      sealed === null ? [] : [{ id, subjectId, sealed }],
    )
    const opened = await openContacts(deps.vault, tx, accountId, people)
    const named = people.filter(({ subjectId }) => {
      const body = opened.get(subjectId)?.body
      return body !== undefined && look.isNamed(body.fields)
    })
    return { named: named.map(({ id }) => id), looked: span.looked, through: span.through }
  }
  return deps.database.inAccount(accountId, work, { byIndex: true })
}

async function everybody(tx: Tx, accountId: AccountId, after: ContactId | null) {
  const found = await sealedSpan(tx, accountId, { after, limit: spanMax })
  const through = found.length < spanMax ? null : (found.at(-1)?.id ?? null)
  return { found, looked: found.length, through }
}

/**
 * A cursor goes on with its own search alone, and for whoever began it: another name, or another
 * place to look, is another search, which is counted and recorded. The mark is keyed, and short, so
 * that it tells nothing of the name.
 */
export function searchMark(
  { vault }: Pick<SegmentDeps, 'vault'>,
  caller: Caller,
  { within, text }: Pick<NamesAsked, 'within' | 'text'>,
): number {
  const { listId = '', segmentId = '' }: { listId?: string; segmentId?: string } =
    within === 'all' ? {} : within
  const asked = JSON.stringify([nameOf(caller), listId, segmentId, text])
  const tag = vault.fieldTag(caller.accountId, 'reference', `name search ${asked}`)
  return Buffer.from(tag).readUInt32BE(0) >>> 1
}

/** Of a search the log keeps where somebody looked, and never for whom. */
export async function searchNames(
  deps: SegmentDeps,
  caller: Caller,
  { within, text, after }: NamesAsked,
): Promise<NamesFound> {
  const { accountId } = caller
  const at = deps.clock.now()
  const isFirst = after === null
  const of = searchMark(deps, caller, { within, text })
  if (after !== null && after.of !== of) throw contactsError('contacts.search_changed')
  if (isFirst) await demandNameTurn(deps, caller, { within, at })
  const { asked, people, max } = await deps.database.inAccount(accountId, async (tx) => {
    const field = await fieldOf(deps, tx, caller, { within, isFirst })
    if (isFirst) await deps.audit.record(tx, caller, searchEntry(within))
    return field
  })
  if (people !== null && people > max) throw contactsError('contacts.search_too_long', { max })
  const isNamed = nameMatcher(text)
  const ids: ContactId[] = []
  let place: NamesAsked['after'] = after
  let looked = after?.looked ?? 0
  do {
    const from: ContactId | null = place?.id ?? null
    const span = await lookThrough(deps, accountId, { asked, at, after: from, isNamed })
    ids.push(...span.named)
    looked += span.looked
    place = span.through === null ? null : { id: span.through, looked, of }
    if (place !== null && looked >= max) throw contactsError('contacts.search_too_long', { max })
  } while (place !== null && ids.length < foundMax && deps.clock.now() < at + lookMs)
  return { ids, looked, people: isFirst ? people : null, after: place }
}

function searchEntry(within: Within): AuditEntry {
  if (within === 'all') return { action: 'contacts.all_names_searched', details: {} }
  return { action: 'contacts.names_searched', details: within }
}
