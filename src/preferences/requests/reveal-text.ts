// Shows staff what a person wrote of what is wrong in their data; the look is recorded.
import type { Caller } from '../../kernel/index.ts'
import { findAsker } from '../askers/asker.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson } from '../person-page.ts'
import { toldOf } from './request-reason.ts'
import { findRequest } from './request-store.ts'
import { aboutIn, keysOf } from './waiting-request.ts'

export async function revealText(
  deps: PreferencesDeps,
  caller: Caller,
  { id, reason }: { id: string; reason: string },
): Promise<string> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const request = await findRequest(tx, accountId, id)
    if (request === null) throw preferencesError('preferences.request_not_found')
    const { contactId, subjectId, kind } = request
    const whose = contactId === null ? null : { accountId, contactId, subjectId }
    const known = whose === null ? null : await findPerson(deps, tx, whose)
    const asker = known === null ? await findAsker(deps, tx, accountId, id) : null
    const keys = keysOf({ known, asker })
    const text = keys === null ? null : toldOf(deps, { accountId, keys, request })
    if (text === null) throw preferencesError('preferences.request_without_text')
    const details = { requestId: id, kind }
    const action = 'preferences.request_revealed' as const
    const about = aboutIn({ request, asker })
    await deps.audit.record(tx, caller, { action, ...about, reason, details })
    return text
  })
}
