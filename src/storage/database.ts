// Transactions as the two roles of the running server, with the account set where there is one.
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type AccountId, AppError, assert, isUuid } from '../kernel/index.ts'
import { SqlError, unavailable, withoutValues } from './sql-error.ts'
import type {
  Asks,
  CopyColumn,
  Database,
  Result,
  Statement,
  TransactionOptions,
  Tx,
} from './transaction.ts'
import { ask, send } from './wire/asked-query.ts'
import { encodeCopy } from './wire/copy-binary.ts'

/** What keeps the server from running, where that is known. */
export type WhyDown = () => AppError | null

/**
 * `app` connects as accord_app, `engine` as accord_engine. The database closes both. `whyDown` is
 * asked when the server cannot be reached.
 */
export function openDatabase(
  pools: { app: pg.Pool; engine: pg.Pool },
  whyDown: WhyDown = () => null,
): Database {
  const { app, engine } = pools
  return {
    inAccount: async (accountId, work, options) =>
      transact({ pool: app, whyDown, first: setAccount(accountId, options), options }, work),
    inAnyAccount: async (work, options) =>
      transact({ pool: engine, whyDown, first: null, options }, work),
    inInstallation: async (work, options) =>
      transact({ pool: app, whyDown, first: null, options }, work),
    close: async () => {
      await Promise.all([pools.app.end(), pools.engine.end()])
    },
  }
}

/** Sent with BEGIN, which takes no parameters: hence the check of the shape. */
function setAccount(accountId: AccountId, options: TransactionOptions | undefined): string {
  assert(isUuid(accountId), 'an account id is a lower-case UUID')
  const account = `set local accord.account_id = '${accountId}'`
  return options?.byIndex === true ? `${account}; set local enable_seqscan = off` : account
}

type Plan = {
  pool: pg.Pool
  whyDown: WhyDown
  first: string | null
  options: TransactionOptions | undefined
}

async function transact<T>(plan: Plan, work: (tx: Tx) => Promise<T>): Promise<T> {
  const retriesMax = plan.options?.retriesMax ?? 0
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(plan, work)
    } catch (error) {
      if (tries >= retriesMax || !mayPassOnRetry(error)) throw error
    }
  }
}

/** Serialization failure and deadlock: another try may succeed. */
function mayPassOnRetry(error: unknown): boolean {
  return error instanceof SqlError && (error.sqlState === '40001' || error.sqlState === '40P01')
}

/**
 * One transaction. A client whose transaction could not be rolled back is thrown away; so is one
 * whose connection broke.
 */
async function attempt<T>(plan: Plan, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connect(plan)
  if (plan.options?.isOneStatement === true) {
    assert(plan.first === null && !plan.options.isolation, 'one statement has nothing before it')
    return single(client, work)
  }
  const isolation = plan.options?.isolation
  const begin = isolation === undefined ? 'begin' : `begin isolation level ${isolation}`
  const after: (() => void)[] = []
  let result: T
  const life: Life = { isOver: false, failure: null, committed: null }
  let isBroken = false
  try {
    // Not waited for: the first statement goes with it. If it fails, so does all that follows.
    const first = [begin, ...(plan.first === null ? [] : [plan.first]), ...replanned(client, plan)]
    const begun = question(client, first.join('; '))
    begun.answer.catch(() => undefined)
    const unheard: Question[] = [begun]
    const last: (() => Promise<void>)[] = []
    result = await work(newTx(client, { unheard, life, after, last }))
    for (const each of last) await each()
    await answersOf(unheard)
    life.isOver = true
    await (life.committed ?? commit(client))
  } catch (error) {
    life.isOver = true
    isBroken = isReadOnly(error)
    await ask(client, 'rollback').catch(() => {
      isBroken = true
    })
    if (life.committed !== null && isLost(error) && !isSaid(error)) throw commitUnknown()
    throw life.failure !== null && isAfterFailure(error) ? life.failure : error
  } finally {
    client.release(isBroken)
  }
  for (const call of after) call()
  return result
}

/** Plans of an account's transactions are no older than this. */
const plansLiveMs = 2_000
const plannedAt = new WeakMap<pg.PoolClient, number>()

/**
 * A plan is made for the size that a table has then. Of one that was nearly empty it takes any
 * index that the account's id begins, and reads all of the account in it: right for ten rows, and
 * long after the table has grown, since only new statistics would end it. Hence by the clock.
 */
