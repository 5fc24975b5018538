// What the use cases of campaigns need from outside.
import type { ConsentGate } from '../consent/index.ts'
import type { Contacts, SegmentChoice } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type {
  AccountId,
  Caller,
  Clock,
  MakeId,
  MessageId,
  Randomness,
  Timers,
} from '../kernel/index.ts'
import type { Accounts, CampaignMessages, Prices, Routes, SendMessage } from '../sending/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'

export type CampaignsDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  consent: ConsentGate
  segments: SegmentChoice
  routes: Routes
  prices: Prices
  accounts: Accounts
  messages: CampaignMessages
  jobs: Jobs
  clock: Clock
  timers: Timers
  makeId: MakeId
  randomness: Randomness
  /** One message by itself, through the same gate: a text that is tried. */
  sendMessage: SendMessage
  /** Why a message was refused for good; null: it was not. */
  refusalOf(accountId: AccountId, messageId: MessageId): Promise<string | null>
  /** Tells the engine that a route has work. */
  wake(routeId: string): void
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: {
      action: AuditAction
      details: Readonly<Record<string, string | number | boolean>>
      /** In the words of who did it; kept sealed. */
      reason?: string
    },
  ): Promise<void>
}
