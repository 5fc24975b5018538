// Background work of sensitive; thin.
import type { JobHandlers } from '../jobs/index.ts'
import { assert } from '../kernel/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { eraseLegalBasis } from './sweep.ts'

export function sensitiveJobs(deps: Pick<SensitiveDeps, 'database' | 'vault'>): JobHandlers {
  return {
    'sensitive.erase_values': async ({ accountId, input }) => {
      assert(accountId !== null, 'a legal basis belongs to an account')
      // A job that an earlier version put into the queue names it as it did.
      const id = input['legalBasisId'] ?? input['groundId']
      await eraseLegalBasis(deps, { accountId }, String(id))
    },
  }
}
