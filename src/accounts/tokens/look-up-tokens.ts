// Looks up API tokens in batches: requests that arrive during a lookup share the next one.
import { type Clock, grouped } from '../../kernel/index.ts'
import { type Database, turnOver } from '../../storage/index.ts'
import { findTokensInAnyAccount, touchTokensInAnyAccount } from '../credential-store.ts'
import { sessionLimits } from '../session.ts'
import type { UsedTokenRow } from '../tables.ts'

export type LookUpToken = (hash: Buffer) => Promise<UsedTokenRow | null>

/**
 * Nothing is remembered: each look begins after the requests that it answers, so that a token is
 * refused, on every node, from the commit of its revocation on. Under load one look answers many.
 */
export function tokenLookUps(deps: { database: Database; clock: Clock }): LookUpToken {
  return grouped(async (hashes: readonly Buffer[]) => {
    const names = hashes.map((hash) => hash.toString('hex'))
    const different = new Map(hashes.map((hash, index) => [names[index], hash]))
    const { database, clock } = deps
    const at = clock.now()
    const rows = await database.inAnyAccount(
      (tx) => findTokensInAnyAccount(tx, [...different.values()], at),
      { isOneStatement: true },
    )
    const staleBefore = at - sessionLimits.touchEveryMs
    const stale = rows.filter((row) => (row.last_used_at ?? 0) < staleBefore)
    if (stale.length > 0) {
      const staleHashes = stale.map((row) => row.token_hash)
      await database.inAnyAccount((tx) => touchTokensInAnyAccount(tx, staleHashes, at))
    }
    const known = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]))
    return names.map((name) => known.get(name) ?? null)
  }, turnOver)
}
