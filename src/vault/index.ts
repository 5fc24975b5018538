// The keys: of the installation, of accounts, of people; and what is sealed under them.
export type { DestroyedKeys } from './account-keys.ts'
export { type BackupKeys, backupKeys } from './backup-key.ts'
export { confirmCopy, copiedAt } from './copied.ts'
export { vaultDataMap } from './data-map.ts'
export { type VaultErrorCode, vaultError, vaultErrorCodes, vaultErrorKinds } from './errors.ts'
export { HmacRoom, hmacSha256, sha256, sha256Into } from './hmac.ts'
export { hasKey, type SensitiveKeys } from './key-of-subject.ts'
export {
  adoptMarkJournals,
  dropMarkJournals,
  type MarkJournal,
  openMarkJournal,
  readMarkJournals,
} from './mark-journal.ts'
export { type Marks, marksBeside } from './marks.ts'
export { openVault, type VaultOptions } from './open-vault.ts'
export type { OpensAlone } from './opens-alone.ts'
export { keysAtHand } from './page.ts'
export { type CopiedAccount, copyAllPages, putBackPages } from './pages-copy.ts'
export { checkRecoveryCopy, recoveryCheckedAt } from './recovery/recovery-checked.ts'
export { restoreRoot } from './recovery/restore-root.ts'
export { runVaultUpkeep } from './run-upkeep.ts'
export { openStream, sealStream } from './sealed-stream.ts'
export { readUpkeepState } from './store.ts'
export type { SubjectDataHolder, SubjectExport } from './subject-data.ts'
export type { SealContext, SubjectKeys } from './subject-keys.ts'
export type { CopyFindings } from './try-copy.ts'
export type { Vault } from './vault.ts'
