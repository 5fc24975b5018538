// Error codes of notifications; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const notificationsErrorKinds = {
  'notifications.users_only': 'forbidden',
  'notifications.mail_not_sent': 'unavailable',
  'notifications.no_address': 'unavailable',
} as const satisfies Record<string, ErrorKind>
export type NotificationsErrorCode = keyof typeof notificationsErrorKinds
export const notificationsErrorCodes = Object.keys(
  notificationsErrorKinds,
) as NotificationsErrorCode[]

const messages: Readonly<Record<NotificationsErrorCode, string>> = {
  'notifications.users_only':
    'Notifications belong to a user: log in. An API token has none of its own.',
  'notifications.mail_not_sent': 'The mail server did not take the mail; it is tried again.',
  'notifications.no_address':
    'The server does not know its own address yet, so links in mails lead nowhere; try again.',
}

export const notificationsError = (code: NotificationsErrorCode): AppError =>
  new AppError(code, notificationsErrorKinds[code], messages[code])
