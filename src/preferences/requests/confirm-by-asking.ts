// Whoever asks on their own page for what staff have written down of them says that it is theirs.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOwnWord } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { resumedDue } from './clock.ts'
import { identifyRequest } from './life-store.ts'
import { lockRequest } from './request-store.ts'
import { byPerson, recordStep } from './steps.ts'

/** False: it was answered meanwhile, and what they ask for is a request of its own. */
export async function confirmByAsking(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, zone }: { accountId: AccountId; zone: string },
  id: string,
): Promise<boolean> {
  const request = await lockRequest(tx, accountId, id)
  if (request === null || request.answeredAt !== null) return false
  if (request.identifiedAt !== null || isOwnWord(request.heardBy)) return true
  const at = deps.clock.now()
  const dueAt = resumedDue(request, at, zone)
  await identifyRequest(tx, accountId, { id, at, how: 'link', dueAt })
  await recordStep(deps, tx, accountId, { request, kind: 'identified', at, by: byPerson })
  return true
}
