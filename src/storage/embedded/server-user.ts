// The user of the operating system that the embedded server runs as: PostgreSQL refuses root.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, type Stats, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { startError } from '../errors.ts'

export type ServerUser = {
  name: string
  uid: number
  gid: number
  /** False when it is the user that Accord itself runs as: nothing has to be handed over. */
  isOther: boolean
}

/** Its own user is best: a stale pid of somebody else's process then cannot stand in the way. */
const candidates = ['accord', 'postgres', 'nobody']

/**
 * As an ordinary user: that user. As root: whoever owns the data already, else a system user
 * `accord` (made when missing), else `postgres`, else `nobody`.
 */
export function chooseServerUser(dataOwnerUid: number | null): ServerUser {
  const own = ownUser()
  if (own.uid !== 0) return own
  if (dataOwnerUid !== null && dataOwnerUid !== 0) {
    const owner = lookUp(String(dataOwnerUid))
    if (owner !== null) return owner
  }
  makeSystemUser()
  for (const name of candidates) {
    const user = lookUp(name)
    if (user !== null && user.uid !== 0) return user
  }
  throw startError(
    'storage.no_server_user',
    'PostgreSQL refuses to run as root and no other user could be made: start as an ordinary ' +
      'user, or set DATABASE_URL.',
  )
}

/** The user that Accord runs as. PostgreSQL needs its name. */
export function ownUser(): ServerUser {
  try {
    const { uid, gid, username } = userInfo()
    return { name: username, uid, gid, isOther: false }
  } catch {
    throw startError(
      'storage.no_user_entry',
      'This user has no entry in /etc/passwd, which PostgreSQL needs: add one, or set DATABASE_URL.',
    )
  }
}

function lookUp(nameOrUid: string): ServerUser | null {
  const number = (flags: string[]): number => {
    const result = spawnSync('id', [...flags, '--', nameOrUid], { encoding: 'utf8' })
    return result.status === 0 ? Number(result.stdout.trim()) : Number.NaN
  }
  const uid = number(['-u'])
  const gid = number(['-g'])
  if (!Number.isInteger(uid) || !Number.isInteger(gid)) return null
  return { name: nameOrUid, uid, gid, isOther: true }
}

function makeSystemUser(): void {
  if (process.platform !== 'linux' || lookUp('accord') !== null) return
  spawnSync('groupadd', ['--system', 'accord'], { stdio: 'ignore' })
  spawnSync(
    'useradd',
    [
      ...['--system', '--gid', 'accord', '--no-create-home'],
      ...['--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'accord'],
    ],
    { stdio: 'ignore' },
  )
}

/** The first folder on the way to `path` that this user may not pass, or null. */
export function firstClosedFolder(path: string, user: ServerUser): string | null {
  const way: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    way.unshift(folder)
    if (folder === dirname(folder)) break
  }
  return way.find((folder) => !mayPass(folder, user)) ?? null
}

function mayPass(folder: string, user: ServerUser): boolean {
  if (!user.isOther) return mayOpen(folder, constants.X_OK)
  return (permissionBits(statSync(folder), user) & 1) !== 0
}

/** Whether this user may read and run a file, the way to it apart. */
export function mayRun(file: string, user: ServerUser): boolean {
  if (!user.isOther) return mayOpen(file, constants.R_OK | constants.X_OK)
  return (permissionBits(statSync(file), user) & 5) === 5
}

export function mayRead(file: string, user: ServerUser): boolean {
  if (!user.isOther) return mayOpen(file, constants.R_OK)
  return (permissionBits(statSync(file), user) & 4) === 4
}

function mayOpen(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

/** The three bits that count for this user. Access lists are not looked at: the start then says. */
function permissionBits(stats: Stats, user: ServerUser): number {
  if (stats.uid === user.uid) return (stats.mode >> 6) & 7
  if (stats.gid === user.gid) return (stats.mode >> 3) & 7
  return stats.mode & 7
}
