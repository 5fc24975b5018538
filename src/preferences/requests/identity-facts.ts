// Gathers what decides how sure it must be that the person is who asks.
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import { numberFactsOf } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { RequestKind } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { givesCopy, type Identity, identityOf } from './identity.ts'

export async function identityFor(
  deps: Pick<PreferencesDeps, 'sensitive'>,
  tx: Tx,
  asked: { accountId: AccountId; subjectId: SubjectId; kind: RequestKind; isOnPage: boolean },
): Promise<Identity> {
  const { accountId, subjectId, kind, isOnPage } = asked
  const nothing = { hasChangedHands: false, hasReplies: false, hasSensitive: false }
  if (!givesCopy.includes(kind)) return identityOf(kind, { isOnPage, ...nothing })
  const { hasReplies, hasChangedHands } = await numberFactsOf(tx, accountId, subjectId)
  const hasSensitive = (await deps.sensitive.countOf(tx, accountId, subjectId)) > 0
  return identityOf(kind, { isOnPage, hasReplies, hasChangedHands, hasSensitive })
}
