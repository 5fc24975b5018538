// Messages whose number could not be decrypted: retried later, logged rarely.
import type { AccountId, MessageId, Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import { BackOff, Seldom } from '../back-off.ts'
import { codeOf, isKeyless } from '../gate/set-aside.ts'

export type NotOpened = { accountId: AccountId; messages: number; error: unknown }
type Tried = AccountId | MessageId

/** Kept in memory: after a start each is tried once more. */
export class Unopened {
  readonly #deps: { timers: Pick<Timers, 'monotonicMs'>; logger: Logger }
  /**
   * An account where the cause is its own, or where too many of its messages fail; else a message.
   */
  readonly #tried: BackOff<Tried>
  readonly #keyless = new Set<Tried>()
  readonly #told: Seldom

  constructor(deps: { timers: Pick<Timers, 'monotonicMs'>; logger: Logger }) {
    this.#deps = deps
    this.#tried = new BackOff(deps.timers)
    this.#told = new Seldom(deps.timers)
  }

  /**
   * What failed so lately that to try it again would only hold up others; keys that came end that.
   */
  waiting(keys: { hasAccountKeys(accountId: AccountId): boolean }): Tried[] {
    const isBack = (id: Tried) => this.#keyless.has(id) && keys.hasAccountKeys(id as AccountId)
    return this.#tried.waiting().filter((id) => !isBack(id))
  }

  /** What nobody is to wait for: it was tried, and has not opened since. */
  all(): Tried[] {
    return this.#tried.all()
  }

  addMessages(accountId: AccountId, messages: Iterable<MessageId>): Tried[] {
    const ids: Tried[] = []
    for (const id of messages) {
      if (this.#tried.has(id) || this.#tried.hasRoom()) ids.push(id)
      else return [...ids, this.addAccount(accountId)]
      this.#tried.failed(id)
    }
    return ids
  }

  addAccount(accountId: AccountId, error?: unknown): AccountId {
    if (isKeyless(error)) this.#keyless.add(accountId)
    this.#tried.failed(accountId, { always: true })
    return accountId
  }

  /** Of what was looked at and has not failed again: it opened, or is no longer there. */
  forget(isLookedAt: (id: Tried) => boolean, failed: readonly Tried[]): void {
    const kept = new Set(failed)
    for (const id of this.#tried.all()) {
      if (kept.has(id) || !isLookedAt(id)) continue
      this.#tried.opened(id)
      this.#keyless.delete(id)
    }
  }

  /** With codes alone, and each account's reason once in a while. */
  tell({ accountId, messages, error }: NotOpened): void {
    if (!this.#told.isDue(`${accountId} ${codeOf(error)}`)) return
    const facts = { accountId, messages, ...failureFields(error) }
    this.#deps.logger.error('sending.not_named', facts)
  }
}
