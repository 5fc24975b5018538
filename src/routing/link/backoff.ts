// When a lost link tries again.
import type { Randomness } from '../../kernel/index.ts'
import type { LinkLimits } from './limits.ts'
import type { DownReason } from './operator-link.ts'

/** An operator that unbinds, as many do once a day, takes the next bind at once. */
const afterUnbindMs = 50

/** Asked again in a moment it would say the same. */
const left: ReadonlySet<DownReason> = new Set(['wrong_password', 'wrong_system_id', 'refuses_all'])

/** Doubled at each failure in a row; between half and whole of it, so that links do not march. */
export function reconnectDelayMs(
  why: DownReason,
  failures: number,
  limits: LinkLimits,
  randomness: Randomness,
): number {
  const isRefusal = left.has(why)
  const doubled = limits.reconnectDelayMsMin * 2 ** Math.min(failures - 1, 20)
  const isOrderly = why === 'operator_unbound' && failures <= 1
  const most = isRefusal
    ? limits.wrongCredentialsDelayMs
    : Math.min(limits.reconnectDelayMsMax, isOrderly ? afterUnbindMs : doubled)
  const [a = 0, b = 0] = randomness.bytes(2)
  return Math.round(most / 2 + (most / 2) * ((a * 256 + b) / 65_536))
}
