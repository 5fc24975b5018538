// Deletes what has expired: codes, links, pending keywords, old requests.

import { restrictedPeople } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import {
  type AccountId,
  type Caller,
  type Clock,
  type Instant,
  sameDayLater,
} from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { deleteOldAskers } from './askers/asker-store.ts'
import { tagAskers } from './askers/same-asker.ts'
import { endOldForms } from './pending-form.ts'
import { tellingsLeft } from './requests/life-store.ts'
import { orderLook } from './requests/order-telling.ts'
import { deleteOldInPreferences } from './store.ts'

type SweepVault = Pick<
  Vault,
  'destroyKeys' | 'numberTag' | 'fieldTag' | 'openSubjects' | 'openContact'
>

/** How long a request shows that it was answered. */
export const requestMonths = 60
/** Rows a transaction. */
const pageRows = 2_000

export async function sweepPreferences(
  deps: {
    database: Database
    clock: Clock
    vault: SweepVault
    jobs: Pick<Jobs, 'enqueue'>
  },
  { accountId }: Caller,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const { database } = deps
  const at = deps.clock.now()
  const ends = { at, answeredBefore: sameDayLater(at, -requestMonths), limit: pageRows }
  await lookAtTellings(deps, accountId, at)
  await forgetAskers(deps, accountId, ends, isStopping)
  await findAgain(deps, accountId, isStopping)
  await forgetForms(deps, accountId, ends, isStopping)
  let isMore = !isStopping()
  while (isMore && !isStopping()) {
    isMore = await database.inAccount(accountId, async (tx) => {
      const restricted = await restrictedPeople(tx, accountId)
      return deleteOldInPreferences(tx, accountId, { ...ends, restricted })
    })
  }
}

/** Their job was tried for a day and a half: after two nobody is at it any more. */
const tellingEndsMs = 2 * 86_400_000
const tellingsAtOnce = 500

/** A telling that nobody settled, as where the database was away at its last attempt. */
async function lookAtTellings(
  { database, jobs }: { database: Database; jobs: Pick<Jobs, 'enqueue'> },
  accountId: AccountId,
  at: Instant,
): Promise<void> {
  await database.inAccount(accountId, async (tx) => {
    const page = { before: at - tellingEndsMs, limit: tellingsAtOnce }
    for (const left of await tellingsLeft(tx, accountId, page)) {
      await orderLook({ jobs }, tx, accountId, left)
    }
  })
}

/** Before their requests go: with the keys of whoever was no contact, nothing of them opens. */
async function forgetAskers(
  { database, vault }: { database: Database; vault: Pick<Vault, 'destroyKeys'> },
  accountId: AccountId,
  { answeredBefore, limit }: { answeredBefore: Instant; limit: number },
  isStopping: () => boolean,
): Promise<void> {
  let gone = limit
  while (gone === limit && !isStopping()) {
    gone = await database.inAccount(accountId, async (tx) => {
      const subjects = await deleteOldAskers(tx, accountId, { answeredBefore, limit })
      if (subjects.length > 0) await vault.destroyKeys(tx, accountId, subjects, 'both')
      return subjects.length
    })
  }
}

/** Of a version before: few are opened at once. */
const taggedAtOnce = 100

async function findAgain(
  { database, vault }: { database: Database; vault: SweepVault },
  accountId: AccountId,
  isStopping: () => boolean,
): Promise<void> {
  let done = taggedAtOnce
  while (done === taggedAtOnce && !isStopping()) {
    done = await database.inAccount(accountId, (tx) =>
      tagAskers({ vault }, tx, accountId, taggedAtOnce),
    )
  }
}

/** Forms whose code came to nothing, each with its key. */
async function forgetForms(
  { database, vault }: { database: Database; vault: Pick<Vault, 'destroyKeys'> },
  accountId: AccountId,
  old: { at: Instant; limit: number },
  isStopping: () => boolean,
): Promise<void> {
  let gone = old.limit
  while (gone === old.limit && !isStopping()) {
    gone = await database.inAccount(accountId, (tx) => endOldForms({ vault }, tx, accountId, old))
  }
}
