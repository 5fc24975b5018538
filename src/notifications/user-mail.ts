// An e-mail of accounts to a user, about their own login, by the one way that mails go.
import type { UserMail } from '../accounts/index.ts'
import type { Tx } from '../storage/index.ts'
import { composeMail } from './compose-mail.ts'
import type { Mail } from './send-mail.ts'

/**
 * Where neither a mail server nor a mailbox of trials is, the mail stands in the mailbox of the
 * installation, whose staff can pass it on.
 */
export async function mailToUser(mail: Mail, tx: Tx, told: UserMail): Promise<void> {
  const { account, to, language, subject, paragraphs, foot, link = null } = told
  await mail.sendMail(tx, {
    account: mail.way(account) === 'off' ? null : account,
    ...{ to, language },
    ...composeMail({ subject, language, paragraphs, link, foot, preferences: null }),
  })
}
