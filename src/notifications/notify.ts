// Tells of something in the transaction in which it happens: once, however often it is said.
import { createHash } from 'node:crypto'
import { jobs } from '../jobs/index.ts'
import type { AccountId, Instant, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { NoticeKind } from './contract.ts'
import { insertNotice, insertStaffNotice, type NoticeDetails } from './store.ts'

export type Told = {
  kind: NoticeKind
  /** The import or campaign; null where it is about all that wait. */
  about: string | null
  /** What tells this time from another time of the same thing. */
  step?: string
  details?: NoticeDetails
  /** Whose act it was: that user need not be told. */
  by?: UserId | null
  /** Whom alone it concerns. */
  only?: UserId | null
  at: Instant
}

export const mailNoticeJob = 'notifications.mail_notice'

/** Whoever may see it is told on screen at once, and by e-mail a moment after the commit. */
export async function notify(tx: Tx, accountId: AccountId, told: Told): Promise<void> {
  const noticeId = idOf([accountId, told.kind, told.about ?? '', told.step ?? ''])
  const isNew = await insertNotice(tx, accountId, {
    noticeId,
    kind: told.kind,
    about: told.about,
    details: told.details ?? {},
    byUser: told.by ?? null,
    forUser: told.only ?? null,
    at: told.at,
  })
  if (isNew) await askForMails(tx, accountId, noticeId)
}

/** For whoever manages the installation, in whichever account they are. */
export async function notifyStaff(tx: Tx, told: Omit<Told, 'by' | 'only'>): Promise<void> {
  const noticeId = idOf(['installation', told.kind, told.about ?? '', told.step ?? ''])
  const { kind, about, at, details = {} } = told
  const isNew = await insertStaffNotice(tx, { noticeId, kind, about, details, at })
  if (isNew) await askForMails(tx, null, noticeId)
}

function askForMails(tx: Tx, accountId: AccountId | null, noticeId: string): Promise<void> {
  const input = { noticeId }
  return jobs.enqueue(tx, { name: mailNoticeJob, key: noticeId, accountId, input })
}

/** The same parts make the same id: that is why nothing is told or written twice (RFC 9562, v8). */
export function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
