// A journal beside the keys: lines that only grow, on disk before what they tell of goes on.
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  fstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { guarded } from './key-folder.ts'
import { markFolder, syncFolderLater } from './marks.ts'

export type MarkJournal = {
  /** Resolves once the line is on disk; of many that come together, all go in one write. */
  append(line: unknown): Promise<void>
  close(): Promise<void>
}

export type JournalOptions = {
  /** Beyond it the file is put aside, once, and a new one begins. */
  octetsMax: number
  /** What a new file begins with: what the lines before it came to. */
  base(): readonly unknown[]
}

export type JournalsRead = {
  lines: unknown[]
  /** A file of it lies where it was not written: it was copied back, and others may follow it. */
  isCopied: boolean
  isEmpty: boolean
}

const suffix = '.jsonl'
const aside = '.before.jsonl'

export function openMarkJournal(
  keysFolder: string,
  name: string,
  options: JournalOptions,
): MarkJournal {
  const journal = new Journal(keysFolder, join(markFolder(keysFolder), name), options)
  return { append: (line) => journal.append(line), close: () => journal.close() }
}

class Journal {
  readonly #keysFolder: string
  readonly #path: string
  readonly #options: JournalOptions
  #file: FileHandle | null = null
  #octets = 0
  #waiting: { text: string; resolve(): void; reject(error: unknown): void }[] = []
  #work: Promise<void> | null = null

  constructor(keysFolder: string, path: string, options: JournalOptions) {
    this.#keysFolder = keysFolder
    this.#path = path
    this.#options = options
  }

  append(line: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text: textOf(line), resolve, reject })
      this.#work ??= this.#writeAll()
    })
  }

  async close(): Promise<void> {
    await this.#work
    await this.#file?.close()
    this.#file = null
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0)
      try {
        await this.#write(some.map(({ text }) => text).join(''))
        for (const { resolve } of some) resolve()
      } catch (error) {
        // A half-written line is a line of its own that nobody can read: the next file begins anew.
        await this.#file?.close().catch(() => undefined)
        this.#file = null
        for (const { reject } of some) reject(told(this.#keysFolder, error))
      }
    }
    this.#work = null
  }

  async #write(text: string): Promise<void> {
    if (this.#octets > this.#options.octetsMax) await this.#putAside()
    const file = this.#file ?? (await this.#open())
    this.#file = file
    await file.appendFile(text)
    await file.datasync()
    this.#octets += Buffer.byteLength(text)
  }

  async #putAside(): Promise<void> {
    await this.#file?.close()
    this.#file = null
    await rename(this.#path + suffix, this.#path + aside)
  }

  async #open(): Promise<FileHandle> {
    mkdirSync(markFolder(this.#keysFolder), { recursive: true, mode: 0o700 })
    const path = this.#path + suffix
    if (!existsSync(path)) return this.#begin(this.#options.base())
    const file = await open(path, 'a', 0o600)
    this.#octets = (await file.stat()).size
    // What was cut off as the program died must not swallow the next line.
    await file.appendFile('\n')
    return file
  }

  async #begin(base: readonly unknown[]): Promise<FileHandle> {
    const { file, octets } = await writeJournal(this.#path + suffix, base)
    this.#octets = octets
    return file
  }
}

/** Its first line says where it lies, so that a copy of it is known as one. */
async function writeJournal(
  path: string,
  lines: readonly unknown[],
): Promise<{ file: FileHandle; octets: number }> {
  const unfinished = `${path}.${randomUUID()}.new`
  const file = await open(unfinished, 'ax', 0o600)
  try {
    const text = [{ lies: placeOf(fstatSync(file.fd, { bigint: true })) }, ...lines]
      .map(textOf)
      .join('')
    await file.appendFile(text)
    await file.sync()
    await rename(unfinished, path)
    await syncFolderLater(join(path, '..'))
    return { file, octets: Buffer.byteLength(text) }
  } catch (error) {
    await file.close()
    await rm(unfinished, { force: true })
    throw error
  }
}

const textOf = (line: unknown): string => `${JSON.stringify(line)}\n`

function told(keysFolder: string, error: unknown): unknown {
  try {
    guarded(keysFolder, () => {
      throw error
    })
  } catch (mapped) {
    return mapped
  }
  return error
}

type Facts = { ino: bigint; birthtimeNs: bigint; ctimeNs: bigint }

/** A copy has another inode or was born at another moment, on any file system. */
const placeOf = ({ ino, birthtimeNs }: Facts): string => `${ino} ${birthtimeNs}`

function journalsOf(keysFolder: string, prefix: string): string[] {
  const folder = markFolder(keysFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(suffix))
    .sort()
    .map((name) => join(folder, name))
}

/** All journals whose name begins so: of every node that shares the keys, and of earlier ones. */
export function readMarkJournals(keysFolder: string, prefix: string): JournalsRead {
  return guarded(keysFolder, () => {
    const files = journalsOf(keysFolder, prefix)
    const lines = files.flatMap((path) => linesOf(path).slice(1))
    const isCopied = files.some((path) => !liesWhereWritten(path))
    return { lines, isCopied, isEmpty: files.length === 0 }
  })
}

/** A line that was cut off by a crash told of nothing that went on. */
function linesOf(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as unknown]
      } catch {
        return []
      }
    })
}

function liesWhereWritten(path: string): boolean {
  const lies = String((linesOf(path)[0] as { lies?: unknown } | undefined)?.lies ?? '')
  const facts = statSync(path, { bigint: true })
  if (lies === placeOf(facts)) return true
  const isSameFile = lies.split(' ')[0] === String(facts.ino)
  return isSameFile && !tellsBirth(join(path, '..'))
}

/** Where the system keeps no birth of files, Node tells their last change instead. */
function tellsBirth(folder: string): boolean {
  const probe = join(folder, `${randomUUID()}.new`)
  mkdirSync(probe, { mode: 0o700 })
  try {
    const before = statSync(probe, { bigint: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, clockStepMs)
    chmodSync(probe, 0o500)
    return statSync(probe, { bigint: true }).birthtimeNs === before.birthtimeNs
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

/** The kernel's clock of files moves in steps of some milliseconds. */
const clockStepMs = 30

/** From now on they lie where they are: what they could not tell has been said. */
export async function adoptMarkJournals(keysFolder: string, prefix: string): Promise<void> {
  for (const path of journalsOf(keysFolder, prefix)) {
    if (liesWhereWritten(path)) continue
    const { file } = await writeJournal(path, linesOf(path).slice(1))
    await file.close()
  }
}

/** Of nodes that are long gone; what they came to stands in the others. */
export function dropMarkJournals(keysFolder: string, prefix: string, beforeMs: number): void {
  guarded(keysFolder, () => {
    for (const path of journalsOf(keysFolder, prefix)) {
      if (statSync(path).mtimeMs < beforeMs) rmSync(path, { force: true })
    }
  })
}
