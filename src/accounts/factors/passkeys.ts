// Passkeys (WebAuthn): where they work, what a browser is asked, and whether its answer is right.
import type { UserId } from '../../kernel/index.ts'
import type { PasskeyAnswer, PasskeyMade } from '../contract-passkeys.ts'

/** A challenge is good once, and for so long. */
export const challengeMs = 5 * 60_000

/** `rpId`: the name that a passkey is bound to; a browser offers it at no other. */
export type PasskeySite = { origin: string; rpId: string }

/** A passkey as it is kept, sealed; each octet string in base64url. */
export type Passkey = { id: string; publicKey: string; transports: string[] }

/**
 * Browsers bind passkeys to a name, never to a number, and want https but on one's own machine:
 * there `localhost` stands for the number. Null: at this address they cannot be used.
 */
export function passkeySite(address: string | null): PasskeySite | null {
  if (address === null) return null
  const url = new URL(address)
  if (['127.0.0.1', '[::1]'].includes(url.hostname)) url.hostname = 'localhost'
  const { hostname, protocol, origin } = url
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
  const isOwnMachine = hostname === 'localhost' || hostname.endsWith('.localhost')
  return isNumber || (protocol !== 'https:' && !isOwnMachine) ? null : { origin, rpId: hostname }
}

/**
 * EdDSA, ES256, RS256 (RFC 9053, RFC 8812): what every supported Node verifies. The library would
 * add a newer one where its own Node has it, and another Node of the installation would refuse it.
 */
const algorithms = [-8, -7, -257]

/** Asked for by few: it comes with the first passkey. */
const library = () => import('@simplewebauthn/server')

export async function creationOptions(
  site: PasskeySite,
  asked: { userId: UserId; email: string; name: string; has: Passkey[]; challenge: Uint8Array },
) {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    ...{ rpName: 'Accord', rpID: site.rpId, attestationType: 'none', timeout: challengeMs },
    ...{ userName: asked.email, userDisplayName: asked.name },
    userID: Uint8Array.from(Buffer.from(asked.userId, 'utf8')),
    challenge: Uint8Array.from(asked.challenge),
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: asked.has.map(named),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

export async function requestOptions(
  site: PasskeySite,
  asked: { has: Passkey[]; challenge: Uint8Array },
) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    ...{ rpID: site.rpId, userVerification: 'preferred', timeout: challengeMs },
    challenge: Uint8Array.from(asked.challenge),
    allowCredentials: asked.has.map(named),
  })
}

const named = ({ id, transports }: Passkey) => ({ id, transports })

/** Null where it was made for another challenge, another site, or is none. */
export async function readMade(
  site: PasskeySite,
  made: PasskeyMade,
  challenge: string,
): Promise<{ passkey: Passkey; signCount: number } | null> {
  const { verifyRegistrationResponse } = await library()
  const { clientDataJSON, attestationObject, transports } = made
  const found = await verifyRegistrationResponse({
    response: {
      ...{ id: made.id, rawId: made.id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON, attestationObject },
    },
    ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.rpId },
    ...{ requireUserVerification: false, supportedAlgorithmIDs: algorithms },
  }).catch(() => null)
  if (found?.verified !== true) return null
  const { id, publicKey, counter } = found.registrationInfo.credential
  const kept = { id, publicKey: Buffer.from(publicKey).toString('base64url'), transports }
  return { passkey: kept, signCount: counter }
}

/** What it counts now; null where it is not the answer of this passkey to this challenge here. */
export async function readAnswer(
  site: PasskeySite,
  answer: PasskeyAnswer,
  asked: { passkey: Passkey; signCount: number; challenge: string },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library()
  const { id, ...response } = answer
  const found = await verifyAuthenticationResponse({
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    },
    expectedChallenge: asked.challenge,
    ...{ expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: false },
    credential: {
      ...{ id: asked.passkey.id, counter: asked.signCount },
      publicKey: Uint8Array.from(Buffer.from(asked.passkey.publicKey, 'base64url')),
    },
  }).catch(() => null)
  return found?.verified === true ? found.authenticationInfo.newCounter : null
}

/** The challenge that an answer names; whether it was given is for the caller to find out. */
export function challengeIn({ clientDataJSON }: { clientDataJSON: string }): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const { challenge } = said as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}
