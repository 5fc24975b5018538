// Row types of the room's tables, as the driver gives them.
import type { AccountId, Instant, Language, TokenId, UserId } from '../kernel/index.ts'
import type { AccountRole } from './contract.ts'
import type { FactorFacts } from './factors/rule-store.ts'
import type { StaffRole } from './roles.ts'

export type AccountRow = {
  account_id: AccountId
  number: number
  name: string
  kind: 'live' | 'sandbox'
  country: string
  zone: string
  language: Language
  created_at: Instant
  sandbox_ahead_ms: number
  /** Null: it is not. */
  suspended_at: Instant | null
  /** Null: it is not to be deleted. */
  deletion_due_at: Instant | null
}

export type UserRow = {
  user_id: UserId
  email_sealed: Buffer
  name_sealed: Buffer
  password_hash: string | null
  staff_role: StaffRole | null
  language: Language
  created_at: Instant
  /** Where the next login leads. */
  last_account_id: AccountId | null
}

export type MemberRow = UserRow & {
  role: AccountRole
  /** A second factor is asked of this person at login. */
  has_factor: boolean
}

export type TokenRow = {
  token_id: TokenId
  name: string
  rights: string[]
  created_at: Instant
  /** Null: never by itself. */
  expires_at: Instant | null
  last_used_at: Instant | null
  revoked_at: Instant | null
  made_by: TokenId | null
}

/** A session with all that its caller is made of. */
export type SessionRow = {
  session_hash: Buffer
  user_id: UserId
  account_id: AccountId
  last_seen_at: Instant
  expires_at: Instant
  with_factor: boolean
  language: Language
} & FactorFacts

export type UsedTokenRow = {
  token_hash: Buffer
  account_id: AccountId
  token_id: TokenId
  rights: string[]
  last_used_at: Instant | null
  language: Language
}
