// Asks the browser for a passkey; the library comes with the first one that is asked for.
import type { PasskeyAnswer, PasskeyMade } from '../../accounts/contract.ts'

type Library = typeof import('@simplewebauthn/browser')
type Options<Ask extends keyof Library> = Library[Ask] extends (asked: infer Asked) => unknown
  ? Asked extends { optionsJSON: infer Given }
    ? Given
    : never
  : never

/** The browser gave none: refused by the person, too late, or there is none on this device. */
export class NoPasskey extends Error {}

/** Whether this page stands at the one address where passkeys work. */
export const worksHere = (passkeysAt: string | null): boolean =>
  passkeysAt === window.location.origin

export async function makePasskey(options: object): Promise<PasskeyMade> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as Options<'startRegistration'>
  const { id, response } = await startRegistration({ optionsJSON }).catch(none)
  const { clientDataJSON, attestationObject, transports = [] } = response
  return { id, clientDataJSON, attestationObject, transports }
}

export async function showPasskey(options: object): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as Options<'startAuthentication'>
  const { id, response } = await startAuthentication({ optionsJSON }).catch(none)
  const { clientDataJSON, authenticatorData, signature } = response
  return { id, clientDataJSON, authenticatorData, signature }
}

function none(): never {
  throw new NoPasskey()
}
