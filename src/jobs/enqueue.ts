// Asking for work inside the transaction that makes it necessary: kept together or not at all.
import type { AccountId } from '../kernel/index.ts'
import type { Statement, Tx } from '../storage/index.ts'
import { checkRequest, type JobRequest } from './job.ts'

export interface Jobs {
  enqueue(tx: Tx, request: JobRequest): Promise<void>
}

/**
 * About a day and a half of tries at growing distances: graphile-worker waits e^attempt seconds,
 * six hours at most.
 */
const attemptsMaxDefault = 15

const enqueueStatement: Statement = {
  name: 'jobs_enqueue',
  text: `select jobs.enqueue($1, $2, $3, now() + $4::bigint * interval '1 millisecond', $5)`,
}

export const jobs: Jobs = {
  enqueue: async (tx, request) => {
    checkRequest(request)
    await tx.query(enqueueStatement, [
      request.name,
      request.key,
      JSON.stringify({ accountId: request.accountId, input: request.input }),
      request.afterMs ?? null,
      request.attemptsMax ?? attemptsMaxDefault,
    ])
  },
}

/** In a transaction of the account, which is deleted: nothing waits for it any more. */
export async function forgetJobsOf(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query('select jobs.forget_account($1)', [accountId])
}
