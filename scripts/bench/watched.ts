// What it costs the server that a campaign is watched while it leaves: the same campaign with ten
// browsers open on it, in turn with nobody looking.
import { progress } from './figures.ts'
import { type Installation, owner } from './installation.ts'
import { campaignsPerList, Lists } from './lists.ts'
import { type Campaign, runCampaign } from './measure-sending.ts'
import { median } from './median.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { startWatchers, type Watchers, watchersCount } from './watchers.ts'

type Runs = { watched: Campaign[]; alone: Campaign[]; asksPerSecond: number[] }

export const watched: Bench = {
  figures: ['watched', 'watched.database'],
  what: 'a campaign with ten browsers open on it, in turn with nobody looking',
  run: (setting) =>
    onInfrastructure(async ({ installation }) => {
      const { isQuick, folder, figures, rounds } = setting
      const people = setting.people ?? (isQuick ? 30_000 : 100_000)
      const pairs = await pairsOfLists(new Lists(installation, folder, people), rounds + 1)
      const watchers = await startWatchers({ url: installation.url, ...owner })
      const runs: Runs = { watched: [], alone: [], asksPerSecond: [] }
      try {
        // The pair before the first warms both ways up.
        for (const [round, pair] of pairs.entries()) {
          await runPair(installation, { watchers, pair, round, runs })
          if (round === 0) for (const list of Object.values(runs)) list.length = 0
        }
      } finally {
        await watchers.close()
      }
      const of = (what: 'server' | 'database', name: string) => {
        const [looked, alone] = [runs.watched, runs.alone].map((all) =>
          all.map(({ cpu }) => cpu[what]),
        ) as [number[], number[]]
        progress(`  ${what}, watched: ${told(looked)}; nobody looking: ${told(alone)} µs a message`)
        figures.add(name, median(looked), 'µs/message', median(alone))
      }
      figures.add('watched.messages', people, 'messages')
      figures.add('watched.browsers', watchersCount, 'browsers')
      figures.add('watched.asks', median(runs.asksPerSecond), 'requests/s')
      of('server', 'watched')
      of('database', 'watched.database')
    }),
}

const told = (values: readonly number[]) => values.map((one) => one.toFixed(1)).join(', ')

type Pair = { watched: string; alone: string }

/**
 * One list for each side, imported before anything is measured. Both sides write to theirs as often
 * as the other, and they change lists each round.
 */
async function pairsOfLists(lists: Lists, rounds: number): Promise<Pair[]> {
  const pairs: Pair[] = []
  while (pairs.length < rounds) {
    const sides: [string[], string[]] = [[], []]
    for (const side of sides) {
      for (let use = 0; use < campaignsPerList; use += 1) side.push(await lists.next())
    }
    for (let use = 0; use < campaignsPerList; use += 1) {
      const [a = '', b = ''] = sides.map((side) => side[use])
      pairs.push(use % 2 === 0 ? { watched: a, alone: b } : { watched: b, alone: a })
    }
  }
  return pairs.slice(0, rounds)
}

type Turn = { watchers: Watchers; pair: Pair; round: number; runs: Runs }

/** Who goes first changes from pair to pair. */
async function runPair(installation: Installation, turn: Turn): Promise<void> {
  const { watchers, pair, round, runs } = turn
  const alone = async () => {
    runs.alone.push(tell('nobody', await runCampaign(installation, pair.alone)))
  }
  const looked = async () => {
    const one = await runCampaign(installation, pair.watched, watchers.lookingOn)
    const asks = watchers.asked()
    runs.asksPerSecond.push(asks / one.seconds)
    runs.watched.push(tell(`${watchersCount} browsers, which ask ${asks} times,`, one))
    await watchers.leave()
  }
  for (const run of round % 2 === 0 ? [alone, looked] : [looked, alone]) await run()
}

function tell(who: string, one: Campaign): Campaign {
  const { cpu, seconds } = one
  const [server, database] = [cpu.server, cpu.database].map((micros) => micros.toFixed(1))
  progress(`  ${who} looking: server ${server}, database ${database} µs, ${seconds.toFixed(1)} s`)
  return one
}
