// The e-mails about a user's second factor: what was done, and what to do if it was not them.
import type { AccountId, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { accountOf } from '../account.ts'
import type { AccountsDeps } from '../deps.ts'
import * as store from '../store.ts'
import { openUser } from '../user.ts'

/** Each has `accounts.mail.<what>.subject` and `.first`. */
export type FactorNews =
  | 'factor_added'
  | 'factor_off'
  | 'factor_removed'
  | 'recovery_used'
  | 'recovery_renewed'
  | 'recovery_voided'
  | 'factor_guessed'

/** What to do then, where it is something else than after an act of somebody unknown. */
const nextOf: Partial<Record<FactorNews, string>> = {
  factor_added: 'not_you_added',
  recovery_voided: 'recovery_voided.next',
}

/** In the transaction of the account that the user is in, or comes to. */
export async function tellUser(
  deps: Pick<AccountsDeps, 'vault' | 'sendMail'>,
  tx: Tx,
  told: { userId: UserId; accountId: AccountId; what: FactorNews; left?: number },
): Promise<void> {
  const row = await store.findUser(tx, told.userId)
  if (row === null) return
  const account = await accountOf(tx, told.accountId)
  const { language } = row
  const details = { name: account.name, left: told.left ?? 0 }
  const say = (code: string) => sentence(language, `accounts.mail.${code}`, details) ?? code
  await deps.sendMail(tx, {
    account,
    to: openUser(deps.vault, row).email,
    language,
    subject: say(`${told.what}.subject`),
    paragraphs: [say(`${told.what}.first`), say(nextOf[told.what] ?? 'not_you')],
    foot: say('foot'),
  })
}
