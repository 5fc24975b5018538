// The HTTP of setup, sessions, one's own data, accounts, users and tokens; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { AccountId, TokenId, UserId } from '../kernel/index.ts'
import { accountView, readAccount } from './account.ts'
import * as shapes from './contract.ts'
import { accountsApi } from './contract-api.ts'
import { type CookieOptions, readCookie, setCookie } from './cookies.ts'
import type { AccountsDeps } from './deps.ts'
import { emailRoutes } from './email/email-routes.ts'
import { attemptsPerMinuteMax, markDevice, triedFrom, whoIs } from './enter.ts'
import { enterOrAsk } from './factors/enter-or-ask.ts'
import { factorRoutes } from './factors/routes.ts'
import { installationRoutes } from './installation-routes.ts'
import { invitationRoutes } from './invitations/invitation-routes.ts'
import { changeAccount } from './make-account.ts'
import { resetRoutes } from './passwords/reset-routes.ts'
import { readRequestLog } from './request-log/read-requests.ts'
import { rightsOfRole } from './roles.ts'
import { readSandboxClock, setSandboxClock } from './sandbox/clock.ts'
import * as session from './session.ts'
import { isSetUp, setUp } from './set-up.ts'
import * as tokens from './tokens/token.ts'
import * as users from './user.ts'

export function accountsRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    ...doorRoutes(deps, options),
    ...meRoutes(deps, options),
    ...accountRoutes(deps),
    ...installationRoutes(deps),
    ...userRoutes(deps),
    ...invitationRoutes(deps, options),
    ...resetRoutes(deps, options),
    ...emailRoutes(deps, options),
    ...tokenRoutes(deps),
    ...factorRoutes(deps, options),
  ]
}

function doorRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/setup'],
      needs: 'none',
      summary: 'Say whether the installation still waits for its owner',
      handle: async () => ({ needed: !(await isSetUp(deps)) }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/setup'],
      needs: 'none',
      summary: 'Make the first account and its owner, with the code that the server printed',
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.setup_done', 'accounts.setup_code_wrong', 'accounts.password_known'],
      handle: async (_caller, { body, exchange }) => {
        const userId = await setUp(deps, body)
        const entering = { userId, accountId: null, invitation: null }
        return enterOrAsk(deps, options, exchange, entering)
      },
    }),
    defineRoute({
      ...accountsApi['POST /v1/sessions'],
      needs: 'none',
      summary: 'Log in',
      description:
        'Where the user has a second factor the answer is `accounts.second_factor_needed`, ' +
        'with a cookie that is good for ten minutes, and for ' +
        '`POST /v1/sessions/second-factor` alone.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: [
        'accounts.login_failed',
        'accounts.second_factor_needed',
        'accounts.too_many_attempts',
      ],
      handle: async (_caller, { body, exchange }) => {
        const userId = await session.whoLogsIn(deps, body, triedFrom(exchange, options))
        const entering = { userId, accountId: null, invitation: null }
        return enterOrAsk(deps, options, exchange, entering)
      },
    }),
  ]
}

function meRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/me'],
      needs: 'session',
      summary: 'Say who is asking, in which account, with which rights',
      handle: (caller) => session.whoAmI(deps, caller),
    }),
    defineRoute({
      ...accountsApi['PATCH /v1/me'],
      needs: 'session',
      summary: 'Change one’s own name, language or password',
      perMinuteMax: attemptsPerMinuteMax,
      errors: [
        'accounts.not_a_user',
        'accounts.password_wrong',
        'accounts.password_known',
        'accounts.second_factor_asked',
        'accounts.second_factor_wrong',
        'accounts.passkey_wrong',
        'accounts.second_factor_paused',
        'accounts.too_many_attempts',
      ],
      handle: async (caller, { body, exchange }) => {
        const secret = readCookie(exchange, 'session', options)
        const changed = await session.changeMe(deps, caller, { ...body, session: secret })
        if (changed.device !== null) markDevice(exchange, options, changed.device)
        return session.whoAmI(deps, caller)
      },
    }),
    defineRoute({
      ...accountsApi['DELETE /v1/sessions/current'],
      needs: 'session',
      summary: 'Log out',
      handle: async (_caller, { exchange }) => {
        const secret = readCookie(exchange, 'session', options)
        if (secret !== null) await session.logOut(deps, secret)
        setCookie(exchange, options, { of: 'session', value: '', ageMs: 0 })
      },
    }),
    defineRoute({
      ...accountsApi['PUT /v1/sessions/current'],
      needs: 'session',
      summary: 'Go over to another of one’s accounts',
      errors: ['accounts.not_a_user', 'accounts.account_not_found'],
      handle: async (caller, { body, exchange }) => {
        const secret = readCookie(exchange, 'session', options) ?? ''
        await session.switchAccount(deps, caller, secret, body.accountId as AccountId)
        return whoIs(deps, options, exchange, secret)
      },
    }),
  ]
}

function accountRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/account'],
      needs: 'account.read',
      summary: 'Read the account',
      handle: async (caller) => accountView(await readAccount(deps.database, caller.accountId)),
    }),
    defineRoute({
      ...accountsApi['PATCH /v1/account'],
      needs: 'account.manage',
      summary: 'Change the account’s name, zone or language',
      errors: ['accounts.zone_unknown'],
      handle: async (caller, { body }) => accountView(await changeAccount(deps, caller, body)),
    }),
    defineRoute({
      ...accountsApi['GET /v1/account/sandbox-clock'],
      needs: 'account.read',
      summary: 'Read the hour at which a sandbox account’s hours of marketing are judged',
      errors: ['accounts.not_a_sandbox'],
      handle: (caller) => readSandboxClock(deps, caller),
    }),
    defineRoute({
      ...accountsApi['PUT /v1/account/sandbox-clock'],
      needs: 'account.manage',
      summary: 'Set the clock by which a sandbox account’s hours of marketing are judged',
      description:
        'Marketing leaves by day only, by the clock of the person’s place. A sandbox account ' +
        'sets that clock, so that what is tried with it works at any hour, or is held at any ' +
        'hour. It runs on from there. Nothing else moves: a consent is as old as it is.',
      errors: ['accounts.not_a_sandbox'],
      handle: (caller, { body }) => setSandboxClock(deps, caller, body.readsAs),
    }),
  ]
}

function userRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/roles'],
      needs: 'account.manage',
      summary: 'List the roles of an account and what each may do',
      handle: async () => ({
        items: shapes.accountRoles.map((role) => ({ role, rights: [...rightsOfRole[role]] })),
      }),
    }),
    defineRoute({
      ...accountsApi['GET /v1/users'],
      needs: 'account.manage',
      summary: 'List the users of the account',
      handle: async (caller) => ({ items: await users.listUsers(deps, caller), nextCursor: null }),
    }),
    defineRoute({
      ...accountsApi['PATCH /v1/users/{id}'],
      needs: 'account.manage',
      summary:
        'Give a user another role; tokens beyond it end, and invitations if it may not invite',
      errors: ['accounts.user_not_found', 'accounts.last_owner', 'accounts.rights_beyond_own'],
      handle: (caller, { params, body }) =>
        users.changeRole(deps, caller, params.id as UserId, body.role),
    }),
    defineRoute({
      ...accountsApi['DELETE /v1/users/{id}'],
      needs: 'account.manage',
      summary: 'Take a user out of the account; their tokens and open invitations end with them',
      errors: ['accounts.user_not_found', 'accounts.last_owner', 'accounts.rights_beyond_own'],
      handle: (caller, { params }) => users.removeUser(deps, caller, params.id as UserId),
    }),
  ]
}

const requestCursor = defineCursor('request_log', {
  at: cursorPart.instant(),
  id: cursorPart.uuid(),
})

function tokenRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/tokens'],
      needs: 'tokens.manage',
      summary: 'List the account’s API tokens',
      handle: async (caller) => ({
        items: await tokens.listTokens(deps, caller),
        nextCursor: null,
      }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/tokens'],
      needs: 'tokens.manage',
      summary: 'Make an API token; its secret is shown in this answer only',
      errors: [
        'accounts.rights_beyond_own',
        'accounts.token_outlives_maker',
        'accounts.token_needs_end',
      ],
      handle: (caller, { body }) => tokens.createToken(deps, caller, body),
    }),
    defineRoute({
      ...accountsApi['DELETE /v1/tokens/{id}'],
      needs: 'tokens.manage',
      summary: 'Revoke an API token, those that it made and its open invitations, at once',
      errors: ['accounts.token_not_found'],
      handle: (caller, { params }) => tokens.revokeToken(deps, caller, params.id as TokenId),
    }),
    defineRoute({
      ...accountsApi['GET /v1/request-log'],
      needs: 'tokens.manage',
      summary: 'List the last requests of the account’s API tokens, the newest first',
      description:
        'Kept for 7 days, and the youngest 10,000. A request stands here about a second after ' +
        'its answer. It has no address, no query and no body.',
      handle: async (caller, { query }) => {
        const { items, paths, last } = await readRequestLog(deps, caller, {
          tokenId: query.tokenId ?? null,
          statusClass: query.status ?? null,
          path: query.path ?? null,
          before: requestCursor.read(query.cursor),
          limit: query.limit,
        })
        return { items, paths, nextCursor: last === null ? null : requestCursor.write(last) }
      },
    }),
  ]
}
