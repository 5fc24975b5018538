// What the use cases of sensitive need from outside.
import type { Audit } from '../audit/index.ts'
import type { ConsentGate, Wordings } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { AccountId, Clock, MakeId, TokenId, UserId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type SensitiveDeps = {
  database: Database
  vault: Vault
  audit: Audit
  consent: Pick<Wordings, 'findWording'> & Pick<ConsentGate, 'gateFacts'>
  contacts: Pick<Contacts, 'controller' | 'controllers' | 'find'>
  jobs: Jobs
  /** Whose token it is; null when nobody made it who is known. */
  makerOfToken(tx: Tx, accountId: AccountId, tokenId: TokenId): Promise<UserId | null>
  clock: Clock
  makeId: MakeId
}
