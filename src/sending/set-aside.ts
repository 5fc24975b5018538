// What cannot be gated for a reason of its own: it waits apart, and the rest of its slice goes on.
import { type AccountId, AppError, type SubjectId } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import { SqlError, type Tx } from '../storage/index.ts'
import type { SubjectKeys, Vault } from '../vault/index.ts'
import type { QueuedMessage } from './queue-store.ts'

export type SetAside = { queued: QueuedMessage; error: unknown }

/** When it is looked at again: somebody has to put back a key file or a row first. */
export const setAsideMs = 60_000

/** SQLSTATE of values that PostgreSQL cannot read: a bad value, a damaged row or index. */
const ofTheRow = /^(22|XX)/

/** Whether an account alone is the cause. Else the database is: then the whole slice waits for it. */
export function isItsOwn(error: unknown): boolean {
  if (error instanceof AppError) return !error.code.startsWith('storage.')
  return !(error instanceof SqlError) || ofTheRow.test(error.sqlState)
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

/** Once for each reason of an account, with codes alone. */
export function tellSetAside(
  deps: { logger: Logger; metrics: Metrics },
  route: string,
  setAside: readonly SetAside[],
): void {
  const groups = new Map<string, { first: SetAside; messages: number }>()
  for (const one of setAside) {
    const key = `${one.queued.accountId} ${codeOf(one.error)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: one, messages: 1 })
    else group.messages += 1
  }
  for (const { first, messages } of groups.values()) {
    const { queued, error } = first
    const { accountId } = queued
    const facts = { route, accountId, messages, ...failureFields(error) }
    deps.logger.error('sending.set_aside', facts)
    const labels = { route, why: codeOf(error) }
    deps.metrics.count('accord_messages_set_aside_total', labels, messages)
  }
}

export function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  if (error instanceof SqlError) return error.sqlState
  return error instanceof Error ? error.name : 'unknown'
}
