// What recipients are told of erasures, for whoever manages the installation: of all accounts.
import { accountOf } from '../../accounts/index.ts'
import { type AccountId, type Caller, type Instant, isoTime, isUuid } from '../../kernel/index.ts'
import { mailsStanding } from '../../notifications/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import {
  findAccountNotice,
  noteOnAccountNotice,
  openAccountNotices,
  textOfAccountNotice,
} from '../account-deletion/supplier-notices.ts'
import { noticesOfAccounts } from '../account-deletion/supplier-store.ts'
import type { ErasureNotice, ErasureNoticeText, RecipientTold } from '../contract-erasure.ts'
import { privacyError } from '../errors.ts'
import {
  countNoticesInAnyAccount,
  endMails,
  findNoticeInAnyAccount,
  mailsUnended,
  type NoticePlace,
  openNoticesInAnyAccount,
  type UnendedMail,
} from '../notice-store.ts'
import type { ErasureDeps } from './deps.ts'
import { answerMs, numbersOf } from './keep-recipients.ts'
import {
  forgetNumbers,
  leaveToStaff,
  type NoticeRow,
  noteAnswer,
  noticesOfPeople,
  numbersDue,
  readNotice,
} from './recipient-store.ts'
import { recipientViewOf } from './recipient-view.ts'
import { tellingMail } from './telling.ts'

const atOnce = 500
/** Of mails, so many pages a round. */
const pagesOfMails = 20

export async function pageOfNotices(
  deps: Pick<ErasureDeps, 'database' | 'vault' | 'clock'>,
  page: { after: NoticePlace | null; limit: number },
): Promise<{ items: ErasureNotice[]; last: NoticePlace | null }> {
  const { database, clock } = deps
  const rows = await database.inAnyAccount((tx) =>
    openNoticesInAnyAccount<NoticeRow>(tx, noticesOfPeople, { ...page, limit: page.limit + 1 }),
  )
  const items = await openAccountNotices(deps, { ...page, limit: page.limit + 1 })
  for (const row of rows) {
    items.push(await database.inAccount(row.account_id, (tx) => noticeView(tx, row, clock.now())))
  }
  items.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const shown = items.slice(0, page.limit)
  const last = items.length > page.limit ? shown.at(-1) : undefined
  return { items: shown, last: last === undefined ? null : placeOf(last) }
}

const keyOf = ({ notedAt, noticeId }: ErasureNotice) => `${notedAt} ${noticeId}`
const placeOf = ({ notedAt, noticeId: id }: ErasureNotice): NoticePlace => ({
  ...{ notedAt: Date.parse(notedAt), id },
})

async function noticeView(tx: Tx, row: NoticeRow, at: Instant): Promise<ErasureNotice> {
  const { id, number, name } = await accountOf(tx, row.account_id)
  return {
    ...recipientViewOf(row, at),
    about: 'people',
    account: { id, number, name },
    address: row.address,
    notedAt: isoTime(row.noted_at),
    hasText: row.numbers_key !== null,
  }
}

async function noticeOf(deps: Pick<ErasureDeps, 'database'>, id: string): Promise<NoticeRow> {
  const row = isUuid(id)
    ? await deps.database.inAnyAccount((tx) =>
        findNoticeInAnyAccount<NoticeRow>(tx, noticesOfPeople, id),
      )
    : null
  if (row === null) throw privacyError('privacy.recipient_not_found')
  return row
}

/** It names people by their numbers: who looked, and why, stands in the account's journal. */
export async function textOfNotice(
  deps: Pick<ErasureDeps, 'database' | 'vault' | 'clock' | 'record' | 'originHost'>,
  caller: Caller,
  { id, reason }: { id: string; reason: string },
): Promise<ErasureNoticeText> {
  const ofAccount = isUuid(id) ? await findAccountNotice(deps.database, id) : null
  if (ofAccount !== null) return textOfAccountNotice(deps, caller, { row: ofAccount, reason })
  const { account_id: accountId } = await noticeOf(deps, id)
  const there: Caller = { ...caller, accountId }
  return deps.database.inAccount(accountId, async (tx) => {
    // Read again: the numbers may have gone meanwhile.
    const row = await readNotice(tx, accountId, id)
    const numbers = row === null ? null : await numbersOf(deps, tx, row)
    if (row === null || numbers === null) throw privacyError('privacy.notice_text_gone')
    const details = { erasureId: row.erasure_id, notice: id, people: numbers.length }
    await deps.record(tx, there, { action: 'privacy.notice_read', reason, details })
    const { name } = await accountOf(tx, accountId)
    const told = { account: name, reference: id, numbers, at: row.noted_at }
    const { subject, text } = tellingMail(told)
    return { to: row.address, subject, text }
  })
}

