// Passwords: argon2id, a minimum length, and no easily guessed ones.
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { accountsError } from '../errors.ts'
import type { JudgePassword, PasswordOwner } from './judge-password.ts'

export interface Passwords {
  hash(password: string): Promise<string>
  /**
   * With no hash it takes as long and says no: whether an e-mail is known does not show in time.
   */
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

/** Refuses a password that would soon be guessed by somebody who knows whose it is. */
export async function refuseGuessable(
  { judgePassword }: { judgePassword: JudgePassword },
  password: string,
  owner: PasswordOwner,
): Promise<void> {
  if (await judgePassword(password, owner)) return
  throw accountsError(
    'accounts.password_known',
    'This password would soon be guessed: choose a sentence of your own, without your name, ' +
      'address or organisation.',
  )
}
