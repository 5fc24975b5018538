// Records an objection for each number that a file reports as refusing marketing.
import type { Caller, E164, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { IntakeDeps } from '../deps.ts'

/** `saidAt`: the day as the file tells it, for the entry; the objection itself counts from now. */
export type Objecting = { number: E164; saidAt: Instant | null }

/** Whoever is a contact has it in their own history too, and what they agreed to ends. */
export async function recordObjections(
  deps: Pick<IntakeDeps, 'vault' | 'contacts' | 'consent' | 'clock'>,
  tx: Tx,
  caller: Caller,
  { people, source }: { people: readonly Objecting[]; source: string },
): Promise<{ recorded: number; alreadyThere: number }> {
  if (people.length === 0) return { recorded: 0, alreadyThere: 0 }
  const { accountId } = caller
  const tags = people.map(({ number }) => deps.vault.numberTag(accountId, number))
  const known = await deps.contacts.findByTags(tx, accountId, tags)
  const subjects = [...known.values()].map(({ subjectId }) => subjectId)
  const keys = await deps.vault.openSubjects(tx, accountId, subjects)
  const at = deps.clock.now()
  return deps.consent.recordStops(tx, caller, {
    scope: 'marketing',
    reason: 'imported_list',
    origin: source,
    rows: people.map(({ number, saidAt }, index) => {
      const contact = known.get(tags[index]?.toString('hex') ?? '')
      return {
        tag: deps.vault.suppressionTag(accountId, number),
        keys: contact === undefined ? null : (keys.get(contact.subjectId) ?? null),
        at: saidAt ?? at,
      }
    }),
  })
}
