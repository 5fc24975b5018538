// Messages as the API shows them: masked, with their state and its sentence.
import {
  type AccountId,
  type E164,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Language,
  maskNumber,
  type SubjectId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { sentence } from '../../words/index.ts'
import type { CheckResult, MessageView } from '../contract.ts'
import { failuresOfOperator, failureView } from '../failure.ts'
import { readChecks } from '../gate/gate.ts'
import { bodyPlace, decodeBody, decodeForHandset, type MessageBody } from '../message-body.ts'
import { isFinal } from '../message-state.ts'
import { endOfHold, type Hold, type Refusal } from '../refusals.ts'
import type { NewMessage } from '../store/accept-store.ts'
import { readTerms } from '../store/store.ts'
import { type MessageRow, operatorStatuses } from '../store/view-store.ts'
import type { Terms } from '../terms.ts'

export type ViewDeps = { vault: Pick<Vault, 'openSubjects' | 'openMessage'> }

/** What stands for a number that can no longer be opened. */
const goneMasked = '—'

export async function viewMessages(
  deps: ViewDeps,
  tx: Tx,
  input: { accountId: AccountId; language: Language; rows: readonly MessageRow[] },
): Promise<MessageView[]> {
  const { accountId, language, rows } = input
  const terms = await readTerms(tx, accountId, [...new Set(rows.map((row) => row.terms_id))])
  const subjects = [...new Set(rows.map((row) => row.subject_id))]
  const keys = await deps.vault.openSubjects(tx, accountId, subjects)
  const ofOperator = rows.filter(({ failure }) => failure && failuresOfOperator.includes(failure))
  const ids = ofOperator.map(({ id }) => id)
  const statuses = await operatorStatuses(tx, accountId, ids)
  return rows.flatMap((row) => {
    const its = terms.get(row.terms_id)
    if (its === undefined) return []
    const number = openBody(deps, accountId, row, keys)?.number ?? null
    const operatorStatus = statuses.get(row.id) ?? null
    return [viewOf(row, { terms: its, number, language, operatorStatus })]
  })
}

/** A message as it was just written: nothing is read back. */
export type Written = { row: MessageRow; terms: Terms; number: E164 }

export function viewWritten(written: Written, language: Language): MessageView {
  const { row, terms, number } = written
  return viewOf(row, { terms, number, language, operatorStatus: null })
}

export function rowWritten(message: NewMessage, at: Instant): MessageRow {
  const { refusal, hold, holdUntil } = message
  const dueAt = holdUntil ?? at
  const waits = refusal === null
  return {
    id: message.id,
    campaign_id: null,
    contact_id: message.contactId,
    subject_id: message.subjectId,
    body_sealed: message.bodySealed,
    terms_id: message.termsId,
    is_marketing: message.isMarketing,
    country: message.country,
    territory: message.territory,
    encoding: message.encoding,
    parts: message.parts,
    price_micro_eur: message.priceMicroEur,
    consent_entry_id: message.consentEntryId,
    wording_id: message.wordingId,
    checks: message.checks,
    hold,
    hold_until: holdUntil,
    not_before: message.notBefore,
    useful_until: message.usefulUntil,
    reference: message.reference,
    accepted_at: at,
    queue_hold: waits ? hold : null,
    queue_due_at: waits ? dueAt : null,
    outcome_reason: refusal,
    outcome_at: waits ? null : at,
    failure: refusal as Refusal | null,
    state: waits ? (hold !== null && dueAt > at ? 'held' : 'queued') : 'refused',
  }
}

type Opens = (
  deps: Pick<ViewDeps, 'vault'>,
  accountId: AccountId,
  row: Pick<MessageRow, 'id' | 'subject_id' | 'body_sealed'>,
  keys: ReadonlyMap<SubjectId, SubjectKeys>,
) => MessageBody | null

/** For whoever reads; null once the person is erased. */
export const openBody: Opens = (...asked) => opened(decodeBody, ...asked)
/** As the handset shows it. */
export const openForHandset: Opens = (...asked) => opened(decodeForHandset, ...asked)

function opened(
  decode: typeof decodeBody,
  deps: Pick<ViewDeps, 'vault'>,
  accountId: AccountId,
  row: Pick<MessageRow, 'id' | 'subject_id' | 'body_sealed'>,
  keys: ReadonlyMap<SubjectId, SubjectKeys>,
): MessageBody | null {
  const its = keys.get(row.subject_id)
  if (row.body_sealed === null || !its || !hasKey(its.contactKey)) return null
  const place = bodyPlace('sending.message', row.id)
  return decode(deps.vault.openMessage(its, accountId, place, row.body_sealed))
}

function viewOf(
  row: MessageRow,
  known: {
    terms: Terms
    number: E164 | null
    language: Language
    operatorStatus: string | null
  },
): MessageView {
  const { terms, number, language, operatorStatus } = known
  const refusal = row.state === 'refused' ? (row.outcome_reason as Refusal) : null
  const hold = row.state === 'held' ? (row.queue_hold as Hold) : null
  const why = refusal ?? hold
  return {
    id: row.id,
    campaignId: row.campaign_id,
    contactId: row.contact_id,
    class: terms.class,
    purpose: terms.purpose,
    to: number === null ? goneMasked : maskNumber(number),
    country: row.country,
    territory: row.territory,
    sender: terms.sender,
    state: row.state,
    refusal,
    sentence: why === null ? null : sentence(language, `sending.${why}`),
    hold: hold === null ? null : { reason: hold, until: dueText(hold, row.queue_due_at) },
    failure: failureView(row.failure, operatorStatus, language),
    encoding: row.encoding,
    segments: row.parts,
    // What never left costs nothing.
    costMicroEur: row.state === 'refused' || row.state === 'cancelled' ? 0 : row.price_micro_eur,
    reference: row.reference,
    acceptedAt: isoTime(row.accepted_at),
    finalAt: isFinal(row.state) && row.outcome_at !== null ? isoTime(row.outcome_at) : null,
  }
}

/** What is paused is due at no instant. */
function dueText(hold: Hold, due: number | null): string | null {
  return due === null || !Number.isFinite(due) ? null : isoTimeOrNull(endOfHold(hold, due))
}

export function viewChecks(checks: string, language: Language): CheckResult[] {
  return readChecks(checks).map(({ check, result }) => ({
    check,
    result,
    sentence: sentence(language, `check.${check}`) ?? check,
  }))
}
