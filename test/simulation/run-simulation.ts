// One simulated run from its seed: a story with faults, an end in peace, and every invariant asked.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountId, E164 } from '../../src/kernel/index.ts'
import { type Chance, seededChance } from '../support/seeded-chance.ts'
import { type Doing, erase, importPeople, look, object, sendAlert, withdraw } from './actions.ts'
import { type KeptLog, keepLog } from './ask-audit.ts'
import { type KeptCheckpoints, keepCheckpoints } from './ask-ledger.ts'
import { planOf, runCampaign } from './campaigns.ts'
import { askAll, askOneState } from './invariants.ts'
import { LedgerOfTruth } from './ledger-of-truth.ts'
import { MemoryNetwork } from './memory-network.ts'
import {
  type SimulatedOperator,
  type SimulatedOperators,
  startOperators,
  tagOf,
} from './operator.ts'
import { VirtualTime } from './virtual-time.ts'
import {
  makeWorld,
  type Process,
  type SimulatedAccount,
  simulatedNumber,
  type World,
} from './world.ts'

/**
 * Ways to break the program on purpose, so that the questions can be seen to find it. `requeue`:
 * what a dead process had in flight goes back into the queue. `forget`: it is thrown away.
 * `deaf`: an objection is answered and not kept. `rewrite`: an entry of the ledger is another one
 * afterwards. `discreet`: the steps of campaigns are not told in the log. `miscount`: one more is
 * counted than there is.
 */
export type Sabotage = 'requeue' | 'forget' | 'deaf' | 'rewrite' | 'discreet' | 'miscount'

export type SimulationFacts = {
  crashes: number
  messages: number
  taken: number
  maybeSent: number
  /** Of what waited for a route that was down, how often something took another. */
  rerouted: number
  steps: number
}

export type SimulationReport = {
  seed: number
  broken: string[]
  /** What happened, for a run that failed. */
  story: string[]
  facts: SimulationFacts
}

type Run = {
  time: VirtualTime
  network: MemoryNetwork
  operators: SimulatedOperators
  world: World
  truth: LedgerOfTruth
  chance: Chance
  sabotage: Sabotage | null
  story: string[]
  broken: Set<string>
  isOver: boolean
  crashes: number
  checkpoints: KeptCheckpoints
  log: KeptLog
  /** Processes whose death is planned. */
  doomed: Set<Process>
  tags: number
  /** Number of people of the first account; the second knows some of the same numbers. */
  people: number
}

const storyMs = 25_000
/** By then every process has read of a contract that was changed. */
const readAgainMs = 11_000
const peaceMs = 180_000
const deadlineMs = 97 * 3_600_000
/** By then a receipt is traced by what else it says of its part. */
const unmatchedMs = 46_000

export async function simulate(
  seed: number,
  sabotage: Sabotage | null = null,
): Promise<SimulationReport> {
  const chance = seededChance(`simulation ${seed}`)
  const time = new VirtualTime('2026-11-25T09:30:00Z', chance.fork('order'))
  const network = new MemoryNetwork(time, chance.fork('network'))
  const count = chance.fork('routes').is(0.5) ? 2 : 1
  const operators = startOperators(time, network, { seed, count })
  const ports = operators.each.map(({ port }) => port)
  const isDiscreet = sabotage === 'discreet'
  const fixture = { time, network, chance: chance.fork('world'), seed, ports, isDiscreet }
  const world = await makeWorld(fixture)
  const run: Run = {
    time,
    network,
    operators,
    world,
    truth: new LedgerOfTruth(),
    chance: chance.fork('story'),
    sabotage,
    story: [],
    broken: new Set(),
    isOver: false,
    crashes: 0,
    checkpoints: new Map(),
    log: new Map(),
    doomed: new Set(),
    tags: 0,
    people: 24,
  }
  try {
    await begin(run)
    await tell(run)
    await peace(run)
    await tamper(run)
    const { truth, checkpoints, log } = run
    const asked = { world, truth, operators, checkpoints, log }
    for (const one of await askAll(asked)) run.broken.add(one)
    return await report(run, seed)
  } finally {
    await world.close()
  }
}

