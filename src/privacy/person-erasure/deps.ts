// What the erasure of a person, its record and its certificate need from outside.
import type { RecordDeed } from '../../accounts/index.ts'
import type { Consent } from '../../consent/index.ts'
import type { OwnAddress } from '../../http/index.ts'
import type {
  AccountId,
  Clock,
  Instant,
  MakeId,
  Randomness,
  SubjectId,
} from '../../kernel/index.ts'
import type { Mail } from '../../notifications/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { SubjectDataHolder, Vault } from '../../vault/index.ts'

/** Who received data of a person. */
export type Recipient = {
  id: string
  kind: 'supplier' | 'receiver'
  name: string
  country: string
  /** An e-mail address, a page of theirs, or null: staff know the way. */
  address: string | null
  /** Why there is nothing to tell: it is this installation, or its own term is over. */
  untold: 'own' | 'not_kept' | null
  /** Of whom it may still keep something. */
  subjects: readonly SubjectId[]
}

/** In whose transaction a person is erased. */
export type ErasePersonDeps = {
  vault: Pick<
    Vault,
    | 'openSubjects'
    | 'linkToken'
    | 'epochOf'
    | 'erasuresUntil'
    | 'createSubjects'
    | 'sealContact'
    | 'openContact'
  >
  mail: Mail
  consent: Pick<Consent, 'suppressionsOf' | 'proofsOf' | 'proofPartsOf'>
  clock: Clock
  makeId: MakeId
  /** Rooms that hold something of people; contacts and consent do their own share. */
  holders(): readonly SubjectDataHolder[]
  /** Whom data of these people was given. */
  recipients(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<Recipient[]>
  /** The tags of the links that these people have to their own pages. */
  pageLinks(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<{ subjectId: SubjectId; tag: Buffer }[]>
  /** Days after which no backup from before is kept. */
  backupHorizonDays(): number
}

/** The last try of every backup that is kept. */
export type LastDrill = { at: Instant; isWell: boolean; readable: number }

/** The oldest backup that is there; null: this program makes none. */
export type BackupsKept = { oldestAt: Instant | null } | null

/** Where a person complains. */
export type Authority = { name: string; site: string }

export type ErasureDeps = OwnAddress & {
  database: Database
  vault: Vault
  consent: Pick<Consent, 'heldAmong' | 'erasureEntry'>
  clock: Clock
  randomness: Randomness
  record: RecordDeed
  /** Names the installation on certificates. */
  originHost: string
  lastDrill(): Promise<LastDrill | null>
  backupsKept(): Promise<BackupsKept>
  /** Of an account's country; null: it was not looked up. */
  authorityOf(country: string): Authority | null
  /** Until when a copy of a file that came in before is there; null: none is. */
  copiesOfFiles(tx: Tx, accountId: AccountId, cameBefore: Instant): Promise<Instant | null>
}
