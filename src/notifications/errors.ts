// Error codes of notifications; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const notificationsErrorKinds = {
  'notifications.users_only': 'forbidden',
  'notifications.mail_not_sent': 'unavailable',
  'notifications.no_address': 'unavailable',
} as const satisfies Record<string, ErrorKind>
export type NotificationsErrorCode = keyof typeof notificationsErrorKinds
export const notificationsErrorCodes = Object.keys(
  notificationsErrorKinds,
) as NotificationsErrorCode[]

export const notificationsError = (code: NotificationsErrorCode): AppError =>
  new AppError(code, notificationsErrorKinds[code], sentence('en', code) ?? code)
