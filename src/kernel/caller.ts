// Who is asking: every use case takes a Caller first.
import type { AccountId, TokenId, UserId } from './ids.ts'

/** Every right, named once. A route names the one it needs; a role is a set of these. */
export const rights = [
  'account.read',
  'account.manage',
  'tokens.manage',
  'webhooks.manage',
  'audit.read',
  'contacts.read',
  'contacts.write',
  'contacts.reveal',
  'imports.run',
  'consent.read',
  'consent.record',
  'proofs.manage',
  'sensitive.manage',
  'sensitive.approve',
  'sensitive.reveal',
  'wordings.manage',
  'messages.read',
  'messages.send',
  'texts.try',
  'campaigns.read',
  'campaigns.prepare',
  'campaigns.approve',
  'ledger.export',
  'registers.manage',
  'routes.read',
  'installation.manage',
] as const
export type Right = (typeof rights)[number]

export type Language = 'fr' | 'en'

export type Caller = {
  accountId: AccountId
  by:
    | { kind: 'user'; userId: UserId }
    | { kind: 'token'; tokenId: TokenId }
    | { kind: 'system'; what: string }
  rights: ReadonlySet<Right>
  language: Language
  /** One id from door to door, into the sandbox as well. */
  traceId: string
}
