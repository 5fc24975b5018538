// The e-mails about a user's next address.
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { AccountsDeps } from '../deps.ts'
import type { UserRow } from '../tables.ts'

/** Each has `accounts.mail.<what>.subject`, `.first` and `.next`; those with a link `.link`. */
export type EmailNews = 'email_confirm' | 'email_asked' | 'email_changed' | 'email_undone'

/** The pages behind the links; the code stands behind the sign #, which no server sees or logs. */
const pageOf: Partial<Record<EmailNews, string>> = {
  email_confirm: '/confirm-email',
  email_asked: '/undo-email',
  email_changed: '/undo-email',
}

type Telling = Pick<AccountsDeps, 'sendMail' | 'siteUrl' | 'mailsLeave'>

/** Where e-mails do not leave, others read them on a screen: no link stands in them. */
export async function mailOfChange(
  deps: Telling,
  tx: Tx,
  told: { what: EmailNews; user: UserRow; to: string; code?: string },
): Promise<void> {
  const { what, user, to, code } = told
  const { language } = user
  const say = (part: string) => sentence(language, `accounts.mail.${part}`) ?? part
  const site = deps.siteUrl()
  const page = pageOf[what]
  const isLinked = code !== undefined && page !== undefined && site !== null && deps.mailsLeave()
  await deps.sendMail(tx, {
    // Of no account: nobody else who has one may read it.
    ...{ account: null, to, language, subject: say(`${what}.subject`) },
    paragraphs: [say(`${what}.first`), say(`${what}.next`)],
    ...(isLinked ? { link: { label: say(`${what}.link`), url: `${site}${page}#${code}` } } : {}),
    foot: say('foot'),
  })
}
