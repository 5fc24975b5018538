// The first start: makes the data folder, whole or not at all.
import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { diskFull, folderFault, startError } from '../errors.ts'
import { type Folders, makeFor, removeUnfinished } from './folders.ts'
import type { Runtime } from './runtime.ts'
import type { ServerUser } from './server-user.ts'

/** The name of the superuser: used to make roles and to adopt, by nothing that serves requests. */
export const superuser = 'postgres'

/**
 * Under a name of its own until it is done: a data folder that has its name is whole. The locale is
 * PostgreSQL's built-in C.UTF-8, so that an index stays right on a machine with another C library.
 */
export async function initialise(folders: Folders, prepare: () => Runtime): Promise<void> {
  if (existsSync(join(folders.data, 'PG_VERSION'))) return
  removeUnfinished(folders)
  const unfinished = join(folders.root, `postgres.new-${process.pid}`)
  try {
    makeFor(unfinished, folders.user)
    const said = await run(prepare().initdb, initdbArguments(unfinished), folders.user)
    if (said !== null) throw initdbFailed(said, folders.root)
    renameSync(unfinished, folders.data)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Two first starts at once: the other one was quicker.
    if (existsSync(join(folders.data, 'PG_VERSION'))) return
    throw folderFault(error, folders.root)
  }
}

function initdbArguments(folder: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--auth-local=peer',
    '--auth-host=reject',
    '--no-instructions',
  ]
}

/** Resolves to null on success, else to what the program said. */
function run(program: string, words: string[], user: ServerUser): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      ...asUser(user),
      cwd: '/',
      env: serverEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      said = (said + text).slice(-4000)
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : said || `exit status ${code}`))
  })
}

export function asUser(user: ServerUser): { uid?: number; gid?: number } {
  return user.isOther ? { uid: user.uid, gid: user.gid } : {}
}

/** Nothing of the caller's environment: PGDATA, LD_PRELOAD or a locale of theirs would count. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

function initdbFailed(said: string, folder: string): Error {
  if (/no space left|disk quota|disk full/i.test(said)) return diskFull(folder)
  const reason = said.trim().split('\n').at(-1) ?? ''
  return startError(
    'storage.embedded_failed',
    `PostgreSQL could not make its data folder in ${folder} (${reason}): mend that, or set ` +
      'DATABASE_URL to a PostgreSQL 17 or newer.',
    { folder, reason },
  )
}
