// HTTP shapes of setup, sessions, accounts, users and API tokens. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageQuery } from '../http/contract.ts'
import { rights } from '../kernel/index.ts'
import { secondFactorField, secondFactorStanding } from './contract-factors.ts'

export * from './contract-email.ts'
export * from './contract-factors.ts'
export * from './contract-passkeys.ts'
export * from './contract-requests.ts'

export const right = z.enum(rights)

/** What someone may be in an account. What each role may do is a table: `roles.ts`. */
export const accountRoles = [
  'owner',
  'approver',
  'sender',
  'writer',
  'viewer',
  'dpo',
  'support',
] as const
export const accountRole = z.enum(accountRoles)
export type AccountRole = z.output<typeof accountRole>

/** `sandbox` accounts accept numbers of the fiction ranges and only the sandbox operator. */
export const accountKind = z.enum(['live', 'sandbox'])
export const language = z.enum(['fr', 'en'])
const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2.')
const zone = z.string().min(1).max(64).describe('An IANA time zone, such as Europe/Paris.')
const accountName = z.string().trim().min(1).max(120)
const personName = z.string().trim().min(1).max(120)
const email = z.email().max(254)

/** A length, and a judge of guesses (NIST SP 800-63B, 5.1.1.2): no composition rules, no expiry. */
export const passwordLengthMin = 12
export const passwordLengthMax = 256
const password = z.string().min(passwordLengthMin).max(passwordLengthMax)

export const accountView = z.object({
  id: z.uuid(),
  number: z.number().int().describe('The public number of the account, below 2^31.'),
  name: z.string(),
  kind: accountKind,
  country: z.string(),
  zone: z.string(),
  language,
  createdAt: instantText,
  suspendedAt: instantText
    .nullable()
    .describe('Since when nothing of it is accepted or leaves; null: it sends.'),
  deletionDueAt: instantText
    .nullable()
    .describe('When the account is deleted; until then nothing leaves. Null: it is not to be.'),
})
export type AccountView = z.output<typeof accountView>

export const setupState = z.object({
  needed: z.boolean().describe('True until the first owner exists.'),
})

export const setupRequest = z.object({
  code: z.string().min(1).max(200).describe('The one-time code that the server printed.'),
  accountName,
  accountKind: accountKind.default('live'),
  country: countryCode.default('FR'),
  zone: zone.default('Europe/Paris'),
  language: language.default('fr'),
  name: personName,
  email,
  password,
})
export type SetupRequest = z.output<typeof setupRequest>

export const sessionRequest = z.object({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(passwordLengthMax),
})

export const resetRequest = z.object({
  email: z.string().trim().min(3).max(254).describe('Of whoever has lost their password.'),
})
export const resetAsked = z.object({
  mailsLeave: z
    .boolean()
    .describe('False: this installation sends no e-mail; whoever runs it makes a link.'),
})
export const resetAnswer = z.object({
  code: z.string().min(1).max(200).describe('From the link, what stands behind the sign `#`.'),
  password,
})

/** The new password goes with it: whoever asked for the other e-mail had the one before. */
export const emailUndo = z.object({
  code: z.string().min(1).max(200).describe('From the link, what stands behind the sign `#`.'),
  password,
})

export const sessionSwitch = z.object({ accountId: z.uuid() })

/** Who is asking: a user in one of their accounts, or an API token. */
export const meView = z.object({
  user: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
  token: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  role: accountRole.nullable(),
  account: accountView,
  accounts: z.array(z.object({ id: z.uuid(), name: z.string(), role: accountRole })),
  rights: z.array(right),
  language,
  secondFactor: secondFactorStanding
    .nullable()
    .describe('Whether the user has one, and whether they must; null of an API token.'),
})
export type MeView = z.output<typeof meView>

export const meChange = z.object({
  name: personName.optional().describe('What one is called here, in all of one’s accounts.'),
  language: language.optional(),
  password: z
    .object({
      current: z.string().max(passwordLengthMax),
      next: password,
      secondFactor: secondFactorField,
      endTokens: z
        .boolean()
        .default(false)
        .describe('Also revokes the API tokens that this person made, in all of their accounts.'),
    })
    .optional()
    .describe('Ends all other sessions of this person, and what browsers are known by.'),
})

export const accountChange = z.object({
  name: accountName.optional(),
  zone: zone.optional(),
  language: language.optional(),
})

/** Years away from now no rule is known, and every instant that is kept stays one. */
const sandboxYears = { from: 2020, until: 2100 }
export const sandboxClock = z.object({
  readsAs: instantText.describe('The hour at which the hours of marketing are judged; it runs on.'),
  isMoved: z.boolean().describe('False while it is the real hour.'),
  realTime: instantText.describe('The real hour, by the clock of the installation.'),
})
export type SandboxClock = z.output<typeof sandboxClock>
export const sandboxClockChange = z.object({
  readsAs: instantText
    .refine((text) => {
      const year = new Date(text).getUTCFullYear()
      return year >= sandboxYears.from && year < sandboxYears.until
    }, `An instant from ${sandboxYears.from} on, and before ${sandboxYears.until}.`)
    .nullable()
    .describe('The hour that it is from now on for this account; null: the real one.'),
})

