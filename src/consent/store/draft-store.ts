// The SQL of wordings while they are drafts: written again, deleted.
import type { AccountId, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording } from '../consent.ts'

/** Its version, and what it follows, stay as they were. */
export async function rewriteDraft(tx: Tx, wording: Wording): Promise<void> {
  await tx.query(
    `update consent.wording set name = $3, language = $4, medium = $5, controller_id = $6,
       controller_name = $7, shown_text = $8, sha256 = $9, channels = $10, purposes = $11,
       form = $12
     where account_id = $1 and wording_id = $2 and state = 'draft'`,
    [
      wording.accountId,
      wording.wordingId,
      wording.name,
      wording.language,
      wording.medium,
      wording.controllerId,
      wording.controllerName,
      wording.shownText,
      Buffer.from(wording.sha256),
      wording.channels,
      wording.purposes,
      JSON.stringify(wording.form),
    ],
  )
}

export async function deleteDraft(
  tx: Tx,
  accountId: AccountId,
  wordingId: WordingId,
): Promise<void> {
  await tx.query(
    `delete from consent.wording
     where account_id = $1 and wording_id = $2 and state = 'draft'`,
    [accountId, wordingId],
  )
}
