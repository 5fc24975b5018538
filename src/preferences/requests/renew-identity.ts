// How sure it must be who asks, looked at again just before anything is given to them.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOwnWord } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { givesCopy } from './identity.ts'
import { identityFor } from './identity-facts.ts'
import { setIdentity } from './life-store.ts'
import type { PersonRequest } from './request-store.ts'

/**
 * What an answer holds may have changed since it was asked for: a reply came, the number came back.
 */
export async function renewIdentity(
  deps: Pick<PreferencesDeps, 'sensitive'>,
  tx: Tx,
  accountId: AccountId,
  request: PersonRequest,
): Promise<PersonRequest> {
  const { id, subjectId, kind, heardBy } = request
  if (!givesCopy.includes(kind)) return request
  const asked = { accountId, subjectId, kind, isOnPage: isOwnWord(heardBy) }
  const { level, why } = await identityFor(deps, tx, asked)
  await setIdentity(tx, accountId, { id, level, why })
  return { ...request, identity: level, identityWhy: why }
}