async function report(run: Run, seed: number): Promise<SimulationReport> {
  const rows = await run.world.onlooker.ask<{
    messages: number
    unsure: number
    rerouted: number
  }>(
    `select (select count(*) from sending.message) as messages,
       (select count(distinct message_id) from sending.result where outcome = 'unknown') as unsure,
       (select count(*) from sending.event where what = 'rerouted') as rerouted`,
  )
  return {
    seed,
    broken: [...run.broken],
    story: run.story,
    facts: {
      crashes: run.crashes,
      messages: rows[0]?.messages ?? 0,
      taken: run.operators.taken().length,
      maybeSent: rows[0]?.unsure ?? 0,
      rerouted: rows[0]?.rerouted ?? 0,
      steps: run.time.stamp(),
    },
  }
}

/** People come in before anything goes wrong: most have agreed, some have not, some said no. */
async function begin(run: Run): Promise<void> {
  const { world, chance, time } = run
  const [first, second] = world.accounts as [SimulatedAccount, SimulatedAccount]
  const process = await world.startProcess()
  const numbers = Array.from({ length: run.people }, (_, index) => simulatedNumber(index))
  const agreed = numbers.filter(() => chance.is(0.75))
  const others = numbers.filter((number) => !agreed.includes(number))
  const doing = (account: SimulatedAccount): Doing => ({ process, account, truth: run.truth, time })
  const done = Promise.all([
    importPeople(doing(first), agreed, { agreed: true })
      .then(() => importPeople(doing(first), others, { agreed: false }))
      .then(() => importPeople(doing(first), agreed.slice(0, 9), { agreed: true, list: 1 }))
      .then(() => object(doing(first), agreed[0] ?? simulatedNumber(0))),
    importPeople(doing(second), numbers.slice(0, 6), { agreed: true }),
  ])
  let isReady = false
  void done.then(() => {
    isReady = true
  })
  await time.runUntil(() => isReady, time.now + 60_000)
  await done
  if (chance.is(0.5)) await world.startProcess()
  await limitContract(run)
}

/** Everything at once, for a while. */
async function tell(run: Run): Promise<void> {
  const { world, chance, time, operators } = run
  world.faults.breaks = chance.pick([0, 0, 0.002, 0.01])
  world.faults.slow = chance.pick([0, 0.005, 0.02])
  for (const one of operators.each) one.misbehave(chance.fork(`habits of ${one.port}`))
  planOutage(run)
  const until = time.now + storyMs
  while (time.now < until) {
    act(run)
    await time.runFor(chance.between(20, 900))
    if (!chance.is(0.3)) continue
    for (const one of await askOneState(world)) run.broken.add(one)
    keepCheckpoints(world, run.checkpoints)
    await keepLog(world, run.log)
  }
}

const say = (run: Run, what: string) =>
  run.story.push(`${(run.time.now - run.time.startedAt) / 1000} s: ${what}`)

/** What somebody does next. It goes on beside whatever else is going on. */
function act(run: Run): void {
  const { chance, world, operators, network } = run
  const kinds = [
    ...['campaign', 'campaign', 'campaign', 'alert', 'alert', 'alert', 'stop', 'stop'],
    ...[
      'object',
      'withdraw',
      'look',
      'erase',
      'import',
      'crash',
      'crash',
      'crash',
      'freeze',
      'cut',
      'away',
      'habits',
      'clock',
    ],
  ] as const
  const kind = chance.pick(kinds)
  const account = chance.pick(world.accounts)
  const number = simulatedNumber(chance.between(0, run.people - 1))
  if (kind === 'crash') planCrash(run)
  else if (kind === 'freeze') {
    const process = living(run)
    const ms = chance.between(500, 12_000)
    if (process !== undefined) {
      say(run, `${process.owner.name} stands still for ${ms} ms`)
      process.freeze(ms)
    }
  } else if (kind === 'clock') setClock(run)
  else if (kind === 'cut') {
    say(run, 'the wire breaks')
    network.cutAll()
  } else if (kind === 'away') {
    goAway(run, chance.pick(operators.each), chance.between(100, 4_000))
  } else if (kind === 'habits') {
    chance.pick(operators.each).misbehave(chance.fork(`habits ${run.time.now}`))
  } else if (kind === 'stop') stop(run)
  else
    doBy(run, account, async (doing) => {
      if (kind === 'campaign') return
      if (kind === 'alert') await sendAlert(doing, alertOf(run, number))
      else if (kind === 'object' && run.sabotage === 'deaf') {
        run.truth.ended(account.id, number, run.time.stamp())
      } else if (kind === 'object') await object(doing, number)
      else if (kind === 'withdraw') await withdraw(doing, number)
      else if (kind === 'look') await look(doing, number)
      else if (kind === 'erase') await erase(doing, number)
      else {
        const list = chance.is(0.7) ? 0 : 1
        await importPeople(doing, [number], { agreed: chance.is(0.7), list })
      }
    })
  if (kind === 'campaign') campaign(run, account)
}

