// The e-mails to the owners of an account that is to be deleted: asked, reminded, undone, gone.
import { createHash } from 'node:crypto'
import { type Account, ownersToWriteTo } from '../../accounts/index.ts'
import { type Instant, type Language, saidDay, type UserId } from '../../kernel/index.ts'
import { composeMail, type MailAsked } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { PrivacyDeps } from '../deps.ts'

type Owner = { userId: UserId; email: string; language: Language }
type Told = {
  account: Account
  owner: Owner
  id: string
  what: 'asked' | 'reminded'
  dueAt: Instant
  token: string
}

/** A UUID of what is told, and to whom: told again by a job, it is one mail. */
export function onceOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex')
  const tail = `8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${tail}`
}

/** As a person reads it, in the account's own zone. */
export function dateIn(language: Language, at: Instant, zone = 'UTC'): string {
  const asked = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const
  const written = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', asked).format(at)
  return saidDay(language, written)
}

const originOf = (deps: PrivacyDeps): string => deps.publicUrl ?? deps.ownUrl() ?? ''

function words(language: Language, code: string, details: Record<string, string | number>) {
  const found = sentence(language, `privacy.mail.${code}`, details)
  return found ?? code
}

/**
 * Where neither a mail server nor a mailbox of trials is, the mail stands in the mailbox of the
 * installation, whose staff can pass it on.
 */
function placeOf(deps: PrivacyDeps, account: Account): MailAsked['account'] {
  return deps.mail.way(account) === 'off' ? null : account
}

export async function tellOwner(deps: PrivacyDeps, tx: Tx, told: Told): Promise<void> {
  const { account, owner, what, dueAt, token } = told
  const { language } = owner
  const details = { name: account.name, date: dateIn(language, dueAt, account.zone) }
  const say = (code: string) => words(language, code, details)
  await deps.mail.sendMail(tx, {
    account: placeOf(deps, account),
    to: owner.email,
    language,
    once: onceOf('account deletion', what, told.id, owner.userId),
    ...composeMail({
      subject: say(`${what}.subject`),
      language,
      paragraphs: [say(`${what}.first`), say('stopped'), say('export'), say('undo')],
      link: { label: say('undo_link'), url: `${originOf(deps)}/deletion/undo/${token}` },
      foot: say('foot'),
      preferences: null,
    }),
  })
}

export async function tellUndone(
  deps: PrivacyDeps,
  tx: Tx,
  account: Account,
  id: string,
): Promise<void> {
  for (const owner of await ownersToWriteTo(deps.vault, tx, account.id)) {
    const { language } = owner
    const say = (code: string) => words(language, code, { name: account.name })
    await deps.mail.sendMail(tx, {
      account: placeOf(deps, account),
      to: owner.email,
      language,
      once: onceOf('account deletion', 'undone', id, owner.userId),
      ...composeMail({
        subject: say('undone.subject'),
        language,
        paragraphs: [say('undone.first')],
        link: null,
        foot: say('foot'),
        preferences: null,
      }),
    })
  }
}

/** Written before their addresses go; it belongs to no account, which is gone. */
export async function tellGone(
  deps: PrivacyDeps,
  tx: Tx,
  gone: { account: Account; owners: readonly Owner[]; id: string; code: string; note: string },
): Promise<void> {
  const { account, id, code, note } = gone
  for (const { userId, email, language } of gone.owners) {
    const say = (said: string) => words(language, said, { name: account.name })
    await deps.mail.sendMail(tx, {
      account: null,
      to: email,
      language,
      once: onceOf('account deletion', 'gone', id, userId),
      ...composeMail({
        subject: say('gone.subject'),
        language,
        paragraphs: [say('gone.first'), say('gone.certificate'), note, say('gone.last')],
        link: {
          label: say('gone.link'),
          url: `${originOf(deps)}/deletion/certificate/${code}`,
        },
        foot: say('foot'),
        preferences: null,
      }),
    })
  }
}
