// Finds people by name inside a list or a segment: names are sealed, so each is opened and compared.
import { fold } from '../../classification/index.ts'
import type { Caller, ContactId, Instant, ListId, SegmentId } from '../../kernel/index.ts'
import { type Database, type Tx, takeTurn } from '../../storage/index.ts'
import { openContacts } from '../body.ts'
import type { ContactFields } from '../contact.ts'
import { nameSearchMax } from '../contract-segments.ts'
import { contactsError } from '../errors.ts'
import { countMembers, findList } from '../lists/list-store.ts'
import { type Asked, findSpan, readAsked, type SegmentDeps } from './find-people.ts'
import { demandSegment } from './keep-segment.ts'

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

export type Within = { listId: ListId } | { segmentId: SegmentId }

/** A list is a segment of one rule: whoever is in it. */
async function askedFor(
  deps: SegmentDeps,
  tx: Tx,
  { accountId }: Caller,
  within: Within,
): Promise<Asked> {
  if ('segmentId' in within) {
    const { match, rules } = await demandSegment(deps, tx, accountId, within.segmentId)
    return readAsked(tx, accountId, { match, rules })
  }
  const { listId } = within
  const list = await findList(tx, accountId, listId)
  if (list === null) throw contactsError('contacts.list_not_found')
  if ((await countMembers(tx, accountId, listId)) > nameSearchMax) {
    throw contactsError('contacts.search_too_long', { max: nameSearchMax })
  }
  return readAsked(tx, accountId, { match: 'all', rules: [{ field: 'list', op: 'is', listId }] })
}

/** As for numbers that are masked: whoever asks name after name comes to an end. */
const searchesPerHour = { masked: 60, clear: 2_000 } as const
const hourMs = 3_600_000

async function demandTurn(deps: { database: Database }, caller: Caller, at: Instant) {
  const { accountId, by, rights } = caller
  const who = by.kind === 'user' ? by.userId : by.kind === 'token' ? by.tokenId : by.what
  const max = rights.has('contacts.reveal') ? searchesPerHour.clear : searchesPerHour.masked
  const count = { door: 'contacts.names', of: `${accountId} ${by.kind} ${who}`, max, turns: 1 }
  const turn = await takeTurn(deps.database, { ...count, perMs: hourMs, now: new Date(at) })
  if (turn.allowed) return
  const seconds = Math.ceil(turn.retryAfterMs / 1_000)
  throw contactsError('contacts.too_many_searches', { seconds, minutes: Math.ceil(seconds / 60) })
}

/** How long one answer looks before it is given, and goes on with the next. */
const lookMs = 900
/** One answer shows no more than this; whoever looks for more writes more of the name. */
const foundMax = 50

export type NamesAsked = {
  within: Within
  text: string
  /** Where the answer before ended; null: a search begins, which is counted and recorded. */
  after: { id: ContactId; looked: number } | null
}
export type NamesFound = {
  ids: ContactId[]
  looked: number
  after: NamesAsked['after']
}

/** Of a search the log keeps where somebody looked, and never for whom. */
export async function searchNames(
  deps: SegmentDeps,
  caller: Caller,
  { within, text, after }: NamesAsked,
): Promise<NamesFound> {
  const { accountId } = caller
  const at = deps.clock.now()
  if (after === null) await demandTurn(deps, caller, at)
  const asked = await deps.database.inAccount(accountId, async (tx) => {
    const read = await askedFor(deps, tx, caller, within)
    const details = 'listId' in within ? { listId: within.listId } : within
    if (after === null) {
      await deps.audit.record(tx, caller, { action: 'contacts.names_searched', details })
    }
    return read
  })
  const isNamed = nameMatcher(text)
  const ids: ContactId[] = []
  let place: NamesAsked['after'] = after
  let looked = after?.looked ?? 0
  do {
    const from: ContactId | null = place?.id ?? null
    const span = await deps.database.inAccount(
      accountId,
      async (tx) => {
        const found = await findSpan(deps, tx, accountId, { asked, at, after: from, opens: true })
        const people = found.found.flatMap(({ id, subjectId, sealed }) =>
          sealed === null ? [] : [{ id, subjectId, sealed }],
        )
        const opened = await openContacts(deps.vault, tx, accountId, people)
        const named = people.filter(({ subjectId }) => {
          const body = opened.get(subjectId)?.body
          return body !== undefined && isNamed(body.fields)
        })
        return { ...found, named: named.map(({ id }) => id) }
      },
      { byIndex: true },
    )
    ids.push(...span.named)
    looked += span.looked
    place = span.through === null ? null : { id: span.through, looked }
    if (place !== null && looked >= nameSearchMax) {
      throw contactsError('contacts.search_too_long', { max: nameSearchMax })
    }
  } while (place !== null && ids.length < foundMax && deps.clock.now() < at + lookMs)
  return { ids, looked, after: place }
}
