// Where log lines go: a file of our own in the data folder, or standard error.
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  write,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Clock, Timers } from '../kernel/index.ts'
import { createLogger, type Logger } from '../observability/index.ts'
import type { Config } from './config.ts'

export type OpenLog = { logger: Logger; path: string | null; close(): void | Promise<void> }

export function openLog(config: Config, clock: Clock & Pick<Timers, 'after'>): OpenLog {
  const level = config.logLevel
  if (config.logTo === 'stderr') {
    const destination = { write: (line: string) => process.stderr.write(line) }
    return {
      logger: createLogger({ clock, level, destination }),
      path: null,
      close: () => undefined,
    }
  }
  const folder = join(config.dataFolder, 'log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'accord.log')
  const file = new LogFile(path, clock)
  return {
    logger: createLogger({ clock, level, destination: file }),
    path,
    close: () => file.close(),
  }
}

/** Lines that wait for the disk; beyond it they are lost. */
const waitingCharactersMax = 8_000_000
/**
 * Under load lines are gathered so long: a write for each turn of the event loop costs them all.
 */
const gatherMs = 50
/** A file that somebody moved away (logrotate) is noticed within this. */
const lookMs = 1_000

/**
 * At this size a new file begins; so many older ones stay, as accord.log.1 (the youngest) and on.
 */
export const logLimits = { octetsMax: 64 * 1024 * 1024, olderKept: 5 } as const

/**
 * Lines are gathered while a write is under way: a log line costs no request a wait. A disk that is
 * full or gone loses lines and never the server, which is needed to say so.
 */
export class LogFile {
  readonly #path: string
  readonly #timers: Pick<Timers, 'after'> & Clock
  readonly #limits: { octetsMax: number; olderKept: number }
  /** Null where it could not be opened again: lines are lost until it can. */
  #file: number | null
  #octets: number
  #lookedAt: number
  #waiting = ''
  #isBusy = false
  #closed: (() => void) | null = null

  constructor(
    path: string,
    timers: Pick<Timers, 'after'> & Clock,
    limits: { octetsMax: number; olderKept: number } = logLimits,
  ) {
    this.#path = path
    this.#timers = timers
    this.#limits = limits
    this.#file = openSync(path, 'a', 0o600)
    this.#octets = fstatSync(this.#file).size
    this.#lookedAt = timers.now()
  }

  write(line: string): void {
    if (this.#closed !== null || this.#waiting.length > waitingCharactersMax) return
    this.#waiting += line
    if (this.#isBusy) return
    // What one turn of the event loop tells is written together.
    this.#isBusy = true
    setImmediate(() => this.#writeOn())
  }

  /** Resolves once everything that was told is written, or lost. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#closed = resolve
      if (!this.#isBusy) this.#finish()
    })
  }

  #writeOn(): void {
    const lines = Buffer.from(this.#waiting, 'utf8')
    this.#waiting = ''
    this.#isBusy = true
    this.#turnWhenDue()
    this.#writeFrom(lines, 0)
  }

  #writeFrom(lines: Buffer, from: number): void {
    if (this.#file === null) {
      this.#afterWrite()
      return
    }
    write(this.#file, lines, from, (error, count) => {
      const next = from + count
      if (error === null) this.#octets += count
      if (error === null && next < lines.length) return this.#writeFrom(lines, next)
      this.#afterWrite()
    })
  }

  #afterWrite(): void {
    if (this.#closed !== null) this.#finish()
    else this.#gather()
  }

  /** A line that comes alone is written at once; those that follow it closely go together. */
  #gather(): void {
    this.#timers.after(gatherMs, () => {
      this.#isBusy = false
      if (this.#closed !== null) this.#finish()
      else if (this.#waiting !== '') this.#writeOn()
    })
  }

  /** Between two writes: nothing is under way on the file. */
  #turnWhenDue(): void {
    if (this.#octets >= this.#limits.octetsMax) this.#putAside()
    else if (this.#wasMoved()) this.#reopen()
  }

  #wasMoved(): boolean {
    const now = this.#timers.now()
    if (this.#file === null) return true
    if (Math.abs(now - this.#lookedAt) < lookMs) return false
    this.#lookedAt = now
    return statSync(this.#path, { throwIfNoEntry: false })?.ino !== fstatSync(this.#file).ino
  }

  #putAside(): void {
    try {
      for (let older = this.#limits.olderKept; older > 0; older -= 1) {
        const from = older === 1 ? this.#path : `${this.#path}.${older - 1}`
        if (existsSync(from)) renameSync(from, `${this.#path}.${older}`)
      }
    } catch {
      // The folder cannot be changed: the file grows on, and this is tried again a file later.
    }
    this.#reopen()
    this.#octets = 0
  }

  #reopen(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
    try {
      this.#file = openSync(this.#path, 'a', 0o600)
      this.#octets = fstatSync(this.#file).size
    } catch {
      // Lost, for there is nowhere to say so; the next line tries again.
    }
  }

  #finish(): void {
    try {
      if (this.#file !== null) writeSync(this.#file, this.#waiting)
    } catch {
      // Lost, for there is nowhere to say so.
    }
    if (this.#file !== null) closeSync(this.#file)
    this.#closed?.()
  }
}