function replanned(client: pg.PoolClient, { first }: Plan): string[] {
  if (first === null) return []
  const now = performance.now()
  if (now - (plannedAt.get(client) ?? Number.NEGATIVE_INFINITY) < plansLiveMs) return []
  plannedAt.set(client, now)
  return ['discard plans']
}

/** For reads, and for writes whose caller looks again when no answer came: no COMMIT tells. */
async function single<T>(client: pg.PoolClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  const after: (() => void)[] = []
  const life: Life = { isOver: false, failure: null, committed: null }
  let asked = 0
  let isBroken = false
  const tx = newTx(client, { unheard: [], life, after, last: [] })
  const noMore = async () => assert(false, 'one statement was announced')
  const once: Tx = {
    ...tx,
    query: (...question) => {
      asked += 1
      assert(asked === 1, 'one statement was announced')
      return tx.query(...question)
    },
    attempt: async () => {
      await noMore()
      return null
    },
    ahead: () => assert(false, 'one statement was announced'),
    together: noMore,
    commitWith: noMore,
    beforeCommit: () => assert(false, 'one statement was announced'),
  }
  let result: T
  try {
    result = await work(once)
  } catch (error) {
    // No ROLLBACK shows whether the connection is still good: one that has failed is thrown away.
    isBroken = error instanceof AppError && error.kind === 'unavailable'
    throw error
  } finally {
    life.isOver = true
    client.release(isBroken)
  }
  for (const call of after) call()
  return result
}

/** The server has become a standby under this connection: the next one looks for the primary. */
function isReadOnly(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage.database_read_only'
}

async function connect({ pool, whyDown }: Plan): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw whyDown() ?? withoutValues(error)
  }
}

/** Whether a COMMIT whose answer never came was kept is unknown, and said so. */
async function commit(client: pg.PoolClient): Promise<void> {
  let command: string
  try {
    command = (await ask(client, 'commit')).command
  } catch (error) {
    const mapped = withoutValues(error)
    throw isLost(mapped) ? commitUnknown() : mapped
  }
  // A transaction that failed and whose error was swallowed answers COMMIT with ROLLBACK.
  assert(command === 'COMMIT', 'a transaction goes on only while none of its statements failed')
}

const isLost = (error: unknown) =>
  error instanceof AppError && error.code === 'storage.database_unavailable'

/**
 * The server itself ended the connection at that statement: it has not come to what is behind it.
 */
const isSaid = (error: unknown) =>
  error instanceof AppError && /^\d/.test(String(error.details?.['reason'] ?? ''))

const commitUnknown = () =>
  new AppError(
    'storage.commit_unknown',
    'unavailable',
    'The database went away while it was keeping a change: look whether it was kept, then repeat.',
  )

/**
 * `failure`: what the first of its statements to fail was refused for. `committed`: the COMMIT that
 * has left before the answers of the last statements came.
 */
type Life = {
  isOver: boolean
  failure: SqlError | AppError | null
  committed: Promise<void> | null
}
/**
 * `unheard`: what was asked and not waited for, BEGIN first. `last`: what is done before COMMIT.
 */
type Under = {
  unheard: Question[]
  life: Life
  after: (() => void)[]
  last: (() => Promise<void>)[]
}

/** Of statements sent together those behind the one that failed are refused for that alone. */
function isAfterFailure(error: unknown): boolean {
  return error instanceof SqlError && error.sqlState === '25P02'
}

// Of several statements asked for at once one may fail while another goes on to its next: that
// must not fall into whatever transaction the connection is used for then.
const mustBeOpen = (life: Life) => assert(!life.isOver, 'the transaction is over')

async function told<R>(life: Life, answer: Promise<R>): Promise<R> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof SqlError || error instanceof AppError) life.failure ??= error
    throw error
  }
}

function askAll(
  client: pg.PoolClient,
  { life, after }: Pick<Under, 'life' | 'after'>,
  ask: (to: Asks) => void,
): readonly Question[] {
  const questions: Question[] = []
  let isOver = false
  ask({
    ask: (statement, values) => {
      mustBeOpen(life)
      assert(!isOver, 'what leaves together is asked for at once')
      const { answer, isSent } = question(client, statement, values)
      const known = told(life, answer)
      // Told to whoever waits for all of them, or to nobody when one could not even be asked.
      known.catch(() => undefined)
      questions.push({ answer: known, isSent })
    },
    afterCommit: (call) => after.push(call),
  })
  isOver = true
  return questions
}

