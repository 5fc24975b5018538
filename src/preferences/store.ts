// The SQL of forms, filled forms that wait, and links to a person's page;
// of all that goes with time.
import type {
  AccountId,
  ContactId,
  ControllerId,
  Instant,
  Language,
  SubjectId,
  WordingId,
} from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { Notice } from './contract.ts'
import type { Form, FormId } from './form.ts'

type FormRow = {
  form_id: FormId
  code: string
  name: string
  language: Language
  controller_id: ControllerId
  wording_ids: WordingId[]
  notice: Notice
  confirms: boolean
  sender: string
  asks_name: boolean
  minimum_age: number | null
  state: Form['state']
  created_at: Instant
  opened_at: Instant | null
}

const formColumns = `form_id, code, name, language, controller_id, wording_ids, notice, confirms,
  sender, asks_name, minimum_age, state, created_at, opened_at`

const toForm = (accountId: AccountId, row: FormRow): Form => ({
  id: row.form_id,
  accountId,
  code: row.code,
  name: row.name,
  language: row.language,
  controllerId: row.controller_id,
  wordingIds: row.wording_ids,
  notice: row.notice,
  confirms: row.confirms,
  sender: row.sender,
  asksName: row.asks_name,
  minimumAge: row.minimum_age,
  state: row.state,
  createdAt: row.created_at,
  openedAt: row.opened_at,
})

export async function insertForm(tx: Tx, form: Form): Promise<void> {
  await tx.query(
    `insert into preferences.form (account_id, form_id, code, name, language, controller_id,
       wording_ids, notice, confirms, sender, asks_name, minimum_age, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13)`,
    [
      form.accountId,
      form.id,
      form.code,
      form.name,
      form.language,
      form.controllerId,
      form.wordingIds,
      JSON.stringify(form.notice),
      form.confirms,
      form.sender,
      form.asksName,
      form.minimumAge,
      toTimestamp(form.createdAt),
    ],
  )
  await tx.query(
    'insert into preferences.form_code (account_id, code, form_id) values ($1, $2, $3)',
    [form.accountId, form.code, form.id],
  )
}

export async function readForms(tx: Tx, accountId: AccountId): Promise<Form[]> {
  const { rows } = await tx.query<FormRow>(
    `select ${formColumns} from preferences.form where account_id = $1 order by form_id desc`,
    [accountId],
  )
  return rows.map((row) => toForm(accountId, row))
}

