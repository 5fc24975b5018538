// Where log lines go: a file of our own in the data folder, or standard error.
import { closeSync, mkdirSync, openSync, write, writeSync } from 'node:fs'
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
/** Under load lines are gathered so long: a write for each turn of the event loop costs them all. */
const gatherMs = 50

/**
 * Lines are gathered while a write is under way: a log line costs no request a wait. A disk that is
 * full or gone loses lines and never the server, which is needed to say so.
 */
class LogFile {
  readonly #file: number
  readonly #timers: Pick<Timers, 'after'>
  #waiting = ''
  #isBusy = false
  #closed: (() => void) | null = null

  constructor(path: string, timers: Pick<Timers, 'after'>) {
    this.#timers = timers
    this.#file = openSync(path, 'a', 0o600)
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
    this.#writeFrom(lines, 0)
  }

  #writeFrom(lines: Buffer, from: number): void {
    write(this.#file, lines, from, (error, count) => {
      const next = from + count
      if (error === null && next < lines.length) return this.#writeFrom(lines, next)
      if (this.#closed !== null) this.#finish()
      else this.#gather()
    })
  }

  /** A line that comes alone is written at once; those that follow it closely go together. */
  #gather(): void {
    this.#timers.after(gatherMs, () => {
      this.#isBusy = false
      if (this.#closed !== null) this.#finish()
      else if (this.#waiting !== '') this.#writeOn()
    })
  }

  #finish(): void {
    try {
      writeSync(this.#file, this.#waiting)
    } catch {
      // Lost, for there is nowhere to say so.
    }
    closeSync(this.#file)
    this.#closed?.()
  }
}
