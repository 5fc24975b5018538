// The nouns of recurring sends: what is sent again by itself, and one day of it.
import type { CountryCode } from '../../countries/index.ts'
import type {
  AccountId,
  CampaignId,
  ContactId,
  ControllerId,
  Instant,
  ListId,
  UserId,
} from '../../kernel/index.ts'
import type { AlertBasis, MessageClass } from '../../sending/contract.ts'
import type { OccurrenceState, RecurringEvery, RecurringState } from '../contract-recurring.ts'
import { isDayOfYear, type Rule, type Span } from './rule.ts'

export type Recurring = {
  accountId: AccountId
  id: string
  name: string
  state: RecurringState
  version: number
  every: RecurringEvery
  weekday: number | null
  month: number | null
  dayOfMonth: number | null
  field: string | null
  /** Since midnight, by the clock of the account's zone. */
  sendMinute: number
  /** ISO days. */
  firstDay: string | null
  lastDay: string | null
  listId: ListId
  class: MessageClass
  basis: AlertBasis | null
  purpose: string | null
  controllerId: ControllerId
  sender: string
  text: string
  preparedBy: UserId | null
  approvedBy: UserId | null
  approvedAt: Instant | null
  failure: string | null
  createdAt: Instant
  changedAt: Instant
  nextDay: string | null
  nextAt: Instant | null
}

export type RecurringContent = Pick<
  Recurring,
  | 'name'
  | 'every'
  | 'weekday'
  | 'month'
  | 'dayOfMonth'
  | 'field'
  | 'sendMinute'
  | 'firstDay'
  | 'lastDay'
  | 'listId'
  | 'class'
  | 'basis'
  | 'purpose'
  | 'controllerId'
  | 'sender'
  | 'text'
>

export function contentOf(held: Recurring): RecurringContent {
  return {
    name: held.name,
    every: held.every,
    weekday: held.weekday,
    month: held.month,
    dayOfMonth: held.dayOfMonth,
    field: held.field,
    sendMinute: held.sendMinute,
    firstDay: held.firstDay,
    lastDay: held.lastDay,
    listId: held.listId,
    class: held.class,
    basis: held.basis,
    purpose: held.purpose,
    controllerId: held.controllerId,
    sender: held.sender,
    text: held.text,
  }
}

export type Occurrence = {
  recurringId: string
  day: string
  state: OccurrenceState
  campaignId: CampaignId | null
  scannedThrough: ContactId | null
  isScanned: boolean
  people: number
  failure: string | null
  begunAt: Instant
  /** Of a day that waits: when it is looked at next. */
  lookAt: Instant | null
  /** The countries whose way was closed when its people were judged last. */
  waitsIn: readonly CountryCode[]
  /** What its draft was made with; null before it is made. */
  draftHash: string | null
}

const dayMs = 86_400_000
export const dayOfIso = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / dayMs)

/** Null where a part of it is missing, or there is no such day in any year. */
export function ruleOf({
  every,
  weekday,
  month,
  dayOfMonth,
  field,
}: Pick<Recurring, 'every' | 'weekday' | 'month' | 'dayOfMonth' | 'field'>): Rule | null {
  switch (every) {
    case 'week':
      return weekday === null ? null : { every, weekday }
    case 'month':
      return dayOfMonth === null ? null : { every, dayOfMonth }
    case 'year': {
      if (month === null || dayOfMonth === null) return null
      return isDayOfYear(month, dayOfMonth) ? { every, month, dayOfMonth } : null
    }
    case 'persons_date':
      return field === null ? null : { every, field }
  }
}

export function spanOf(
  rule: Rule,
  { firstDay, lastDay }: Pick<Recurring, 'firstDay' | 'lastDay'>,
): Span {
  const dayOf = (iso: string | null) => (iso === null ? null : dayOfIso(iso))
  return { rule, firstDay: dayOf(firstDay), lastDay: dayOf(lastDay) }
}

/** What of a rule no choice stands behind is not kept, so that equal rules are equal. */
export function tidyRule(content: RecurringContent): RecurringContent {
  const { every } = content
  const isOfMonth = every === 'month' || every === 'year'
  return {
    ...content,
    weekday: every === 'week' ? content.weekday : null,
    month: every === 'year' ? content.month : null,
    dayOfMonth: isOfMonth ? content.dayOfMonth : null,
    field: every === 'persons_date' ? content.field : null,
  }
}
