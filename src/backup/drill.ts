// The drill: restores the youngest backup apart, counts, opens, and tries every erasure since.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../kernel/index.ts'
import { countTables, endEmbedded, giveWay, rowsWritten, type Storage } from '../storage/index.ts'
import { type CopyFindings, copyAllPages } from '../vault/index.ts'
import { demandRoom, listBackups, pagesFile } from './backup-folder.ts'
import type { DrillFound } from './contract.ts'
import type { Sampled, WorkDeps } from './deps.ts'
import { backupError, folderFault } from './errors.ts'
import { type Manifest, type OpenedBackup, openBackup } from './manifest.ts'
import { Pace } from './pace.ts'
import {
  type HeldChanges,
  heldChanges,
  replayChanges,
  roomForChanges,
  wholeChanges,
} from './replay-changes.ts'
import { extractBackup, onRestored, putPages } from './restore-backup.ts'
import { readSealed, sealedWriter } from './sealed-file.ts'

type Owner = Parameters<typeof rowsWritten>[0]
export type Drilled = { backupId: string; found: DrillFound }

/** Its server ends and its folder goes with it, whatever it finds. */
export async function drill(deps: WorkDeps, owner: Owner, folder: string): Promise<Drilled> {
  const startedAt = deps.timers.now()
  const { keysFolder } = deps.places
  const kept = listBackups(folder)
  const [youngest] = kept
  if (youngest === undefined) throw backupError('backup.none', { folder })
  const backup = openBackup(youngest.path, keysFolder, deps.randomness)
  const data = join(deps.places.dataFolder, drillFolder)
  const pace = new Pace({ timers: deps.timers, rowsWritten: () => rowsWritten(owner) })
  const step = () => pace.step()
  try {
    await removeDrill(deps)
    const { changes, fault } = await changesOf(deps, folder, backup)
    demandRoom(deps.places.dataFolder, roomFor(backup, changes))
    mkdirSync(data, { mode: 0o700 })
    await extractBackup(backup, data, step)
    const restoreDeps = restoreDepsOf(deps)
    const tried = await onRestored(restoreDeps, data, async (storage) => {
      const tables = await compareTables(storage, backup.manifest, step)
      // With changes behind it nobody restores it alone; alone it may not even open any more.
      if (changes !== null || fault !== null) return { tables, sampled: none }
      await putPages(restoreDeps, storage, backup)
      const { database } = storage
      return { tables, sampled: await deps.sample({ database, dataFolder: data, keysFolder }) }
    })
    const replayed = changes === null ? null : await tryChanges(deps, { backup, changes, step })
    const erasures = await tryErasures(
      deps,
      kept.map(({ path }) => path),
      { backup, replayed: replayed?.findings ?? null },
    )
    const seconds = Math.round((deps.timers.now() - startedAt) / 100) / 10
    const found = foundOf({ ...tried, sampled: replayed?.sampled ?? tried.sampled }, erasures, {
      ...{ seconds, changesFault: fault },
      changesUntil: replayed === null ? null : new Date(replayed.until).toISOString(),
    })
    return { backupId: backup.found.id, found }
  } catch (error) {
    throw folderFault(error, folder)
  } finally {
    await removeDrill(deps)
  }
}

/** With its pages, which are put back, and what the changes write. */
function roomFor({ manifest }: OpenedBackup, changes: HeldChanges | null): number {
  const ofPages = manifest.parts.find(({ name }) => name === pagesFile)?.octets ?? 0
  return manifest.plainOctets + 2 * ofPages + roomForChanges(changes)
}

const none: Sampled = { tried: 0, opened: 0 }

const restoreDepsOf = ({ places, timers, randomness }: WorkDeps) => ({
  ...{ keysFolder: places.keysFolder, timers, randomness },
})

/** Those that are whole; a fault among them is one of the drill. */
async function changesOf(
  deps: WorkDeps,
  folder: string,
  { manifest }: OpenedBackup,
): Promise<{ changes: HeldChanges | null; fault: string | null }> {
  const { randomness } = deps
  const { keysFolder } = deps.places
  const found = heldChanges({ keysFolder, randomness }, { folder, manifest, isKept: true })
  if (found === null) return { changes: null, fault: null }
  const changes = await wholeChanges(found)
  return changes.broken === null
    ? { changes, fault: null }
    : { changes: null, fault: changes.broken }
}

type Tried = { backup: OpenedBackup; changes: HeldChanges; step: () => Promise<unknown> }

/**
 * Once more from the beginning, since what was started without them has a history of its own. Its
 * pages of keys are tried as those of the backups are.
 */
async function tryChanges(
  deps: WorkDeps,
  { backup, changes, step }: Tried,
): Promise<{ sampled: Sampled; findings: CopyFindings; until: Instant }> {
  const { keysFolder } = deps.places
  const data = join(deps.places.dataFolder, drillFolder)
  await removeDrill(deps)
  // The disk may have filled meanwhile.
  demandRoom(deps.places.dataFolder, roomFor(backup, changes))
  mkdirSync(data, { mode: 0o700 })
  await extractBackup(backup, data, step)
  const pages = join(data, pagesFile)
  const key = deps.randomness.bytes(32)
  const { sampled, until } = await replayChanges(
    changes,
    { dataFolder: data, at: null },
    (on, work) => onRestored(restoreDepsOf(deps), on, work),
    async ({ database }, reachedAt) => {
      const writer = sealedWriter(pages, key, false)
      await copyAllPages(database, writer.take)
      await writer.end()
      const found = await deps.sample({ database, dataFolder: data, keysFolder })
      return { sampled: found, until: reachedAt }
    },
  )
  const findings = await deps.vault.tryCopy(readSealed(pages, key, false), deps.timers.now())
  return { sampled, findings, until }
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
  step: () => Promise<unknown>,
): Promise<Compared> {
  const counted = await storage.asOwner(async (owner) => {
    await giveWay(owner)
    return countTables(owner, step)
  })
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
  { backup: youngest, replayed }: { backup: OpenedBackup; replayed: CopyFindings | null },
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
  const backups = all.length
  if (replayed !== null) all.push(replayed)
  return { backups, youngest: replayed ?? first, all }
}

function foundOf(
  { tables, sampled }: { tables: Compared; sampled: Sampled },
  { backups, youngest, all }: Erasures,
  more: Pick<DrillFound, 'seconds' | 'changesUntil' | 'changesFault'>,
): DrillFound {
  const sum = (count: (one: CopyFindings) => number) =>
    all.reduce((total, one) => total + count(one), 0)
  const untils = all.flatMap(({ pendingUntil }) => (pendingUntil === null ? [] : [pendingUntil]))
  return {
    ...more,
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
  const { tablesWrong, sampled, opened, closed, readable, changesFault } = found
  const isWhole = tablesWrong.length === 0 && changesFault === null
  return isWhole && sampled === opened && closed === 0 && readable === 0
}
