// Codes of an authenticator app (TOTP, RFC 6238): the key, its address, and the step of a code.
import { Secret, TOTP } from 'otpauth'
import type { Instant, Randomness } from '../../kernel/index.ts'

/** What every authenticator app can do; others are shown wrongly by some of them. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const issuer = 'Accord'
/** RFC 4226, section 4: 160 bits. */
const keyOctets = 20
/** A clock that is wrong by one step, before or after, is forgiven (RFC 6238, section 5.2). */
const drift = 1

export const newTotpKey = (randomness: Randomness): Uint8Array => randomness.bytes(keyOctets)

/** `label`: the e-mail, by which the app tells one entry from another. */
export function totpFor(key: Uint8Array, label: string): { key: string; uri: string } {
  const secret = secretOf(key)
  const totp = new TOTP({ ...shape, issuer, label, secret })
  return { key: secret.base32, uri: totp.toString() }
}

/**
 * The time step that the code belongs to; null where it is of none that counts now. Whoever asks
 * keeps the step: the library does not know that a code was used.
 */
export function stepOf(key: Uint8Array, code: string, at: Instant): number | null {
  // Digits of other scripts are as many, and longer in octets: the library throws on them.
  if (!/^[0-9]{6}$/.test(code)) return null
  const found = TOTP.validate({
    ...{ ...shape, token: code, secret: secretOf(key) },
    ...{ timestamp: at, window: drift },
  })
  return found === null ? null : Math.floor(at / 1000 / shape.period) + found
}

function secretOf(key: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(key).buffer })
}
