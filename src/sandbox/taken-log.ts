// What the operator took: the truth that a sender's own account is compared with.
import { createWriteStream, type WriteStream } from 'node:fs'
import type { Instant } from '../kernel/index.ts'
import type { ConcatenationMark } from '../wire/index.ts'

export type TakenMessage = {
  at: Instant
  /** The id's number; its writings are in `message-ids.ts`. */
  number: number
  /** As it was written in the answer. */
  id: string
  systemId: string
  source: string
  destination: string
  dataCoding: number
  /** The text octets, without a header. */
  octets: Uint8Array
  part: ConcatenationMark | null
  reference: number | null
  /** False where the answer was withheld. */
  isAnswered: boolean
}

/** Remembers the newest in memory; writes all to a file only where one is given. */
export class TakenLog {
  readonly #kept: TakenMessage[] = []
  readonly #keptMax: number
  readonly #file: WriteStream | null
  #oldest = 0

  constructor(keptMax: number, file: string | undefined) {
    this.#keptMax = keptMax
    this.#file = file === undefined ? null : createWriteStream(file, { flags: 'a', mode: 0o600 })
  }

  add(message: TakenMessage): void {
    if (this.#kept.length < this.#keptMax) this.#kept.push(message)
    else if (this.#keptMax > 0) {
      this.#kept[this.#oldest] = message
      this.#oldest = (this.#oldest + 1) % this.#keptMax
    }
    this.#file?.write(lineOf(message))
  }

  /** In the order of taking. */
  all(): TakenMessage[] {
    return [...this.#kept.slice(this.#oldest), ...this.#kept.slice(0, this.#oldest)]
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#file === null) resolve()
      else this.#file.end(resolve)
    })
  }
}

/** time, destination, source, `reference.total.part` or -, id, octets as hex. */
function lineOf(message: TakenMessage): string {
  const { part } = message
  const where = part === null ? '-' : `${part.reference}.${part.partsTotal}.${part.partNumber}`
  const octets = Buffer.from(message.octets).toString('hex')
  const { at, destination, source, id } = message
  return `${[at, destination, source, where, id, octets].join('\t')}\n`
}
