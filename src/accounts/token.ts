// API tokens: named rights, shown once, kept as a hash, revocable at once.
import {
  type Caller,
  isoTime,
  isoTimeOrNull,
  type Right,
  type TokenId,
  type UserId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { TokenView } from './contract.ts'
import * as credentials from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import { knownRights } from './roles.ts'
import { newToken } from './secrets.ts'
import type { TokenRow } from './tables.ts'

/** Nobody gives what they do not have. */
export async function createToken(
  deps: AccountsDeps,
  caller: Caller,
  request: { name: string; rights: readonly Right[] },
): Promise<{ token: TokenView; secret: string }> {
  const beyond = request.rights.filter((right) => !caller.rights.has(right))
  if (beyond.length > 0) {
    throw accountsError(
      'accounts.rights_beyond_own',
      'A token cannot have rights that its maker does not have.',
      { rights: beyond },
    )
  }
  const secret = newToken(deps.randomness)
  const tokenId = deps.makeId() as TokenId
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await credentials.insertToken(tx, {
      accountId,
      tokenId,
      name: request.name,
      hash: secret.hash,
      rights: [...new Set(request.rights)].sort(),
      createdBy: await personBehind(tx, caller),
      at: deps.clock.now(),
    })
    await deps.record(tx, caller, {
      action: 'accounts.token_created',
      details: { token: tokenId, rights: row.rights.join(',') },
    })
    return { token: viewOf(row), secret: secret.text }
  })
}

/** A token that a token made is its maker's person's: it ends with them. */
async function personBehind(tx: Tx, { accountId, by }: Caller): Promise<UserId | null> {
  if (by.kind === 'user') return by.userId
  return by.kind === 'token' ? credentials.makerOfToken(tx, accountId, by.tokenId) : null
}

/** After a person lost rights here, a token that they made has none that they have not. */
export async function endTokensBeyond(
  deps: AccountsDeps,
  tx: Tx,
  caller: Caller,
  maker: { userId: UserId; rights: readonly Right[] },
): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  for (const token of await credentials.revokeTokensBeyond(tx, { accountId, at, ...maker })) {
    await deps.record(tx, caller, {
      action: 'accounts.token_revoked',
      details: { token, user: maker.userId },
    })
  }
}

export async function listTokens(deps: AccountsDeps, caller: Caller): Promise<TokenView[]> {
  const rows = await deps.database.inAccount(caller.accountId, (tx) =>
    credentials.listTokens(tx, caller.accountId),
  )
  return rows.map(viewOf)
}

export async function revokeToken(
  deps: AccountsDeps,
  caller: Caller,
  tokenId: TokenId,
): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    const at = deps.clock.now()
    if (!(await credentials.revokeToken(tx, caller.accountId, tokenId, at))) {
      throw accountsError('accounts.token_not_found', 'There is no such token in this account.')
    }
    await deps.record(tx, caller, {
      action: 'accounts.token_revoked',
      details: { token: tokenId },
    })
  })
}

function viewOf(row: TokenRow): TokenView {
  return {
    id: row.token_id,
    name: row.name,
    rights: knownRights(row.rights),
    createdAt: isoTime(row.created_at),
    lastUsedAt: isoTimeOrNull(row.last_used_at),
    revokedAt: isoTimeOrNull(row.revoked_at),
  }
}
