// The SQL of notifications: what was told, who has read it, and what each user switched off.
import type { AccountId, Instant, UserId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { NoticeChoice, NoticeKind } from './contract.ts'

/** Counts, days and names of things: never anything of a contact. */
export type NoticeDetails = {
  /** What a campaign or a supplier is called. */
  readonly name?: string
  /** Another company that it is about. */
  readonly other?: string
  /** A day, as 2026-11-30. */
  readonly day?: string
  readonly count?: number
  readonly days?: number
  /** Of several sorts at once, how many of each. */
  readonly counts?: Readonly<Record<string, number>>
  /** Another sentence for the same kind. */
  readonly variant?: string
}

export type StaffNotice = {
  noticeId: string
  kind: NoticeKind
  about: string | null
  details: NoticeDetails
  at: Instant
}
export type Notice = StaffNotice & {
  byUser: UserId | null
  /** Whom alone it concerns; null: all whose rights cover it. */
  forUser: UserId | null
}

/** False when it was told before. */
export async function insertNotice(tx: Tx, accountId: AccountId, notice: Notice): Promise<boolean> {
  const { rowCount } = await tx.query(
    {
      name: 'notifications_insert_notice',
      text: `insert into notifications.notice (account_id, notice_id, kind, about, details,
               by_user, for_user, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    },
    [
      accountId,
      notice.noticeId,
      notice.kind,
      notice.about,
      JSON.stringify(notice.details),
      notice.byUser,
      notice.forUser,
      toTimestamp(notice.at),
    ],
  )
  return rowCount === 1
}

export async function insertStaffNotice(tx: Tx, notice: StaffNotice): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into notifications.staff_notice (notice_id, kind, about, details, at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [
      notice.noticeId,
      notice.kind,
      notice.about,
      JSON.stringify(notice.details),
      toTimestamp(notice.at),
    ],
  )
  return rowCount === 1
}

/** The last that was told of a kind; null before the first. */
export async function lastDetails(
  tx: Tx,
  accountId: AccountId,
  kind: NoticeKind,
): Promise<NoticeDetails | null> {
  const { rows } = await tx.query<{ details: NoticeDetails }>(
    `select details from notifications.notice where account_id = $1 and kind = $2
     order by at desc limit 1`,
    [accountId, kind],
  )
  return rows[0]?.details ?? null
}

/** Of each thing the last that staff were told of a kind. */
export async function lastOfStaff(
  tx: Tx,
  kind: NoticeKind,
): Promise<Map<string | null, Pick<StaffNotice, 'details' | 'at'>>> {
  const { rows } = await tx.query<Pick<StaffNotice, 'about' | 'details' | 'at'>>(
    `select distinct on (about) about, details, at from notifications.staff_notice
     where kind = $1 order by about, at desc`,
    [kind],
  )
  return new Map(rows.map(({ about, details, at }) => [about, { details, at }]))
}

const noticeColumns = 'notice_id as "noticeId", kind, about, details, at'

export async function findNotice(
  tx: Tx,
  accountId: AccountId,
  noticeId: string,
): Promise<Notice | null> {
  const { rows } = await tx.query<Notice>(
    `select ${noticeColumns}, by_user as "byUser", for_user as "forUser"
     from notifications.notice
     where account_id = $1 and notice_id = $2`,
    [accountId, noticeId],
  )
  return rows[0] ?? null
}

export async function findStaffNotice(tx: Tx, noticeId: string): Promise<Notice | null> {
  const { rows } = await tx.query<Notice>(
    `select ${noticeColumns}, null as "byUser", null as "forUser"
     from notifications.staff_notice
     where notice_id = $1`,
    [noticeId],
  )
  return rows[0] ?? null
}

/** For whom a list is: what their rights cover and they have not switched off. */
export type Reader = {
  userId: UserId
  kinds: readonly NoticeKind[]
  /** Since when they belong to the account: what was before is not news to them. */
  since: Instant
  isStaff: boolean
}

/** Both tables newest first, each read from its index as far as the page goes. */
const listed = (where: string) => `
  (select notice_id, kind, about, details, at from notifications.notice n
   where account_id = $1 and at >= $4 and kind = any($3::text[])
     and by_user is distinct from $2 and (for_user is null or for_user = $2) ${where}
   order by at desc, notice_id desc limit $6)
  union all
  (select notice_id, kind, about, details, at from notifications.staff_notice n
   where $5 and kind = any($3::text[]) ${where}
   order by at desc, notice_id desc limit $6)`

const isUnread = `and not exists (select from notifications.seen s
     where s.user_id = $2 and s.notice_id = n.notice_id)`

export type NoticeRow = StaffNotice & { isRead: boolean }
export type NoticePlace = { at: Instant; id: string }

const valuesOf = (accountId: AccountId, reader: Reader, limit: number): unknown[] => [
  accountId,
  reader.userId,
  reader.kinds,
  toTimestamp(reader.since),
  reader.isStaff,
  limit,
]

export async function listNotices(
  tx: Tx,
  accountId: AccountId,
  reader: Reader,
  page: { unreadOnly: boolean; before: NoticePlace | null; limit: number },
): Promise<NoticeRow[]> {
  const { before } = page
  const where = [
    before === null ? '' : 'and (at, notice_id) < ($7::timestamptz, $8::uuid)',
    page.unreadOnly ? isUnread : '',
  ].join(' ')
  const { rows } = await tx.query<NoticeRow>(
    `select ${noticeColumns}, exists (select from notifications.seen s
       where s.user_id = $2 and s.notice_id = found.notice_id) as "isRead"
     from (${listed(where)}) found
     order by at desc, notice_id desc limit $6`,
    [
      ...valuesOf(accountId, reader, page.limit),
      ...(before === null ? [] : [toTimestamp(before.at), before.id]),
    ],
  )
  return rows
}

/** Counted as far as `most`. */
export async function countUnread(
  tx: Tx,
  accountId: AccountId,
  reader: Reader,
  most: number,
): Promise<number> {
  const { rows } = await tx.query<{ unread: number }>(
    `select count(*)::int as unread from (${listed(isUnread)}) found`,
    valuesOf(accountId, reader, most),
  )
  return Math.min(rows[0]?.unread ?? 0, most)
}

/** `ids` null: all that there are. What the reader is not told of is not marked either. */
export async function markRead(
  tx: Tx,
  accountId: AccountId,
  reader: Reader,
  read: { ids: readonly string[] | null; at: Instant; most: number },
): Promise<void> {
  const where = read.ids === null ? isUnread : `and notice_id = any($8::uuid[])`
  await tx.query(
    `insert into notifications.seen (user_id, notice_id, seen_at)
     select $2::uuid, notice_id, $7::timestamptz from (${listed(where)}) found
     on conflict do nothing`,
    [
      ...valuesOf(accountId, reader, read.most),
      toTimestamp(read.at),
      ...(read.ids === null ? [] : [arrayOf.uuid(read.ids)]),
    ],
  )
}

type ChoiceRow = { kind: NoticeKind; userId: UserId; onScreen: boolean; byMail: boolean }

/** Rows of those who switched something; nobody else has one. */
export async function choicesOf(tx: Tx, userIds: readonly UserId[]): Promise<ChoiceRow[]> {
  const { rows } = await tx.query<ChoiceRow>(
    `select kind, user_id as "userId", on_screen as "onScreen", by_mail as "byMail"
     from notifications.choice where user_id = any($1::uuid[])`,
    [arrayOf.uuid(userIds)],
  )
  return rows
}

export async function saveChoice(tx: Tx, userId: UserId, choice: NoticeChoice): Promise<void> {
  await tx.query(
    `insert into notifications.choice (user_id, kind, on_screen, by_mail)
     values ($1, $2, $3, $4)
     on conflict (user_id, kind)
     do update set on_screen = excluded.on_screen, by_mail = excluded.by_mail`,
    [userId, choice.kind, choice.onScreen, choice.byMail],
  )
}

export async function deleteNotices(tx: Tx, accountId: AccountId, before: Instant): Promise<void> {
  await tx.query('delete from notifications.notice where account_id = $1 and at < $2', [
    accountId,
    toTimestamp(before),
  ])
}

/** Nobody reads a notification before it is told, so these go no sooner than theirs. */
export async function deleteOldOfInstallation(tx: Tx, before: Instant): Promise<void> {
  const at = toTimestamp(before)
  await tx.query('delete from notifications.staff_notice where at < $1', [at])
  await tx.query('delete from notifications.seen where seen_at < $1', [at])
}
