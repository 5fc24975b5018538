// Starts everything in order and stops it in the reverse one. Says nothing itself: it returns.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { newSetupCode, type RequestLog, requestLog } from '../accounts/index.ts'
import { buildServer, type TakeTurn } from '../http/index.ts'
import { prepareJobs, type RunningJobs, startJobs } from '../jobs/index.ts'
import type { Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Restoration } from '../sending/index.ts'
import { type MigrationStep, type RunningPostgres, takeTurn } from '../storage/index.ts'
import { apiFacts } from './api/api-facts.ts'
import { sitePaths } from './api/site-paths.ts'
import { backupsApart } from './backup-apart.ts'
import { makeTraceId, realTimers, systemRandomness } from './clock.ts'
import { composeOptionsOf, composeRooms, type Rooms } from './compose.ts'
import type { BackupComposed } from './compose-base.ts'
import type { Config } from './config.ts'
import { type Foundation, openFoundation } from './foundation.ts'
import { type Lock, takeLock } from './lock.ts'
import { openLog } from './log-file.ts'
import { demandPort, portFault } from './port.ts'
import { startSandboxOperator } from './sandbox-operator.ts'
import { changesApart } from './threads/changes-apart.ts'
import type { OnLinkDown } from './threads/engine-line.ts'
import { engineThread } from './threads/engine-thread.ts'
import { version } from './version.ts'

export type RunningApp = {
  url: string
  logPath: string | null
  /** The one-time code of the first run; null once there is an owner. */
  setupCode: string | null
  /** The root key for paper, at the first run only. */
  recoveryCopy: string | null
  /** The database was put back: nothing leaves until it is released. */
  held: Restoration | null
  /** Where the sandbox operator takes replies to play; null with an operator of one's own. */
  sandboxControlPort: number | null
  postgres: RunningPostgres
  /** The embedded database's process, for a stop that cannot wait. */
  databasePid: number | null
  stop(): Promise<void>
}

/** What is open, last first: a start that fails half-way closes the same things as a stop. */
class Opened {
  readonly #closers: { name: string; close: () => unknown }[] = []
  readonly #logger: () => Logger | null
  constructor(logger: () => Logger | null) {
    this.#logger = logger
  }
  add(name: string, close: () => unknown): void {
    this.#closers.unshift({ name, close })
  }
  async close(): Promise<void> {
    for (const { name, close } of this.#closers.splice(0)) {
      try {
        await close()
      } catch (error) {
        this.#logger()?.error('app.stop_disturbed', { part: name, ...failureFields(error) })
      }
    }
  }
}

export type StartOptions = {
  /** The clock that everything goes by; the machine's own when absent. A demonstration moves it. */
  timers?: Timers
  /** An operator that cannot be reached, or refuses the login. */
  onLinkDown?: OnLinkDown
  /** The tables are being brought to this version. */
  onMigrating?: (step: MigrationStep) => void
  /** A proxy stands in front, and is not trusted to name the client: told once. */
  onProxyUntrusted?: () => void
}

export async function startApp(config: Config, options: StartOptions = {}): Promise<RunningApp> {
  const timers = options.timers ?? realTimers
  let logger: Logger | null = null
  const opened = new Opened(() => logger)
  try {
    const lock = takeLock(config.dataFolder)
    opened.add('lock', () => lock.release())
    await demandPort(config)
    const log = openLog(config, timers)
    logger = log.logger
    opened.add('log', () => log.close())
    const base = { timers, logger: log.logger, logPath: log.path, lock, opened }
    return await startOn(config, base, options)
  } catch (error) {
    await opened.close()
    throw error
  }
}

type Base = { timers: Timers; logger: Logger; logPath: string | null; lock: Lock; opened: Opened }

