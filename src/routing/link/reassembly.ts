// Puts the parts of long replies together again; holds them until they are handed over.
import type { Timers } from '../../kernel/index.ts'
import type { ConcatenationMark, Shift } from '../../wire/index.ts'
import type { LinkLimits } from './limits.ts'

export type ReplyPart = {
  from: string
  to: string
  dataCoding: number
  /** A copy: the connection's buffer is not kept. */
  octets: Uint8Array
  mark: ConcatenationMark
  /** The national tables that its header names. */
  shift: Shift | null
}

type Incomplete = {
  key: string
  partsTotal: number
  parts: Map<number, ReplyPart>
  cancelTimer: () => void
  /** While it is handed over as it is: whoever asks for that meanwhile waits for the same. */
  leaving: Promise<void> | null
}

export type ReassemblyDeps = {
  timers: Timers
  limits: LinkLimits
  /** Parts whose others did not come in time; rejects when they could not be handed over. */
  timedOut(parts: readonly ReplyPart[], partsTotal: number): Promise<void>
}

/**
 * Parts are answered as they come, since an operator may wait for one answer before it sends the
 * next. They are held in memory only: what a crash takes is at most the parts of `partsWaitMs`.
 */
export class Reassembly {
  readonly #deps: ReassemblyDeps
  readonly #incomplete = new Map<string, Incomplete>()
  /** Those that made room, until they are in safe hands. */
  readonly #early = new Set<Incomplete>()
  #isStopped = false

  constructor(deps: ReassemblyDeps) {
    this.#deps = deps
  }

  /**
   * Takes a part. When it is the last one missing, gives them all in order with `forget`, to be
   * called once they are handed over; until then a repeated last part gives them again. `full`: it
   * is not taken, since nobody takes what is held already.
   */
  add(part: ReplyPart): { parts: ReplyPart[]; forget: () => void } | 'full' | null {
    const { mark } = part
    const key = [part.from, part.to, mark.reference, mark.partsTotal].join('\0')
    let found = this.#incomplete.get(key)
    if (found === undefined) {
      if (!this.#makeRoom()) return 'full'
      const { partsTotal } = mark
      found = { key, partsTotal, parts: new Map(), cancelTimer: () => {}, leaving: null }
      this.#incomplete.set(key, found)
      this.#arm(found, this.#deps.limits.partsWaitMs)
    }
    found.parts.set(mark.partNumber, part)
    if (found.parts.size < found.partsTotal) return null
    const whole = found
    return { parts: inOrder(whole), forget: () => this.#forget(whole) }
  }

  /** Hands over what there is of every reply, as at a time-out. */
  async flush(): Promise<void> {
    const each = this.#all().map(async (reply) => {
      await reply.leaving
      if (this.#holds(reply)) await this.#giveUp(reply)
    })
    await Promise.all(each)
  }

  /** Forgets every timer: nothing more is tried. */
  stop(): void {
    this.#isStopped = true
    for (const reply of this.#all()) reply.cancelTimer()
    this.#incomplete.clear()
    this.#early.clear()
  }

  #all(): Incomplete[] {
    return [...this.#early, ...this.#incomplete.values()]
  }

  #holds(reply: Incomplete): boolean {
    return this.#early.has(reply) || this.#incomplete.get(reply.key) === reply
  }

  #arm(reply: Incomplete, ms: number): void {
    reply.cancelTimer()
    if (this.#isStopped) return
    reply.cancelTimer = this.#deps.timers.after(ms, () => {
      void this.#giveUp(reply)
    })
  }

  #giveUp(reply: Incomplete): Promise<void> {
    reply.leaving ??= this.#handOver(reply).finally(() => {
      reply.leaving = null
    })
    return reply.leaving
  }

  async #handOver(reply: Incomplete): Promise<void> {
    try {
      await this.#deps.timedOut(inOrder(reply), reply.partsTotal)
      this.#forget(reply)
    } catch {
      // The parts were answered, so that the operator will not send them again: keep trying.
      this.#arm(reply, this.#deps.limits.handOverRetryMs)
    }
  }

  #forget(reply: Incomplete): void {
    reply.cancelTimer()
    this.#early.delete(reply)
    if (this.#incomplete.get(reply.key) === reply) this.#incomplete.delete(reply.key)
  }

  /**
   * Beyond the bound the oldest is handed over as it is; where as many could not be handed over,
   * as while the database is away, the operator keeps what comes. So memory has an end.
   */
  #makeRoom(): boolean {
    const max = this.#deps.limits.incompleteRepliesMax
    if (this.#incomplete.size < max) return true
    const [oldest] = this.#incomplete.values()
    if (oldest === undefined || this.#early.size >= max) return false
    this.#incomplete.delete(oldest.key)
    oldest.cancelTimer()
    this.#early.add(oldest)
    void this.#giveUp(oldest)
    return true
  }
}

function inOrder(reply: Incomplete): ReplyPart[] {
  return [...reply.parts.values()].sort((a, b) => a.mark.partNumber - b.mark.partNumber)
}
