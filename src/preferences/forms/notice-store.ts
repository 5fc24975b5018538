// The SQL of a form's change: a draft, its end, and the notices that an open form showed before.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Notice } from '../contract.ts'
import type { Form, FormId } from '../form.ts'

/** A notice that people read until it was corrected. */
export type EarlierNotice = {
  version: string
  notice: Notice
  shownFrom: Instant
  shownUntil: Instant
}

/** Held until the transaction ends: two corrections at once are one after the other. */
export async function lockForm(tx: Tx, accountId: AccountId, id: FormId): Promise<void> {
  await tx.query(
    'select from preferences.form where account_id = $1 and form_id = $2 for no key update',
    [accountId, id],
  )
}

export async function updateForm(tx: Tx, form: Form): Promise<void> {
  await tx.query(
    `update preferences.form set name = $3, language = $4, controller_id = $5, wording_ids = $6,
       notice = $7, confirms = $8, sender = $9, asks_name = $10, minimum_age = $11
     where account_id = $1 and form_id = $2`,
    [
      form.accountId,
      form.id,
      form.name,
      form.language,
      form.controllerId,
      form.wordingIds,
      JSON.stringify(form.notice),
      form.confirms,
      form.sender,
      form.asksName,
      form.minimumAge,
    ],
  )
}

/** False where it is no draft. */
export async function deleteDraftForm(
  tx: Tx,
  accountId: AccountId,
  form: Pick<Form, 'id' | 'code'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `delete from preferences.form where account_id = $1 and form_id = $2 and state = 'draft'`,
    [accountId, form.id],
  )
  if (rowCount !== 1) return false
  await tx.query('delete from preferences.form_code where account_id = $1 and code = $2', [
    accountId,
    form.code,
  ])
  return true
}

export async function keepNotice(
  tx: Tx,
  accountId: AccountId,
  kept: EarlierNotice & { formId: FormId },
): Promise<void> {
  await tx.query(
    `insert into preferences.form_notice
       (account_id, form_id, version, notice, shown_from, shown_until)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      accountId,
      kept.formId,
      kept.version,
      JSON.stringify(kept.notice),
      toTimestamp(kept.shownFrom),
      toTimestamp(kept.shownUntil),
    ],
  )
}

/** The newest first. */
export async function readNotices(
  tx: Tx,
  accountId: AccountId,
  formId: FormId,
): Promise<EarlierNotice[]> {
  const { rows } = await tx.query<EarlierNotice>(
    `select version, notice, shown_from as "shownFrom", shown_until as "shownUntil"
     from preferences.form_notice where account_id = $1 and form_id = $2
     order by shown_until desc`,
    [accountId, formId],
  )
  return rows
}
