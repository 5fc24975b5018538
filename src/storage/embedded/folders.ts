// Where the embedded server keeps what: data, socket, log, and its programs where they are copied.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderFault, folderUnreadable, startError } from '../errors.ts'
import { makeOwnFolder } from '../own-folder.ts'
import { chooseServerUser, firstClosedFolder, type ServerUser } from './server-user.ts'

export const postgresMajor = 17

export type Folders = {
  root: string
  data: string
  socket: string
  log: string
  copies: string
  user: ServerUser
}

/** `sockaddr_un` holds 104 octets on macOS, 108 on Linux, a zero included. */
const socketPathOctetsMax = 100
const socketName = '/.s.PGSQL.5432'

/** Makes what is missing, gives the server's user what it needs, and refuses what cannot work. */
export function prepareFolders(dataFolder: string): Folders {
  try {
    makeOwnFolder(dataFolder)
    const root = realpathSync(dataFolder)
    const data = join(root, 'postgres')
    const user = chooseServerUser(ownerOf(data))
    checkOwner(root, data, user)
    letThrough(root, user)
    refuseOtherMajor(data)
    const log = join(root, 'log', 'postgres')
    mkdirSync(join(root, 'log'), { recursive: true, mode: 0o700 })
    letThrough(join(root, 'log'), user)
    makeFor(log, user)
    return {
      root,
      data,
      log,
      user,
      socket: socketFolder(root, user),
      copies: join(root, 'programs'),
    }
  } catch (error) {
    throw folderFault(error, dataFolder)
  }
}

function ownerOf(path: string): number | null {
  return existsSync(path) ? statSync(path).uid : null
}

function checkOwner(root: string, data: string, user: ServerUser): void {
  const owner = ownerOf(data)
  if (owner !== null && owner !== user.uid) throw folderUnreadable(data)
  readdirSync(root)
  if (owner !== null) readdirSync(data)
}

/** As root the server has a user of its own: it may pass this folder, and not list it. */
function letThrough(folder: string, user: ServerUser): void {
  const stats = statSync(folder)
  if (user.isOther && (stats.mode & 1) === 0 && stats.uid === 0) {
    chownSync(folder, -1, user.gid)
    chmodSync(folder, (stats.mode & 0o700) | 0o710)
  }
  const closed = firstClosedFolder(folder, user)
  if (closed === null) return
  throw startError(
    'storage.data_folder_unreachable',
    `The data folder ${folder} lies under ${closed}, which the database's user "${user.name}" ` +
      `may not enter: run "chmod o+x ${closed}", or set ACCORD_DATA to a folder elsewhere.`,
    { folder, closed, user: user.name },
  )
}

function refuseOtherMajor(data: string): void {
  const file = join(data, 'PG_VERSION')
  if (!existsSync(file)) return
  const major = readFileSync(file, 'utf8').trim()
  if (major === String(postgresMajor)) return
  throw startError(
    'storage.other_major',
    `The data in ${data} was written by PostgreSQL ${major}, and this version of Accord brings ` +
      `${postgresMajor}: run "accord export FOLDER" with the version of Accord that wrote it, ` +
      `then ` +
      '"accord import-installation FOLDER" with this one and an empty ACCORD_DATA.',
    { folder: data, found: major, brought: postgresMajor },
  )
}

/** A folder that belongs to the server's user and is closed to all others. */
export function makeFor(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user.isOther) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
}

/**
 * Beside the data; in the temporary folder, under a name of its own, where that path is too long.
 */
function socketFolder(root: string, user: ServerUser): string {
  const beside = join(root, 'run')
  if (Buffer.byteLength(beside + socketName) <= socketPathOctetsMax) {
    makeFor(beside, user)
    return beside
  }
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const name = `accord-${mark}`
  const places = [tmpdir(), '/tmp'].map((place) => join(place, name))
  const short = places.find((path) => Buffer.byteLength(path + socketName) <= socketPathOctetsMax)
  if (short === undefined) throw folderUnreadable(root)
  if (existsSync(short) && !isOurs(short, user)) {
    throw startError(
      'storage.socket_folder_taken',
      `The folder ${short}, which the database's socket needs, belongs to somebody else: remove it.`,
      { folder: short },
    )
  }
  makeFor(short, user)
  return short
}

/** Anyone may put a folder or a link of that name into /tmp before us. */
function isOurs(path: string, user: ServerUser): boolean {
  const stats = lstatSync(path)
  return stats.isDirectory() && (stats.uid === user.uid || stats.uid === process.getuid?.())
}

/**
 * What a first start that was cut off left behind: its folder has another name until it is done.
 */
export function removeUnfinished(folders: Folders): void {
  for (const name of readdirSync(folders.root)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(join(folders.root, name), { recursive: true, force: true })
    }
  }
}

/** A process that has ended and waits for its parent to notice (a zombie) is not alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return processStat(pid)?.[0] !== 'Z'
}

/**
 * The fields of /proc/PID/stat from the third on (proc(5)): state first; null where there is none.
 */
export function processStat(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
