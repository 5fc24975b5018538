// Asking for work inside the transaction that makes it necessary: kept together or not at all.
import { type Statement, type Tx, toTimestamp } from '../storage/index.ts'
import { checkRequest, type JobRequest } from './job.ts'

export interface Jobs {
  enqueue(tx: Tx, request: JobRequest): Promise<void>
}

/** About a day and a half of tries at growing distances (graphile-worker waits e^attempt seconds). */
const attemptsMaxDefault = 12

const enqueueStatement: Statement = {
  name: 'jobs_enqueue',
  text: 'select jobs.enqueue($1, $2, $3, $4, $5)',
}

export const jobs: Jobs = {
  enqueue: async (tx, request) => {
    checkRequest(request)
    await tx.query(enqueueStatement, [
      request.name,
      request.key,
      JSON.stringify({ accountId: request.accountId, input: request.input }),
      request.runAt === undefined ? null : toTimestamp(request.runAt),
      request.attemptsMax ?? attemptsMaxDefault,
    ])
  },
}