async function startOn(
  config: Config,
  base: Base,
  { onLinkDown, onMigrating, onProxyUntrusted }: StartOptions,
): Promise<RunningApp> {
  const { timers, logger, lock, opened } = base
  // Its program is loaded meanwhile, on another processor.
  const thread = config.hasEngineThread ? engineThread({ timers, logger }) : null
  opened.add('engine', () => thread?.stop())
  // Both take a moment; neither needs the other.
  const [infrastructure, sandbox] = await both(
    openFoundation(config, logger, timers, onMigrating),
    (infrastructure) => infrastructure.storage.close(),
    config.operatorUrl === null
      ? startSandboxOperator({ timers, randomness: systemRandomness, logger })
      : null,
    (operator) => operator?.stop(),
  )
  opened.add('database', () => infrastructure.storage.close())
  if (infrastructure.storage.losesInFailover) logger.warn('storage.no_synchronous_standby')
  logPostgres(logger, infrastructure.storage.postgres)
  if (sandbox !== null) opened.add('sandbox', () => sandbox.stop())
  const sandboxControlPort = sandbox?.controlPort ?? null
  const backup = backupsOf(config, infrastructure)
  const options = { ...composeOptionsOf(config), sandboxControlPort, backup }
  const rooms = composeRooms(infrastructure, options, thread)
  // Before a job can turn a list into messages, and before anything is accepted.
  const held = await rooms.holdIfRestored()
  await layJobQueue(infrastructure)
  // Jobs begin last, below, and end after the engines: these end what a job may wait for.
  const jobs: RunningJobs[] = []
  opened.add('jobs', () => Promise.all(jobs.map((set) => set.stop())))
  const operatorUrl = config.operatorUrl ?? sandbox?.url ?? ''
  const engines = await rooms.startEngines(operatorUrl, onLinkDown)
  for (const engine of engines) opened.add(engine.name, () => engine.stop())
  const log = requestLog({ ...rooms.accounts, timers, logger })
  opened.add('request log', () => log.close())
  const { server, url } = await listen(config, rooms, {
    ...infrastructure,
    onTokenRequest: log.add,
    onProxySeen: proxyTeller(config, logger, onProxyUntrusted),
  })
  opened.add('server', () => server.close())
  rooms.listensAt(url)
  // Jobs need the routes, or people of a campaign would be refused, and the address of the server,
  // which stands in texts and mails.
  await startJobQueue(infrastructure, rooms, jobs)
  // The door is open before the engine: what is accepted meanwhile waits for it on disk.
  await thread?.ready()
  const { postgres } = infrastructure.storage
  const mail = config.smtp === null ? null : `${config.smtp.host}:${config.smtp.port}`
  lock.update({ url, sandboxControlPort: sandbox?.controlPort ?? null, postgres, mail })
  opened.add('lost uploads', await tellLostUploads(rooms, { timers, logger, lock }))
  const setupCode = await newSetupCode(rooms.accounts)
  logger.info('app.started', { engines: engines.length, routes: rooms.routes.length })
  return {
    url: config.publicUrl ?? url,
    logPath: base.logPath,
    setupCode,
    recoveryCopy: setupCode === null ? null : infrastructure.vault.recoveryCopy(),
    held,
    sandboxControlPort: sandbox?.controlPort ?? null,
    postgres,
    databasePid: infrastructure.storage.embedded?.pid ?? null,
    stop: () => opened.close(),
  }
}

const lostLookMs = 60_000

/** For `accord status`: what is put up again is missing no longer. Answers what ends the looks. */
async function tellLostUploads(
  rooms: Pick<Rooms, 'uploadsLost'>,
  { timers, logger, lock }: Pick<Base, 'timers' | 'logger' | 'lock'>,
): Promise<() => void> {
  let cancel = () => {}
  const look = async () => {
    const found = await rooms.uploadsLost()
    const uploadsLost = found.map(({ accountName: _, ...one }) => one)
    lock.update({ uploadsLost })
    return uploadsLost.length
  }
  const again = () => {
    cancel = timers.after(lostLookMs, () => {
      look().then(
        (left) => left > 0 && again(),
        (error: unknown) => {
          logger.warn('app.lost_uploads_not_read', failureFields(error))
          again()
        },
      )
    })
  }
  const left = await look()
  if (left > 0) logger.warn('app.uploads_lost', { files: left })
  if (left > 0) again()
  return () => cancel()
}

function backupsOf(config: Config, infrastructure: Foundation): BackupComposed {
  const { dataFolder, filesFolder, keysFolder, databaseUrl, backup: settings } = config
  const places = { dataFolder, filesFolder, keysFolder }
  const isEmbedded = infrastructure.storage.embedded !== null
  const told = { ...places, databaseUrl, backup: settings }
  const apart = backupsApart(infrastructure, told)
  const changes = changesApart(infrastructure, told)
  return { settings, places, isEmbedded, apart, changes }
}

/** Under which programs the data was opened, for whoever looks for a fault in them later. */
function logPostgres(logger: Logger, { warning, ...postgres }: RunningPostgres): void {
  logger.info('storage.postgres_runs', postgres)
  if (warning !== null) logger.warn(`storage.postgres_${warning}`, { version: postgres.version })
}

