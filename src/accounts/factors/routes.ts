// The HTTP of second factors: at the login, one's own, others', and who must have one.
import { defineRoute, type Exchange, type Route } from '../../http/index.ts'
import type { UserId } from '../../kernel/index.ts'
import { accountsApi } from '../contract-api.ts'
import { type CookieOptions, readCookie, setCookie } from '../cookies.ts'
import type { AccountsDeps } from '../deps.ts'
import { attemptsPerMinuteMax, enter, markDevice, triedFrom } from '../enter.ts'
import * as own from './enrol.ts'
import { challengeForLogin, finishSession, readHalfSession } from './half-session.ts'
import { changeRule, changeStaffRule, readRule, readStaffRule } from './rules.ts'
import { takeFactorByStaff, takeFactorOfMember } from './take-away.ts'

/** Of showing again who one is. */
const proofErrors = [
  'accounts.not_a_user',
  'accounts.password_wrong',
  'accounts.second_factor_asked',
  'accounts.second_factor_wrong',
  'accounts.passkey_wrong',
  'accounts.second_factor_paused',
  'accounts.too_many_attempts',
] as const
const perMinuteMax = attemptsPerMinuteMax

export function factorRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  const sessionOf = (exchange: Exchange) => readCookie(exchange, 'session', options)
  return [
    ...loginRoutes(deps, options),
    ...ownRoutes(deps, options, sessionOf),
    ...passkeyRoutes(deps, options, sessionOf),
    ...recoveryRoutes(deps, sessionOf),
    ...accountRoutes(deps, sessionOf),
    ...installationRoutes(deps, sessionOf),
  ]
}

type SessionOf = (exchange: Exchange) => string | null

function loginRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/sessions/second-factor'],
      needs: 'none',
      summary: 'Say whether the second factor is waited for, and until when',
      perMinuteMax,
      errors: ['accounts.second_factor_expired'],
      handle: (_caller, { exchange }) =>
        readHalfSession(deps, readCookie(exchange, 'half', options)),
    }),
    defineRoute({
      ...accountsApi['POST /v1/sessions/passkey-challenges'],
      needs: 'none',
      summary: 'Ask for what a passkey signs after the password',
      perMinuteMax,
      errors: [
        'accounts.second_factor_expired',
        'accounts.second_factor_not_found',
        'accounts.passkeys_unusable',
      ],
      handle: (_caller, { exchange }) =>
        challengeForLogin(deps, readCookie(exchange, 'half', options)),
    }),
    defineRoute({
      ...accountsApi['POST /v1/sessions/second-factor'],
      needs: 'none',
      summary: 'Show the second factor after the password, and be logged in',
      description:
        'The cookie that `POST /v1/sessions` set with `accounts.second_factor_needed` says who ' +
        'asks. A code is good once. An invitation that was answered with the password is ' +
        'accepted with it. API tokens are asked for no second factor.',
      perMinuteMax,
      errors: [
        'accounts.second_factor_expired',
        'accounts.second_factor_wrong',
        'accounts.passkey_wrong',
        'accounts.second_factor_paused',
        'accounts.login_failed',
        'accounts.invitation_wrong',
        'accounts.too_many_attempts',
      ],
      handle: async (_caller, { body, exchange }) => {
        const secret = readCookie(exchange, 'half', options)
        const from = triedFrom(exchange, options)
        const code = 'passkey' in body ? body.passkey : body.code
        const noHalf = () => setCookie(exchange, options, { of: 'half', value: '', ageMs: 0 })
        const session = await finishSession(deps, { secret, code, from }, noHalf)
        return enter(deps, options, exchange, session)
      },
    }),
  ]
}

function ownRoutes(deps: AccountsDeps, options: CookieOptions, sessionOf: SessionOf): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/me/second-factors'],
      needs: 'session',
      summary: 'List one’s own second factors, and whether one must have one',
      errors: ['accounts.not_a_user'],
      handle: (caller) => own.listFactors(deps, caller),
    }),
    defineRoute({
      ...accountsApi['POST /v1/me/second-factors'],
      needs: 'session',
      summary: 'Begin to enrol an authenticator app; it counts from its first code on',
      perMinuteMax,
      errors: [...proofErrors, 'accounts.second_factor_too_many'],
      handle: (caller, { body, exchange }) =>
        own.beginEnrolment(deps, caller, { ...body, session: sessionOf(exchange) }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/me/second-factors/{id}/confirmation'],
      needs: 'session',
      summary: 'Confirm the app with a code that it shows; the first one brings recovery codes',
      description: 'Sessions that a password alone has opened end, but for this one.',
      perMinuteMax,
      errors: [
        'accounts.not_a_user',
        'accounts.second_factor_not_found',
        'accounts.second_factor_wrong',
        'accounts.second_factor_too_many',
        'accounts.too_many_attempts',
      ],
      handle: async (caller, { params, body, exchange }) => {
        const shown = { factorId: params.id, code: body.code, session: sessionOf(exchange) }
        const { device, recoveryCodes } = await own.confirmEnrolment(deps, caller, shown)
        if (device !== null) markDevice(exchange, options, device)
        return { recoveryCodes }
      },
    }),
    defineRoute({
      ...accountsApi['POST /v1/me/second-factors/{id}/removal'],
      needs: 'session',
      summary: 'Turn off one of one’s own second factors',
      perMinuteMax,
      errors: [...proofErrors, 'accounts.second_factor_not_found'],
      handle: async (caller, { params, body, exchange }) => {
        const shown = { ...body, factorId: params.id, session: sessionOf(exchange) }
        await own.removeFactor(deps, caller, shown)
      },
    }),
  ]
}

