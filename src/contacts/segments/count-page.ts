// A count over HTTP: a span of contacts at a time, each of which is asked for what the first is.
import type { Caller, ContactId } from '../../kernel/index.ts'
import { contactsError } from '../errors.ts'
import { type Counted, countPeople, type SegmentDeps } from './find-people.ts'
import { demandList, demandReadable } from './keep-segment.ts'
import { countMark, demandCount, type RulesWithin, recordValuesRead } from './values-read.ts'

/** Where a count goes on, with the mark of what is counted. */
export type CountPlace = { id: ContactId; of: number }

export async function countPage(
  deps: SegmentDeps,
  caller: Caller,
  asked: RulesWithin & { after: CountPlace | null },
): Promise<Omit<Counted, 'through'> & { next: CountPlace | null }> {
  const { accountId } = caller
  const { rules, within, after } = asked
  const of = countMark(deps, caller, asked)
  if (after !== null && after.of !== of) throw contactsError('contacts.search_changed')
  const isFirst = after === null
  await demandCount(deps, caller, { rules, isFirst })
  await deps.database.inAccount(accountId, async (tx) => {
    await demandReadable(deps, tx, accountId, rules)
    if (within !== null) await demandList(tx, accountId, within)
  })
  await recordValuesRead(deps, caller, { rules, within, isFirst })
  const counted = await countPeople(deps, accountId, { rules, within, after: after?.id ?? null })
  const { through, ...rest } = counted
  return { ...rest, next: through === null ? null : { id: through, of } }
}