function goAway(run: Run, operator: SimulatedOperator, ms: number): void {
  say(run, `the operator at ${operator.port} goes away for ${ms} ms`)
  operator.goAway(ms)
}

/**
 * Where there is another route, one of them is gone for so long that what waits takes the other.
 */
function planOutage(run: Run): void {
  const { operators, chance, time } = run
  const outage = chance.fork('outage')
  if (operators.each.length < 2 || outage.is(0.25)) return
  const operator = outage.pick(operators.each)
  time.schedule(outage.between(0, 15_000), null, () =>
    goAway(run, operator, outage.between(16_000, 40_000)),
  )
}

/** Somebody sets the wall clock of a machine; where a contract ends by it, nobody does. */
function setClock(run: Run): void {
  const process = living(run)
  if (process === undefined || run.truth.noContract !== null) return
  process.owner.aheadMs = run.chance.between(-10_000, 10_000)
  say(run, `the clock of ${process.owner.name} is ${process.owner.aheadMs} ms ahead`)
}

/** An operator's contract ends in mid-story, as all processes know by then, and is renewed. */
async function limitContract(run: Run): Promise<void> {
  const { chance, time, world, truth } = run
  if (!chance.is(0.3)) return
  const { id, port } = chance.pick(world.routes)
  const from = time.now + readAgainMs + chance.between(3_000, 18_000)
  const to = from + chance.between(1_000, 5_000)
  const until = (at: Date | null) =>
    world.test.asSuperuser((client) =>
      client.query(
        `update governance.contract set valid_until = $1 where supplier_id =
           (select supplier_id from routing.route where route_id = $2)`,
        [at, id],
      ),
    )
  await until(new Date(from))
  truth.noContract = { port, from, to }
  time.schedule(to - time.now, null, () => void until(null))
  await time.runFor(readAgainMs)
}

function alertOf(run: Run, number: ReturnType<typeof simulatedNumber>) {
  run.tags += 1
  return { tag: `A${run.tags}Z`, number, mayRepeat: run.chance.is(0.3) }
}

const living = (run: Run): Process | undefined => {
  const alive = run.world.alive().filter(({ owner }) => owner.frozenUntil <= run.time.now)
  return alive.length === 0 ? undefined : run.chance.pick(alive)
}

/** What fails or dies on the way is not told to anybody as done. */
function doBy(
  run: Run,
  account: SimulatedAccount,
  work: (doing: Doing) => Promise<void>,
): Promise<boolean> {
  const process = living(run)
  if (process === undefined) return Promise.resolve(false)
  const doing = { process, account, truth: run.truth, time: run.time }
  return Promise.race([
    work(doing).then(
      () => true,
      () => false,
    ),
    process.death.then(() => false),
  ])
}

function campaign(run: Run, account: SimulatedAccount): void {
  const { chance, truth, time } = run
  run.tags += 1
  const plan = planOf(chance.fork(`campaign ${run.tags}`), `K${run.tags}Z`)
  const listId = account.lists[plan.list]
  if (truth.membersOf(listId).length === 0) return
  const { tag } = plan
  truth.accountOfTag.set(tag, account.id)
  const one = { accountId: account.id, tag, listId, id: null, triedAt: null, stillFrom: null }
  truth.campaigns.push(one)
  void runCampaign(one, plan, {
    doBy: (work) => doBy(run, account, work),
    time,
    say: (what) => say(run, what),
  })
}

/** Somebody who was written to says STOP by the handset: once, so that its answer is known. */
function stop(run: Run): void {
  const { operators, truth, chance } = run
  const has = new Set(
    operators.taken().map(({ octets, destination }) => `${tagOf(octets)} +${destination}`),
  )
  const heard = operators.written.filter(
    ({ tag, destination }) =>
      has.has(`${tag} ${destination}`) && !truth.stops.has(destination as E164),
  )
  if (heard.length === 0) return
  const { destination, port } = chance.pick(heard)
  const writers = new Set<AccountId>()
  for (const one of operators.written) {
    const writer = truth.accountOfTag.get(one.tag)
    if (one.destination === destination && writer !== undefined) writers.add(writer)
  }
  const [writer] = writers
  truth.stops.set(destination as E164, writers.size === 1 ? (writer ?? null) : null)
  say(run, `STOP from ${destination.slice(-4)}, whom ${writers.size} wrote to`)
  operators.each.find((one) => one.port === port)?.reply(destination, chance.pick(stopWords))
}

