// What a mail says and to whom, sealed: for the installation, or under a key of its own.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../vault/index.ts'
import type { MailRow } from './mail-store.ts'
import type { OutgoingMail } from './smtp.ts'

export type MailContent = Pick<OutgoingMail, 'to' | 'subject' | 'text' | 'html' | 'preferencesUrl'>
export type SealedContent = { contentSealed: Buffer; contentKey: SubjectId | null }

const placeOf = (mailId: string) => ({
  table: 'notifications.mail',
  column: 'content_sealed',
  rowId: mailId,
})

/** `own`: in whose account it gets a key of its own, in the account's transaction. */
export async function sealContent(
  vault: Pick<Vault, 'sealForInstallation' | 'createSubjects' | 'sealContact'>,
  tx: Tx,
  { mailId, own, content }: { mailId: string; own: AccountId | null; content: MailContent },
): Promise<SealedContent> {
  const plain = Buffer.from(JSON.stringify(content), 'utf8')
  const [keys] = own === null ? [] : await vault.createSubjects(tx, own, 1)
  if (own === null || keys === undefined) {
    return { contentSealed: vault.sealForInstallation(placeOf(mailId), plain), contentKey: null }
  }
  return {
    contentSealed: vault.sealContact(keys, own, placeOf(mailId), plain),
    contentKey: keys.subjectId,
  }
}

type OpenDeps = {
  database: Database
  vault: Pick<Vault, 'openForInstallation' | 'openSubjects' | 'openContact'>
}

/** By mail; of one whose key is gone nothing is told. */
export async function openContents(
  { database, vault }: OpenDeps,
  mails: readonly MailRow[],
): Promise<Map<string, MailContent>> {
  const keys = new Map<SubjectId, SubjectKeys>()
  for (const [accountId, wanted] of keysByAccount(mails)) {
    const found = await database.inAccount(accountId, (tx) =>
      vault.openSubjects(tx, accountId, wanted),
    )
    for (const [id, its] of found) keys.set(id, its)
  }
  const contents = new Map<string, MailContent>()
  for (const mail of mails) {
    const plain = opened(vault, mail, keys)
    if (plain !== null) contents.set(mail.mailId, JSON.parse(plain.toString('utf8')))
  }
  return contents
}

function keysByAccount(mails: readonly MailRow[]): Map<AccountId, SubjectId[]> {
  const byAccount = new Map<AccountId, SubjectId[]>()
  for (const { accountId, contentKey } of mails) {
    if (accountId === null || contentKey === null) continue
    const wanted = byAccount.get(accountId)
    if (wanted === undefined) byAccount.set(accountId, [contentKey])
    else wanted.push(contentKey)
  }
  return byAccount
}

function opened(
  vault: OpenDeps['vault'],
  { mailId, accountId, contentSealed, contentKey }: MailRow,
  keys: ReadonlyMap<SubjectId, SubjectKeys>,
): Buffer | null {
  if (contentSealed === null) return null
  if (contentKey === null || accountId === null) {
    return vault.openForInstallation(placeOf(mailId), contentSealed)
  }
  const its = keys.get(contentKey)
  if (its === undefined || !hasKey(its.contactKey)) return null
  return vault.openContact(its, accountId, placeOf(mailId), contentSealed)
}

/** In the transaction of its account, if it has a key of its own. */
export async function endKey(
  vault: Pick<Vault, 'destroyKeys'>,
  tx: Tx,
  { accountId, contentKey }: Pick<MailRow, 'accountId' | 'contentKey'>,
): Promise<void> {
  if (accountId === null || contentKey === null) return
  await vault.destroyKeys(tx, accountId, [contentKey], 'both')
}
