// Gives one waiting mail to the mail server, and keeps what became of it.
import type { Job } from '../jobs/index.ts'
import type { NotificationsDeps } from './deps.ts'
import { notificationsError } from './errors.ts'
import { endMail, findMail, keepTry, type MailRow } from './mail-store.ts'
import { contentPlace, type MailContent } from './send-mail.ts'
import { MailFailure } from './smtp.ts'

type Deps = Pick<NotificationsDeps, 'database' | 'vault' | 'clock' | 'smtp' | 'logger' | 'metrics'>

export async function deliverMail(deps: Deps, job: Job): Promise<void> {
  const mailId = String(job.input['mailId'])
  const mail = await deps.database.inInstallation((tx) => findMail(tx, mailId))
  if (mail === null || mail.state !== 'waiting' || mail.contentSealed === null) return
  try {
    await send(deps, mail, mail.contentSealed)
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error
    await keepFailed(deps, mailId, { failure: error, isLast: error.isFinal || job.isLastAttempt })
    if (error.isFinal) return
    throw notificationsError('notifications.mail_not_sent')
  }
  const at = deps.clock.now()
  await deps.database.inInstallation((tx) => endMail(tx, { mailId, state: 'sent', at }))
  deps.metrics.count('accord_mails_total', { outcome: 'sent' })
}

async function send({ vault, smtp }: Deps, mail: MailRow, sealed: Buffer): Promise<void> {
  // It was written when there was a mail server: nobody is told later of what was long ago.
  if (smtp === null) throw new MailFailure('switched_off', null)
  const content = openContent(vault, mail.mailId, sealed)
  await smtp.send({ ...content, id: mail.mailId, language: mail.language })
}

export function openContent(
  vault: Pick<NotificationsDeps['vault'], 'openForInstallation'>,
  mailId: string,
  sealed: Buffer,
): MailContent {
  return JSON.parse(vault.openForInstallation(contentPlace(mailId), sealed).toString('utf8'))
}

async function keepFailed(
  { database, clock, logger, metrics }: Deps,
  mailId: string,
  { failure, isLast }: { failure: MailFailure; isLast: boolean },
): Promise<void> {
  const { why: error, status } = failure
  await database.inInstallation(async (tx) => {
    await keepTry(tx, { mailId, error, status })
    if (isLast) await endMail(tx, { mailId, state: 'failed', at: clock.now() })
  })
  metrics.count('accord_mails_total', { outcome: isLast ? 'given_up' : 'tried_again' })
  if (isLast) logger.warn('notifications.mail_given_up', { mail: mailId, why: error, status })
}