const stopWords = ['STOP', 'STOP', 'Stop', 'stop svp', 'ARRET']

/** The process dies at one of its next writes; another is started a moment later. */
function planCrash(run: Run): void {
  const { chance, world, time } = run
  const process = living(run)
  if (process === undefined || run.doomed.has(process)) return
  run.doomed.add(process)
  const nth = chance.between(1, 120)
  process.dieAtWrite(nth, chance.pick(['before', 'after'] as const))
  void process.death.then(() => {
    if (run.isOver) return
    run.crashes += 1
    say(run, `${process.owner.name} died`)
    if (run.sabotage === 'requeue' || run.sabotage === 'forget') void sabotageIntents(run)
    time.schedule(chance.between(100, 3_000), null, () => {
      if (world.alive().length < 2) void world.startProcess()
    })
  })
}

/** On purpose: what no program may do with what may have left. */
async function sabotageIntents({ world, sabotage, time }: Run): Promise<void> {
  await world.test.asSuperuser(async (client) => {
    if (sabotage === 'forget') await client.query('delete from sending.intent')
    else await client.query(requeueStatement, [new Date(time.now)])
  })
}

/** On purpose: what only somebody could do who has the database at hand. */
async function tamper({ world, sabotage }: Run): Promise<void> {
  if (sabotage !== 'rewrite' && sabotage !== 'miscount') return
  await world.test.asSuperuser((client) => client.query(tampering[sabotage]))
  if (sabotage === 'miscount') return
  // Without its files a machine writes them again, of the rows as they are now.
  for (const { dataFolder } of world.machines) {
    rmSync(join(dataFolder, 'ledger'), { recursive: true, force: true })
  }
}

const tampering = {
  rewrite: `set session_replication_role = replica;
    update consent.entry set kind = 'consent.given' where kind <> 'consent.given'`,
  miscount: `update sending.tally set value = value + 1 where counter = 'accepted'`,
}

const requeueStatement = `
with gone as (delete from sending.intent returning *)
insert into sending.queue (account_id, message_id, route_id, priority, due_at, expires_at,
  campaign_id, parts, parts_done, attempt, may_repeat)
select b.account_id, b.message_id, gone.route_id, b.priority, $1, b.expires_at, b.campaign_id,
  b.parts, b.parts_done, b.attempt, b.may_repeat
from gone, unnest(gone.account_ids, gone.message_ids, gone.priorities, gone.expires_at,
  gone.campaign_ids, gone.parts, gone.parts_done, gone.attempts, gone.may_repeat)
as b (account_id, message_id, priority, expires_at, campaign_id, parts, parts_done, attempt,
  may_repeat) on conflict do nothing`

/** Nothing goes wrong any more: everything comes to its end, and then the deadlines pass. */
async function peace(run: Run): Promise<void> {
  const { world, time, operators } = run
  world.faults.breaks = 0
  world.faults.slow = 0
  operators.behave()
  for (const process of world.alive()) process.dieAtWrite(Number.POSITIVE_INFINITY, 'before')
  if (world.alive().length === 0) await world.startProcess()
  let asks = 0
  const isQuiet = async (): Promise<boolean> => {
    asks += 1
    if (asks % 50 !== 0 || operators.pending() > 0) return false
    const rows = await world.onlooker.ask<{ left: number }>(
      `select (select count(*) from sending.queue where hold is distinct from 'campaign_paused')
         + (select count(*) from sending.bundle)
         + (select count(*) from sending.intent)
         + (select count(*) from graphile_worker._private_jobs) as left`,
    )
    return (rows[0]?.left ?? 1) === 0
  }
  await time.runFor(20_000)
  if (!(await time.runUntil(isQuiet, time.now + peaceMs)))
    run.broken.add('3: it never came to rest')
  say(run, 'at rest')
  run.isOver = true
  for (const { from, stamp } of operators.answered) {
    const accountId = run.truth.stops.get(from as E164) ?? null
    if (accountId === null || run.truth.person(accountId, from as E164).mayBeErased) continue
    run.truth.ended(accountId, from as E164, stamp)
  }
  // In some runs all of the program is away from here until the deadline has passed.
  if (run.chance.is(0.7)) {
    time.jump(unmatchedMs)
    await time.runFor(7_000)
  }
  time.jump(deadlineMs)
  await time.runFor(15_000)
}
