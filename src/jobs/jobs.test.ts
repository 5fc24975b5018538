// The queue on a real database: kept with the transaction, done at least once, free of persons.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeTestId, realTimers } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { type AccountId, AppError, BugError } from '../kernel/index.ts'
import { silentLogger } from '../observability/index.ts'
import { type Job, type JobRequest, jobs, startJobs } from './index.ts'

const makeId = makeTestId()
const accountId = makeId() as AccountId

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await db.close()
})

const request = (over: Partial<JobRequest> = {}): JobRequest => ({
  name: 'contacts.count_again',
  key: makeId(),
  accountId,
  input: { listId: makeId() },
  ...over,
})

async function waitFor(is: () => boolean): Promise<void> {
  for (let turn = 0; turn < 600 && !is(); turn += 1) await realTimers.sleep(25)
  expect(is()).toBe(true)
}

async function queueLength(): Promise<number> {
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ count: number }>('select count(*) as count from graphile_worker.jobs'),
  )
  return rows[0]?.count ?? -1
}

/** Pools that say that they live, each by a lock (`pool-presence.ts`). */
async function poolsAlive(): Promise<number> {
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ count: number }>(
      `select count(*)::int as count from pg_locks
       where locktype = 'advisory' and classid = 7301 and granted
         and database = (select oid from pg_database where datname = current_database())`,
    ),
  )
  return rows[0]?.count ?? 0
}

test('a job asked for in a transaction that fails is not in the queue', async () => {
  const failing = db.database.inAccount(accountId, async (tx) => {
    await jobs.enqueue(tx, request())
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await queueLength()).toBe(0)
})

test('both roles of the server may ask for work, and the same key is one job', async () => {
  const once = request()
  await db.database.inAccount(accountId, (tx) => jobs.enqueue(tx, once))
  await db.database.inAnyAccount((tx) => jobs.enqueue(tx, once))
  await db.database.inInstallation((tx) => jobs.enqueue(tx, { ...once, accountId: null }))
  expect(await queueLength()).toBe(1)
  await db.asSuperuser((client) => client.query('delete from graphile_worker._private_jobs'))
})

test('the roles of the server cannot read the queue', async () => {
  const reading = db.database.inInstallation((tx) => tx.query('select from graphile_worker.jobs'))
  await expect(reading).rejects.toMatchObject({ sqlState: '42501' })
})

test('a handler gets the ids, runs again after a failure, and leaves only a code behind', async () => {
  const seen: Job[] = []
  const running = await startJobs({
    pool: db.newJobsPool(),
    logger: silentLogger,
    timers: realTimers,
    handlers: {
      'contacts.count_again': async (job) => {
        seen.push(job)
        if (job.input['fails'] === true) {
          throw new AppError('contacts.not_found', 'not_found', 'Nobody named Odile Sample.')
        }
      },
    },
  })
  const wanted = request()
  await db.database.inAccount(accountId, async (tx) => {
    await jobs.enqueue(tx, wanted)
    await jobs.enqueue(tx, request({ input: { fails: true } }))
  })
  await waitFor(() => seen.length >= 2)
  await running.stop()
  expect(seen).toContainEqual({
    name: wanted.name,
    accountId,
    input: wanted.input,
    attempt: 1,
    isLastAttempt: false,
    isStopping: expect.any(Function),
  })
  // Those under way were told.
  expect(seen.every((job) => job.isStopping())).toBe(true)
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ last_error: string; attempts: number }>(
      'select last_error, attempts from graphile_worker._private_jobs',
    ),
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.attempts).toBe(1)
  expect(rows[0]?.last_error).toContain('contacts.not_found')
  expect(rows[0]?.last_error).not.toContain('Odile')
})

test('the queue goes on by itself after the database was away', async () => {
  await db.asSuperuser((client) => client.query('delete from graphile_worker._private_jobs'))
  const seen: unknown[] = []
  const running = await startJobs({
    pool: db.newJobsPool(),
    logger: silentLogger,
    timers: realTimers,
    handlers: {
      'contacts.count_again': async (job) => {
        seen.push(job)
      },
    },
  })
  await db.asSuperuser(async (client) => {
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await client.query(`alter database ${db.address.database} connection limit 0`)
    for (let turn = 0; turn < 5; turn += 1) {
      await client.query(kill)
      await realTimers.sleep(200)
    }
    await client.query(`alter database ${db.address.database} connection limit -1`)
  })
  await db.database.inAccount(accountId, (tx) => jobs.enqueue(tx, request()))
  await waitFor(() => seen.length === 1)
  await running.stop()
})

