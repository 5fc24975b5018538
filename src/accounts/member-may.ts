// Whether a user of an account has a right there: asked when one user answers for another's act.
import type { AccountId, Right, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { rightsOf } from './roles.ts'
import { findMember } from './store.ts'

export async function memberMay(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
  right: Right,
): Promise<boolean> {
  const member = await findMember(tx, accountId, userId)
  return member !== null && rightsOf(member.role, null).has(right)
}
