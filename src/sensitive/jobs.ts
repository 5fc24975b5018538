// Background work of sensitive; thin.
import type { JobHandlers } from '../jobs/index.ts'
import { assert } from '../kernel/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { eraseGround } from './sweep.ts'

export function sensitiveJobs(deps: Pick<SensitiveDeps, 'database'>): JobHandlers {
  return {
    'sensitive.erase_values': async ({ accountId, input }) => {
      assert(accountId !== null, 'a ground belongs to an account')
      await eraseGround(deps, { accountId }, String(input['groundId']))
    },
  }
}
