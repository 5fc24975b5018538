// Who makes what outlives a request (a token, an invitation, a role), with the rights of now.
import type { Caller, Instant, Right, TokenId, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { holdMaker } from '../credential-store.ts'
import { accountsError } from '../errors.ts'
import { knownRights, rightsOf } from '../roles.ts'
import { holdMember } from '../store.ts'

/** What is made ends with the user, and with the token that makes it. */
export type Maker = { userId: UserId | null; tokenId: TokenId | null; endsAt: Instant | null }

/**
 * A request may be on its way for minutes: its caller may have been removed, or given another role,
 * since they were let in. Until the transaction ends neither happens, so that whoever takes their
 * rights away finds what was made, and ends it.
 */
export async function makerWith(tx: Tx, caller: Caller, needed: readonly Right[]): Promise<Maker> {
  const { accountId, by, rights } = caller
  if (by.kind === 'system') {
    demandAll(rights, needed)
    return { userId: null, tokenId: null, endsAt: null }
  }
  if (by.kind === 'user') {
    const member = await holdMember(tx, accountId, by.userId)
    demandAll(member === null ? new Set() : rightsOf(member.role, member.staff_role), needed)
    return { userId: by.userId, tokenId: null, endsAt: null }
  }
  // A token that a token made is its maker's person's too: it ends with them, and with that token.
  const token = await holdMaker(tx, accountId, by.tokenId)
  demandAll(new Set(knownRights(token?.rights ?? [])), needed)
  return {
    userId: token?.created_by ?? null,
    tokenId: by.tokenId,
    endsAt: token?.expires_at ?? null,
  }
}

function demandAll(rights: ReadonlySet<Right>, needed: readonly Right[]): void {
  const beyond = needed.filter((right) => !rights.has(right))
  if (beyond.length === 0) return
  throw accountsError(
    'accounts.rights_beyond_own',
    'Nobody gives rights that they do not have themselves, or have no more.',
    { rights: beyond },
  )
}
