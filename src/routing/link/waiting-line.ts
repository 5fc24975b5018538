// Segments that wait to be written: in one line,
// or in a line for each sender that has its own pace.
import type { Given } from './unanswered.ts'

/** Taking the first costs nothing: the line begins further on instead of moving up. */
type Line = { waiting: Given[]; from: number }

export class WaitingLine {
  readonly #isBySender: boolean
  /** In turn: a line that has given one goes behind the others. */
  readonly #lines = new Map<string, Line>()
  #size = 0

  constructor(isBySender: boolean) {
    this.#isBySender = isBySender
  }

  get size(): number {
    return this.#size
  }

  push(given: Given): void {
    const name = this.#isBySender ? given.segment.from.address : ''
    const line = this.#lines.get(name)
    if (line === undefined) this.#lines.set(name, { waiting: [given], from: 0 })
    else line.waiting.push(given)
    this.#size += 1
  }

  /** How many of a sender wait, where each has a line. */
  sizeOf(sender: string): number {
    const line = this.#lines.get(sender)
    return line === undefined ? 0 : line.waiting.length - line.from
  }

  /** In how many ms some segment may go, 0 for now; null when none waits. */
  waitMs(senderWaitMs: (sender: string) => number): number | null {
    if (this.#size === 0) return null
    if (!this.#isBySender) return 0
    let least = Number.POSITIVE_INFINITY
    for (const sender of this.#lines.keys()) {
      least = Math.min(least, senderWaitMs(sender))
      if (least === 0) return 0
    }
    return least
  }

  /** Takes the first of the first line that may go. */
  take(senderWaitMs: (sender: string) => number): Given | null {
    for (const [sender, line] of this.#lines) {
      if (this.#isBySender && senderWaitMs(sender) > 0) continue
      const given = line.waiting[line.from]
      line.from += 1
      this.#size -= 1
      if (line.from === line.waiting.length) this.#lines.delete(sender)
      else if (this.#isBySender) {
        this.#lines.delete(sender)
        this.#lines.set(sender, line)
      }
      return given ?? null
    }
    return null
  }

  keys(): Set<string> {
    const keys = new Set<string>()
    for (const { waiting, from } of this.#lines.values()) {
      for (let at = from; at < waiting.length; at += 1) keys.add(waiting[at]?.segment.key ?? '')
    }
    return keys
  }

  takeAll(): Given[] {
    const all = [...this.#lines.values()].flatMap(({ waiting, from }) => waiting.slice(from))
    this.#lines.clear()
    this.#size = 0
    return all
  }
}
