// What a file says of those who refuse advertising: an objection of each number, until its person acts.
import type { Caller, E164 } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { IntakeDeps } from './deps.ts'

/** Whoever is a contact has it in their own history too, and what they agreed to ends. */
export async function recordObjections(
  deps: Pick<IntakeDeps, 'vault' | 'contacts' | 'consent' | 'clock'>,
  tx: Tx,
  caller: Caller,
  { numbers, source }: { numbers: readonly E164[]; source: string },
): Promise<{ recorded: number; alreadyThere: number }> {
  if (numbers.length === 0) return { recorded: 0, alreadyThere: 0 }
  const { accountId } = caller
  const tags = numbers.map((number) => deps.vault.numberTag(accountId, number))
  const known = await deps.contacts.findByTags(tx, accountId, tags)
  const subjects = [...known.values()].map(({ subjectId }) => subjectId)
  const keys = await deps.vault.openSubjects(tx, accountId, subjects)
  const at = deps.clock.now()
  return deps.consent.recordStops(tx, caller, {
    scope: 'marketing',
    reason: 'imported_list',
    origin: source,
    rows: numbers.map((number, index) => {
      const contact = known.get(tags[index]?.toString('hex') ?? '')
      return {
        tag: deps.vault.suppressionTag(accountId, number),
        keys: contact === undefined ? null : (keys.get(contact.subjectId) ?? null),
        at,
      }
    }),
  })
}