const answersOf = (questions: readonly Question[]) =>
  Promise.all(questions.map(({ answer }) => answer))

function newTx(client: pg.PoolClient, under: Under): Tx {
  const { unheard, life, after, last } = under
  /** Asked, and not waited for: its failure is told by what is asked behind it. */
  const ahead = (ask: (to: Asks) => void): void => {
    unheard.push(...askAll(client, under, ask))
  }
  return {
    query: async <R extends object>(statement: string | Statement, values?: readonly unknown[]) => {
      mustBeOpen(life)
      return told(life, query<R>(client, statement, values))
    },
    copyIn: async (table, columns, rows) => {
      await answersOf(unheard)
      mustBeOpen(life)
      return alone(client, () => copyIn(client, { table, columns, rows }))
    },
    attempt: async (work, isExpected) => {
      mustBeOpen(life)
      const { failure } = life
      // Both leave with what is asked behind them.
      ahead((to) => to.ask('savepoint attempt', []))
      try {
        const result = await work()
        ahead((to) => to.ask('release savepoint attempt', []))
        return result
      } catch (error) {
        if (life.isOver || !isExpected(error)) throw error
        // Where something before it failed there is nothing to go back to.
        await answersOf(unheard)
        await query(client, 'rollback to savepoint attempt; release savepoint attempt')
        life.failure = failure
        return null
      }
    },
    together: async (ask) => {
      await answersOf(askAll(client, under, ask))
    },
    ahead,
    commitWith: async (ask) => {
      const questions = [...unheard, ...askAll(client, under, ask)]
      // COMMIT behind a statement that could not be written would keep the others without it.
      if (!questions.every(({ isSent }) => isSent())) await answersOf(questions)
      mustBeOpen(life)
      assert(last.length === 0, 'what is done before COMMIT does not leave with it')
      life.isOver = true
      life.committed = commit(client)
      // Where a statement before it fails, that one's error is told.
      life.committed.catch(() => undefined)
      await answersOf(questions)
      await life.committed
    },
    afterCommit: (call) => {
      after.push(call)
    },
    beforeCommit: (work) => {
      mustBeOpen(life)
      last.push(work)
    },
  }
}

type Pipelined = { pipeline: boolean; connection: { stream: Writable } }

/** What is asked for in one turn of the event loop leaves in one write. */
function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as Pipelined).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** A COPY may have nothing behind it on its connection before it ends. */
async function alone<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  const switchable = client as unknown as Pipelined
  switchable.pipeline = false
  try {
    return await work()
  } finally {
    switchable.pipeline = true
  }
}

type Question<R = object> = { answer: Promise<Result<R>>; isSent: () => boolean }

function query<R extends object>(
  client: pg.PoolClient,
  statement: string | Statement,
  values: readonly unknown[] = [],
): Promise<Result<R>> {
  return question<R>(client, statement, values).answer
}

function question<R extends object>(
  client: pg.PoolClient,
  statement: string | Statement,
  values: readonly unknown[] = [],
): Question<R> {
  gatherWrites(client)
  const { answer, isSent } = send<R>(client, statement, values)
  const told = answer.then(
    ({ rows, rowCount }) => ({ rows, rowCount }),
    (error: unknown) => {
      throw withoutValues(error)
    },
  )
  return { answer: told, isSent }
}

const tablePattern = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/

type CopyPlan = {
  table: string
  columns: readonly CopyColumn[]
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>
}

/** An error among the rows ends the COPY with a fixed word, since the server may log that word. */
async function copyIn(client: pg.PoolClient, plan: CopyPlan): Promise<number> {
  assert(tablePattern.test(plan.table), 'a copied table is named schema.table')
  const names = plan.columns.map((column) => `"${column.name}"`).join(', ')
  const stream = client.query(copyFrom(`copy ${plan.table} (${names}) from stdin (format binary)`))
  let fault: unknown
  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      yield* encodeCopy(plan.columns, plan.rows)
    } catch (error) {
      fault = error
      throw new Error('the rows ended early')
    }
  }
  try {
    await pipeline(Readable.from(pieces()), stream)
    return stream.rowCount
  } catch (error) {
    if (fault !== undefined) throw fault
    const code = (error as { code?: unknown }).code
    if (code === 'ERR_STREAM_PREMATURE_CLOSE') throw unavailable('lost')
    throw withoutValues(error)
  }
}
