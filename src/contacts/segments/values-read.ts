// Choosing or counting people by the values of custom fields tells something of them: it is
// recorded, and nobody may do it without end.
import { createHash } from 'node:crypto'
import type { Caller, ListId } from '../../kernel/index.ts'
import { forgetTurns, takeTurn } from '../../storage/index.ts'
import type { SegmentRules } from '../contract-segments.ts'
import { contactsError } from '../errors.ts'
import type { SegmentDeps } from './find-people.ts'

export type RulesWithin = { rules: SegmentRules; within: ListId | null }

/** One user, one token: they are counted apart. */
export function nameOf({ accountId, by }: Caller): string {
  const who = by.kind === 'user' ? by.userId : by.kind === 'token' ? by.tokenId : by.what
  return `${accountId} ${by.kind} ${who}`
}

/** Keyed, because rules hold values of people. */
function tagOf({ vault }: Pick<SegmentDeps, 'vault'>, caller: Caller, asked: RulesWithin): Buffer {
  const { rules, within } = asked
  const text = JSON.stringify([nameOf(caller), rules.match, rules.rules, within])
  return vault.fieldTag(caller.accountId, 'reference', `values read ${text}`)
}

/** A cursor goes on with the count of its own rules, and of whoever began it. */
export function countMark(deps: SegmentDeps, caller: Caller, asked: RulesWithin): number {
  const tag = createHash('sha256')
    .update('count')
    .update(tagOf(deps, caller, asked))
    .digest()
  return tag.readUInt32BE(0) >>> 1
}

const hourMs = 3_600_000

/**
 * Each beginning is recorded, with the fields asked for; and what goes on, once an hour: a cursor
 * is no secret, and whoever goes on from one that nobody gave reads the same values.
 */
export async function recordValuesRead(
  deps: SegmentDeps,
  caller: Caller,
  asked: RulesWithin & { isFirst: boolean },
): Promise<void> {
  const keys = asked.rules.rules.flatMap((rule) => (rule.field === 'custom' ? [rule.key] : []))
  if (keys.length === 0) return
  const at = { door: 'contacts.values_read', of: tagOf(deps, caller, asked).toString('hex') }
  const now = new Date(deps.clock.now())
  const { allowed } = await takeTurn(deps.database, { ...at, max: 1, perMs: hourMs, now })
  if (!allowed && !asked.isFirst) return
  const details = { fields: [...new Set(keys)].sort().join(', ') }
  try {
    await deps.database.inAccount(caller.accountId, (tx) =>
      deps.audit.record(tx, caller, { action: 'contacts.values_counted', details }),
    )
  } catch (error) {
    // Whoever asks again is recorded then.
    await forgetTurns(deps.database, at)
    throw error
  }
}

/** A count reads all contacts of the account; one that opens values opens as many. */
const countsPerMinute = { sealed: 12, read: 60 } as const
/** Each answer works for a second at most: three counts at a time. */
const pagesPerMinuteMax = 200
const minuteMs = 60_000

export async function demandCount(
  deps: SegmentDeps,
  caller: Caller,
  { rules, isFirst }: { rules: SegmentRules; isFirst: boolean },
): Promise<void> {
  const of = nameOf(caller)
  const now = new Date(deps.clock.now())
  const asked = { of, perMs: minuteMs, now }
  const isSealed = rules.rules.some(({ field }) => field === 'custom')
  const turn = await takeTurn(
    deps.database,
    !isFirst
      ? { ...asked, door: 'contacts.count_pages', max: pagesPerMinuteMax }
      : isSealed
        ? { ...asked, door: 'contacts.sealed_counts', max: countsPerMinute.sealed }
        : { ...asked, door: 'contacts.counts', max: countsPerMinute.read },
  )
  if (turn.allowed) return
  const seconds = Math.ceil(turn.retryAfterMs / 1_000)
  throw contactsError('contacts.too_many_counts', { seconds })
}
