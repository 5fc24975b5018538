// What the folders of the installation say: modes, owners, what lies above them, room left.
import { existsSync, lstatSync, readdirSync, realpathSync, statfsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import type { Instant } from '../../kernel/index.ts'
import {
  type Disk,
  type Facts,
  type KeysFolder,
  type MachineSettings,
  type Unseen,
  unseen,
} from '../facts.ts'
import { fileSystemOf } from './file-system.ts'

/** No more of a folder is looked through. */
const entriesMax = 2_000

export function measureKeys(
  settings: MachineSettings,
  recoveryCheckedAt: (folder: string) => Instant | null,
): KeysFolder | Unseen {
  const { keysFolder: folder } = settings
  try {
    const facts = lstatSync(folder)
    const paths = [folder, ...entriesOf(folder, 2)]
    return {
      folder,
      open: paths.filter((path) => mayOthers(path, 0o077)),
      isOwn: isOwn(facts.uid, settings.dataFolder),
      mixedWith: mixedWith(settings),
      fileSystem: fileSystemOf(folder),
      snapshots: snapshotsOver(folder),
      synced: syncedBy(folder),
      recoveryCheckedAt: recoveryCheckedAt(folder),
    }
  } catch {
    return unseen('refused')
  }
}

/** The program's user: this one, or that of the data where another looks from a terminal. */
function isOwn(uid: number, dataFolder: string): boolean {
  if (process.getuid === undefined) return true
  return uid === process.getuid() || uid === lstatSync(dataFolder).uid
}

/** Access of others counts where the system has it (on Windows the mode says nothing). */
function mayOthers(path: string, mask: number): boolean {
  if (process.platform === 'win32') return false
  const facts = lstatSync(path, { throwIfNoEntry: false })
  return facts !== undefined && !facts.isSymbolicLink() && (facts.mode & mask) !== 0
}

function entriesOf(folder: string, depth: number): string[] {
  if (depth === 0) return []
  const entries = readdirSync(folder, { withFileTypes: true }).slice(0, entriesMax)
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? [path, ...entriesOf(path, depth - 1)] : [path]
  })
}

const isInside = (outer: string, inner: string) => {
  const path = relative(outer, inner)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}

/** By where the folders truly are: a link may lead one into another. */
function mixedWith({ keysFolder, dataFolder, filesFolder }: MachineSettings): string | null {
  const real = (folder: string) => (existsSync(folder) ? realpathSync(folder) : folder)
  const keys = real(keysFolder)
  const others = [dataFolder, filesFolder]
  return others.find((other) => isInside(real(other), keys) || isInside(keys, real(other))) ?? null
}

function foldersOver(folder: string): string[] {
  const found = [realpathSync(folder)]
  for (;;) {
    const last = found.at(-1) ?? ''
    const over = dirname(last)
    if (over === last) return found
    found.push(over)
  }
}

/** Where snapper, timeshift and ZFS keep theirs. */
const snapshotFolders = ['.snapshots', 'timeshift-btrfs', join('.zfs', 'snapshot')]

function snapshotsOver(folder: string): string | null {
  for (const over of foldersOver(folder)) {
    for (const name of snapshotFolders) {
      const path = join(over, name)
      if (holdsSomething(path)) return path
    }
  }
  return null
}

function holdsSomething(path: string): boolean {
  try {
    return readdirSync(path).length > 0
  } catch {
    return false
  }
}

/** What synchronising and versioning programs leave in the folders that they work on. */
const signs = ['.git', '.hg', '.svn', '.stfolder', '.sync', '.dropbox', '.owncloudsync.log']
const namesOfClouds = /^(?:Dropbox|OneDrive|Nextcloud|ownCloud|Google ?Drive|iCloud.*)$/i

function syncedBy(folder: string): string | null {
  for (const over of foldersOver(folder)) {
    const name = over.split('/').at(-1) ?? ''
    if (namesOfClouds.test(name)) return over
    const sign = signs.find((one) => existsSync(join(over, one)))
    if (sign !== undefined) return join(over, sign)
  }
  return null
}

/**
 * Reading and writing by others, not passing through: as root the database has a user of its own,
 * who has to pass to its folders in data and log.
 */
const readOrWrite = 0o066

export function measureOpenFiles(settings: MachineSettings): Facts['openFiles'] {
  const { dataFolder, filesFolder, logFolder } = settings
  try {
    const isOpen = (path: string) => mayOthers(path, readOrWrite)
    const isLog = (path: string) => logFolder !== null && isInside(logFolder, path)
    const within = (folder: string, depth: number) =>
      existsSync(folder) ? [folder, ...entriesOf(folder, depth)] : []
    const data = [...new Set([dataFolder, filesFolder])].flatMap((folder) => within(folder, 1))
    return {
      data: data.filter((path) => !isLog(path) && isOpen(path)),
      logs: logFolder === null ? [] : within(logFolder, 2).filter(isOpen),
    }
  } catch {
    return unseen('refused')
  }
}

export function measureDisks(settings: MachineSettings): readonly Disk[] | Unseen {
  const { dataFolder, filesFolder, keysFolder, logFolder } = settings
  const folders = [dataFolder, filesFolder, keysFolder, ...(logFolder === null ? [] : [logFolder])]
  try {
    return [...new Set(folders)].filter((folder) => existsSync(folder)).map(diskOf)
  } catch {
    return unseen('refused')
  }
}

function diskOf(folder: string): Disk {
  const { bsize, blocks, bavail, files, ffree } = statfsSync(folder)
  const percent = (part: number, whole: number) => Math.floor((100 * part) / Math.max(1, whole))
  return {
    folder,
    freeOctets: bsize * bavail,
    freePercent: percent(bavail, blocks),
    freeInodesPercent: files === 0 ? null : percent(ffree, files),
  }
}
