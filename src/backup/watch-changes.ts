// Looks every few seconds how the changes stand, remembers it for whoever shows it, and says when
// only a new backup helps.
import type { Instant, Timers } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import { PieceSizes } from './change-pieces.ts'
import {
  type ChangesGap,
  type ChangesSeen,
  type StateDeps,
  seeChanges,
  unseenChanges,
} from './change-state.ts'
import { tellFailure } from './told/tell-failure.ts'

const seeEveryMs = 10_000
/** Where nothing says why there is no line: a start is busy enough by itself. */
const afterStartMs = 15 * 60_000
/** A folder may be away for a moment. */
const gapMs = 60_000

type WatchDeps = StateDeps & { timers: Timers; logger: Pick<Logger, 'error'> }

export class ChangesWatch {
  /** As it was some seconds ago: nobody who shows it waits for a folder or the database. */
  seen: ChangesSeen
  /** Since when a new backup is needed before changes can be kept again; null: none is. */
  neededSince: Instant | null = null
  readonly #deps: WatchDeps
  readonly #sizes = new PieceSizes()
  readonly #startedAt: Instant
  #seenAt: Instant | null = null
  #gapSince: Instant | null = null

  constructor(deps: WatchDeps) {
    this.#deps = deps
    this.#startedAt = deps.timers.now()
    this.seen = unseenChanges(deps.settings)
  }

  async look(): Promise<void> {
    const now = this.#deps.timers.now()
    if (this.#seenAt !== null && now - this.#seenAt < seeEveryMs) return
    this.#seenAt = now
    try {
      this.seen = await seeChanges(this.#deps, this.#sizes)
    } catch (error) {
      // What is not known is not kept.
      const { changes } = this.seen
      const state = changes.state === 'kept' ? 'late' : changes.state
      this.seen = { ...this.seen, changes: { ...changes, state } }
      throw error
    }
    await this.#heed(this.seen.gap, now)
  }

  /** The receiver was left behind. */
  async lost(): Promise<void> {
    this.neededSince = this.#deps.timers.now()
    this.#deps.logger.error('backup.changes_lost')
    await this.tell()
  }

  tell(): Promise<void> {
    return tellFailure(this.#deps, 'changes', this.#deps.timers.now()).catch(() => undefined)
  }

  async #heed(gap: ChangesGap | null, now: Instant): Promise<void> {
    if (gap === null) {
      this.#gapSince = null
      this.neededSince = null
      return
    }
    this.#gapSince ??= now
    if (this.neededSince !== null) return
    // A restored database, or one of before.
    if (gap === 'no_line') this.neededSince = this.#startedAt + afterStartMs
    else if (now - this.#gapSince >= gapMs) {
      this.neededSince = now
      this.#deps.logger.error('backup.changes_gap', { reason: gap })
      await this.tell()
    }
  }
}
