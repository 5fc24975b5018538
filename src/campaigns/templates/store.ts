// SQL of templates and their versions.
import type { AccountId, Instant, UserId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Template, TemplateVersion } from './template.ts'

type Row = {
  id: string
  name: string
  class: Template['class']
  version: number
  text_sealed: Buffer
  created_at: Instant
  changed_at: Instant
  archived_at: Instant | null
}
export type SealedTemplate = Omit<Template, 'text'> & { textSealed: Buffer }

const fromRow = (row: Row): SealedTemplate => ({
  id: row.id,
  name: row.name,
  class: row.class,
  version: row.version,
  textSealed: row.text_sealed,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  archivedAt: row.archived_at,
})

const columns = `t.id, t.name, t.class, t.version, v.text_sealed, t.created_at, t.changed_at,
  t.archived_at`
const tables = `campaigns.template t join campaigns.template_version v
  on v.account_id = t.account_id and v.template_id = t.id and v.version = t.version`

export async function insertTemplate(
  tx: Tx,
  accountId: AccountId,
  template: Pick<Template, 'id' | 'name' | 'class'> & { at: Instant },
): Promise<void> {
  await tx.query(
    `insert into campaigns.template (account_id, id, name, class, version, created_at, changed_at)
     values ($1, $2, $3, $4, 1, $5, $5)`,
    [accountId, template.id, template.name, template.class, toTimestamp(template.at)],
  )
}

export async function insertVersion(
  tx: Tx,
  accountId: AccountId,
  written: {
    templateId: string
    version: number
    textSealed: Buffer
    by: UserId | null
    at: Instant
  },
): Promise<void> {
  await tx.query(
    `insert into campaigns.template_version
       (account_id, template_id, version, text_sealed, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      accountId,
      written.templateId,
      written.version,
      written.textSealed,
      written.by,
      toTimestamp(written.at),
    ],
  )
}

export async function changeTemplate(
  tx: Tx,
  accountId: AccountId,
  change: { id: string; name: string; version: number; at: Instant },
): Promise<void> {
  await tx.query(
    `update campaigns.template set name = $3, version = $4, changed_at = $5
     where account_id = $1 and id = $2`,
    [accountId, change.id, change.name, change.version, toTimestamp(change.at)],
  )
}

export async function archiveTemplate(
  tx: Tx,
  accountId: AccountId,
  archived: { id: string; at: Instant | null },
): Promise<boolean> {
  const at = archived.at === null ? null : toTimestamp(archived.at)
  const { rowCount } = await tx.query(
    'update campaigns.template set archived_at = $3 where account_id = $1 and id = $2',
    [accountId, archived.id, at],
  )
  return rowCount > 0
}

export async function findTemplate(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<SealedTemplate | null> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from ${tables} where t.account_id = $1 and t.id = $2`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(rows[0])
}

/** Its changes happen one after the other. */
export async function lockTemplate(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await tx.query('select from campaigns.template where account_id = $1 and id = $2 for update', [
    accountId,
    id,
  ])
}

export type TemplatePage = {
  isArchived: boolean
  before: { changedAt: Instant; id: string } | null
  limit: number
}

/** Changed last first. */
export async function listTemplates(
  tx: Tx,
  accountId: AccountId,
  page: TemplatePage,
): Promise<SealedTemplate[]> {
  const { before } = page
  const { rows } = await tx.query<Row>(
    `select ${columns} from ${tables}
     where t.account_id = $1 and (t.archived_at is not null) = $2
       and ($3::timestamptz is null or (t.changed_at, t.id) < ($3, $4::uuid))
     order by t.changed_at desc, t.id desc limit $5`,
    [
      accountId,
      page.isArchived,
      before === null ? null : toTimestamp(before.changedAt),
      before?.id ?? null,
      page.limit,
    ],
  )
  return rows.map(fromRow)
}

export type SealedVersion = Omit<TemplateVersion, 'text'> & { textSealed: Buffer }

/** The latest first, as many as a screen shows. */
export async function listVersions(
  tx: Tx,
  accountId: AccountId,
  asked: { templateId: string; limit: number },
): Promise<SealedVersion[]> {
  const { rows } = await tx.query<{ version: number; text_sealed: Buffer; written_at: Instant }>(
    `select version, text_sealed, written_at from campaigns.template_version
     where account_id = $1 and template_id = $2 order by version desc limit $3`,
    [accountId, asked.templateId, asked.limit],
  )
  return rows.map((row) => ({
    version: row.version,
    textSealed: row.text_sealed,
    writtenAt: row.written_at,
  }))
}

export async function countTemplates(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from campaigns.template where account_id = $1',
    [accountId],
  )
  return rows[0]?.count ?? 0
}

export async function hasVersion(
  tx: Tx,
  accountId: AccountId,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from campaigns.template_version
     where account_id = $1 and template_id = $2 and version = $3`,
    [accountId, id, version],
  )
  return rows.length > 0
}