function passkeyRoutes(deps: AccountsDeps, options: CookieOptions, sessionOf: SessionOf): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/me/passkey-challenges'],
      needs: 'session',
      summary: 'Ask for what a passkey signs where the second factor is asked for again',
      perMinuteMax,
      errors: [
        'accounts.not_a_user',
        'accounts.second_factor_not_found',
        'accounts.passkeys_unusable',
      ],
      handle: (caller) => own.challengeForProof(deps, caller),
    }),
    defineRoute({
      ...accountsApi['POST /v1/me/passkeys'],
      needs: 'session',
      summary: 'Begin to enrol a passkey; it counts once the browser has made it',
      perMinuteMax,
      errors: [...proofErrors, 'accounts.second_factor_too_many', 'accounts.passkeys_unusable'],
      handle: (caller, { body, exchange }) =>
        own.beginPasskey(deps, caller, { ...body, session: sessionOf(exchange) }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/me/passkeys/{id}/confirmation'],
      needs: 'session',
      summary: 'Keep the passkey that the browser made; the first factor brings recovery codes',
      description: 'Sessions that a password alone has opened end, but for this one.',
      perMinuteMax,
      errors: [
        'accounts.not_a_user',
        'accounts.second_factor_not_found',
        'accounts.passkey_wrong',
        'accounts.passkeys_unusable',
        'accounts.second_factor_too_many',
        'accounts.too_many_attempts',
      ],
      handle: async (caller, { params, body, exchange }) => {
        const shown = { factorId: params.id, ...body, session: sessionOf(exchange) }
        const { device, recoveryCodes } = await own.confirmPasskey(deps, caller, shown)
        if (device !== null) markDevice(exchange, options, device)
        return { recoveryCodes }
      },
    }),
  ]
}

function recoveryRoutes(deps: AccountsDeps, sessionOf: SessionOf): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/me/recovery-codes'],
      needs: 'session',
      summary: 'Make ten new recovery codes; those from before are void',
      perMinuteMax,
      errors: [
        ...proofErrors,
        'accounts.second_factor_not_found',
        'accounts.recovery_codes_just_renewed',
      ],
      handle: (caller, { body, exchange }) =>
        own.renewRecoveryCodes(deps, caller, { ...body, session: sessionOf(exchange) }),
    }),
  ]
}

function accountRoutes(deps: AccountsDeps, sessionOf: SessionOf): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/account/second-factor-rule'],
      needs: 'account.read',
      summary: 'Show of which users the account requires a second factor, and from when',
      handle: (caller) => readRule(deps, caller),
    }),
    defineRoute({
      ...accountsApi['PUT /v1/account/second-factor-rule'],
      needs: 'account.manage',
      summary: 'Require a second factor of users of the account, from a date on',
      description:
        'From then on a user who has none can only enrol one. API tokens are asked for none.',
      perMinuteMax,
      errors: [...proofErrors, 'accounts.second_factor_own_first'],
      handle: (caller, { body, exchange }) =>
        changeRule(deps, caller, { ...body, session: sessionOf(exchange) }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/users/second-factor-removals'],
      needs: 'account.manage',
      summary: 'Remove the second factor of a user who has lost it; their sessions end',
      perMinuteMax,
      errors: [
        ...proofErrors,
        'accounts.second_factor_own_first',
        'accounts.user_not_found',
        'accounts.second_factor_not_found',
        'accounts.second_factor_needs_staff',
        'accounts.second_factor_by_owner_only',
      ],
      handle: async (caller, { body }) => {
        await takeFactorOfMember(deps, caller, { ...body, userId: body.userId as UserId })
      },
    }),
  ]
}

function installationRoutes(deps: AccountsDeps, sessionOf: SessionOf): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/installation/second-factor-rule'],
      needs: 'installation.manage',
      summary: 'Show whether a second factor is required of whoever manages the installation',
      handle: () => readStaffRule(deps),
    }),
    defineRoute({
      ...accountsApi['PUT /v1/installation/second-factor-rule'],
      needs: 'installation.manage',
      summary: 'Require a second factor of whoever manages the installation, from a date on',
      perMinuteMax,
      errors: [...proofErrors, 'accounts.second_factor_own_first'],
      handle: (caller, { body, exchange }) =>
        changeStaffRule(deps, caller, { ...body, session: sessionOf(exchange) }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/installation/second-factor-removals'],
      needs: 'installation.manage',
      summary: 'Remove the second factor of a user who wrote a letter; their sessions end',
      perMinuteMax,
      errors: [
        ...proofErrors,
        'accounts.second_factor_own_first',
        'accounts.user_not_found',
        'accounts.second_factor_not_found',
        'accounts.second_factor_needs_staff',
      ],
      handle: async (caller, { body, exchange }) => {
        await takeFactorByStaff(deps, caller, { ...body, session: sessionOf(exchange) })
      },
    }),
  ]
}
