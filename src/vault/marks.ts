// Marks beside the keys: small facts that survive a restore of the database.
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { vaultError } from './errors.ts'
import { guarded, readKeyFile, syncFolder } from './key-folder.ts'

/** What JSON can say; a reader checks the shape, since a person may have edited the file. */
export type Marks = {
  /** What was written last under this name; null when nothing ever was. */
  read(name: string): unknown
  /** On disk when it returns: a crash leaves the old or the new. For a start, not for hot paths. */
  write(name: string, value: unknown): void
  /**
   * The same, later: resolves once a write that began after this call is on disk. Of many that come
   * together the last one is written, so that marks only ever take what includes the earlier ones.
   */
  keep(name: string, value: unknown): Promise<void>
}

const folderName = 'marks'
const namePattern = /^[a-z0-9][a-z0-9._-]{0,99}$/

export const markFolder = (keysFolder: string): string => join(keysFolder, folderName)

/**
 * Nodes that share the keys share the folder; a name has one writer at a time, or the same value
 * whoever writes. A copy of the keys takes the marks along.
 */
export function marksBeside(keysFolder: string): Marks {
  const folder = markFolder(keysFolder)
  const writing = new Map<string, Writing>()
  return {
    read: (name) => {
      const content = readKeyFile(keysFolder, join(folderName, fileName(name)))
      return content === null ? null : parsed(content.toString('utf8'), name)
    },
    write: (name, value) => guarded(keysFolder, () => writeMark(folder, fileName(name), value)),
    keep: (name, value) => {
      const known = writing.get(name) ?? new Writing(keysFolder, folder, fileName(name))
      writing.set(name, known)
      return known.keep(value)
    },
  }
}

function fileName(name: string): string {
  if (!namePattern.test(name)) throw new TypeError(`not the name of a mark: "${name}"`)
  return `${name}.json`
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw vaultError('vault.mark_damaged', { mark: name }, error)
  }
}

/** Two processes never write the same file aside. */
const asideOf = (path: string): string => `${path}.${randomUUID()}.new`
const textOf = (value: unknown): string => `${JSON.stringify(value)}\n`

function writeMark(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const aside = asideOf(path)
  try {
    const file = openSync(aside, 'wx', 0o600)
    try {
      writeSync(file, textOf(value))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(aside, path)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
  syncFolder(folder)
}

/** One write at a time a name; those that wait meanwhile share the next one. */
class Writing {
  readonly #keysFolder: string
  readonly #folder: string
  readonly #name: string
  #next: { value: unknown; done: Promise<void> } | null = null
  #under: Promise<unknown> = Promise.resolve()

  constructor(keysFolder: string, folder: string, name: string) {
    this.#keysFolder = keysFolder
    this.#folder = folder
    this.#name = name
  }

  keep(value: unknown): Promise<void> {
    if (this.#next !== null) {
      this.#next.value = value
      return this.#next.done
    }
    const next: { value: unknown; done: Promise<void> } = { value, done: Promise.resolve() }
    next.done = this.#under.then(() => {
      this.#next = null
      return this.#write(next.value)
    })
    this.#next = next
    // A write that failed is told to those who asked for it, and the next one begins all the same.
    this.#under = next.done.catch(() => undefined)
    return next.done
  }

  async #write(value: unknown): Promise<void> {
    try {
      await writeMarkLater(this.#folder, this.#name, value)
    } catch (error) {
      guarded(this.#keysFolder, () => {
        throw error
      })
    }
  }
}

async function writeMarkLater(folder: string, name: string, value: unknown): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const aside = asideOf(path)
  try {
    const file = await open(aside, 'wx', 0o600)
    try {
      await file.writeFile(textOf(value))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  await syncFolderLater(folder)
}

export async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
