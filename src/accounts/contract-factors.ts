// HTTP shapes of second factors, recovery codes and who must have one. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { passkeyAnswer } from './contract-passkeys.ts'

/** Of whom an account requires one: all, or those who may do what weighs most. */
export const requiredOfs = ['everybody', 'revealing', 'sending', 'managing'] as const
export const requiredOf = z.enum(requiredOfs)
export type RequiredOf = z.output<typeof requiredOf>

const password = z.string().min(1).max(256).describe('The password of whoever asks.')
const code = z
  .string()
  .min(1)
  .max(40)
  .describe('A code of the authenticator app, or a recovery code.')
export const secondFactorField = z
  .union([code, passkeyAnswer])
  .optional()
  .describe(
    'A code of the authenticator app, a recovery code, or the answer of a passkey to ' +
      '`POST /v1/me/passkey-challenges`; asked for once the user has enrolled one.',
  )
/** The address at which passkeys work. */
const passkeysAt = z
  .string()
  .nullable()
  .describe(
    'The only address at which passkeys work. Null: at none, since that of the installation is a ' +
      'number or is not https.',
  )
const passkeysFor = z
  .array(z.string())
  .describe(
    'The names that the user’s passkeys are bound to, where none of them answers this address: ' +
      'the installation had another one. Empty otherwise.',
  )
const kind = z
  .enum(['totp', 'passkey'])
  .describe('`totp`: an authenticator app (RFC 6238); `passkey`: WebAuthn.')

/** Who asks shows again who they are. */
const proof = { password, secondFactor: secondFactorField }

export const secondFactorStanding = z.object({
  isEnrolled: z.boolean().describe('The user has a second factor that is asked for at login.'),
  requiredFrom: instantText
    .nullable()
    .describe('From when the user must have one; null: it is not required of them.'),
  mustEnrol: z
    .boolean()
    .describe('It is required now, and the user has none: they can only enrol one.'),
})
export type SecondFactorStanding = z.output<typeof secondFactorStanding>

export const secondFactorView = z.object({
  id: z.uuid(),
  kind,
  name: z.string().describe('What its owner calls it.'),
  createdAt: instantText,
  lastUsedAt: instantText.nullable().describe('When it was last shown; null: never.'),
})
export type SecondFactorView = z.output<typeof secondFactorView>

export const secondFactorList = z.object({
  items: z.array(secondFactorView),
  recoveryCodesLeft: z.number().int().describe('Recovery codes that were not used yet.'),
  passkeysAt,
  passkeysFor,
  standing: secondFactorStanding.describe('Whether the user has one, and whether they must.'),
})
export type SecondFactorList = z.output<typeof secondFactorList>

export const secondFactorRequest = z
  .object({
    name: z.string().trim().min(1).max(60).describe('What the user calls it: the phone it is on.'),
    ...proof,
  })
  .meta({ example: { name: 'Téléphone', password: 'les cerises de juin' } })

/** Shown once: what the app is given, as a picture or typed in. */
export const secondFactorBegun = z.object({
  id: z.uuid(),
  key: z
    .string()
    .describe('The key in base32, to be typed into the app; shown in this answer only.'),
  uri: z.string().describe('The same as an address, for a QR code: `otpauth://totp/…`.'),
})
export type SecondFactorBegun = z.output<typeof secondFactorBegun>

export const secondFactorConfirmation = z
  .object({ code: code.describe('A code that the app shows now.') })
  .meta({ example: { code: '123456' } })

export const secondFactorConfirmed = z.object({
  recoveryCodes: z
    .array(z.string())
    .nullable()
    .describe('Ten codes, shown in this answer only; null: those from before stay good.'),
})
export const recoveryCodes = z.object({
  codes: z.array(z.string()).describe('Ten codes, shown in this answer only.'),
})

export const ownProof = z.object(proof).meta({
  example: { password: 'les cerises de juin', secondFactor: '123456' },
})

export const halfSession = z.object({
  expiresAt: instantText.describe('Until then the second factor can be shown.'),
  recoveryCodesLeft: z.boolean().describe('A recovery code can be shown instead.'),
  kinds: z.array(kind).describe('What kinds of second factors the user has.'),
  passkeysAt,
  passkeysFor,
})
export const halfSessionAnswer = z
  .union([z.object({ code }), z.object({ passkey: passkeyAnswer })])
  .meta({ example: { code: '123456' } })

const reason = z.string().trim().min(5).max(500)
export const secondFactorRemoval = z
  .object({
    userId: z.uuid().describe('Whose second factor is removed.'),
    reason: reason.describe('Why, in your own words; kept sealed in the journal.'),
    ...proof,
  })
  .meta({
    example: {
      userId: '01a20c60-3a4b-7c5d-8e6f-000000000001',
      reason: 'Téléphone perdu, vérifié de vive voix',
      password: 'les cerises de juin',
      secondFactor: '123456',
    },
  })
export const staffSecondFactorRemoval = z
  .object({
    email: z.string().min(1).max(254).describe('Whose second factor is removed.'),
    reason: reason.describe('The letter that asked for it: who wrote it, and when; kept sealed.'),
    ...proof,
  })
  .meta({
    example: {
      email: 'camille@example.org',
      reason: 'Courrier de la gérante du 24 novembre, identité vérifiée par téléphone',
      password: 'les cerises de juin',
      secondFactor: '123456',
    },
  })

export const secondFactorRule = z.object({
  requiredOf: z.array(requiredOf).describe('Of whom; empty: of nobody.'),
  holdsFrom: instantText.nullable().describe('From when; null: it is required of nobody.'),
  without: z.number().int().describe('Users whom it concerns and who have none yet.'),
})
export type SecondFactorRule = z.output<typeof secondFactorRule>
export const secondFactorRuleChange = z
  .object({
    requiredOf: z.array(requiredOf).max(requiredOfs.length).describe('Of whom; empty: of nobody.'),
    holdsFrom: instantText
      .nullable()
      .describe('From when; null, or an instant that is over: from now on.'),
    ...proof,
  })
  .meta({
    example: {
      requiredOf: ['revealing', 'managing'],
      holdsFrom: '2027-01-11T08:00:00Z',
      password: 'les cerises de juin',
      secondFactor: '123456',
    },
  })

export const staffSecondFactorRule = z.object({
  isRequired: z.boolean().describe('Of whoever manages the installation.'),
  holdsFrom: instantText.nullable().describe('From when; null: it is not required.'),
  without: z.number().int().describe('How many of them have none yet.'),
})
export type StaffSecondFactorRule = z.output<typeof staffSecondFactorRule>
export const staffSecondFactorRuleChange = z
  .object({
    isRequired: z.boolean().describe('Of whoever manages the installation.'),
    holdsFrom: instantText
      .nullable()
      .describe('From when; null, or an instant that is over: from now on.'),
    ...proof,
  })
  .meta({
    example: {
      isRequired: true,
      holdsFrom: '2027-01-11T08:00:00Z',
      password: 'les cerises de juin',
      secondFactor: '123456',
    },
  })

named({
  requiredOf,
  secondFactorStanding,
  secondFactorView,
  secondFactorList,
  secondFactorRequest,
  secondFactorBegun,
  secondFactorConfirmation,
  secondFactorConfirmed,
  recoveryCodes,
  ownProof,
  halfSession,
  halfSessionAnswer,
  secondFactorRemoval,
  staffSecondFactorRemoval,
  secondFactorRule,
  secondFactorRuleChange,
  staffSecondFactorRule,
  staffSecondFactorRuleChange,
})
