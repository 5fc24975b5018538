// API tokens: named rights, shown once, kept as a hash, revocable at once.
import {
  type Caller,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Right,
  type TokenId,
  type UserId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type TokenView, tokenDaysDefault } from '../contract.ts'
import * as credentials from '../credential-store.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { endInvitationsBy } from '../invitations/end-invitations.ts'
import { knownRights } from '../roles.ts'
import { newToken } from '../secrets.ts'
import type { TokenRow } from '../tables.ts'
import { makerWith } from './maker.ts'

const dayMs = 24 * 60 * 60_000

export type TokenRequest = {
  name: string
  rights: readonly Right[]
  /** How many days it lasts; null: until it is revoked. By default `tokenDaysDefault`. */
  days?: number | null | undefined
}

/** Nobody gives what they do not have, nor for longer than they have it. */
export async function createToken(
  deps: AccountsDeps,
  caller: Caller,
  request: TokenRequest,
): Promise<{ token: TokenView; secret: string }> {
  demandRights(caller, request)
  const secret = newToken(deps.randomness)
  const tokenId = deps.makeId() as TokenId
  const { accountId } = caller
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const maker = await makerWith(tx, caller, request.rights)
    const row = await credentials.insertToken(tx, {
      accountId,
      tokenId,
      name: request.name,
      hash: secret.hash,
      rights: [...new Set(request.rights)].sort(),
      createdBy: maker.userId,
      madeBy: maker.tokenId,
      at,
      expiresAt: endOf(request.days, { at, makerEndsAt: maker.endsAt }),
    })
    await deps.record(tx, caller, {
      action: 'accounts.token_created',
      details: {
        token: tokenId,
        rights: row.rights.join(','),
        expires: isoTimeOrNull(row.expires_at) ?? 'never',
      },
    })
    return { token: viewOf(row), secret: secret.text }
  })
}

function demandRights({ rights }: Caller, request: TokenRequest): void {
  const beyond = request.rights.filter((right) => !rights.has(right))
  if (beyond.length > 0) {
    throw accountsError(
      'accounts.rights_beyond_own',
      'A token cannot have rights that its maker does not have.',
      { rights: beyond },
    )
  }
  if (request.days === null && !rights.has('account.manage')) {
    throw accountsError(
      'accounts.token_needs_end',
      'Only somebody who manages the account makes a token without an end: choose a number of days.',
    )
  }
}

function endOf(
  days: number | null | undefined,
  { at, makerEndsAt }: { at: Instant; makerEndsAt: Instant | null },
): Instant | null {
  const asked = days === null ? null : at + (days ?? tokenDaysDefault) * dayMs
  if (makerEndsAt === null || (asked !== null && asked <= makerEndsAt)) return asked
  if (days === undefined) return makerEndsAt
  throw accountsError(
    'accounts.token_outlives_maker',
    'A token cannot last longer than the token that makes it: choose fewer days.',
  )
}

/** After a person lost rights here, a token that they made has none that they have not. */
export async function endTokensBeyond(
  deps: AccountsDeps,
  tx: Tx,
  caller: Caller,
  maker: { userId: UserId; rights: readonly Right[] },
): Promise<void> {
  const { accountId } = caller
  const tokens = await credentials.tokensBeyond(tx, { accountId, ...maker })
  await revokeAll(deps, tx, caller, { tokens, user: maker.userId })
}

/** With all that they made, invitations too; each stands in the journal. */
async function revokeAll(
  deps: AccountsDeps,
  tx: Tx,
  caller: Caller,
  { tokens, user }: { tokens: readonly TokenId[]; user: UserId | null },
): Promise<void> {
  const at = deps.clock.now()
  const revoked = await credentials.revokeTrees(tx, caller.accountId, { tokens, at })
  for (const token of revoked) {
    const details = user === null ? { token } : { token, user }
    await deps.record(tx, caller, { action: 'accounts.token_revoked', details })
  }
  await endInvitationsBy(deps, tx, caller, { userId: null, tokens: revoked })
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
    if ((await credentials.findToken(tx, caller.accountId, tokenId)) === null) throw tokenNotFound()
    await revokeAll(deps, tx, caller, { tokens: [tokenId], user: null })
  })
}

function tokenNotFound() {
  return accountsError('accounts.token_not_found', 'There is no such token in this account.')
}

function viewOf(row: TokenRow): TokenView {
  return {
    id: row.token_id,
    name: row.name,
    rights: knownRights(row.rights),
    createdAt: isoTime(row.created_at),
    expiresAt: isoTimeOrNull(row.expires_at),
    lastUsedAt: isoTimeOrNull(row.last_used_at),
    revokedAt: isoTimeOrNull(row.revoked_at),
    madeByTokenId: row.made_by,
  }
}
