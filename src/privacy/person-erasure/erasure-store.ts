// The SQL of erasures of people: the record, who was told, and the links to its certificate.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { ErasedKind, ErasureAskedHow, RecipientAnswer } from '../contract-erasure.ts'

export type ErasureRow = {
  account_id: AccountId
  erasure_id: string
  subject_id: SubjectId
  link: Buffer | null
  request_id: string | null
  asked_how: ErasureAskedHow | null
  asked_at: Instant | null
  erased_at: Instant
  erased_by: 'user' | 'token' | 'system'
  suppression: 'marketing' | 'relational' | 'all' | null
  counts: Partial<Record<ErasedKind, number>>
  proofs_held: number
  proofs_until: Instant | null
  proofs_gone_at: Instant | null
  epoch: number
  epoch_until: Instant
  epoch_gone_at: Instant | null
  backups_until: Instant
  changed_at: Instant
  record_until: Instant
}

const columns = `account_id, erasure_id, subject_id, link, request_id, asked_how, asked_at,
  erased_at, erased_by, suppression, counts, proofs_held, proofs_until, proofs_gone_at, epoch,
  epoch_until, epoch_gone_at, backups_until, changed_at, record_until`

const stampOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))

export async function insertErasure(tx: Tx, row: ErasureRow): Promise<void> {
  await tx.query(
    `insert into privacy.person_erasure (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      row.account_id,
      row.erasure_id,
      row.subject_id,
      row.link,
      row.request_id,
      row.asked_how,
      stampOrNull(row.asked_at),
      toTimestamp(row.erased_at),
      row.erased_by,
      row.suppression,
      JSON.stringify(row.counts),
      row.proofs_held,
      stampOrNull(row.proofs_until),
      stampOrNull(row.proofs_gone_at),
      row.epoch,
      toTimestamp(row.epoch_until),
      stampOrNull(row.epoch_gone_at),
      toTimestamp(row.backups_until),
      toTimestamp(row.changed_at),
      toTimestamp(row.record_until),
    ],
  )
}

export type ErasurePlace = { erasedAt: Instant; id: string }

/** The newest first. */
export async function listErasures(
  tx: Tx,
  accountId: AccountId,
  page: { before: ErasurePlace | null; requestId: string | null; limit: number },
): Promise<ErasureRow[]> {
  const { rows } = await tx.query<ErasureRow>(
    `select ${columns} from privacy.person_erasure
     where account_id = $1 and ($2::uuid is null or request_id = $2)
       and ($3::timestamptz is null or (erased_at, erasure_id) < ($3, $4::uuid))
     order by erased_at desc, erasure_id desc limit $5`,
    [
      accountId,
      page.requestId,
      stampOrNull(page.before?.erasedAt ?? null),
      page.before?.id ?? null,
      page.limit,
    ],
  )
  return rows
}

export async function findErasureRow(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<ErasureRow | null> {
  const { rows } = await tx.query<ErasureRow>(
    `select ${columns} from privacy.person_erasure where account_id = $1 and erasure_id = $2`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** Those whose epoch's key is not there any more; how many. */
export async function endEpochs(
  tx: Tx,
  accountId: AccountId,
  { oldest, at }: { oldest: number; at: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `update privacy.person_erasure set epoch_gone_at = $3, changed_at = $3
     where account_id = $1 and epoch < $2 and epoch_gone_at is null`,
    [accountId, oldest, toTimestamp(at)],
  )
  return rowCount
}

export async function openProofs(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<{ id: string; subjectId: SubjectId }[]> {
  const { rows } = await tx.query<{ id: string; subjectId: SubjectId }>(
    `select erasure_id as id, subject_id as "subjectId" from privacy.person_erasure
     where account_id = $1 and proofs_held > 0 and proofs_gone_at is null
     order by proofs_until limit $2`,
    [accountId, limit],
  )
  return rows
}

export async function endProofs(
  tx: Tx,
  accountId: AccountId,
  { ids, at }: { ids: readonly string[]; at: Instant },
): Promise<void> {
  await tx.query(
    `update privacy.person_erasure set proofs_gone_at = $3, changed_at = $3
     where account_id = $1 and erasure_id = any($2::uuid[])`,
    [accountId, ids, toTimestamp(at)],
  )
}

/** A record that has served its time. */
export async function deleteOldErasures(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
  await tx.query(
    'delete from privacy.person_erasure where account_id = $1 and record_until <= $2',
    [accountId, toTimestamp(at)],
  )
}

// Who received data of the person

export type RecipientRow = {
  erasure_id: string
  recipient_id: string
  kind: 'supplier' | 'receiver'
  name: string
  country: string
  told_at: Instant | null
  answered_at: Instant | null
  answer: RecipientAnswer | null
}

export async function insertRecipient(
  tx: Tx,
  accountId: AccountId,
  row: Pick<RecipientRow, 'erasure_id' | 'recipient_id' | 'kind' | 'name' | 'country'>,
): Promise<void> {
  await tx.query(
    `insert into privacy.erasure_recipient
       (account_id, erasure_id, recipient_id, kind, name, country)
     values ($1, $2, $3, $4, $5, $6)`,
    [accountId, row.erasure_id, row.recipient_id, row.kind, row.name, row.country],
  )
}

export async function readRecipients(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<RecipientRow[]> {
  const { rows } = await tx.query<RecipientRow>(
    `select erasure_id, recipient_id, kind, name, country, told_at, answered_at, answer
     from privacy.erasure_recipient
     where account_id = $1 and erasure_id = any($2::uuid[]) order by name, recipient_id`,
    [accountId, ids],
  )
  return rows
}

/** False: no such recipient. */
export async function noteAnswer(
  tx: Tx,
  accountId: AccountId,
  said: { id: string; recipientId: string; answer: RecipientAnswer | null; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update privacy.erasure_recipient set told_at = coalesce(told_at, $4), answer = $5,
       answered_at = case when $5::text is null then null else $4::timestamptz end
     where account_id = $1 and erasure_id = $2 and recipient_id = $3`,
    [accountId, said.id, said.recipientId, toTimestamp(said.at), said.answer],
  )
  if (rowCount === 0) return false
  await tx.query(
    `update privacy.person_erasure set changed_at = $3
     where account_id = $1 and erasure_id = $2`,
    [accountId, said.id, toTimestamp(said.at)],
  )
  return true
}

// Links to the certificate

export async function insertErasureLinks(
  tx: Tx,
  accountId: AccountId,
  { id, tags }: { id: string; tags: readonly Buffer[] },
): Promise<void> {
  for (const tag of tags) {
    await tx.query(
      `insert into privacy.erasure_link (account_id, link_tag, erasure_id) values ($1, $2, $3)
       on conflict do nothing`,
      [accountId, tag, id],
    )
  }
}

/** Links made for a person; more would be a mistake of a hand. */
export async function countErasureLinks(tx: Tx, accountId: AccountId, id: string): Promise<number> {
  const { rows } = await tx.query<{ links: number }>(
    `select count(*)::int as links from privacy.erasure_link
     where account_id = $1 and erasure_id = $2`,
    [accountId, id],
  )
  return rows[0]?.links ?? 0
}

export async function findByLinkInAnyAccount(
  tx: Tx,
  tags: readonly Buffer[],
): Promise<{ accountId: AccountId; id: string } | null> {
  const { rows } = await tx.query<{ accountId: AccountId; id: string }>(
    `select account_id as "accountId", erasure_id as id from privacy.erasure_link
     where link_tag = any($1::bytea[]) limit 1`,
    [tags],
  )
  return rows[0] ?? null
}
