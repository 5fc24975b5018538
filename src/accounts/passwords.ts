// Passwords: argon2id, a length, and not among the first that are tried.
import { type Algorithm, hash, verify } from '@node-rs/argon2'
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
