// Recovery codes of a database that went back in time are void: some were used since.
import type { Database } from '../../storage/index.ts'
import { deleteAllRecoveryCodes } from './factor-store.ts'

/** How many users had some; each makes new ones in their profile. */
export async function voidRecoveryCodes(database: Pick<Database, 'inInstallation'>) {
  return database.inInstallation(deleteAllRecoveryCodes)
}
