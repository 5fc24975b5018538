// Contacts go: one or many, whatever the reason, what every room holds of them goes with them.
import type { AccountId, Caller, ContactId, E164, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { openContacts } from '../body.ts'
import type { ContactsDeps, ErasureAsked, LeavingWhy } from '../deps.ts'
import { deleteContacts, type LeavingContact, readLeaving } from '../store.ts'

/** Of whom one record tells: more people get several. */
const atOnce = 2_000

export type Going = {
  contactIds: readonly ContactId[]
  why: LeavingWhy
  asked: ErasureAsked | null
}

type By = Pick<Caller, 'accountId' | 'by'>
type Deps = Pick<ContactsDeps, 'vault' | 'proofs' | 'erasures'>

/**
 * Their rows are locked by whoever calls; how many went. Without the row nothing finds a person's
 * messages by number any more, so their key goes with it, and what other rooms hold of them. What
 * proves their consents keeps its own key to a set date, which consent knows; an objection stays
 * as a tag.
 */
export async function letContactsGo(deps: Deps, tx: Tx, by: By, going: Going): Promise<number> {
  let gone = 0
  for (let from = 0; from < going.contactIds.length; from += atOnce) {
    const ids = going.contactIds.slice(from, from + atOnce)
    const found = await readLeaving(tx, by.accountId, ids)
    gone += await letFoundGo(deps, tx, by, { ...going, found })
  }
  return gone
}

async function letFoundGo(
  deps: Deps,
  tx: Tx,
  by: By,
  { found, why, asked }: Omit<Going, 'contactIds'> & { found: readonly LeavingContact[] },
): Promise<number> {
  if (found.length === 0) return 0
  const { accountId } = by
  const subjects = found.map(({ subjectId }) => subjectId)
  let gone = 0
  const go = async (): Promise<void> => {
    await deps.proofs.letGo(tx, accountId, subjects)
    await deps.vault.destroyKeys(tx, accountId, subjects, 'contact')
    const ids = found.map(({ contactId }) => contactId)
    gone = await deleteContacts(tx, accountId, ids)
  }
  if (deps.erasures === undefined) await go()
  else {
    const numbers = (whose: readonly SubjectId[]) => {
      const wanted = new Set(whose)
      return numbersOf(
        deps,
        tx,
        accountId,
        found.filter((one) => wanted.has(one.subjectId)),
      )
    }
    await deps.erasures.erase(tx, by, { people: found, why, asked, numbers }, go)
  }
  return gone
}

async function numbersOf(
  { vault }: Pick<ContactsDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  people: readonly LeavingContact[],
): Promise<E164[]> {
  const opened = await openContacts(vault, tx, accountId, people)
  return [...opened.values()].map(({ body }) => body.number)
}
