// Records actions in the journal within their own transaction, and reads them.
import { type AccountId, assert, type Caller, type Clock, type MakeId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditActor, AuditEntry, AuditEntryId, AuditPage, Deed } from './entry.ts'
import { countEntries, insertEntry, readActors, readEntries } from './store.ts'

export interface Audit {
  /** In the caller's transaction: what was not done is not recorded, and the other way round. */
  record(tx: Tx, caller: Caller, deed: Deed): Promise<void>
  /** Newest first. */
  list(tx: Tx, accountId: AccountId, page: AuditPage): Promise<AuditEntry[]>
  /** How many the same page would list, so many as its limit at most. */
  count(tx: Tx, accountId: AccountId, page: AuditPage): Promise<number>
  /** So many at most. */
  actors(tx: Tx, accountId: AccountId, limit: number): Promise<AuditActor[]>
}

export type AuditDeps = {
  vault: Pick<Vault, 'sealForAccount' | 'openForAccount'>
  clock: Clock
  makeId: MakeId
}

/** What stands in clear are facts; these hold what a person wrote, or who a person is. */
const freeWords = ['reason', 'note', 'text', 'name', 'email', 'phone'] as const

const reasonAt = (rowId: string) => ({ table: 'audit.entry', column: 'reason_sealed', rowId })

export function createAudit({ vault, clock, makeId }: AuditDeps): Audit {
  return {
    record: async (tx, caller, deed) => {
      const id = makeId() as AuditEntryId
      const { accountId } = caller
      const reason = deed.reason ?? null
      const details = deed.details ?? {}
      const free = freeWords.find((name) => name in details)
      assert(free === undefined, `what somebody wrote is sealed: “${free}” is no detail of a deed`)
      await insertEntry(tx, accountId, {
        id,
        at: clock.now(),
        ...actorOf(caller),
        action: deed.action,
        subjectId: deed.subjectId ?? null,
        reasonSealed:
          reason === null
            ? null
            : vault.sealForAccount(accountId, reasonAt(id), Buffer.from(reason, 'utf8')),
        details,
        traceId: caller.traceId,
      })
    },
    list: async (tx, accountId, page) =>
      (await readEntries(tx, accountId, page)).map(({ reasonSealed, ...entry }) => ({
        ...entry,
        reason:
          reasonSealed === null
            ? null
            : vault.openForAccount(accountId, reasonAt(entry.id), reasonSealed).toString('utf8'),
      })),
    count: countEntries,
    actors: readActors,
  }
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
