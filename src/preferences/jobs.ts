// The jobs of preferences: codes that go later, answers that are made, people who are told.
import type { JobHandlers } from '../jobs/index.ts'
import { answerJobs } from './answer/prepare-answer.ts'
import type { PreferencesDeps } from './deps.ts'
import { handsetJobs } from './handset-code.ts'
import { tellingJobs } from './requests/tell-person.ts'

export const preferencesJobs = (deps: PreferencesDeps): JobHandlers => ({
  ...handsetJobs(deps),
  ...answerJobs(deps),
  ...tellingJobs(deps),
})
