// Recovery codes: ten, each good once, for whoever has lost their second factor.
import type { Instant, Randomness, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { replaceRecoveryCodes } from './factor-store.ts'

export const recoveryCodesMade = 10
/** Crockford's base32: no letter that looks like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const signs = 12
const groupOf = 4

type Deps = { vault: Pick<Vault, 'installationTag'>; randomness: Randomness }

/** New ones in place of those from before; to be shown once. */
export async function makeRecoveryCodes(
  deps: Deps,
  tx: Tx,
  { userId, at }: { userId: UserId; at: Instant },
): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodesMade }, () => newCode(deps.randomness))
  const tags = codes.map((code) => recoveryTag(deps, userId, code))
  await replaceRecoveryCodes(tx, { userId, tags, at })
  return codes.map(inGroups)
}

/** 60 bits under a key of the installation: a copy of the database alone cannot be searched. */
export function recoveryTag(deps: Pick<Deps, 'vault'>, userId: UserId, code: string): Buffer {
  return deps.vault.installationTag('accounts.recovery', `${userId} ${code}`)
}

/** As it was made, however it is typed; null where it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return plain.length === signs && [...plain].every((sign) => alphabet.includes(sign))
    ? plain
    : null
}

/** 256 is a multiple of 32, so that each sign is as likely as any other. */
function newCode(randomness: Randomness): string {
  return Array.from(randomness.bytes(signs), (octet) => alphabet[octet % alphabet.length]).join('')
}

const inGroups = (code: string): string =>
  (code.match(new RegExp(`.{${groupOf}}`, 'g')) ?? []).join('-')