export async function findForm(tx: Tx, accountId: AccountId, id: FormId): Promise<Form | null> {
  const { rows } = await tx.query<FormRow>(
    `select ${formColumns} from preferences.form where account_id = $1 and form_id = $2`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : toForm(accountId, rows[0])
}

export async function moveForm(
  tx: Tx,
  accountId: AccountId,
  move: { id: FormId; from: Form['state']; to: Form['state']; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update preferences.form set state = $4,
       opened_at = case when $4 = 'open' then $5::timestamptz else opened_at end
     where account_id = $1 and form_id = $2 and state = $3`,
    [accountId, move.id, move.from, move.to, toTimestamp(move.at)],
  )
  return rowCount === 1
}

export type FormPlace = { accountId: AccountId; formId: FormId }

export async function findByCodeInAnyAccount(tx: Tx, code: string): Promise<FormPlace | null> {
  const { rows } = await tx.query<{ account_id: AccountId; form_id: FormId }>(
    'select account_id, form_id from preferences.form_code where code = $1',
    [code],
  )
  const [row] = rows
  return row === undefined ? null : { accountId: row.account_id, formId: row.form_id }
}

// Filled forms that wait for their code

export type Pending = {
  id: string
  formId: FormId
  bodySealed: Buffer
  /** Null: of a version before, under the account's key. */
  bodyKey: SubjectId | null
  codeTag: Buffer
  messageId: string
  expiresAt: Instant
}

export async function insertPending(
  tx: Tx,
  accountId: AccountId,
  pending: Pending & { numberTag: Buffer; madeAt: Instant },
): Promise<void> {
  await tx.query(
    `insert into preferences.pending (account_id, pending_id, form_id, number_tag, body_sealed,
       body_key, code_tag, message_id, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      accountId,
      pending.id,
      pending.formId,
      pending.numberTag,
      pending.bodySealed,
      pending.bodyKey,
      pending.codeTag,
      pending.messageId,
      toTimestamp(pending.madeAt),
      toTimestamp(pending.expiresAt),
    ],
  )
}

export async function findPending(
  tx: Tx,
  accountId: AccountId,
  asked: { id: string; formId: FormId; at: Instant },
): Promise<Pick<Pending, 'bodySealed' | 'bodyKey' | 'codeTag' | 'messageId'> | null> {
  const { rows } = await tx.query<
    Pick<Pending, 'bodySealed' | 'bodyKey' | 'codeTag' | 'messageId'>
  >(
    `select body_sealed as "bodySealed", body_key as "bodyKey", code_tag as "codeTag",
       message_id as "messageId"
     from preferences.pending
     where account_id = $1 and pending_id = $2 and form_id = $3 and expires_at > $4`,
    [accountId, asked.id, asked.formId, toTimestamp(asked.at)],
  )
  return rows[0] ?? null
}

export async function giveCode(
  tx: Tx,
  accountId: AccountId,
  given: Pick<Pending, 'id' | 'codeTag' | 'messageId'>,
): Promise<void> {
  await tx.query(
    `update preferences.pending set code_tag = $3, message_id = $4
     where account_id = $1 and pending_id = $2`,
    [accountId, given.id, given.codeTag, given.messageId],
  )
}

/** The keys of the forms that went, each with its own; null: of one of a version before. */
type KeysGone = (SubjectId | null)[]

/** One of the one who took it out: of two with the right code at once, one goes on. */
export const takePending = (tx: Tx, accountId: AccountId, id: string): Promise<KeysGone> =>
  deleteForms(tx, [accountId, id], 'pending_id = $2')

/** Whose time is over. */
export const takeOldPending = (
  tx: Tx,
  accountId: AccountId,
  { at, limit }: { at: Instant; limit: number },
): Promise<KeysGone> =>
  deleteForms(
    tx,
    [accountId, toTimestamp(at), limit],
    `pending_id in (select pending_id from preferences.pending
       where account_id = $1 and expires_at <= $2 limit $3)`,
  )

/** Of these numbers, whoever filled them in. */
export const takePendingOf = (
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<KeysGone> =>
  deleteForms(tx, [accountId, arrayOf.bytea(numberTags)], 'number_tag = any($2::bytea[])')

async function deleteForms(tx: Tx, values: unknown[], which: string): Promise<KeysGone> {
  const { rows } = await tx.query<{ key: SubjectId | null }>(
    `delete from preferences.pending where account_id = $1 and ${which} returning body_key as key`,
    values,
  )
  return rows.map(({ key }) => key)
}

// Links to a person's page

export type PageLink = {
  accountId: AccountId
  contactId: ContactId
  subjectId: SubjectId
  expiresAt: Instant
}

/** Of this person, made at this moment: whether there is one. */
export async function hasLinkMade(
  tx: Tx,
  accountId: AccountId,
  { subjectId, madeAt }: { subjectId: SubjectId; madeAt: Instant },
): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from preferences.page_link
     where account_id = $1 and subject_id = $2 and made_at = $3 limit 1`,
    [accountId, subjectId, toTimestamp(madeAt)],
  )
  return rows.length > 0
}

/** What it led to was sent to nobody. */
export async function deleteLinkMade(
  tx: Tx,
  accountId: AccountId,
  { subjectId, madeAt }: { subjectId: SubjectId; madeAt: Instant },
): Promise<void> {
  await tx.query(
    `delete from preferences.page_link
     where account_id = $1 and subject_id = $2 and made_at = $3`,
    [accountId, subjectId, toTimestamp(madeAt)],
  )
}

export async function insertLink(
  tx: Tx,
  link: PageLink & { tag: Buffer; madeAt: Instant },
): Promise<void> {
  await tx.query('delete from preferences.page_link where account_id = $1 and expires_at <= $2', [
    link.accountId,
    toTimestamp(link.madeAt),
  ])
  await tx.query(
    `insert into preferences.page_link (account_id, link_tag, contact_id, subject_id, made_at,
       expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      link.accountId,
      link.tag,
      link.contactId,
      link.subjectId,
      toTimestamp(link.madeAt),
      toTimestamp(link.expiresAt),
    ],
  )
}

