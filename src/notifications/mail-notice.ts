// Turns one notification into a mail for each user who is told of such things by e-mail.
import {
  type Account,
  type Addressee,
  accountOf,
  membersToWriteTo,
  staffToWriteTo,
} from '../accounts/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Language } from '../kernel/index.ts'
import { type Tx, takeTurn } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import { composeMail } from './compose-mail.ts'
import type { NotificationsDeps } from './deps.ts'
import { notificationsError } from './errors.ts'
import { atFirst, kindRules, mayBeTold, profilePath } from './kinds.ts'
import { idOf } from './notify.ts'
import { choicesOf, findNotice, findStaffNotice, type Notice } from './store.ts'
import { linesOf, sentenceOf, titleOf } from './told.ts'

/**
 * Of one kind in one account. What comes more often is read on the screen: what people outside do
 * cannot fill a user's mailbox.
 */
const mailed = { max: 20, perMs: 3_600_000 }

/** Run again it writes no second mail: a mail's id is made of the notification and its reader. */
export async function mailNotice(deps: NotificationsDeps, job: Job): Promise<void> {
  const { accountId } = job
  const noticeId = String(job.input['noticeId'])
  const origin = deps.publicUrl ?? deps.ownUrl()
  if (origin === null) throw notificationsError('notifications.no_address')
  if (accountId === null) {
    await deps.database.inInstallation(async (tx) => {
      const notice = await findStaffNotice(tx, noticeId)
      if (notice === null) return
      const readers = await staffToWriteTo(deps.vault, tx)
      await write(deps, tx, { notice, account: null, readers, origin })
    })
    return
  }
  const { notice, account } = await deps.database.inAccount(accountId, async (tx) => ({
    notice: await findNotice(tx, accountId, noticeId),
    account: await accountOf(tx, accountId),
  }))
  if (notice === null || deps.mail.way(account) === 'off') return
  const asked = { door: 'notifications.mail', of: `${accountId} ${notice.kind}`, ...mailed }
  const turn = await takeTurn(deps.database, { ...asked, now: new Date(deps.clock.now()) })
  if (!turn.allowed) return
  await deps.database.inAccount(accountId, async (tx) => {
    const readers = await membersToWriteTo(deps.vault, tx, accountId)
    await write(deps, tx, { notice, account, readers, origin })
  })
}

type Writing = {
  notice: Notice
  account: Account | null
  readers: readonly Addressee[]
  origin: string
}

async function write(
  { mail }: NotificationsDeps,
  tx: Tx,
  { notice, account, readers, origin }: Writing,
): Promise<void> {
  const { kind, byUser, forUser } = notice
  const told = readers.filter(
    ({ userId, rights }) =>
      userId !== byUser && (forUser ?? userId) === userId && mayBeTold(rights, kind),
  )
  const choices = await choicesOf(
    tx,
    told.map(({ userId }) => userId),
  )
  const chosen = new Map(
    choices.flatMap(({ kind, userId, byMail }) =>
      kind === notice.kind ? [[userId, byMail] as const] : [],
    ),
  )
  for (const { userId, email, language } of told) {
    if (!(chosen.get(userId) ?? atFirst(kind).byMail)) continue
    await mail.sendMail(tx, {
      account,
      to: email,
      language,
      once: idOf(['mail', notice.noticeId, userId]),
      preferencesUrl: origin + profilePath,
      ...bodies({ notice, account, origin, language }),
    })
  }
}

type Bodies = Pick<Writing, 'notice' | 'account' | 'origin'> & { language: Language }

function bodies({ notice, account, origin, language }: Bodies) {
  const say = (what: string, details: Record<string, string> = {}) =>
    sentence(language, `notifications.mail.${what}`, details) ?? what
  const name = account?.name ?? say('installation')
  return composeMail({
    language,
    subject: say('subject', { account: name, title: titleOf(language, notice.kind) }),
    paragraphs: [sentenceOf(language, notice), ...linesOf(language, notice)],
    link: { label: say('open'), url: origin + kindRules[notice.kind].leadsTo(notice.about) },
    foot: say('foot', { account: name }),
    preferences: { label: say('preferences'), url: origin + profilePath },
  })
}
