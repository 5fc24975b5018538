// Searches the account's data for somebody who is no contact, before they are answered.
import { lookAtNumbers } from '../../contacts/index.ts'
import { assert, type Caller, type ContactId, maskNumber } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import {
  type HeldMatch,
  type HeldSearched,
  matchesShownMax,
  type SearchFound,
} from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { searchViewOf } from '../requests/life-view.ts'
import { recordStep } from '../requests/steps.ts'
import { holdAsker } from '../requests/waiting-request.ts'
import type { Asker, AskerDetails } from './asker.ts'
import { type AskerSearch, keepSearch } from './asker-store.ts'
import { otherRequests } from './same-asker.ts'
import { soughtName } from './sought-name.ts'

/** Contacts that are looked for by one value; several may share an e-mail. */
const sharedMax = 200

type By = HeldMatch['by'][number]
type Exact = { found: Omit<SearchFound, 'name'>; contacts: Map<ContactId, By[]> }

/** By what is found at once: number, e-mail, own reference, and the list of objections. */
export async function searchExact(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  { number, email, reference }: AskerDetails,
): Promise<Exact> {
  const contacts: Exact['contacts'] = new Map()
  const seen = (by: By, ids: readonly ContactId[]): number => {
    for (const id of ids) contacts.set(id, [...(contacts.get(id) ?? []), by])
    return ids.length
  }
  const ofValue = async (by: 'email' | 'reference', value: string | undefined) => {
    if (value === undefined) return null
    const rows = await deps.contacts.findByValue(tx, accountId, { by, value, limit: sharedMax })
    return seen(
      by,
      rows.map(({ id }) => id),
    )
  }
  const held = number === undefined ? null : await deps.contacts.findByNumber(tx, accountId, number)
  const found = {
    number: number === undefined ? null : seen('number', held === null ? [] : [held.id]),
    email: await ofValue('email', email),
    reference: await ofValue('reference', reference),
    suppression: number === undefined ? null : await suppressionOf(deps, tx, { accountId, number }),
  }
  return { found, contacts }
}

/** `unknown`: nobody can say whether the number has objected. */
async function suppressionOf(
  { vault, consent }: PreferencesDeps,
  tx: Tx,
  {
    accountId,
    number,
  }: Pick<Caller, 'accountId'> & { number: NonNullable<AskerDetails['number']> },
): Promise<NonNullable<SearchFound['suppression']>> {
  if (!vault.hasSuppressionKey(accountId)) return 'unknown'
  const tags = [vault.suppressionTag(accountId, number)]
  const { scopes, unknown } = await consent.suppressionsKnown(tx, accountId, tags)
  return unknown.size > 0 ? 'unknown' : (scopes[0] ?? 'none')
}

/**
 * One step of it: what is found at once, then names for about a second. It goes on where it ended
 * until `endedAt` is there; after that it begins anew. Counted as every question whether a number
 * is known here.
 */
export async function searchHeld(
  deps: PreferencesDeps,
  caller: Caller,
  id: string,
): Promise<HeldSearched> {
  const asked = { where: 'requests.search', numbers: 1 }
  const begun = await deps.database.inAccount(caller.accountId, (tx) =>
    holdAsker(deps, tx, caller, id),
  )
  const goesOn = unfinished(begun.asker)
  const step = () => searchStep(deps, caller, { id, asker: begun.asker, goesOn })
  return goesOn === null ? lookAtNumbers(deps, caller, asked, step) : step()
}

const unfinished = ({ search }: Asker): AskerSearch | null =>
  search !== null && search.endedAt === null ? search : null

async function searchStep(
  deps: PreferencesDeps,
  caller: Caller,
  { id, asker, goesOn }: { id: string; asker: Asker; goesOn: AskerSearch | null },
): Promise<HeldSearched> {
  const begunAt = goesOn?.begunAt ?? deps.clock.now()
  const by = goesOn?.by ?? byOf(caller)
  const name = soughtName(asker.details.name)
  const after = goesOn?.through ?? null
  // Before the transaction: it takes a turn, and opens contacts a span at a time.
  const names = name === null ? null : await deps.contacts.seekName(caller, { name, after })
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { request, asker: now } = await holdAsker(deps, tx, caller, id)
    const exact = await searchExact(deps, tx, caller, now.details)
    const ids = [...(goesOn?.namesakes ?? []), ...(names?.ids ?? [])]
    const through = names?.through ?? null
    const before = goesOn?.found.name ?? 0
    const endedAt = through === null ? deps.clock.now() : null
    const search: AskerSearch = {
      ...{ begunAt, by, endedAt, through },
      looked: (goesOn?.looked ?? 0) + (names?.looked ?? 0),
      found: { ...exact.found, name: names === null ? null : before + names.ids.length },
      namesakes: ids.slice(0, matchesShownMax),
    }
    // Somebody added to what they gave meanwhile: this searched with less.
    if (now.changedAt === asker.changedAt) {
      await keepSearch(tx, caller.accountId, id, search)
      if (endedAt !== null) await recordSearched(deps, tx, caller, { request, search })
    }
    const matches = await matchesOf(deps, tx, caller, { exact, namesakes: search.namesakes })
    const requests = await otherRequests(deps, tx, caller.accountId, now)
    return { search: searchViewOf(search), matches, requests }
  })
}

async function recordSearched(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  {
    request,
    search,
  }: { request: Awaited<ReturnType<typeof holdAsker>>['request']; search: AskerSearch },
): Promise<void> {
  const { endedAt, found, looked } = search
  assert(endedAt !== null, 'a search that ended is recorded')
  const step = { request, kind: 'searched' as const, at: endedAt, by: search.by }
  await recordStep(deps, tx, caller.accountId, step)
  const { name: named, email: mailed, number: numbered, ...others } = found
  const details = { requestId: request.id, looked, named, mailed, numbered, ...others }
  await deps.audit.record(tx, caller, { action: 'preferences.request_searched', details })
}

async function matchesOf(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  { exact, namesakes }: { exact: Exact; namesakes: readonly ContactId[] },
): Promise<HeldMatch[]> {
  const by = new Map(exact.contacts)
  for (const id of namesakes) by.set(id, [...(by.get(id) ?? []), 'name'])
  const matches: HeldMatch[] = []
  for (const [contactId, found] of [...by].slice(0, matchesShownMax)) {
    const contact = await deps.contacts.find(tx, accountId, contactId)
    if (contact === null) continue
    const opened = await deps.contacts.openContacts(tx, accountId, [contact])
    const number = opened.get(contact.subjectId)?.body.number
    if (number !== undefined) {
      matches.push({ contactId, numberMasked: maskNumber(number), by: found })
    }
  }
  return matches
}
