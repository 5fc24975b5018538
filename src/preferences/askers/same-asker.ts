// Who asks and is no contact may have asked before, or may be erased: number and e-mail tell.
import { emailTag } from '../../contacts/index.ts'
import { type AccountId, isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { type HeldSearched, matchesShownMax } from '../contract.ts'
import { forgetFilesOf } from '../requests/life-store.ts'
import { type AskerDetails, findAskers } from './asker.ts'
import type { AskerTags } from './asker-store.ts'
import { requestsOfSame, tagAsker, takeAnsweredAskers, untaggedAskers } from './same-asker-store.ts'

type Tagging = { vault: Pick<Vault, 'numberTag' | 'fieldTag'> }

export const askerTags = (
  { vault }: Tagging,
  accountId: AccountId,
  { number, email }: Pick<AskerDetails, 'number' | 'email'>,
): AskerTags => ({
  numberTag: number === undefined ? null : vault.numberTag(accountId, number),
  emailTag: email === undefined ? null : emailTag(vault, accountId, email),
})

/** For whoever answers: what the same person asked before, and what is still open. */
export async function otherRequests(
  deps: Tagging,
  tx: Tx,
  accountId: AccountId,
  { requestId, details }: { requestId: string; details: AskerDetails },
): Promise<HeldSearched['requests']> {
  const tags = askerTags(deps, accountId, details)
  const found = await requestsOfSame(tx, accountId, { requestId, ...tags, limit: matchesShownMax })
  return found.map(({ id, kind, askedAt, answeredAt }) => ({
    ...{ id, kind, askedAt: isoTime(askedAt), answeredAt: isoTimeOrNull(answeredAt) },
  }))
}

/**
 * Of people who are erased: who they were, what they wrote and their letters open no more. That a
 * request came and was answered stays, as of a contact. An e-mail alone may be of several people,
 * and ends nothing.
 */
export async function endAskersOf(
  { vault }: { vault: Pick<Vault, 'destroyKeys'> },
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<number> {
  const subjects = await takeAnsweredAskers(tx, accountId, numberTags)
  if (subjects.length === 0) return 0
  await forgetFilesOf(tx, accountId, subjects)
  await vault.destroyKeys(tx, accountId, subjects, 'both')
  return subjects.length
}

/** How many of a version before have their tags now. */
export async function tagAskers(
  deps: { vault: Pick<Vault, 'numberTag' | 'fieldTag' | 'openSubjects' | 'openContact'> },
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<number> {
  const ids = await untaggedAskers(tx, accountId, limit)
  const askers = await findAskers(deps, tx, accountId, ids)
  for (const requestId of ids) {
    // Whose key is gone is found by nothing.
    const details = askers.get(requestId)?.details ?? {}
    await tagAsker(tx, accountId, { requestId, ...askerTags(deps, accountId, details) })
  }
  return ids.length
}
