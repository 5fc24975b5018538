// What receipts needs of the rooms on its left.
import type { RecordDeed } from '../accounts/index.ts'
import type {
  AccountPolicy,
  ConsentGate,
  ConsentLedger,
  Objections,
  PersonConsents,
  Recording,
  Wordings,
} from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Caller, Clock } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { ImportCounts } from './contract.ts'

/** Where an archive is read: in a process of its own, which may end without anybody else ending. */
export type ReadElsewhere = {
  receipts(
    caller: Caller,
    input: { octets: AsyncIterable<Uint8Array>; ledgerKey: string | null },
  ): Promise<ImportCounts>
}

export type ReceiptsDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  consent: Wordings &
    Recording &
    PersonConsents &
    Objections &
    ConsentGate &
    AccountPolicy &
    ConsentLedger
  clock: Clock
  /** Who vouched for another ledger, and for which. */
  record: RecordDeed
}
