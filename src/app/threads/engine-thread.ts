// Starts the sending engine's thread, relays messages to it, and restarts it if it fails.
import type { Worker } from 'node:worker_threads'
import type { AppError, RouteId, Timers } from '../../kernel/index.ts'
import { failureFields, type Logger, type MetricsState } from '../../observability/index.ts'
import type { LinksElsewhere, LinksTold, TrialTold } from '../../routing/index.ts'
import type { EngineElsewhere } from '../../sending/index.ts'
import { realTimers } from '../clock.ts'
import { appError } from '../errors.ts'
import type { EngineTask, FromEngine, OnLinkDown, Question, ToEngine } from './engine-line.ts'
import { errorFrom, newThread } from './thread.ts'

export type EngineThread = {
  links: LinksElsewhere
  engine: EngineElsewhere
  /** Opens the links and begins to send; `ready` says when, or why not. */
  begin(task: Omit<EngineTask, 'aheadMs'>, onLinkDown?: OnLinkDown): void
  /** Resolves when the links are being opened; rejects when the thread cannot begin. */
  ready(): Promise<void>
  /** What the thread has counted; null when it does not answer. */
  metrics(): Promise<MetricsState | null>
  /** Finishes what is in flight, writes it down, ends. */
  stop(): Promise<void>
}

export type EngineThreadDeps = { timers: Timers; logger: Logger }

/** What a slice leaves behind is gone with it: three semi-spaces of sixteen MiB hold it. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 }
/** One that fails is begun again after this: what it had in flight is told as maybe sent. */
const againMs = 1_000
/** The page of counts does not wait for an engine that is away. */
const metricsMs = 2_000

/** Its program is loaded from now on; what it is to do it hears with `begin`. */
export function engineThread(deps: EngineThreadDeps): EngineThread {
  const thread = new Thread(deps)
  return {
    links: {
      told: (routeId) => thread.told.get(routeId) ?? null,
      refresh: async () => {
        await thread.ask({ what: 'refresh' }).catch(() => undefined)
      },
      takeReceipts: async (routeId, secret, body) =>
        (await thread.ask({ what: 'receipts', routeId, secret, body })) as number | null,
      tryRoute: async (routeId, trial) =>
        (await thread.ask({ what: 'try', routeId, trial })) as TrialTold | null,
    },
    engine: {
      wake: (routeId) => thread.say({ kind: 'wake', routeId }),
      stop: (ids) => thread.say({ kind: 'stop', messageIds: [...ids] }),
      unstop: (ids) => thread.say({ kind: 'unstop', messageIds: [...ids] }),
    },
    begin: (task, onLinkDown) => thread.begin(task, onLinkDown),
    ready: () => thread.ready,
    metrics: () =>
      new Promise((resolve) => {
        const cancel = deps.timers.after(metricsMs, () => resolve(null))
        thread
          .ask({ what: 'metrics' })
          .then(
            (state) => resolve(state as MetricsState),
            () => resolve(null),
          )
          .finally(cancel)
      }),
    stop: () => thread.stop(),
  }
}

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void }

class Thread {
  /** By route, as the thread said it last; empty while it is away. */
  told: ReadonlyMap<RouteId, LinksTold> = new Map()
  /** Of the first time; one that is begun again tells nobody. */
  ready: Promise<void> = Promise.resolve()
  readonly #deps: EngineThreadDeps
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null
  #task: Omit<EngineTask, 'aheadMs'> | null = null
  #ended: Promise<void> = Promise.resolve()
  #asked = 0
  #isStopping = false
  #cancelAgain = () => {}
  #onLinkDown: OnLinkDown = () => undefined

  constructor(deps: EngineThreadDeps) {
    this.#deps = deps
    this.#worker = this.#load()
  }

  begin(task: Omit<EngineTask, 'aheadMs'>, onLinkDown?: OnLinkDown): void {
    this.#task = task
    if (onLinkDown !== undefined) this.#onLinkDown = onLinkDown
    this.ready = this.#begin(task)
    // Who waits for it hears of it; meanwhile it is no failure that nobody takes.
    this.ready.catch(() => undefined)
  }

  say(message: ToEngine): void {
    this.#worker?.postMessage(message)
  }

  ask(question: Question): Promise<unknown> {
    if (this.#worker === null) return Promise.reject(away())
    this.#asked += 1
    const id = this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.say({ kind: 'ask', id, ...question })
    })
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    this.#cancelAgain()
    // One that has not begun has nothing in flight.
    if (this.#task === null) await this.#worker?.terminate()
    else await this.ask({ what: 'close' }).catch(() => undefined)
    await this.#ended
  }

  #load(): Worker {
    const worker = newThread('engine-worker', { resourceLimits })
    this.#worker = worker
    worker.once('error', (error) => {
      this.#deps.logger.error('app.engine_failed', failureFields(error))
    })
    this.#ended = new Promise((ended) => {
      worker.once('exit', () => {
        this.#end()
        ended()
      })
    })
    return worker
  }

  #begin(task: Omit<EngineTask, 'aheadMs'>): Promise<void> {
    const worker = this.#worker ?? this.#load()
    const aheadMs = this.#deps.timers.now() - realTimers.now()
    let isReady = false
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromEngine) => {
        if (message.kind === 'ready') {
          isReady = true
          resolve()
        } else if (message.kind === 'failed') {
          reject(errorFrom(message.error))
          void worker.terminate()
        } else this.#hear(message)
      })
      worker.once('error', reject)
      worker.once('exit', () => {
        reject(away())
        // One that never was ready is told by whoever began it.
        if (isReady) this.#again(task)
      })
      worker.postMessage({ kind: 'begin', task: { ...task, aheadMs } } satisfies ToEngine)
    })
  }

  #hear(message: FromEngine): void {
    if (message.kind === 'log') this.#deps.logger[message.level](message.event, message.fields)
    else if (message.kind === 'told') this.told = new Map(message.routes)
    else if (message.kind === 'link_down') this.#onLinkDown(message.route, message.why)
    else if (message.kind === 'answer' || message.kind === 'unanswered') {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.kind === 'answer') waiting?.resolve(message.value)
      else waiting?.reject(message.error === null ? away() : errorFrom(message.error))
    }
  }

  #end(): void {
    this.#worker = null
    this.told = new Map()
    for (const { reject } of this.#waiting.values()) reject(away())
    this.#waiting.clear()
  }

  #again(task: Omit<EngineTask, 'aheadMs'>): void {
    if (this.#isStopping) return
    this.#cancelAgain = this.#deps.timers.after(againMs, () => {
      this.#begin(task).catch((error: unknown) => {
        this.#deps.logger.error('app.engine_failed', failureFields(error))
        this.#again(task)
      })
    })
  }
}

function away(): AppError {
  return appError('app.engine_away', 'The engine is being started again: ask again in a moment.')
}
