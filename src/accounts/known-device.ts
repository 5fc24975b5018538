// The cookie of a device that has logged in before. It grants nothing and has its own limits.
import { timingSafeEqual } from 'node:crypto'
import type { Randomness } from '../kernel/index.ts'
import type { Vault } from '../vault/index.ts'

/** A mark that is not used for so long is forgotten by the browser. */
export const deviceMarkMs = 180 * 24 * 60 * 60_000

/** A person as a mark knows them: by the tag of their e-mail, and the password of that day. */
export type MarkedPerson = { tag: Buffer; passwordHash: string | null }

type Deps = { vault: Pick<Vault, 'installationTag'>; randomness: Randomness }

/** Nothing of it is kept here: it says of itself whose it is. A new password ends all marks. */
export function newDeviceMark(deps: Deps, person: MarkedPerson): string {
  const nonce = Buffer.from(deps.randomness.bytes(16)).toString('base64url')
  return `${nonce}.${sealOf(deps, person, nonce).toString('base64url')}`
}

/** What of a mark is counted; null where it is not this person's, or no mark at all. */
export function readDeviceMark(
  deps: Pick<Deps, 'vault'>,
  person: MarkedPerson,
  mark: string | null,
): string | null {
  const [, nonce, seal] = /^([\w-]{22})\.([\w-]{1,100})$/.exec(mark ?? '') ?? []
  if (nonce === undefined || seal === undefined || person.passwordHash === null) return null
  const right = sealOf(deps, person, nonce)
  const shown = Buffer.from(seal, 'base64url')
  return shown.length === right.length && timingSafeEqual(shown, right) ? nonce : null
}

function sealOf(deps: Pick<Deps, 'vault'>, { tag, passwordHash }: MarkedPerson, nonce: string) {
  const text = `${tag.toString('hex')} ${nonce} ${passwordHash}`
  return deps.vault.installationTag('accounts.device', text)
}
