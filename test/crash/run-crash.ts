// One crash run: real processes under load, killed at seeded instants, audited at the end.
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lawfulInstant } from '../../src/cli/demo/place.ts'
import { engineLimits, sliceMax } from '../../src/sending/engine-limits.ts'
import { realTimers } from '../support/clock.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
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
  endDatabase,
  freePort,
  keepServer,
  type OperatorProcess,
  type ServerOptions,
  type ServerProcess,
  startOperator,
} from './processes.ts'
import { reachEmbedded, watchWal } from './read-tables.ts'

export const blows = ['server', 'database', 'both', 'cut', 'cut_in_answer'] as const
export type Blow = (typeof blows)[number]

export type CrashOptions = {
  program: Program
  kills: number
  messages: number
  seed: number
  /** Where the run has got to. */
  tell(line: string): void
}

export type CrashReport = Verdict & {
  kills: number
  blows: Record<Blow, number>
  campaignMessages: number
  alerts: number
  segmentsTaken: number
  /** The most that may be told as maybe sent after so many blows. */
  maybeSentBound: number
  /** Messages without a final state once the deadline for receipts is over. */
  unsettled: number
  /** Of the server's kills: from the kill to the first answer of the door, the longest. */
  doorShutMs: number
  /** The same where PostgreSQL was killed with it. */
  bothShutMs: number
  /** From any kill to the first message accepted after it, the longest. */
  refusedMs: number
  walSyncs: number
  walOctets: number
  settings: string
}

const windowMax = 200

export async function runCrash(options: CrashOptions): Promise<CrashReport> {
  const folder = newTestFolder()
  // As root the database has a user of its own, which must pass through to its data.
  chmodSync(folder, 0o711)
  const dataFolder = join(folder, 'data')
  mkdirSync(dataFolder)
  const closers: (() => Promise<unknown>)[] = []
  try {
    const operator = await startOperator(options.program, folder)
    closers.push(() => operator.stop())
    const server: ServerOptions = {
      program: options.program,
      dataFolder,
      keysFolder: join(folder, 'keys'),
      operatorUrl: `${operator.url}?window=${windowMax}`,
      aheadMs: lawfulInstant(realTimers.now()) - realTimers.now(),
      port: await freePort(),
    }
    return await crash(options, { operator, server, closers })
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined)
    await endDatabase(dataFolder)
    removeTestFolder(folder)
  }
}

type Fixture = {
  operator: OperatorProcess
  server: ServerOptions
  closers: (() => Promise<unknown>)[]
}

async function crash(options: CrashOptions, fixture: Fixture): Promise<CrashReport> {
  const { operator, closers } = fixture
  const chance = seededChance(options.seed)
  const server = await keepServer(fixture.server)
  closers.push(() => server.stop())
  const owner = await setUpInstallation(server.url, server.setupCode ?? '')
  const accounts: CrashAccount[] = []
  const people = Math.min(peopleMax, Math.ceil(options.messages / campaignsPerAccount))
  const accountsNeeded = Math.ceil(options.messages / (people * campaignsPerAccount))
  for (let index = 0; index < accountsNeeded; index += 1) {
    accounts.push(await makeAccount(owner, server.url, people))
  }
  options.tell(`${accountsNeeded} accounts with ${people} people each`)
  const wal = watchWal(fixture.server.dataFolder)
  closers.push(() => wal.stop())
  const load = startLoad(accounts, { messages: options.messages, chance: chance.fork('load') })
  closers.push(() => load.stopAlerts())
  const killer = { options, chance: chance.fork('kills'), server, operator, load }
  const struck = await strike(killer)
  await load.campaignsDone
  await load.stopAlerts()
  const reach = reachEmbedded(fixture.server.dataFolder)
  await untilQuiet(reach, operator)
  const audited = await audit(reach, operator, load)
  const { syncs, octets } = await wal.stop()
  await server.stop()
  const unsettled = await settleLater(reach, fixture.server)
  const { blows: counted, doorShutMs, bothShutMs, refusedMs } = struck
  const { takenAt: _, ...verdict } = audited
  return {
    ...verdict,
    kills: counted.server + counted.database + counted.both,
    blows: counted,
    maybeSentBound: boundOf(counted),
    unsettled,
    doorShutMs,
    bothShutMs,
    refusedMs,
    walSyncs: syncs,
    walOctets: octets,
  }
}

/** Two slices a bind and blow, each of a window at most; PostgreSQL's end alone leaves none. */
function boundOf(counted: Record<Blow, number>): number {
  const slice = sliceMax(windowMax, false)
  const perBlow = engineLimits.slicesPerLink * slice
  return perBlow * (counted.server + counted.both + counted.cut + counted.cut_in_answer)
}

type Killer = {
  options: CrashOptions
  chance: Chance
  server: ServerProcess
  operator: OperatorProcess
  load: Load
}
type Struck = {
  blows: Record<Blow, number>
  doorShutMs: number
  bothShutMs: number
  refusedMs: number
}

/** Kills until there were as many as asked for; between two a seeded number of messages leaves. */
async function strike({ options, chance, server, operator, load }: Killer): Promise<Struck> {
  const counted: Record<Blow, number> = {
    server: 0,
    database: 0,
    both: 0,
    cut: 0,
    cut_in_answer: 0,
  }
  const struck: Struck = { blows: counted, doorShutMs: 0, bothShutMs: 0, refusedMs: 0 }
  let isOver = false
  void load.campaignsDone.finally(() => {
    isOver = true
  })
  const perKill = options.messages / options.kills
  let kills = 0
  while (kills < options.kills) {
    const { taken } = await operator.stats()
    const next = taken + perKill * (0.1 + 1.5 * chance.next())
    while (!isOver && (await operator.stats()).taken < next) await realTimers.sleep(20)
    await realTimers.sleep(chance.between(0, 50))
    // Cuts of the connection come beside the kills, and are not counted as such.
    if (chance.is(0.25)) {
      const blow = chance.pick(['cut', 'cut_in_answer'] as const)
      counted[blow] += 1
      if (blow === 'cut') await operator.cut()
      else await operator.cutInAnswer(chance.between(1, 50))
      await realTimers.sleep(chance.between(0, 300))
    }
    const blow = chance.pick(['server', 'server', 'database', 'both'] as const)
    counted[blow] += 1
    kills += 1
    const at = realTimers.now()
    server.kill(blow)
    const door = await doorOpens(server.url, at)
    if (blow === 'server') struck.doorShutMs = Math.max(struck.doorShutMs, door)
    if (blow === 'both') struck.bothShutMs = Math.max(struck.bothShutMs, door)
    while (!load.acceptedSince(at)) await realTimers.sleep(10)
    const refused = realTimers.now() - at
    struck.refusedMs = Math.max(struck.refusedMs, refused)
    const place = `kill ${kills} of ${options.kills}: ${blow}`
    options.tell(`${place}; door open after ${door} ms, a message accepted after ${refused} ms`)
  }
  return struck
}

async function doorOpens(url: string, since: number): Promise<number> {
  for (;;) {
    try {
      const answer = await fetch(`${url}/health/live`)
      if (answer.ok) return realTimers.now() - since
    } catch {
      // It is being started again.
    }
    await realTimers.sleep(10)
  }
}
