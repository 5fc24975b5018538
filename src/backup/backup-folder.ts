// The folder of the backups: one folder each, whole from the moment it has its name.
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../kernel/index.ts'
import { makeOwnFolder } from '../storage/index.ts'
import { backupError, folderFault } from './errors.ts'

export const summaryFile = 'backup.json'
export const manifestFile = 'manifest.sealed'
export const dataFile = 'data.sealed'
export const walFile = 'wal.sealed'
export const pagesFile = 'pages.sealed'
/** From 2 on the WAL is a file of its own; before that it is within the database. */
export const backupFormat = 2

/** What anybody who finds a backup may read of it. */
const summaryShape = z.object({
  format: z.number().int(),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  keyMark: z.string().regex(/^[0-9a-f]{16}$/),
  begunAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  accord: z.string(),
  postgres: z.string(),
  octets: z.number().int(),
})
export type Summary = z.output<typeof summaryShape>

export type FoundBackup = Summary & { path: string; begun: Instant }

const namePattern = /^accord-\d{8}T\d{6}Z-[0-9a-f]{8}$/
const unfinishedPattern = /^\.new-[0-9a-f]+$/

export function nameOf(begunAt: Instant, id: string): string {
  const time = new Date(begunAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `accord-${time}-${id.slice(0, 8)}`
}

export const unfinishedName = (id: string): string => `.new-${id}`

export function openFolder(folder: string): void {
  try {
    makeOwnFolder(folder)
    readdirSync(folder)
  } catch (error) {
    throw folderFault(error, folder)
  }
}

/** Left by one that was killed. Only the one that holds the lock may call it. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (unfinishedPattern.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Its files grow; one that was killed stands still, until the next one removes it. */
const stillMs = 30 * 60_000

export function isBackupUnderWay(folder: string, now: Instant): boolean {
  const names = orNull(() => readdirSync(folder)) ?? []
  return names
    .filter((name) => unfinishedPattern.test(name))
    .some((name) => {
      const files = [
        join(folder, name),
        join(folder, name, dataFile),
        join(folder, name, walFile),
        join(folder, name, pagesFile),
      ]
      const written = files.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      return now - Math.max(...written) < stillMs
    })
}

/** The youngest first; what is no backup of this form is passed over. */
export function listBackups(folder: string): FoundBackup[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => namePattern.test(name))
    .flatMap((name) => {
      const found = orNull(() => readSummary(join(folder, name)))
      return found === null ? [] : [found]
    })
    .sort((one, other) => other.begun - one.begun)
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

export function readSummary(path: string): FoundBackup {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(join(path, summaryFile), 'utf8'))
  } catch {
    throw backupError('backup.not_one', { folder: path })
  }
  const format = (read as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > backupFormat) {
    throw backupError('backup.of_newer_accord', { folder: path })
  }
  const summary = summaryShape.safeParse(read)
  if (!summary.success) throw backupError('backup.not_one', { folder: path })
  return { ...summary.data, path, begun: Date.parse(summary.data.begunAt) }
}

const dayMs = 86_400_000

/** Those whose time is over. The youngest stays whatever its age. */
export function outdated(
  found: readonly FoundBackup[],
  keepDays: number,
  now: Instant,
): FoundBackup[] {
  return found.slice(1).filter(({ begun }) => now - begun > keepDays * dayMs)
}

/** A night more than it is kept: it goes with the next one that is made. */
const removalMs = dayMs

/** When the oldest should have been gone, if it is still there since no younger one was made. */
export function overdueSince(
  oldest: Instant | null,
  keepDays: number,
  now: Instant,
): Instant | null {
  if (oldest === null) return null
  const due = oldest + keepDays * dayMs
  return due + removalMs < now ? due : null
}

export function removeBackup({ path }: FoundBackup): void {
  // Its summary first: half a backup is none, whenever this is cut off.
  rmSync(join(path, summaryFile), { force: true })
  rmSync(path, { recursive: true, force: true })
}

/** Null where it cannot be told yet, for instance before the first one. */
export function isOnDiskOf(folder: string, data: string): boolean | null {
  const deviceOf = (path: string): number | null => orNull(() => statSync(path).dev)
  const [one, other] = [deviceOf(folder) ?? deviceOf(dirname(folder)), deviceOf(data)]
  return one === null || other === null ? null : one === other
}

export function demandRoom(folder: string, octets: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < octets) throw backupError('backup.disk_full', { folder })
}

export function makeUnfinished(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    throw folderFault(error, folder)
  }
  return path
}
