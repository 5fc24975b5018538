// Records actions in the journal within their own transaction, and reads them.
import {
  type AccountId,
  assert,
  type Caller,
  type Clock,
  type MakeId,
  type SubjectId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { AuditActor, AuditEntry, AuditEntryId, AuditPage, Deed } from './entry.ts'
import { giveReasons } from './past-reasons.ts'
import { keysOf, openReason, type ReasonKeys, type ReasonVault, sealReason } from './reason.ts'
import { countEntries, type EntryRow, insertEntry, readActors, readEntries } from './store.ts'

export interface Audit {
  /** In the caller's transaction: what was not done is not recorded, and the other way round. */
  record(tx: Tx, caller: Caller, deed: Deed): Promise<void>
  /** Newest first. */
  list(tx: Tx, accountId: AccountId, page: AuditPage): Promise<AuditEntry[]>
  /** How many the same page would list, so many as its limit at most. */
  count(tx: Tx, accountId: AccountId, page: AuditPage): Promise<number>
  /** So many at most. */
  actors(tx: Tx, accountId: AccountId, limit: number): Promise<AuditActor[]>
  /** What was written of somebody who asked, and was no contact, goes with this contact. */
  giveReasons(tx: Tx, accountId: AccountId, move: { from: SubjectId; to: SubjectId }): Promise<void>
}

export type AuditDeps = {
  vault: ReasonVault
  clock: Clock
  makeId: MakeId
}

/** What stands in clear are facts; these hold what a person wrote, or who a person is. */
const freeWords = ['reason', 'note', 'text', 'name', 'email', 'phone'] as const

export function createAudit({ vault, clock, makeId }: AuditDeps): Audit {
  return {
    record: async (tx, caller, deed) => {
      const id = makeId() as AuditEntryId
      const { accountId } = caller
      const reason = deed.reason || null
      const reasonKey = reason === null ? null : (deed.asker ?? deed.subjectId ?? null)
      const details = deed.details ?? {}
      const free = freeWords.find((name) => name in details)
      assert(free === undefined, `what somebody wrote is sealed: “${free}” is no detail of a deed`)
      const keys = await keysOf(vault, tx, accountId, [reasonKey])
      await insertEntry(tx, accountId, {
        id,
        at: clock.now(),
        ...actorOf(caller),
        action: deed.action,
        subjectId: deed.subjectId ?? null,
        reasonSealed:
          reason === null
            ? null
            : sealReason(vault, accountId, { id, key: reasonKey, reason }, keys),
        reasonKey,
        details,
        traceId: caller.traceId,
      })
    },
    list: async (tx, accountId, page) => {
      const rows = await readEntries(tx, accountId, page)
      const sealed = rows.filter(({ reasonSealed }) => reasonSealed !== null)
      const keys = await keysOf(
        vault,
        tx,
        accountId,
        sealed.map(({ reasonKey }) => reasonKey),
      )
      return rows.map((row) => entryOf(vault, accountId, row, keys))
    },
    count: countEntries,
    actors: readActors,
    giveReasons: (tx, accountId, move) => giveReasons({ vault }, tx, accountId, move),
  }
}

function entryOf(
  vault: ReasonVault,
  accountId: AccountId,
  { reasonSealed, reasonKey, ...entry }: EntryRow,
  keys: ReasonKeys,
): AuditEntry {
  const { id } = entry
  const reason =
    reasonSealed === null
      ? null
      : openReason(vault, accountId, { id, key: reasonKey, sealed: reasonSealed }, keys)
  return { ...entry, reason, isReasonErased: reason === null && reasonKey !== null }
}

function actorOf({ by }: Caller): Pick<AuditEntry, 'actorKind' | 'actor'> {
  switch (by.kind) {
    case 'user':
      return { actorKind: 'user', actor: by.userId }
    case 'token':
      return { actorKind: 'token', actor: by.tokenId }
    case 'system':
      return { actorKind: 'system', actor: by.what }
  }
}
