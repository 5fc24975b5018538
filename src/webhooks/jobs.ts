// Background work of webhooks: what is due is asked for each second, and told by the queue.
import { type JobHandlers, jobs } from '../jobs/index.ts'
import { type Repeated, repeated } from '../kernel/index.ts'
import { failureFields } from '../observability/index.ts'
import { deliverDue } from './deliver.ts'
import type { WebhooksDeps } from './deps.ts'
import { dueEndpointsInAnyAccount } from './endpoint-store.ts'
import { endListening, endListeningJob, endOverrun } from './listen.ts'
import { replayJob, replayOn, tidyJob, tidyLog } from './long-log.ts'

export const deliverJob = 'webhooks.deliver_due'

/** Endpoints whose work is asked for at once. */
const endpointsMax = 500
const lookEveryMs = 1_000
const afterFailureMs = 10_000

export function webhooksJobs(deps: WebhooksDeps): JobHandlers {
  return {
    [deliverJob]: (job) => deliverDue(deps, job),
    [tidyJob]: (job) => tidyLog(deps, job),
    [replayJob]: (job) => replayOn(deps, job),
    [endListeningJob]: (job) => endListening(deps, job),
  }
}

type HasKeys = { vault: Pick<WebhooksDeps['vault'], 'hasAccountKeys'> }

/**
 * The rows are the outbox: they stand with what they tell of, and whoever writes them asks for
 * nothing else. So no transaction of a message waits for another at the queue.
 */
export async function askForDue({
  database,
  clock,
  vault,
}: Pick<WebhooksDeps, 'database' | 'clock'> & HasKeys): Promise<number> {
  return database.inAnyAccount(async (tx) => {
    const found = await dueEndpointsInAnyAccount(tx, clock.now(), endpointsMax)
    // Of an account that is being deleted nothing can be opened any more.
    await endOverrun(tx)
    const due = found.filter(({ accountId }) => vault.hasAccountKeys(accountId))
    for (const { accountId, id } of due) {
      const input = { endpointId: id }
      await jobs.enqueue(tx, { name: deliverJob, key: id, accountId, input, attemptsMax: 3 })
    }
    return due.length
  })
}

export function runRelay(
  deps: Pick<WebhooksDeps, 'database' | 'clock' | 'timers' | 'logger'> & HasKeys,
): Repeated {
  return repeated(deps.timers, lookEveryMs, async () => {
    try {
      await askForDue(deps)
      return lookEveryMs
    } catch (error) {
      deps.logger.warn('webhooks.relay_failed', failureFields(error))
      return afterFailureMs
    }
  })
}
