// The people of a segment as contacts are shown: page by page, narrowed by the other filters.
import type { AccountId, Caller, ContactId, SegmentId } from '../../kernel/index.ts'
import type { SegmentRules } from '../contract-segments.ts'
import {
  type ContactQuery,
  type FoundPage,
  findByStatus,
  type StatusOfContact,
} from '../status/status-store.ts'
import { type Asked, findSpan, readAsked, type SegmentDeps } from './find-people.ts'
import { demandList, demandSegment } from './keep-segment.ts'
import { recordValuesRead } from './values-read.ts'

export type Wish = ContactQuery & { segmentId: SegmentId | null }
export type ContactPages = (query: ContactQuery) => Promise<FoundPage>

/** Of no segment. */
export const pagesOfAll =
  (
    { database, statuses, clock }: Pick<SegmentDeps, 'database' | 'statuses' | 'clock'>,
    accountId: AccountId,
  ): ContactPages =>
  (query) =>
    database.inAccount(accountId, async (tx) =>
      findByStatus(tx, await statuses.rule(tx, accountId, { at: clock.now() }), query),
    )

/** Pages of contacts, of a segment where one is named. That it reads values is recorded. */
export async function pagesOf(
  deps: SegmentDeps,
  caller: Caller,
  wish: Wish,
): Promise<ContactPages> {
  const { accountId } = caller
  const { segmentId, listId } = wish
  if (segmentId === null) return pagesOfAll(deps, accountId)
  const { asked, rules } = await rulesToShow(deps, accountId, { segmentId, listId })
  const read = { rules, within: listId, isFirst: wish.after === null }
  await recordValuesRead(deps, caller, read)
  return (query) => findInSegment(deps, accountId, asked, query)
}

/** How long one page looks before it is given, and goes on with the next. */
const lookMs = 900
/** Where many fit, a page is soon full; where few do, more are looked at each time. */
const spans = { first: 500, grows: 4 } as const

/** Read once for a page, or for a whole file. */
async function rulesToShow(
  deps: SegmentDeps,
  accountId: AccountId,
  { segmentId, listId }: { segmentId: SegmentId } & Pick<ContactQuery, 'listId'>,
): Promise<{ asked: Asked; rules: SegmentRules }> {
  return deps.database.inAccount(accountId, async (tx) => {
    const { match, rules } = await demandSegment(deps, tx, accountId, segmentId)
    if (listId !== null) await demandList(tx, accountId, listId)
    const asked = await readAsked(deps, tx, accountId, { match, rules }, listId)
    return { asked, rules: { match, rules } }
  })
}

/** A page may hold fewer than were asked for, and go on: each looks for a moment alone. */
async function findInSegment(
  deps: SegmentDeps,
  accountId: AccountId,
  asked: Asked,
  query: ContactQuery,
): Promise<FoundPage> {
  const { limit } = query
  const at = deps.clock.now()
  const found: StatusOfContact[] = []
  let through: ContactId | null = query.after
  let span: number = spans.first
  do {
    const from: ContactId | null = through
    const look = { asked, at, after: from, narrowing: query, span }
    const looked = await deps.database.inAccount(
      accountId,
      (tx) => findSpan(deps, tx, accountId, look),
      { byIndex: true },
    )
    for (const { id, status } of looked.found) found.push({ id, status })
    through = looked.through
    span *= spans.grows
  } while (through !== null && found.length < limit && deps.clock.now() < at + lookMs)
  const page = found.slice(0, limit)
  const reached = found.length > limit ? (page.at(-1)?.id ?? null) : through
  return { found: page, through: reached, throughChange: null }
}
