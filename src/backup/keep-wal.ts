// What the server writes while its files are read: its WAL, in a sealed file beside them.
import { join } from 'node:path'
import { AppError, assert, BugError, type Timers } from '../kernel/index.ts'
import {
  type ChangeStream,
  type Changes,
  ChangesWriter,
  chooseServerUser,
  followMeanwhile,
  isLineLost,
  LineLost,
  type Lsn,
  lsnOf,
  putHistory,
  type ServerAddress,
  SqlError,
  segmentStart,
} from '../storage/index.ts'
import { walFile } from './backup-folder.ts'
import { backupError } from './errors.ts'
import type { OpenedBackup } from './manifest.ts'
import { readSealed, type SealedFacts, type SealedWriter, sealedWriter } from './sealed-file.ts'

/** So many octets wait for the file before no more are read. */
const queuedMax = 2n * 1024n * 1024n
/** From there on the reading of files waits for it: far less than the server keeps for a slot. */
const behindMax = 64n * 1024n * 1024n

export type KeptWal = { from: Lsn; to: Lsn; timeline: number; facts: SealedFacts }

type WalDeps = { timers: Timers; address: ServerAddress }

/** Begun before the base backup, so that the server lets nothing go that it needs. */
export class WalKeeper {
  readonly #writer: SealedWriter
  readonly #stopping = new AbortController()
  #ended: Promise<void> = Promise.resolve()
  #stream: ChangeStream | null = null
  #received: Lsn = 0n
  #written: Lsn = 0n
  #confirmed: Lsn = 0n
  #serverAt: Lsn = 0n
  #writing: Promise<void> = Promise.resolve()
  #isPaused = false
  #failure: { error: unknown } | null = null
  #wake: () => void = () => undefined

  private constructor(path: string, key: Uint8Array) {
    this.#writer = sealedWriter(path, key, true)
  }

  static async begin(
    { timers, address }: WalDeps,
    { id, path, key }: { id: string; path: string; key: Uint8Array },
  ): Promise<WalKeeper> {
    const keeper = new WalKeeper(path, key)
    const begun = new Promise<void>((resolve, reject) => {
      const following = followMeanwhile(address, `accord_backup_${id}`, {
        ...{ timers, signal: keeper.#stopping.signal },
        // The checkpoint of the base backup is made after this, and it begins there.
        begin: ({ writtenTo }) => segmentStart(writtenTo),
        started: (stream) => {
          keeper.#begin(stream)
          resolve()
        },
        take: (changes) => keeper.#take(changes),
      })
      keeper.#ended = following.catch((error: unknown) => {
        const failure = failureOf(error)
        keeper.#fail(failure)
        reject(failure)
      })
    })
    try {
      await begun
      return keeper
    } catch (error) {
      await keeper.abandon()
      throw error
    }
  }

  isBehind(): boolean {
    return this.#failure === null && this.#serverAt - this.#written > behindMax
  }

  /** Without it what is read of the files is of no use. */
  demandWhole(): void {
    if (this.#failure !== null) throw this.#failure.error
  }

  /** Once all is written that comes before `to`. */
  async end(to: Lsn): Promise<KeptWal> {
    while (this.#written < to) {
      this.demandWhole()
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    await this.#stop()
    this.demandWhole()
    const stream = this.#stream
    assert(stream !== null, 'what was received has a stream')
    const { from, timeline } = stream
    return { from, to, timeline, facts: await this.#writer.end() }
  }

  async abandon(): Promise<void> {
    this.#writer.abandon()
    await this.#stop()
  }

  async #stop(): Promise<void> {
    this.#stopping.abort()
    await this.#ended
    await this.#writing
  }

  #begin(stream: ChangeStream): void {
    this.#stream = stream
    this.#received = stream.from
    this.#written = stream.from
    this.#serverAt = stream.from
  }

  #take({ from, octets, writtenTo }: Changes): void {
    if (from !== this.#received) throw new LineLost()
    this.#received += BigInt(octets.length)
    if (writtenTo > this.#serverAt) this.#serverAt = writtenTo
    if (this.#received - this.#written > queuedMax && !this.#isPaused) {
      this.#isPaused = true
      this.#stream?.pause()
    }
    this.#writing = this.#writing.then(() => this.#write(octets))
  }

  async #write(octets: Buffer): Promise<void> {
    if (this.#failure !== null) return
    try {
      await this.#writer.take(octets)
    } catch (error) {
      this.#fail(error)
      return
    }
    this.#written += BigInt(octets.length)
    // The server lets go of whole files.
    const done = segmentStart(this.#written)
    if (done > this.#confirmed) {
      this.#confirmed = done
      this.#stream?.confirm(done)
    }
    if (this.#isPaused && this.#received - this.#written <= queuedMax) {
      this.#isPaused = false
      this.#stream?.resume()
    }
    this.#wake()
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#stopping.abort()
    this.#wake()
  }
}

/** The server ended it, with itself or since this was left behind too far; else what it says. */
function failureOf(error: unknown): unknown {
  const isOfDatabase = error instanceof AppError && error.code === 'storage.database_unavailable'
  const isOther =
    error instanceof AppError || error instanceof BugError || error instanceof SqlError
  const isLost = isOfDatabase || isLineLost(error) || !isOther
  return isLost ? backupError('backup.left_behind', {}, error) : error
}

/** Into the restored database, where its server looks for it. */
export async function putWal(
  { found, keys, manifest: { wal } }: OpenedBackup,
  into: string,
): Promise<void> {
  // Backups of the first form have it among the files of the database.
  if (wal === undefined) return
  const path = join(found.path, walFile)
  const user = chooseServerUser(null)
  const writer = new ChangesWriter(into, wal.timeline, user)
  const to = lsnOf(wal.to)
  let at = lsnOf(wal.from)
  try {
    for await (const octets of readSealed(path, keys.ofFile(walFile), true)) {
      // What was written after the end of the base backup is no part of this one.
      if (at < to) writer.write(at, octets.subarray(0, Number(to - at)))
      at += BigInt(octets.length)
    }
  } finally {
    writer.end()
  }
  if (at < to) throw backupError('backup.damaged', { file: path })
  if (wal.history !== null) putHistory(into, wal.timeline, wal.history, user)
}
