// Two nodes on one PostgreSQL that somebody else runs: a node is killed, or the server fails over.
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lawfulInstant } from '../../src/cli/demo/place.ts'
import { engineLimits, sliceMax } from '../../src/sending/engine-limits.ts'
import { realTimers } from '../support/clock.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { meanOf, mostInASecond, type Span } from '../support/pace-of-log.ts'
import type { Program } from '../support/program.ts'
import { type Chance, seededChance } from '../support/seeded-chance.ts'
import {
  type CrashAccount,
  campaignsPerAccount,
  makeAccount,
  peopleMax,
  setUpInstallation,
} from './accounts.ts'
import type { Verdict } from './audit.ts'
import { audit, settleLater, untilQuiet } from './end-of-run.ts'
import { type Load, startLoad } from './load.ts'
import {
  findPostgres,
  type OwnPostgres,
  type Strike,
  startPostgres,
  strikes,
} from './own-postgres.ts'
import {
  freePort,
  keepServer,
  type OperatorProcess,
  type ServerOptions,
  type ServerProcess,
  startOperator,
} from './processes.ts'
import { openTables, type Reach } from './read-tables.ts'

export type NodesOptions = {
  program: Program
  /** Of a node, or of the primary with its standby behind it. */
  what: 'node' | 'primary'
  kills: number
  /** What happens to the primary, in turns; each of them by default. */
  strikes?: readonly Strike[]
  /** That leave between two kills; slow enough for a campaign to outlast a take-over. */
  messagesPerKill: number
  /** Also looks at the pace: for so long undisturbed, and then under an operator's throttling. */
  paceMs?: { steady: number; settling: number }
  seed: number
  tell(line: string): void
}

export type NodesReport = Verdict & {
  kills: number
  campaignMessages: number
  alerts: number
  maybeSentBound: number
  unsettled: number
  /**
   * From the kill of a node to all binds open elsewhere, or from the kill of the primary to the
   * first message accepted after it: the longest.
   */
  takeoverMs: number
  settings: string
  pace: Pace | null
}

export type Pace = {
  /** In any second of the whole run, kills and take-overs included. */
  mostInASecond: number
  /** While nothing went wrong. */
  mean: number
  /** In the last ten seconds of the operator's throttling. */
  throttled: number
}

const binds = 8
const windowMax = 50
export const segmentsPerSecond = 500
/** What the operator takes at most while it throttles. */
export const throttledTo = 300
const throttledForMs = 10_000
const nodeCount = 2

type Fixture = {
  operator: OperatorProcess
  postgres: OwnPostgres
  nodes: ServerProcess[]
  servers: ServerOptions[]
  reach: Reach
}

export const noPostgres =
  'No PostgreSQL 17 or newer was found: install one (Debian: apt-get install postgresql-17), or ' +
  'put the folder of its programs into PATH.'

export async function runNodes(options: NodesOptions): Promise<NodesReport> {
  const bin = findPostgres()
  if (bin === null) throw new Error(noPostgres)
  const folder = newTestFolder()
  chmodSync(folder, 0o711)
  const closers: (() => Promise<unknown>)[] = []
  try {
    const operator = await startOperator(options.program, folder)
    closers.push(() => operator.stop())
    const postgres = await startPostgres(bin, folder, { hasStandby: options.what === 'primary' })
    closers.push(() => postgres.stop())
    const servers: ServerOptions[] = []
    const nodes: ServerProcess[] = []
    const aheadMs = lawfulInstant(realTimers.now()) - realTimers.now()
    for (let index = 0; index < nodeCount; index += 1) {
      const dataFolder = join(folder, `data-${index}`)
      mkdirSync(dataFolder)
      servers.push({
        program: options.program,
        dataFolder,
        keysFolder: join(folder, 'keys'),
        operatorUrl: `${operator.url}?window=${windowMax}&binds=${binds}&rate=${segmentsPerSecond}`,
        aheadMs,
        port: await freePort(),
        databaseUrl: postgres.url,
        filesFolder: join(folder, 'files'),
      })
    }
    for (const server of servers) {
      const node = await keepServer(server)
      nodes.push(node)
      closers.push(() => node.stop())
    }
    const { address, superuser: login } = postgres
    const fixture = { operator, postgres, nodes, servers, reach: { address, login } }
    return await crash(options, fixture)
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined)
    removeTestFolder(folder)
  }
}

async function crash(options: NodesOptions, fixture: Fixture): Promise<NodesReport> {
  const { operator, nodes, reach } = fixture
  const chance = seededChance(options.seed)
  const messages = options.kills * options.messagesPerKill + messagesOfPace(options)
  const accounts = await makeAccounts(fixture, messages)
  options.tell(`${accounts.length} accounts with ${accounts[0]?.people ?? 0} people each`)
  const load = startLoad(accounts, { messages, chance: chance.fork('load') })
  let takeoverMs = 0
  let kills = 0
  let spans: Spans | null = null
  try {
    if (options.paceMs !== undefined) spans = await lookAtPace(fixture, options.paceMs)
    for (; kills < options.kills; kills += 1) {
      await untilUnderWay(fixture, options.messagesPerKill * (0.2 + 0.4 * chance.next()))
      const { ms, line } =
        options.what === 'node'
          ? await killNode(fixture, chance)
          : await failOver(fixture, load, { strike: strikeOf(options, kills), chance })
      takeoverMs = Math.max(takeoverMs, ms)
      options.tell(`kill ${kills + 1} of ${options.kills}: ${line}`)
    }
    await load.campaignsDone
  } finally {
    await load.stopAlerts()
  }
  await untilQuiet(reach, operator)
  const { takenAt, ...audited } = await audit(reach, operator, load)
  for (const node of nodes) await node.stop()
  const [first] = fixture.servers
  if (first === undefined) throw new Error('there are nodes')
  const unsettled = await settleLater(reach, first)
  const pace = spans === null ? null : paceOf(takenAt, spans)
  return { ...audited, kills, takeoverMs, unsettled, maybeSentBound: boundOf(options), pace }
}

