// The benches of an import: its rate with STOPs meanwhile, its ledger,
// and what a row costs by step.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyReference } from './copy-reference.ts'
import { budgetOf, budgetSteps } from './import-budget.ts'
import type { Installation } from './installation.ts'
import { importFile, publishWording } from './measure-import.ts'
import { sequenced, verifyLedger } from './measure-ledger.ts'
import { runCampaign } from './measure-sending.ts'
import { stopsMeanwhile } from './measure-under-load.ts'
import { cpuSeconds, peakRss, serverCpuSeconds, watchDatabase } from './memory.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { writePeople } from './people.ts'
import { secondsSince, sleep } from './wait.ts'

const stopsDuringImport = 200
/** Above the numbers of the file that is measured. */
const stoppersFrom = 40_000_000

/** People who were written to, so that their STOP finds the account. */
async function peopleWrittenTo(installation: Installation, folder: string, wordingId: string) {
  const file = join(folder, 'stoppers.csv')
  const people = { first: stoppersFrom, count: stopsDuringImport, refusedEvery: null }
  await writePeople(file, people)
  const { listId } = await importFile(installation, file, wordingId)
  await runCampaign(installation, listId)
}

const used = ({ pids }: Installation) => ({
  database: cpuSeconds(pids.database),
  server: serverCpuSeconds(pids.server),
})

export const importAndLedger: Bench = {
  figures: [
    'import.rows_per_second',
    'import_1m_seconds',
    'import.stop_p99',
    'ledger.verify_per_leaf',
  ],
  what: 'a file with consents, STOPs while it comes in, and the ledger that it makes',
  run: ({ isQuick, folder, figures }) =>
    onInfrastructure(async ({ installation }) => {
      const file = join(folder, 'all.csv')
      const count = isQuick ? 50_000 : 1_000_000
      // A consent in each row, so that there are as many leaves: the most that a file can ask.
      await writePeople(file, { first: 0, count, refusedEvery: null })
      const wordingId = await publishWording(installation)
      await peopleWrittenTo(installation, folder, wordingId)
      const database = watchDatabase(installation.pids.database)
      const before = used(installation)
      const stops = { first: stoppersFrom, count: stopsDuringImport, everyMs: isQuick ? 20 : 150 }
      const [imported, stopped] = await Promise.all([
        importFile(installation, file, wordingId),
        stopsMeanwhile(installation, stops),
      ])
      const after = used(installation)
      const sequencing = performance.now()
      await sequenced(installation)
      const sequencedSeconds = secondsSince(sequencing)
      const peak = database.stop()
      const copy = await copyReference(join(installation.folder, 'data'))
      const { rows, rejected } = imported.view.counts ?? { rows: 0, rejected: 0 }
      const perSecond = rows / imported.runSeconds
      figures.add('import.rows', rows, 'rows', count)
      figures.add('import.rejected', rejected, 'rows')
      figures.add('import.rows_per_second', perSecond, 'rows/s', rows / copy.contacts)
      figures.add('import.rows_per_second_all_tables', perSecond, 'rows/s', rows / copy.all)
      // Only where a million rows were imported indeed.
      if (!isQuick) figures.add('import_1m_seconds', imported.runSeconds, 's', 60)
      const cpu = (what: 'server' | 'database') => ((after[what] - before[what]) * 1e6) / rows
      figures.add('import.cpu_server', cpu('server'), 'µs/row')
      figures.add('import.cpu_database', cpu('database'), 'µs/row')
      figures.add('import.from_upload_seconds', imported.wholeSeconds, 's')
      figures.add('import.sequenced_after_seconds', sequencedSeconds, 's')
      figures.add('import.stops', stopped.stops, 'STOPs')
      figures.add('import.stop_median', stopped.medianMs, 'ms')
      figures.add('import.stop_p99', stopped.p99Ms, 'ms', 1_000)
      const server = peakRss(installation.pids.server)
      if (server !== null) figures.add('import.server_peak_rss', server, 'MiB')
      if (peak !== null) figures.add('import.postgres_peak_pss', peak, 'MiB')
      const verified = await verifyLedger(installation)
      const micros = (seconds: number) => (seconds * 1e6) / verified.leaves
      figures.add('ledger.leaves', verified.leaves, 'leaves')
      figures.add('ledger.export_seconds', verified.exportSeconds, 's')
      const reference = micros(verified.hashSeconds)
      figures.add('ledger.verify_per_leaf', micros(verified.verifySeconds), 'µs', reference)
    }),
}

/**
 * A run of its own: the profiler takes its share. The processor's microseconds a row, by step, of
 * the analysis and of the run together, and those of PostgreSQL beside them.
 */
export const importBudget: Bench = {
  figures: ['import_budget', ...budgetSteps.map((step) => `import_budget.${step}`)],
  what: 'what a row of an import costs, step by step, by a profile of its thread',
  run: ({ isQuick, folder, figures }) =>
    onInfrastructure(
      async ({ installation }) => {
        const file = join(folder, 'budget.csv')
        const count = isQuick ? 50_000 : 200_000
        await writePeople(file, { first: 0, count, refusedEvery: null })
        const wordingId = await publishWording(installation)
        const before = used(installation)
        await importFile(installation, file, wordingId)
        const after = used(installation)
        // A thread writes its profile as it ends: its process is kept a while for the next file.
        await sleep(40_000)
        const database = after.database - before.database
        const profiles = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))
        const budget = budgetOf(profiles.map((name) => join(folder, name)))
        const profiled = Object.values(budget).reduce((sum, seconds) => sum + seconds, 0)
        // A profile counts what passes; what was used is less where others use the machine too.
        const share = Math.min(1, (after.server - before.server) / profiled)
        const perRow = (seconds: number) => (seconds * 1e6) / count
        let whole = perRow(database)
        for (const step of budgetSteps) {
          if (step === 'copy') continue
          whole += perRow(budget[step] * share)
          figures.add(`import_budget.${step}`, perRow(budget[step] * share), 'µs/row')
        }
        figures.add('import_budget.copy', perRow(database), 'µs/row')
        figures.add('import_budget', whole, 'µs/row', 120)
      },
      { profiles: folder },
    ),
}
