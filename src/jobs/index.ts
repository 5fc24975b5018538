// Work for later, at least once, with a key: asked for inside a transaction, done by handlers.
export { type Jobs, jobs } from './enqueue.ts'
export type { Job, JobHandler, JobHandlers, JobInput, JobRequest } from './job.ts'
export { prepareJobs } from './prepare-jobs.ts'
export { type JobsOptions, type RunningJobs, startJobs } from './start-jobs.ts'
