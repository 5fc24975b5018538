// Whether a contact can receive marketing today, from consents and from its row.
import type { AccountId, ListId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { OpenedBody } from './body.ts'
import type { MarketingTruthName } from './contract.ts'
import type { ContactsRoutesDeps } from './deps.ts'
import { countInForce } from './list-store.ts'
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

/** Of each of these lists, how many marketing may reach; a list of nobody is not among them. */
export async function countReachable(
  deps: Pick<ContactsRoutesDeps, 'marketing' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<Map<ListId, number>> {
  if (listIds.length === 0) return new Map()
  const rule = await deps.marketing.inForceRule(tx, accountId, deps.clock.now())
  return countInForce(tx, listIds, rule)
}
