// What whoever manages the installation sees of its mails, and the mail by which they try it.
import { staffToWriteTo } from '../accounts/index.ts'
import { demandRight } from '../http/index.ts'
import { type Caller, isoTime, isoTimeOrNull, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { composeMail } from './compose-mail.ts'
import type { MailSummary, MailView, MailWay } from './contract.ts'
import type { NotificationsDeps } from './deps.ts'
import { notificationsError } from './errors.ts'
import { type MailContent, openContents } from './mail-content.ts'
import { countMails, listMails, type MailPage, type MailPlace, type MailRow } from './mail-store.ts'

const weekMs = 7 * 86_400_000

export async function mailSummaryOf({
  database,
  clock,
  smtp,
}: Pick<NotificationsDeps, 'database' | 'clock' | 'smtp'>): Promise<MailSummary> {
  const counts = await database.inInstallation((tx) => countMails(tx, clock.now() - weekMs))
  return {
    way: smtp === null ? 'mailbox' : 'smtp',
    server: smtp?.server ?? null,
    from: smtp?.from ?? null,
    ...counts,
  }
}

/** Whoever manages a trial account reads what its users would have had, and nothing of others. */
export async function readMails(
  { database, vault }: Pick<NotificationsDeps, 'database' | 'vault'>,
  caller: Caller,
  page: MailPage,
): Promise<{ items: MailView[]; last: MailPlace | null }> {
  const { accountId, language, rights } = caller
  const isStaff = rights.has('installation.manage')
  if (!isStaff) demandRight(caller, 'account.manage')
  const keptFor = isStaff ? null : accountId
  const rows = await database.inInstallation((tx) =>
    listMails(tx, { ...page, keptFor, limit: page.limit + 1 }),
  )
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  // What leaves is between the installation and its reader.
  const contents = await openContents(
    { database, vault },
    shown.filter(({ state }) => state === 'kept'),
  )
  return {
    items: shown.map((row) => viewOf(row, contents.get(row.mailId), language)),
    last: last === undefined ? null : { at: last.createdAt, id: last.mailId },
  }
}

function viewOf(row: MailRow, content: MailContent | undefined, language: Language): MailView {
  return {
    id: row.mailId,
    state: row.state,
    createdAt: isoTime(row.createdAt),
    endedAt: isoTimeOrNull(row.endedAt),
    tries: row.timesTried,
    error: errorOf(row, language),
    content: content === undefined ? null : shownOf(row, content),
  }
}

function errorOf({ lastError, lastStatus }: MailRow, language: Language): string | null {
  if (lastError === null) return null
  const why = sentence(language, `notifications.why.${lastError}`) ?? lastError
  return lastStatus === null ? why : `${why} (${lastStatus})`
}

const shownOf = ({ language }: MailRow, { to, subject, text }: MailContent) => ({
  ...{ to, subject, text, language },
})

/** To the address of whoever asks. */
export function tryMail(deps: NotificationsDeps, caller: Caller): Promise<MailWay> {
  const { by, language } = caller
  if (by.kind !== 'user') throw notificationsError('notifications.users_only')
  const { userId } = by
  return deps.database.inInstallation(async (tx) => {
    const staff = await staffToWriteTo(deps.vault, tx)
    const self = staff.find((one) => one.userId === userId)
    if (self === undefined) throw notificationsError('notifications.users_only')
    const say = (what: string) => sentence(language, `notifications.trial.${what}`) ?? what
    const mail = composeMail({
      language,
      subject: say('subject'),
      paragraphs: [say('text')],
      link: null,
      foot: say('foot'),
      preferences: null,
    })
    return deps.mail.sendMail(tx, { account: null, to: self.email, language, ...mail })
  })
}
