// Gathers what decides how sure it must be that the person is who asks.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { numberFactsOf } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { RequestKind } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { type AtOnce, atOnceOf, givesCopy, type Identity, identityOf } from './identity.ts'

type Of = { accountId: AccountId; subjectId: SubjectId }
type Deps = Pick<PreferencesDeps, 'sensitive'>

export async function identityFor(
  deps: Deps,
  tx: Tx,
  asked: Of & { kind: RequestKind; isOnPage: boolean },
): Promise<Identity> {
  const { accountId, subjectId, kind, isOnPage } = asked
  const { repliedAt, changedHandsAt } = await numberFactsOf(tx, accountId, subjectId)
  const is = { isOnPage, hasChangedHands: changedHandsAt !== null }
  if (!givesCopy.includes(kind)) {
    return identityOf(kind, { ...is, hasReplies: false, hasSensitive: false })
  }
  const hasSensitive = (await deps.sensitive.countOf(tx, accountId, subjectId)) > 0
  return identityOf(kind, { ...is, hasReplies: repliedAt !== null, hasSensitive })
}

/** Since when the person's number may be somebody else's; null: it never was. */
export async function changedHandsAtOf(tx: Tx, of: Of): Promise<Instant | null> {
  const { changedHandsAt } = await numberFactsOf(tx, of.accountId, of.subjectId)
  return changedHandsAt
}

/** What a link and a code to the number open. */
export async function openAtOnce(tx: Tx, of: Of): Promise<Exclude<AtOnce, 'nothing'>> {
  const { repliedAt, changedHandsAt } = await numberFactsOf(tx, of.accountId, of.subjectId)
  const facts = { hasChangedHands: changedHandsAt !== null, hasReplies: repliedAt !== null }
  const atOnce = atOnceOf(facts)
  if (atOnce === 'nothing') throw preferencesError('preferences.number_changed_hands')
  return atOnce
}
