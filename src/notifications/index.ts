// The door of notifications: rooms on its right tell of what happens, and send mails.

export { composeMail, type MailParts } from './compose-mail.ts'
export type { NoticeKind } from './contract.ts'
export { notificationsDataMap } from './data-map.ts'
export type { NotificationsDeps } from './deps.ts'
export { notificationsErrorCodes, notificationsErrorKinds } from './errors.ts'
export { notificationsJobs } from './jobs.ts'
export { mailsGivenUp } from './mail-store.ts'
export { notify, notifyStaff, type Told } from './notify.ts'
export { notificationsRoutes } from './routes.ts'
export { createMail, type Mail, type MailAsked } from './send-mail.ts'
export { createSmtp, type Smtp, type SmtpSettings } from './smtp.ts'
export { keptDays as notificationsKeptDays, sweepNotifications } from './sweep.ts'
