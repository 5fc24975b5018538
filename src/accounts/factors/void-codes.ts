// Recovery codes of a database that went back in time are void: some were used since.
import type { Database } from '../../storage/index.ts'
import { countPasskeyOnly } from './factor-store.ts'
import { deleteAllRecoveryCodes, type Voided } from './voided-store.ts'

/**
 * How many users had some; each makes new ones in their profile. They and their accounts are told
 * apart (`tellVoided`): whoever restores a backup has no e-mail and no journal at hand.
 */
export async function voidRecoveryCodes(
  database: Pick<Database, 'inInstallation'>,
  voided: Voided,
): Promise<number> {
  return database.inInstallation((tx) => deleteAllRecoveryCodes(tx, voided))
}

/** Users who get in by passkeys alone: where the address has another name they are locked out. */
export const passkeyOnlyUsers = (database: Pick<Database, 'inInstallation'>): Promise<number> =>
  database.inInstallation(countPasskeyOnly)
