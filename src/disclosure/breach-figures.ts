// What is kept of an account's measurement: fields in both languages, and the counts of letters.
import type { AccountId, Instant, Language } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { BreachField } from './contract-breaches.ts'

export const recordKinds = [
  'contacts',
  'consents',
  'objections',
  'messages',
  'replies',
  'sensitive',
  'requests',
  'files',
  'journal',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** Counted to a limit: a letter says "more than" beyond it. */
export type Counted = { count: number; isMore: boolean }

/** What other rooms' tables say of an account; in its transaction. */
export type BreachSource = {
  records(tx: Tx, accountId: AccountId): Promise<Record<RecordKind, Counted>>
  countries(tx: Tx, accountId: AccountId): Promise<{ country: string; people: number }[]>
  keysTurnedAt(tx: Tx, accountId: AccountId): Promise<Instant | null>
  /** Looks at personal data of every kind, exports among them, since then; and when last. */
  looks(tx: Tx, accountId: AccountId, since: Instant): Promise<Counted & { lastAt: Instant | null }>
  lastLogIn(tx: Tx, accountId: AccountId): Promise<Instant | null>
  countPeople(tx: Tx, accountId: AccountId): Promise<number>
  /** When the newest backup was begun; null: the program made none. */
  lastBackupAt(): Instant | null
}

export type Figures = {
  people: number
  records: number
  /** As the account's register declares it. */
  controller: { name: string; address: string | null; dpo: string | null }
  /** Which data, in a sentence. */
  data: Record<Language, string>
  fields: Record<Language, BreachField[]>
}
