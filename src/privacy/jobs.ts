// The jobs of privacy.
import type { JobHandlers } from '../jobs/index.ts'
import { carryOut } from './account-deletion/carry-out.ts'
import { carryOutJob } from './account-deletion/watch-deletions.ts'
import type { PrivacyDeps } from './deps.ts'

export const privacyJobs = (deps: PrivacyDeps): JobHandlers => ({
  [carryOutJob]: (job) => carryOut(deps, String(job.input['deletionId'])),
})
