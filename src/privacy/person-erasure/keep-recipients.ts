// Who received data of erased people is told of the erasure (GDPR art. 19): by e-mail, or by staff.
import { accountOf } from '../../accounts/index.ts'
import type { AccountId, E164, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { ErasePersonDeps, Recipient } from './deps.ts'
import { insertRecipient, type RecipientRow } from './recipient-store.ts'
import { tellingMail } from './telling.ts'

const dayMs = 86_400_000
/** They have this long to answer; then it is an open point. */
export const answerMs = 30 * dayMs
/** Until the answer the numbers are kept, and not longer: so it can be asked once more. */
const numbersMs = 2 * answerMs

type NewRow = Parameters<typeof insertRecipient>[1]

/**
 * Before the people go, since their numbers are asked for. What is told names people by their
 * numbers alone: it is how the recipient finds them. The mail is written in the same transaction,
 * so that it leaves once, and not at all where the erasure does not stand.
 */
export async function prepareRecipients(
  deps: ErasePersonDeps,
  tx: Tx,
  accountId: AccountId,
  asked: {
    erasureId: string
    told: readonly Recipient[]
    numbers(whose: readonly SubjectId[]): Promise<E164[]>
    at: Instant
  },
): Promise<NewRow[]> {
  const { erasureId, at } = asked
  const rows: NewRow[] = []
  for (const { id, kind, name, country, address, untold, subjects } of asked.told) {
    const noticeId = deps.makeId()
    const numbers = untold === null ? await asked.numbers(subjects) : []
    const row: NewRow = {
      ...{ account_id: accountId, erasure_id: erasureId, recipient_id: id, notice_id: noticeId },
      ...{ kind, name, country, address, people: numbers.length, noted_at: at },
      ...{ way: untold ?? 'staff', mail_id: null, told_at: null },
      ...{ numbers_sealed: null, numbers_key: null, numbers_until: null },
    }
    if (untold === null && numbers.length === 0) row.way = 'not_kept'
    if (row.way === 'staff') {
      Object.assign(row, await sealNumbers(deps, tx, accountId, { noticeId, numbers, at }))
      if (await tellByMail(deps, tx, row, numbers)) {
        Object.assign(row, { way: 'mail', mail_id: noticeId, told_at: at })
      }
    }
    rows.push(row)
  }
  return rows
}

export async function keepRecipients(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  for (const row of rows) await insertRecipient(tx, row)
}

export const numbersPlace = (noticeId: string) => ({
  table: 'privacy.erasure_recipient',
  column: 'numbers_sealed',
  rowId: noticeId,
})

/** Under a key of their own, in a slot of the account: with it go old copies of the row, too. */
async function sealNumbers(
  { vault }: Pick<ErasePersonDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  { noticeId, numbers, at }: { noticeId: string; numbers: readonly E164[]; at: Instant },
): Promise<Pick<RecipientRow, 'numbers_sealed' | 'numbers_key' | 'numbers_until'>> {
  const [keys] = await vault.createSubjects(tx, accountId, 1)
  if (keys === undefined) return { numbers_sealed: null, numbers_key: null, numbers_until: null }
  const plain = Buffer.from(JSON.stringify(numbers), 'utf8')
  return {
    numbers_sealed: vault.sealContact(keys, accountId, numbersPlace(noticeId), plain),
    numbers_key: keys.subjectId,
    numbers_until: at + numbersMs,
  }
}

/** Null: the term is over, or the answer is there. */
export async function numbersOf(
  { vault }: { vault: Pick<Vault, 'openSubjects' | 'openContact'> },
  tx: Tx,
  row: RecipientRow,
): Promise<E164[] | null> {
  const { account_id: accountId, numbers_key: key, numbers_sealed: sealed } = row
  if (key === null || sealed === null) return null
  const keys = (await vault.openSubjects(tx, accountId, [key])).get(key)
  if (keys === undefined) return null
  const plain = vault.openContact(keys, accountId, numbersPlace(row.notice_id), sealed)
  return JSON.parse(plain.toString('utf8')) as E164[]
}

const isMail = (address: string | null): address is string =>
  address !== null && !address.includes('://') && address.includes('@')

/** False: their way is another, or this installation sends no mail about the account. */
async function tellByMail(
  { mail }: Pick<ErasePersonDeps, 'mail'>,
  tx: Tx,
  { account_id: accountId, address, notice_id: noticeId, noted_at: at }: NewRow,
  numbers: readonly E164[],
): Promise<boolean> {
  if (!isMail(address)) return false
  const { id, kind, name } = await accountOf(tx, accountId)
  const told = tellingMail({ account: name, reference: noticeId, numbers, at })
  const account = { id, kind }
  const asked = { account, to: address, once: noticeId, namesPeople: true, ...told }
  return (await mail.sendMail(tx, asked)) !== 'off'
}
