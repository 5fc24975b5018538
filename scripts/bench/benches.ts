// Each bench: what it sets up, what it measures, and under which names its figures are printed.
import { join } from 'node:path'
import { backup } from './backup.ts'
import { billRate } from './bill-rate.ts'
import { campaignBudget } from './campaign-budget.ts'
import { classifyRate } from './classify-rate.ts'
import { encodeRate } from './encode-rate.ts'
import { erasure } from './erasure.ts'
import { progress } from './figures.ts'
import { importAndLedger, importBudget } from './import-benches.ts'
import { kannelNumbers, withKannel } from './kannel.ts'
import { linkReference } from './link-reference.ts'
import { Lists } from './lists.ts'
import { fillWithMessages } from './measure-growth.ts'
import { type Campaign, runCampaign } from './measure-sending.ts'
import { alertsDuringCampaign, stopsDuringCampaign } from './measure-under-load.ts'
import { median, range } from './median.ts'
import { peakRss, watchDatabase } from './memory.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { screens } from './screens.ts'
import { singleRate } from './single-rate.ts'
import { underAttack } from './under-attack.ts'
import { watched } from './watched.ts'

const campaignRate: Bench = {
  figures: ['campaign_rate', 'campaign_cpu', 'campaign_wal'],
  what: 'a campaign from its launch to its last receipt, in turn with the reference',
  run: (setting) =>
    onInfrastructure(async ({ operator, installation }) => {
      const { isQuick, folder, figures, rounds } = setting
      const people = isQuick ? 30_000 : 300_000
      const lists = new Lists(installation, folder, people)
      const ours: Campaign[] = []
      const theirs: number[] = []
      const theirCpu: number[] = []
      await withKannel(setting.isAgainstKannel, operator, async (kannel) => {
        for (let round = 0; round < rounds; round += 1) {
          const mine = await runCampaign(installation, await lists.next())
          ours.push(mine)
          progress(`  round ${round + 1}: ${Math.round(mine.perSecond)} a second`)
          if (kannel === null) theirs.push(await linkReference(people))
          else {
            const { perSecond, cpu } = await kannel.batch(kannelNumbers + round * people, people)
            theirs.push(perSecond)
            theirCpu.push(cpu)
            progress(`  Kannel (mtbatch): ${Math.round(perSecond)} a second`)
          }
        }
      })
      const rates = ours.map(({ perSecond }) => perSecond)
      progress(`  ours ${range(rates)}, the reference ${range(theirs)}`)
      const of = (what: (one: Campaign) => number) => median(ours.map(what))
      const { cpu } = { cpu: theirCpu.length === 0 ? null : median(theirCpu) }
      figures.add('campaign.messages', people, 'messages')
      figures.add(
        'campaign.check_sheet_seconds',
        of((one) => one.sheetSeconds),
        's',
      )
      figures.add('campaign_rate', median(rates), 'messages/s', median(theirs))
      const whole = of((one) => one.cpu.server + one.cpu.database)
      figures.add('campaign_cpu', whole, 'µs/message', cpu)
      figures.add(
        'campaign_cpu.server',
        of((one) => one.cpu.server),
        'µs/message',
      )
      figures.add(
        'campaign_cpu.database',
        of((one) => one.cpu.database),
        'µs/message',
      )
      figures.add(
        'campaign_cpu.operator',
        of((one) => one.cpu.operator),
        'µs/message',
      )
      figures.add(
        'campaign_wal',
        of((one) => one.wal),
        'octets/message',
      )
    }),
}

const growth: Bench = {
  figures: ['growth_10m', 'growth_10m.cpu', 'growth_10m.wal'],
  what: 'campaigns on an empty base and on a full one, in turn',
  run: (setting) =>
    onInfrastructure(async (empty) =>
      onInfrastructure(async (full) => {
        const { isQuick, folder, figures, rounds } = setting
        const people = isQuick ? 15_000 : 100_000
        const wanted = isQuick ? 300_000 : 10_000_000
        const emptyLists = new Lists(empty.installation, folder, people)
        const fullLists = new Lists(full.installation, folder, people)
        await runCampaign(empty.installation, await emptyLists.next())
        await runCampaign(full.installation, await fullLists.next())
        const stored = await fillWithMessages(full.installation, wanted)
        progress(`  ${stored} messages are stored`)
        const a: Campaign[] = []
        const b: Campaign[] = []
        for (let round = 0; round < Math.max(rounds, 3); round += 1) {
          a.push(await runCampaign(empty.installation, await emptyLists.next()))
          b.push(await runCampaign(full.installation, await fullLists.next()))
          const told = [a, b].map((list) => Math.round(list.at(-1)?.perSecond ?? 0))
          progress(`  round ${round + 1}: ${told[0]} a second empty, ${told[1]} full`)
        }
        const of = (list: readonly Campaign[], what: (one: Campaign) => number) =>
          median(list.map(what))
        const rate = ({ perSecond }: Campaign) => perSecond
        const cpu = (one: Campaign) => one.cpu.server + one.cpu.database
        const wal = (one: Campaign) => one.wal
        figures.add('growth_10m.stored', stored, 'messages')
        figures.add('growth_10m', of(b, rate), 'messages/s', of(a, rate))
        figures.add('growth_10m.cpu', of(b, cpu), 'µs/message', of(a, cpu))
        figures.add('growth_10m.wal', of(b, wal), 'octets/message', of(a, wal))
      }),
    ),
}

