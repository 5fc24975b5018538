// An event of the ledger that is no consent: a key was changed, an export handed out,
// a person erased.
import type { Caller, Clock, EntryId } from '../../kernel/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import { actorOf, type EntryDeps, writeEntries } from './write-entries.ts'

export type ErasureKind =
  | 'erasure.requested'
  | 'erasure.contact_destroyed'
  | 'erasure.proof_destroyed'

/** A leaf without a person (`key.rotated`, …), or an erasure's, with one. */
export type OtherEvent = {
  kind: 'key.rotated' | 'export.delivered' | ErasureKind
  keys: SubjectKeys | null
  body: Readonly<Record<string, string | number | boolean | null>>
}

export async function recordEvent(
  deps: EntryDeps & { clock: Clock },
  tx: Tx,
  caller: Caller,
  { kind, keys, body }: OtherEvent,
): Promise<EntryId> {
  const where = { accountId: caller.accountId, at: deps.clock.now() }
  const event = { kind, keys, purpose: '', channel: '', wordingSha256: null }
  const full = { ...event, body: { actor: actorOf(caller), details: canonicalJson(body) } }
  const written = await writeEntries(deps, tx, where, [full])
  return written[0] as EntryId
}
