// Writes expired consents to the ledger. The gate stops counting them without it.
import type { AccountId, Caller, Clock, EntryId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import {
  actorOf,
  type EntryDeps,
  type EventInput,
  isoText,
  writeEntries,
} from '../ledger/write-entries.ts'
import { readExpired, type StatePlace } from '../store/expiry-store.ts'
import { rewriteStates } from '../store/state-store.ts'

export type ExpireDeps = EntryDeps & { clock: Clock; vault: Pick<Vault, 'openSubjects'> }

const rowsMax = 1_000

/** `last`: where the next batch goes on; null: there is no more. */
export type Expired = { expired: number; last: StatePlace | null }

/** Whoever cannot be told of, since their key is gone, is passed by. */
export async function expireConsents(
  deps: ExpireDeps,
  tx: Tx,
  caller: Caller,
  after: StatePlace | null,
): Promise<Expired> {
  const accountId: AccountId = caller.accountId
  const at = deps.clock.now()
  const rows = await readExpired(tx, accountId, { at, after, limit: rowsMax })
  const subjects = [...new Set(rows.map((row) => row.subject_id))]
  const keys = await deps.vault.openSubjects(tx, accountId, subjects)
  const known = rows.flatMap((row) => {
    const held = keys.get(row.subject_id)
    return held !== undefined && hasKey(held.proofKey) ? [{ row, keys: held }] : []
  })
  const events = known.map(
    ({ row, keys: held }): EventInput => ({
      kind: 'consent.expired',
      purpose: row.purpose,
      channel: row.channel,
      wordingSha256: null,
      keys: held,
      body: {
        actor: actorOf(caller),
        controller: row.controller_id,
        saidAt: isoText(row.valid_until),
      },
    }),
  )
  const entryIds = await writeEntries(deps, tx, { accountId, at }, events)
  // The state rests on the entry that says that it ran out; a new yes replaces it as ever.
  const told = known.map(({ row }, index) => ({ ...row, entry_id: entryIds[index] as EntryId }))
  await rewriteStates(deps.guard, tx, accountId, told)
  return { expired: told.length, last: rows.length < rowsMax ? null : (rows.at(-1) ?? null) }
}
