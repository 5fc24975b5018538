// What the vault does for the other rooms: keys of people, of accounts, and what they seal.
import type { AccountId, E164, EntryId, Instant, RouteId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { DestroyedKeys } from './account-keys.ts'
import type { SensitiveKeys } from './key-of-subject.ts'
import type { Marks } from './marks.ts'
import type { OpensAlone } from './opens-alone.ts'
import type { CopiedAccount } from './pages-copy.ts'
import type { SealContext, SubjectKeys } from './subject-keys.ts'
import type { CopyFindings } from './try-copy.ts'

export interface Vault {
  /** Makes the account's keys (a file in the keys folder). Harmless to repeat. */
  createAccount(accountId: AccountId): Promise<void>
  /**
   * The account is deleted: its keys are overwritten, and no copy of the database opens anything of
   * it any more, unless somebody has a copy of the keys folder too. Harmless to repeat.
   */
  destroyAccount(accountId: AccountId, destroyed: DestroyedKeys): void
  /** Null: the account’s keys were not destroyed. Of a database that was put back this tells it. */
  destroyedKeys(accountId: AccountId): DestroyedKeys | null
  /** New people: a bulk fills whole pages, one or few go to the tail. Keys in order. */
  createSubjects(tx: Tx, accountId: AccountId, count: number): Promise<SubjectKeys[]>
  /** Those that exist and whose keys are not both destroyed. */
  openSubjects(
    tx: Tx,
    accountId: AccountId,
    subjectIds: readonly SubjectId[],
  ): Promise<Map<SubjectId, SubjectKeys>>
  /** Contact data and messages of the person can be read no more. */
  destroyContactKey(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<void>
  /** The proofs of consent of the person can be opened no more. */
  destroyProofKey(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<void>
  /** Many at once: each page of keys is written once. */
  destroyKeys(
    tx: Tx,
    accountId: AccountId,
    subjectIds: readonly SubjectId[],
    which: 'contact' | 'proof' | 'both',
  ): Promise<void>

  /** 16 octets under the account's index key: equal numbers meet, nobody else can compute it. */
  numberTag(accountId: AccountId, number: E164): Buffer
  /**
   * The same of another value that a person is found by; `kind` keeps an e-mail from a reference.
   */
  fieldTag(accountId: AccountId, kind: 'email' | 'reference', canonical: string): Buffer
  /** 16 octets under the account's suppression key, which outlives every person's keys. */
  suppressionTag(accountId: AccountId, number: E164): Buffer
  /** Whether the account's key file is there and opens; asked anew while it does not. */
  hasAccountKeys(accountId: AccountId): boolean
  /** False when the key is lost: then nobody knows who objected, and marketing stays closed. */
  hasSuppressionKey(accountId: AccountId): boolean
  /** 16 octets under a key of the installation: finds the account of a reply. */
  replyTag(routeId: RouteId, number: E164): Buffer
  /** 16 octets under a key of the installation: finds a user by a canonical e-mail, say. */
  installationTag(kind: string, canonical: string): Buffer
  /** 32 octets: the seed of the Ed25519 key that signs the account's ledger. */
  accountSigningSeed(accountId: AccountId): Buffer
  /** 32 octets: the seed of the Ed25519 key that signs what the installation certifies. */
  installationSigningSeed(): Buffer
  /** 32 octets: under it what decides over sending carries its MAC. */
  guardKey(accountId: AccountId): Buffer

  sealContact(
    keys: SubjectKeys,
    accountId: AccountId,
    context: SealContext,
    plain: Uint8Array,
  ): Buffer
  openContact(
    keys: SubjectKeys,
    accountId: AccountId,
    context: SealContext,
    sealed: Uint8Array,
  ): Buffer
  sealMessage(
    keys: SubjectKeys,
    accountId: AccountId,
    context: SealContext,
    plain: Uint8Array,
  ): Buffer
  openMessage(
    keys: SubjectKeys,
    accountId: AccountId,
    context: SealContext,
    sealed: Uint8Array,
  ): Buffer
  sealProof(
    keys: SubjectKeys,
    accountId: AccountId,
    context: SealContext,
    plain: Uint8Array,
  ): Buffer
  openProof(
    keys: SubjectKeys,
    accountId: AccountId,
    context: SealContext,
    sealed: Uint8Array,
  ): Buffer
  /**
   * Articles 9 and 10: under the person's key and the legal basis's together; without either,
   * noise.
   */
  sealSensitive(
    keys: SensitiveKeys,
    accountId: AccountId,
    context: SealContext,
    plain: Uint8Array,
  ): Buffer
  openSensitive(
    keys: SensitiveKeys,
    accountId: AccountId,
    context: SealContext,
    sealed: Uint8Array,
  ): Buffer
  /** 32 octets, for the commitment of one ledger entry. */
  commitmentKey(keys: SubjectKeys, entryId: EntryId): Buffer
  /** 32 octets: the body's HMAC under that key. */
  commitment(keys: SubjectKeys, entryId: EntryId, body: Uint8Array): Buffer
  /**
   * 16 octets from the proof key: joins a person's ledger entries, says nothing once it is gone.
   */
  linkToken(keys: SubjectKeys): Buffer
  /** Not tied to one person: files, drafts of texts. */
  sealForAccount(accountId: AccountId, context: SealContext, plain: Uint8Array): Buffer
  openForAccount(accountId: AccountId, context: SealContext, sealed: Uint8Array): Buffer
  /** Not tied to an account: e-mail addresses of users, secrets of routes. */
  sealForInstallation(context: SealContext, plain: Uint8Array): Buffer
  openForInstallation(context: SealContext, sealed: Uint8Array): Buffer

  /** The versions of the account's pages, all together: it only grows. */
  pageVersions(tx: Tx, accountId: AccountId): Promise<number>

  /** Moves single new people into pages; returns how many. */
  foldTail(tx: Tx, accountId: AccountId): Promise<number>
  /** Seals all of the account's pages again under a new epoch key; keeps the previous key. */
  rotateEpoch(accountId: AccountId, at: Instant): Promise<{ epoch: number; pages: number }>
  /** From here on, copies of the database from before the rotation open no destroyed key. */
  destroyPreviousEpoch(accountId: AccountId): Promise<boolean>
  /** Does for one account what is due: fold, rotate, end the previous epoch. */
  keepInOrder(accountId: AccountId, at: Instant): Promise<void>
  /** The account's epoch now: keys that are destroyed go from copies with this epoch's key. */
  epochOf(tx: Tx, accountId: AccountId): Promise<number>
  /** The oldest epoch whose key is still there: copies from before it open nothing any more. */
  oldestEpoch(accountId: AccountId): number
  /** Until when the account's erasures are under way at the latest; null: all are complete. */
  erasuresUntil(tx: Tx, accountId: AccountId): Promise<Instant | null>
  /** The pages of all accounts, apart from the rest: with them older data opens under new keys. */
  copyPages(take: (octets: Buffer) => Promise<void>): Promise<CopiedAccount[]>
  /** Tries every key that is left on such a copy: who was erased since may open nowhere. */
  tryCopy(octets: AsyncIterable<Uint8Array>, at: Instant): Promise<CopyFindings>
  /** Whether data of accounts at these epochs opens without a younger copy of the pages. */
  opensAlone(accounts: readonly { accountId: AccountId; epoch: number }[]): OpensAlone
  /** What a database that is put back to an earlier moment cannot take back. */
  marks: Marks
  /** The root key as text for paper. */
  recoveryCopy(): string
}
