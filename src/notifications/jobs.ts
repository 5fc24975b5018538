// Background work of notifications; thin.
import type { JobHandlers } from '../jobs/index.ts'
import { deliverMail } from './deliver-mail.ts'
import type { NotificationsDeps } from './deps.ts'
import { mailNotice } from './mail-notice.ts'
import { mailNoticeJob } from './notify.ts'
import { sendMailJob } from './send-mail.ts'

export function notificationsJobs(deps: NotificationsDeps): JobHandlers {
  return { [mailNoticeJob]: (job) => mailNotice(deps, job) }
}

/** They wait for the mail server, which may be slow: no other work waits behind them. */
export function mailJobs(deps: NotificationsDeps): JobHandlers {
  return { [sendMailJob]: (job) => deliverMail(deps, job) }
}