export const accountRequest = z.object({
  name: accountName,
  kind: accountKind.default('live'),
  country: countryCode.default('FR'),
  zone: zone.default('Europe/Paris'),
  language: language.default('fr'),
  owner: z
    .object({ name: personName, email })
    .nullable()
    .default(null)
    .describe('Who is invited as its first owner; null: whoever asks is.'),
  staysOwner: z
    .boolean()
    .default(false)
    .describe('Whether whoever asks is an owner beside the one who is invited.'),
})
export type AccountRequest = z.output<typeof accountRequest>
/** What an account is, whoever opens it for whom. */
export type AccountFacts = Omit<AccountRequest, 'owner' | 'staysOwner'>

export const accountQuery = pageQuery.extend({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe('Only those with this in their name, in capitals or not.'),
  suspended: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: only those that are suspended; `false`: only the others.'),
})

export const ownerInvited = z.object({
  email: z.string().describe('Where the person is to be reached, as staff wrote it.'),
  code: z.string().describe('Shown once: give it to the person, as <address>/join#<code>.'),
  isMailed: z.boolean().describe('The link goes to the person by e-mail too.'),
  expiresAt: instantText.describe('Until then it can be answered.'),
})
export type OwnerInvited = z.output<typeof ownerInvited>
export const accountOpened = accountView.extend({
  ownerInvited: ownerInvited
    .nullable()
    .describe('The invitation of its first owner; null: whoever opened it is.'),
})
export const ownerRequest = z
  .object({ name: personName, email })
  .meta({ example: { name: 'Dominique Modèle', email: 'dominique@example.org' } })
export const ownersWaiting = z.object({
  hasPeople: z.boolean().describe('Somebody is in the account.'),
  invited: z
    .object({ email: z.string(), expiresAt: instantText })
    .nullable()
    .describe('Who is invited as its first owner; null as soon as somebody is in the account.'),
})

export const accountSuspension = z
  .object({
    reason: z
      .string()
      .trim()
      .min(5)
      .max(500)
      .describe('Why, in your own words; kept sealed in the journal of the account.'),
  })
  .meta({ example: { reason: 'Plaintes de destinataires, en cours de vérification' } })
export const accountKindChange = z.object({ kind: accountKind })

/** What each role may do, for whoever chooses one. */
export const roleView = z.object({ role: accountRole, rights: z.array(right) })
export type RoleView = z.output<typeof roleView>
export const roleList = z.object({ items: z.array(roleView) })

export const userView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: accountRole,
  hasSecondFactor: z.boolean().describe('A second factor is asked of this user at login.'),
  createdAt: instantText,
})
export type UserView = z.output<typeof userView>

export const userRequest = z.object({ name: personName, email, role: accountRole })

/** Waits for the person's answer. Name and e-mail as the account wrote them, whoever has them. */
export const invitationView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: accountRole,
  createdAt: instantText,
  expiresAt: instantText.describe('Until then it can be answered; after that it needs a new code.'),
})
export type InvitationView = z.output<typeof invitationView>
export const userInvitation = z.object({
  invitation: invitationView.describe('The invitation that waits for an answer.'),
  code: z.string().describe('Shown once: give it to the person, as <address>/join#<code>.'),
  isMailed: z.boolean().describe('The link goes to the person by e-mail too.'),
})
export const invitationCode = z.object({ code: z.string().min(1).max(200) })
/** What the invited person reads before they answer. */
export const invitationRead = z.object({
  accountName: z.string(),
  email: z.string(),
  role: accountRole,
  expiresAt: instantText,
})
export type InvitationRead = z.output<typeof invitationRead>
export const userChange = z.object({ role: accountRole })
export const invitationAnswer = invitationCode.extend({
  password: password.describe('The one that the person has here, or else the one they choose now.'),
})

export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  rights: z.array(right),
  createdAt: instantText,
  expiresAt: instantText.nullable().describe('When it ends by itself; null: never.'),
  lastUsedAt: instantText.nullable(),
  revokedAt: instantText.nullable(),
  madeByTokenId: z
    .uuid()
    .nullable()
    .describe('The token that made it and with which it ends; null: a person did.'),
})
export type TokenView = z.output<typeof tokenView>

export const tokenDaysDefault = 90
export const tokenDaysMax = 365
export const tokenRequest = z.object({
  name: z.string().trim().min(1).max(80),
  rights: z.array(right).min(1),
  days: z
    .number()
    .int()
    .min(1)
    .max(tokenDaysMax)
    .nullable()
    .optional()
    .describe(
      `How many days it lasts, ${tokenDaysDefault} by default; null: until it is revoked, for whoever manages the account.`,
    ),
})
export const tokenCreated = z.object({
  token: tokenView,
  secret: z.string().describe('Shown once; kept only as a hash.'),
})

named({
  right,
  accountRole,
  accountKind,
  language,
  accountView,
  setupState,
  setupRequest,
  sessionRequest,
  resetRequest,
  resetAsked,
  resetAnswer,
  emailUndo,
  sessionSwitch,
  meView,
  meChange,
  accountChange,
  sandboxClock,
  sandboxClockChange,
  accountRequest,
  accountOpened,
  ownerInvited,
  ownerRequest,
  ownersWaiting,
  accountSuspension,
  accountKindChange,
  roleView,
  roleList,
  userView,
  userRequest,
  userInvitation,
  invitationView,
  invitationCode,
  invitationRead,
  userChange,
  invitationAnswer,
  tokenView,
  tokenRequest,
  tokenCreated,
})