export async function findLinkInAnyAccount(tx: Tx, tag: Buffer): Promise<PageLink | null> {
  const { rows } = await tx.query<{
    account_id: AccountId
    contact_id: ContactId
    subject_id: SubjectId
    expires_at: Instant
  }>(
    `select account_id, contact_id, subject_id, expires_at from preferences.page_link
     where link_tag = $1`,
    [tag],
  )
  const [row] = rows
  if (row === undefined) return null
  return {
    accountId: row.account_id,
    contactId: row.contact_id,
    subjectId: row.subject_id,
    expiresAt: row.expires_at,
  }
}

export type LinkTag = { subjectId: SubjectId; tag: Buffer }

/** The tags of the links that lead to the pages of these people, the newest hundred of each. */
export async function pageLinkTags(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<LinkTag[]> {
  const { rows } = await tx.query<LinkTag>(
    `select subject_id as "subjectId", link_tag as tag from (
       select subject_id, link_tag,
         row_number() over (partition by subject_id order by made_at desc) as place
       from preferences.page_link
       where account_id = $1 and subject_id = any($2::uuid[])) as links
     where place <= 100`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

export async function deleteLinks(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const { rowCount } = await tx.query(
    'delete from preferences.page_link where account_id = $1 and subject_id = any($2::uuid[])',
    [accountId, arrayOf.uuid(subjects)],
  )
  return rowCount
}

const endings = [
  ['keyword_pending', 'expires_at <= $2'],
  ['page_link', 'expires_at <= $2'],
  ['answer_code', 'expires_at <= $2'],
  ['request', 'answered_at <= $2'],
] as const

/** An answer that nobody fetched goes, and the request says so. */
async function endAnswers(
  tx: Tx,
  accountId: AccountId,
  ends: { at: Instant; limit: number },
): Promise<boolean> {
  const { rows } = await tx.query<{ gone: number }>(
    `with gone as (
       delete from preferences.request_file where account_id = $1 and ctid in (
         select ctid from preferences.request_file
         where account_id = $1 and expires_at <= $2 limit $3)
       returning request_id, subject_id, fetched_at
     ), told as (
       insert into preferences.request_step
         (account_id, step_id, request_id, subject_id, kind, at, by)
       select $1, gen_random_uuid(), request_id, subject_id, 'lapsed', $2, 'system:preferences'
       from gone where fetched_at is null
     )
     select count(*)::int as gone from gone`,
    [accountId, toTimestamp(ends.at), ends.limit],
  )
  return rows[0]?.gone === ends.limit
}

/** So many of each table; whether there may be more. */
export async function deleteOldInPreferences(
  tx: Tx,
  accountId: AccountId,
  ends: {
    at: Instant
    answeredBefore: Instant
    limit: number
    /** Their requests stay: what restricts their data is lifted by one of them (GDPR 18). */
    restricted: readonly SubjectId[]
  },
): Promise<boolean> {
  let isMore = await endAnswers(tx, accountId, ends)
  for (const [table, isOld] of endings) {
    const isRequest = table === 'request'
    const { rowCount } = await tx.query(
      `delete from preferences.${table} where account_id = $1 and ctid in (
         select ctid from preferences.${table} where account_id = $1 and ${isOld}
           ${isRequest ? 'and (subject_id is null or subject_id <> all($4::uuid[]))' : ''}
         limit $3)`,
      [
        ...[accountId, toTimestamp(isRequest ? ends.answeredBefore : ends.at), ends.limit],
        ...(isRequest ? [arrayOf.uuid(ends.restricted)] : []),
      ],
    )
    isMore ||= rowCount === ends.limit
  }
  return isMore
}
