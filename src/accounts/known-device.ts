// The cookie of a device that has logged in before. It grants nothing and has its own limits.
import { timingSafeEqual } from 'node:crypto'
import type { Randomness } from '../kernel/index.ts'
import type { Vault } from '../vault/index.ts'

/** A mark that is not used for so long is forgotten by the browser. */
export const deviceMarkMs = 180 * 24 * 60 * 60_000

/** A person as a mark knows them: by the tag of their e-mail, and the password of that day. */
export type MarkedPerson = { tag: Buffer; passwordHash: string | null }

type Deps = { vault: Pick<Vault, 'installationTag'>; randomness: Randomness }

/**
 * Nothing of it is kept here: it says of itself whose it is. A new password ends all marks.
 * `enrolment`: what the second factor was shown of; null where none was. Whoever had the password
 * alone, before there was a factor, may have marks of many devices: they count for the password.
 */
export function newDeviceMark(deps: Deps, person: MarkedPerson, enrolment: string | null): string {
  const nonce = Buffer.from(deps.randomness.bytes(16)).toString('base64url')
  const seals = [sealOf(deps, person, nonce)]
  if (enrolment !== null) seals.push(sealOf(deps, person, `${nonce} ${enrolment}`))
  return [nonce, ...seals.map((seal) => seal.toString('base64url'))].join('.')
}

/** What of a mark is counted; null where it is not this person's, or no mark at all. */
export function readDeviceMark(
  deps: Pick<Deps, 'vault'>,
  person: MarkedPerson,
  mark: string | null,
): string | null {
  const [nonce, seal] = partsOf(mark)
  return isSealed(deps, person, nonce, seal) ? (nonce ?? null) : null
}

/** The same of a device on which the second factor of this enrolment was shown. */
export function readFactorMark(
  deps: Pick<Deps, 'vault'>,
  person: MarkedPerson & { enrolment: string | null },
  mark: string | null,
): string | null {
  const nonce = readDeviceMark(deps, person, mark)
  if (nonce === null || person.enrolment === null) return null
  const [, , seal] = partsOf(mark)
  return isSealed(deps, person, `${nonce} ${person.enrolment}`, seal) ? nonce : null
}

const partsOf = (mark: string | null): (string | undefined)[] =>
  /^([\w-]{22})\.([\w-]{1,100})(?:\.([\w-]{1,100}))?$/.exec(mark ?? '')?.slice(1) ?? []

function isSealed(
  deps: Pick<Deps, 'vault'>,
  person: MarkedPerson,
  text: string | undefined,
  seal: string | undefined,
): boolean {
  if (text === undefined || seal === undefined || person.passwordHash === null) return false
  const right = sealOf(deps, person, text)
  const shown = Buffer.from(seal, 'base64url')
  return shown.length === right.length && timingSafeEqual(shown, right)
}

function sealOf(deps: Pick<Deps, 'vault'>, { tag, passwordHash }: MarkedPerson, marked: string) {
  const text = `${tag.toString('hex')} ${marked} ${passwordHash}`
  return deps.vault.installationTag('accounts.device', text)
}
