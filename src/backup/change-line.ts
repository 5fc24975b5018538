// The line of changes on the server: begun with a backup, ended where it is lost or switched off.
import {
  changeLines,
  dropChangeLine,
  type Lsn,
  lsnOf,
  makeChangeLine,
  type ServerAddress,
} from '../storage/index.ts'
import { type FoundBackup, isBackupUnderWay, listBackups } from './backup-folder.ts'
import { linesIn, PieceSizes, piecesOf, removePieces } from './change-pieces.ts'
import type { WorkDeps } from './deps.ts'
import { type Manifest, openBackup } from './manifest.ts'

type Reads = Parameters<typeof changeLines>[0]

/** So many of the youngest backups keep the changes since them; the youngest alone above a size. */
const backupsWithChanges = 2
export const changesOctetsMax = 16 * 1024 ** 3

/** The line in which a backup stands that begins now; null: its changes are not kept. */
export async function lineForBackup(
  deps: Pick<WorkDeps, 'settings' | 'storage' | 'randomness'>,
  owner: Reads,
  folder: string,
): Promise<string | null> {
  // One that somebody makes elsewhere has no pieces beside it.
  if (!deps.settings.changes || folder !== deps.settings.folder) return null
  const { address } = deps.storage.wayIn
  const found = await changeLines(owner)
  const whole = found.find(({ isWhole }) => isWhole)
  for (const { line } of found) if (line !== whole?.line) await dropChangeLine(address, line)
  if (whole !== undefined) return whole.line
  const line = Buffer.from(deps.randomness.bytes(8)).toString('hex')
  await makeChangeLine(address, line)
  return line
}

export async function lineIsWhole(owner: Reads, line: string): Promise<boolean> {
  return (await changeLines(owner)).some((one) => one.line === line && one.isWhole)
}

/** Switched off, or lost: what the server keeps for it is let go. */
export async function endChangeLines(on: Reads, address: ServerAddress): Promise<number> {
  const found = await changeLines(on)
  for (const { line } of found) await dropChangeLine(address, line)
  return found.length
}

type Places = Pick<WorkDeps, 'places' | 'randomness'> & {
  settings: Pick<WorkDeps['settings'], 'folder'>
}

/** The youngest backups that can be opened, with what their changes follow on. */
export function backupsToKeepFor(deps: Places): { found: FoundBackup; manifest: Manifest }[] {
  const opened: { found: FoundBackup; manifest: Manifest }[] = []
  for (const found of listBackups(deps.settings.folder ?? '')) {
    try {
      opened.push(openBackup(found.path, deps.places.keysFolder, deps.randomness))
    } catch {
      // Damaged, or of other keys: nothing follows on it.
    }
    if (opened.length >= backupsWithChanges) break
  }
  return opened
}

/** Whether a backup is there on which this line follows, or one is being made. */
export function isFollowed(deps: Places & Pick<WorkDeps, 'timers'>, line: string): boolean {
  const { folder } = deps.settings
  if (folder === null) return false
  if (isBackupUnderWay(folder, deps.timers.now())) return true
  return backupsToKeepFor(deps).some(({ manifest }) => manifest.changes?.line === line)
}

/** `taken`: the line that is being received stays, where a first backup of it is not there yet. */
export async function removeUnneeded(
  deps: Places,
  { taken, octetsMax = changesOctetsMax }: { taken: string | null; octetsMax?: number },
): Promise<void> {
  const { folder } = deps.settings
  if (folder === null) return
  const all = linesIn(folder).flatMap((line) => piecesOf(folder, line))
  const isTooMuch = (await new PieceSizes().of(all)) > octetsMax
  const needed = new Map<string, Lsn>()
  const kept = backupsToKeepFor(deps)
  for (const { manifest } of isTooMuch ? kept.slice(0, 1) : kept) {
    if (manifest.changes === undefined) continue
    const { line } = manifest.changes
    const from = lsnOf(manifest.changes.from)
    const known = needed.get(line)
    if (known === undefined || from < known) needed.set(line, from)
  }
  if (taken !== null && !needed.has(taken)) needed.set(taken, 0n)
  removePieces(folder, needed)
}
