// The pool of file-reading processes: started on demand, reused for a while, killed if stuck.
import type { ChildProcess } from 'node:child_process'
import type { Timers } from '../../kernel/index.ts'
import { launchReader } from './launch-reader.ts'
import type { ReadingLimits } from './reading-limits.ts'

/** A reader that has read so many files makes room for a fresh one. */
const filesPerReaderMax = 50

export type Reader = {
  child: ChildProcess
  files: number
  ended: Promise<unknown>
  /** Ends the wait for its next file. */
  wanted(): void
}

export class ReaderPool {
  readonly #limits: ReadingLimits
  readonly #timers: Timers
  readonly #launch: typeof launchReader
  readonly #all = new Set<Reader>()
  #idle: Reader[] = []
  #isStopping = false

  constructor(limits: ReadingLimits, timers: Timers, launch = launchReader) {
    this.#limits = limits
    this.#timers = timers
    this.#launch = launch
  }

  get isStopping(): boolean {
    return this.#isStopping
  }

  take(): Reader {
    const reader = this.#idle.pop() ?? this.#begin()
    reader.wanted()
    reader.files += 1
    reader.child.ref()
    reader.child.channel?.ref()
    return reader
  }

  /** After a file that ended in order; one is kept, since it takes a moment to begin. */
  giveBack(reader: Reader): void {
    const isEnough = this.#idle.length > 0 || reader.files >= filesPerReaderMax
    if (isEnough || this.#isStopping) {
      reader.child.disconnect()
      return
    }
    const forget = () => {
      this.#idle = this.#idle.filter((one) => one !== reader)
      reader.child.disconnect()
    }
    reader.wanted = this.#timers.after(this.#limits.idleMs, forget)
    this.#idle.push(reader)
    // A reader that waits for its next file keeps nobody from ending.
    reader.child.unref()
    reader.child.channel?.unref()
  }

  async end(reader: Reader): Promise<void> {
    reader.wanted()
    reader.child.ref()
    reader.child.kill('SIGKILL')
    await reader.ended
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all([...this.#all].map((reader) => this.end(reader)))
  }

  #begin(): Reader {
    const child = this.#launch(this.#limits)
    // One that cannot begin says so without an end.
    const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
    const reader: Reader = { child, files: 0, ended, wanted: () => undefined }
    this.#all.add(reader)
    void ended.then(() => {
      this.#all.delete(reader)
      this.#idle = this.#idle.filter((one) => one !== reader)
    })
    return reader
  }
}
