// Gives one waiting mail to the mail server, and keeps what became of it.
import type { Job } from '../jobs/index.ts'
import type { NotificationsDeps } from './deps.ts'
import { notificationsError } from './errors.ts'
import { endKey, openContents } from './mail-content.ts'
import { endMail, findMail, keepTry, type MailRow } from './mail-store.ts'
import { MailFailure } from './smtp.ts'

type Deps = Pick<NotificationsDeps, 'database' | 'vault' | 'clock' | 'smtp' | 'logger' | 'metrics'>

export async function deliverMail(deps: Deps, job: Job): Promise<void> {
  const mailId = String(job.input['mailId'])
  const mail = await deps.database.inInstallation((tx) => findMail(tx, mailId))
  if (mail === null || mail.state !== 'waiting' || mail.contentSealed === null) return
  try {
    await send(deps, mail)
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error
    await keepFailed(deps, mail, { failure: error, isLast: error.isFinal || job.isLastAttempt })
    if (error.isFinal) return
    throw notificationsError('notifications.mail_not_sent')
  }
  await end(deps, mail, 'sent')
  deps.metrics.count('accord_mails_total', { outcome: 'sent' })
}

/** With its key, where it has one: a transaction of its account. */
async function end(
  { database, vault, clock }: Deps,
  mail: MailRow,
  state: 'sent' | 'failed',
): Promise<void> {
  const { mailId, accountId, contentKey } = mail
  const at = clock.now()
  if (accountId === null || contentKey === null) {
    await database.inInstallation((tx) => endMail(tx, { mailId, state, at }))
    return
  }
  await database.inAccount(accountId, async (tx) => {
    await endMail(tx, { mailId, state, at })
    await endKey(vault, tx, mail)
  })
}

async function send(deps: Deps, mail: MailRow): Promise<void> {
  const { smtp } = deps
  // It was written when there was a mail server: nobody is told later of what was long ago.
  if (smtp === null) throw new MailFailure('switched_off', null)
  const content = (await openContents(deps, [mail])).get(mail.mailId)
  // Its key went: a database was put back to before it had left.
  if (content === undefined) throw new MailFailure('other', null)
  await smtp.send({ ...content, id: mail.mailId, language: mail.language })
}

async function keepFailed(
  deps: Deps,
  mail: MailRow,
  { failure, isLast }: { failure: MailFailure; isLast: boolean },
): Promise<void> {
  const { database, logger, metrics } = deps
  const { mailId } = mail
  const { why: error, status } = failure
  await database.inInstallation((tx) => keepTry(tx, { mailId, error, status }))
  if (isLast) await end(deps, mail, 'failed')
  metrics.count('accord_mails_total', { outcome: isLast ? 'given_up' : 'tried_again' })
  if (isLast) logger.warn('notifications.mail_given_up', { mail: mailId, why: error, status })
}
