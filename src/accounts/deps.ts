// What the use cases of accounts need from outside.
import type { AccountId, Caller, Clock, Language, MakeId, Randomness } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'
import type { Account } from './account.ts'
import type { JudgePassword } from './passwords/judge-password.ts'
import type { Passwords } from './passwords/passwords.ts'

/** Who did what, into the log that `audit` keeps. */
export type RecordDeed = (
  tx: Tx,
  caller: Caller,
  entry: {
    action: AuditAction
    details: Readonly<Record<string, string | number | boolean>>
    /** In the words of who did it; kept sealed. */
    reason?: string
  },
) => Promise<void>

/** An e-mail to a user, in the words of their language. */
export type UserMail = {
  /** The account that the user is in, or comes to; null: it is of none. */
  account: Pick<Account, 'id' | 'kind'> | null
  to: string
  language: Language
  subject: string
  paragraphs: readonly string[]
  link?: { label: string; url: string }
  foot: string
}

/** Whether an account has people in it, and whether something of it waits to leave. */
export type AccountHoldings = { people: boolean; waiting: boolean }

export type AccountsDeps = {
  database: Database
  vault: Vault
  clock: Clock
  randomness: Randomness
  makeId: MakeId
  passwords: Passwords
  judgePassword: JudgePassword
  /** The address that browsers open; null before the server listens, where none is set. */
  siteUrl(): string | null
  record: RecordDeed
  /** Whether a mail server is configured: else e-mails stand on screens, where others read them. */
  mailsLeave(): boolean
  /** Written in this transaction and sent after it. */
  sendMail(tx: Tx, mail: UserMail): Promise<void>
  /** Rooms to the right that lay something when an account is made; in its transaction. */
  accountMade(tx: Tx, account: Account): Promise<void>
  /** What rooms to the right hold of an account, in its transaction. */
  accountHolds(tx: Tx, accountId: AccountId): Promise<AccountHoldings>
  /** Rooms to the right let go what they kept while it was suspended; in its transaction. */
  accountResumed(tx: Tx, accountId: AccountId): Promise<void>
  /** Its sandbox clock was set: what waited for the hours of marketing is judged again. */
  clockSet(tx: Tx, accountId: AccountId): Promise<void>
}