type Spans = { steady: Span; throttled: Span }

function messagesOfPace({ paceMs }: NodesOptions): number {
  if (paceMs === undefined) return 0
  const ms = paceMs.steady + paceMs.settling + throttledForMs
  return Math.ceil((ms / 1_000) * segmentsPerSecond * 1.2)
}

/** Of a campaign on all binds of both nodes, before anything is killed. */
async function lookAtPace(
  fixture: Fixture,
  ms: { steady: number; settling: number },
): Promise<Spans> {
  const { operator } = fixture
  await untilUnderWay(fixture, segmentsPerSecond * 2)
  const steady = await during(ms.steady)
  await operator.throttle(throttledTo)
  await realTimers.sleep(ms.settling)
  const throttled = await during(throttledForMs)
  await operator.throttle(1_000_000)
  return { steady, throttled }
}

async function during(ms: number): Promise<Span> {
  const from = realTimers.now()
  await realTimers.sleep(ms)
  return { from, to: realTimers.now() }
}

function paceOf(takenAt: readonly number[], { steady, throttled }: Spans): Pace {
  return {
    mostInASecond: mostInASecond(takenAt),
    mean: meanOf(takenAt, steady),
    throttled: meanOf(takenAt, throttled),
  }
}

/** Two slices of each bind that was held: half of them by a node, all where nobody can renew. */
function boundOf({ what, kills }: NodesOptions): number {
  const slices = engineLimits.slicesPerLink * sliceMax(windowMax, true)
  return kills * slices * (what === 'node' ? binds / nodeCount : binds)
}

async function makeAccounts({ nodes }: Fixture, messages: number): Promise<CrashAccount[]> {
  // The node that started last made the code of the first page anew.
  const last = nodes.at(-1)
  if (last === undefined) throw new Error('there are nodes')
  const owner = await setUpInstallation(last.url, last.setupCode ?? '')
  const people = Math.min(peopleMax, Math.ceil(messages / campaignsPerAccount))
  const accounts: CrashAccount[] = []
  const urls = nodes.map(({ url }) => url)
  while (accounts.length * people * campaignsPerAccount < messages) {
    // Each one's requests begin at another node.
    const turned = accounts.length % 2 === 0 ? urls : [...urls].reverse()
    accounts.push(await makeAccount(owner, turned, people))
  }
  return accounts
}

/** Each node has its share of the binds, and so many messages more have left. */
async function untilUnderWay({ operator, reach }: Fixture, more: number): Promise<void> {
  const share = binds / nodeCount
  const tables = await openTables(reach)
  const end = realTimers.now() + patienceMs
  const shares = async () => (await tables.bindsHeld()).join() === `${share},${share}`
  while (!(await shares())) await pauseUntil(end, 'the nodes do not share the binds')
  await tables.close()
  while ((await operator.stats()).bindsOpen < binds) await pauseUntil(end, 'binds are missing')
  const next = (await operator.stats()).taken + more
  while ((await operator.stats()).taken < next) await pauseUntil(end, 'nothing leaves any more')
}

const patienceMs = 120_000

async function pauseUntil(end: number, otherwise: string): Promise<void> {
  if (realTimers.now() > end) throw new Error(otherwise)
  await realTimers.sleep(50)
}

type Struck = { ms: number; line: string }

/** The operator frees the binds of a dead process at once: its connections are reset. */
async function killNode(fixture: Fixture, chance: Chance): Promise<Struck> {
  const { operator, nodes } = fixture
  const index = chance.between(0, nodes.length - 1)
  const node = nodes[index]
  if (node === undefined) throw new Error('there are nodes')
  node.killForGood()
  const end = realTimers.now() + patienceMs
  while ((await operator.stats()).bindsOpen === binds) await pauseUntil(end, 'no bind was freed')
  const freedAt = realTimers.now()
  while ((await operator.stats()).bindsOpen < binds) await pauseUntil(end, 'no node took over')
  const ms = realTimers.now() - freedAt
  node.startAgain()
  return { ms, line: `node ${index}; its binds were open elsewhere after ${ms} ms` }
}

function strikeOf({ strikes: chosen = strikes }: NodesOptions, kills: number): Strike {
  return chosen[kills % chosen.length] ?? 'killed'
}

async function failOver(
  fixture: Fixture,
  load: Load,
  { strike, chance }: { strike: Strike; chance: Chance },
): Promise<Struck> {
  const at = realTimers.now()
  const pauseMs = chance.between(0, 8_000)
  await fixture.postgres.failOver(strike, pauseMs)
  const promotedAt = realTimers.now()
  const end = promotedAt + patienceMs
  while (!load.acceptedSince(promotedAt)) await pauseUntil(end, 'no message is accepted')
  const ms = realTimers.now() - promotedAt
  await fixture.postgres.replaceStandby()
  const line = `the primary (${strike}); a standby was promoted after ${promotedAt - at} ms, and a message`
  return { ms, line: `${line} accepted ${ms} ms after that` }
}
