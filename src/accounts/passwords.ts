// Passwords: argon2id, a length and nothing else, and a slow-down for those who guess.
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import type { Clock } from '../kernel/index.ts'
import { accountsError } from './errors.ts'

export interface Passwords {
  hash(password: string): Promise<string>
  /** With no hash it takes as long and says no: whether an e-mail is known does not show in time. */
  verify(hash: string | null, password: string): Promise<boolean>
}

export type PasswordCost = { memoryKiB: number; passes: number; lanes: number }

/** OWASP's second choice for argon2id (19 MiB, 2 passes, 1 lane). */
export const passwordCost: PasswordCost = { memoryKiB: 19_456, passes: 2, lanes: 1 }

export function argon2Passwords(cost: PasswordCost = passwordCost): Passwords {
  const options = {
    // `const enum` values do not exist at run time under isolated modules: 2 is argon2id.
    algorithm: 2 as Algorithm,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
  }
  let nobody: Promise<string> | null = null
  return {
    hash: (password) => hash(password.normalize('NFC'), options),
    verify: async (known, password) => {
      nobody ??= hash('nobody has this password', options)
      const isRight = await verify(known ?? (await nobody), password.normalize('NFC'))
      return isRight && known !== null
    },
  }
}

/** The words that are tried first everywhere, when they are long enough to pass. */
const known = ['password', 'motdepasse', 'azerty', 'qwerty', '123456', 'accord', 'administrateur']

/** Refuses a password that is one of the best-known ones repeated or counted up. */
export function refuseKnown(password: string): void {
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), plain)
  const isPlain = plain.length > 0 && rest.replace(/\d+/g, '').length === 0
  if (isPlain || /^(.)\1*$/.test(password)) {
    throw accountsError(
      'accounts.password_known',
      'This password is among the first that are tried; choose a sentence of your own.',
    )
  }
}

const freeFailures = 5
const waitMsMax = 15 * 60_000
const forgottenAfterMs = 60 * 60_000
const keysMax = 10_000

/** Failures by a keyed tag of the e-mail, in memory: each one past the fifth doubles the wait. */
export function loginThrottle(clock: Clock) {
  const failures = new Map<string, { count: number; last: number }>()
  const waitMs = (count: number) =>
    count < freeFailures ? 0 : Math.min(waitMsMax, 1000 * 2 ** (count - freeFailures))
  return {
    demand(key: string): void {
      const found = failures.get(key)
      if (found === undefined) return
      const left = found.last + waitMs(found.count) - clock.now()
      if (left <= 0) return
      throw accountsError(
        'accounts.too_many_attempts',
        'Too many attempts with this e-mail; wait, then try again.',
        { seconds: Math.ceil(left / 1000) },
      )
    },
    failed(key: string): void {
      const now = clock.now()
      for (const [other, { last }] of failures) {
        if (now - last > forgottenAfterMs || failures.size > keysMax) failures.delete(other)
        else break
      }
      const count = (failures.get(key)?.count ?? 0) + 1
      failures.delete(key)
      failures.set(key, { count, last: now })
    },
    succeeded(key: string): void {
      failures.delete(key)
    },
  }
}
export type LoginThrottle = ReturnType<typeof loginThrottle>
