// What the use cases of webhooks need from outside.
import type {
  AccountId,
  Caller,
  Clock,
  ContactId,
  Instant,
  MakeId,
  Randomness,
  SubjectId,
  Timers,
} from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { OutgoingAddresses, Resolve } from '../outgoing/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'

/** What other rooms know of the things that events name; read when an event is sent. */
export type WebhookPorts = {
  /** The client's own references of messages, where they have one. */
  references(tx: Tx, accountId: AccountId, ids: readonly string[]): Promise<Map<string, string>>
  /** Null: the reply is gone, or can be read no more. */
  replyText(tx: Tx, accountId: AccountId, id: string): Promise<string | null>
  contactsOf(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<Map<SubjectId, ContactId>>
  /** An endpoint accepted all that it is told of an erasure. */
  erasureTold(
    tx: Tx,
    accountId: AccountId,
    told: { endpointId: string; erasureId: string; at: Instant },
  ): Promise<void>
}

export type WebhooksDeps = {
  database: Database
  vault: Pick<Vault, 'sealForAccount' | 'openForAccount' | 'hasAccountKeys'>
  clock: Clock
  timers: Timers
  randomness: Randomness
  makeId: MakeId
  logger: Pick<Logger, 'warn' | 'error'>
  metrics: Pick<Metrics, 'count'>
  /** Where webhooks may go. */
  addresses: OutgoingAddresses
  /** What names lead to. */
  resolve: Resolve
  /** PEM certificates to trust instead of the machine's: for tests over TLS. */
  ca?: string
  ports: WebhookPorts
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: {
      action: AuditAction
      subjectId?: SubjectId
      reason?: string | null
      details?: Readonly<Record<string, string | number | boolean>>
    },
  ): Promise<void>
}
