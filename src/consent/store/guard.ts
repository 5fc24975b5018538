// What watches over the tables that decide over sending: the key, the mark beside it,
// and the alarm.
import type { AccountId, Clock, Instant } from '../../kernel/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Alarm } from '../alarm.ts'
import { type GuardMark, laterMark, readMark, writeMark } from './guard-mark.ts'
import { SuppressionLog } from './suppression-log.ts'

export type Guard = {
  now(): Instant
  keyOf(accountId: AccountId): Buffer
  /** From here on a row without a MAC is false: all rows from before have theirs. */
  isSealed(accountId: AccountId): boolean
  mark(accountId: AccountId): GuardMark
  /** Never goes back, and is on disk when it returns. */
  raiseMark(accountId: AccountId, mark: Partial<GuardMark>): void
  /** What an administrator has accepted as it is, also where it goes back. */
  replaceMark(accountId: AccountId, mark: GuardMark): void
  alarm(alarm: Alarm): void
  suppressions: SuppressionLog
}

export type GuardDeps = {
  vault: Pick<Vault, 'guardKey' | 'marks'>
  clock: Clock
  alarm?: ((alarm: Alarm) => void) | undefined
}

/**
 * A mark that says "not sealed" is read again, since another process seals; not for each question.
 */
const lookAgainMs = 1_000

export function createGuard({ vault, clock, alarm = () => undefined }: GuardDeps): Guard {
  const marks = new Map<AccountId, { mark: GuardMark; readAt: number }>()
  const look = (accountId: AccountId): GuardMark => {
    const mark = readMark(vault, accountId)
    marks.set(accountId, { mark, readAt: clock.now() })
    return mark
  }
  const mark = (accountId: AccountId): GuardMark => {
    const held = marks.get(accountId)
    if (held === undefined) return look(accountId)
    const isOld = held.mark.sealedAt === null && clock.now() - held.readAt >= lookAgainMs
    return isOld ? look(accountId) : held.mark
  }
  const write = (accountId: AccountId, written: GuardMark): void => {
    writeMark(vault, accountId, written)
    marks.set(accountId, { mark: written, readAt: clock.now() })
  }
  const guard: Omit<Guard, 'suppressions'> = {
    now: () => clock.now(),
    keyOf: (accountId) => vault.guardKey(accountId),
    isSealed: (accountId) => mark(accountId).sealedAt !== null,
    mark,
    raiseMark: (accountId, raised) => {
      const held = look(accountId)
      const next = laterMark(held, { ...held, ...raised })
      if (JSON.stringify(next) !== JSON.stringify(held)) write(accountId, next)
    },
    replaceMark: write,
    alarm,
  }
  return { ...guard, suppressions: new SuppressionLog(guard) }
}