test('a job that ends while the database is away ends nothing else, and is done again', async () => {
  await db.asSuperuser((client) => client.query('delete from graphile_worker._private_jobs'))
  const unheard: unknown[] = []
  const hear = (reason: unknown) => unheard.push(reason)
  process.on('unhandledRejection', hear)
  const ends: (() => void)[] = []
  const running = await startJobs({
    pool: db.newJobsPool(),
    logger: silentLogger,
    timers: realTimers,
    handlers: {
      'contacts.count_again': async () => {
        await new Promise<void>((resolve) => ends.push(resolve))
      },
    },
  })
  await db.database.inAccount(accountId, (tx) => jobs.enqueue(tx, request()))
  await waitFor(() => ends.length === 1)
  await db.asSuperuser(async (client) => {
    await client.query(`alter database ${db.address.database} connection limit 0`)
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    ends[0]?.()
    await realTimers.sleep(2_000)
    await client.query(`alter database ${db.address.database} connection limit -1`)
    await client.query(`update graphile_worker._private_jobs
      set locked_at = now() - interval '1 minute' where locked_by is not null`)
  })
  // It was not known to be done, or it was: then nothing is left of it.
  for (let turn = 0; turn < 200 && ends.length < 2 && (await queueLength()) > 0; turn += 1) {
    await realTimers.sleep(50)
  }
  for (const end of ends) end()
  await running.stop()
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
  expect(ends.length === 2 || (await queueLength()) === 0).toBe(true)
})

test('what a killed process had in flight is done by the next; what a live one has is not', async () => {
  await db.asSuperuser((client) => client.query('delete from graphile_worker._private_jobs'))
  const start = (handle: (job: Job) => Promise<void>) =>
    startJobs({
      pool: db.newJobsPool(),
      logger: silentLogger,
      timers: realTimers,
      concurrency: 1,
      handlers: { 'contacts.count_again': handle },
    })
  let ends: () => void = () => undefined
  const taken: string[] = []
  const slow = await start(async (job) => {
    taken.push(job.name)
    await new Promise<void>((resolve) => {
      ends = resolve
    })
  })
  await db.database.inAccount(accountId, (tx) => jobs.enqueue(tx, request()))
  await waitFor(() => taken.length === 1)
  // Another job, as a process leaves it that is killed.
  const left = request()
  await db.database.inAccount(accountId, (tx) =>
    jobs.enqueue(tx, { ...left, afterMs: 14 * 365 * 86_400_000 }),
  )
  await db.asSuperuser((client) =>
    client.query(`update graphile_worker._private_jobs
      set locked_by = 'pool-of-the-dead', locked_at = now() - interval '1 minute',
        run_at = now() - interval '1 minute'
      where locked_by is null`),
  )
  // Both have been at it for long, and the one that lives has said so.
  await vi.waitFor(async () => expect(await poolsAlive()).toBe(1), { timeout: 15_000 })
  await db.asSuperuser((client) =>
    client.query(`update graphile_worker._private_jobs
      set locked_at = now() - interval '1 minute' where locked_by is not null`),
  )
  const seen: Job[] = []
  const next = await start(async (job) => {
    seen.push(job)
  })
  await waitFor(() => seen.length >= 1)
  await realTimers.sleep(2_500)
  expect(seen.map(({ input }) => input)).toEqual([left.input])
  ends()
  await Promise.all([slow.stop(), next.stop()])
})

test('a payload that could name a person is refused as a bug', async () => {
  const wrong: JobRequest[] = [
    request({ input: { to: '+33639980001' } }),
    request({ input: { to: 33639980001 } }),
    request({ input: { who: 'Odile Sample' } }),
    request({ key: '0639980001' }),
    request({ key: '06-39-98-00-01' }),
    request({ name: 'Contacts' }),
  ]
  for (const each of wrong) {
    const asking = db.database.inAccount(accountId, (tx) => jobs.enqueue(tx, each))
    await expect(asking).rejects.toThrow(BugError)
  }
  await db.database.inAccount(accountId, (tx) =>
    jobs.enqueue(tx, request({ key: `${makeId()}:3`, afterMs: 14 * 365 * 86_400_000 })),
  )
})

test('a wait is counted by the clock that the queue goes by, wherever the program’s stands', async () => {
  const key = `${makeId()}:4`
  await db.database.inAccount(accountId, (tx) =>
    jobs.enqueue(tx, request({ key, afterMs: 86_400_000 })),
  )
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ hours: number }>(
      `select round(extract(epoch from run_at - now()) / 3600)::int as hours
       from graphile_worker.jobs where key like '%' || $1`,
      [key],
    ),
  )
  expect(rows).toEqual([{ hours: 24 }])
})
