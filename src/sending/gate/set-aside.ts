// Sets aside messages that cannot be checked, so that the rest of their slice goes on.
import {
  type AccountId,
  AppError,
  type Instant,
  type MessageId,
  type SubjectId,
  type Timers,
} from '../../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../../observability/index.ts'
import { SqlError, type Tx } from '../../storage/index.ts'
import type { SubjectKeys, Vault } from '../../vault/index.ts'
import { BackOff, Seldom } from '../back-off.ts'
import type { Hold } from '../refusals.ts'
import type { QueuedMessage } from '../store/queue-store.ts'

export type SetAside = { queued: QueuedMessage; error: unknown }

/**
 * It is let go as the key file appears (`release-opened.ts`), and looked at so late at the latest.
 */
const keylessMs = 86_400_000

/** SQLSTATE of values that PostgreSQL cannot read: a bad value, a damaged row or index. */
const ofTheRow = /^(22|XX)/

/**
 * Whether an account alone is the cause. Else the database is: then the whole slice waits for it.
 */
export function isItsOwn(error: unknown): boolean {
  if (error instanceof AppError) return !error.code.startsWith('storage.')
  return !(error instanceof SqlError) || ofTheRow.test(error.sqlState)
}

const keyless: ReadonlySet<string> = new Set([
  'vault.account_keys_missing',
  'vault.account_keys_unreadable',
])

/** Nothing of the account opens until somebody puts its key file back. */
export function isKeyless(error: unknown): boolean {
  return error instanceof AppError && keyless.has(error.code)
}

const ofOnePerson: ReadonlySet<string> = new Set([
  'vault.sealed_value_damaged',
  'vault.epoch_key_missing',
])

/** The people whose keys open. Of those whose do not, found by halves, why is told to `failed`. */
export async function openThoseThatOpen(
  deps: { vault: Pick<Vault, 'openSubjects'> },
  tx: Tx,
  accountId: AccountId,
  people: { ids: readonly SubjectId[]; failed: Map<SubjectId, unknown> },
): Promise<ReadonlyMap<SubjectId, SubjectKeys>> {
  const { ids, failed } = people
  try {
    return await deps.vault.openSubjects(tx, accountId, ids)
  } catch (error) {
    const [only] = ids
    if (only === undefined || !(error instanceof AppError) || !ofOnePerson.has(error.code)) {
      throw error
    }
    if (ids.length === 1) {
      failed.set(only, error)
      return new Map()
    }
    const middle = Math.ceil(ids.length / 2)
    const open = (half: readonly SubjectId[]) =>
      openThoseThatOpen(deps, tx, accountId, { ids: half, failed })
    const first = await open(ids.slice(0, middle))
    return new Map([...first, ...(await open(ids.slice(middle)))])
  }
}

type ApartDeps = { timers: Pick<Timers, 'monotonicMs'>; logger: Logger; metrics: Metrics }

/** What of one route waits apart, how long, and what is told of it. */
export class Apart {
  readonly #deps: ApartDeps
  readonly #route: string
  readonly #messages: BackOff<MessageId>
  readonly #told: Seldom

  constructor(deps: ApartDeps, route: string) {
    this.#deps = deps
    this.#route = route
    this.#messages = new BackOff(deps.timers)
    this.#told = new Seldom(deps.timers)
  }

  /** Without its account's keys it waits for them, however many there are; else ever longer. */
  waits({ queued, error }: SetAside, at: Instant): { dueAt: Instant; hold: Hold | null } {
    if (isKeyless(error)) return { dueAt: at + keylessMs, hold: 'not_opened' }
    return { dueAt: at + this.#messages.failed(queued.messageId), hold: null }
  }

  /** What had failed before and does no more. */
  opened(those: readonly { queued: QueuedMessage }[]): void {
    if (this.#messages.size === 0) return
    for (const { queued } of those) this.#messages.opened(queued.messageId)
  }

  /** Each is counted; each reason of an account is logged once in a while, with codes alone. */
  tell(setAside: readonly SetAside[]): void {
    const groups = new Map<string, { first: SetAside; messages: number }>()
    for (const one of setAside) {
      const key = `${one.queued.accountId} ${codeOf(one.error)}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { first: one, messages: 1 })
      else group.messages += 1
    }
    const { logger, metrics } = this.#deps
    for (const [key, { first, messages }] of groups) {
      const { queued, error } = first
      const { accountId } = queued
      const labels = { route: this.#route, why: codeOf(error) }
      metrics.count('accord_messages_set_aside_total', labels, messages)
      if (!this.#told.isDue(key)) continue
      const facts = { route: this.#route, accountId, messages, ...failureFields(error) }
      logger.error('sending.set_aside', facts)
    }
  }
}

export function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  if (error instanceof SqlError) return error.sqlState
  return error instanceof Error ? error.name : 'unknown'
}