const memory: Bench = {
  figures: ['memory_1m'],
  what: 'the most memory that the server holds during a large campaign',
  run: ({ isQuick, folder, figures }) =>
    onInfrastructure(async ({ installation }) => {
      const people = isQuick ? 60_000 : 1_000_000
      const lists = new Lists(installation, folder, people)
      const listId = await lists.next()
      // What the import needed is not the campaign's.
      await installation.restart()
      const database = watchDatabase(installation.pids.database)
      const campaign = await runCampaign(installation, listId)
      const peak = database.stop()
      figures.add('memory_1m.messages', campaign.messages, 'messages')
      figures.add('memory_1m', peakRss(installation.pids.server) ?? 0, 'MiB', 500)
      if (peak !== null) figures.add('memory_1m.postgres_peak_pss', peak, 'MiB')
    }),
}

const stops: Bench = {
  figures: ['stop_p99', 'stop_after'],
  what: 'a STOP of one in 300 people in the midst of a campaign at full speed, by the operator’s log',
  run: ({ isQuick, folder, figures }) => {
    const logFile = join(folder, 'stops.tsv')
    return onInfrastructure(
      async ({ installation }) => {
        const people = isQuick ? 30_000 : 300_000
        const lists = new Lists(installation, folder, people)
        const listId = await lists.next()
        // One in three hundred either way: as many in a tenth of the time would be another bench.
        const run = { first: lists.firstPerson, people, stops: people / 300, logFile }
        const told = await stopsDuringCampaign(installation, listId, run)
        figures.add('stop.stops', told.stops, 'STOPs')
        figures.add('stop.had_it_before', told.before, 'segments')
        figures.add('stop.never_got_it', told.spared, 'people')
        figures.add('stop_after', told.after, 'segments', 0)
        figures.add('stop_median', told.medianMs, 'ms')
        figures.add('stop_p99', told.p99Ms, 'ms', 1_000)
      },
      { logFile },
    )
  },
}

const alertRate = 400

const alerts: Bench = {
  figures: ['alert_p99'],
  what: 'alerts beside a campaign that fills the rate of its route',
  run: ({ isQuick, folder, figures }) => {
    const logFile = join(folder, 'alerts.tsv')
    return onInfrastructure(
      async ({ installation }) => {
        const lists = new Lists(installation, folder, isQuick ? 15_000 : 60_000)
        const listId = await lists.next()
        const count = isQuick ? 200 : 1_000
        const run = { alerts: count, everyMs: 60, firstNumber: 50_000_000, logFile }
        const told = await alertsDuringCampaign(installation, listId, run)
        figures.add('alert.alerts', told.alerts, 'alerts')
        figures.add('alert.route_rate', told.ratePerSecond, 'segments/s', alertRate)
        figures.add('alert_median', told.medianMs, 'ms')
        figures.add('alert_p99', told.p99Ms, 'ms', 1_000)
      },
      { logFile, link: `window=100&rate=${alertRate}` },
    )
  },
}

const encode: Bench = {
  figures: ['encode_rate'],
  what: 'submissions made of their texts, beside the npm package smpp',
  run: async ({ isQuick, figures }) => {
    const { perSecond, reference } = encodeRate(isQuick ? 100_000 : 500_000)
    figures.add('encode_rate', perSecond, 'PDUs/s', reference)
  },
}

const classify: Bench = {
  figures: ['classify_rate'],
  what: 'records judged with every cell counted, beside a bare reading of the same file',
  run: async ({ isQuick, folder, figures }) => {
    const told = await classifyRate(folder, isQuick ? 200_000 : 1_000_000)
    figures.add('classify.planted', told.planted, 'records')
    figures.add('classify.found', told.found, 'records', told.planted)
    figures.add('classify_rate', told.perSecond, 'records/s', told.reference)
  },
}

/** In the order in which they run. */
export const benches: readonly Bench[] = [
  classify,
  encode,
  campaignRate,
  billRate,
  singleRate,
  stops,
  alerts,
  memory,
  growth,
  campaignBudget,
  importBudget,
  importAndLedger,
  underAttack,
  screens,
  watched,
  erasure,
  backup,
]
