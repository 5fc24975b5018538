// Work for later, at least once, with a key: asked for inside a transaction, done by handlers.
export { forgetJobsOf, type Jobs, jobs } from './enqueue.ts'
export type { Job, JobHandler, JobHandlers, JobInput, JobRequest } from './job.ts'
export { prepareJobs, startJobs } from './load-queue.ts'
export type { JobsOptions, RunningJobs } from './start-jobs.ts'