/** An answer ends what is kept for it: the numbers go with their key. */
export async function noteOnNotice(
  deps: Pick<ErasureDeps, 'database' | 'vault' | 'clock' | 'record' | 'originHost'>,
  caller: Caller,
  { id, ...said }: RecipientTold & { id: string },
): Promise<ErasureNotice> {
  const ofAccount = isUuid(id) ? await findAccountNotice(deps.database, id) : null
  if (ofAccount !== null) return noteOnAccountNotice(deps, caller, { row: ofAccount, ...said })
  const { account_id: accountId } = await noticeOf(deps, id)
  const there: Caller = { ...caller, accountId }
  return deps.database.inAccount(accountId, async (tx) => {
    await keepAnswer(deps, tx, there, { noticeId: id, ...said })
    const row = await readNotice(tx, accountId, id)
    if (row === null) throw privacyError('privacy.recipient_not_found')
    return noticeView(tx, row, deps.clock.now())
  })
}

export async function keepAnswer(
  deps: Pick<ErasureDeps, 'vault' | 'clock' | 'record'>,
  tx: Tx,
  caller: Caller,
  { noticeId, answer, doneOn, note }: RecipientTold & { noticeId: string },
): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  const noted = await noteAnswer(tx, accountId, { noticeId, answer, doneOn, note, at })
  if (noted === null) throw privacyError('privacy.recipient_not_found')
  if (answer !== null) await endNumbers(deps, tx, accountId, [noticeId])
  const details = { erasureId: noted.erasureId, notice: noticeId, answer: answer ?? 'told' }
  await deps.record(tx, caller, { action: 'privacy.recipient_noted', details })
}

async function endNumbers(
  { vault }: Pick<ErasureDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  noticeIds: readonly string[],
): Promise<void> {
  if (noticeIds.length === 0) return
  const keys = await forgetNumbers(tx, accountId, noticeIds)
  await vault.destroyKeys(tx, accountId, keys, 'both')
}

/** Mails that did not arrive are told by hand; numbers whose term is over go. */
export async function lookAfterNotices(
  deps: Pick<ErasureDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<void> {
  await lookForLostMails(tx, accountId, at)
  await endNumbers(deps, tx, accountId, await numbersDue(tx, accountId, { at, limit: atOnce }))
}

/**
 * A mail ends within a day, and is asked about until then alone: so what is read is what was
 * written lately, page by page. Where a round is full, the next one finds the others ended.
 */
async function lookForLostMails(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
  let after: NoticePlace | null = null
  for (let page = 0; page < pagesOfMails; page += 1) {
    const mails: UnendedMail[] = await mailsUnended(tx, accountId, noticesOfPeople, {
      after,
      limit: atOnce,
    })
    const { givenUp, waiting } = await mailsStanding(
      tx,
      mails.map(({ mailId }) => mailId),
    )
    const noticesOf = (isMeant: (mailId: string) => boolean) =>
      mails.filter(({ mailId }) => isMeant(mailId)).map(({ id }) => id)
    const lost = noticesOf((mailId) => givenUp.has(mailId))
    if (lost.length > 0) await leaveToStaff(tx, accountId, { noticeIds: lost, at })
    const ended = noticesOf((mailId) => !givenUp.has(mailId) && !waiting.has(mailId))
    await endMails(tx, accountId, noticesOfPeople, { noticeIds: ended, isLost: false })
    after = mails.at(-1) ?? null
    if (mails.length < atOnce) return
  }
}

/** For the open points of the installation. */
export function countNotices(
  database: Database,
  at: Instant,
  limit: number,
): Promise<{ toTell: number; silent: number }> {
  const asked = { silentSince: at - answerMs, limit }
  return database.inAnyAccount(async (tx) => {
    const people = await countNoticesInAnyAccount(tx, noticesOfPeople, asked)
    const accounts = await countNoticesInAnyAccount(tx, noticesOfAccounts, asked)
    return {
      toTell: people.toTell + accounts.toTell,
      silent: people.silent + accounts.silent,
    }
  })
}
