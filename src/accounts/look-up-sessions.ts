// Looks up sessions in batches, as tokens are: requests that arrive during a lookup share the next.
import { grouped } from '../kernel/index.ts'
import { type Database, turnOver } from '../storage/index.ts'
import { findSessionsInAnyAccount } from './credential-store.ts'
import type { SessionRow } from './tables.ts'

export type LookUpSession = (hash: Buffer) => Promise<SessionRow | null>

/**
 * Nothing is remembered: each look begins after the requests that it answers, so that whoever was
 * logged out, or given another role, is known as that from that commit on.
 */
export function sessionLookUps({ database }: { database: Database }): LookUpSession {
  return grouped(async (hashes: readonly Buffer[]) => {
    const names = hashes.map((hash) => hash.toString('hex'))
    const different = new Map(hashes.map((hash, index) => [names[index], hash]))
    const rows = await database.inAnyAccount(
      (tx) => findSessionsInAnyAccount(tx, [...different.values()]),
      { isOneStatement: true },
    )
    const known = new Map(rows.map((row) => [row.session_hash.toString('hex'), row]))
    return names.map((name) => known.get(name) ?? null)
  }, turnOver)
}
