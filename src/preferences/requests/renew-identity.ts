// How sure it must be who asks, looked at again just before anything is given to them.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOwnWord } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { givesCopy, isIdentified } from './identity.ts'
import { changedHandsAtOf, identityFor } from './identity-facts.ts'
import { setIdentity } from './life-store.ts'
import type { PersonRequest } from './request-store.ts'

type Deps = Pick<PreferencesDeps, 'sensitive'>

/**
 * What an answer holds may have changed since it was asked for: a reply came, the number came back.
 */
export async function renewIdentity(
  deps: Deps,
  tx: Tx,
  accountId: AccountId,
  request: PersonRequest,
): Promise<PersonRequest> {
  const renewed = await identityNow(deps, tx, accountId, request)
  const { id, identity: level, identityWhy: why } = renewed
  await setIdentity(tx, accountId, { id, level, why })
  return renewed
}

/** As it would be asked for now. */
export async function identityNow(
  deps: Deps,
  tx: Tx,
  accountId: AccountId,
  request: PersonRequest,
): Promise<PersonRequest> {
  const { subjectId, kind, heardBy } = request
  const of = { accountId, subjectId }
  // A copy goes to whoever has the number now. Anything else was asked for by who had it then.
  const wasSure = !givesCopy.includes(kind) && isIdentified(request)
  const changedHandsAt = wasSure ? await changedHandsAtOf(tx, of) : null
  const sureAt = request.identifiedAt ?? request.askedAt
  if (changedHandsAt !== null && sureAt < changedHandsAt) return request
  const asked = { ...of, kind, isOnPage: isOwnWord(heardBy) }
  const { level, why } = await identityFor(deps, tx, asked)
  return { ...request, identity: level, identityWhy: why }
}
