// Whether marketing may reach a contact today: what consent knows, beside what the row says.
import type { AccountId, ListId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { OpenedBody } from './body.ts'
import type { MarketingTruthName } from './contract.ts'
import type { ContactsRoutesDeps } from './deps.ts'
import { readOpenMembers } from './list-store.ts'
import type { ContactRecord } from './store.ts'

/** Those that are opened, in the order given. */
export async function marketingOf(
  deps: Pick<ContactsRoutesDeps, 'vault' | 'marketing' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
  people: readonly { contact: ContactRecord; open: OpenedBody }[],
): Promise<MarketingTruthName[]> {
  const subjects = people.map(({ contact }) => contact.subjectId)
  const tags = people.map(({ open }) => deps.vault.suppressionTag(accountId, open.body.number))
  const { scopes, unknown } = await deps.marketing.suppressionsKnown(tx, accountId, tags)
  const at = deps.clock.now()
  const inForce = await deps.marketing.inForceAmong(tx, accountId, subjects, at)
  return people.map(({ contact }, index) => {
    const scope = scopes[index] ?? null
    if (scope === 'all' || scope === 'marketing') return 'objected'
    if (unknown.has(index)) return 'checked'
    if (contact.marketingState === 'quarantine') return 'quarantine'
    return inForce.has(contact.subjectId) ? 'possible' : 'no_consent'
  })
}

const pageMembers = 20_000

/** Page by page, so that a long list takes time and no memory. */
export async function countReachable(
  deps: Pick<ContactsRoutesDeps, 'marketing' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
): Promise<number> {
  const at = deps.clock.now()
  let sum = 0
  for (let after = null as string | null; ; ) {
    const members = await readOpenMembers(tx, accountId, { listId, after, limit: pageMembers })
    const subjects = members.map(({ subjectId }) => subjectId)
    if (subjects.length > 0) {
      sum += (await deps.marketing.inForceAmong(tx, accountId, subjects, at)).size
    }
    const last = members.at(-1)
    if (last === undefined || members.length < pageMembers) return sum
    after = last.contactId
  }
}
