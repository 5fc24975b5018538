// What suppliers are told of deleted accounts, for whoever manages the installation; the
// certificate of the deletion is signed again with each answer.
import { type Caller, type Instant, isoTime } from '../../kernel/index.ts'
import { mailsStanding } from '../../notifications/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { ErasureNotice, ErasureNoticeText, RecipientTold } from '../contract-erasure.ts'
import type { PrivacyDeps } from '../deps.ts'
import { privacyError } from '../errors.ts'
import {
  endMailsInAnyAccount,
  findNoticeInAnyAccount,
  mailsUnendedInAnyAccount,
  type NoticePlace,
  noticesOfInAnyAccount,
  openNoticesInAnyAccount,
  type UnendedMail,
} from '../notice-store.ts'
import { recipientViewOf } from '../person-erasure/recipient-view.ts'
import { setCertificateInAnyAccount } from '../store.ts'
import { certificateIn, type Signing, signCertificate, suppliersIn } from './certificate.ts'
import {
  type AccountRecipientRow,
  forgetTellingsInAnyAccount,
  noteAccountAnswerInAnyAccount,
  noticesOfAccounts,
} from './supplier-store.ts'
import { openTelling } from './tell-suppliers.ts'

type Deps = Signing & Pick<PrivacyDeps, 'database' | 'clock' | 'record'>

export async function openAccountNotices(
  deps: Pick<Deps, 'database' | 'vault' | 'clock'>,
  page: { after: NoticePlace | null; limit: number },
): Promise<ErasureNotice[]> {
  const rows = await deps.database.inAnyAccount((tx) =>
    openNoticesInAnyAccount<AccountRecipientRow>(tx, noticesOfAccounts, page),
  )
  return rows.map((row) => accountNoticeView(deps, row))
}

function accountNoticeView(
  deps: Pick<Deps, 'vault' | 'clock'>,
  row: AccountRecipientRow,
): ErasureNotice {
  return {
    ...recipientViewOf(asRecipient(row), deps.clock.now()),
    about: 'account',
    account: {
      id: row.account_id,
      number: row.account_number,
      name: openTelling(deps, row)?.account ?? null,
    },
    address: row.address,
    notedAt: isoTime(row.noted_at),
    hasText: row.telling_sealed !== null,
  }
}

const asRecipient = (row: AccountRecipientRow) => ({
  ...row,
  ...{ kind: 'supplier' as const, erasure_id: row.deletion_id },
  ...{ numbers_key: null, numbers_until: null },
})

/** Null: no such notice. */
export const findAccountNotice = (
  database: Database,
  id: string,
): Promise<AccountRecipientRow | null> =>
  database.inAnyAccount((tx) => findNoticeInAnyAccount(tx, noticesOfAccounts, id))

/** The account has no journal any more: it stands in that of who looked. */
export async function textOfAccountNotice(
  deps: Deps,
  caller: Caller,
  { row, reason }: { row: AccountRecipientRow; reason: string },
): Promise<ErasureNoticeText> {
  const told = openTelling(deps, row)
  if (told === null) throw privacyError('privacy.notice_text_gone')
  const details = { deletion: row.deletion_id, notice: row.notice_id }
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'privacy.notice_read', reason, details }),
  )
  const { subject, text } = told.text
  return { to: row.address, subject, text }
}

export async function noteOnAccountNotice(
  deps: Deps,
  caller: Caller,
  { row, ...said }: RecipientTold & { row: AccountRecipientRow },
): Promise<ErasureNotice> {
  const { notice_id: noticeId, deletion_id: deletionId } = row
  const at = deps.clock.now()
  const noted = await deps.database.inAnyAccount(async (tx) => {
    await noteAccountAnswerInAnyAccount(tx, { noticeId, ...said, at })
    await signAgain(deps, tx, { deletionId, at })
    return findNoticeInAnyAccount<AccountRecipientRow>(tx, noticesOfAccounts, noticeId)
  })
  if (noted === null) throw privacyError('privacy.recipient_not_found')
  const details = { deletion: deletionId, notice: noticeId, answer: said.answer ?? 'told' }
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'privacy.recipient_noted', details }),
  )
  return accountNoticeView(deps, noted)
}

export const suppliersToldInAnyAccount = (
  tx: Tx,
  deletionId: string,
): Promise<AccountRecipientRow[]> => noticesOfInAnyAccount(tx, noticesOfAccounts, [deletionId])

/** What it says of suppliers is what stands now; all else stays as it was signed first. */
async function signAgain(
  deps: Signing,
  tx: Tx,
  { deletionId, at }: { deletionId: string; at: Instant },
): Promise<void> {
  const recipients = await suppliersToldInAnyAccount(tx, deletionId)
  await setCertificateInAnyAccount(tx, deletionId, (held) => {
    const suppliers = suppliersIn(recipients)
    return signCertificate(deps, { ...certificateIn(held), suppliers, standsAt: isoTime(at) })
  })
}

const atOnce = 500
const pagesMax = 20

/** Mails that nobody took are told by hand; what is kept for an answer has its term. */
export async function lookAfterAccountNotices(
  deps: Signing & Pick<PrivacyDeps, 'database'>,
  at: Instant,
): Promise<void> {
  await deps.database.inAnyAccount(async (tx) => {
    await forgetTellingsInAnyAccount(tx, at)
    let after: NoticePlace | null = null
    for (let page = 0; page < pagesMax; page += 1) {
      const asked = { after, limit: atOnce }
      const mails: UnendedMail[] = await mailsUnendedInAnyAccount(tx, noticesOfAccounts, asked)
      if (mails.length === 0) return
      const ids = mails.map(({ mailId }) => mailId)
      const { givenUp, waiting } = await mailsStanding(tx, ids)
      const lost = mails.filter(({ mailId }) => givenUp.has(mailId))
      const ended = mails.filter(({ mailId }) => !givenUp.has(mailId) && !waiting.has(mailId))
      const handed = { noticeIds: idsOf(lost), isLost: true }
      for (const deletionId of await endMailsInAnyAccount(tx, noticesOfAccounts, handed)) {
        await signAgain(deps, tx, { deletionId, at })
      }
      await endMailsInAnyAccount(tx, noticesOfAccounts, { noticeIds: idsOf(ended), isLost: false })
      after = mails.at(-1) ?? null
      if (mails.length < atOnce) return
    }
  })
}

const idsOf = (mails: readonly { id: string }[]) => mails.map(({ id }) => id)
