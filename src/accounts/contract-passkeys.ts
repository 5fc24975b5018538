// HTTP shapes of passkeys: what a browser is given, and what it answers. Browser-safe.
import { z } from 'zod'
import { named } from '../http/contract.ts'

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/)

export const passkeyAnswer = z
  .object({
    id: base64url(1_400).describe('The credential’s id.'),
    clientDataJSON: base64url(4_000).describe('What the browser signed for, with the challenge.'),
    authenticatorData: base64url(4_000).describe('What the authenticator says of itself.'),
    signature: base64url(8_000).describe('Over both.'),
  })
  .describe('The answer of a passkey (WebAuthn), each octet string in base64url.')
export type PasskeyAnswer = z.output<typeof passkeyAnswer>

export const passkeyMade = z
  .object({
    id: base64url(1_400).describe('The credential’s id.'),
    clientDataJSON: base64url(4_000).describe('What the browser made it for, with the challenge.'),
    attestationObject: base64url(40_000).describe('The new key, as the authenticator gives it.'),
    transports: z
      .array(z.string().min(1).max(20))
      .max(10)
      .default([])
      .describe('How the authenticator is reached, as the browser says.'),
  })
  .describe('A new passkey (WebAuthn), each octet string in base64url.')
export type PasskeyMade = z.output<typeof passkeyMade>

export const passkeyConfirmation = z.object({ passkey: passkeyMade })

export const passkeyBegun = z.object({
  id: z.uuid(),
  options: z
    .record(z.string(), z.unknown())
    .describe('`PublicKeyCredentialCreationOptionsJSON`; the challenge is good for five minutes.'),
})
export type PasskeyBegun = z.output<typeof passkeyBegun>

export const passkeyChallenge = z.object({
  options: z
    .record(z.string(), z.unknown())
    .describe('`PublicKeyCredentialRequestOptionsJSON`; good once, for five minutes.'),
})
export type PasskeyChallenge = z.output<typeof passkeyChallenge>

named({
  passkeyAnswer,
  passkeyMade,
  passkeyConfirmation,
  passkeyBegun,
  passkeyChallenge,
})
