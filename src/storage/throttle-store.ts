// The one throttle: a turn is counted before the act that it allows, for all nodes together.
import { createHash } from 'node:crypto'
import { assert, BugError } from '../kernel/index.ts'
import { type Database, type Tx, toTimestamp } from './transaction.ts'

/** Who asks at which door: `login.name` and a keyed tag, `form.code` and a number's tag. */
export type AtDoor = {
  /** A fixed word, written out where it is asked for: the same word is the same count. */
  door: string
  /**
   * Who or what is counted. Only a hash of it is kept; but a number, a name or an address could be
   * guessed from a plain hash: of those, give a tag that the vault made.
   */
  of: string
}

export type TurnAsked = AtDoor & {
  /** How many turns there are in `perMs`, from the first that is taken on. */
  max: number
  perMs: number
  now: Date
  /** How many this act takes, all or none: 1 000 numbers looked up are 1 000. 1 by default. */
  turns?: number
}

export type Turn = { allowed: true } | { allowed: false; retryAfterMs: number }

type Installation = Pick<Database, 'inInstallation'>

/**
 * Counts, and says whether what was counted may be done. It is committed by itself before the act,
 * so that neither many at once nor an act that fails gets more than `max`. Not to be asked for
 * inside a transaction, whose connection it would wait beside.
 */
export async function takeTurn(pool: Installation, asked: TurnAsked): Promise<Turn> {
  const { max, perMs, now, turns = 1 } = asked
  assert(Number.isSafeInteger(turns) && turns > 0, 'an act takes at least one turn')
  assert(perMs > 0 && max >= 0, 'a throttle has a number of turns and a time')
  await sweepNowAndThen(pool, now)
  if (turns > max) return { allowed: false, retryAfterMs: perMs }
  const row = await pool.inInstallation((tx) => take(tx, { ...asked, turns }), {
    isOneStatement: true,
  })
  if (row.was_allowed) return { allowed: true }
  return { allowed: false, retryAfterMs: Math.max(1, row.ends_at - now.getTime()) }
}

/**
 * One turn back, after an act that turned out harmless: a login with the right password. The only
 * one that was taken leaves no row.
 */
export async function giveTurnBack(pool: Installation, at: AtDoor): Promise<void> {
  await pool.inInstallation(
    (tx) =>
      tx.query(
        `with single as (delete from storage.throttle where key = $1 and taken = 1)
         update storage.throttle set taken = taken - 1 where key = $1 and taken > 1`,
        [keyOf(at)],
      ),
    { isOneStatement: true },
  )
}

/** All turns back: whoever is counted has shown who they are. */
export async function forgetTurns(pool: Installation, at: AtDoor): Promise<void> {
  await pool.inInstallation(
    (tx) => tx.query('delete from storage.throttle where key = $1', [keyOf(at)]),
    { isOneStatement: true },
  )
}

function keyOf({ door, of }: AtDoor): Buffer {
  return createHash('sha256').update(door).update('\0').update(of).digest()
}

/**
 * One statement, so that the row's lock puts all who ask at once in a line: each sees what the one
 * before was given. `over`: the time has passed; or it ends later than it ever could, because a
 * clock stood wrong when it began, and nobody is kept out for that.
 */
const statement = {
  name: 'storage.take_turn',
  text: `insert into storage.throttle as held (key, taken, ends_at, was_allowed)
    values ($1::bytea, $2::bigint, $4::timestamptz, true)
    on conflict (key) do update set
      taken = case
        when held.ends_at <= $5::timestamptz or held.ends_at > $6::timestamptz then $2::bigint
        when held.taken + $2::bigint <= $3::bigint then held.taken + $2::bigint
        else held.taken end,
      ends_at = case
        when held.ends_at <= $5::timestamptz or held.ends_at > $6::timestamptz then excluded.ends_at
        else held.ends_at end,
      was_allowed = held.ends_at <= $5::timestamptz or held.ends_at > $6::timestamptz
        or held.taken + $2::bigint <= $3::bigint
    returning ends_at, was_allowed`,
}

async function take(
  tx: Tx,
  asked: TurnAsked & { turns: number },
): Promise<{ ends_at: number; was_allowed: boolean }> {
  const now = asked.now.getTime()
  const { rows } = await tx.query<{ ends_at: number; was_allowed: boolean }>(statement, [
    keyOf(asked),
    asked.turns,
    asked.max,
    toTimestamp(now + asked.perMs),
    asked.now,
    toTimestamp(now + 2 * asked.perMs),
  ])
  const row = rows[0]
  if (row === undefined) throw new BugError('a turn that was asked for has its row')
  return row
}

const sweepEveryMs = 60_000
/** Longer over than the clocks of two nodes may differ. */
const sweepAfterMs = 60 * 60_000
const sweptAtOnceMax = 10_000
const sweptAt = new WeakMap<Installation, number>()

/** Rows whose time is over go, by whoever comes by. */
async function sweepNowAndThen(pool: Installation, now: Date): Promise<void> {
  const at = now.getTime()
  const last = sweptAt.get(pool)
  if (last !== undefined && Math.abs(at - last) < sweepEveryMs) return
  sweptAt.set(pool, at)
  await pool.inInstallation(
    (tx) =>
      tx.query(
        `delete from storage.throttle where ends_at <= $1 and key in (
           select key from storage.throttle where ends_at <= $1
           order by ends_at limit $2 for update skip locked)`,
        [toTimestamp(at - sweepAfterMs), sweptAtOnceMax],
      ),
    { isOneStatement: true },
  )
}
