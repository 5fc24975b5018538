// What the deletion of an account needs of every room: what goes, and the copy its owner takes.
import {
  type AccountsDeps,
  accountsInAnyAccount,
  runResets,
  runVoidedNews,
} from '../accounts/index.ts'
import { removeLedger } from '../consent/index.ts'
import { countContacts } from '../contacts/index.ts'
import { authorityOf } from '../countries/index.ts'
import { removeFilesOfAccount } from '../intake/index.ts'
import { jobs } from '../jobs/index.ts'
import type { DataMap, Timers } from '../kernel/index.ts'
import type { Mail } from '../notifications/index.ts'
import {
  certificateOfDeletion,
  deleteRestored,
  type ErasureDeps,
  type PrivacyDeps,
  pageOfDeletions,
  watchDeletions,
} from '../privacy/index.ts'
import { releaseSuspended, sentByMonth } from '../sending/index.ts'
import { type CampaignSource, exportAccount } from './account-export.ts'
import { accountCarriers, copiesOfFiles, horizonOf } from './answer/erasure-port.ts'
import type { Base, ComposeOptions } from './compose-base.ts'
import type { Engine } from './compose-outgoing.ts'

const graceDaysDefault = 14
type Given = {
  accounts: AccountsDeps
  mail: Mail
  ownUrl: () => string | null
  lastDrill: ErasureDeps['lastDrill']
  backupsKept: ErasureDeps['backupsKept']
  options: ComposeOptions
  /** Each campaign of the caller's account, whole. */
  campaigns: CampaignSource
  dataMaps: () => readonly DataMap[]
}

export function deletionDepsOf(
  base: Base,
  { accounts, mail, ownUrl, lastDrill, backupsKept, options, campaigns, dataMaps }: Given,
): PrivacyDeps & ErasureDeps & { timers: Timers } {
  const { publicUrl, originHost, deletionGraceDays, backup } = options
  return {
    ...{ ...base, jobs, mail, accounts, publicUrl, ownUrl, originHost, lastDrill },
    ...{ backupsKept, copiesOfFiles, authorityOf },
    graceDays: deletionGraceDays ?? graceDaysDefault,
    backupHorizonDays: () => horizonOf(backup),
    countPeople: countContacts,
    accountResumed: (tx, accountId) => releaseSuspended(tx, accountId, base.clock.now()),
    monthsSent: sentByMonth,
    carriers: accountCarriers,
    // By the import, so that it is asked of the rows before they go.
    filesBefore: [(accountId) => removeFilesOfAccount(base, accountId)],
    // A sequencer writes them again where the tree is still there.
    filesAfter: [(accountId) => removeLedger(base, accountId)],
    exportParts: (caller) => exportAccount({ ...base, accounts, campaigns, dataMaps }, caller),
  }
}

/** A database that was put back may have accounts that were deleted since. */
export async function deleteRestoredAccounts(deps: PrivacyDeps): Promise<void> {
  const accounts = await accountsInAnyAccount(deps.database)
  const count = await deleteRestored(
    deps,
    accounts.map(({ id }) => id),
  )
  if (count > 0) deps.logger.info('privacy.deletions_carried_out_again', { accounts: count })
}

const listed = 1_000

/** What the command line shows of them. */
export const deletionsFor = (deps: PrivacyDeps) => ({
  list: async () =>
    (await pageOfDeletions(deps, { before: null, state: null, limit: listed })).items,
  certificate: (id: string) => certificateOfDeletion(deps, id),
})

/** What users are told, and the deletion of accounts. */
export const accountEngines = (
  told: Parameters<typeof runVoidedNews>[0] & Parameters<typeof runResets>[0],
  privacy: ReturnType<typeof deletionDepsOf>,
): Engine[] => [
  { name: 'voided_codes', stop: runVoidedNews(told).stop },
  { name: 'password_resets', stop: runResets(told).stop },
  { name: 'account_deletions', stop: watchDeletions(privacy).stop },
]
