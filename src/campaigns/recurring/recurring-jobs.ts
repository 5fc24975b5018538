// Looks every minute for recurring sends that are due or wait, and makes their days as jobs.
import type { JobHandlers } from '../../jobs/index.ts'
import { assert, type Repeated, repeated } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { makeDueDays } from './make-occurrence.ts'
import { listToLookInAnyAccount } from './occurrence-store.ts'
import { dueJob } from './steps.ts'
import { listDueInAnyAccount } from './store.ts'

const firstMs = 10_000
const pauseMs = 60_000
/** More are found at the next look; those that are jobs already stay one job. */
const dueMax = 500

export function recurringJobs(deps: CampaignsDeps): JobHandlers {
  return {
    [dueJob]: async ({ accountId, input }) => {
      assert(accountId !== null, 'a recurring send belongs to an account')
      await makeDueDays(deps, accountId, String(input['recurringId']))
    },
  }
}

/** A job for each that is due; the same one is one job, however often it is found. */
export async function askForDue({
  database,
  clock,
  jobs,
}: Pick<CampaignsDeps, 'database' | 'clock' | 'jobs'>): Promise<number> {
  return database.inAnyAccount(async (tx) => {
    const at = clock.now()
    const begins = await listDueInAnyAccount(tx, at, dueMax)
    // Apart, so that what waits keeps no day from being begun.
    const due = [...begins, ...(await listToLookInAnyAccount(tx, at, dueMax))]
    for (const { accountId, id } of due) {
      await jobs.enqueue(tx, { name: dueJob, key: id, accountId, input: { recurringId: id } })
    }
    return due.length
  })
}

export function watchRecurring(
  deps: Pick<CampaignsDeps, 'database' | 'clock' | 'jobs' | 'timers'> & {
    logger: Pick<Logger, 'error'>
  },
): Repeated {
  return repeated(deps.timers, firstMs, async () => {
    try {
      await askForDue(deps)
    } catch (error) {
      deps.logger.error('campaigns.recurring_watch_failed', failureFields(error))
    }
    return pauseMs
  })
}
