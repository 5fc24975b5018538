// The drill: restores the youngest backup apart, counts, opens, and tries every erasure since.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countTables, endEmbedded, type Storage } from '../storage/index.ts'
import type { CopyFindings } from '../vault/index.ts'
import { demandRoom, listBackups, pagesFile } from './backup-folder.ts'
import type { DrillFound } from './contract.ts'
import type { WorkDeps } from './deps.ts'
import { backupError, folderFault } from './errors.ts'
import { type Manifest, type OpenedBackup, openBackup } from './manifest.ts'
import { extractBackup, onRestored, putPages } from './restore-backup.ts'
import { readSealed } from './sealed-file.ts'

export type Drilled = { backupId: string; found: DrillFound }

/** Its server ends and its folder goes with it, whatever it finds. */
export async function drill(deps: WorkDeps, folder: string): Promise<Drilled> {
  const startedAt = deps.timers.now()
  const { keysFolder } = deps.places
  const kept = listBackups(folder)
  const [youngest] = kept
  if (youngest === undefined) throw backupError('backup.none', { folder })
  const backup = openBackup(youngest.path, keysFolder, deps.randomness)
  const data = join(deps.places.dataFolder, drillFolder)
  try {
    await removeDrill(deps)
    demandRoom(deps.places.dataFolder, backup.manifest.plainOctets)
    mkdirSync(data, { mode: 0o700 })
    await extractBackup(backup, data)
    const restoreDeps = { keysFolder, timers: deps.timers, randomness: deps.randomness }
    const tried = await onRestored(restoreDeps, data, async (storage) => {
      const tables = await compareTables(storage, backup.manifest)
      await putPages(restoreDeps, storage, backup)
      const { database } = storage
      return { tables, sampled: await deps.sample({ database, dataFolder: data, keysFolder }) }
    })
    const erasures = await tryErasures(
      deps,
      kept.map(({ path }) => path),
      backup,
    )
    const seconds = Math.round((deps.timers.now() - startedAt) / 100) / 10
    return { backupId: backup.found.id, found: foundOf(tried, erasures, seconds) }
  } catch (error) {
    throw folderFault(error, folder)
  } finally {
    await removeDrill(deps)
  }
}

/** Within the data folder, which the database's own user may pass. */
const drillFolder = 'drill'

/** Ended before its end, it leaves a server that somebody has to end. */
export async function removeDrill({
  places,
  timers,
}: Pick<WorkDeps, 'places' | 'timers'>): Promise<void> {
  const data = join(places.dataFolder, drillFolder)
  await endEmbedded(data, timers)
  rmSync(data, { recursive: true, force: true })
}

type Compared = { counted: number; rows: number; wrong: { name: string; rows: number }[] }

async function compareTables(
  storage: Pick<Storage, 'asOwner'>,
  manifest: Manifest,
): Promise<Compared> {
  const counted = await storage.asOwner(countTables)
  const rowsOf = new Map(counted.map(({ name, rows }) => [name, rows]))
  const wrong = manifest.tables.flatMap(({ name, least, most }) => {
    const rows = rowsOf.get(name) ?? 0
    return rows >= least && rows <= most && rowsOf.has(name) ? [] : [{ name, rows }]
  })
  const rows = counted.reduce((sum, one) => sum + one.rows, 0)
  return { counted: manifest.tables.length, rows, wrong }
}

type Erasures = { backups: number; youngest: CopyFindings; all: CopyFindings[] }

/** In every backup that is kept, not in the youngest alone: people are in each of them. */
async function tryErasures(
  deps: WorkDeps,
  paths: readonly string[],
  youngest: OpenedBackup,
): Promise<Erasures> {
  const tryOne = (backup: OpenedBackup): Promise<CopyFindings> => {
    const path = join(backup.found.path, pagesFile)
    const octets = readSealed(path, backup.keys.ofFile(pagesFile), false)
    return deps.vault.tryCopy(octets, deps.timers.now())
  }
  const first = await tryOne(youngest)
  const all = [first]
  for (const path of paths) {
    if (path === youngest.found.path) continue
    all.push(await tryOne(openBackup(path, deps.places.keysFolder, deps.randomness)))
  }
  return { backups: all.length, youngest: first, all }
}

function foundOf(
  { tables, sampled }: { tables: Compared; sampled: { tried: number; opened: number } },
  { backups, youngest, all }: Erasures,
  seconds: number,
): DrillFound {
  const sum = (count: (one: CopyFindings) => number) =>
    all.reduce((total, one) => total + count(one), 0)
  const untils = all.flatMap(({ pendingUntil }) => (pendingUntil === null ? [] : [pendingUntil]))
  return {
    seconds,
    backups,
    tables: tables.counted,
    rows: tables.rows,
    tablesWrong: tables.wrong.slice(0, 20).map(({ name }) => name),
    sampled: sampled.tried,
    opened: sampled.opened,
    people: youngest.people,
    closed: youngest.closed,
    erased: sum(({ erased }) => erased),
    unreadable: sum(({ unreadable }) => unreadable),
    pending: sum(({ pending }) => pending),
    pendingUntil: untils.length === 0 ? null : new Date(Math.max(...untils)).toISOString(),
    readable: sum(({ readable }) => readable),
  }
}

/** What makes it a failure: people lost, rows missing, or somebody erased who can be read. */
export function isWell(found: DrillFound): boolean {
  const { tablesWrong, sampled, opened, closed, readable } = found
  return tablesWrong.length === 0 && sampled === opened && closed === 0 && readable === 0
}
