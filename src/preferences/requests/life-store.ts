// The SQL of what happens to a request: its clock, its steps, its files, its codes; own answers.
import {
  type AccountId,
  type Instant,
  type MessageId,
  type SubjectId,
  uuidV7,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type {
  IdentifiedHow,
  IdentityLevel,
  IdentityWhy,
  StepKind,
  TellingState,
} from '../contract.ts'

export type Step = {
  id: string
  requestId: string
  kind: StepKind
  at: Instant
  by: string
  textSealed: Buffer | null
  /** Null: of this step nobody is told apart. */
  told: Told | null
}

/** What became of the SMS that tells the person of a step; `why` is the code of a sentence. */
export type Told = {
  /** `leaving`: marked with the id of its message, which may have been accepted or not. */
  state: TellingState | 'leaving'
  at: Instant | null
  messageId: string | null
  why: string | null
}

export async function insertStep(
  tx: Tx,
  accountId: AccountId,
  step: Step & { subjectId: SubjectId },
): Promise<void> {
  await tx.query(
    `insert into preferences.request_step (account_id, step_id, request_id, subject_id, kind, at,
       by, text_sealed, told, told_at, told_message, told_why)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[accountId, step.id, step.requestId, step.subjectId, step.kind, toTimestamp(step.at)],
      ...[step.by, step.textSealed, ...toldColumns(step.told)],
    ],
  )
}

const toldColumns = (told: Told | null) => {
  const at = told?.at ?? null
  const stamp = at === null ? null : toTimestamp(at)
  return [told?.state ?? null, stamp, told?.messageId ?? null, told?.why ?? null]
}

/** Once: what was settled stays as it is. False: it was. */
export async function settleTold(
  tx: Tx,
  accountId: AccountId,
  { requestId, stepId, told }: { requestId: string; stepId: string; told: Told },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update preferences.request_step
     set told = $4, told_at = $5, told_message = $6, told_why = $7
     where account_id = $1 and request_id = $2 and step_id = $3 and told in ('waiting', 'leaving')`,
    [accountId, requestId, stepId, ...toldColumns(told)],
  )
  return rowCount > 0
}

/** Of a message that is about to leave: its id, and when its link was made. */
export type Mark = { messageId: MessageId; at: Instant }

/** The mark of the message that tells of a lifting; null: none was begun. */
export async function liftMarkOf(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<Mark | null> {
  const { rows } = await tx.query<{ messageId: MessageId | null; at: Instant }>(
    `select lift_message as "messageId", lift_marked_at as at from preferences.request
     where account_id = $1 and request_id = $2`,
    [accountId, requestId],
  )
  const [row] = rows
  return row?.messageId == null ? null : { messageId: row.messageId, at: row.at }
}

export async function markLift(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
  mark: Mark | null,
): Promise<void> {
  await tx.query(
    `update preferences.request set lift_message = $3, lift_marked_at = $4
     where account_id = $1 and request_id = $2`,
    [accountId, requestId, mark?.messageId ?? null, mark === null ? null : toTimestamp(mark.at)],
  )
}

/** The step of a request's arrival, if nobody was told of it: from now on somebody is. */
export async function tellArrival(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `update preferences.request_step set told = 'waiting'
     where account_id = $1 and request_id = $2 and kind = 'received' and told is null
     returning step_id as id`,
    [accountId, requestId],
  )
  return rows[0]?.id ?? null
}

type StepRow = Omit<Step, 'told'> & {
  told: Told['state'] | null
  toldAt: Instant | null
  toldMessage: string | null
  toldWhy: string | null
}

const toStep = ({ told, toldAt, toldMessage, toldWhy, ...step }: StepRow): Step => ({
  ...step,
  told: told === null ? null : { state: told, at: toldAt, messageId: toldMessage, why: toldWhy },
})

/** What one request or person has at most, oldest first: a page shows them all. */
const stepsMax = 500

export async function stepsOf(
  tx: Tx,
  accountId: AccountId,
  of: { requestId: string } | { subjectId: SubjectId },
): Promise<Step[]> {
  const [column, id] =
    'requestId' in of ? ['request_id', of.requestId] : ['subject_id', of.subjectId]
  const { rows } = await tx.query<StepRow>(
    `select step_id as id, request_id as "requestId", kind, at, by, text_sealed as "textSealed",
       told, told_at as "toldAt", told_message as "toldMessage", told_why as "toldWhy"
     from preferences.request_step where account_id = $1 and ${column} = $2
     order by at, step_id limit ${stepsMax}`,
    [accountId, id],
  )
  return rows.map(toStep)
}

/** Tellings that wait since before then, by when their step was written down. */
export async function tellingsLeft(
  tx: Tx,
  accountId: AccountId,
  { before, limit }: { before: Instant; limit: number },
): Promise<{ requestId: string; stepId: string }[]> {
  const { rows } = await tx.query<{ requestId: string; stepId: string }>(
    `select request_id as "requestId", step_id as "stepId" from preferences.request_step
     where account_id = $1 and told in ('waiting', 'leaving') and step_id < $2
     order by step_id limit $3`,
    [accountId, uuidV7(before, new Uint8Array(10), 0), limit],
  )
  return rows
}

export async function pauseRequest(
  tx: Tx,
  accountId: AccountId,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  await tx.query(
    `update preferences.request set paused_at = coalesce(paused_at, $3)
     where account_id = $1 and request_id = $2 and answered_at is null`,
    [accountId, id, toTimestamp(at)],
  )
}

/** The clock goes on, later by the time for which it stood still. */
export async function resumeRequest(
  tx: Tx,
  accountId: AccountId,
  { id, dueAt }: { id: string; dueAt: Instant },
): Promise<void> {
  await tx.query(
    `update preferences.request set due_at = $3, paused_at = null
     where account_id = $1 and request_id = $2`,
    [accountId, id, toTimestamp(dueAt)],
  )
}

export async function identifyRequest(
  tx: Tx,
  accountId: AccountId,
  shown: { id: string; at: Instant; how: IdentifiedHow; dueAt: Instant },
): Promise<void> {
  await tx.query(
    `update preferences.request set identified_at = $3, identified_how = $4, due_at = $5,
       paused_at = null
     where account_id = $1 and request_id = $2`,
    [accountId, shown.id, toTimestamp(shown.at), shown.how, toTimestamp(shown.dueAt)],
  )
}

export async function setIdentity(
  tx: Tx,
  accountId: AccountId,
  { id, level, why }: { id: string; level: IdentityLevel; why: IdentityWhy },
): Promise<void> {
  await tx.query(
    `update preferences.request set identity = $3, identity_why = $4
     where account_id = $1 and request_id = $2`,
    [accountId, id, level, why],
  )
}

const momentColumns = { extended: 'extended_at', acknowledged: 'acknowledged_at' } as const

/** What moves the day on which the answer is due, once. */
export async function moveDue(
  tx: Tx,
  accountId: AccountId,
  {
    id,
    by,
    at,
    dueAt,
  }: { id: string; by: keyof typeof momentColumns; at: Instant; dueAt: Instant },
): Promise<void> {
  await tx.query(
    `update preferences.request set ${momentColumns[by]} = $3, due_at = $4
     where account_id = $1 and request_id = $2`,
    [accountId, id, toTimestamp(at), toTimestamp(dueAt)],
  )
}

/** What is told once the answer's file is made, kept beside the request until then. */
export async function keepAnswerText(
  tx: Tx,
  accountId: AccountId,
  { id, reasonSealed }: { id: string; reasonSealed: Buffer },
): Promise<void> {
  await tx.query(
    `update preferences.request set reason_sealed = $3
     where account_id = $1 and request_id = $2 and answered_at is null`,
    [accountId, id, reasonSealed],
  )
}

export type RequestFileRow = {
  id: string
  requestId: string
  what: 'letter' | 'answer'
  mediaType: string
  octets: number
  sha256: Buffer
  addedAt: Instant
  addedBy: string
  expiresAt: Instant | null
  fetchedAt: Instant | null
}

const fileColumns = `file_id as id, request_id as "requestId", what, media_type as "mediaType",
  octets, sha256, added_at as "addedAt", added_by as "addedBy", expires_at as "expiresAt",
  fetched_at as "fetchedAt"`

export async function insertFile(
  tx: Tx,
  accountId: AccountId,
  file: RequestFileRow & { subjectId: SubjectId; sealed: Buffer },
): Promise<void> {
  const { expiresAt } = file
  await tx.query(
    `insert into preferences.request_file (account_id, file_id, request_id, subject_id, what,
       media_type, octets, sha256, sealed, added_at, added_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[accountId, file.id, file.requestId, file.subjectId, file.what, file.mediaType],
      ...[file.octets, file.sha256, file.sealed, toTimestamp(file.addedAt), file.addedBy],
      expiresAt === null ? null : toTimestamp(expiresAt),
    ],
  )
}

/** Without their octets, oldest first. */
export async function filesOf(
  tx: Tx,
  accountId: AccountId,
  of: { requestIds: readonly string[] } | { subjectId: SubjectId },
): Promise<RequestFileRow[]> {
  const [condition, value] =
    'requestIds' in of
      ? ['request_id = any($2::uuid[])', of.requestIds]
      : ['subject_id = $2', of.subjectId]
  const { rows } = await tx.query<RequestFileRow>(
    `select ${fileColumns} from preferences.request_file
     where account_id = $1 and ${condition} order by added_at, file_id limit 1000`,
    [accountId, value],
  )
  return rows
}

export async function readSealedFile(
  tx: Tx,
  accountId: AccountId,
  { requestId, fileId }: { requestId: string; fileId: string },
): Promise<(RequestFileRow & { sealed: Buffer; subjectId: SubjectId }) | null> {
  const { rows } = await tx.query<RequestFileRow & { sealed: Buffer; subjectId: SubjectId }>(
    `select ${fileColumns}, sealed, subject_id as "subjectId" from preferences.request_file
     where account_id = $1 and request_id = $2 and file_id = $3`,
    [accountId, requestId, fileId],
  )
  return rows[0] ?? null
}

export async function markFetched(
  tx: Tx,
  accountId: AccountId,
  { fileId, at }: { fileId: string; at: Instant },
): Promise<void> {
  await tx.query(
    `update preferences.request_file set fetched_at = coalesce(fetched_at, $3)
     where account_id = $1 and file_id = $2`,
    [accountId, fileId, toTimestamp(at)],
  )
}

/** A new answer takes the place of the old. */
export async function deleteAnswerFiles(
  tx: Tx,
  accountId: AccountId,
  of: { requestId: string },
): Promise<void> {
  await tx.query(
    `delete from preferences.request_file
     where account_id = $1 and request_id = $2 and what = 'answer'`,
    [accountId, of.requestId],
  )
}

/** Of one person: letters, answers, codes. What happened stays, without what was said. */
export async function forgetFilesOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const people = [accountId, arrayOf.uuid(subjects)]
  const { rowCount } = await tx.query(
    `delete from preferences.request_file
     where account_id = $1 and subject_id = any($2::uuid[])`,
    people,
  )
  await tx.query(
    'delete from preferences.answer_code where account_id = $1 and subject_id = any($2::uuid[])',
    people,
  )
  await tx.query(
    `update preferences.request_step set text_sealed = null
     where account_id = $1 and subject_id = any($2::uuid[])`,
    people,
  )
  return rowCount
}

export type AnswerCode = {
  requestId: string
  codeTag: Buffer
  emailCodeTag: Buffer | null
  expiresAt: Instant
}

/** The last one counts. */
export async function keepAnswerCode(
  tx: Tx,
  accountId: AccountId,
  code: AnswerCode & { subjectId: SubjectId; madeAt: Instant },
): Promise<void> {
  await tx.query(
    `insert into preferences.answer_code (account_id, request_id, subject_id, code_tag,
       email_code_tag, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (account_id, request_id) do update set code_tag = excluded.code_tag,
       email_code_tag = excluded.email_code_tag, made_at = excluded.made_at,
       expires_at = excluded.expires_at`,
    [
      ...[accountId, code.requestId, code.subjectId, code.codeTag, code.emailCodeTag],
      ...[toTimestamp(code.madeAt), toTimestamp(code.expiresAt)],
    ],
  )
}

export async function findAnswerCode(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<AnswerCode | null> {
  const { rows } = await tx.query<AnswerCode>(
    `select request_id as "requestId", code_tag as "codeTag", email_code_tag as "emailCodeTag",
       expires_at as "expiresAt"
     from preferences.answer_code where account_id = $1 and request_id = $2`,
    [accountId, requestId],
  )
  return rows[0] ?? null
}

export async function deleteAnswerCode(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<void> {
  await tx.query('delete from preferences.answer_code where account_id = $1 and request_id = $2', [
    ...[accountId, requestId],
  ])
}

export type OwnAnswerText = { outcome: string; language: 'fr' | 'en'; text: string }

export async function ownAnswerTexts(tx: Tx, accountId: AccountId): Promise<OwnAnswerText[]> {
  const { rows } = await tx.query<OwnAnswerText>(
    'select outcome, language, text from preferences.answer_text where account_id = $1',
    [accountId],
  )
  return rows
}

export async function chooseAnswerText(
  tx: Tx,
  accountId: AccountId,
  chosen: { outcome: string; language: string; text: string | null; at: Instant; by: string },
): Promise<void> {
  const { outcome, language, text, at, by } = chosen
  if (text === null) {
    await tx.query(
      `delete from preferences.answer_text
       where account_id = $1 and outcome = $2 and language = $3`,
      [accountId, outcome, language],
    )
    return
  }
  await tx.query(
    `insert into preferences.answer_text (account_id, outcome, language, text, changed_at,
       changed_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id, outcome, language) do update set text = excluded.text,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [accountId, outcome, language, text, toTimestamp(at), by],
  )
}
