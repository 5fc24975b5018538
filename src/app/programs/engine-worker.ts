// The thread of the engine: links to operators, slices, receipts and replies, apart from requests.
import { parentPort } from 'node:worker_threads'
import type { MessageId, Timers } from '../../kernel/index.ts'
import { createMetrics, failureFields } from '../../observability/index.ts'
import type { LinksTold } from '../../routing/index.ts'
import { composeRooms, type Rooms } from '../compose.ts'
import type { Engine } from '../compose-outgoing.ts'
import type { EngineTask, FromEngine, ToEngine } from '../threads/engine-line.ts'
import { loggerTo, toldError } from '../threads/thread.ts'
import { openThreadInfrastructure } from '../threads/thread-infrastructure.ts'

/** Slices, receipts and replies of all routes share these. */
const connectionsMax = 8
/** A campaign passes each page of keys once, in order: few need to stay open. */
const pagesCachedMax = 256
/** What no link's change tells: how slow receipts are, which rate the operator has taught. */
const tellMs = 2_000

const say = (message: FromEngine) => parentPort?.postMessage(message)

/** Said before the links are there; heard once they are. */
const early: ToEngine[] = []
let hearing = (message: ToEngine): void => {
  early.push(message)
}

async function begin(task: EngineTask): Promise<void> {
  const { wayIn, keysFolder, dataFolder, nodeFolder, options } = task
  const metrics = createMetrics()
  const onPageOpened = () => metrics.count('accord_vault_pages_opened_total')
  const infrastructure = await openThreadInfrastructure(task, {
    connectionsMax,
    pagesCachedMax,
    onPageOpened,
  })
  const { database, timers } = infrastructure
  const logger = loggerTo(say)
  const places = { storage: { wayIn }, dataFolder, nodeFolder, keysFolder }
  const rooms = composeRooms({ ...infrastructure, ...places, logger, metrics }, options)
  const telling = tellOfLinks(rooms, timers)
  const engines = await startedOr(rooms, async () => {
    telling.stop()
    await database.close()
  })
  const close = async () => {
    telling.stop()
    for (const engine of engines.reverse()) await stopped(engine)
    await database.close()
  }
  hearing = hear
  for (const message of early.splice(0)) hear(message)
  telling.tell()

  function hear(message: ToEngine): void {
    const { engine, hands } = rooms.outgoing
    if (message.kind === 'wake') engine.wake(message.routeId)
    else if (message.kind === 'ask') void answer(message)
    else if (message.kind !== 'begin') {
      const ids = new Set(message.messageIds as MessageId[])
      for (const hand of hands.values()) hand[message.kind](ids)
    }
  }

  async function answer(asked: ToEngine & { kind: 'ask' }): Promise<void> {
    const { id } = asked
    try {
      say({ kind: 'answer', id, value: await answerTo(asked) })
      if (asked.what === 'close') parentPort?.close()
    } catch (error) {
      logger.warn('app.engine_question_failed', { what: asked.what, ...failureFields(error) })
      say({ kind: 'unanswered', id, error: toldError(error) })
    }
  }

  async function answerTo(asked: ToEngine & { kind: 'ask' }): Promise<unknown> {
    const { pool } = rooms.outgoing
    if (asked.what === 'metrics') return metrics.state()
    if (asked.what === 'close') return close()
    if (asked.what === 'receipts') return pool.takeReceipts(asked.routeId, asked.secret, asked.body)
    if (asked.what === 'try') return pool.tryRoute(asked.routeId, asked.trial)
    await pool.refresh()
    telling.tell()
    return null
  }

  /** What cannot be closed in order is told, and the rest is closed. */
  async function stopped(engine: Engine): Promise<void> {
    try {
      await engine.stop()
    } catch (error) {
      logger.error('app.stop_disturbed', { part: engine.name, ...failureFields(error) })
    }
  }
}

/** Whatever is left open keeps a thread alive that nobody can reach. */
async function startedOr(rooms: Rooms, close: () => Promise<void>): Promise<Engine[]> {
  try {
    return await rooms.outgoing.startEngines((route, why) => say({ kind: 'link_down', route, why }))
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
}

/** Says what the links are at each change, those of one moment together, and now and then. */
function tellOfLinks(rooms: Rooms, timers: Timers): { tell(): void; stop(): void } {
  const { pool } = rooms.outgoing
  let isAsked = false
  let cancel = () => {}
  const tell = () => say({ kind: 'told', routes: pool.states().map(toldOf) })
  const later = () => {
    cancel = timers.after(tellMs, () => {
      tell()
      later()
    })
  }
  const forget = pool.onChange(() => {
    if (isAsked) return
    isAsked = true
    setImmediate(() => {
      isAsked = false
      tell()
    })
  })
  later()
  return {
    tell,
    stop: () => {
      cancel()
      forget()
    },
  }
}

function toldOf(state: ReturnType<Rooms['outgoing']['pool']['states']>[number]) {
  const { isBound, isSlow, links, matchingRate, learnedRate, route } = state
  const told: LinksTold = {
    isBound: isBound ?? false,
    isSlow: isSlow ?? false,
    links,
    matchingRate,
    learnedRate,
  }
  return [route.routeId, told] as const
}

async function beginOrTell(task: EngineTask): Promise<void> {
  try {
    await begin(task)
    say({ kind: 'ready' })
  } catch (error) {
    const told = toldError(error)
    // Anything else is our own mistake, and ends the thread as one.
    if (told === null) throw error
    say({ kind: 'failed', error: told })
    parentPort?.close()
  }
}

// The program is loaded while the database still starts; the first word says what to do.
parentPort?.on('message', (message: ToEngine) => {
  if (message.kind === 'begin') void beginOrTell(message.task)
  else hearing(message)
})
