// Finds people who ask and are no contacts again, by number and e-mail: what else they asked, and
// what goes when their number is erased.
import { emailTag } from '../../contacts/index.ts'
import {
  type AccountId,
  AppError,
  isoTime,
  isoTimeOrNull,
  type SubjectId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { type HeldSearched, matchesShownMax } from '../contract.ts'
import { forgetFilesOf } from '../requests/life-store.ts'
import { forgetContacts } from '../requests/request-store.ts'
import { type AskerDetails, findAsker } from './asker.ts'
import type { AskerTags } from './asker-store.ts'
import {
  markNumbersErased,
  requestsOfSame,
  tagAsker,
  takeAnsweredAskers,
  untaggedAskers,
} from './same-asker-store.ts'

type Tagging = { vault: Pick<Vault, 'numberTag' | 'fieldTag'> }
type TaggingKeys = {
  vault: Pick<Vault, 'numberTag' | 'fieldTag' | 'openSubjects' | 'openContact'>
}

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
  deps: TaggingKeys & { vault: Pick<Vault, 'destroyKeys'> },
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<number> {
  // Of a version before: nobody is spared because the night has not come yet.
  while ((await tagAskers(deps, tx, accountId, taggedAtOnce)) === taggedAtOnce);
  // First, and all of them: an answer may be given at this moment.
  await markNumbersErased(tx, accountId, numberTags)
  return endAskers(deps, tx, accountId, await takeAnsweredAskers(tx, accountId, numberTags))
}

/** Whose rows are gone. */
export async function endAskers(
  { vault }: { vault: Pick<Vault, 'destroyKeys'> },
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  if (subjects.length === 0) return 0
  await forgetContacts(tx, accountId, subjects)
  await forgetFilesOf(tx, accountId, subjects)
  await vault.destroyKeys(tx, accountId, subjects, 'both')
  return subjects.length
}

/** Few are opened at once. */
export const taggedAtOnce = 100

/** How many of a version before have their tags now. */
export async function tagAskers(
  deps: TaggingKeys,
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<number> {
  const ids = await untaggedAskers(tx, accountId, limit)
  for (const requestId of ids) {
    const details = await openedOrNothing(deps, tx, accountId, requestId)
    await tagAsker(tx, accountId, { requestId, ...askerTags(deps, accountId, details) })
  }
  return ids.length
}

/** Whose key is gone, or whose row is damaged, is found by nothing, and holds up nobody. */
async function openedOrNothing(
  deps: TaggingKeys,
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<AskerDetails> {
  try {
    return (await findAsker(deps, tx, accountId, requestId))?.details ?? {}
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.sealed_value_damaged') return {}
    throw error
  }
}
