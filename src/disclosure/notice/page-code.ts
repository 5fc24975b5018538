// The public address of an account's notice: drawn once, and the same from then on.
import { type AccountId, assert, type Randomness } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { codeOf, insertCode } from './version-store.ts'

/** Without 0, 1, i, l and o: somebody may type it from paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const codeLength = 10
/** Beyond this the remainder would prefer some letters. */
const evenOctets = 256 - (256 % alphabet.length)
/** Ten of thirty-one letters: one that is taken already is hardly ever drawn. */
const draws = 5

function drawCode(randomness: Randomness): string {
  let code = ''
  while (code.length < codeLength) {
    for (const octet of randomness.bytes(codeLength)) {
      if (octet < evenOctets && code.length < codeLength) code += alphabet[octet % alphabet.length]
    }
  }
  return code
}

export async function noticePath(
  { randomness }: { randomness: Randomness },
  tx: Tx,
  accountId: AccountId,
): Promise<string> {
  for (let draw = 0; draw < draws; draw += 1) {
    const code = await codeOf(tx, accountId)
    if (code !== null) return `/notice/${code}`
    await insertCode(tx, accountId, drawCode(randomness))
  }
  const code = await codeOf(tx, accountId)
  assert(code !== null, 'an account has an address of its notice')
  return `/notice/${code}`
}
