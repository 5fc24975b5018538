// Limits number lookups, so that masked numbers cannot be found by trying them all.
import type { Audit } from '../audit/index.ts'
import { demandRight } from '../http/index.ts'
import { AppError, type Caller, type Clock } from '../kernel/index.ts'
import { type Database, giveTurnBack, takeTurn } from '../storage/index.ts'
import { contactsError } from './errors.ts'

/** More at once is for those who may see numbers in clear: they learn nothing by it. */
export const handful = 10
const hourMs = 3_600_000

/**
 * Two figures of a masked number leave a million others: at sixty an hour, a life's work. Whoever
 * acts (records a consent, adds a contact) brings the number along and leaves a trace, so that
 * these are counted apart, and only as far as nothing was there to act on.
 */
const perHour = {
  look: { masked: 60, clear: 20_000, account: 1_000 },
  act: { masked: 1_000, account: 10_000 },
} as const

export type NumbersDeps = {
  database: Database
  audit: Pick<Audit, 'record'>
  clock: Clock
}

/** `where`: a code of the question, for the log. */
type Asked = { where: string; numbers: number }

const maySee = ({ rights }: Caller) => rights.has('contacts.reveal')

function askerOf({ accountId, by }: Caller): string {
  const who = by.kind === 'user' ? by.userId : by.kind === 'token' ? by.tokenId : by.what
  return `${accountId} ${by.kind} ${who}`
}

type Count = { door: string; of: string; max: number; turns: number }

async function demandTurns(deps: NumbersDeps, count: Count): Promise<void> {
  const now = new Date(deps.clock.now())
  const turn = await takeTurn(deps.database, { ...count, perMs: hourMs, now })
  if (turn.allowed) return
  const seconds = Math.ceil(turn.retryAfterMs / 1_000)
  throw contactsError('contacts.too_many_numbers', { seconds, minutes: Math.ceil(seconds / 60) })
}

/**
 * A question that tells whether numbers are known here, or have said no. Counted and in the log
 * before it is answered: one entry a question, with how many numbers it was about.
 */
export async function lookAtNumbers<T>(
  deps: NumbersDeps,
  caller: Caller,
  asked: Asked,
  answer: () => Promise<T>,
): Promise<T> {
  const { numbers: turns } = asked
  if (turns > handful) demandRight(caller, 'contacts.reveal')
  const clear = maySee(caller)
  const { look } = perHour
  const max = clear ? look.clear : look.masked
  await demandTurns(deps, { door: 'numbers.look', of: askerOf(caller), max, turns })
  if (!clear) {
    // Tokens are made by the dozen: together they get no further.
    const of = caller.accountId
    await demandTurns(deps, { door: 'numbers.look_account', of, max: look.account, turns })
  }
  await recordLook(deps, caller, asked)
  return answer()
}

/**
 * An act about a number, whose answer tells as much where there was nothing to act on: a 404, a
 * contact that was there before. Such a one keeps its turn and stands in the log; what was done
 * leaves its own trace and is free.
 */
export async function actOnNumber<T>(
  deps: NumbersDeps,
  caller: Caller,
  { where, number }: { where: string; number: string | undefined },
  act: () => Promise<T>,
  leavesTrace: (done: T) => boolean = () => true,
): Promise<T> {
  if (number === undefined || maySee(caller)) return act()
  const doors = [
    { door: 'numbers.act', of: askerOf(caller), max: perHour.act.masked, turns: 1 },
    { door: 'numbers.act_account', of: caller.accountId, max: perHour.act.account, turns: 1 },
  ]
  for (const count of doors) await demandTurns(deps, count)
  const tells = () => recordLook(deps, caller, { where, numbers: 1 })
  try {
    const done = await act()
    if (leavesTrace(done)) {
      for (const { door, of } of doors) await giveTurnBack(deps.database, { door, of })
    } else await tells()
    return done
  } catch (error) {
    if (error instanceof AppError) await tells()
    throw error
  }
}

function recordLook(deps: NumbersDeps, caller: Caller, asked: Asked): Promise<void> {
  const deed = { action: 'contacts.numbers_asked' as const, details: { ...asked } }
  return deps.database.inAccount(caller.accountId, (tx) => deps.audit.record(tx, caller, deed))
}
