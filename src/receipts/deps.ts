// What receipts needs of the rooms on its left.
import type { RecordDeed } from '../accounts/index.ts'
import type { Consent } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type ReceiptsDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  consent: Consent
  clock: Clock
  /** Who vouched for another ledger, and for which. */
  record: RecordDeed
}
