// The status of people as it is shown: the word, the day it names, and on what it rests.
import { type AccountId, type Instant, type Language, saidDay } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { quarantineSentence, sentence } from '../../words/index.ts'
import type { Contact } from '../contact.ts'
import {
  type PersonStatus,
  personStatuses,
  type StatusCount,
  type StatusView,
} from '../contract.ts'
import type { ContactsRoutesDeps, StatusLegalBases } from '../deps.ts'
import { statusesOf } from './status-store.ts'

const nothing: StatusLegalBases = {
  withdrawnAt: null,
  since: null,
  validUntil: null,
  objection: null,
  dead: null,
}

/** In the order given. */
export async function viewStatuses(
  deps: Pick<ContactsRoutesDeps, 'statuses' | 'clock'>,
  tx: Tx,
  { accountId, language }: { accountId: AccountId; language: Language },
  contacts: readonly Contact[],
): Promise<StatusView[]> {
  const rule = await deps.statuses.rule(tx, accountId, { at: deps.clock.now() })
  const known = await statusesOf(
    tx,
    rule,
    contacts.map(({ id }) => id),
  )
  const legalBases = await deps.statuses.legalBases(tx, accountId, contacts)
  return contacts.map((contact) => {
    const status = known.get(contact.id) ?? 'erased'
    return statusViewOf(contact, status, legalBases.get(contact.subjectId) ?? nothing, language)
  })
}

type Shown = Pick<
  Contact,
  'zone' | 'marketingState' | 'quarantineReason' | 'suppressionTag' | 'restrictedAt'
>

/** Days are told in the clock of the person's place. */
export function statusViewOf(
  contact: Shown,
  status: PersonStatus,
  legalBases: StatusLegalBases,
  language: Language,
): StatusView {
  const say = (code: string, details: Record<string, string> = {}): string =>
    sentence(language, `contacts.${code}`, details) ?? code
  const day = (at: Instant): string => dayText(at, contact.zone, language)
  const view = (sentence: string, why: string, at: Instant | null = null): StatusView => ({
    code: status,
    sentence,
    why,
    at: at === null ? null : new Date(at).toISOString(),
  })
  const plain = say(`status_${status}`)
  const { withdrawnAt, since, validUntil, objection, dead } = legalBases
  if (status === 'stopped') {
    const why = objection === null ? say('why_withdrawn') : say(`why_said_${objection.reason}`)
    if (withdrawnAt !== null) {
      return view(say('status_stopped_on', { day: day(withdrawnAt) }), why, withdrawnAt)
    }
    if (objection === null) return view(plain, why)
    const month = monthText(objection.month, language)
    return view(say('status_stopped_in', { month }), why)
  }
  if (status === 'restricted' && contact.restrictedAt !== null) {
    const on = say('status_restricted_since', { day: day(contact.restrictedAt) })
    return view(on, say('why_restricted'), contact.restrictedAt)
  }
  if (status === 'dead_number' && dead !== null) {
    const on = say('status_dead_number_since', { day: day(dead.since) })
    return view(on, say(`why_dead_${dead.answer}`), dead.since)
  }
  if (status === 'can_receive') {
    if (since === null || validUntil === null) return view(plain, say('why_other_basis'))
    const why = say('why_can_receive', { since: day(since), until: day(validUntil) })
    return view(plain, why, since)
  }
  if (status === 'expired' && validUntil !== null) {
    const on = say('status_expired_on', { day: day(validUntil) })
    return view(on, say('why_expired'), validUntil)
  }
  const { marketingState, quarantineReason } = contact
  if (status === 'unproven' && marketingState === 'quarantine' && quarantineReason !== null) {
    return view(plain, quarantineSentence(language, quarantineReason) ?? say('why_unproven'))
  }
  return view(plain, say(`why_${status}`))
}

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

const dayText = (at: Instant, timeZone: string, language: Language): string =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone }).format(at),
  )

const monthText = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(Date.parse(`${month}-01T00:00:00Z`))

/** In the public order, without those of nobody. */
export const inOrder = (counts: readonly StatusCount[]): StatusCount[] =>
  personStatuses.flatMap((status) => counts.filter((count) => count.status === status))

export const peopleOf = (counts: readonly StatusCount[], status: PersonStatus): number =>
  counts.find((count) => count.status === status)?.people ?? 0
