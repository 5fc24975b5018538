// A word from their own handset with which somebody asks for a copy of their data.
import { accountOf, systemCaller } from '../../accounts/index.ts'
import type { AccountId, E164 } from '../../kernel/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { findPerson } from '../person-page.ts'
import { recordRequest } from './record-request.ts'
import { requestsOfSubject } from './request-store.ts'

/** As `foldWord` folds them. A keyword of the account with the same letters comes first. */
const words: ReadonlySet<string> = new Set(['MESDONNEES', 'MYDATA'])

export const asksForData = (word: string): boolean => words.has(word)

/**
 * Of the account that wrote to this number last. True when it is taken: a request that waits
 * already is the same one, and a number that nobody knows asks for nothing.
 */
export async function hearRequest(
  deps: PreferencesDeps,
  heard: { number: E164; writers: readonly AccountId[]; traceId: string },
): Promise<boolean> {
  const [accountId] = heard.writers
  if (accountId === undefined) return false
  return deps.database.inAccount(accountId, async (tx) => {
    const contact = await deps.contacts.findByNumber(tx, accountId, heard.number)
    if (contact === null) return false
    const whose = { accountId, contactId: contact.id, subjectId: contact.subjectId }
    const known = await findPerson(deps, tx, whose)
    if (known === null) return false
    const open = await requestsOfSubject(tx, accountId, whose.subjectId)
    if (open.some(({ kind, answeredAt }) => kind === 'access' && answeredAt === null)) return true
    const account = await accountOf(tx, accountId)
    const caller = systemCaller(account, 'keyword', heard.traceId)
    const askedAt = deps.clock.now()
    const asked = { whose, known, kind: 'access' as const, text: '', askedAt, heard: null }
    await recordRequest(deps, tx, caller, asked)
    return true
  })
}
