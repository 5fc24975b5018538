// Looks for a name among all contacts for another room: a span of time, then it goes on from there.
import type { Caller, ContactId } from '../../kernel/index.ts'
import { openContacts } from '../body.ts'
import type { ContactsDeps } from '../deps.ts'
import { sealedSpan } from './people-store.ts'
import { demandNameTurn, lookMs, nameMatcher, spanMax } from './search-names.ts'

export type NamesSought = {
  name: string
  /** Where it ended before; null: it begins, which is counted. */
  after: ContactId | null
}
/** `through`: where it goes on; null: every contact was looked at. */
export type NamesSeen = { ids: ContactId[]; looked: number; through: ContactId | null }

/**
 * Counted like the same search on the screen. Whoever asks records it: for whom it is, and never
 * the name.
 */
export async function seekName(
  deps: Pick<ContactsDeps, 'database' | 'vault' | 'clock'>,
  caller: Caller,
  { name, after }: NamesSought,
): Promise<NamesSeen> {
  const { accountId } = caller
  const at = deps.clock.now()
  if (after === null) await demandNameTurn(deps, caller, { within: 'all', at })
  const isNamed = nameMatcher(name)
  const seen: NamesSeen = { ids: [], looked: 0, through: after }
  do {
    const span = await deps.database.inAccount(
      accountId,
      async (tx) => {
        const people = await sealedSpan(tx, accountId, { after: seen.through, limit: spanMax })
        const opened = await openContacts(deps.vault, tx, accountId, people)
        const named = people.filter(({ subjectId }) => {
          const body = opened.get(subjectId)?.body
          return body !== undefined && isNamed(body.fields)
        })
        const through = people.length < spanMax ? null : (people.at(-1)?.id ?? null)
        return { named, looked: people.length, through }
      },
      { byIndex: true },
    )
    seen.ids.push(...span.named.map(({ id }) => id))
    seen.looked += span.looked
    seen.through = span.through
  } while (seen.through !== null && deps.clock.now() < at + lookMs)
  return seen
}
