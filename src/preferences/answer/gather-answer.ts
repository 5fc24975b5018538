// Gathers what an answer tells: the copy, the rows, for how long, who received it, who looked.
import type { PersonProofs } from '../../consent/index.ts'
import type { AccountId, Language, SubjectId } from '../../kernel/index.ts'
import { receiptsOfContact } from '../../receipts/index.ts'
import { carriedBy, messagesBefore, sentTo } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type ProgramTold, programsToldOf } from '../../webhooks/index.ts'
import { gatherCopy, type PersonCopy } from '../copy/read-copy.ts'
import type { AnswerDeps, OtherRecipient, Recipient, RetentionPeriod } from '../deps.ts'
import type { Known, Whose } from '../person-page.ts'
import type { PersonRequest } from '../requests/request-store.ts'
import { readHeldRows } from './held-store.ts'
import { type HeldRows, tablesOfPeople } from './held-tables.ts'
import { type WhoLooked, whoLooked } from './who-looked.ts'

export type PersonAnswer = {
  copy: PersonCopy
  request: PersonRequest
  tables: readonly HeldRows[]
  /** What each room says of the person, opened. */
  rooms: Readonly<Record<string, unknown>>
  recipients: readonly Recipient[]
  /** Whether something may have left to them: in messages that are here, in those deleted since. */
  sent: { isHere: boolean; isDeleted: boolean }
  /** Of the register and the public notice: programs that are told now, and whoever is declared. */
  others: readonly OtherRecipient[]
  /** The account's own programs that were told what became of the person's messages. */
  programs: readonly ProgramTold[]
  retention: readonly RetentionPeriod[]
  whoLooked: WhoLooked
  receipts: unknown
  /** The person's own entries of the ledger, for whoever checks them. */
  proofs: PersonProofs
}

/** Opened for one answer: nobody gets one a day for 270 years. */
const answerTextsMax = 100_000

export async function gatherAnswer(
  deps: AnswerDeps,
  tx: Tx,
  asked: {
    whose: Whose
    known: Known
    language: Language
    request: PersonRequest
    suppliers: ReadonlyMap<string, Recipient>
  },
): Promise<PersonAnswer> {
  const { whose, known, language, request, suppliers } = asked
  const { accountId, contactId, subjectId } = whose
  const { number } = known
  const keys = {
    ...{ subjectId, contactId, numberTag: deps.vault.numberTag(accountId, number) },
    suppressionTag: deps.vault.suppressionTag(accountId, number),
  }
  const rooms: Record<string, unknown> = {}
  for (const holder of deps.answer.holders()) {
    const held = await holder.exportSubject(tx, accountId, subjectId)
    if (held !== null) rooms[holder.room] = held
  }
  return {
    request,
    copy: await gatherCopy(deps, tx, { whose, known, language, textsMax: answerTextsMax }),
    tables: await readHeldRows(tx, accountId, tablesOfPeople(deps.answer.dataMaps()), keys),
    rooms,
    recipients: (await carriedBy(tx, accountId, [subjectId])).flatMap(({ supplierId }) => {
      const supplier = suppliers.get(supplierId)
      return supplier === undefined ? [] : [supplier]
    }),
    sent: await sentTo(tx, accountId, subjectId),
    others: await deps.answer.otherRecipients(tx, accountId, language),
    programs: await programsOf(tx, accountId, subjectId),
    retention: await deps.answer.retentionPeriods(tx, accountId),
    whoLooked: await whoLooked(deps, tx, { whose, since: known.contact.createdAt, language }),
    receipts: await receiptsOfContact(deps, tx, accountId, contactId),
    proofs: await deps.consent.provePerson(tx, accountId, { subjectId, language }),
  }
}

/** The newest messages of a person: the log of webhooks holds thirty days. */
const messagesMax = 5_000

async function programsOf(tx: Tx, accountId: AccountId, subjectId: SubjectId) {
  const page = { until: null, limit: messagesMax }
  const messages = await messagesBefore(tx, accountId, subjectId, page)
  return programsToldOf(tx, accountId, { subjectId, messages })
}
