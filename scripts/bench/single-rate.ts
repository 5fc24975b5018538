// Single messages over HTTP, by callers at once, in turn with the reference; then half that load.
import { spawnSync } from 'node:child_process'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'
import { type Kannel, kannelNumbers, withKannel } from './kannel.ts'
import { sendAtRate, sendSingles } from './measure-singles.ts'
import { median } from './median.ts'
import { type Bench, onInfrastructure, type Setting } from './on-infrastructure.ts'

/** What one of the two did with so many callers at once, round by round. */
type Level = { connections: number; rates: number[]; cpu: number[]; p99Ms: number[]; wal: number[] }

const levelOf = (connections: number): Level => ({
  connections,
  rates: [],
  cpu: [],
  p99Ms: [],
  wal: [],
})

const rateOf = ({ rates }: Level): number | null => (rates.length === 0 ? null : median(rates))

/** The most that one can take: each has a number of callers that it does best with. */
function bestOf(levels: readonly Level[]): Level {
  const [best] = [...levels].sort((a, b) => (rateOf(b) ?? 0) - (rateOf(a) ?? 0))
  if (best === undefined) throw new Error('the bench has a number of callers')
  return best
}

export const singleRate: Bench = {
  figures: ['single_rate', 'single_p99_half_load', 'single_cpu', 'single_wal'],
  what: 'single messages over HTTP, in turn with the reference; then half of that load',
  run: (setting) =>
    onInfrastructure(async ({ operator, installation }) => {
      const { isQuick, figures, isAgainstKannel } = setting
      // Until the runtime has compiled what a message runs through: half as slow until then.
      await sendSingles(installation, 16_000, 32)
      const { ours, theirs } = await withKannel(isAgainstKannel, operator, (kannel) =>
        inTurn(setting, installation, kannel),
      )
      for (const [place, level] of ours.entries()) {
        const name = `single_rate.${level.connections}`
        const reference = rateOf(theirs[place] ?? levelOf(0))
        if (ours.length > 1) figures.add(name, median(level.rates), 'messages/s', reference)
      }
      const [best, peer] = [bestOf(ours), bestOf(theirs)]
      const rate = median(best.rates)
      const theirCpu = peer.cpu.length === 0 ? null : median(peer.cpu)
      figures.add('single_rate', rate, 'messages/s', rateOf(peer))
      figures.add('single_cpu', median(best.cpu), 'µs/message', theirCpu)
      figures.add('single_wal', median(best.wal), 'octets/message')
      figures.add('single_p99_full_load', median(best.p99Ms), 'ms')
      // What was left to the system goes to the disk first, or each commit waits for it.
      spawnSync('sync')
      const half = await sendAtRate(installation, rate / 2, isQuick ? 8 : 30)
      figures.add('single_median_half_load', half.medianMs, 'ms')
      figures.add('single_p99_half_load', half.p99Ms, 'ms', 50)
    }),
}

async function inTurn(
  { isQuick, rounds, connections }: Setting,
  installation: Installation,
  kannel: Kannel | null,
): Promise<{ ours: Level[]; theirs: Level[] }> {
  const count = isQuick ? 8_000 : 40_000
  const [ours, theirs] = [connections.map(levelOf), connections.map(levelOf)]
  let next = kannelNumbers
  for (let round = 1; round <= rounds; round += 1) {
    for (const [place, callers] of connections.entries()) {
      const mine = await sendSingles(installation, count, callers)
      note(ours[place], mine)
      ours[place]?.wal.push(mine.wal)
      const told = `${Math.round(mine.perSecond)} a second, ${mine.refused} not taken`
      progress(`  round ${round}, ${callers} callers: ${told}`)
      if (kannel === null) continue
      const peer = await kannel.singles(next, { count, connections: callers })
      next += count
      note(theirs[place], peer)
      progress(`  Kannel (sendsms): ${Math.round(peer.perSecond)} a second`)
    }
  }
  return { ours, theirs }
}

function note(
  level: Level | undefined,
  { perSecond, cpu, p99Ms }: { perSecond: number; cpu: number; p99Ms: number },
): void {
  level?.rates.push(perSecond)
  level?.cpu.push(cpu)
  level?.p99Ms.push(p99Ms)
}
