// Suppliers that carried messages of an account are told of its deletion (GDPR art. 19): by e-mail,
// or by staff. No number is told: they find the messages by the senders and the days, and by their
// own ids where other accounts send under the same senders.
import { accountOf } from '../../accounts/index.ts'
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import { composeMail } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { AccountCarrier, PrivacyDeps, SharedSenders } from '../deps.ts'
import { type AccountRecipientRow, insertAccountRecipient } from './supplier-store.ts'
import { dateIn, onceOf } from './tell-owners.ts'
import { deletionTimes } from './times.ts'

/** What a supplier finds the messages by. */
export type Telling = Pick<AccountCarrier, 'senders' | 'from' | 'until' | 'people'> & {
  account: string
  at: Instant
  /** Absent in what was kept before it was told. */
  shared?: SharedSenders | null
}

/** An account has few; more would make a text that nobody reads. */
const sendersMax = 200
const idsInLine = 100

const languages: readonly Language[] = ['fr', 'en']

const tellingPlace = (noticeId: string) => ({
  table: 'privacy.account_recipient',
  column: 'telling_sealed',
  rowId: noticeId,
})

/**
 * In the transaction in which the deletion begins, while the rows that say who carried what are
 * there; from that commit on there is no way back.
 */
export async function tellSuppliers(
  deps: PrivacyDeps,
  tx: Tx,
  { accountId, deletionId, at }: { accountId: AccountId; deletionId: string; at: Instant },
): Promise<void> {
  const carriers = await deps.carriers(tx, accountId, at)
  if (carriers.length === 0) return
  const account = await accountOf(tx, accountId)
  for (const carrier of carriers) {
    const { id, name, country, address, untold, people, senders, from, until, shared } = carrier
    // The same for a database that was put back to before: the supplier knows it already.
    const noticeId = onceOf('account deletion', 'supplier', deletionId, id)
    const row: Parameters<typeof insertAccountRecipient>[1] = {
      ...{ account_id: accountId, deletion_id: deletionId, recipient_id: id, notice_id: noticeId },
      ...{ account_number: account.number, name, country, address, people, noted_at: at },
      ...{ way: untold ?? 'staff', mail_id: null, told_at: null },
      ...{ telling_sealed: null, telling_until: null },
    }
    if (untold === null) {
      const told: Telling = {
        ...{ account: account.name, at, people, from, until, shared },
        senders: senders.slice(0, sendersMax),
      }
      row.telling_sealed = deps.vault.sealForInstallation(
        tellingPlace(noticeId),
        Buffer.from(JSON.stringify(told), 'utf8'),
      )
      row.telling_until = at + deletionTimes.tellingMs
      if (await tellByMail(deps, tx, { noticeId, address, told })) {
        Object.assign(row, { way: 'mail', mail_id: noticeId, told_at: at })
      }
    }
    await insertAccountRecipient(tx, row)
  }
}

/** It belongs to no account: mails about one that is deleted go with it. */
async function tellByMail(
  { mail }: Pick<PrivacyDeps, 'mail'>,
  tx: Tx,
  { noticeId, address, told }: { noticeId: string; address: string | null; told: Telling },
): Promise<boolean> {
  if (address === null || address.includes('://') || !address.includes('@')) return false
  // The mailbox of the installation is read by its staff, and not by a supplier.
  if (mail.way(null) !== 'smtp') return false
  const text = tellingOf(told, noticeId)
  await mail.sendMail(tx, { account: null, to: address, once: noticeId, ...text })
  return true
}

const say = (language: Language, code: string, details: Record<string, string | number> = {}) =>
  sentence(language, `privacy.telling.${code}`, details) ?? code

/** Of these senders, what is not to be erased, and by what the account's messages are known. */
function sharedIn(language: Language, { shared, senders }: Telling): string[] {
  if (!shared) return []
  const { ids, hasMore } = shared
  const how = ids.length === 0 ? 'ids_none' : hasMore ? 'ids_latest' : 'ids_all'
  const own = senders.filter((sender) => !shared.senders.includes(sender))
  return [
    say(language, 'account_shared', { senders: shared.senders.slice(0, sendersMax).join(', ') }),
    say(language, how, { told: ids.length }),
    say(language, 'account_apart'),
    ...(own.length === 0 ? [] : [say(language, 'account_others', { senders: own.join(', ') })]),
  ]
}

/** In both languages, one below the other: nobody knows who reads it there. */
export function tellingOf(told: Telling, reference: string) {
  const { account, senders, people } = told
  const inLanguage = (language: Language): string[] => {
    const date = dateIn(language, told.at)
    const [from, until] = [dateIn(language, told.from), dateIn(language, told.until)]
    return [
      say(language, 'account_what', { account, date }),
      say(language, 'account_which', {
        ...{ from, until, people },
        senders: senders.length === 0 ? '–' : senders.join(', '),
      }),
      ...sharedIn(language, told),
      say(language, 'account_please', { reference }),
      say(language, 'law'),
    ]
  }
  const composed = composeMail({
    language: 'fr',
    subject: say('fr', 'subject', { reference }),
    paragraphs: [...languages.flatMap(inLanguage), ...idLines(told.shared?.ids ?? [])],
    link: null,
    foot: languages.map((language) => say(language, 'foot')).join(' / '),
    preferences: null,
  })
  return { ...composed, language: 'fr' as const }
}

/** Some beside each other: ten thousand paragraphs would be a long way down. */
function idLines(ids: readonly string[]): string[] {
  const lines: string[] = []
  for (let at = 0; at < ids.length; at += idsInLine) {
    lines.push(ids.slice(at, at + idsInLine).join(', '))
  }
  return lines
}

type Sealed = Pick<AccountRecipientRow, 'notice_id' | 'telling_sealed'>

/** Null: the answer is there, or the term is over. */
export function openTelling(
  { vault }: { vault: Pick<PrivacyDeps['vault'], 'openForInstallation'> },
  { notice_id: id, telling_sealed: sealed }: Sealed,
): { account: string; text: ReturnType<typeof tellingOf> } | null {
  if (sealed === null) return null
  const plain = vault.openForInstallation(tellingPlace(id), sealed).toString('utf8')
  const told = JSON.parse(plain) as Telling
  return { account: told.account, text: tellingOf(told, id) }
}
