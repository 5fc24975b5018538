// The HTTP of notifications and mails; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import { notificationsApi } from './contract-api.ts'
import type { NotificationsDeps } from './deps.ts'
import { mailSummaryOf, readMails, tryMail } from './look-at-mails.ts'
import { choose, countNotices, readAll, readChoices, readNotices } from './read-notices.ts'

const noticeCursor = defineCursor('notifications', {
  at: cursorPart.instant(),
  id: cursorPart.uuid(),
})
const mailCursor = defineCursor('mails', { at: cursorPart.instant(), id: cursorPart.uuid() })

/** A server that does not take mails is not asked again and again. */
const trialsPerMinuteMax = 5

export function notificationsRoutes(deps: NotificationsDeps): Route[] {
  const errors = ['notifications.users_only'] as const
  return [
    defineRoute({
      ...notificationsApi['GET /v1/notifications'],
      needs: 'session',
      summary: 'List what the user is told of, the newest first',
      description:
        'What the user’s rights cover and they have not switched off. It says nothing of a contact.',
      errors,
      handle: async (caller, { query }) => {
        const page = {
          unreadOnly: query.unread === 'true',
          before: noticeCursor.read(query.cursor),
          limit: query.limit,
        }
        const { items, last } = await readNotices(deps, caller, page)
        return { items, nextCursor: last === null ? null : noticeCursor.write(last) }
      },
    }),
    defineRoute({
      ...notificationsApi['GET /v1/notifications/unread'],
      needs: 'session',
      summary: 'Count what the user has not read',
      errors,
      handle: async (caller) => ({ unread: await countNotices(deps, caller) }),
    }),
    defineRoute({
      ...notificationsApi['POST /v1/notifications/read'],
      needs: 'session',
      summary: 'Mark notifications as read, or all of them',
      errors,
      handle: (caller, { body }) => readAll(deps, caller, body.ids),
    }),
    defineRoute({
      ...notificationsApi['GET /v1/notifications/choices'],
      needs: 'session',
      summary: 'Say which notifications the user has switched off, and how mails go',
      errors,
      handle: (caller) => readChoices(deps, caller),
    }),
    defineRoute({
      ...notificationsApi['PUT /v1/notifications/choices'],
      needs: 'session',
      summary: 'Switch a kind of notification on or off, on screen and by e-mail',
      errors,
      handle: (caller, { body }) => choose(deps, caller, body),
    }),
    ...mailRoutes(deps),
  ]
}

function mailRoutes(deps: NotificationsDeps): Route[] {
  return [
    defineRoute({
      ...notificationsApi['GET /v1/mails'],
      needs: 'session',
      summary: 'List the mails of the installation, the newest first',
      description:
        'All for whoever has `installation.manage`; with `account.manage` those of one’s own ' +
        'trial account. What a mail says is shown only where no mail server is configured and ' +
        'it is kept here alone.',
      handle: async (caller, { query }) => {
        const page = {
          state: query.state ?? null,
          before: mailCursor.read(query.cursor),
          limit: query.limit,
        }
        const { items, last } = await readMails(deps, caller, page)
        return { items, nextCursor: last === null ? null : mailCursor.write(last) }
      },
    }),
    defineRoute({
      ...notificationsApi['GET /v1/mails/summary'],
      needs: 'installation.manage',
      summary: 'Say how mails leave, and what became of those of the last week',
      handle: () => mailSummaryOf(deps),
    }),
    defineRoute({
      ...notificationsApi['POST /v1/mails/trial'],
      needs: 'installation.manage',
      summary: 'Send oneself a mail, to try the mail server',
      errors: ['notifications.users_only'],
      perMinuteMax: trialsPerMinuteMax,
      handle: async (caller) => {
        const way = await tryMail(deps, caller)
        return { way: way === 'smtp' ? ('smtp' as const) : ('mailbox' as const) }
      },
    }),
  ]
}
