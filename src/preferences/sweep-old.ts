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
import { endAskers, tagAskers, taggedAtOnce } from './askers/same-asker.ts'
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
/** Of whoever is no contact and whose number was erased: as long as their letter is printed. */
const letterMs = 30 * 86_400_000
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
  const ends = {
    at,
    answeredBefore: sameDayLater(at, -requestMonths),
    erasedAnsweredBefore: at - letterMs,
    limit: pageRows,
  }
  await lookAtTellings(deps, accountId, at)
  await findAgain(deps, accountId, isStopping)
  await forgetAskers(deps, accountId, ends, isStopping)
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
  ends: { answeredBefore: Instant; erasedAnsweredBefore: Instant; limit: number },
  isStopping: () => boolean,
): Promise<void> {
  let gone = ends.limit
  while (gone === ends.limit && !isStopping()) {
    gone = await database.inAccount(accountId, async (tx) =>
      endAskers({ vault }, tx, accountId, await deleteOldAskers(tx, accountId, ends)),
    )
  }
}

/** Of a version before. */
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
