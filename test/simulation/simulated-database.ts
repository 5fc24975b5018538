// The real database seen by one simulated process: each statement is a step that may be its last.
import { type AccountId, AppError, assert } from '../../src/kernel/index.ts'
import type { Asks, Database, TransactionOptions, Tx } from '../../src/storage/index.ts'
import type { Chance } from '../support/seeded-chance.ts'
import type { Owner, Step, VirtualTime } from './virtual-time.ts'

export type DatabaseFaults = {
  /** In this share of steps the connection breaks. */
  breaks: number
  /** In this share of steps the database takes its time. */
  slow: number
}

export type SimulatedDatabaseDeps = {
  real: Database
  time: VirtualTime
  owner: Owner
  chance: Chance
  faults: DatabaseFaults
  /** Ends a connection of the server's, and with it the open transaction. */
  terminate(pid: number): Promise<void>
  /** Told of each write; true when it was the process's last one, and then before or after it. */
  lastWrite(): 'before' | 'after' | null
  /** The process dies now. */
  die(): void
}

type Work<T> = (tx: Tx) => Promise<T>
/** `last`: what is done before its COMMIT, which is a step of its own. */
type Open = { pid: number; step: Step; last: (() => Promise<void>)[] }

export class SimulatedDatabase implements Database {
  readonly #deps: SimulatedDatabaseDeps
  /** Transactions under way, by the process of the server that has them. */
  readonly #open = new Set<Open>()

  constructor(deps: SimulatedDatabaseDeps) {
    this.#deps = deps
  }

  inAccount<T>(accountId: AccountId, work: Work<T>, options?: TransactionOptions): Promise<T> {
    return this.#transact((within) => this.#deps.real.inAccount(accountId, within, options), work)
  }

  inAnyAccount<T>(work: Work<T>, options?: TransactionOptions): Promise<T> {
    // Asked for its connection first, each transaction has more than one statement here.
    const whole = { ...options, isOneStatement: false }
    return this.#transact((within) => this.#deps.real.inAnyAccount(within, whole), work)
  }

  inInstallation<T>(work: Work<T>, options?: TransactionOptions): Promise<T> {
    return this.#transact((within) => this.#deps.real.inInstallation(within, options), work)
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  /** The process is dead: its connections end, and what they had begun is rolled back. */
  async abandon(): Promise<void> {
    for (const { pid } of this.#open) if (pid !== 0) await this.#deps.terminate(pid)
    this.#open.clear()
  }

  async #transact<T>(begin: (within: Work<T>) => Promise<T>, work: Work<T>): Promise<T> {
    const open: Open = { pid: 0, step: { done: () => undefined }, last: [] }
    open.step = await this.#step(open)
    let isUnheard = false
    try {
      const result = await begin(async (tx) => {
        const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
        open.pid = rows[0]?.pid ?? 0
        this.#open.add(open)
        open.step.done()
        const done = await work(this.#wrap(tx, open, () => isUnheard))
        for (const each of open.last) await each()
        open.step = await this.#step(open)
        const fault = await this.#maybeBreak(open)
        isUnheard = fault === 'unheard'
        return done
      })
      if (isUnheard) throw commitUnknown()
      return result
    } finally {
      this.#open.delete(open)
      open.step.done()
    }
  }

  #wrap(tx: Tx, open: Open, isUnheard: () => boolean): Tx {
    const step = async <R>(run: () => Promise<R>): Promise<R> => {
      const one = await this.#step(open)
      try {
        await this.#maybeBreak(open)
        return await run()
      } finally {
        one.done()
      }
    }
    const afterCommit = (call: () => void) =>
      tx.afterCommit(() => {
        if (!isUnheard() && !this.#deps.owner.isDead) call()
      })
    // Each statement has a time of its own here, and so has the COMMIT behind them.
    let isLast = false
    const inTurn: Tx['together'] = async (ask) => {
      assert(!isLast, 'nothing is asked behind a COMMIT')
      const asked: Parameters<Asks['ask']>[] = []
      ask({ ask: (...one) => asked.push(one), afterCommit })
      for (const one of asked) await step(() => tx.query(...one))
    }
    return {
      query: <R extends object>(...args: Parameters<Tx['query']>) => {
        assert(!isLast, 'nothing is asked behind a COMMIT')
        return step(() => tx.query<R>(...args))
      },
      copyIn: (...args) => step(() => tx.copyIn(...args)),
      attempt: (work, isExpected) => tx.attempt(work, isExpected),
      together: inTurn,
      ahead: (ask) => {
        assert(!isLast, 'nothing is asked behind a COMMIT')
        tx.ahead((to) => ask({ ask: to.ask, afterCommit }))
      },
      commitWith: async (ask) => {
        const done = inTurn(ask)
        isLast = true
        await done
      },
      afterCommit,
      beforeCommit: (work) => {
        open.last.push(work)
      },
    }
  }

  async #step(line: Open): Promise<Step> {
    const { time, owner, chance, faults } = this.#deps
    const delayMs = chance.is(faults.slow) ? chance.between(50, 3_000) : chance.between(0, 2)
    const step = await time.step(owner, delayMs, line)
    const last = this.#deps.lastWrite()
    if (last === null) return step
    if (last === 'after') {
      return {
        done: () => {
          step.done()
          this.#deps.die()
        },
      }
    }
    step.done()
    this.#deps.die()
    // Nothing of this process goes on.
    return new Promise(() => undefined)
  }

  /** `unheard`: for a commit, that it is kept and the answer lost. */
  async #maybeBreak(open: Open): Promise<'none' | 'unheard'> {
    const { chance, faults } = this.#deps
    if (!chance.is(faults.breaks)) return 'none'
    if (chance.is(0.5)) return 'unheard'
    await this.#deps.terminate(open.pid)
    return 'none'
  }
}

const commitUnknown = () =>
  new AppError('storage.commit_unknown', 'unavailable', 'The database went away at a commit.')
