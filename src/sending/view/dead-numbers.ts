// Numbers that no longer work, as an account sees them; and the mark taken away by hand.
import type { Contacts } from '../../contacts/index.ts'
import {
  type AccountId,
  type Caller,
  type Clock,
  type ContactId,
  isoTime,
  type Language,
  maskNumber,
} from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { DeadNumberView } from '../contract-dead.ts'
import { sendingError } from '../errors.ts'
import type { AccessLog } from '../ports.ts'
import {
  type DeadNumberRow,
  type DeadPlace,
  deadNumbersOf,
  liftDeadNumber,
  readDeadNumbers,
} from '../store/dead-number-store.ts'

export type DeadNumbersDeps = {
  database: Database
  contacts: Contacts
  accessLog: AccessLog
  timers: Clock
}

type Reader = { accountId: AccountId; language: Language }
type DeadPage = { items: DeadNumberView[]; last: DeadPlace | null }

export function readDeadPage(
  deps: DeadNumbersDeps,
  reader: Reader,
  page: { after: DeadPlace | null; limit: number; contactId: ContactId | null },
): Promise<DeadPage> {
  const { accountId } = reader
  return deps.database.inAccount(accountId, async (tx) => {
    if (page.contactId !== null) {
      const contact = await deps.contacts.find(tx, accountId, page.contactId)
      const dead = contact && (await deadNumbersOf(tx, accountId, [contact.subjectId]))
      return { items: await viewsOf(deps, tx, reader, [...(dead?.values() ?? [])]), last: null }
    }
    const rows = await readDeadNumbers(tx, accountId, page)
    const end = rows.length < page.limit ? undefined : rows.at(-1)
    const last = end === undefined ? null : { since: end.since, subjectId: end.subjectId }
    return { items: await viewsOf(deps, tx, reader, rows), last }
  })
}

/** Whoever is no contact any more is left out: a page may be short, and go on. */
async function viewsOf(
  { contacts }: DeadNumbersDeps,
  tx: Tx,
  { accountId, language }: Reader,
  rows: readonly DeadNumberRow[],
): Promise<DeadNumberView[]> {
  if (rows.length === 0) return []
  const tags = rows.map(({ numberTag }) => numberTag)
  const known = await contacts.findByTags(tx, accountId, tags)
  const opened = await contacts.openContacts(tx, accountId, [...known.values()])
  return rows.flatMap(({ numberTag, since, answer, code, messageId, failures }) => {
    const contact = known.get(numberTag.toString('hex'))
    const open = contact && opened.get(contact.subjectId)
    if (contact === undefined || open === undefined) return []
    const said = sentence(language, `sending.dead_${answer}`, { failures: String(failures) })
    return [
      {
        contactId: contact.id,
        numberMasked: maskNumber(open.body.number),
        since: isoTime(since),
        answer,
        sentence: said ?? answer,
        errorCode: code,
        messageId,
        failures,
      },
    ]
  })
}

/** Recorded with its reason, in the same transaction. What failed before counts no more. */
export async function liftByHand(
  deps: DeadNumbersDeps,
  caller: Caller,
  { contactId, reason }: { contactId: ContactId; reason: string },
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const contact = await deps.contacts.find(tx, accountId, contactId)
    if (contact === null) throw sendingError('sending.dead_number_not_found')
    const { subjectId, numberTag } = contact
    const at = deps.timers.now()
    if (!(await liftDeadNumber(tx, accountId, { tag: numberTag, at }))) {
      throw sendingError('sending.dead_number_not_found')
    }
    await deps.accessLog.record(tx, caller, {
      action: 'sending.dead_number_lifted',
      subjectId,
      reason,
    })
  })
}
