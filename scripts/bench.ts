// npm run bench: imports, sends and proves on an installation of its own, each figure beside a
// reference of the same run. `--quick` for a tenth, `--json` for one line of JSON a figure.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyReference } from './bench/copy-reference.ts'
import { Figures, progress } from './bench/figures.ts'
import { type Installation, secondsSince, startInstallation } from './bench/installation.ts'
import { linkReference } from './bench/link-reference.ts'
import { importFile, publishWording } from './bench/measure-import.ts'
import { sequenced, verifyLedger } from './bench/measure-ledger.ts'
import { runCampaign, sendSingles } from './bench/measure-sending.ts'
import { peakRss, watchDatabase } from './bench/memory.ts'
import { writePeople } from './bench/people.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const size = values.quick
  ? { rows: 100_000, messages: 20_000, singles: 2_000 }
  : { rows: 1_000_000, messages: 100_000, singles: 5_000 }
/** Requests that one client keeps open. */
const atOnce = 32

const figures = new Figures(values.json)
const prefix = join(tmpdir(), 'accord-bench-')

function machine(): string {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${cpus().length} × ${cpu?.model ?? '?'}, ${memory}, Node ${process.versions.node}`
}

async function measureImport(installation: Installation, folder: string, wordingId: string) {
  const file = join(folder, 'all.csv')
  progress(`writing ${size.rows} rows`)
  await writePeople(file, { first: size.messages, count: size.rows, refusedEvery: 10 })
  progress('importing them')
  const database = watchDatabase(installation.pids.database)
  const imported = await importFile(installation, file, wordingId)
  const sequencing = performance.now()
  await sequenced(installation)
  const sequencedSeconds = secondsSince(sequencing)
  const peak = database.stop()
  progress('the same rows by bare COPY')
  const copy = await copyReference(join(installation.folder, 'data'))
  const { rows, rejected } = imported.view.counts ?? { rows: 0, rejected: 0 }
  const perSecond = rows / imported.runSeconds
  figures.add('import.rows', rows, 'rows')
  figures.add('import.rejected', rejected, 'rows')
  figures.add('import.rows_per_second', perSecond, 'rows/s', rows / copy.contacts)
  figures.add('import.rows_per_second_all_tables', perSecond, 'rows/s', rows / copy.all)
  figures.add('import.from_upload_seconds', imported.wholeSeconds, 's')
  figures.add('import.sequenced_after_seconds', sequencedSeconds, 's')
  addMemory(installation, 'import', peak)
}

function addMemory({ pids }: Installation, what: string, database: number | null): void {
  const server = peakRss(pids.server)
  const sandbox = peakRss(pids.sandbox)
  if (server !== null) figures.add(`${what}.server_peak_rss`, server, 'MiB')
  if (database !== null) figures.add(`${what}.postgres_peak_pss`, database, 'MiB')
  if (sandbox !== null) figures.add(`${what}.sandbox_peak_rss`, sandbox, 'MiB')
}

async function measureSending(installation: Installation, folder: string, wordingId: string) {
  const file = join(folder, 'campaign.csv')
  progress(`a campaign to ${size.messages} people`)
  await writePeople(file, { first: 0, count: size.messages, refusedEvery: null })
  const { listId } = await importFile(installation, file, wordingId)
  const database = watchDatabase(installation.pids.database)
  const campaign = await runCampaign(installation, listId)
  const peak = database.stop()
  progress('the same link without a database')
  const bare = await linkReference(size.messages)
  figures.add('campaign.messages', campaign.messages, 'messages')
  figures.add('campaign.segments', campaign.segments, 'segments')
  figures.add('campaign.check_sheet_seconds', campaign.sheetSeconds, 's')
  figures.add(
    'campaign.submitted_per_second',
    campaign.messages / campaign.submittedSeconds,
    'messages/s',
  )
  figures.add(
    'campaign.receipted_per_second',
    campaign.messages / campaign.seconds,
    'messages/s',
    bare,
  )
  addMemory(installation, 'campaign', peak)
  progress('single messages over HTTP')
  const singles = await sendSingles(installation, { count: size.singles, atOnce })
  figures.add('http.messages_per_second', singles.perSecond, 'messages/s', singles.barePerSecond)
  figures.add('http.median_ms', singles.medianMs, 'ms')
  figures.add('http.p99_ms', singles.p99Ms, 'ms')
}

async function measureLedger(installation: Installation) {
  progress('the ledger, exported and verified')
  const { leaves, exportSeconds, verifySeconds, hashSeconds } = await verifyLedger(installation)
  const micros = (seconds: number) => (seconds * 1e6) / leaves
  figures.add('ledger.leaves', leaves, 'leaves')
  figures.add('ledger.export_seconds', exportSeconds, 's')
  figures.add('ledger.verify_per_leaf', micros(verifySeconds), 'µs', micros(hashSeconds))
}

progress(machine())
const folder = mkdtempSync(prefix)
const installation = await startInstallation()
try {
  const wordingId = await publishWording(installation)
  await measureImport(installation, folder, wordingId)
  await measureSending(installation, folder, wordingId)
  await measureLedger(installation)
  figures.print()
} finally {
  await installation.stop()
  if (folder.startsWith(prefix)) rmSync(folder, { recursive: true })
}
