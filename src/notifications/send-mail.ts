// The one way to send a mail: written in the caller's transaction, sent by the queue after it.
import type { Jobs } from '../jobs/index.ts'
import type { AccountId, Clock, Language, MakeId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { MailWay } from './contract.ts'
import { endKey, type MailContent, type SealedContent, sealContent } from './mail-content.ts'
import { insertMail } from './mail-store.ts'
import type { OutgoingMail } from './smtp.ts'

export type MailAsked = Omit<OutgoingMail, 'id' | 'language' | 'preferencesUrl'> & {
  /** The account that it is about; null: the installation. */
  account: { id: AccountId; kind: 'live' | 'sandbox' } | null
  language: Language
  /** A UUID made of what the mail tells: asked twice, it is written and sent once. */
  once?: string
  preferencesUrl?: string | null
  /**
   * It names people of the account, in whose transaction it is written: sealed under a key of its
   * own, which goes once it has left or is given up.
   */
  namesPeople?: boolean
}

export type Mail = {
  /** How a mail about this account would go now. */
  way(account: MailAsked['account']): MailWay
  /**
   * Kept with the transaction and sent after it. `mailbox`: no mail server is configured, and the
   * mail of a trial account is shown on a screen. `off`: neither; nothing was written.
   */
  sendMail(tx: Tx, asked: MailAsked): Promise<MailWay>
}

export type MailDeps = {
  vault: Pick<Vault, 'sealForInstallation' | 'createSubjects' | 'sealContact' | 'destroyKeys'>
  clock: Clock
  makeId: MakeId
  jobs: Pick<Jobs, 'enqueue'>
  /** Whether a mail server is configured. */
  hasSmtp: boolean
}

export const sendMailJob = 'notifications.send_mail'

/** A day of tries at growing distances, six hours at most: a mail server may be away overnight. */
const attemptsMax = 13

export function createMail({ vault, clock, makeId, jobs, hasSmtp }: MailDeps): Mail {
  const way = (account: MailAsked['account']): MailWay => {
    if (hasSmtp) return 'smtp'
    return account === null || account.kind === 'sandbox' ? 'mailbox' : 'off'
  }
  return {
    way,
    sendMail: async (tx, asked) => {
      const goes = way(asked.account)
      if (goes === 'off') return goes
      const { to, subject, text, html, language, preferencesUrl = null } = asked
      const mailId = asked.once ?? makeId()
      const content: MailContent = { to, subject, text, html, preferencesUrl }
      const accountId = asked.account?.id ?? null
      const own = asked.namesPeople === true ? accountId : null
      const sealed: SealedContent = await sealContent(vault, tx, { mailId, own, content })
      const isNew = await insertMail(tx, {
        ...{ mailId, accountId, language, createdAt: clock.now(), ...sealed },
        state: goes === 'smtp' ? 'waiting' : 'kept',
      })
      if (!isNew) await endKey(vault, tx, { accountId, contentKey: sealed.contentKey })
      if (isNew && goes === 'smtp') {
        const input = { mailId }
        await jobs.enqueue(tx, {
          ...{ name: sendMailJob, key: mailId, accountId: null, input, attemptsMax },
        })
      }
      return goes
    },
  }
}
