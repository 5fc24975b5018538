// The queue of jobs in a simulation: asked for by the program's own statement, worked by who lives.
import type pg from 'pg'
import type { Job, JobHandlers, JobInput } from '../../src/jobs/index.ts'
import type { AccountId, Instant } from '../../src/kernel/index.ts'
import type { Owner, VirtualTime } from './virtual-time.ts'

/** The queue's library goes by the database's clock and by connections: neither is real here. */
const pollMs = 700
const againMs = 1_000
const atOnceMax = 3

type Taken = {
  id: string
  name: string
  attempts: number
  payload: { accountId: AccountId | null; input: JobInput }
}

const takeStatement = `
update graphile_worker._private_jobs j set locked_by = $1, locked_at = now(), attempts = attempts + 1
where id = (select id from graphile_worker._private_jobs
  where (locked_by is null or locked_by = any($2)) and not (id::text = any($3))
  order by id limit 1 for update skip locked)
returning id::text, attempts, payload,
  (select identifier from graphile_worker._private_tasks t where t.id = j.task_id) as name`

const failStatement = `
update graphile_worker._private_jobs set locked_by = null, locked_at = null where id = $1`

/** What became of a job whose process died is asked of nobody: it is done again by another. */
export class WorkQueue {
  readonly #pool: pg.Pool
  readonly #time: VirtualTime
  readonly #dead: () => string[]
  /** What failed is not tried at once. */
  readonly #notBefore = new Map<string, Instant>()

  constructor(pool: pg.Pool, time: VirtualTime, dead: () => string[]) {
    this.#pool = pool
    this.#time = time
    this.#dead = dead
  }

  /** Until the process dies. */
  work(owner: Owner, handlers: JobHandlers): void {
    let underWay = 0
    const poll = async (): Promise<void> => {
      while (underWay < atOnceMax) {
        const job = await this.#take(owner)
        if (job === null) break
        underWay += 1
        void this.#do(owner, job, handlers).then(() => {
          underWay -= 1
        })
      }
      this.#time.schedule(pollMs, owner, () => void poll())
    }
    void poll()
  }

  close(): Promise<void> {
    return this.#pool.end()
  }

  async #take(owner: Owner): Promise<Taken | null> {
    const { now } = this.#time
    const resting = [...this.#notBefore].flatMap(([id, at]) => (at > now ? [id] : []))
    const values = [owner.name, this.#dead(), resting]
    const { rows } = await this.#ask<Taken>(owner, takeStatement, values)
    return rows[0] ?? null
  }

  async #do(owner: Owner, { id, name, attempts, payload }: Taken, handlers: JobHandlers) {
    const job: Job = {
      name,
      ...payload,
      attempt: attempts,
      isLastAttempt: false,
      isStopping: () => false,
    }
    try {
      await handlers[name]?.(job)
      await this.#ask(owner, 'delete from graphile_worker._private_jobs where id = $1', [id])
    } catch {
      this.#notBefore.set(id, this.#time.now + againMs)
      await this.#ask(owner, failStatement, [id])
    }
  }

  async #ask<R extends pg.QueryResultRow>(owner: Owner, text: string, values: unknown[]) {
    const step = await this.#time.step(owner, 0)
    try {
      return await this.#pool.query<R>(text, values)
    } finally {
      step.done()
    }
  }
}
