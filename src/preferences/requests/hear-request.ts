// A word from their own handset with which somebody asks for a copy of their data.
import { accountOf, systemCaller } from '../../accounts/index.ts'
import type { AccountId, E164, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { findPerson } from '../person-page.ts'
import { isOfHolder } from './identity.ts'
import { changedHandsAtOf } from './identity-facts.ts'
import { tellArrival } from './life-store.ts'
import { orderTelling } from './order-telling.ts'
import { recordRequest } from './record-request.ts'
import { lockAsking, type PersonRequest, requestsOfSubject, setLanguage } from './request-store.ts'
import { byPerson } from './steps.ts'

/**
 * As `foldWord` folds them, with the language of whoever writes them. A keyword of the account with
 * the same letters comes first.
 */
const words: ReadonlyMap<string, Language> = new Map([
  ['MESDONNEES', 'fr'],
  ['MYDATA', 'en'],
])

export const asksForData = (word: string): Language | null => words.get(word) ?? null

/**
 * Of the account that wrote to this number last. True when it is taken: a request that waits
 * already, of whoever has the number now, is the same one, and a number that nobody knows asks for
 * nothing. The answer by SMS, once a request, says that it has arrived and until when it is
 * answered.
 */
export async function hearRequest(
  deps: PreferencesDeps,
  heard: { number: E164; writers: readonly AccountId[]; traceId: string; language: Language },
): Promise<boolean> {
  const [accountId] = heard.writers
  if (accountId === undefined) return false
  return deps.database.inAccount(accountId, async (tx) => {
    const contact = await deps.contacts.findByNumber(tx, accountId, heard.number)
    if (contact === null) return false
    const whose = { accountId, contactId: contact.id, subjectId: contact.subjectId }
    const known = await findPerson(deps, tx, whose)
    if (known === null) return false
    await lockAsking(tx, whose.subjectId)
    const asked = await requestsOfSubject(tx, accountId, whose.subjectId)
    const since = await changedHandsAtOf(tx, whose)
    const open = asked.find(
      (one) => one.kind === 'access' && one.answeredAt === null && isOfHolder(one, since),
    )
    const { language } = heard
    if (open !== undefined) {
      await tellOfOpen(deps, tx, accountId, { open, language })
      return true
    }
    const account = await accountOf(tx, accountId)
    const caller = systemCaller(account, 'keyword', heard.traceId)
    await recordRequest(deps, tx, caller, {
      ...{ whose, known, kind: 'access', text: '', askedAt: deps.clock.now(), language },
      heard: { by: 'sms', recordedBy: byPerson },
    })
    return true
  })
}

/** Asked before in another way: they hear once that it waits. Told before: nothing. */
async function tellOfOpen(
  deps: PreferencesDeps,
  tx: Tx,
  accountId: AccountId,
  { open, language }: { open: PersonRequest; language: Language },
): Promise<void> {
  const { id } = open
  const stepId = await tellArrival(tx, accountId, id)
  if (stepId === null) return
  if (open.language === null) await setLanguage(tx, accountId, { id, language })
  await orderTelling(deps, tx, accountId, { requestId: id, stepId })
}
