// The keys: of the installation, of accounts, of people; and what is sealed under them.
export { vaultDataMap } from './data-map.ts'
export { type VaultErrorCode, vaultErrorCodes } from './errors.ts'
export { hasKey } from './key-of-subject.ts'
export { openVault, type VaultOptions } from './open-vault.ts'
export { restoreRoot } from './restore-root.ts'
export { runVaultUpkeep } from './run-upkeep.ts'
export type { SubjectDataHolder, SubjectExport } from './subject-data.ts'
export type { SealContext, SubjectKeys, Vault } from './vault.ts'