/** Waits for both; when one fails, the other is closed before the failure goes on. */
async function both<A, B>(
  first: Promise<A>,
  closeFirst: (a: A) => unknown,
  second: Promise<B> | null,
  closeSecond: (b: B) => unknown,
): Promise<[A, B | null]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value]
  if (a.status === 'fulfilled') await closeFirst(a.value)
  if (b.status === 'fulfilled' && b.value !== null) await closeSecond(b.value)
  throw a.status === 'rejected' ? a.reason : (b as PromiseRejectedResult).reason
}

/** Its tables, for whatever asks something of it before it runs. */
async function layJobQueue({ storage }: Foundation): Promise<void> {
  const pool = storage.newJobsPool()
  try {
    await prepareJobs(pool)
  } finally {
    await pool.end()
  }
}

/**
 * Sets of workers on one queue: a slow server of others, or a long file, delays no campaign. Those
 * that run are in `running`, also where another one cannot begin: they end in the order of a stop.
 */
async function startJobQueue(
  { logger, timers, storage }: Foundation,
  { jobHandlers }: Pick<Rooms, 'jobHandlers'>,
  running: RunningJobs[],
): Promise<void> {
  for (const set of Object.keys(workers) as (keyof typeof workers)[]) {
    const [handlers, concurrency] = [jobHandlers[set], workers[set]]
    const pool = storage.newJobsPool()
    running.push(await startJobs({ pool, handlers, logger, timers, concurrency }))
  }
}

/** Of files so many are read at once, and as many accounts more may wait for their turn. */
const workers = { own: 3, files: 6, mails: 2, webhooks: 8 } as const satisfies Record<
  keyof Rooms['jobHandlers'],
  number
>

async function listen(
  config: Config,
  rooms: Rooms,
  infrastructure: Pick<
    Foundation,
    'logger' | 'metrics' | 'timers' | 'storage' | 'database' | 'vault'
  > & {
    onProxySeen: () => void
    onTokenRequest: RequestLog['add']
  },
): Promise<{ server: FastifyInstance; url: string }> {
  const { logger, metrics, timers } = infrastructure
  const server = await buildServer({
    routes: rooms.routes,
    authenticate: rooms.authenticate,
    timers,
    makeTraceId,
    version,
    api: apiFacts,
    webRoot: webRootOf(),
    sitePaths,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    idempotency: rooms.idempotency,
    takeTurn: turnsOf(infrastructure),
    onProxySeen: infrastructure.onProxySeen,
    notReady: async () =>
      (await infrastructure.storage.whyNoWrites())?.code ?? (await rooms.notReady()),
    onAccess: (entry) => {
      const { method, route, status, durationMs } = entry
      metrics.count('accord_http_requests_total', { method, route, status: String(status) })
      metrics.observe('accord_http_request_seconds', durationMs / 1000, { route })
      logger.info('http.request_answered', entry)
    },
    onTokenRequest: infrastructure.onTokenRequest,
    onFailure: (error, facts) =>
      logger.error('http.request_failed', { ...facts, ...failureFields(error) }),
    language: config.language,
  })
  try {
    await server.listen({ host: config.host, port: config.port })
  } catch (error) {
    await server.close()
    throw portFault(error, config)
  }
  const [address] = server.addresses()
  const port = typeof address === 'object' ? address.port : config.port
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return { server, url: `http://${host}:${port}` }
}

/**
 * Only a proxy can speak `https` for this server, which speaks `http` alone: told at the start
 * then, and else at the first request that came through one. Without the setting all people have
 * the proxy's address, in limits and in the evidence of a consent.
 */
function proxyTeller(
  { publicUrl, trustProxy }: Config,
  logger: Logger,
  told: (() => void) | undefined,
): () => void {
  let isTold = trustProxy
  const tell = () => {
    if (isTold) return
    isTold = true
    logger.warn('http.proxy_not_trusted', { setting: 'ACCORD_TRUST_PROXY' })
    told?.()
  }
  if (publicUrl?.startsWith('https:') ?? false) tell()
  return tell
}

/** The one throttle, for the server kit: of a client's address it keeps a keyed tag. */
function turnsOf({
  database,
  vault,
  timers,
}: Pick<Foundation, 'database' | 'vault' | 'timers'>): TakeTurn {
  return ({ of, ...asked }) => {
    const tag = vault.installationTag('http_client', of).toString('hex')
    return takeTurn(database, { ...asked, of: tag, now: new Date(timers.now()) })
  }
}

/** `dist/web`, from the build and from the sources alike. */
function webRootOf(): string | null {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const built = join(root, 'dist', 'web')
  return existsSync(join(built, 'index.html')) ? built : null
}
