// Looks after deletions by the clock: reminds, has the due ones carried out, drops old records.
import { accountOf, findAccountRow, setDeletionDue } from '../../accounts/index.ts'
import { type AccountId, type Repeated, repeated, type Timers } from '../../kernel/index.ts'
import { failureFields } from '../../observability/index.ts'
import type { PrivacyDeps } from '../deps.ts'
import {
  type DeletionRow,
  dropOldInAnyAccount,
  dueInAnyAccount,
  insertDeletion,
  openDeletionOf,
  setExecuting,
  setReminded,
  toRemindInAnyAccount,
} from '../store.ts'
import { tellWithLinks } from './ask-deletion.ts'
import { lookAfterAccountNotices } from './supplier-notices.ts'
import { tellSuppliers } from './tell-suppliers.ts'
import { deletionTimes } from './times.ts'

export const carryOutJob = 'privacy.delete_account'
const everyMs = 60_000

/** The queue goes on with what it has begun; what it gave up is asked for again once a day. */
const looksPerDay = deletionTimes.dayMs / everyMs

/** Harmless to repeat, and for several nodes at once. */
export async function lookAfterDeletions(deps: PrivacyDeps, alsoBegun = true): Promise<void> {
  const at = deps.clock.now()
  const before = at + deletionTimes.remindBeforeMs
  const due = await deps.database.inAnyAccount((tx) => dueInAnyAccount(tx, at, alsoBegun))
  const near = await deps.database.inAnyAccount((tx) => toRemindInAnyAccount(tx, before))
  for (const row of due) await ask(deps, row)
  for (const row of near) if (row.due_at > at) await remindOrTell(deps, row, at)
  await lookAfterAccountNotices(deps, at)
  await deps.database.inAnyAccount((tx) => dropOldInAnyAccount(tx, at))
}

/** One account's trouble, such as keys that are missing, does not stand before the others. */
async function remindOrTell(deps: PrivacyDeps, row: DeletionRow, at: number): Promise<void> {
  try {
    await remind(deps, row, at)
  } catch (error) {
    const fields = { accountId: row.account_id, ...failureFields(error) }
    deps.logger.error('privacy.deletions_failed', fields)
  }
}

async function remind(deps: PrivacyDeps, row: DeletionRow, at: number): Promise<void> {
  await deps.database.inAccount(row.account_id, async (tx) => {
    if (!(await setReminded(tx, row, at))) return
    // A grace period of one day: it was told of a moment ago.
    if (row.due_at - row.asked_at <= deletionTimes.remindBeforeMs) return
    const account = await accountOf(tx, row.account_id)
    const { deletion_id: id, due_at: dueAt } = row
    await tellWithLinks(deps, tx, account, { id, what: 'reminded', at, dueAt })
  })
}

/** The queue repeats what fails; asked for again, it is the same job. */
async function ask(deps: PrivacyDeps, row: DeletionRow): Promise<void> {
  await deps.database.inAnyAccount((tx) =>
    deps.jobs.enqueue(tx, {
      ...{ name: carryOutJob, key: row.deletion_id, accountId: null },
      input: { deletionId: row.deletion_id },
    }),
  )
}

/**
 * A database that was put back to before a deletion has the account again. Its keys are gone, and
 * beside them it is noted which deletion took them: that one is carried out again.
 */
export async function deleteRestored(
  deps: PrivacyDeps,
  accountIds: readonly AccountId[],
): Promise<number> {
  let count = 0
  for (const accountId of accountIds) {
    const destroyed = deps.vault.destroyedKeys(accountId)
    if (destroyed === null) continue
    const { at, deletionId } = destroyed
    const row = await deps.database.inAccount(accountId, async (tx) => {
      const account = await findAccountRow(tx, accountId)
      if (account === null) return null
      await insertDeletion(tx, {
        ...{ account_id: accountId, deletion_id: deletionId, account_number: account.number },
        ...{ state: 'waiting', asked_how: 'restored', asked_at: at, due_at: at },
        reason_sealed: null,
      })
      const open = await openDeletionOf(tx, accountId, true)
      if (open === null) return null
      await setDeletionDue(tx, accountId, at)
      if (open.state === 'waiting') {
        const months = await deps.monthsSent(tx, accountId)
        await tellSuppliers(deps, tx, { accountId, deletionId: open.deletion_id, at })
        await setExecuting(tx, open, { at, months, checkpoint: null })
      }
      return open
    })
    if (row === null) continue
    await ask(deps, row)
    count += 1
  }
  return count
}

const addressMs = 1_000

export function watchDeletions(deps: PrivacyDeps & { timers: Timers }): Repeated {
  let looks = 0
  return repeated(deps.timers, 0, async () => {
    // Mails lead here: before the server listens nobody knows where that is.
    if (deps.publicUrl === null && deps.ownUrl() === null) return addressMs
    const alsoBegun = looks % looksPerDay === 0
    looks += 1
    await lookAfterDeletions(deps, alsoBegun).catch((error: unknown) =>
      deps.logger.error('privacy.deletions_failed', failureFields(error)),
    )
    return everyMs
  })
}
