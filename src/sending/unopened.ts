// What could not be named when it was last tried: it is left alone for a while, and told seldom.
import type { AccountId, MessageId, Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import { codeOf, setAsideMs } from './set-aside.ts'

/** A key file that is missing is missed for days: the log has it each hour, not each minute. */
const tellMs = 3_600_000

export type NotOpened = { accountId: AccountId; messages: number; error: unknown }

/** Kept in memory: after a start each is tried once more. */
export class Unopened {
  readonly #deps: { timers: Pick<Timers, 'monotonicMs'>; logger: Logger }
  /** An account where the cause is its own, else a message; and when it is tried again. */
  readonly #againMs = new Map<AccountId | MessageId, number>()
  readonly #tellAgainMs = new Map<string, number>()

  constructor(deps: { timers: Pick<Timers, 'monotonicMs'>; logger: Logger }) {
    this.#deps = deps
  }

  /** What failed so lately that to try it again would only hold up others. */
  waiting(): (AccountId | MessageId)[] {
    const now = this.#deps.timers.monotonicMs()
    return [...this.#againMs].filter(([, againMs]) => againMs > now).map(([id]) => id)
  }

  /** What nobody is to wait for: it was tried, and has not opened since. */
  all(): (AccountId | MessageId)[] {
    return [...this.#againMs.keys()]
  }

  add(id: AccountId | MessageId): void {
    this.#againMs.set(id, this.#deps.timers.monotonicMs() + setAsideMs)
  }

  /** Of what was not `waiting` and has not failed again: it opened, or is no longer there. */
  forgetOthers(waiting: readonly string[], failed: readonly string[]): void {
    const kept = new Set([...waiting, ...failed])
    for (const id of this.#againMs.keys()) if (!kept.has(id)) this.#againMs.delete(id)
  }

  /** With codes alone, and each account's reason once in a while. */
  tell({ accountId, messages, error }: NotOpened): void {
    const now = this.#deps.timers.monotonicMs()
    const key = `${accountId} ${codeOf(error)}`
    if ((this.#tellAgainMs.get(key) ?? -Infinity) > now) return
    this.#tellAgainMs.set(key, now + tellMs)
    const facts = { accountId, messages, ...failureFields(error) }
    this.#deps.logger.error('sending.not_named', facts)
  }
}
