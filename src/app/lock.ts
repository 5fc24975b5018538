// One server a data folder: a lock file that names its process, and what the others need to know.
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UploadLost } from '../backup/index.ts'
import { AppError } from '../kernel/index.ts'
import { makeOwnFolder, type RunningPostgres } from '../storage/index.ts'
import { appError } from './errors.ts'

/** What the running server tells the commands beside it. */
export type RunFile = {
  pid: number
  /** When the process began, in the kernel's ticks (Linux): a pid is given out again. */
  began: string
  url: string | null
  /** Where the sandbox operator is told to send a reply; loopback, no personal data asked. */
  sandboxControlPort: number | null
  /** Null until the database answers, and from a server of an older version. */
  postgres: RunningPostgres | null
  /** The server that e-mails leave by; null: none leaves. Absent from an older version. */
  mail?: string | null
  /** Contact files that a restore did not bring, as the server last looked. */
  uploadsLost?: readonly UploadLost[]
}

export type Lock = { update(facts: Partial<RunFile>): void; release(): void }

const fileName = 'server.json'

export function takeLock(dataFolder: string): Lock {
  makeFolder(dataFolder)
  const path = join(dataFolder, fileName)
  let facts: RunFile = {
    pid: process.pid,
    began: beganAt(process.pid),
    url: null,
    sandboxControlPort: null,
    postgres: null,
  }
  for (let turn = 0; turn < 5; turn += 1) {
    if (placeNew(dataFolder, path, facts)) {
      return {
        update: (more) => {
          facts = { ...facts, ...more }
          replace(dataFolder, path, facts)
        },
        release: () => rmSync(path, { force: true }),
      }
    }
    const other = readRunFile(dataFolder)
    if (other !== null && isRunning(other)) throw alreadyRunning(dataFolder, other)
    // Left by a server that was killed. Of two that come now, one moves it away.
    moveAway(path)
  }
  throw alreadyRunning(dataFolder, readRunFile(dataFolder))
}

/** The server that runs on this folder, or null. */
export function runningServer(dataFolder: string): RunFile | null {
  const found = readRunFile(dataFolder)
  return found !== null && isRunning(found) ? found : null
}

/** For every command alike: what cannot be made is told in one sentence. */
export function makeFolder(dataFolder: string): void {
  try {
    makeOwnFolder(dataFolder)
  } catch (error) {
    throw folderUnusable(dataFolder, error)
  }
}

/** A hard link is made or refused in one step, with the whole content behind it. */
function placeNew(folder: string, path: string, facts: RunFile): boolean {
  const draft = join(folder, `${fileName}.${randomUUID()}`)
  try {
    writeFileSync(draft, `${JSON.stringify(facts)}\n`, { mode: 0o600 })
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw folderUnusable(folder, error)
  } finally {
    removeDraft(draft)
  }
}

/**
 * Where it could not be written it cannot be removed either; the first fault is the one to tell.
 */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

function replace(folder: string, path: string, facts: RunFile): void {
  const draft = join(folder, `${fileName}.${randomUUID()}`)
  writeFileSync(draft, `${JSON.stringify(facts)}\n`, { mode: 0o600 })
  renameSync(draft, path)
}

function moveAway(path: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function readRunFile(dataFolder: string): RunFile | null {
  try {
    return JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8')) as RunFile
  } catch {
    return null
  }
}

function isRunning({ pid, began }: RunFile): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return beganAt(pid) === began
}

/** Field 22 of /proc/<pid>/stat; the command's name before it may hold blanks and parentheses. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
  } catch {
    return '-'
  }
}

function alreadyRunning(folder: string, other: RunFile | null) {
  const where = other?.url ?? 'an address that it has not told yet'
  return appError(
    'app.already_running',
    `Accord is running already on ${folder} (process ${other?.pid ?? '?'}, ${where}): stop that one, or set ACCORD_DATA and ACCORD_KEYS to folders of their own.`,
    { folder, pid: String(other?.pid ?? '?'), url: other?.url ?? '…' },
  )
}

function folderUnusable(folder: string, cause: unknown) {
  const code = (cause as NodeJS.ErrnoException).code ?? '?'
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'storage.disk_full',
      'unavailable',
      `The disk that holds ${folder} is full: free some space there, then start again.`,
    )
  }
  return appError(
    'app.data_folder_unusable',
    `The data folder ${folder} cannot be used (${code}): set ACCORD_DATA to a folder that this user may write to, or mend its owner and mode.`,
    { folder, reason: code },
  )
}
