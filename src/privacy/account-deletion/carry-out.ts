// Carries a deletion out: keys first, then rows, files, users; each step may be done again.
import { type Account, findAccountRow, ownersToWriteTo, readAccount } from '../../accounts/index.ts'
import { forgetJobsOf } from '../../jobs/index.ts'
import { type AccountId, BugError } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PrivacyDeps } from '../deps.ts'
import {
  addCount,
  type DeletionRow,
  deleteMails,
  deleteRows,
  deleteUsers,
  findDeletionInAnyAccount,
  openDeletionOf,
  setCertified,
  setDone,
  setExecuting,
  setKeysDestroyed,
  tablesOfAccounts,
} from '../store.ts'
import { tokenHash } from './ask-deletion.ts'
import { certificateOf, signCertificate, suppliersIn } from './certificate.ts'
import { kindOfRows } from './kinds.ts'
import { inOrder } from './order-tables.ts'
import { suppliersToldInAnyAccount } from './supplier-notices.ts'
import { tellGone } from './tell-owners.ts'
import { tellSuppliers } from './tell-suppliers.ts'
import { deletionTimes } from './times.ts'

/** A transaction holds so many rows of one table. */
const rowsAtOnce = 20_000
/** What is written meanwhile by work that had begun goes with the next pass. */
const passesMax = 20

/** Gone with the users at the end, or last of all; or kept, with an end of its own. */
const apart = new Set([
  ...['accounts.account', 'accounts.membership'],
  ...['privacy.account_deletion', 'privacy.account_recipient'],
])

export async function carryOut(deps: PrivacyDeps, deletionId: string): Promise<void> {
  const row = await deps.database.inAnyAccount((tx) => findDeletionInAnyAccount(tx, deletionId))
  if (row === null || row.state === 'undone' || row.state === 'done') return
  const accountId = row.account_id
  if (row.state === 'waiting' && !(await begin(deps, row))) return
  // From here on there is no way back: nothing of the account opens any more, in any copy.
  const keysDestroyed = deps.vault.destroyedKeys(accountId)?.at ?? deps.clock.now()
  deps.vault.destroyAccount(accountId, { at: keysDestroyed, deletionId })
  await deps.database.inAccount(accountId, (tx) => setKeysDestroyed(tx, row, keysDestroyed))
  await removeFiles(deps, row)
  await removeRows(deps, row)
  for (const remove of deps.filesAfter) await remove(accountId)
  await endAccount(deps, row, keysDestroyed)
  await removeRows(deps, row)
  await deps.database.inAccount(accountId, (tx) => setDone(tx, row))
  deps.logger.info('privacy.account_deleted', { deletion: deletionId })
}

/** False: it was undone in the same moment, or is not due. */
async function begin(deps: PrivacyDeps, { account_id: id }: DeletionRow): Promise<boolean> {
  const hasKeys = deps.vault.hasAccountKeys(id)
  // What was agreed to in the last second is signed too.
  if (hasKeys) await deps.consent.sequenceOnce(id)
  return deps.database.inAccount(id, async (tx) => {
    const open = await openDeletionOf(tx, id, true)
    const at = deps.clock.now()
    if (open === null || open.state !== 'waiting' || open.due_at > at) return false
    const checkpoint = hasKeys ? (await deps.consent.checkpoint(tx, id)).text : null
    await tellSuppliers(deps, tx, { accountId: id, deletionId: open.deletion_id, at })
    await setExecuting(tx, open, { at, months: await deps.monthsSent(tx, id), checkpoint })
    return true
  })
}

async function removeFiles(deps: PrivacyDeps, row: DeletionRow): Promise<void> {
  for (const remove of deps.filesBefore) await remove(row.account_id)
}

async function removeRows(deps: PrivacyDeps, row: DeletionRow): Promise<void> {
  const accountId = row.account_id
  const tables = inOrder(await deps.database.inAccount(accountId, tablesOfAccounts))
  for (let pass = 0; pass < passesMax; pass += 1) {
    let gone = 0
    for (const table of tables) {
      if (!apart.has(table)) gone += await removeAll(deps, row, table)
    }
    await deps.database.inAccount(accountId, (tx) => forgetJobsOf(tx, accountId))
    if (gone === 0) return
  }
  throw new BugError('something goes on writing rows of an account that is being deleted')
}

async function removeAll(deps: PrivacyDeps, row: DeletionRow, table: string): Promise<number> {
  const accountId = row.account_id
  let gone = 0
  for (;;) {
    // By index: a scan of the table would pass all that was deleted before, each time again.
    const some = await deps.database.inAccount(
      accountId,
      async (tx) => {
        const count = await deleteRows(tx, accountId, { table, atMost: rowsAtOnce })
        if (count > 0) await addCount(tx, row, kindOfRows(table), count)
        return count
      },
      { byIndex: true },
    )
    gone += some
    if (some < rowsAtOnce) return gone
  }
}

/**
 * Users, the account itself and the certificate, in one transaction: the owners’ addresses are read
 * in it for the last time. Whoever finds no account any more has it behind them.
 */
async function endAccount(
  deps: PrivacyDeps,
  { account_id: accountId, deletion_id: id }: DeletionRow,
  keysDestroyed: number,
): Promise<void> {
  const account = await accountLeft(deps, accountId)
  if (account === null) return
  await deps.database.inAccount(accountId, async (tx) => {
    const row = await openDeletionOf(tx, accountId, true)
    if (row === null) throw new BugError('the deletion that is being carried out is open')
    // Asked under the lock: of two who carry it out at once, one certifies.
    if ((await findAccountRow(tx, accountId)) === null) return
    const owners = await ownersToWriteTo(deps.vault, tx, accountId)
    const users = await deleteUsers(tx, accountId)
    const mails = await deleteMails(tx, accountId)
    await deleteRows(tx, accountId, { table: 'accounts.account', atMost: 1 })
    await certify(deps, tx, { row, account, owners, keysDestroyed, id, also: { users, mails } })
  })
}

async function accountLeft(deps: PrivacyDeps, accountId: AccountId): Promise<Account | null> {
  const found = await deps.database.inAccount(accountId, (tx) => findAccountRow(tx, accountId))
  return found === null ? null : readAccount(deps.database, accountId)
}

async function certify(
  deps: PrivacyDeps,
  tx: Tx,
  given: {
    row: DeletionRow
    account: Account
    owners: Awaited<ReturnType<typeof ownersToWriteTo>>
    keysDestroyed: number
    id: string
    also: Record<string, number>
  },
): Promise<void> {
  const { account, owners, keysDestroyed, id, also } = given
  const row = { ...given.row, counts: { ...given.row.counts, ...also } }
  const at = deps.clock.now()
  const code = Buffer.from(deps.randomness.bytes(24)).toString('base64url')
  const recipients = await suppliersToldInAnyAccount(tx, id)
  const suppliers = suppliersIn(recipients)
  const said = certificateOf(deps, row, { keysDestroyed, ended: at, suppliers })
  const note = signCertificate(deps, said)
  await setCertified(tx, row, {
    at,
    certificate: note,
    pageHash: tokenHash(code),
    recordUntil: at + deletionTimes.recordMs,
    monthsUntil: at + (row.months.length > 0 ? deletionTimes.monthsMs : deletionTimes.recordMs),
  })
  await tellGone(deps, tx, { account, owners, id, code, note })
}
